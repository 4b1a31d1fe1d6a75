"""Which shingles of a text stand for it in an index: few enough to keep, the same ones wherever a passage is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.runs import distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Places = NDArray[np.intp]

#: Of so many shingles in a row the one with the least hash is kept: two texts with a run of WINDOW + SHINGLE - 1 words
#: in common share a fingerprint, and a text has two for every WINDOW + 1 shingles on average.
WINDOW = 12


class Fingerprints(NamedTuple):
    """``keys`` are the hashes that stand for a text, by the ``places`` of their first words, ascending."""

    keys: Keys
    places: Places

    def distinct(self) -> Keys:
        """The hashes once each, ascending: what an index holds of the text."""
        return distinct(self.keys)


def fingerprints(shingles: NDArray[np.uint64]) -> Fingerprints:
    """The fingerprints of a text, given the hashes of its shingles by the place of their first word; of one shorter
    than the window its least shingle alone, of no shingle none.

    Which are kept depends on the words around each and on nothing else, so that any copy of a passage keeps the same.
    """
    import numpy as np

    hashes = shingles.view(np.int64)
    if not len(hashes):
        return Fingerprints(hashes, np.zeros(0, np.intp))
    width = min(WINDOW, len(hashes))
    least = _extreme(np.minimum, hashes, width)
    # a shingle is the least of a window if the greatest of the least in the windows with it is its own hash
    around = np.full(width - 1, np.iinfo(np.int64).min)
    most = _extreme(np.maximum, np.concatenate((around, least, around)), width)
    places = (most == hashes).nonzero()[0]
    return Fingerprints(hashes[places], places)


def _extreme(best: np.ufunc, values: Keys, width: int) -> Keys:
    """The least or the greatest of every ``width`` values in a row: of two in a row, of four, and so on."""
    done = 1
    while done < width:
        step = min(done, width - done)
        values = best(values[:-step], values[step:])
        done += step
    return values
