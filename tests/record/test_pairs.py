"""Rows of shared text are found by the places at which they were kept, and by their ids through sorted runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.record import segments
from sayso.record.pairs import Pairs, stretches
from sayso.record.store import Record, RecordError
from sayso.types import Activity, Reuse, Span


@pytest.fixture(autouse=True)
def bounds_are_met_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "FAN", 2)
    monkeypatch.setattr(segments, "CHUNK", 2)
    monkeypatch.setattr(segments, "SEGMENT", 6)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.sayso"


def rows(first: int, last: int) -> list[Reuse]:
    """Rows of so many pairs of documents."""
    return [
        Reuse(
            left=Span(f"document-{n}", 0, 9),
            right=Span(f"document-{n + 1}", 0, 9),
            matched=(),
            share_of_left=1.0,
            share_of_right=1.0,
            score=1.0,
            detail="the whole text",
        )
        for n in range(first, last)
    ]


def filled(path: Path) -> Record:
    """A record into which five lots of seven rows came, each with three of the one before."""
    record = Record(path)
    for start in range(0, 28, 4):
        with record.writing() as writer:
            assert writer.add(rows(start, start + 7)) == (4 if start else 7)
    return record


def test_every_row_is_kept_once_and_found_by_its_id(path: Path) -> None:
    with filled(path) as record:
        assert record.counts()["reuse"] == 31
        assert [record.get(row.id) for row in rows(0, 31)] == rows(0, 31)
        assert list(record.take(Reuse, [row.id for row in rows(5, 40)])) == sorted(rows(5, 31), key=lambda row: row.id)
        assert record.get(rows(40, 41)[0].id) is None
        assert record.verify().broken is None


def test_a_row_is_found_by_how_its_id_begins(path: Path) -> None:
    with filled(path) as record:
        ids = sorted(row.id for row in rows(0, 31))
        for row_id in ids:
            short = next(row_id[:n] for n in range(7, 23) if sum(other.startswith(row_id[:n]) for other in ids) == 1)
            found = record.get(short)
            assert found is not None
            assert found.id == row_id
        with pytest.raises(RecordError, match="several ids begin with reuse-"):
            record.get("reuse-")
        for other in ("reuse-x", "reuse-é", "reuse-" + 17 * "0", "reuse--1"):
            assert record.get(other) is None


def test_rows_stand_for_their_pairs_by_place(path: Path) -> None:
    with filled(path) as record:
        found = rows(0, 2)
        with record.writing() as writer:
            places = writer.places({(1, 2): found[0], (2, 3): found[1]})
        assert sorted(places) == [(1, 2), (2, 3)]
        assert list(record.pairs_at(places.values())) == sorted(found, key=lambda row: row.id)
        assert list(record.pairs_at([100])) == []


def test_who_made_a_row_is_told_by_stretches_of_places(path: Path) -> None:
    first, second = (Activity(stage="collate", version=version) for version in "12")
    with Record(path) as record:
        for activity, some in ((first, rows(0, 6)), (first, rows(3, 9)), (second, rows(2, 4)), (second, rows(0, 9))):
            with record.writing() as writer:
                writer.add([activity, *some], activity)
        assert all([a.version for a in record.makers(row.id)] == ["1", "2"] for row in rows(0, 9))
        assert record.makers(rows(9, 10)[0].id) == []
    with closing(sqlite3.connect(path)) as connection:
        noted = connection.execute("SELECT first, last FROM pairs_made WHERE activity_id = ?", (first.id,)).fetchall()
        assert noted == [(1, 6), (7, 9)]
        twice = "SELECT 1 FROM pairs_made a JOIN pairs_made b USING (activity_id) WHERE a.first < b.first"
        assert not connection.execute(f"{twice} AND b.first <= a.last").fetchall()


def test_what_is_undone_takes_its_places_with_it(path: Path) -> None:
    def undone(record: Record) -> None:
        with record.writing() as writer:
            writer.add(rows(31, 40))
            raise ZeroDivisionError

    with filled(path) as record:
        with pytest.raises(ZeroDivisionError):
            undone(record)
        assert record.get(rows(31, 32)[0].id) is None
        with record.writing() as writer:
            assert writer.add(rows(30, 33)) == 2
            found = writer.places(dict(enumerate_pairs(rows(30, 33))))
        assert sorted(found.values()) == [*sorted(found.values())[:1], 32, 33]


def enumerate_pairs(some: list[Reuse]) -> Iterator[tuple[tuple[int, int], Reuse]]:
    for n, row in enumerate(some):
        yield (n, n + 1), row


def test_the_index_of_ids_can_be_made_again(path: Path) -> None:
    with filled(path) as record, record.writing() as writer:
        Pairs(writer.desk().connection).index()
    with Record(path) as record:
        assert [record.get(row.id) for row in rows(0, 31)] == rows(0, 31)


@pytest.mark.parametrize(
    ("places", "expected"),
    [([], []), ([4], [(4, 4)]), ([1, 2, 3], [(1, 3)]), ([1, 2, 5, 7, 8], [(1, 2), (5, 5), (7, 8)])],
)
def test_stretches_are_of_numbers_that_follow_each_other(places: list[int], expected: list[tuple[int, int]]) -> None:
    assert stretches(places) == expected
