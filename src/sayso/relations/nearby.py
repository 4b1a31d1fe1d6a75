"""Which groups of claims are told in words used like those of a claim, so that the two are compared at all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from sayso.relations.facts import Fact
from sayso.relations.matching import HOPELESS, OPEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A claim is held against so many groups, those told most like it; they are looked for among so many claims.
NEAREST, ROWS = 4, 24

Held = TypeVar("Held")


class Nearby(Generic[Held]):
    """What was entered under claims, found again by claims of the same story and polarity that are told alike. Of a
    pair, one claim at least is told in open words."""

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool, bool], _Shelf[Held]] = defaultdict(_Shelf)

    def enter(self, fact: Fact, held: Held) -> None:
        direction = fact.story_words.weigh(fact.text).direction
        if direction.any():
            self._shelves[fact.story, fact.positive, fact.claim.slot in OPEN].enter(direction, held)

    def find(self, fact: Fact) -> list[Held]:
        """The nearest ones, each once, the nearest first; of those as near, the one entered first."""
        direction = fact.story_words.weigh(fact.text).direction
        found: list[tuple[float, int, Held]] = []
        for is_open in (True, False) if fact.claim.slot in OPEN else (True,):
            shelf = self._shelves.get((fact.story, fact.positive, is_open))
            found += shelf.nearest(direction) if shelf is not None else []
        found.sort(key=lambda f: (-f[0], f[1]))
        return [held for _, _, held in found[:NEAREST]]


class _Shelf(Generic[Held]):
    """Directions, shape (entered, dimensions), with room for more, and what was entered under each."""

    def __init__(self) -> None:
        self._rows: NDArray[np.float32] | None = None
        self._held: list[Held] = []

    def enter(self, direction: NDArray[np.float32], held: Held) -> None:
        import numpy as np

        count = len(self._held)
        if self._rows is None or count == len(self._rows):
            more = np.zeros((2 * count + 16, len(direction)), dtype=np.float32)
            if self._rows is not None:
                more[:count] = self._rows
            self._rows = more
        self._rows[count] = direction
        self._held.append(held)

    def nearest(self, direction: NDArray[np.float32]) -> list[tuple[float, int, Held]]:
        import numpy as np

        if self._rows is None:
            return []
        near = np.round(self._rows[: len(self._held)] @ direction, 4)
        least = HOPELESS
        if len(near) > ROWS:  # several may lie in one group
            least = max(least, float(np.partition(near, -ROWS)[-ROWS]))
        out: dict[int, tuple[float, int, Held]] = {}
        for number in sorted(np.flatnonzero(near >= least).tolist(), key=lambda n: -near[n]):
            out.setdefault(id(self._held[number]), (float(near[number]), number, self._held[number]))
            if len(out) == NEAREST:
                break
        return list(out.values())
