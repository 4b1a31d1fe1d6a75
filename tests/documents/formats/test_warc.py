import builtins
import gzip
import io
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.formats import warc
from sayso.documents.formats.readings import finished
from sayso.documents.formats.warc import read_archive
from sayso.vocab import Zone

RULING = "The court of Northmere ruled on Friday that work on the dam must stop, a spokeswoman said."
BODY = f"<h1>Dam halted</h1><p>{RULING}</p>"
TEXT = f"Dam halted\n\n{RULING}\n".encode()


def http(body, media_type="text/html; charset=utf-8", status="200 OK", extra=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{extra}\r\n".encode() + body


def record(
    block, kind="response", uri="https://northmere.example/dam", media_type="application/http; msgtype=response"
):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Date: 2024-05-17T10:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


CUT = re.compile("cut short|damaged|broken|ends inside|malformed")
PAGE = record(http(BODY.encode()))
WET = record(TEXT, "conversion", "https://northmere.example/text", "text/plain")


def read(data):
    pytest.importorskip("fastwarc")
    found = read_archive(io.BytesIO(data), uri="crawl.warc", now="2026-01-01T00:00:00Z")
    return list(map(finished, found))


def reasons(reading):
    return " / ".join(problem.reason for problem in reading.problems)


def test_a_response_is_a_page_and_a_conversion_a_text():
    page, text = read(PAGE + WET)
    assert page.page.document.headline == "Dam halted"
    assert page.data == BODY.encode()
    capture = page.capture
    assert (capture.uri, capture.container, capture.offset) == ("https://northmere.example/dam", "crawl.warc", 0)
    assert (capture.media_type, capture.status, capture.retrieved_at) == ("text/html", 200, "2024-05-17T10:00:00Z")
    assert (text.capture.offset, text.capture.media_type) == (len(PAGE), "text/plain")
    assert text.page.document.text == TEXT.decode()


def test_offsets_are_of_the_file_as_it_lies_on_disk():
    first = gzip.compress(PAGE)
    assert [reading.capture.offset for reading in read(first + gzip.compress(WET))] == [0, len(first)]


def test_the_encodings_of_http_are_undone():
    packed = gzip.compress("<p>Café owners in Northmere said they were glad.</p>".encode("cp1252"))
    chunked = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    extra = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    (found,) = read(record(http(chunked, "text/html; charset=iso-8859-1", extra=extra)))
    assert "Café owners" in found.page.document.text


def test_what_is_no_page_is_counted_and_said_once():
    image = record(http(b"\x89PNG", "image/png"))
    moved = record(http(b"", status="301 Moved", extra="Location: /x\r\n"))
    page, rest = read(image + PAGE + image + moved)
    assert page.page is not None
    assert reasons(rest) == "records left out: 2 of image/png, 1 with status 301"


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_cut_short_is_read_as_far_as_it_goes_and_said(packed):
    pieces = [gzip.compress(PAGE), gzip.compress(WET)] if packed else [PAGE, WET]
    whole, cut = read(b"".join(pieces)[: -40 if packed else -60])
    assert whole.problems == ()
    assert f"the record at byte {len(pieces[0])} is cut short" in reasons(cut)


def test_a_record_cut_in_its_head_is_said():
    assert "cut short or malformed" in reasons(read(PAGE + WET[:60])[-1])


def test_what_follows_and_is_no_record_ends_the_archive():
    page, broken = read(PAGE + b"not a record at all " * 20)
    assert page.page is not None
    assert "the archive is damaged behind the record at byte 0" in reasons(broken)


@pytest.mark.parametrize("packed", [False, True])
def test_every_cut_is_said_and_every_whole_record_comes_out(packed):
    records = [record(RULING.encode(), "conversion", f"https://a.example/{n}", "text/plain") for n in range(3)]
    pieces = [gzip.compress(piece, mtime=0) if packed else piece for piece in records]
    ends = list(itertools.accumulate(map(len, pieces)))
    whole = b"".join(pieces)
    for cut in range(1, len(whole)):
        found = read(whole[:cut])
        pages = sum(reading.page is not None and "cut short" not in reasons(reading) for reading in found)
        assert pages >= sum(end <= cut for end in ends), cut
        assert cut in ends or any(CUT.search(reasons(reading)) for reading in found), cut


@pytest.mark.parametrize("packed", [False, True])
def test_behind_a_damaged_record_reading_goes_on(packed):
    pieces = [gzip.compress(piece, mtime=0) if packed else piece for piece in (PAGE, WET, PAGE)]
    middle = bytearray(pieces[1])
    middle[:60] = b"x" * 60
    found = read(pieces[0] + bytes(middle) + pieces[2])
    offsets = [reading.capture.offset for reading in found if reading.page]
    assert offsets == [0, len(pieces[0]) + len(pieces[1])]
    assert "reading went on behind it" in " / ".join(map(reasons, found))


def test_too_large_a_record_is_left_out(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST", 250)
    large, small = read(record(http(BODY.encode() * 3)) + WET)
    assert "left out" in reasons(large)
    assert small.page is not None


def test_a_body_that_unpacks_too_large_is_left_out(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST", 2000)
    (bomb,) = read(record(http(gzip.compress(b"<p>" + b"x" * 100_000), extra="Content-Encoding: gzip\r\n")))
    assert "left out" in reasons(bomb)


def test_without_the_extra_the_problem_says_how_to_get_it(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.startswith("fastwarc"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    (found,) = map(finished, read_archive(io.BytesIO(PAGE), uri="crawl.warc"))
    assert "pip install 'fastwarc>=0.15'" in reasons(found)


def test_the_article_is_found_in_an_archived_page():
    (found,) = read(PAGE)
    assert Zone.BODY in {block.zone for block in found.page.blocks}


@settings(deadline=None)  # the first call imports the libraries
@given(st.data())
def test_no_change_of_bytes_raises(data):
    damaged = bytearray(data.draw(st.sampled_from([PAGE + WET, gzip.compress(PAGE) + gzip.compress(WET)])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    read(bytes(damaged))


def test_a_body_that_is_not_packed_as_it_says_is_read_as_it_lies():
    odd = record(http(BODY.encode(), extra="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"))
    first, second = read(odd + PAGE)
    assert first.page.document.headline == "Dam halted"
    assert "is not packed as it says" in reasons(first)
    assert reasons(second) == ""


def test_a_body_that_is_packed_and_broken_is_said_and_spares_the_rest():
    packed = gzip.compress(BODY.encode())
    broken = http(packed[:12] + b"xx" + packed[14:], extra="Content-Encoding: gzip\r\n")
    first, second = read(record(broken) + PAGE)
    assert "packed" in reasons(first)
    assert second.page is not None


@pytest.mark.parametrize(
    ("extra", "marked", "said"),
    [
        (f"Content-Length: {len(BODY)}\r\n", "", ""),
        ("Content-Length: 9000\r\n", "", f"is cut short: {len(BODY)} of 9,000 bytes that its server announced"),
        ("Content-Length: 9000\r\nTransfer-Encoding: identity\r\n", "", ""),
        ("", "WARC-Truncated: length\r\n", "was cut short when it was kept (length)"),
    ],
)
def test_a_page_of_which_not_all_came_is_read_and_said(extra, marked, said):
    data = record(http(BODY.encode(), extra=extra)).replace(b"WARC-Date", marked.encode() + b"WARC-Date")
    (found,) = read(data)
    assert found.page.document.headline == "Dam halted"
    assert reasons(found).removeprefix("the record at byte 0 ") == said


def test_what_cannot_be_unpacked_is_no_text():
    (found,) = read(record(http(bytes(range(200)) * 3, extra="Content-Encoding: br\r\n")))
    assert found.page is None
    assert "is packed, and broken inside" in reasons(found)


@pytest.mark.parametrize(("kind", "media_type"), [("resource", "text/html"), ("conversion", "text/plain")])
def test_the_encoding_that_a_record_states_is_used(kind, media_type):
    words = "Суд Нортмира в пятницу велел остановить работы на плотине."
    (found,) = read(record(words.encode("koi8-r"), kind, media_type=f"{media_type}; charset=koi8-r"))
    assert found.page.document.text.strip() == words
    assert "encoding" not in reasons(found)


def test_a_date_that_is_none_is_not_taken():
    (found,) = read(WET.replace(b"2024-05-17T10:00:00Z", b"yesterday"))
    assert found.capture.retrieved_at == "2026-01-01T00:00:00Z"


def test_marks_of_records_without_records_end(monkeypatch):
    monkeypatch.setattr(warc, "MOST_DAMAGED", 9)
    found = read(b"WARC/1.0\r\n" * 100_000)
    assert len(found) == 9
    assert "damaged in 9 places or more" in reasons(found[-1])
