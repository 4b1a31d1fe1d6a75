import gzip
import io
import json
import os
import subprocess
import sys
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samples import samples
from sayso.documents import read
from sayso.documents.formats import files, objects
from sayso.documents.formats.readings import Location, capture_of, finished, lost
from sayso.documents.page import Reading
from sayso.workers import in_processes
from workerjobs import fragile

TEXT = (
    b"Mayor opens bridge\n\nThe mayor of Eastport opened the new bridge on Tuesday, the council said in a statement.\n"
)
NOW = "2024-05-16T00:00:00Z"


def reasons(*readings):
    return " / ".join(problem.reason for reading in readings for problem in reading.problems)


def write(folder, name, data=TEXT):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_workers_read_the_same(tmp_path):
    for name, data in samples().items():
        write(tmp_path, name, data)
    assert list(read(tmp_path, now=NOW, workers=2)) == list(read(tmp_path, now=NOW))


def test_a_page_that_ends_its_process_is_a_problem():
    captures = [capture_of(b"%d" % number, Location(f"{number}.html"), "text/html", None) for number in range(5)]
    found = [Reading(capture, b"", None, (), partial(fragile, capture)) for capture in captures]
    read_again = list(in_processes(finished, found, 2, lost))
    assert [reading.capture for reading in read_again] == captures
    assert [number for number, reading in enumerate(read_again) if "ended the process" in reasons(reading)] == [3]


def test_a_text_file_is_a_page_with_its_bytes(tmp_path):
    path = write(tmp_path, "bridge.txt")
    (found,) = read(path, now=NOW)
    assert (found.data, found.page.document.text) == (TEXT, TEXT.decode())
    assert found.page.document.label == "bridge.txt"
    assert (found.capture.uri, found.capture.media_type) == (path.as_posix(), "text/plain")
    assert found.capture.retrieved_at == NOW
    assert found.problems == ()


def test_the_time_of_receipt_does_not_change_the_rows(tmp_path):
    path = write(tmp_path, "bridge.txt")
    (first,), (second,) = read(path, now=NOW), read(path, now="2025-01-01T00:00:00Z")
    assert first.capture.id == second.capture.id
    assert first.page == second.page


@pytest.mark.parametrize("source", [TEXT, io.BytesIO(TEXT), gzip.compress(TEXT), io.BytesIO(gzip.compress(TEXT))])
def test_bytes_and_streams_plain_or_packed(source):
    (found,) = read(source)
    assert found.page.document.text == TEXT.decode()


def test_a_stream_is_left_open():
    stream = io.BytesIO(TEXT)
    list(read(stream))
    assert not stream.closed


def test_a_folder_is_read_by_name_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/config", "case.sayso", "case.sayso-wal"):
        write(tmp_path, name)
    write(tmp_path, "c.jsonl", b'{"id": "one", "text": "Rain fell all day, the office said."}\n')
    assert [r.page.document.label for r in read(tmp_path)] == ["b.txt", "one", "z.txt"]


def test_standard_input(monkeypatch):
    class Input:
        buffer = io.BytesIO(TEXT)

    monkeypatch.setattr(sys, "stdin", Input())
    (found,) = read("-")
    assert (found.capture.uri, found.page.document.text) == ("stdin:", TEXT.decode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "only white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "it is not text"),
        (bytes(range(256)) * 4, "it is not text"),
        (b"%PDF-1.7", "the PDF cannot be read"),
        (b"PK\x03\x04 and so on", "the archive cannot be opened"),
        (b'<?xml version="1.0"?><urlset/>', "neither a feed"),
        (gzip.compress(b""), "holds nothing"),
        (b"\x1f\x8b\x08 nonsense", "broken"),
        (TEXT + b"\xff\xfe", "not UTF-8"),
        (TEXT + "é".encode() + b"\xff", "replaced by U+FFFD"),
        (gzip.compress(TEXT)[:-20], "cut short"),
        (b"Home\nWorld\nSport\nLog in\nSubscribe\n", "no article text found"),
        (b"<html><body><script>x()</script></body></html>", "no article text found: there is no text in it"),
        (b"{bad json\n", "not JSON"),
        ('{"id": "a", "text": "The ferry sank."}\n'.encode("utf-16"), "JSON Lines are read in UTF-8"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, data, reason):
    name = "x.jsonl" if data.startswith(b"{") else "x"
    assert reason in reasons(*read(write(tmp_path, name, data)))


def test_a_page_without_article_is_still_a_page():
    (found,) = read(b"Home\nWorld\nSport\nLog in\nSubscribe\n")
    assert found.page is not None
    assert found.problems[0].subject == found.capture.id


@pytest.mark.parametrize("name", ["missing.txt", "x" * 5000, "null\0name", ""])
def test_a_name_that_is_no_file_is_said(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (found,) = read(name)
    assert found.page is None
    assert found.problems


def test_an_empty_folder_is_said(tmp_path):
    assert "nothing to read" in reasons(*read(tmp_path))


def test_files_of_a_folder_that_are_not_text_are_said_together(tmp_path):
    for n in range(7):
        write(tmp_path, f"{n}.png", b"\x89PNG" + bytes(50))
    write(tmp_path, "a.txt")
    page, rest = read(tmp_path)
    assert page.page.document.label == "a.txt"
    assert "7 (0.png, 1.png, 2.png, 3.png, 4.png, …)" in reasons(rest)


def test_a_file_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    write(tmp_path, "secret.txt")
    write(tmp_path, "open.txt")
    real = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    allowed, refused = read(tmp_path)
    assert allowed.page is not None
    assert "Permission denied" in reasons(refused)


def test_a_link_to_nothing_and_a_pipe_do_not_stop_a_folder(tmp_path):
    (tmp_path / "a-link").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "b-pipe")
    write(tmp_path, "c.txt")
    link, page, left_out = read(tmp_path)
    assert left_out.problems[0].reason == "links to folders, pipes and devices left out: 1 (b-pipe)"
    assert "cannot be opened" in reasons(link)
    assert page.page is not None


def test_too_large_a_file_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1000)
    (found,) = read(write(tmp_path, "large.txt", b"word " * 1000))
    assert "left out" in reasons(found)


def test_memory_does_not_grow_with_a_file_of_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(objects, "LONGEST_LINE", 1_000_000)
    line = {"id": "a", "text": "Rain fell on Eastport all night, the weather office said.", "prose": True}
    path = write(tmp_path, "long.jsonl", b"x" * 8_000_000 + b"\n" + (json.dumps(line) + "\n").encode() * 300)
    list(read(TEXT))  # what is loaded once does not count
    tracemalloc.start()
    try:
        pages = sum(reading.page is not None for reading in read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert pages == 300
    assert peak < 4_000_000


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    bad, good = write(tmp_path, "a.txt", b""), write(tmp_path, "b.txt")
    assert [r.page is not None for r in read(bad, "nowhere", good, TEXT)] == [False, False, True, True]


def test_importing_the_package_loads_no_parser():
    heavy = ("lxml", "trafilatura", "htmldate", "feedparser", "charset_normalizer", "fastwarc", "py3langid")
    script = (
        f"import sys, sayso.documents, sayso.documents.formats.files; print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


STARTS = (
    *(b"", b"<p>", b"<html><body><h1>", b"<rss version='2.0'><channel>", b"<feed>", b"<?xml version='1.0'?>"),
    *(b'{"id": "a", "text": "', b"{", b"[{", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"PK\x03\x04"),
    *(b"\xff\xfe", b"\xef\xbb\xbf", TEXT, gzip.compress(TEXT)),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STARTS), st.binary(max_size=120), st.booleans())
def test_any_bytes_are_read_or_their_problem_said(start, rest, packed):
    data = gzip.compress(start + rest) if packed else start + rest
    for found in read(data):
        assert found.page is not None or found.problems
        if found.page is not None:
            assert found.capture is not None
            found.page.document.text.encode()


def test_nothing_to_read_is_said(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n \n")
    (found,) = read(tmp_path / "a.jsonl")
    assert found.problems[0].reason == "there is nothing to read in it"


def test_a_link_to_a_folder_is_not_followed_and_said(tmp_path):
    (tmp_path / "a").mkdir()
    write(tmp_path / "a", "c.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    page, left_out = read(tmp_path)
    assert page.page is not None
    assert left_out.problems[0].reason.endswith("left out: 1 (a/up)")


def test_an_attachment_that_is_no_text_is_not_said_of_the_whole_mail(tmp_path):
    head = b"To: a\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    head += b"--b\n\nWords.\n--b\n"
    attached = b"Content-Type: application/x\nContent-Disposition: attachment; filename=a.bin\n"
    mail = head + attached + b"Content-Transfer-Encoding: base64\n\n" + b"AAAA" * 99 + b"\n--b--\n"
    (tmp_path / "a.eml").write_bytes(mail)
    page, attached = read(tmp_path)
    assert page.page is not None
    assert attached.problems[0].subject.endswith("a.eml!/a.bin")
    assert "not text" in attached.problems[0].reason
