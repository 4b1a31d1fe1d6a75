"""Sets of things that are joined two by two. What somebody keeps apart never comes together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Parted:
    """``apart`` are the pairs that stay in different sets, whatever is joined. A set is known by its least thing."""

    def __init__(self, apart: Iterable[tuple[str, str]] = ()):
        self._up: dict[str, str] = {}
        self._held: dict[str, set[str]] = {}
        self._foes: dict[str, set[str]] = defaultdict(set)
        for a, b in apart:
            if a != b:
                self._foes[a].add(b)
                self._foes[b].add(a)

    def find(self, thing: str) -> str:
        path = []
        while self._up.get(thing, thing) != thing:
            path.append(thing)
            thing = self._up[thing]
        for passed in path:
            self._up[passed] = thing
        return thing

    def may_join(self, a: str, b: str) -> bool:
        """Whether nothing in the set of one is kept apart from anything in that of the other."""
        a, b = self.find(a), self.find(b)
        foes = self._foes.get(a)
        return a == b or not foes or foes.isdisjoint(self._held.get(b, {b}))

    def join(self, a: str, b: str) -> bool:
        """Puts two sets together; False, and nothing changed, where they are kept apart."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if not self.may_join(a, b):
            return False
        top, under = min(a, b), max(a, b)
        self._up[under] = top
        held, more = self._held.get(top, {top}), self._held.pop(under, {under})
        larger, smaller = (held, more) if len(held) >= len(more) else (more, held)
        larger |= smaller
        self._held[top] = larger
        if under in self._foes:
            self._foes[top] |= self._foes.pop(under)
        return True
