"""Which texts may share a passage: an index of the shingles that several texts have, and what of them is standing text.

Nothing here depends on the order of the texts, beyond their numbers; no step compares all texts with all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.relations.wording import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sayso.relations.wording import Hashes

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]

#: A shingle that so many documents of one publisher have which are not copies of each other is stock: a standing
#: paragraph, a notice. Of so many holders at most it is asked whether they are copies of each other.
STOCK, ASKED = 4, 24

#: Two of them are copies where they share this much of the shorter one's shingles, or this much beyond what all of the
#: holders have: standing text is the same in all, what is copied differs from copy to copy.
COPY, BEYOND = 0.7, 0.25

#: All texts with a shingle are paired where they are no more than this. Of a commoner one each text is paired with its
#: next NEIGHBOURS by number, if common shingles are at least COMMON of its own (it may be one of many copies, and does
#: not only have a phrase that many have). One in SAMPLE of the common shingles is looked at.
RARE, NEIGHBOURS, COMMON, SAMPLE = 30, 40, 0.15, 4

#: Two texts are compared where they have at least this share of the shorter one's shingles in common, in any case if
#: so many, and never if fewer than LEAST.
SHARED, ENOUGH, LEAST = 0.03, 8, 2

#: A text is compared with so many others at most: those that share most of its shingles, or that it is so close to.
MOST = 64

#: Entries that are sorted at once, which bounds the memory.
BATCH = 4_000_000


class Index(NamedTuple):
    """The shingles that two texts or more have. ``holders[first[n] : first[n] + counts[n]]`` are the numbers of the
    texts with shingle ``keys[n]``, ascending; ``stock`` marks the standing ones. ``own`` are each text's shingles."""

    keys: Hashes
    first: Numbers
    counts: Numbers
    holders: NDArray[np.int32]
    own: list[Hashes]

    def held(self, place: int) -> list[int]:
        found: list[int] = self.holders[self.first[place] : self.first[place] + self.counts[place]].tolist()
        return found


def _starts(values: NDArray[Any]) -> Numbers:
    """Where each run of equal values begins."""
    import numpy as np

    return np.flatnonzero(np.append(True, values[1:] != values[:-1])[: len(values)])


def index_of(texts: Sequence[Words]) -> Index:
    import numpy as np

    own = [np.unique(text.hashes) for text in texts]
    sizes = np.array([len(o) for o in own])
    every = np.concatenate(own) if own else np.zeros(0, np.uint64)
    holder = np.repeat(np.arange(len(own), dtype=np.int32), sizes)
    parts = 1 + len(every) // BATCH
    shift = np.uint64(48)  # the parts are told by the upper bits
    found: list[tuple[Hashes, Numbers, NDArray[np.int32]]] = []
    for part in range(parts):
        mine = ((every >> shift) * np.uint64(parts)) >> np.uint64(16) == part if parts > 1 else slice(None)
        hashes, holders = every[mine], holder[mine]
        order = hashes.argsort(kind="stable")
        hashes, holders = hashes[order], holders[order]
        starts = _starts(hashes)
        counts = np.diff(np.append(starts, len(hashes)))
        several = counts > 1
        found.append((hashes[starts[several]], counts[several], holders[np.repeat(several, counts)]))
    keys, counts, holders = (np.concatenate([f[n] for f in found]) for n in range(3))
    return Index(keys, np.concatenate(([0], np.cumsum(counts)))[:-1], counts, holders, own)


def stock_of(index: Index, texts: Sequence[Words]) -> Flags:
    """For each shingle of the index whether it is standing text of a publisher; shape (keys,)."""
    import numpy as np

    out = np.zeros(len(index.keys), np.bool_)
    copies = _Copies(index.own)
    for group, places in _groups(index, texts).items():
        if copies.unlike(group):
            out[places] = True
    return out


def _groups(index: Index, texts: Sequence[Words]) -> dict[tuple[int, ...], list[int]]:
    """The places of shingles that STOCK documents of one publisher have, by the first ASKED of these documents."""
    import numpy as np

    names = sorted({t.document.publisher for t in texts if t.document.publisher})
    numbers = {name: number for number, name in enumerate(names)}
    publisher = np.array([numbers.get(t.document.publisher or "", -1) for t in texts], np.int64)
    often = index.counts >= STOCK
    place = np.repeat(np.flatnonzero(often), index.counts[often])
    holder = index.holders[np.repeat(often, index.counts)]
    named = publisher[holder] >= 0
    place, holder = place[named], holder[named]
    order = np.lexsort((publisher[holder], place))
    codes, place, holder = (place * max(1, len(names)) + publisher[holder])[order], place[order], holder[order]
    starts = _starts(codes)
    sizes = np.diff(np.append(starts, len(codes)))
    out: dict[tuple[int, ...], list[int]] = {}
    for start, size in zip(starts[sizes >= STOCK].tolist(), sizes[sizes >= STOCK].tolist(), strict=True):
        group = tuple(holder[start : start + min(size, ASKED)].tolist())
        out.setdefault(group, []).append(int(place[start]))
    return out


class _Copies:
    """Which texts are copies of each other, going by their shingles."""

    def __init__(self, own: Sequence[Hashes]) -> None:
        self.own = own
        self.overlaps: dict[tuple[int, int], int] = {}

    def unlike(self, group: Sequence[int]) -> bool:
        """Whether STOCK of these texts are no copies of each other."""
        if self._chosen(group, 0) >= STOCK:
            return True
        core = self.own[group[0]]
        for number in group[1:]:
            core = _common(core, self.own[number])
        return self._chosen(group, len(core)) >= STOCK

    def _chosen(self, group: Sequence[int], core: int) -> int:
        chosen: list[int] = []
        for number in group:
            if not any(self._alike(other, number, core) for other in chosen):
                chosen.append(number)
                if len(chosen) == STOCK:
                    break
        return len(chosen)

    def _alike(self, a: int, b: int, core: int) -> bool:
        if (a, b) not in self.overlaps:
            self.overlaps[(a, b)] = len(_common(self.own[a], self.own[b]))
        shorter, both = min(len(self.own[a]), len(self.own[b])), self.overlaps[(a, b)]
        return both >= COPY * shorter or both - core >= BEYOND * shorter


def _common(a: Hashes, b: Hashes) -> Hashes:
    import numpy as np

    return np.intersect1d(a, b, assume_unique=True)


def candidates(index: Index, stock: Flags) -> list[tuple[int, int]]:
    """Pairs of numbers of texts that may share a passage, the lower first, sorted."""
    import numpy as np

    size = len(index.own)
    sizes = np.array([len(o) for o in index.own], np.int64)
    codes, counts = _counted(_rare_pairs(index, stock))
    more, times = _counted(_common_pairs(index, stock, sizes))
    codes, counts = _summed(np.concatenate((codes, more)), np.concatenate((counts, times * SAMPLE)))
    left, right = codes // size, codes % size
    least = np.clip(SHARED * np.minimum(sizes[left], sizes[right]), LEAST, ENOUGH)
    kept = counts >= least
    left, right, counts = left[kept], right[kept], counts[kept]
    close = _closest(left, right, counts) | _closest(right, left, counts)
    return sorted(zip(left[close].tolist(), right[close].tolist(), strict=True))


def _closest(mine: Numbers, other: Numbers, counts: Numbers) -> Flags:
    """Which pairs are among the MOST of the text in ``mine`` that share most with it."""
    import numpy as np

    order = np.lexsort((other, -counts, mine))
    texts = mine[order]
    starts = _starts(texts)
    rank = np.arange(len(texts)) - np.repeat(starts, np.diff(np.append(starts, len(texts))))
    out = np.zeros(len(texts), np.bool_)
    out[order] = rank < MOST
    return out


def _rare_pairs(index: Index, stock: Flags) -> Iterator[Numbers]:
    """The pairs of every rare shingle, as ``left * texts + right``."""
    import numpy as np

    size = len(index.own)
    for count in range(2, RARE + 1):
        first = index.first[(index.counts == count) & ~stock]
        left, right = np.triu_indices(count, 1)
        step = max(1, BATCH // len(left))
        for start in range(0, len(first), step):
            held = index.holders[first[start : start + step, None] + np.arange(count)].astype(np.int64)
            yield (held[:, left] * size + held[:, right]).ravel()


def _common_pairs(index: Index, stock: Flags, sizes: Numbers) -> Iterator[Numbers]:
    """For every text that may be one of many copies its pairs with its neighbours under a sample of the shingles."""
    import numpy as np

    size = len(index.own)
    common = (index.counts > RARE) & ~stock
    among = np.bincount(index.holders[np.repeat(common, index.counts)], minlength=size) >= COMMON * np.maximum(1, sizes)
    common &= index.keys % np.uint64(SAMPLE) == 0
    key = np.repeat(np.flatnonzero(common), index.counts[common])
    holder = index.holders[np.repeat(common, index.counts)].astype(np.int64)
    key, holder = key[among[holder]], holder[among[holder]]
    for apart in range(1, NEIGHBOURS + 1):
        same = key[apart:] == key[:-apart]
        yield holder[:-apart][same] * size + holder[apart:][same]


def _counted(batches: Iterator[Numbers]) -> tuple[Numbers, Numbers]:
    """Each number that comes once, and how often it came; few batches are in memory at a time."""
    import numpy as np

    codes, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    waiting: list[Numbers] = []
    for batch in batches:
        waiting.append(batch)
        if sum(map(len, waiting)) > BATCH:
            codes, counts = _taken(codes, counts, waiting)
            waiting = []
    return _taken(codes, counts, waiting)


def _taken(codes: Numbers, counts: Numbers, waiting: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    import numpy as np

    new, times = np.unique(np.concatenate(waiting) if waiting else codes[:0], return_counts=True)
    return _summed(np.concatenate((codes, new)), np.concatenate((counts, times)))


def _summed(codes: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    import numpy as np

    order = codes.argsort(kind="stable")
    codes, counts = codes[order], counts[order]
    starts = _starts(codes)
    sums = np.add.reduceat(counts, starts) if len(codes) else counts
    return codes[starts], sums
