"""Which groups of claims say something like what a claim says, so that the two are compared at all."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import FAR, FREELY_TOLD, legible
from sayso.relations.claims.negating import negating
from sayso.relations.words.meanings import Passage, meaning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A claim is held against this many groups, those most like it; they are looked for among this many claims.
NEAREST, ROWS = 4, 24
#: This many directions are multiplied at once: a larger product is given to threads that cost more than they save.
BLOCK = 256

Held = TypeVar("Held")


class Nearby(Generic[Held]):
    """What was entered under claims, found again by claims of the same story that mean much the same and are not
    contrary to it. Of a pair, one claim at least is told in open words. No claim is read before one of another
    document asks for it."""

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool, bool], _Shelf[Held]] = defaultdict(_Shelf)

    def enter(self, fact: Fact, held: Held) -> None:
        for side in _sides(fact) if legible(fact) else ():
            self._shelves[fact.story, side, fact.slot in FREELY_TOLD].enter(fact, held)

    def find(self, fact: Fact) -> list[Held]:
        """The nearest ones, each once, the nearest first; of those as near, the one entered first."""
        found: list[tuple[float, int, Held]] = []
        if not legible(fact):
            return []
        kinds = (True, False) if fact.slot in FREELY_TOLD else (True,)
        for side, is_open in itertools.product(_sides(fact), kinds):
            shelf = self._shelves.get((fact.story, side, is_open))
            found += shelf.nearest(fact) if shelf is not None else []
        found.sort(key=lambda f: (-f[0], f[1]))
        return list({id(held): held for _, _, held in found}.values())[:NEAREST]


def _sides(fact: Fact) -> tuple[bool, ...]:
    """What a claim is held against: what is told as so, what is negated, or both."""
    return (True, False) if fact.positive and negating(fact) else (fact.positive,)


class _Shelf(Generic[Held]):
    """Directions, shape (entered, dimensions), with room for more, and what was entered under each."""

    def __init__(self) -> None:
        self._rows: NDArray[np.float32] | None = None
        self._held: list[Held] = []
        self._unread: list[Passage] = []
        self._documents: set[str] = set()

    def enter(self, fact: Fact, held: Held) -> None:
        self._held.append(held)
        self._unread.append(fact.passage)
        self._documents.add(fact.document.id)

    def nearest(self, fact: Fact) -> list[tuple[float, int, Held]]:
        import numpy as np

        if self._documents <= {fact.document.id}:
            return []
        rows, direction = self._read(), meaning(fact.passage)
        parts = [rows[start : start + BLOCK] @ direction for start in range(0, len(rows), BLOCK)]
        near = np.round(np.concatenate(parts), 4)
        least = FAR
        if len(near) > ROWS:  # several may lie in one group
            least = max(least, float(np.partition(near, -ROWS)[-ROWS]))
        out: dict[int, tuple[float, int, Held]] = {}
        for number in sorted(np.flatnonzero(near >= least).tolist(), key=lambda n: -near[n]):
            out.setdefault(id(self._held[number]), (float(near[number]), number, self._held[number]))
            if len(out) == NEAREST:
                break
        return list(out.values())

    def _read(self) -> NDArray[np.float32]:
        """The directions of all that was entered; those that were not read before are now."""
        import numpy as np

        count, read = len(self._held), len(self._held) - len(self._unread)
        if self._rows is None or len(self._rows) < count:
            more = np.zeros((2 * count, len(meaning(self._unread[0]))), dtype=np.float32)
            if self._rows is not None:
                more[:read] = self._rows[:read]
            self._rows = more
        for place, words in enumerate(self._unread, read):
            self._rows[place] = meaning(words)
        self._unread.clear()
        return self._rows[:count]
