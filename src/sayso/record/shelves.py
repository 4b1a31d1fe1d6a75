"""The indexes that a record keeps, so that new documents are looked up and nothing is indexed twice.

Each is a table of numbers in the order of its key, written in the transaction of whatever follows from it. A lookup
reads the beginning of a key's list, so that it costs the same however long the list is. What came last is kept apart,
in runs, until it is enough to be worth writing: see RECENT.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sayso.record.schema import INDEXES
from sayso.relations.postings import Entry, Holders, holders
from sayso.relations.runs import Run, merged, run_of, unpacked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Flags = NDArray[np.bool_]


#: So many documents of a key are read at once, for they are asked for again.
FIRST = 40

#: So many postings are held apart before they go into the table: an index's keys are spread over all its pages, so that
#: a few documents touch almost as many pages as many do, and each touched page is written as a whole.
RECENT = 1_000_000

#: Postings that are written at once, which bounds the memory.
WRITTEN = 50_000


class Shelf:
    """An index in a record, inside one transaction; as ``sayso.relations.postings.Postings`` has it. What it reads it
    keeps until something is entered: a transaction enters through one such object."""

    def __init__(self, connection: Connection, name: str) -> None:
        raw: Any = connection.connection.driver_connection
        self._cursor: sqlite3.Cursor = raw.cursor()
        self._entries, self._postings, self._recents, self._marks = (table.name for table in INDEXES[name])
        self._firsts: tuple[Keys, Run] | None = None  # keys that were asked for, and their first holders

    @cached_property
    def _recent(self) -> Run:
        """What is not in the table of postings yet."""
        lines = self._cursor.execute(f"SELECT run FROM {self._recents} ORDER BY number")
        return merged([run_of([]), *(unpacked(line) for (line,) in lines)])

    def enter(self, entries: Sequence[Entry]) -> None:
        known = self.entries(entry.document for entry in entries)
        new = {entry.document: entry for entry in entries if entry.document not in known}
        self._cursor.executemany(
            f"INSERT INTO {self._entries} (document, publisher, keys) VALUES (?, ?, ?)",
            [(entry.document, entry.group, entry.keys.tobytes()) for _, entry in sorted(new.items())],
        )
        run = run_of([(entry.keys, entry.group, entry.document) for entry in new.values()])
        if not len(run.keys):
            return
        self._firsts = None
        self._recent = merged([self._recent, run])
        if len(self._recent.keys) <= RECENT:
            self._cursor.execute(f"INSERT INTO {self._recents} (run) VALUES (?)", (run.packed(),))
            return
        # in the order of the table, so that neighbours are written together
        for start in range(0, len(self._recent.keys), WRITTEN):
            some = [column[start : start + WRITTEN].tolist() for column in self._recent]
            self._cursor.executemany(
                f"INSERT OR IGNORE INTO {self._postings} (key, publisher, document) VALUES (?, ?, ?)",
                zip(*some, strict=True),
            )
        self._cursor.execute(f"DELETE FROM {self._recents}")
        self._recent = run_of([])

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        import numpy as np

        query = f"SELECT document, publisher, keys FROM {self._entries} WHERE document = ?"
        found = (self._cursor.execute(query, (number,)).fetchone() for number in sorted(set(documents)))
        return {
            document: Entry(document, group, np.frombuffer(keys, np.int64))
            for document, group, keys in (line for line in found if line is not None)
        }

    def first(self, keys: Keys, limit: int) -> Holders:
        import numpy as np

        if limit > FIRST:
            return holders(keys, self._found(keys, None, limit))
        known, firsts = self._firsts or (keys[:0], run_of([]))
        at = np.searchsorted(known, keys).clip(max=max(0, len(known) - 1))
        missing = keys[known[at] != keys] if len(known) else keys
        if len(missing):
            known = np.sort(np.concatenate((known, missing)))
            firsts = merged([firsts, self._found(missing, None, FIRST)])
            self._firsts = known, firsts
        places, held = firsts.held(keys, limit)
        return Holders(places, firsts.documents[held])

    def every(self, keys: Keys) -> Holders:
        return holders(keys, self._found(keys, None, None))

    def of_group(self, keys: Keys, group: int, limit: int) -> Holders:
        return holders(keys, self._found(keys, group, limit))

    def _found(self, keys: Keys, group: int | None, limit: int | None) -> Run:
        """What is held of some keys, of a group or of all, the first so many of each key or all."""
        recent = self._recent.take(self._recent.held(keys, limit if group is None else None)[1])
        recent = recent if group is None else recent.of_group(group)
        both = merged([self._kept(keys, group, limit), recent])
        return both if limit is None else both.beginnings(limit)

    def _kept(self, keys: Keys, group: int | None, limit: int | None) -> Run:
        """What the table of postings has; most keys are in no other document, which one query tells of all."""
        import numpy as np

        known = f"SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM {self._postings} WHERE key = value)"
        asked = [key for (key,) in self._cursor.execute(known, (json.dumps(keys.tolist()),)).fetchall()]
        most = -1 if limit is None else limit
        one, given = ("", (most,)) if group is None else ("AND publisher = ? ", (group, most))
        query = f"SELECT key, publisher, document FROM {self._postings} WHERE key = ? {one}"
        query += "ORDER BY publisher, document LIMIT ?"
        run = self._cursor.execute
        lines = list(chain.from_iterable(run(query, (key, *given)).fetchall() for key in asked))
        return Run(*np.array(lines, np.int64).reshape(-1, 3).T)

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
