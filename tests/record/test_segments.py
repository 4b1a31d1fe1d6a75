"""Runs of postings in the tables of a record: merged by level, read where an asked key may be, gone with their
transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from sayso.record.cache import IndexCache
from sayso.record.segments import CHUNK, FAN, Segments, passing, sieve_of
from sayso.relations.index.runs import Run, run_of

CHANCE = np.random.default_rng(8)


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE TABLE lines (number INTEGER PRIMARY KEY, run INT, level INT, place INT, firsts BLOB, sieve BLOB)"
    )
    connection.execute("CREATE TABLE chunks (place INTEGER PRIMARY KEY, postings BLOB)")
    yield connection
    connection.close()


def segments(connection: sqlite3.Connection, cache: IndexCache | None = None) -> Segments:
    return Segments(connection.cursor(), "lines", "chunks", cache or IndexCache())


def some(document: int, count: int = 50) -> Run:
    return run_of([(np.sort(CHANCE.integers(-(1 << 62), 1 << 62, count)), document % 3, document)])


def postings(run: Run) -> set[tuple[int, ...]]:
    return set(zip(*(column.tolist() for column in run), strict=True))


def levels(connection: sqlite3.Connection) -> list[int]:
    return [level for (level,) in connection.execute("SELECT level FROM lines ORDER BY number")]


def test_a_sieve_lets_its_own_keys_pass_and_few_others() -> None:
    own, others = (CHANCE.integers(-(1 << 62), 1 << 62, 20_000) for _ in range(2))
    sieve = sieve_of(own)
    assert len(passing(sieve, own)) == len(own)
    assert len(passing(sieve, others)) < 0.02 * len(others)
    assert len(passing(sieve_of(own[:1]), own[:1])) == 1


def test_runs_of_one_level_become_one_of_the_next(tables: sqlite3.Connection) -> None:
    held = segments(tables)
    every: set[tuple[int, ...]] = set()
    for number in range(FAN * FAN + 1):
        run = some(number)
        every |= postings(run)
        held.add(run)
    assert levels(tables) == [2, 0]
    keys = np.array(sorted({key for key, *_ in every}), np.int64)
    assert postings(held.found(keys)) == postings(segments(tables).found(keys)) == every
    written = sum(len(blob) for (blob,) in tables.execute("SELECT postings FROM chunks"))
    assert written == 24 * len(every)  # what was merged is not kept twice


def test_the_beginning_of_a_long_list_is_all_that_is_read(tables: sqlite3.Connection, monkeypatch: Any) -> None:
    common = np.array([7], np.int64)
    lists = [(np.append(common, 1000 + document), document % 2, document) for document in range(20 * CHUNK)]
    segments(tables).add(run_of(lists))
    held = segments(tables)
    read: list[int] = []
    whole = Segments._read
    monkeypatch.setattr(
        Segments, "_read", lambda self, *given: read.append(len((run := whole(self, *given)).keys)) or run
    )
    assert held.found(common, limit=5).documents.tolist() == [0, 2, 4, 6, 8]
    assert held.found(common, np.array([1]), limit=5).documents.tolist() == [1, 3, 5, 7, 9]
    assert max(read) <= 2 * CHUNK
    assert len(held.found(common).documents) == 20 * CHUNK


@pytest.mark.parametrize("room", [0, 4000, 1 << 20])
def test_what_was_written_last_is_found_in_memory_as_in_the_tables(
    tables: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr("sayso.record.cache.LATEST", room)
    cache = IndexCache()
    asked, groups = np.arange(30).repeat(3), np.tile(np.arange(3), 30)
    for number in range(3 * FAN):
        keys = np.sort(CHANCE.choice(30, 20, replace=False))
        segments(tables, cache).add(run_of([(keys, (number + n) % 3, 10 * number + n) for n in range(8)]))
        here, there = segments(tables, cache), segments(tables)
        for limit in (None, 1, 5):
            assert postings(here.found(np.arange(30), None, limit)) == postings(there.found(np.arange(30), None, limit))
            assert postings(here.found(asked, groups, limit)) == postings(there.found(asked, groups, limit))
        held = sum(
            sum(c.nbytes for c in s.postings) for s in cache.segments("lines", 0) or () if s.postings is not None
        )
        assert held <= room
    assert levels(tables) == [1, 1, 1]


def test_what_is_rolled_back_leaves_nothing(tables: sqlite3.Connection) -> None:
    kept, lost = some(1), some(2)
    segments(tables).add(kept)
    tables.execute("BEGIN")
    segments(tables).add(lost)
    tables.execute("ROLLBACK")
    keys = np.sort(np.concatenate((kept.keys, lost.keys)))
    assert postings(segments(tables).found(keys)) == postings(kept)


def test_the_next_transaction_has_at_hand_what_the_last_one_left(tables: sqlite3.Connection) -> None:
    cache, first, second = IndexCache(), some(1), some(2)
    segments(tables, cache).add(first)
    asked: list[str] = []
    tables.set_trace_callback(asked.append)
    held = segments(tables, cache)
    assert postings(held.found(first.keys)) == postings(first)
    assert not any("sieve" in query for query in asked)
    tables.set_trace_callback(None)
    held.add(second)
    assert postings(segments(tables, cache).found(second.keys)) == postings(second)
    cache.clear()
    assert postings(segments(tables, cache).found(second.keys)) == postings(second)


def test_an_index_too_large_to_keep_is_read_again(tables: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, first, second = IndexCache(), some(1), some(2)
    segments(tables, cache).add(first)
    monkeypatch.setattr("sayso.record.cache.LARGEST", 0)
    segments(tables, cache).add(second)
    assert cache.segments("lines", 0) is cache.segments("lines", 1) is None
    assert postings(segments(tables, cache).found(first.keys)) == postings(first)
