"""Bytes that come in as a stream, whatever they come from, without ever holding more of them than is bounded here."""

from __future__ import annotations

import io
import re
import zlib
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

#: This much of a stream is looked at to tell what it is, and this much is asked of it at a time (bytes).
HEAD = 65_536
#: The head of a gzip stream is unpacked in pieces of this many bytes, so that damage spares what comes before it.
PIECE = 256
GZIP = b"\x1f\x8b\x08"
#: A gzip stream that has given this many bytes, and this many times as many as went in, is a bomb. Text shrinks to a
#: third or a tenth; deflate can shrink zeros to a thousandth.
BOMB_SIZE = 64_000_000
BOMB_RATIO = 150
#: Behind a broken member this many places are tried that look like the beginning of another.
MOST_TRIES = 1_000


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
                if not piece:
                    # a stream that does not wait gives None where it has nothing yet, which is no end
                    self.problem = "it cannot be read any further (it gave nothing yet)" if piece is None else None
                    break
                view[filled : filled + len(piece)] = piece
            except Exception as error:
                # A stream of the caller's raises what it likes (zlib.error, EOFError, IncompleteRead of HTTP).
                self.problem = f"it cannot be read any further ({error})"
                break
            filled += len(piece)
        return filled


class Budget:
    """How many bytes all that is packed in one file may give together, however deep it lies: members may overlap, and
    archives lie in archives, so that each is modest and the sum is not."""

    def __init__(self, packed: int):
        self._left = max(BOMB_SIZE, BOMB_RATIO * packed)

    def spend(self, size: int) -> bool:
        """Takes ``size`` bytes from what is left; whether there were as many."""
        self._left -= size
        return self._left >= 0


class Gunzipped(io.RawIOBase):
    """What a gzip stream holds, member after member; ends early, with ``problem`` set, where it is cut, broken or a
    bomb. After a broken member :meth:`skip` goes on with the next."""

    def __init__(self, stream: BinaryIO, budget: Budget | None = None):
        self.stream = stream
        self.problem: str | None = None
        self._budget = budget
        #: Where members began: bytes given before each, and its own place in the stream. Earlier ones may be dropped.
        self.members: deque[tuple[int, int]] = deque([(0, 0)])
        self._inflate = zlib.decompressobj(31)
        self._pending = b""
        self._taken = self._given = 0
        self._ended = self._broken = False

    @property
    def given(self) -> int:
        """How many bytes it has given."""
        return self._given

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = b""
        while not piece and not self._ended:
            piece = self._next(len(buffer))
        memoryview(buffer)[: len(piece)] = piece
        return len(piece)

    def skip(self) -> bool:
        """Goes on behind a broken member, where there is another whose beginning can be read."""
        if not self._broken:
            return False
        data, tries = self._pending[1:], 0
        while tries < MOST_TRIES:
            at = data.find(GZIP)
            if at < 0:
                data = data[1 - len(GZIP) :] + self._more()
                if len(data) < len(GZIP):
                    break
                continue
            data = data[at:]
            if len(data) < HEAD:
                data += self._more()
            if _is_member(data[:HEAD]):
                self.problem, self._ended, self._broken = None, False, False
                self._begin(data)
                return True
            data, tries = data[1:], tries + 1
        return False

    def _more(self) -> bytes:
        piece = self.stream.read(HEAD)
        self._taken += len(piece)
        return piece

    def _begin(self, data: bytes) -> None:
        self._inflate, self._pending = zlib.decompressobj(31), data
        self.members.append((self._given, self._taken - len(data)))

    def _next(self, size: int) -> bytes:
        if self._inflate.eof:
            return self._next_member()
        if not self._pending:
            self._pending = self._more()
            if not self._pending:
                return self._stop(f"is cut short {self._place()}")
        try:
            piece = self._inflate.decompress(self._pending, size)
        except zlib.error:
            self._broken = True
            return self._stop(f"is broken {self._place()}")
        self._pending = self._inflate.unconsumed_tail
        self._given += len(piece)
        grown = self._given > BOMB_SIZE and self._given > BOMB_RATIO * self._taken
        if grown or (self._budget is not None and not self._budget.spend(len(piece))):
            return self._stop(f"grows more than {BOMB_RATIO}-fold; what came after was left out")
        return piece

    def _place(self) -> str:
        given, start = self.members[-1]
        where = f"in its part at byte {start:,}, " if start else ""
        read = self._given - given
        return f"{where}after {read:,} bytes; they were read" if read else f"{where}before anything can be read of it"

    def _next_member(self) -> bytes:
        rest = self._inflate.unused_data.lstrip(b"\0")  # members may be filled up to a block's end
        while len(rest) < len(GZIP) and (more := self._more()):
            rest = (rest + more).lstrip(b"\0")
        if rest.startswith(GZIP):
            self._begin(rest)
            return b""
        if rest:
            if len(rest) < len(GZIP) and GZIP.startswith(rest):
                return self._stop(f"is cut short at byte {self._taken - len(rest):,}; what comes before was read")
            self._broken, self._pending = True, b"\0" + rest
            return self._stop(f"is followed at byte {self._taken - len(rest):,} by what is not gzip; it was left out")
        self._ended = True
        return b""

    def _stop(self, problem: str) -> bytes:
        self.problem, self._ended = f"the gzip stream {problem}", True
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
    """The beginning of what the beginning of a gzip stream holds, as far as it is whole; of its second member, or a
    later one, where those before it are broken at once."""
    members = islice(re.finditer(GZIP, head), MOST_TRIES)
    return next(filter(None, (_inflated(head[member.start() :]) for member in members)), b"")


def _inflated(head: bytes) -> bytes:
    inflate, found = zlib.decompressobj(31), b""
    try:
        for at in range(0, len(head), PIECE):
            found += inflate.decompress(head[at : at + PIECE], HEAD)
            if len(found) >= HEAD:
                break
    except zlib.error:
        pass
    return found


def _is_member(head: bytes) -> bool:
    """Whether bytes that look like the beginning of a gzip member can be read as one."""
    try:
        return bool(zlib.decompressobj(31).decompress(head, HEAD))
    except zlib.error:
        return False


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
