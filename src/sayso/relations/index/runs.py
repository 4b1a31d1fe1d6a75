"""Which documents have which keys, as arrays in the order of an index: what is held, read and merged at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Numbers = NDArray[np.int64]
    Places = NDArray[np.intp]


def distinct(keys: Keys) -> Keys:
    """The keys once each, ascending; by sorting, which takes a third of what ``numpy.unique`` does."""
    import numpy as np

    ordered = np.sort(keys)
    once: Keys = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return once


class Run(NamedTuple):
    """Documents that have keys, in the order of an index: by key, by group, by number; each of shape (postings,)."""

    keys: Keys
    groups: Numbers
    documents: Numbers

    def held(self, keys: Keys, limit: int | None = None, groups: Numbers | None = None) -> tuple[Places, Places]:
        """Where the run has some keys, or some pairs of a key and a group, of each the first ``limit`` or all: the
        places of what is asked for, ascending, and beside each the place in the run."""
        import numpy as np

        starts, ends = bounds((self.keys, self.groups), keys, groups)
        counts = ends - starts if limit is None else np.minimum(ends - starts, limit)
        places = np.arange(len(keys)).repeat(counts)
        within = np.arange(len(places)) - (counts.cumsum() - counts).repeat(counts)
        return places, starts.repeat(counts) + within

    def take(self, at: Places) -> Run:
        """The postings at some places, ascending."""
        return Run(self.keys[at], self.groups[at], self.documents[at])

    def part(self, start: int, end: int | None) -> Run:
        """The postings from one place to another, or to the end."""
        return Run(self.keys[start:end], self.groups[start:end], self.documents[start:end])

    def beginnings(self) -> Run:
        """The first posting of each pair of a key and a group."""
        import numpy as np

        same = (self.keys[1:] == self.keys[:-1]) & (self.groups[1:] == self.groups[:-1])
        return self.take(np.flatnonzero(np.append(True, ~same)[: len(self.keys)]))


def bounds(postings: tuple[Keys, Numbers], keys: Keys, groups: Numbers | None) -> tuple[Places, Places]:
    """Where among postings, given by key and group, ascending, what is asked for begins and ends: keys, or pairs of a
    key and a group; each of shape (keys,)."""
    import numpy as np

    own, theirs = postings
    starts, ends = np.searchsorted(own, keys, "left"), np.searchsorted(own, keys, "right")
    if groups is None:
        return starts, ends
    return _within(theirs, starts, ends, groups), _within(theirs, starts, ends, groups, after=True)


def _within(numbers: Numbers, low: Places, high: Places, asked: Numbers, after: bool = False) -> Places:
    """Where each number that is asked for stands in a range of its own, in which numbers ascend: before or after those
    that are equal. All ranges are halved at once."""
    import numpy as np

    while (open_still := low < high).any():
        middle = (low + high) >> 1
        found = numbers.take(middle, mode="clip")
        beyond = open_still & (found <= asked if after else found < asked)
        low = np.where(beyond, middle + 1, low)
        high = np.where(open_still & ~beyond, middle, high)
    return low


def run_of(lists: Sequence[tuple[Keys, int, int]]) -> Run:
    """The run of documents, given as the keys of each, its group, its number."""
    import numpy as np

    sizes = [len(keys) for keys, _, _ in lists]
    keys = np.concatenate([keys for keys, _, _ in lists] or [np.zeros(0, np.int64)])
    groups = np.array([group for _, group, _ in lists], np.int64).repeat(sizes)
    documents = np.array([document for _, _, document in lists], np.int64).repeat(sizes)
    return _sorted(Run(keys, groups, documents))


def merged(runs: Sequence[Run]) -> Run:
    """One run of what several have, no posting in two of them."""
    import numpy as np

    some = [run for run in runs if len(run.keys)] or list(runs[:1])
    return _sorted(Run(*map(np.concatenate, zip(*some, strict=True)))) if len(some) > 1 else some[0]


def _sorted(run: Run) -> Run:
    """Sorted by the keys, which soon finds what is sorted in stretches; then what a key has, if out of order."""
    import numpy as np

    run = run.take(run.keys.argsort(kind="stable"))
    keys, groups, documents = run
    later = (groups[:-1] > groups[1:]) | ((groups[:-1] == groups[1:]) & (documents[:-1] > documents[1:]))
    unsorted = np.flatnonzero(later & (keys[:-1] == keys[1:]))
    if not len(unsorted):
        return run
    _, at = run.held(distinct(keys[unsorted]))
    some = run.take(at)
    ordered = np.arange(len(keys))
    ordered[at] = at[np.lexsort((some.documents, some.groups, some.keys))]
    return run.take(ordered)
