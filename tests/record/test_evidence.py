"""The ledger: whole until something is touched, and then it names what."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from sayso.record.store import Record
from sayso.types import Capture, Document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "case.sayso"
    with Record(where) as record:
        for number in range(4):
            data = f"Page {number}".encode()
            capture = Capture(
                digest=hashlib.sha256(data).hexdigest(), uri=f"file:{number}", media_type="text/plain", retrieved_at="t"
            )
            with record.writing() as writer:
                writer.keep(capture, data)
                writer.add([Document(capture_id=capture.id, uri=capture.uri, text=data.decode())])
    return where


def broken(path: Path) -> str:
    with Record(path, read_only=True) as record:
        return record.verify().broken or ""


def tamper(path: Path, statement: str, *parameters: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, parameters)
    connection.close()


def test_a_whole_record_verifies(path: Path) -> None:
    with Record(path, read_only=True) as record:
        found = record.verify()
    assert found.broken is None
    assert found.entries == 4
    assert found.rows == 8
    assert len(found.head) == 64


def test_one_changed_byte_names_its_entry(path: Path) -> None:
    digest = hashlib.sha256(b"Page 2").hexdigest()
    tamper(path, "UPDATE content SET data = ? WHERE digest = ?", zlib.compress(b"Page 9"), digest)
    assert broken(path).startswith("ledger entry 3 (capture-")
    assert "SHA-256 differs" in broken(path)


def test_bytes_that_do_not_decompress_are_named(path: Path) -> None:
    digest = hashlib.sha256(b"Page 1").hexdigest()
    tamper(path, "UPDATE content SET data = ? WHERE digest = ?", b"\x00rubbish", digest)
    assert broken(path).startswith("ledger entry 2 ")
    assert "do not decompress" in broken(path)


def test_a_dropped_entry_is_missed(path: Path) -> None:
    tamper(path, "DELETE FROM ledger WHERE seq = 2")
    assert "entry 2 is missing" in broken(path)


def test_a_changed_time_of_capture_breaks_its_entry(path: Path) -> None:
    tamper(path, "UPDATE ledger SET retrieved_at = 'earlier' WHERE seq = 3")
    assert broken(path).startswith("ledger entry 3 ")
    assert "own hash" in broken(path)


def test_an_entry_made_anew_breaks_the_next(path: Path) -> None:
    from sayso.record.evidence import entry_hash

    with sqlite3.connect(path) as connection:
        digest, capture_id, previous = connection.execute(
            "SELECT digest, capture_id, previous FROM ledger WHERE seq = 2"
        ).fetchone()
        forged = entry_hash(2, digest, capture_id, "earlier", previous)
        connection.execute("UPDATE ledger SET retrieved_at = 'earlier', entry = ? WHERE seq = 2", (forged,))
    connection.close()
    assert "ledger entry 3" in broken(path)
    assert "does not follow from entry 2" in broken(path)


def test_a_changed_row_is_named(path: Path) -> None:
    tamper(path, "UPDATE documents SET text = 'Page 7' WHERE text = 'Page 3'")
    assert "of table documents: its content does not hash to its id" in broken(path)


def test_bytes_gone_are_named(path: Path) -> None:
    tamper(path, "DELETE FROM content WHERE digest = ?", hashlib.sha256(b"Page 0").hexdigest())
    assert "ledger entry 1 " in broken(path)
    assert "not in the record" in broken(path)
