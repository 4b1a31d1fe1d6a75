"""The indexes that a record keeps, so that new documents are looked up and nothing is indexed twice.

What a document was entered with is a line of a table, the postings of all are in segments (``sayso.record.segments``),
both written in the transaction of whatever follows from them. A lookup reads the beginning of a key's list, so that it
costs the same however long the list is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sayso.record.schema import INDEXES
from sayso.record.segments import Segments
from sayso.relations.postings import Entry, Holders, holders
from sayso.relations.runs import Run, merged, run_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]


#: So many documents of a key are read at once, for they are asked for again.
FIRST = 40


class Shelf:
    """An index in a record, inside one transaction; as ``sayso.relations.postings.Postings`` has it. What it reads it
    keeps until something is entered: a transaction enters through one such object."""

    def __init__(self, connection: Connection, name: str) -> None:
        raw: Any = connection.connection.driver_connection
        self._cursor: sqlite3.Cursor = raw.cursor()
        entries, segments, chunks, marks = (table.name for table in INDEXES[name])
        self._entries, self._marks = entries, marks
        self._postings = Segments(self._cursor, segments, chunks)
        self._known: dict[int, Entry] = {}
        self._firsts: tuple[Keys, Run] | None = None  # keys that were asked for, and their first holders

    def enter(self, entries: Sequence[Entry]) -> None:
        known = self.entries(entry.document for entry in entries)
        new = {entry.document: entry for entry in entries if entry.document not in known}
        self._known |= new
        self._cursor.executemany(
            f"INSERT INTO {self._entries} (document, publisher, keys) VALUES (?, ?, ?)",
            [(entry.document, entry.group, entry.keys.tobytes()) for _, entry in sorted(new.items())],
        )
        if new:
            self._firsts = None
            self._postings.add(run_of([(entry.keys, entry.group, entry.document) for entry in new.values()]))

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        import numpy as np

        asked = sorted(set(documents))
        query = f"SELECT publisher, keys FROM {self._entries} WHERE document = ?"
        for number in asked:
            if number not in self._known:
                line = self._cursor.execute(query, (number,)).fetchone()
                if line is not None:
                    self._known[number] = Entry(number, line[0], np.frombuffer(line[1], np.int64))
        return {number: self._known[number] for number in asked if number in self._known}

    def first(self, keys: Keys, limit: int) -> Holders:
        import numpy as np

        if limit > FIRST:
            return holders(self._postings.found(keys, limit=limit), keys, limit)
        known, firsts = self._firsts or (keys[:0], run_of([]))
        at = np.searchsorted(known, keys).clip(max=max(0, len(known) - 1))
        missing = keys[known[at] != keys] if len(known) else keys
        if len(missing):
            known = np.sort(np.concatenate((known, missing)))
            firsts = merged([firsts, self._postings.found(missing, limit=FIRST)])
            self._firsts = known, firsts
        return holders(firsts, keys, limit)

    def every(self, keys: Keys) -> Holders:
        return holders(self._postings.found(keys), keys)

    def of_groups(self, keys: Keys, groups: Numbers, limit: int) -> Holders:
        return holders(self._postings.found(keys, groups, limit), keys, limit, groups)

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
