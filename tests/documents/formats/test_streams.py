import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.formats import files, streams
from sayso.documents.formats.streams import Gunzipped, buffered, gunzipped_head, read_rows

WORDS = b"The ferry sank off Port Ellery on Monday, the coastguard said.\n" * 40


def gunzip(data):
    raw = Gunzipped(io.BytesIO(data))
    return io.BufferedReader(raw).read(), raw.problem


def test_members_of_a_gzip_stream_follow_each_other():
    assert gunzip(gzip.compress(WORDS) + gzip.compress(b"and more") + b"\0\0") == (WORDS + b"and more", None)


def test_half_a_gzip_stream_gives_what_it_holds_and_says_so():
    found, problem = gunzip(gzip.compress(WORDS)[:-12])
    assert WORDS.startswith(found)
    assert "cut short" in problem


def test_a_broken_gzip_stream_says_so():
    data = bytearray(gzip.compress(WORDS))
    data[20:30] = b"\xff" * 10
    assert "broken" in gunzip(bytes(data))[1]


def test_what_follows_gzip_and_is_not_gzip_is_left_out_and_said():
    found, problem = gunzip(gzip.compress(WORDS) + b"trailing")
    assert found == WORDS
    assert "by what is not gzip; it was left out" in problem


def test_behind_a_broken_member_the_next_can_be_read():
    damaged = bytearray(gzip.compress(WORDS, mtime=0))
    damaged[12:40] = b"\xff" * 28
    raw = Gunzipped(io.BytesIO(gzip.compress(b"first") + bytes(damaged) + gzip.compress(b"third")))
    reader = io.BufferedReader(raw)
    assert reader.read().startswith(b"first")
    assert "broken" in raw.problem
    assert raw.skip()
    assert reader.read() == b"third"
    assert raw.problem is None
    assert not raw.skip()


def test_a_stream_of_beginnings_is_not_searched_for_ever():
    raw = Gunzipped(io.BytesIO(gzip.compress(b"first") + b"\x1f\x8b\x08" * 200_000))
    reader = io.BufferedReader(raw)
    assert reader.read() == b"first"
    assert not raw.skip()


def test_a_bomb_is_stopped(monkeypatch):
    monkeypatch.setattr(streams, "BOMB_SIZE", 100_000)
    found, problem = gunzip(gzip.compress(b"\0" * 30_000_000))
    assert len(found) < 5_000_000
    assert "grows more than" in problem


def test_the_head_of_a_gzip_stream_shows_what_is_in_it():
    assert WORDS.startswith(gunzipped_head(gzip.compress(WORDS)[:40]))
    assert gunzipped_head(b"\x1f\x8b\x08 nonsense") == b""


def test_behind_a_member_broken_at_once_the_next_shows_it():
    damaged = bytearray(gzip.compress(b"first", mtime=0))
    damaged[10:14] = b"\xff" * 4
    assert gunzipped_head(bytes(damaged) + gzip.compress(WORDS)) == WORDS


def test_lines_keep_their_offsets_and_long_ones_are_passed_over():
    rows = list(read_rows(io.BytesIO(b"one\n" + b"x" * 200_000 + b"\ntwo"), longest=10))
    assert [(r.number, r.offset, r.length) for r in rows] == [(1, 0, 4), (2, 4, 200_001), (3, 200_005, 3)]
    assert [r.data for r in rows] == [b"one\n", None, b"two"]


@given(st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b""))), st.integers(1, 40))
def test_lines_add_up_to_the_stream(lines, longest):
    data = b"\n".join(lines)
    rows = list(read_rows(io.BytesIO(data), longest))
    assert sum(r.length for r in rows) == len(data)
    for row in rows:
        assert row.data is None or row.data == data[row.offset : row.offset + row.length]


def test_a_stream_that_fails_midway_ends_with_its_problem():
    class Failing(io.RawIOBase):
        def __init__(self):
            self.pieces = [b"first "]

        def read(self, size=-1):
            if not self.pieces:
                raise OSError("the disk is gone")
            return self.pieces.pop()

    stream, raw = buffered(Failing())
    assert stream.read() == b"first "
    assert "the disk is gone" in raw.problem


def test_a_pipe_that_gives_little_at_a_time_is_looked_at_in_full():
    class Dripping(io.RawIOBase):
        def __init__(self, data):
            self.inner = io.BytesIO(data)

        def read(self, size=-1):
            return self.inner.read(1)

    stream, _ = buffered(Dripping(b"WARC/1.0\r\n"))
    assert stream.peek(10).startswith(b"WARC/1.0")


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_any_cut_of_a_gzip_stream_ends(cut):
    gunzip(gzip.compress(WORDS)[:cut])


def test_between_members_there_may_be_zeros():
    data = gzip.compress(WORDS) + bytes(2 * streams.HEAD) + gzip.compress(WORDS) + bytes(99)
    assert gunzip(data) == (WORDS * 2, None)


@pytest.mark.parametrize(("given", "reason"), [(EOFError("cut"), "cut"), (None, "nothing yet"), ("words", "bytes")])
def test_a_stream_that_raises_waits_or_gives_text_is_said(given, reason):
    class Odd:
        def read(self, size):
            if isinstance(given, Exception):
                raise given
            return given

    (found,) = files.read(Odd())
    assert reason in found.problems[0].reason
