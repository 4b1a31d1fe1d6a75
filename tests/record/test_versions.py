"""A record that an earlier Sayso made can be gone on with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.record.schema import INDEXES, SCHEMA_VERSION
from sayso.record.store import Record, RecordError
from sayso.types import Activity


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
