"""Names that people judged to be of one body, or of two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.relations.judged import step
from sayso.relations.parted import Parted
from sayso.relations.spellings import folded
from sayso.types import Judgement
from sayso.vocab import JudgementKind


class JudgedBodies:
    """What was judged of names. A body goes by the name that was put first when it was judged, outlets last:
    ``is_press`` says whether a name is an outlet's."""

    def __init__(self, judgements: Iterable[Judgement], is_press: Callable[[str], bool]):
        ordered = sorted(judgements, key=lambda j: j.number)
        self._one = [j for j in ordered if j.verdict is JudgementKind.SAME_BODY]
        self._two = [j for j in ordered if j.verdict is JudgementKind.OTHER_BODY]
        self._sets = Parted(_pair(j) for j in self._two)
        for judgement in self._one:
            self._sets.join(*_pair(judgement))
        names = [name for j in self._one for name in (j.left[0], j.right[0])]
        self._names: dict[str, str] = {}
        for name in sorted(names, key=is_press):  # stable: as judged within either sort
            self._names.setdefault(self._sets.find(folded(name)), name)

    def name(self, name: str) -> str:
        """The one name of the body that has this name."""
        return self._names.get(self._sets.find(folded(name)), name)

    def apart(self, one: str, other: str) -> bool:
        """Whether two names are judged to be of two bodies, directly or through names of one body."""
        return not self._sets.may_join(folded(one), folded(other))

    def parting(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs among some folded names that are judged to be of two bodies, each sorted."""
        if not self._two:
            return []
        held = sorted(set(names))
        return [(a, b) for n, a in enumerate(held) for b in held[n + 1 :] if self.apart(a, b)]

    def why_one(self, name: str) -> Iterator[str]:
        """The judgements on the body that has this name, in sentences."""
        root = self._sets.find(folded(name))
        for judgement in self._one:
            if self._sets.find(folded(judgement.left[0])) == root:
                yield step(judgement)

    def why_two(self, one: str, other: str) -> Iterator[str]:
        """The judgements that keep two names apart, in sentences."""
        roots = {self._sets.find(folded(one)), self._sets.find(folded(other))}
        for judgement in self._two:
            if {self._sets.find(folded(n)) for n in (judgement.left[0], judgement.right[0])} == roots:
                yield step(judgement)


def _pair(judgement: Judgement) -> tuple[str, str]:
    return folded(judgement.left[0]), folded(judgement.right[0])


def fewest(
    keys: Sequence[str], may_be_one: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], int]:
    """The pairs joined and the number of sets left, as few as the pairs kept apart allow.

    Which pairs are joined first can make a difference only where some are kept apart; then each of these is tried last.
    """
    best: tuple[int, list[tuple[str, str]]] | None = None
    for last in ["", *sorted({name for pair in apart for name in pair})]:
        sets, joined = Parted(apart), []
        for one, other in sorted(may_be_one, key=lambda pair: last in pair):
            if sets.find(one) != sets.find(other) and sets.join(one, other):
                joined.append((one, other))
        left = len({sets.find(key) for key in keys})
        if best is None or left < best[0]:
            best = left, joined
    return (best[1], best[0]) if best else ([], 0)
