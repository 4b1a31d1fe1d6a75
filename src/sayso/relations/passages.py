"""Aligns two texts word by word: the passages that both have, small damage inside them included."""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sayso.types import Block, Document
from sayso.vocab import Zone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

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

#: Words that are compared at once where two texts go on alike; no figure depends on it.
STRIDE = 32

#: Words of a text that are read; what is longer than a book is not compared to its end.
LONGEST = 200_000

WORD = re.compile(r"\w+")

MARK = re.compile('["“”„«»]')

#: Odd numbers of 64 bits, one for each word of a shingle, and one that mixes the sum.
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
MIXER = 0xFF51AFD7ED558CCD


class Vocabulary(dict[str, int]):
    """Words and their numbers; a word that is asked for and has none is given the next."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class Words:
    """A document's body as numbers of words; where each stands, and whether inside quotation marks, when asked for."""

    def __init__(self, document: Document, body: Sequence[Block], vocabulary: Vocabulary) -> None:
        self.document = document
        self.standing: frozenset[int] = frozenset()  # the shingles of standing text, where they are known
        self._ranges = [(b.span.start, b.span.end) for b in body]
        numbers = array("I")
        for start, end in self._ranges:
            found = WORD.findall(document.text, start, end)[: LONGEST - len(numbers)]
            numbers.extend(map(vocabulary.__getitem__, map(str.casefold, found)))
        self.ids = numbers

    @cached_property
    def hashes(self) -> Hashes:
        """The shingles by the place of their first word, as numbers of 64 bits; shape (words - SHINGLE + 1,)."""
        import numpy as np

        numbers = np.frombuffer(self.ids, np.uintc).astype(np.uint64) + np.uint64(1)
        count = max(0, len(numbers) - SHINGLE + 1)
        out = np.zeros(count, np.uint64)
        for place, factor in enumerate(FACTORS):
            out += numbers[place : place + count] * np.uint64(factor)
        out ^= out >> np.uint64(31)
        out *= np.uint64(MIXER)
        out ^= out >> np.uint64(29)
        return out

    @cached_property
    def ordered(self) -> tuple[Hashes, NDArray[np.intp]]:
        """The hashes in ascending order, and the place of each."""
        order = self.hashes.argsort(kind="stable")
        return self.hashes[order], order

    @cached_property
    def places(self) -> tuple[array[int], array[int], bytes]:
        """The first character of every word, the one after its last, and 1 where it is inside quotation marks."""
        text = self.document.text
        starts, ends, quoted = array("I"), array("I"), bytearray()
        for start, end in self._ranges:
            spans = [match.span() for match in WORD.finditer(text, start, end)][: len(self.ids) - len(starts)]
            firsts = [first for first, _ in spans]
            inside = bytearray(len(spans))
            for opened, closed in quotations(text, start, end):
                low, high = bisect.bisect_left(firsts, opened), bisect.bisect_left(firsts, closed)
                inside[low:high] = b"\x01" * (high - low)
            starts.extend(firsts)
            ends.extend([last for _, last in spans])
            quoted += inside
        return starts, ends, bytes(quoted)

    @cached_property
    def stock(self) -> bytes:
        """1 for every shingle that is standing text, by the place of its first word."""
        return bytes(map(self.standing.__contains__, self.hashes.tolist()))


class Passage(NamedTuple):
    """Words ``[left, left_end)`` of one text, ``[right, right_end)`` of the other; ``equal`` of them are the same."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int


def read_words(document: Document, blocks: Sequence[Block], vocabulary: Vocabulary) -> Words:
    """The words of the document's body blocks, in upper and lower case alike; new ones are added to the vocabulary."""
    body = sorted((b for b in blocks if b.zone == Zone.BODY), key=lambda b: b.span.start)
    return Words(document, body, vocabulary)


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges inside double quotation marks; one that is never closed goes on to the end."""
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        char, at = match.group(), match.start()
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
    import numpy as np

    hashes, order = b.ordered
    if not len(hashes):
        return []
    lows = np.searchsorted(hashes, a.hashes)
    seeds = np.flatnonzero(hashes[np.minimum(lows, len(hashes) - 1)] == a.hashes).tolist()
    passages: list[Passage] = []
    taken = bytearray(len(b.ids))
    place = 0
    done = 0
    while place < len(seeds):
        i = seeds[place]
        low = int(lows[i])
        same = hashes[low : low + PLACES] == a.hashes[i]
        held = order[low : low + PLACES][same].tolist()
        grown = [_grow(a.ids, b.ids, i, j, done) for j in held if not taken[j]]
        if not grown:
            place += 1
            continue
        best = max(grown, key=lambda p: (p.equal, -p.right))
        passages.append(best)
        taken[best.right : best.right_end] = b"\x01" * (best.right_end - best.right)
        done = best.left_end
        place = bisect.bisect_left(seeds, done, place + 1)
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
        if step == 1:  # a stride at a time where the texts go on alike
            while i + STRIDE <= stop[0] and j + STRIDE <= stop[1] and a[i : i + STRIDE] == b[j : j + STRIDE]:
                i, j, equal = i + STRIDE, j + STRIDE, equal + STRIDE
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
