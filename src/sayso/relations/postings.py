"""An index of which documents have which keys, as the stages that look for neighbours are handed it.

A key is a number of 64 bits: a fingerprint of a text, or a word in a time window. A document is a number too
(:func:`number_of`). A record keeps such an index in its tables; :class:`Shelf` is the same in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Numbers = NDArray[np.int64]
    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]

SIGN = 1 << 63


class Entry(NamedTuple):
    """What is entered of a document: its number, one for its publisher (0: none), its keys, ascending, each once."""

    document: int
    group: int
    keys: Keys


class Holders(NamedTuple):
    """Documents that have keys: ``places`` say of which of the keys asked for, ascending; the documents of one key
    stand in the index's order, by group, then by number."""

    places: Places
    documents: Numbers


def common(a: Keys, b: Keys) -> Keys:
    """The keys that two lists have, each ascending and without repetition; ascending."""
    import numpy as np

    both = np.concatenate((a, b))
    both.sort()
    twice: Keys = both[:-1][both[1:] == both[:-1]]
    return twice


class Postings(Protocol):
    """What is asked of an index. Entries are added and never changed; the order of adding them makes no difference."""

    def enter(self, entries: Sequence[Entry]) -> None:
        """Adds documents that the index does not have yet."""

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        """What was entered of some documents, those that the index has."""

    def first(self, keys: Keys, limit: int) -> Holders:
        """The first so many documents of each key."""

    def every(self, keys: Keys) -> Holders:
        """All documents of each key."""

    def of_group(self, keys: Keys, group: int, limit: int) -> Holders:
        """The first so many documents of a group that have each key."""

    def standing(self, keys: Keys) -> Flags:
        """Which of the keys are marked for any group, as standing text is; shape (keys,)."""

    def mark(self, key: int, group: int, marked: bool) -> None:
        """Marks a key for a group, or takes the mark away."""


def number_of(row_id: str) -> int:
    """A row's id, of 64 bits after its kind, as a number that an index can hold."""
    return int(row_id.rpartition("-")[2], 16) - SIGN


def id_of(kind: str, number: int) -> str:
    """The row's id that has this number."""
    return f"{kind}-{number + SIGN:016x}"


class Shelf:
    """An index in memory: the entries, and their keys in one sorted array, which is made anew when it is asked after
    something was entered."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._marks: dict[int, set[int]] = {}  # of each key that is marked for any group the groups
        self._sorted: tuple[Numbers, Numbers, Keys, Places] | None = None

    def enter(self, entries: Sequence[Entry]) -> None:
        self._entries |= {entry.document: entry for entry in entries}
        self._sorted = None

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        return {number: self._entries[number] for number in documents if number in self._entries}

    def first(self, keys: Keys, limit: int) -> Holders:
        return self._named(*self._held(keys, limit))

    def every(self, keys: Keys) -> Holders:
        return self._named(*self._held(keys, None))

    def of_group(self, keys: Keys, group: int, limit: int) -> Holders:
        import numpy as np

        places, ranks = self._held(keys, None)
        numbers, groups, *_ = self._index()
        mine = np.flatnonzero(groups[ranks] == group)
        starts = np.searchsorted(places[mine], places[mine], "left")
        mine = mine[np.arange(len(mine)) - starts < limit]
        return Holders(places[mine], numbers[ranks[mine]])

    def standing(self, keys: Keys) -> Flags:
        import numpy as np

        return np.fromiter(map(self._marks.__contains__, keys.tolist()), np.bool_, len(keys))

    def mark(self, key: int, group: int, marked: bool) -> None:
        if marked:
            self._marks.setdefault(key, set()).add(group)
        elif key in self._marks:
            self._marks[key].discard(group)
            if not self._marks[key]:
                del self._marks[key]

    def _named(self, places: Places, ranks: Places) -> Holders:
        return Holders(places, self._index()[0][ranks])

    def _held(self, keys: Keys, limit: int | None) -> tuple[Places, Places]:
        """The documents of each key, by their places in the index's order."""
        import numpy as np

        *_, held, ranks = self._index()
        starts, ends = np.searchsorted(held, keys, "left"), np.searchsorted(held, keys, "right")
        counts = ends - starts if limit is None else np.minimum(ends - starts, limit)
        places = np.arange(len(keys)).repeat(counts)
        within = np.arange(len(places)) - (counts.cumsum() - counts).repeat(counts)
        return places, ranks[starts.repeat(counts) + within]

    def _index(self) -> tuple[Numbers, Numbers, Keys, Places]:
        import numpy as np

        if self._sorted is None:
            ordered = sorted(self._entries.values(), key=lambda entry: (entry.group, entry.document))
            every = np.concatenate([entry.keys for entry in ordered] or [np.zeros(0, np.int64)])
            ranks = np.arange(len(ordered)).repeat([len(entry.keys) for entry in ordered])
            order = every.argsort(kind="stable")
            numbers = np.array([entry.document for entry in ordered], np.int64)
            groups = np.array([entry.group for entry in ordered], np.int64)
            self._sorted = numbers, groups, every[order], ranks[order]
        return self._sorted
