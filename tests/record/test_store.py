"""A record only grows, gives back what it was given, and says what to do when it can't be used."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso import types
from sayso.record.store import Record, RecordError
from sayso.types import Activity, Capture, Claim, Dateline, Document, Link, Published, Reuse, Span
from sayso.vocab import DateBasis, LinkKind, Modality, Polarity, Slot

DATA = b"Twelve were hurt in Arvel."
CAPTURE = Capture(digest=hashlib.sha256(DATA).hexdigest(), uri="file:a.txt", media_type="text/plain", retrieved_at="t")
DOCUMENT = Document(
    capture_id=CAPTURE.id,
    uri="file:a.txt",
    text=DATA.decode(),
    headline="Twelve hurt",
    dateline=Dateline("Arvel", None),
    published=Published("2024-05-15", DateBasis.STATED, "the dateline says so"),
    provenance=("Gazette", "Wire"),
)
CLAIM = Claim(
    content=(Span(DOCUMENT.id, 0, 11),),
    attribution_id=None,
    slot=Slot.TOLL,
    polarity=Polarity.POSITIVE,
    modality=Modality.FACT,
    values=types.values(low=12, high=12.0, of="people", origins=("a", "b")),
    chain=("Gazette",),
)
REUSE = Reuse(
    left=Span(DOCUMENT.id, 0, 5),
    right=Span("document-b", 2, 7),
    matched=((Span(DOCUMENT.id, 0, 5), Span("document-b", 2, 7)),),
    share_of_left=0.5,
    share_of_right=0.25,
    score=0.9,
    detail="",
)
FIRST, SECOND = Activity(stage="claims", version="1"), Activity(stage="claims", version="2")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.sayso"


def filled(path: Path) -> Record:
    record = Record(path)
    with record.writing() as writer:
        writer.keep(CAPTURE, DATA)
        writer.add([DOCUMENT, FIRST])
        writer.add([CLAIM, REUSE], FIRST)
        writer.stand(DOCUMENT.id, "claims", FIRST)
        writer.desk().stand("story-a", [REUSE.id])
        writer.index(DOCUMENT, DOCUMENT.text)
    return record


def test_rows_come_back_as_they_went_in(path: Path) -> None:
    with filled(path) as record:
        assert list(record.documents()) == [DOCUMENT]
        assert [row.id for row in record.documents()] == [DOCUMENT.id]
        assert list(record.claims()) == [CLAIM]
        assert list(record.claims(DOCUMENT.id)) == [CLAIM]
        assert list(record.claims("document-x")) == []
        assert list(record.reuses()) == [REUSE]
        assert record.bytes_of(CAPTURE.digest) == DATA
        assert len(record.claims()) == 1


def test_the_same_again_adds_nothing(path: Path) -> None:
    with filled(path) as record:
        before = record.counts()
        with record.writing() as writer:
            assert not writer.keep(CAPTURE, DATA)
            assert writer.add([DOCUMENT, FIRST]) == 0
            assert writer.add([CLAIM], FIRST) == 0
        assert record.counts() == before


def test_rows_of_a_superseded_activity_no_longer_stand_but_are_kept(path: Path) -> None:
    newer = types.replaced(CLAIM, detail="read again")
    with filled(path) as record:
        with record.writing() as writer:
            writer.add([SECOND])
            writer.add([newer], SECOND)
            writer.stand(DOCUMENT.id, "claims", SECOND)
        assert list(record.claims()) == [newer]
        assert record.get(CLAIM.id) == CLAIM
        assert record.counts()["claim"] == 2
        assert [a.version for a in record.makers(CLAIM.id)] == ["1"]


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    link = Link(relation=LinkKind.AGREES, left="a", right="b")

    def stopped_midway(record: Record) -> None:
        with record.writing() as writer:
            writer.add([link])
            raise KeyboardInterrupt

    with Record(path) as record:
        with pytest.raises(KeyboardInterrupt):
            stopped_midway(record)
        assert record.counts()["link"] == 0
        assert record.verify().broken is None


def test_a_row_is_found_by_the_beginning_of_its_id(path: Path) -> None:
    with filled(path) as record:
        assert record.get(CLAIM.id[:14]) == CLAIM
        assert record.get("claim-zzzz") is None
        assert record.get("nonsense") is None


def test_several_rows_with_one_beginning_are_named(path: Path) -> None:
    with Record(path) as record:
        with record.writing() as writer:
            writer.add([Link(relation=LinkKind.AGREES, left="a", right=str(i)) for i in range(20)])
        with pytest.raises(RecordError, match="several ids begin with link-"):
            record.get("link-")


def test_words_are_searched(path: Path) -> None:
    with filled(path) as record:
        assert record.search("arvel hurt") == [DOCUMENT.id]
        assert record.search('nothing "here') == []
        assert record.search("") == []


def test_a_record_is_read_only_when_asked(path: Path) -> None:
    filled(path).close()
    with Record(path, read_only=True) as record:
        assert list(record.documents()) == [DOCUMENT]
        with pytest.raises(RecordError, match="read-only"), record.writing():
            pass


def test_a_missing_record_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(RecordError, match="sayso read PATH"):
        Record(path, read_only=True)


def test_a_folder_and_a_foreign_file_are_no_records(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Record(tmp_path)
    text = tmp_path / "notes.sayso"
    text.write_text("not a database, only words that are long enough to be looked at " * 20, encoding="utf-8")
    with pytest.raises(RecordError, match="not a record, or is damaged"):
        Record(text)
    other = tmp_path / "other.sayso"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(RecordError, match="a database, but not a record"):
        Record(other)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to any file")
def test_a_file_without_write_permission_says_so(path: Path) -> None:
    filled(path).close()
    path.chmod(0o400)
    with pytest.raises(RecordError, match="is read-only"):
        Record(path)


def test_a_full_disk_leaves_the_record_whole(path: Path) -> None:
    with filled(path) as record:
        with record.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
        many = [types.replaced(CLAIM, detail="x" * 4000 + str(i)) for i in range(50)]
        with pytest.raises(RecordError, match="disk is full"), record.writing() as writer:
            writer.add(many, FIRST)
        assert list(record.claims()) == [CLAIM]
        assert record.verify().broken is None


def test_two_writers_at_once_keep_one_ledger(path: Path) -> None:
    Record(path).close()

    def keep(letter: str) -> None:
        with Record(path) as record:
            for number in range(20):
                data = f"{letter}{number}".encode()
                digest = hashlib.sha256(data).hexdigest()
                capture = Capture(digest=digest, uri=f"file:{letter}{number}", media_type="text/plain")
                with record.writing() as writer:
                    writer.keep(capture, data)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(keep, "abc"))
    with Record(path, read_only=True) as record:
        found = record.verify()
    assert (found.entries, found.broken) == (60, None)


@pytest.mark.parametrize("change", ["DROP COLUMN zone", "ADD COLUMN colour TEXT"])
def test_a_record_whose_rows_have_other_fields_is_not_mixed_with_ours(change: str, path: Path) -> None:
    Record(path).close()
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(f"ALTER TABLE blocks {change}")
    connection.close()
    for read_only in (True, False):
        with pytest.raises(RecordError, match=r"another version of Sayso, whose block rows .*(zone|colour)"):
            Record(path, read_only=read_only)
