"""The lines of a web page, how they lie in its elements, and what these are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso.documents.html.marks import Kind, Mark

#: An element that holds at least this share of the article's characters surrounds it; its names say nothing of a line.
AROUND = 0.4


class Line(NamedTuple):
    """A line of a page: its range in the text, the block element it stands in, the marks around it (each with the
    number of the element that bears it) and the share of its characters that are links."""

    start: int
    end: int
    tag: str
    marks: tuple[tuple[Mark, int], ...]
    linked: float


class Layout(NamedTuple):
    """The elements that are shown, in the order of the markup: of each the numbers of its parent, of the nearest block
    element from itself on, its depth, and its place among the ``kinds``; ``ends``: the number of the first behind it;
    ``nodes``: for each line the element around its first word. The first is the body, its own parent."""

    elements: list[tuple[int, int, int, int]]
    kinds: Sequence[Kind]
    ends: list[int]
    nodes: list[int]


class Shown(NamedTuple):
    """What a page shows: its text, the lines of it, how these lie in its elements, and how many characters of text of
    some length were left out, in elements that the markup hides."""

    text: str
    lines: tuple[Line, ...]
    layout: Layout
    hidden: int


def own_marks(lines: Sequence[Line], body: Collection[int]) -> list[frozenset[Mark]]:
    """The marks of each line but those of the elements around the article, whose lines are ``body``. Lines of one
    element share theirs."""
    neutral = _surrounding(lines, body)
    known: dict[tuple[tuple[Mark, int], ...], frozenset[Mark]] = {}
    out = []
    for line in lines:
        if line.marks not in known:
            known[line.marks] = frozenset(mark for mark, number in line.marks if number not in neutral)
        out.append(known[line.marks])
    return out


def _surrounding(lines: Sequence[Line], body: Collection[int]) -> frozenset[int]:
    """The numbers of the elements that hold so much of the article that they are around it, not part of it."""
    held: Counter[int] = Counter()
    total = 0
    for index in sorted(body):
        size = lines[index].end - lines[index].start
        total += size
        for number in {number for _, number in lines[index].marks}:
            held[number] += size
    return frozenset(number for number, size in held.items() if size >= AROUND * total)
