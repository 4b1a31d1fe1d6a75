"""An index of which documents have which keys, as the stages that look for neighbours are handed it.

A key is a number of 64 bits: a fingerprint of a text, or a word in a time window. A document is a number too
(:func:`number_of`). A record keeps such an index in its tables; :class:`Shelf` is the same in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sayso.relations.index.runs import Run, run_of

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
        """The first ``limit`` documents of each key; the keys ascending, each once, here and below."""

    def every(self, keys: Keys) -> Holders:
        """All documents of each key."""

    def of_groups(self, keys: Keys, groups: Numbers, limit: int) -> Holders:
        """The first ``limit`` documents of each pair of a key and a group; the pairs in order, each once."""

    def standing(self, keys: Keys) -> Flags:
        """Which of the keys, in any order, are marked for any group, as standing text is; shape (keys,)."""

    def mark(self, key: int, group: int, marked: bool) -> None:
        """Marks a key for a group, or takes the mark away."""


def number_of(row_id: str) -> int:
    """A row's id, of 64 bits after its kind, as a number that an index can hold."""
    return int(row_id.rpartition("-")[2], 16) - SIGN


def id_of(kind: str, number: int) -> str:
    """The row's id that has this number."""
    return f"{kind}-{number + SIGN:016x}"


class Shelf:
    """An index in memory: the entries, and their keys in one run, which is made anew when it is asked after something
    was entered."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._marks: dict[int, set[int]] = {}  # of each key that is marked for any group the groups
        self._run: Run | None = None

    def enter(self, entries: Sequence[Entry]) -> None:
        self._entries |= {entry.document: entry for entry in entries}
        self._run = None

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        return {number: self._entries[number] for number in documents if number in self._entries}

    def first(self, keys: Keys, limit: int) -> Holders:
        return holders(self._index(), keys, limit)

    def every(self, keys: Keys) -> Holders:
        return holders(self._index(), keys)

    def of_groups(self, keys: Keys, groups: Numbers, limit: int) -> Holders:
        return holders(self._index(), keys, limit, groups)

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

    def _index(self) -> Run:
        if self._run is None:
            self._run = run_of([(entry.keys, entry.group, entry.document) for entry in self._entries.values()])
        return self._run


def holders(run: Run, keys: Keys, limit: int | None = None, groups: Numbers | None = None) -> Holders:
    """What a run has of some keys, or pairs of a key and a group, as documents of each."""
    places, at = run.held(keys, limit, groups)
    return Holders(places, run.documents[at])
