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

from sayso.record.kept import Kept, Read
from sayso.record.related import INDEXES
from sayso.record.segments import Segments
from sayso.relations.index.postings import Entry, Holders, holders
from sayso.relations.index.runs import Run, distinct, merged, run_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]


#: This many documents of a key are read at once, for they are asked for again.
FIRST = 40


class Shelf:
    """An index in a record, inside one transaction; as ``relations.index.postings.Postings`` has it. First holders that
    it reads it keeps until something is entered: a transaction enters through one such object."""

    def __init__(self, connection: Connection, name: str) -> None:
        raw: Any = connection.connection.driver_connection
        self._cursor: sqlite3.Cursor = raw.cursor()
        entries, segments, chunks, marks = (table.name for table in INDEXES[name])
        self._entries, self._marks = entries, marks
        self._kept: Kept = connection.info.setdefault("kept", Kept())
        self._tables = (entries, segments, chunks, marks)
        self._postings = Segments(self._cursor, segments, chunks, self._kept)
        self._standing: Keys | None = None  # the keys that are marked, ascending; none where that changed
        self._firsts: tuple[Keys, Run] | None = None  # keys that were asked for, and their first holders

    @cached_property
    def _read(self) -> Read:
        """What was entered of documents that were asked for."""
        return self._kept.read(self._entries, self._postings.version)

    def empty(self) -> None:
        """Forgets all that was entered; to be asked of a shelf that was asked nothing yet."""
        self._kept.clear()
        for table in self._tables:
            self._cursor.execute(f"DELETE FROM {table}")

    def enter(self, entries: Sequence[Entry]) -> None:
        known = self.entries(entry.document for entry in entries)
        new = {entry.document: entry for entry in entries if entry.document not in known}
        self._read.entries.update(new)
        (last,) = self._cursor.execute(f"SELECT coalesce(max(place), 0) FROM {self._entries}").fetchone()
        places = self._read.places
        places |= {number: place for place, number in enumerate(sorted(new), last + 1)}
        self._cursor.executemany(
            f"INSERT INTO {self._entries} (place, document, publisher, keys) VALUES (?, ?, ?, ?)",
            [(places[n], n, entry.group, entry.keys.tobytes()) for n, entry in sorted(new.items())],
        )
        if new:
            self._firsts = None
            self._postings.add(run_of([(entry.keys, entry.group, entry.document) for entry in new.values()]))

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        import numpy as np

        known, places = self._read
        asked = sorted(set(documents))
        query = f"SELECT place, publisher, keys FROM {self._entries} WHERE document = ?"
        for number in asked:
            if number not in known:
                line = self._cursor.execute(query, (number,)).fetchone()
                if line is not None:
                    places[number] = line[0]
                    known[number] = Entry(number, line[1], np.frombuffer(line[2], np.int64))
        return {number: known[number] for number in asked if number in known}

    def places(self, documents: Iterable[int]) -> dict[int, int]:
        """The place of each document that was entered, in the order they came."""
        query = f"SELECT place FROM {self._entries} WHERE document = ?"
        asked = sorted(set(documents))
        places = self._read.places
        for number in asked:
            if number not in places and (line := self._cursor.execute(query, (number,)).fetchone()):
                places[number] = line[0]
        return {number: places[number] for number in asked if number in places}

    def numbers(self, places: Iterable[int]) -> dict[int, int]:
        """The document at each of some places."""
        query = f"SELECT document FROM {self._entries} WHERE place = ?"
        return {place: self._cursor.execute(query, (place,)).fetchone()[0] for place in sorted(set(places))}

    def first(self, keys: Keys, limit: int) -> Holders:
        import numpy as np

        if limit > FIRST:
            return holders(self._postings.found(keys, limit=limit), keys, limit)
        known, firsts = self._firsts or (keys[:0], run_of([]))
        missing = keys[~_among(known, keys)]
        if len(missing):
            known = np.sort(np.concatenate((known, missing)))
            firsts = merged([firsts, self._postings.found(missing, limit=FIRST)])
            self._firsts = known, firsts
        return holders(firsts, keys, limit)

    def every(self, keys: Keys) -> Holders:
        return holders(self._postings.found(keys), keys)

    def of_groups(self, keys: Keys, groups: Numbers, limit: int) -> Holders:
        import numpy as np

        # of a key that was asked for and has few holders all are at hand
        known, firsts = self._firsts or (keys[:0], run_of([]))
        asked = distinct(keys)
        places, at = firsts.held(asked)
        few = (np.bincount(places, minlength=len(asked)) < FIRST) & _among(known, asked)
        at_hand = firsts.take(at[few[places]])
        here = few[np.searchsorted(asked, keys)]
        elsewhere = self._postings.found(keys[~here], groups[~here], limit)
        return holders(merged([at_hand, elsewhere]), keys, limit, groups)

    def standing(self, keys: Keys) -> Flags:
        import numpy as np

        if self._standing is None:
            self._standing = np.array(sorted(self._marked), np.int64)
        return _among(self._standing, keys)

    @cached_property
    def _marked(self) -> set[int]:
        """The keys that are marked for any group: few, for publishers have little standing text."""
        return {key for (key,) in self._cursor.execute(f"SELECT DISTINCT key FROM {self._marks}")}

    def mark(self, key: int, group: int, marked: bool) -> None:
        self._standing = None
        if marked:
            self._cursor.execute(f"INSERT OR IGNORE INTO {self._marks} (key, publisher) VALUES (?, ?)", (key, group))
            self._marked.add(key)
            return
        self._cursor.execute(f"DELETE FROM {self._marks} WHERE key = ? AND publisher = ?", (key, group))
        if self._cursor.execute(f"SELECT 1 FROM {self._marks} WHERE key = ? LIMIT 1", (key,)).fetchone() is None:
            self._marked.discard(key)


def _among(known: Keys, keys: Keys) -> Flags:
    """Which of the keys are among those known, which are ascending."""
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), np.bool_)
    found: Flags = known[np.searchsorted(known, keys).clip(max=len(known) - 1)] == keys
    return found
