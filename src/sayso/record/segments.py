"""The postings of an index in a record: a log-structured merge tree, whose sorted runs are never changed.

Each transaction adds a run of level 0; when there are FAN runs of one level, they are merged into one of the next. So
there are few runs however large the record is, and a posting is written at most once a level. Keys are hashes: in a
B-tree a thousand documents would write to every page of a large table.

A run is cut into segments, and a segment into chunks. For each segment, the first posting of every chunk and a Bloom
filter (its ``sieve``) are kept in memory, so that only chunks that may hold a key are read. The connection caches both
between transactions (``sayso.record.cache``), and the postings it wrote last: copies of a text are published close in
time, and the last runs are the next to be merged.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sayso.record.cache import IndexCache
from sayso.relations.index.runs import Run, bounds, distinct, merged, run_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]
    Numbers = NDArray[np.int64]
    Places = NDArray[np.intp]
    Bits = NDArray[np.uint8]

#: How many runs of one level become one of the next.
FAN = 4

#: Postings in a chunk (four chunks fill a page of the database), and in a segment, which bounds the memory of a merge.
CHUNK, SEGMENT = 40, 1_000_000

#: Bits of a sieve for each key, and how many of them a key sets: six false positives in a thousand.
BITS, PROBES = 12, 4

#: Odd multipliers of 64 bits, one for each bit that a key sets.
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


class Segment(NamedTuple):
    """Part of one run: its chunks stand from ``place`` on, one for each of ``firsts``, the keys and groups of the first
    posting of every chunk. ``postings`` are all of them, where they are in memory."""

    number: int
    run: int
    level: int
    place: int
    firsts: tuple[Keys, Numbers]
    sieve: Bits
    postings: Run | None = None

    def chunks(self, keys: Keys, groups: Numbers | None, limit: int | None) -> Places:
        """Which chunks to read for the first ``limit`` postings, or all, of these keys (with ``groups``: of these pairs
        of a key and a group); ascending."""
        import numpy as np

        starts, ends = bounds(self.firsts, keys, groups)
        if limit is not None:
            ends = np.minimum(ends, starts - (-limit // CHUNK))
        starts = np.maximum(starts - 1, 0)  # the first of them may be in the chunk before
        counts = ends - starts
        within = np.arange(int(counts.sum())) - (counts.cumsum() - counts).repeat(counts)
        return distinct(starts.repeat(counts) + within)


class Segments:
    """The postings of one index, inside one transaction."""

    def __init__(self, cursor: sqlite3.Cursor, segments: str, chunks: str, cache: IndexCache) -> None:
        self._cursor, self._table, self._chunks, self._cache = cursor, segments, chunks, cache

    @cached_property
    def version(self) -> int:
        """A number that changes as soon as another connection has written."""
        (version,) = self._cursor.execute("PRAGMA data_version").fetchone()
        return int(version)

    @cached_property
    def _held(self) -> list[Segment]:
        import numpy as np

        cached = self._cache.segments(self._table, self.version)
        if cached is not None:
            return cached
        query = f"SELECT number, run, level, place, firsts, sieve FROM {self._table} ORDER BY number"
        out = []
        for number, run, level, place, firsts, sieve in self._cursor.execute(query):
            keys, groups = np.frombuffer(firsts, np.int64).reshape(2, -1)
            out.append(Segment(number, run, level, place, (keys, groups), np.frombuffer(sieve, np.uint8)))
        self._cache.keep(self._table, self.version, out)
        return out

    def found(self, keys: Keys, groups: Numbers | None = None, limit: int | None = None) -> Run:
        """The postings of these keys, which must ascend: of each the first ``limit`` in the order of the index, or all.

        With ``groups``, the postings of the pairs of a key and a group, in that order.
        """
        import numpy as np

        out = [run_of([])]
        for segment, following in itertools.zip_longest(self._held, self._held[1:]):
            first, last = np.searchsorted(keys, segment.firsts[0][0], "left"), len(keys)
            if following is not None and following.run == segment.run:  # it begins where this one ends
                last = np.searchsorted(keys, following.firsts[0][0], "right")
            theirs = None if groups is None else groups[first:last]
            out.append(self._of(segment, keys[first:last], theirs, limit))
        return merged(out)

    def _of(self, segment: Segment, keys: Keys, groups: Numbers | None, limit: int | None) -> Run:
        at = passing(segment.sieve, keys)
        if not len(at):
            return run_of([])
        keys, groups = keys[at], None if groups is None else groups[at]
        if segment.postings is not None:
            return segment.postings.take(segment.postings.held(keys, limit, groups)[1])
        chunks = segment.chunks(keys, groups, limit) + segment.place
        if 2 * len(chunks) > len(segment.firsts[0]):  # a scan is cheaper than that many lookups
            run = self._read("place >= ? AND place <= ?", int(chunks[0]), int(chunks[-1]))
        else:
            run = self._read("place IN (SELECT value FROM json_each(?))", json.dumps(chunks.tolist()))
        return run.take(run.held(keys, limit, groups)[1])

    def _read(self, which: str, *given: object) -> Run:
        """The postings of the chunks that meet an SQL condition, in order."""
        import numpy as np

        lines = self._cursor.execute(f"SELECT postings FROM {self._chunks} WHERE {which} ORDER BY place", given)
        table = np.frombuffer(b"".join([postings for (postings,) in lines]), np.int64).reshape(-1, 3)
        return Run(np.ascontiguousarray(table[:, 0]), table[:, 1], table[:, 2])  # only keys are searched

    def between(self, low: int, high: int) -> Run:
        """The postings of all keys from ``low`` to ``high``, inclusive."""
        import numpy as np

        end = None if high == np.iinfo(np.int64).max else high + 1
        return merged([run_of([]), *(self._between(segment, low, end) for segment in self._held)])

    def add(self, run: Run) -> None:
        """Adds a run, and merges it with all runs of each level that it fills, so that each posting is written once."""
        if not len(run.keys):
            return
        levels: dict[int, dict[int, list[Segment]]] = defaultdict(lambda: defaultdict(list))
        for segment in self._held:
            levels[segment.level][segment.run].append(segment)
        level, old = 0, list[Segment]()
        while len(levels[level]) >= FAN - 1:
            old += itertools.chain.from_iterable(levels[level].values())
            level += 1
        if old:
            self._write(self._as_one([*old, _in_memory(run)]), level)
            self._forget(old)
        else:
            self._write((run.part(start, start + SEGMENT) for start in range(0, len(run.keys), SEGMENT)), level)
        self._cache.keep(self._table, self.version, self._held)

    def _write(self, parts: Iterable[Run], level: int) -> None:
        """Writes a run, given in parts by ranges of keys, as segments."""
        import numpy as np

        run = None
        for part in parts:
            last = self._held[-1] if self._held else None
            number = last.number + 1 if last else 1
            place = last.place + len(last.firsts[0]) if last else 1
            run = run or number
            lines = np.stack(part, axis=1)
            width = CHUNK * lines.itemsize * lines.shape[1]
            packed = memoryview(lines.tobytes())
            self._cursor.executemany(
                f"INSERT INTO {self._chunks} (place, postings) VALUES (?, ?)",
                [(place + n, packed[start : start + width]) for n, start in enumerate(range(0, len(packed), width))],
            )
            firsts = _firsts(part)
            segment = Segment(number, run, level, place, firsts, sieve_of(distinct(part.keys)), part)
            self._cursor.execute(
                f"INSERT INTO {self._table} (number, run, level, place, firsts, sieve) VALUES (?, ?, ?, ?, ?, ?)",
                (number, run, level, place, np.concatenate(firsts).tobytes(), segment.sieve.tobytes()),
            )
            self._held.append(segment)

    def _as_one(self, segments: Sequence[Segment]) -> Iterator[Run]:
        """The merged postings of several segments, a range of keys at a time."""
        import numpy as np

        keys = np.sort(np.concatenate([segment.firsts[0] for segment in segments]))
        edges = distinct(keys[:: max(1, SEGMENT // CHUNK)]).tolist()
        for low, high in itertools.zip_longest(edges, edges[1:]):
            yield merged([self._between(segment, low, high) for segment in segments])

    def _between(self, segment: Segment, low: int, high: int | None) -> Run:
        """The postings whose keys are at least ``low`` and below ``high``."""
        import numpy as np

        run = segment.postings
        if run is None:
            keys = segment.firsts[0]
            start = max(0, int(np.searchsorted(keys, low, "left")) - 1)
            end = len(keys) if high is None else int(np.searchsorted(keys, high, "left"))
            run = self._read("place >= ? AND place < ?", segment.place + start, segment.place + max(start, end))
        first = int(np.searchsorted(run.keys, low, "left"))
        return run.part(first, None if high is None else int(np.searchsorted(run.keys, high, "left")))

    def _forget(self, segments: Sequence[Segment]) -> None:
        for segment in segments:
            ends = segment.place, segment.place + len(segment.firsts[0])
            self._cursor.execute(f"DELETE FROM {self._chunks} WHERE place >= ? AND place < ?", ends)
            self._cursor.execute(f"DELETE FROM {self._table} WHERE number = ?", (segment.number,))
        gone = {segment.number for segment in segments}
        self._held = [segment for segment in self._held if segment.number not in gone]


def _firsts(run: Run) -> tuple[Keys, Numbers]:
    """Key and group of the first posting of every chunk; copies, since a slice would keep the whole array alive."""
    return run.keys[::CHUNK].copy(), run.groups[::CHUNK].copy()


def _in_memory(run: Run) -> Segment:
    """A segment for a run that is not written yet."""
    import numpy as np

    return Segment(0, 0, 0, 0, _firsts(run), np.zeros(0, np.uint8), run)


def sieve_of(keys: Keys) -> Bits:
    """The Bloom filter of these keys, which must be distinct."""
    import numpy as np

    bits = np.zeros(-(-BITS * max(1, len(keys)) // 8) * 8, np.bool_)
    for factor in FACTORS[:PROBES]:
        bits[_slots(keys, len(bits), factor)] = True
    return np.packbits(bits, bitorder="little")


def passing(sieve: Bits, keys: Keys) -> Places:
    """The places in ``keys`` of those that the Bloom filter may hold."""
    import numpy as np

    at = np.arange(len(keys))
    for factor in FACTORS[:PROBES]:
        slots = _slots(keys[at], 8 * len(sieve), factor)
        set_there = (sieve[slots >> 3] >> (slots & 7).astype(np.uint8)) & 1
        at = at[set_there.view(np.bool_)]
    return at


def _slots(keys: Keys, bits: int, factor: int) -> Places:
    """The bit that each key sets, by multiplicative hashing."""
    import numpy as np

    half = np.uint64(32)
    mixed = np.ascontiguousarray(keys).view(np.uint64) * np.uint64(factor)
    slots: Places = (((mixed >> half) * np.uint64(bits)) >> half).astype(np.intp)
    return slots
