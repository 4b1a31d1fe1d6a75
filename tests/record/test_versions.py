"""A record that an earlier Sayso made can be gone on with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.record.related import INDEXES
from sayso.record.schema import SCHEMA_VERSION
from sayso.record.store import Record, RecordError
from sayso.types import Activity, Reuse, Span, replaced


def test_a_record_of_schema_4_waits_to_be_related_again(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    with Record(path) as record, record.writing() as writer:
        for scope, stage in (("document-1", "annotate"), ("", "collate")):
            activity = Activity(stage=stage, version="1")
            writer.add([activity])
            writer.stand(scope, stage, activity)
    with closing(sqlite3.connect(path)) as connection:
        for name in INDEXES:
            connection.execute(f"DROP TABLE {name}_entries")
            connection.execute(
                f"CREATE TABLE {name}_entries (document BIGINT PRIMARY KEY, publisher BIGINT, keys BLOB)"
            )
        connection.execute("UPDATE about SET value = '4' WHERE name = 'schema'")
        connection.commit()
    with pytest.raises(RecordError, match="an earlier Sayso"):
        Record(path, read_only=True)
    with Record(path) as record:
        assert not record.stands("", "collate", activity.id)
        with record.writing() as writer:
            assert writer.desk().arrived(9) == ["document-1"]
            writer.desk().empty()
            assert writer.desk().passages.places([1]) == {}
    with closing(sqlite3.connect(path)) as connection:
        stated = connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
    assert stated == (str(SCHEMA_VERSION),)


def test_rows_of_pairs_of_schema_5_get_places(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    activity = Activity(stage="collate", version="1")
    rows = [
        Reuse(
            left=Span(f"document-{n}", 0, 9),
            right=Span("document-9", 0, 9),
            matched=(),
            share_of_left=1.0,
            share_of_right=1.0,
            score=1.0,
            detail="all",
        )
        for n in range(5)
    ]
    with Record(path) as record, record.writing() as writer:
        writer.add([activity, *rows])
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'reuses'").fetchone()[0]
        names = [name for _, name, *_ in connection.execute("PRAGMA table_info(reuses)") if name != "place"]
        connection.execute(f"CREATE TABLE before AS SELECT {', '.join(names)} FROM reuses ORDER BY place DESC")
        for name in ("reuses", "sharing", "pair_segments", "pair_chunks", "pairs_made"):
            connection.execute(f"DROP TABLE {name}")
        assert "PRIMARY KEY (place)" in made
        columns = ", ".join("id TEXT PRIMARY KEY" if name == "id" else name for name in names)
        connection.execute(f"CREATE TABLE reuses ({columns})")
        connection.execute("INSERT INTO reuses SELECT * FROM before")
        connection.execute("DROP TABLE before")
        connection.execute("CREATE TABLE sharing (one BIGINT, other BIGINT, row_id TEXT)")
        connection.execute("CREATE INDEX sharing_other ON sharing (other)")
        connection.execute("INSERT INTO made SELECT ?, id, 'reuse' FROM reuses", (activity.id,))
        connection.execute("UPDATE about SET value = '5' WHERE name = 'schema'")
        connection.commit()
    with pytest.raises(RecordError, match="an earlier Sayso"):
        Record(path, read_only=True)
    with Record(path) as record:
        assert [record.get(row.id) for row in rows] == rows
        assert [record.makers(row.id) for row in rows] == [[activity]] * 5
        with record.writing() as writer:
            assert writer.add([*rows, replaced(rows[0], detail="most")]) == 1
            assert sorted(writer.places(dict(enumerate_pairs(rows))).values()) == [1, 2, 3, 4, 5]
        assert record.counts()["reuse"] == 6
    with Record(path, read_only=True) as record:
        assert record.verify().broken is None


def enumerate_pairs(rows: list[Reuse]) -> Iterator[tuple[tuple[int, int], Reuse]]:
    for n, row in enumerate(rows):
        yield (n, n + 1), row
