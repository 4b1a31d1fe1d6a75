"""The indexes that a record keeps, so that new documents are looked up and nothing is indexed twice.

Each is a table of numbers in the order of its key, written in the transaction of whatever follows from it. A lookup
reads the beginning of a key's list, so that it costs the same however long the list is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sayso.record.schema import INDEXES
from sayso.relations.postings import Entry, Holders

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Flags = NDArray[np.bool_]


#: So many documents of a key are read at once, for they are asked for again.
FIRST = 40


class Shelf:
    """An index in a record, inside one transaction; as ``sayso.relations.postings.Postings`` has it. What it reads it
    keeps until something is entered: a transaction enters through one such object."""

    def __init__(self, connection: Connection, name: str) -> None:
        raw: Any = connection.connection.driver_connection
        self._cursor: sqlite3.Cursor = raw.cursor()
        self._entries, self._postings, self._marks = (table.name for table in INDEXES[name])
        self._firsts: dict[int, list[int]] = {}

    def enter(self, entries: Sequence[Entry]) -> None:
        self._firsts = {}
        self._cursor.executemany(
            f"INSERT OR IGNORE INTO {self._entries} (document, publisher, keys) VALUES (?, ?, ?)",
            [(entry.document, entry.group, entry.keys.tobytes()) for entry in entries],
        )
        # in the order of the table, so that neighbours are written together
        lines = sorted((key, entry.group, entry.document) for entry in entries for key in entry.keys.tolist())
        self._cursor.executemany(
            f"INSERT OR IGNORE INTO {self._postings} (key, publisher, document) VALUES (?, ?, ?)", lines
        )

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        import numpy as np

        query = f"SELECT document, publisher, keys FROM {self._entries} WHERE document = ?"
        found = (self._cursor.execute(query, (number,)).fetchone() for number in sorted(set(documents)))
        return {
            document: Entry(document, group, np.frombuffer(keys, np.int64))
            for document, group, keys in (line for line in found if line is not None)
        }

    def first(self, keys: Keys, limit: int) -> Holders:
        query = f"SELECT document FROM {self._postings} WHERE key = ? ORDER BY publisher, document LIMIT ?"
        if limit > FIRST:
            return _holders(self._lists(query, keys.tolist(), limit))
        asked = keys.tolist()
        missing = [key for key in asked if key not in self._firsts]
        self._firsts |= zip(missing, self._lists(query, missing, FIRST), strict=True)
        return _holders([self._firsts[key][:limit] for key in asked])

    def every(self, keys: Keys) -> Holders:
        query = f"SELECT document FROM {self._postings} WHERE key = ? ORDER BY publisher, document"
        return _holders(self._lists(query, keys.tolist()))

    def of_group(self, keys: Keys, group: int, limit: int) -> Holders:
        query = f"SELECT document FROM {self._postings} WHERE key = ? AND publisher = ? ORDER BY document LIMIT ?"
        return _holders(self._lists(query, keys.tolist(), group, limit))

    def _lists(self, query: str, keys: Iterable[int], *more: int) -> list[list[int]]:
        run = self._cursor.execute
        return [[number for (number,) in run(query, (key, *more))] for key in keys]

    def standing(self, keys: Keys) -> Flags:
        import numpy as np

        return np.fromiter(map(self._marked.__contains__, keys.tolist()), np.bool_, len(keys))

    @cached_property
    def _marked(self) -> set[int]:
        """The keys that are marked for any group: few, for publishers have little standing text."""
        return {key for (key,) in self._cursor.execute(f"SELECT DISTINCT key FROM {self._marks}")}

    def mark(self, key: int, group: int, marked: bool) -> None:
        if marked:
            self._cursor.execute(f"INSERT OR IGNORE INTO {self._marks} (key, publisher) VALUES (?, ?)", (key, group))
            self._marked.add(key)
            return
        self._cursor.execute(f"DELETE FROM {self._marks} WHERE key = ? AND publisher = ?", (key, group))
        if self._cursor.execute(f"SELECT 1 FROM {self._marks} WHERE key = ? LIMIT 1", (key,)).fetchone() is None:
            self._marked.discard(key)


def _holders(lists: Sequence[Sequence[int]]) -> Holders:
    import numpy as np

    places = np.arange(len(lists)).repeat([len(held) for held in lists])
    return Holders(places, np.array(list(chain.from_iterable(lists)), np.int64))
