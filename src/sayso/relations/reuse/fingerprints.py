"""Which shingles of a text stand for it in an index: few enough to keep, the same ones wherever a passage is copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.index.runs import distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Places = NDArray[np.intp]

#: Of this many shingles in a row the one with the least hash is kept: two texts with a run of WINDOW + SHINGLE - 1
#: words in common share a fingerprint, and a text has two for every WINDOW + 1 shingles on average.
WINDOW = 12


class Fingerprints(NamedTuple):
    """``keys`` are the hashes that stand for a text, by the ``places`` of their first words, ascending."""

    keys: Keys
    places: Places

    def distinct(self) -> Keys:
        """The hashes once each, ascending: what an index holds of the text."""
        return distinct(self.keys)


def fingerprints_of(shingles: NDArray[np.uint64], texts: Sequence[tuple[int, int]]) -> list[Fingerprints]:
    """The fingerprints of several texts, given the hashes of all their shingles, one text after the other, and where
    those of each begin and end; places are those in the text. A text shorter than the window has its least shingle
    alone, one without shingles none.

    Which are kept depends on the words around each and on nothing else, so that any copy of a passage keeps the same.
    """
    import numpy as np

    hashes = shingles.view(np.int64)
    if any(0 < high - low < WINDOW for low, high in texts):  # each of these has a window of its own
        return [_of_one(hashes[low:high]) for low, high in texts]
    places = _kept(hashes, WINDOW, [(low, max(low, high - WINDOW + 1)) for low, high in texts])
    keys = hashes[places]
    edges = np.searchsorted(places, np.array(texts, np.intp).reshape(-1, 2))
    return [
        Fingerprints(keys[first:last].copy(), places[first:last] - low)
        for (low, _), (first, last) in zip(texts, edges.tolist(), strict=True)
    ]


def _of_one(hashes: Keys) -> Fingerprints:
    width = max(1, min(WINDOW, len(hashes)))
    places = _kept(hashes, width, [(0, max(0, len(hashes) - width + 1))])
    return Fingerprints(hashes[places], places)


def _kept(hashes: Keys, width: int, windows: Sequence[tuple[int, int]]) -> Places:
    """The places of the hashes that are the least of a window, given from where to where windows begin."""
    import numpy as np

    lowest = np.iinfo(np.int64).min
    if len(hashes) < width:
        return np.zeros(0, np.intp)
    least = _extreme(np.minimum, hashes, width)
    if least is hashes:
        least = hashes.copy()
    done = 0
    for first, last in windows:  # what lies between two texts is in no window
        least[done:first] = lowest
        done = max(done, last)
    least[done:] = lowest
    # a shingle is the least of a window if the greatest of the least in the windows with it is its own hash
    around = np.full(width - 1, lowest)
    most = _extreme(np.maximum, np.concatenate((around, least, around)), width)
    places: Places = (most == hashes).nonzero()[0]
    return places


def _extreme(best: np.ufunc, values: Keys, width: int) -> Keys:
    """The least or the greatest of every ``width`` values in a row: of two in a row, of four, and so on."""
    done = 1
    while done < width:
        step = min(done, width - done)
        values = best(values[:-step], values[step:])
        done += step
    return values
