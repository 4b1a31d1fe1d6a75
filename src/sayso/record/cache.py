"""What one connection remembers of a record's indexes between transactions.

It is only a cache: everything in it is in the tables too. It holds as long as no other connection has written to the
record and nothing was rolled back.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection

if TYPE_CHECKING:
    from sayso.record.segments import Segment
    from sayso.relations.index.postings import Entry

#: Bytes that the segments of one index may take without their postings; the segments of a larger one are not cached.
LARGEST = 128 << 20

#: Bytes of postings, of those written last; and documents, of those entered or looked up last.
LATEST, DOCUMENTS = 96 << 20, 20_000

_KEY = "sayso indexes"


class Entered(NamedTuple):
    """Documents by number: what each was entered with, and its place."""

    entries: dict[int, Entry]
    places: dict[int, int]


class IndexCache:
    """Segments and entered documents by the name of their table, each with the version of the database it is of."""

    def __init__(self) -> None:
        self._segments: dict[str, tuple[int, list[Segment]]] = {}
        self._entered: dict[str, tuple[int, Entered]] = {}

    def segments(self, table: str, version: int) -> list[Segment] | None:
        """The segments of a table; None if they are not cached."""
        found = self._segments.get(table)
        return found[1] if found is not None and found[0] == version else None

    def keep(self, table: str, version: int, segments: Sequence[Segment]) -> None:
        """Caches the segments of a table, and the postings of those written last."""
        size = sum(segment.sieve.nbytes + 2 * segment.firsts[0].nbytes for segment in segments)
        if size <= LARGEST:
            self._segments[table] = (version, _latest(segments))
        else:
            self._segments.pop(table, None)

    def entered(self, table: str, version: int) -> Entered:
        """The cached documents of a table, for the caller to look up and to add to."""
        known, entered = self._entered.get(table, (version, Entered({}, {})))
        if known != version:
            entered = Entered({}, {})
        _shorten(entered.entries)
        _shorten(entered.places)
        self._entered[table] = (version, entered)
        return entered

    def clear(self) -> None:
        """Forgets everything: the tables are being emptied."""
        self._segments.clear()
        self._entered.clear()


def cache_of(connection: Connection) -> IndexCache:
    """The cache of a connection."""
    found: IndexCache = connection.info.setdefault(_KEY, IndexCache())
    return found


def drop_cache(connection: Connection) -> None:
    """Forgets the cache of a connection: it may hold what was rolled back."""
    connection.info.pop(_KEY, None)


def _latest(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with the postings of the last ones only, as many as ``LATEST`` allows."""
    room, out = LATEST, list(segments)
    for place in reversed(range(len(out))):
        postings = out[place].postings
        if postings is not None:
            room -= sum(column.nbytes for column in postings)
            if room < 0:
                out[place] = out[place]._replace(postings=None)
    return out


def _shorten(cached: dict[int, Entry] | dict[int, int]) -> None:
    """Drops the oldest documents beyond ``DOCUMENTS``."""
    for number in list(itertools.islice(cached, max(0, len(cached) - DOCUMENTS))):
        del cached[number]
