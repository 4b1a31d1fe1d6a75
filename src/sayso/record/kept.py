"""What the transactions of one connection leave in memory to the next, of the indexes of a record.

All of it is in the tables too, and holds as long as no other connection has written the record and nothing was undone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sayso.record.segments import Segment
    from sayso.relations.index.postings import Entry

#: Bytes of the segments of an index, without their postings; of a larger one nothing is kept.
KEPT = 128 << 20

#: Bytes of the postings that were written last, and how many documents of those that were entered or asked for last.
LATEST, DOCUMENTS = 96 << 20, 20_000


class Read(NamedTuple):
    """What documents were entered with, and their places."""

    entries: dict[int, Entry]
    places: dict[int, int]


class Kept:
    """What is kept, by the table that it is of, where the database had some version."""

    def __init__(self) -> None:
        self._segments: dict[str, tuple[int, list[Segment]]] = {}
        self._read: dict[str, tuple[int, Read]] = {}

    def segments(self, table: str, version: int) -> list[Segment] | None:
        found = self._segments.get(table)
        return found[1] if found is not None and found[0] == version else None

    def keep(self, table: str, version: int, held: Sequence[Segment]) -> None:
        size = sum(segment.sieve.nbytes + 2 * segment.firsts[0].nbytes for segment in held)
        if size <= KEPT:
            self._segments[table] = (version, _latest(held))
        else:
            self._segments.pop(table, None)

    def read(self, table: str, version: int) -> Read:
        """What is kept of the documents, to be added to."""
        known, read = self._read.get(table, (version, Read({}, {})))
        if known != version:
            read = Read({}, {})
        _shorten(read.entries)
        _shorten(read.places)
        self._read[table] = (version, read)
        return read

    def clear(self) -> None:
        """Forgets all, for tables are emptied."""
        self._segments.clear()
        self._read.clear()


def _latest(held: Sequence[Segment]) -> list[Segment]:
    """The segments, without the postings of those that come before the last so many bytes."""
    room, out = LATEST, list(held)
    for place in reversed(range(len(out))):
        postings = out[place].postings
        if postings is not None:
            room -= sum(column.nbytes for column in postings)
            if room < 0:
                out[place] = out[place]._replace(postings=None)
    return out


def _shorten(held: dict[int, Entry] | dict[int, int]) -> None:
    for number in list(itertools.islice(held, max(0, len(held) - DOCUMENTS))):
        del held[number]
