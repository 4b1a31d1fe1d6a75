"""Aligns two texts word by word: the passages that both have, small damage inside them included."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.relations.reuse.wording import NONE, PLACE, SEVERAL, SHINGLE, Words

#: Words that may be changed, added or dropped at one place inside a passage, and the equal words needed after them.
DAMAGE, RESUME = 3, 2
AHEAD = DAMAGE + RESUME

#: Two passages with no more words than this between them on either side are one.
GAP = 4

#: Fewer words than this are a phrase, which two texts may have without one being taken from the other.
SHORTEST = 8

#: A shingle is looked for at this many places of the other text at most (lists, refrains).
PLACES = 8


class Passage(NamedTuple):
    """Words ``[left, left_end)`` of one text, ``[right, right_end)`` of the other; ``equal`` of them are the same."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int


def align(several: Sequence[Words], b: Words) -> list[list[Passage]]:
    """The passages of at least SHORTEST words that each of several texts shares with ``b``, in the order of the first;
    none overlap there.

    Every shingle of a text that ``b`` has is a seed; a seed grows both ways over equal words and over small damage.
    """
    return [_aligned(a, b, *seeds) for a, seeds in zip(several, _seeds(several, b), strict=True)]


def _aligned(a: Words, b: Words, seeds: Sequence[int], others: Sequence[int]) -> list[Passage]:
    passages: list[Passage] = []
    taken = bytearray(len(b.ids))
    place = done = 0
    while place < len(seeds):
        i, j = seeds[place], others[place]
        if j != SEVERAL:
            best = None if taken[j] else _grow(a, b, i, j, done)
        else:
            grown = [_grow(a, b, i, k, done) for k in _places(a, i, b) if not taken[k]]
            best = max(grown, key=lambda p: (p.equal, -p.right), default=None)
        if best is None:
            place += 1
            continue
        passages.append(best)
        taken[best.right : best.right_end] = b"\x01" * (best.right_end - best.right)
        done = best.left_end
        place = bisect.bisect_left(seeds, done, place + 1)
    return [p for p in _joined(passages) if p.equal >= SHORTEST]


def _seeds(several: Sequence[Words], b: Words) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Of each text the places, ascending, where a shingle stands that ``b`` has, and its places there; or SEVERAL,
    where ``b`` may have it. Few of them are looked at, and only those are made numbers of Python's."""
    import numpy as np

    hashes = np.concatenate([a.hashes for a in several])
    found = b.sieve.take(b.slots(hashes))
    maybe = (found != NONE).nonzero()[0]
    found = found[maybe]
    same = hashes[maybe] == b.hashes.take(found, mode="clip")
    same |= found == SEVERAL
    places, found = maybe[same], found[same]
    firsts = np.cumsum([0, *(len(a.hashes) for a in several)])
    edges = places.searchsorted(firsts).tolist()
    for first, low, high in zip(firsts.tolist(), edges, edges[1:], strict=False):
        yield memoryview(places[low:high] - first), memoryview(found[low:high])


def _places(a: Words, i: int, b: Words) -> list[int]:
    """Where ``b`` has the shingle that ``a`` has at ``i``, the first PLACES of them."""
    low = int(b.keys.searchsorted(a.hashes[i] & ~b.hashes.dtype.type(PLACE)))
    words = a.ids[i : i + SHINGLE]
    held = [key & PLACE for key in b.keys[low : low + PLACES].tolist()]
    return [j for j in held if b.ids[j : j + SHINGLE] == words]


def _grow(a: Words, b: Words, i: int, j: int, floor: int) -> Passage:
    """The passage around a seed at ``i`` and ``j``; it does not reach below ``floor`` in ``a``."""
    right, right_other, equal = _forth(a, b, i + SHINGLE, j + SHINGLE)
    left, left_other, more = _back(a.ids, b.ids, i - 1, j - 1, floor - 1)
    return Passage(left + 1, right, left_other + 1, right_other, equal + more + SHINGLE)


def _forth(a: Words, b: Words, i: int, j: int) -> tuple[int, int, int]:
    """Where equal words end, going on from ``i`` and ``j``, and how many; damage is crossed where the text goes
    on after it."""
    one, other, equal = a.ids, b.ids, 0
    while True:
        reach, at = min(len(one) - i, len(other) - j), 0
        breaks = memoryview((a.numbers[i : i + reach] != b.numbers[j : j + reach]).nonzero()[0])
        last = len(breaks) - 1
        for place, stop in enumerate(breaks):
            x, y, equal = i + stop, j + stop, equal + stop - at
            following = breaks[place + 1] if place < last else reach
            # just one word is another, which _skip would find too: what damage is most of the time
            if following > stop + RESUME and one[x] != one[x + 1] and other[y] != other[y + 1]:
                equal, at = equal + RESUME, stop + 1 + RESUME
                continue
            skip = _skip(one[x : x + AHEAD], other[y : y + AHEAD])
            if skip is None:
                return x, y, equal
            i, j = x + skip[0], y + skip[1]
            break
        else:
            return i + reach, j + reach, equal + reach - at


def _back(a: Sequence[int], b: Sequence[int], i: int, j: int, stop: int) -> tuple[int, int, int]:
    """The same going back; not to ``stop`` in ``a``."""
    equal = 0
    while True:
        while i > stop and j >= 0 and a[i] == b[j]:
            i, j, equal = i - 1, j - 1, equal + 1
        if i <= stop or j < 0:
            return i, j, equal
        skip = _skip(a[max(i - AHEAD, stop) + 1 : i + 1][::-1], b[max(j - AHEAD, -1) + 1 : j + 1][::-1])
        if skip is None:
            return i, j, equal
        i, j = i - skip[0], j - skip[1]


def _skip(a: Sequence[int], b: Sequence[int]) -> tuple[int, int] | None:
    """How many words of each are damage, if RESUME equal words come after it."""
    if set(a).isdisjoint(b):
        return None
    last, last_other = len(a) - RESUME, len(b) - RESUME
    for x, y in _SKIPS:
        if x <= last and y <= last_other and a[x] == b[y] and a[x + 1 : x + RESUME] == b[y + 1 : y + RESUME]:
            return x, y
    return None


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
