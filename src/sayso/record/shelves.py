"""The inverted indexes of a record: from keys, such as fingerprints of passages, to the documents that have them.

A table holds what each document was entered with, and segments hold the postings of all (``sayso.record.segments``);
both are written in the transaction of whatever follows from them. A lookup reads only the beginning of a key's list, so
its cost does not grow with the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sayso.record.cache import Entered, cache_of
from sayso.record.engine import cursor_of
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


#: How many documents of a key are read and kept at a time, since the same keys are asked for again.
FIRST = 40


class Shelf:
    """One index inside one transaction; it implements ``relations.index.postings.Postings``.

    It keeps the first holders that it reads until something is entered, so a transaction must enter all its documents
    through one object.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        self._cursor = cursor_of(connection)
        entries, segments, chunks, marks = (table.name for table in INDEXES[name])
        self._entries, self._marks = entries, marks
        self._cache = cache_of(connection)
        self._tables = (entries, segments, chunks, marks)
        self._postings = Segments(self._cursor, segments, chunks, self._cache)
        self._standing: Keys | None = None  # the marked keys, ascending; None after a change
        self._firsts: tuple[Keys, Run] | None = None  # keys that were asked for, and their first holders

    @cached_property
    def _entered(self) -> Entered:
        return self._cache.entered(self._entries, self._postings.version)

    def empty(self) -> None:
        """Removes everything that was entered. To be called before any lookup."""
        self._cache.clear()
        for table in self._tables:
            self._cursor.execute(f"DELETE FROM {table}")

    def enter(self, entries: Sequence[Entry]) -> None:
        known = self.entries(entry.document for entry in entries)
        new = {entry.document: entry for entry in entries if entry.document not in known}
        self._entered.entries.update(new)
        (last,) = self._cursor.execute(f"SELECT coalesce(max(place), 0) FROM {self._entries}").fetchone()
        places = self._entered.places
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

        known, places = self._entered
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
        """The place of each document among those entered, which is the order in which they came."""
        query = f"SELECT place FROM {self._entries} WHERE document = ?"
        asked = sorted(set(documents))
        places = self._entered.places
        for number in asked:
            if number not in places and (line := self._cursor.execute(query, (number,)).fetchone()):
                places[number] = line[0]
        return {number: places[number] for number in asked if number in places}

    def numbers(self, places: Iterable[int]) -> dict[int, int]:
        """The document at each of these places."""
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

        # a key that was asked for before and has few holders needs no second lookup
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
        """The keys that are marked for any group: few, since publishers have little standing text."""
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
    """Which of the keys are among the known ones, which must ascend."""
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), np.bool_)
    found: Flags = known[np.searchsorted(known, keys).clip(max=len(known) - 1)] == keys
    return found
