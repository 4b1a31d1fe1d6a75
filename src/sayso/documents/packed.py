"""ZIP archives of anything that is read: plain ones, and web archives packed as WACZ."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, BinaryIO, cast

from sayso.documents.kinds import UNREADABLE, Kind
from sayso.documents.page import Reading
from sayso.documents.readings import Place, problem_reading
from sayso.documents.streams import BOMB_RATIO, BOMB_SIZE

#: More members than this are not looked at. Each costs memory before any is read.
MOST_MEMBERS = 200_000
#: Members that say that the archive is no folder of pages but one document of another sort, and what to do about it.
DOCUMENTS = {
    "[Content_Types].xml": "it is an office document; save it as PDF, HTML or text",
    "mimetype": "it is an office document or a book; save it as PDF, HTML or text",
}
#: A WACZ describes itself in this member, and its captures lie in this folder.
DESCRIBED = "datapackage.json"
CAPTURES = "archive/"
#: So many names are listed of members that were left out.
LISTED = 5
BROKEN = (OSError, ValueError, RuntimeError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error)

ReadStream = Callable[[BinaryIO, Place], Iterator[Reading]]


class Unzipped(io.RawIOBase):
    """What a member holds; ends early, with ``problem`` set, where it is broken or a bomb."""

    def __init__(self, member: IO[bytes], packed: int, budget: Budget):
        self.problem: str | None = None
        self._member, self._packed, self._budget = member, packed, budget
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        if self.problem is not None:
            return 0
        try:
            piece = self._member.read(len(view))
        except BROKEN as error:
            self.problem = f"it is broken after {self._given:,} bytes, which were read ({error})"
            return 0
        self._given += len(piece)
        grown = self._given > BOMB_SIZE and self._given > BOMB_RATIO * self._packed
        if grown or not self._budget.spend(len(piece)):
            self.problem = f"it grows more than {BOMB_RATIO}-fold; what came after was left out"
            return 0
        view[: len(piece)] = piece
        return len(piece)


class Budget:
    """How many bytes the members of one archive may give in all: their packed data may overlap, so that each is modest
    and the sum is not."""

    def __init__(self, packed: int):
        self._left = max(BOMB_SIZE, BOMB_RATIO * packed)

    def spend(self, size: int) -> bool:
        self._left -= size
        return self._left >= 0


def read_packed(stream: BinaryIO, size: int, *, uri: str, read_stream: ReadStream) -> Iterator[Reading]:
    """The pages of the members of a ZIP archive of ``size`` bytes, by name; ``read_stream`` reads each.

    A member's address is ``archive.zip!/folder/page.html``. Hidden members are passed over as in a folder; of a WACZ
    its captures are read. ``stream`` must be seekable.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        yield problem_reading(uri, f"the archive cannot be opened: it is cut short or broken ({error})")
        return
    with archive:
        members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        document = next((why for name, why in DOCUMENTS.items() if name in members), None)
        if document:
            yield problem_reading(uri, document)
            return
        chosen = _chosen(sorted(members))
        if len(chosen) > MOST_MEMBERS:
            yield problem_reading(uri, f"the archive has {len(chosen):,} members; only {MOST_MEMBERS:,} are read")
        elif not chosen:
            yield problem_reading(uri, "there is nothing to read in this archive")
        budget, others = Budget(size), []
        for name in chosen[:MOST_MEMBERS]:
            for reading in _read_member(archive, members[name], uri, budget, read_stream):
                if reading.page is None and any(p.reason == UNREADABLE[Kind.BINARY] for p in reading.problems):
                    others.append(name)
                else:
                    yield reading
        if others:
            names = ", ".join(others[:LISTED]) + (", …" if len(others) > LISTED else "")
            yield problem_reading(uri, f"members left out because they are not text: {len(others)} ({names})")


def _chosen(names: list[str]) -> list[str]:
    if DESCRIBED in names and any(name.startswith(CAPTURES) for name in names):
        return [name for name in names if name.startswith(CAPTURES)]
    return [name for name in names if not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))]


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, uri: str, budget: Budget, read_stream: ReadStream
) -> Iterator[Reading]:
    where = f"{uri}!/{info.filename}".encode("utf-8", "replace").decode()
    try:
        opened = archive.open(info)
    except BROKEN as error:
        encrypted = info.flag_bits & 1
        reason = "it is encrypted" if encrypted else f"the member at byte {info.header_offset:,} is broken ({error})"
        yield problem_reading(where, reason)
        return
    with opened:
        raw = Unzipped(opened, info.compress_size, budget)
        place = Place(where, container=uri, offset=info.header_offset, length=info.compress_size)
        yield from read_stream(cast(BinaryIO, io.BufferedReader(raw)), place)
        if raw.problem:
            yield problem_reading(where, raw.problem)
