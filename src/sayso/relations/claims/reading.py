"""Which claims of a story an encoder reads: not all of a large story, so that the time it takes has a bound.

What is chosen hangs on the different texts of the claims alone: a copy of an article changes nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import TYPE_CHECKING

from sayso.relations.words.likeness import wording
from sayso.types import hash_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: This many different claims of a story are read. Of a story with more, the ones whose words are most like those of
#: another one, which are looked for among this many.
MOST, SIFTED = 1000, 6000
#: This many claims are held against all the others at a time.
BLOCK = 512


@functools.lru_cache(maxsize=16384)
def known(text: str) -> bool:
    """Whether the table of words knows half of a claim's words at least; of names and unknown words no direction tells
    anything."""
    said = wording(text)
    return bool(said.words) and 2 * float(said.names.sum()) <= len(said.words)


def read_of(texts: Collection[str]) -> Collection[str]:
    """Those of a story's different claims that may be read; all where they are few."""
    import numpy as np

    if len(texts) <= MOST:
        return texts
    told = sorted((text for text in texts if known(text)), key=lambda text: hash_of("read", text))[:SIFTED]
    if len(told) <= MOST:
        return frozenset(told)
    near = _nearest(np.stack([wording(text).direction for text in told]))
    order = sorted(range(len(told)), key=lambda place: (-near[place], told[place]))
    return frozenset(told[place] for place in order[:MOST])


def _nearest(rows: NDArray[np.float32]) -> list[float]:
    """How near each of some directions, shape (claims, dimensions), is to the nearest other one."""
    import numpy as np

    out: list[float] = []
    for start in range(0, len(rows), BLOCK):
        near = rows[start : start + BLOCK] @ rows.T
        near[np.arange(len(near)), np.arange(start, start + len(near))] = -1
        out += np.round(near.max(axis=1), 3).tolist()
    return out
