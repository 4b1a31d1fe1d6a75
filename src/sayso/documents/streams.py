"""Bytes that come in as a stream, whatever they come from, without ever holding more of them than is bounded here."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

#: So much of a stream is looked at to tell what it is, and so much is asked of it at a time (bytes).
HEAD = 65_536
GZIP = b"\x1f\x8b\x08"
#: A gzip stream that has given so many bytes and is so many times as large as what went in is a bomb. Text shrinks to
#: a third or a tenth; deflate can shrink zeros to a thousandth.
BOMB_SIZE = 64_000_000
BOMB_RATIO = 150


class Filled(io.RawIOBase):
    """A binary stream that fills every buffer, so that a pipe's first piece is as long as a file's. It never closes
    the stream it reads from, and ends early, with ``problem`` set, where that stream fails."""

    def __init__(self, stream: BinaryIO):
        self.stream = stream
        self.problem: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        filled = 0
        while filled < len(view) and self.problem is None:
            try:
                piece = self.stream.read(len(view) - filled)
            except (OSError, ValueError) as error:
                self.problem = f"it cannot be read any further ({error})"
                break
            if not piece:
                break
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled


class Gunzipped(io.RawIOBase):
    """What a gzip stream holds, member after member; ends early, with ``problem`` set, where it is cut, broken or a
    bomb."""

    def __init__(self, stream: BinaryIO):
        self.stream = stream
        self.problem: str | None = None
        self._inflate = zlib.decompressobj(31)
        self._pending = b""
        self._taken = self._given = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = b""
        while not piece and not self._ended:
            piece = self._next(len(buffer))
        memoryview(buffer)[: len(piece)] = piece
        return len(piece)

    def _next(self, size: int) -> bytes:
        if self._inflate.eof:
            return self._next_member()
        if not self._pending:
            self._pending = self.stream.read(HEAD)
            self._taken += len(self._pending)
            if not self._pending:
                return self._stop(f"the gzip stream is cut short after {self._given:,} bytes; they were read")
        try:
            piece = self._inflate.decompress(self._pending, size)
        except zlib.error:
            return self._stop(f"the gzip stream is broken after {self._given:,} bytes; they were read")
        self._pending = self._inflate.unconsumed_tail
        self._given += len(piece)
        if self._given > BOMB_SIZE and self._given > BOMB_RATIO * self._taken:
            return self._stop(f"the gzip stream grows more than {BOMB_RATIO}-fold; what came after was left out")
        return piece

    def _next_member(self) -> bytes:
        rest = self._inflate.unused_data
        if len(rest) < len(GZIP):
            more = self.stream.read(HEAD)
            self._taken += len(more)
            rest += more
        if rest.startswith(GZIP):
            self._inflate, self._pending = zlib.decompressobj(31), rest
            return b""
        if rest.strip(b"\0"):
            return self._stop("what follows the gzip stream is not gzip; it was left out")
        self._ended = True
        return b""

    def _stop(self, problem: str) -> bytes:
        self.problem, self._ended = problem, True
        return b""


class Row(NamedTuple):
    """A line of a stream: where it begins, how many bytes it has with its end, and the bytes; None if too long."""

    number: int  # from 1
    offset: int
    length: int
    data: bytes | None


def buffered(stream: BinaryIO) -> tuple[io.BufferedReader, Filled]:
    """The stream with a buffer that can be looked at, and what knows whether it failed."""
    raw = Filled(stream)
    return io.BufferedReader(raw, HEAD), raw


def gunzipped_head(head: bytes) -> bytes:
    """The beginning of what the beginning of a gzip stream holds; empty if it is broken."""
    try:
        return zlib.decompressobj(31).decompress(head, HEAD)
    except zlib.error:
        return b""


def read_rows(stream: BinaryIO, longest: int) -> Iterator[Row]:
    """The lines of a stream. One of more than ``longest`` bytes is passed over without being held."""
    offset = number = 0
    while data := stream.readline(longest + 1):
        number += 1
        length = len(data)
        kept: bytes | None = data
        if length > longest and not data.endswith(b"\n"):
            kept = None
            while more := stream.readline(HEAD):
                length += len(more)
                if more.endswith(b"\n"):
                    break
        yield Row(number, offset, length, kept)
        offset += length
