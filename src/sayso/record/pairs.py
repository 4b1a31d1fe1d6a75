"""The index of the rows of shared text, one for each pair of documents: id → place, and place → activity.

There are some five such rows for each document, far more than of any other relation. Their ids are hashes, so an
ordinary index would be written to at random, a page for every row; instead the ids are kept in sorted runs, each with
the place of its row, like the postings of shared text (``sayso.record.segments``).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from sayso.record.cache import cache_of
from sayso.record.engine import cursor_of
from sayso.record.related import PAIR_IDS, pairs_made
from sayso.record.schema import PLACE, TABLES
from sayso.record.segments import Segments
from sayso.relations.index.postings import SIGN, number_of
from sayso.relations.index.runs import Run
from sayso.types import Reuse

#: Hexadecimal digits at the end of an id.
DIGITS = 16


class Pairs:
    """The index as one transaction sees it. A transaction must add all its rows through one object."""

    def __init__(self, connection: Connection) -> None:
        self._cursor = cursor_of(connection)
        self._cache = cache_of(connection)
        self._ids = Segments(self._cursor, PAIR_IDS[0].name, PAIR_IDS[1].name, self._cache)
        self._table = TABLES[Reuse.kind].name
        self._entered: dict[str, int] = {}

    def places(self, ids: Iterable[str]) -> dict[str, int]:
        """The places of the rows with these ids; an id that the record does not have is left out."""
        asked = sorted(set(ids))
        found = {row_id: self._entered[row_id] for row_id in asked if row_id in self._entered}
        numbers = {number_of(row_id): row_id for row_id in asked if row_id not in found}
        if numbers:
            import numpy as np

            run = self._ids.found(np.sort(np.array(list(numbers), np.int64)))
            found |= {numbers[number]: place for number, place in _by_number(run)}
        return found

    def beginning(self, row_id: str) -> list[int]:
        """The places of the rows whose ids begin so; none if no id can."""
        kind, _, digits = row_id.rpartition("-")
        digits = digits.lower()
        if kind != Reuse.kind or len(digits) > DIGITS or not set(digits) <= set("0123456789abcdef"):
            return []
        low, high = (int(digits.ljust(DIGITS, fill), 16) - SIGN for fill in "0f")
        return sorted(place for _, place in _by_number(self._ids.between(low, high)))

    def enter(self, ids: Sequence[str]) -> tuple[dict[str, int], list[int]]:
        """Gives a place to each new id, in the order of ``ids``; returns these, and the places of the known ids."""
        known = self.places(ids)
        (last,) = self._cursor.execute(f"SELECT coalesce(max({PLACE}), 0) FROM {self._table}").fetchone()
        new = {row_id: last + n for n, row_id in enumerate((i for i in ids if i not in known), 1)}
        self._index(new)
        self._entered |= new
        return new, sorted(known.values())

    def index(self) -> None:
        """Rebuilds the index from the rows."""
        self._cache.clear()
        for table in PAIR_IDS:
            self._cursor.execute(f"DELETE FROM {table.name}")
        self._index(dict(self._cursor.execute(f"SELECT id, {PLACE} FROM {self._table}").fetchall()))

    def _index(self, places: Mapping[str, int]) -> None:
        import numpy as np

        numbers = np.array([number_of(row_id) for row_id in places], np.int64)
        order = numbers.argsort()
        at = np.array(list(places.values()), np.int64)
        self._ids.add(Run(numbers[order], np.zeros(len(at), np.int64), at[order]))

    def made(self, activity_id: str, places: Iterable[int]) -> None:
        """Notes that an activity yielded the rows at these places."""
        query = f"SELECT max(last) FROM {pairs_made.name} WHERE activity_id = ?"
        (noted,) = self._cursor.execute(query, (activity_id,)).fetchone()
        query = f"SELECT last FROM {pairs_made.name} WHERE activity_id = ? AND first <= ? ORDER BY first DESC LIMIT 1"
        missing = []
        for place in sorted(places):
            earlier = place <= (noted or 0) and self._cursor.execute(query, (activity_id, place)).fetchone()
            if not earlier or earlier[0] < place:
                missing.append(place)
        self._cursor.executemany(
            f"INSERT INTO {pairs_made.name} (activity_id, first, last) VALUES (?, ?, ?)",
            [(activity_id, first, last) for first, last in stretches(missing)],
        )

    def makers(self, row_id: str) -> list[str]:
        """The ids of the activities that yielded a row."""
        query = f"SELECT DISTINCT activity_id FROM {pairs_made.name} WHERE first <= ? AND last >= ?"
        places = self.places([row_id]).values()
        return [key for place in places for (key,) in self._cursor.execute(query, (place, place))]


def stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """The ranges of consecutive numbers in an ascending list, each as its first and last."""
    out = []
    for _, some in itertools.groupby(enumerate(places), lambda one: one[1] - one[0]):
        held = [place for _, place in some]
        out.append((held[0], held[-1]))
    return out


def _by_number(run: Run) -> Iterable[tuple[int, int]]:
    return zip(run.keys.tolist(), run.documents.tolist(), strict=True)
