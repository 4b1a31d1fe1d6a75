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
    windows = len(hashes) - width + 1
    least = hashes[:windows].copy()
    for step in range(1, width):
        np.minimum(least, hashes[step : step + windows], out=least)
    # a shingle is the least of a window if the greatest of the least in the windows with it is its own hash
    most = np.full(len(hashes), np.iinfo(np.int64).min)
    for step in range(width):
        np.maximum(most[step : step + windows], least, out=most[step : step + windows])
    places = (most == hashes).nonzero()[0]
    return Fingerprints(hashes[places], places)
