"""How a record's file is opened, and what is left where a statement is broken off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from sayso.record import engine as opened
from sayso.record.engine import engine_of
from sayso.record.store import Record, RecordError


def test_ctrl_c_in_a_statement_is_ctrl_c_and_the_file_can_be_written_on(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "case.sayso", read_only=False)
    writing = engine.execution_options(writes=True)
    with writing.begin() as connection:
        connection.execute(text("CREATE TABLE told (words TEXT)"))

    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    def broken_off() -> None:
        with writing.begin() as connection:
            connection.execute(text("INSERT INTO told VALUES ('undone')"))
            event.listen(engine, "before_cursor_execute", stopped)
            connection.execute(text("INSERT INTO told VALUES ('never written')"))

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    event.remove(engine, "before_cursor_execute", stopped)
    with writing.begin() as connection:
        connection.execute(text("INSERT INTO told VALUES ('kept')"))
        assert connection.execute(text("SELECT words FROM told")).scalars().all() == ["kept"]
    engine.dispose()


def test_the_log_is_cut_when_it_is_written_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "CHECKPOINT", 8)
    monkeypatch.setattr(opened, "LOG", 1 << 16)
    path = tmp_path / "case.sayso"
    log = path.with_name(f"{path.name}-wal")
    engine = engine_of(path, read_only=False)
    writing = engine.execution_options(writes=True)
    with writing.begin() as connection:
        connection.execute(text("CREATE TABLE told (words TEXT)"))
        connection.execute(text("INSERT INTO told VALUES (:words)"), [{"words": 9000 * "a"}] * 100)
    assert log.stat().st_size > 500_000
    for _ in range(3):
        with writing.begin() as connection:
            connection.execute(text("INSERT INTO told VALUES ('a')"))
    assert log.stat().st_size <= 1 << 16
    engine.dispose()


def test_a_record_is_read_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.sayso"
    Record(path).close()
    monkeypatch.setattr("sayso.record.engine.os.access", lambda *_: False)
    with Record(path, read_only=True) as record:
        assert list(record.documents()) == []
        assert [file.name for file in tmp_path.iterdir()] == ["case.sayso"]
    path.with_name("case.sayso-wal").write_bytes(b"something is being written")
    with Record(path, read_only=True) as record:
        assert len(list(tmp_path.iterdir())) > 2  # it is waited for as ever


def test_an_empty_file_is_no_record_yet(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    path.touch()
    with pytest.raises(RecordError, match=r"is empty; make it a record with: sayso read PATH… --record"):
        Record(path, read_only=True)
    Record(path).close()
    Record(path, read_only=True).close()
