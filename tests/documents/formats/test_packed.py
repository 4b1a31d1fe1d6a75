import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import read
from sayso.documents.formats import packed, streams

WORDS = b"The harbour of Eastport stays closed until Friday, a spokeswoman for the port said on Tuesday.\n"
PAGE = b"<html><body><h1>Harbour closed</h1><p>" + WORDS + b"</p></body></html>"
RECORD = (
    b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://eastport.example/\r\n"
    b"WARC-Date: 2024-05-17T10:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
    % (len(WORDS), WORDS)
)


def packing(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def reasons(readings):
    return " / ".join(problem.reason for reading in readings for problem in reading.problems)


def test_members_are_read_by_name_whatever_they_are():
    lines = json.dumps({"id": "one", "text": WORDS.decode()}).encode()
    data = packing({"b.html": PAGE, "a/words.txt": WORDS, "c.jsonl": lines, "d.gz": gzip.compress(WORDS)})
    found = list(read(data))
    assert [reading.capture.uri for reading in found] == [
        "memory:!/a/words.txt",
        "memory:!/b.html",
        "memory:!/c.jsonl:1",
        "memory:!/d.gz",
    ]
    assert reasons(found) == ""
    first = found[0].capture
    assert first.container == "memory:"
    assert data[first.offset :].startswith(b"PK\x03\x04")
    assert found[0].data == WORDS


def test_hidden_members_are_passed_over_and_pictures_said():
    found = list(read(packing({".git/config": b"x", "__MACOSX/._a": b"x", "a.txt": WORDS, "p.png": b"\x89PNG"})))
    assert sum(reading.page is not None for reading in found) == 1
    assert reasons(found) == "members left out because they are not text: 1 (p.png)"


def test_of_a_packed_web_archive_the_captures_are_read():
    pytest.importorskip("fastwarc")
    members = {"archive/data.warc.gz": gzip.compress(RECORD), "pages/pages.jsonl": b'{"format": "json-pages-1.0"}'}
    (found,) = read(packing({**members, "datapackage.json": b"{}"}, zipfile.ZIP_STORED))
    assert found.capture.uri == "https://eastport.example/"
    assert found.capture.container == "memory:!/archive/data.warc.gz"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}, "an office document"),
        ({"mimetype": b"application/epub+zip", "a.xhtml": PAGE}, "a book"),
        ({}, "cannot be opened"),
        ({"folder/": b""}, "nothing to read"),
        ({"empty.txt": b""}, "the file is empty"),
    ],
)
def test_what_is_wrong_is_said(members, reason):
    data = packing(members) if members else b"PK\x03\x04" + bytes(60)
    assert reason in reasons(read(data))


def test_half_an_archive_is_said():
    assert "cut short or broken" in reasons(read(packing({"a.txt": WORDS * 50})[:80]))


def test_a_broken_member_does_not_stop_the_others():
    data = bytearray(packing({"a.txt": WORDS * 20, "b.txt": WORDS}))
    at = data.index(b"a.txt") + 20
    data[at : at + 8] = b"\xff" * 8
    found = list(read(bytes(data)))
    assert "is broken after" in reasons(found)
    assert found[-1].page.document.text == WORDS.decode()


def test_a_locked_member_is_said():
    data = packing({"a.txt": WORDS})
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + at
        data = data[:place] + b"\x01" + data[place + 1 :]
    assert reasons(read(data)) == "it is encrypted"


def test_archives_inside_archives_are_opened_so_deep():
    data = WORDS
    for level in range(6):
        data = packing({f"level{level}.zip": data})
    assert "more than 3 archives deep" in reasons(read(data))


def test_a_bomb_is_stopped(monkeypatch):
    monkeypatch.setattr(streams, "BOMB_SIZE", 100_000)
    monkeypatch.setattr(packed, "BOMB_SIZE", 100_000)
    found = list(read(packing({"a.txt": b"word " * 4_000_000, "b.txt": WORDS})))
    assert "grows more than" in reasons(found)


def test_members_that_are_modest_alone_may_not_be_a_bomb_together(monkeypatch):
    monkeypatch.setattr(streams, "BOMB_SIZE", 1_000)
    monkeypatch.setattr(streams, "BOMB_RATIO", 2)
    found = list(read(packing({f"{n}.txt": WORDS * 4 for n in range(9)})))
    assert "grows more than" in reasons(found)


def test_too_many_members_are_said(monkeypatch):
    monkeypatch.setattr(packed, "MOST_MEMBERS", 2)
    found = list(read(packing({f"{n}.txt": WORDS for n in range(4)})))
    assert sum(reading.page is not None for reading in found) == 2
    assert "only 2 are read" in reasons(found)


def test_an_archive_through_a_pipe():
    class Pipe(io.RawIOBase):
        def __init__(self, data):
            self.inner = io.BytesIO(data)

        def readable(self):
            return True

        def read(self, size=-1):
            return self.inner.read(size)

    (found,) = read(Pipe(packing({"a.txt": WORDS})))
    assert found.page.document.text == WORDS.decode()


@given(st.data())
def test_no_change_of_bytes_raises(data):
    damaged = bytearray(packing({"a.txt": WORDS, "b/c.html": PAGE}))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    list(read(bytes(damaged)))


def test_archives_inside_share_one_budget(monkeypatch):
    monkeypatch.setattr(streams, "BOMB_SIZE", 20_000)
    monkeypatch.setattr(streams, "BOMB_RATIO", 2)
    inner = packing({"a.txt.gz": gzip.compress(WORDS * 100)})
    found = list(read(packing({f"{n}.zip": inner for n in range(9)})))
    assert sum(len(reading.data) for reading in found) < 20_000
    assert "grows more than" in reasons(found)


def test_two_members_of_one_name_are_both_read():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), WORDS)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(zipfile.ZipInfo("a.txt"), WORDS.replace(b"Friday", b"Monday"))
    assert [b"Friday" in reading.data for reading in read(out.getvalue())] == [True, False]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_packed_in_a_way_without_bounds_is_refused(method):
    (found,) = read(packing({"a.txt": WORDS}, method))
    assert "packed in a way that is not read" in reasons([found])


def test_a_member_without_a_name_is_no_crash():
    data = packing({"a": WORDS})
    nameless = bytearray(data)
    nameless[data.rindex(b"PK\x01\x02") + 28] = 0  # the length of the name in the list of members
    assert reasons(read(bytes(nameless)))


def test_a_list_of_members_that_would_fill_the_memory_is_not_opened(monkeypatch):
    monkeypatch.setattr(packed, "LARGEST_LIST", 100)
    assert "the list of its members has" in reasons(read(packing({f"{n}.txt": WORDS for n in range(4)})))


def test_a_member_broken_at_once_is_said_once():
    data = bytearray(packing({"a.txt": WORDS * 20}))
    at = data.index(b"a.txt") + 5
    data[at : at + 8] = b"\xff" * 8
    (found,) = read(bytes(data))
    assert "it is broken after 0 bytes" in reasons([found])


def test_an_archive_without_members_is_one():
    assert reasons(read(packing({}))) == "there is nothing to read in this archive"
