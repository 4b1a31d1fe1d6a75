"""Aligns two texts word by word: the passages that both have, small damage inside them included."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.types import Block, Document
from sayso.vocab import Zone

#: Words of a shingle: what a passage must have in common, unbroken, to be found.
SHINGLE = 5

#: Words that may be changed, added or dropped at one place inside a passage, and the equal words needed after them.
DAMAGE, RESUME = 3, 2

#: Two passages with no more words than this between them on either side are one.
GAP = 4

#: Fewer words than this are a phrase, which two texts may have without one being taken from the other.
SHORTEST = 8

#: A shingle is looked for at so many places of the other text at most (lists, refrains).
PLACES = 8

#: Words of a text that are read; what is longer than a book is not compared to its end.
LONGEST = 200_000

WORD = re.compile(r"\w+")

Shingle = tuple[int, ...]


class Words(NamedTuple):
    """A document's body as numbers of words, each with its offsets, and whether it stands inside quotation marks."""

    document: Document
    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]

    def shingles(self) -> Iterator[tuple[int, Shingle]]:
        return ((i, self.ids[i : i + SHINGLE]) for i in range(len(self.ids) - SHINGLE + 1))


class Passage(NamedTuple):
    """Words ``[left, left_end)`` of one text, ``[right, right_end)`` of the other; ``equal`` of them are the same."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int


def read_words(document: Document, blocks: Sequence[Block], vocabulary: dict[str, int]) -> Words:
    """The words of the document's body blocks, in upper and lower case alike; new ones are added to the vocabulary."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    for block in sorted((b for b in blocks if b.zone == Zone.BODY), key=lambda b: b.span.start):
        marks = quotations(document.text, block.span.start, block.span.end)
        mark = 0
        for match in WORD.finditer(document.text, block.span.start, block.span.end):
            if len(ids) == LONGEST:
                break
            while mark < len(marks) and marks[mark][1] <= match.start():
                mark += 1
            ids.append(vocabulary.setdefault(match.group().casefold(), len(vocabulary)))
            starts.append(match.start())
            ends.append(match.end())
            quoted.append(mark < len(marks) and marks[mark][0] <= match.start())
    return Words(document, tuple(ids), tuple(starts), tuple(ends), tuple(quoted))


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges inside double quotation marks; one that is never closed goes on to the end."""
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for at in range(start, end):
        char = text[at]
        if char in '"“”„«»':
            if opened is not None and char not in "“„«":
                out.append((opened, at))
                opened = None
            elif opened is None and char not in "”»":
                opened = at
    return [*out, (opened, end)] if opened is not None else out


def align(a: Words, b: Words) -> list[Passage]:
    """The passages of at least SHORTEST words that the two texts share, in the order of the first; none overlap there.

    Every shingle of ``a`` that ``b`` has is a seed; a seed grows both ways over equal words and over small damage.
    """
    places: Mapping[Shingle, list[int]] = defaultdict(list)
    for j, shingle in b.shingles():
        places[shingle].append(j)
    passages: list[Passage] = []
    taken = bytearray(len(b.ids))
    done = 0
    for i, shingle in a.shingles():
        if i < done or shingle not in places:
            continue
        grown = [_grow(a.ids, b.ids, i, j, done) for j in places[shingle][:PLACES] if not taken[j]]
        if not grown:
            continue
        best = max(grown, key=lambda p: (p.equal, -p.right))
        passages.append(best)
        taken[best.right : best.right_end] = b"\x01" * (best.right_end - best.right)
        done = best.left_end
    return [p for p in _joined(passages) if p.equal >= SHORTEST]


def _grow(a: Sequence[int], b: Sequence[int], i: int, j: int, floor: int) -> Passage:
    """The passage around a seed at ``i`` and ``j``; it does not reach below ``floor`` in ``a``."""
    right, right_other, equal = _run(a, b, i + SHINGLE, j + SHINGLE, 1, (len(a), len(b)))
    left, left_other, more = _run(a, b, i - 1, j - 1, -1, (floor - 1, -1))
    return Passage(left + 1, right, left_other + 1, right_other, equal + more + SHINGLE)


def _run(a: Sequence[int], b: Sequence[int], i: int, j: int, step: int, stop: tuple[int, int]) -> tuple[int, int, int]:
    """Where equal words end, going from ``i`` and ``j`` in steps; damage is crossed where the text goes on."""
    equal = 0
    while True:
        while i != stop[0] and j != stop[1] and a[i] == b[j]:
            i, j, equal = i + step, j + step, equal + 1
        for skip_a, skip_b in _SKIPS:
            here, there = i + step * skip_a, j + step * skip_b
            left = min((stop[0] - here) * step, (stop[1] - there) * step)
            if left >= RESUME and all(a[here + step * n] == b[there + step * n] for n in range(RESUME)):
                i, j = here, there
                break
        else:
            return i, j, equal


_SKIPS = sorted(
    ((x, y) for x in range(DAMAGE + 1) for y in range(DAMAGE + 1) if x or y),
    key=lambda skip: (sum(skip), abs(skip[0] - skip[1]), skip),
)


def _joined(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, those that follow each other closely in both texts made one."""
    out: list[Passage] = []
    for one in passages:
        last = out[-1] if out else None
        if last and 0 <= one.right - last.right_end <= GAP and one.left - last.left_end <= GAP:
            out[-1] = Passage(last.left, one.left_end, last.right, one.right_end, last.equal + one.equal)
        else:
            out.append(one)
    return out
