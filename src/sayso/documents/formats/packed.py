"""ZIP archives of anything that is read: plain ones, and web archives packed as WACZ."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from sayso.documents.formats.readings import Location, ReadStream, is_left_out, listed, problem_reading
from sayso.documents.formats.streams import BOMB_RATIO, BOMB_SIZE, Budget
from sayso.documents.page import Reading

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
BROKEN = (OSError, ValueError, RuntimeError, EOFError, LookupError, zipfile.BadZipFile, zlib.error,
          struct.error)  # fmt: skip
#: The list of members may be of this many bytes. zipfile reads it whole, before anything of it can be looked at.
LARGEST_LIST = 40_000_000
#: Where the size of that list stands: marks of the ends of an archive, and how many bytes behind each.
ENDS = ((b"PK\x05\x06", 12, "<L"), (b"PK\x06\x06", 40, "<Q"))
END_WITHIN = 66_000
#: The ways of packing that are read. What zipfile unpacks of others in one go has no bound: bzip2 makes a gigabyte of a
#: few hundred bytes.
UNPACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Unzipped:
    """What a member holds. To read it raises OSError where it is broken or a bomb."""

    def __init__(self, member: IO[bytes], info: zipfile.ZipInfo, budget: Budget):
        self._member, self._packed, self._budget = member, info.compress_size, budget
        self._given = 0

    def read(self, size: int) -> bytes:
        try:
            piece = self._member.read(size)
        except BROKEN as error:
            raise OSError(f"it is broken after {self._given:,} bytes, which were read: {error}") from error
        self._given += len(piece)
        grown = self._given > BOMB_SIZE and self._given > BOMB_RATIO * self._packed
        if grown or not self._budget.spend(len(piece)):
            raise OSError(f"it grows more than {BOMB_RATIO}-fold; what came after was left out")
        return piece


def read_packed(stream: BinaryIO, *, uri: str, budget: Budget, read_stream: ReadStream) -> Iterator[Reading]:
    """The pages of the members of a ZIP archive, by name; ``read_stream`` reads each, at most ``budget`` bytes of all.

    A member's address is ``archive.zip!/folder/page.html``. Hidden members are passed over as in a folder; of a WACZ
    its captures are read. ``stream`` must be seekable.
    """
    if (size_of_list := _size_of_list(stream)) > LARGEST_LIST:
        yield problem_reading(uri, f"the list of its members has {size_of_list:,} bytes, more than {LARGEST_LIST:,}")
        return
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        yield problem_reading(uri, f"the archive cannot be opened: it is cut short or broken ({error})")
        return
    with archive:
        # Of two members of one name neither is the right one: both are read.
        members = sorted(
            (info for info in archive.infolist() if not info.filename.endswith("/")),
            key=lambda info: (info.filename, info.header_offset),
        )
        names = {info.filename for info in members}
        document = next((why for name, why in DOCUMENTS.items() if name in names), None)
        if document:
            yield problem_reading(uri, document)
            return
        chosen = _chosen(members, names)
        if len(chosen) > MOST_MEMBERS:
            yield problem_reading(uri, f"the archive has {len(chosen):,} members; only {MOST_MEMBERS:,} are read")
        elif not chosen:
            yield problem_reading(uri, "there is nothing to read in this archive")
        others = []
        for info in chosen[:MOST_MEMBERS]:
            where = _address(uri, info)
            for reading in _read_member(archive, info, uri, budget, read_stream):
                if is_left_out(reading, where):
                    others.append(where.removeprefix(f"{uri}!/"))
                else:
                    yield reading
        if others:
            yield problem_reading(uri, f"members left out because they are not text: {listed(others)}")


def _size_of_list(stream: BinaryIO) -> int:
    """The largest size (bytes) of its list of members that an archive's end states. The stream is put to its start."""
    stream.seek(max(0, stream.seek(0, io.SEEK_END) - END_WITHIN))
    end = stream.read()
    stream.seek(0)
    sizes = [0]
    for mark, behind, form in ENDS:
        at = end.find(mark)
        while at >= 0:
            stated = end[at + behind : at + behind + struct.calcsize(form)]
            if len(stated) == struct.calcsize(form) and stated != b"\xff" * len(stated):
                sizes.append(struct.unpack(form, stated)[0])
            at = end.find(mark, at + 1)
    return min(max(sizes), stream.seek(0, io.SEEK_END))


def _chosen(members: list[zipfile.ZipInfo], names: set[str]) -> list[zipfile.ZipInfo]:
    if DESCRIBED in names and any(name.startswith(CAPTURES) for name in names):
        return [info for info in members if info.filename.startswith(CAPTURES)]
    return [
        info for info in members if not any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/"))
    ]


def _address(uri: str, info: zipfile.ZipInfo) -> str:
    return f"{uri}!/{info.filename}".encode("utf-8", "replace").decode()


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, uri: str, budget: Budget, read_stream: ReadStream
) -> Iterator[Reading]:
    where = _address(uri, info)
    if info.compress_type not in UNPACKED:
        yield problem_reading(where, "it is packed in a way that is not read; pack it with deflate, as most do")
        return
    try:
        opened = archive.open(info)
    except BROKEN as error:
        encrypted = info.flag_bits & 1
        reason = "it is encrypted" if encrypted else f"the member at byte {info.header_offset:,} is broken ({error})"
        yield problem_reading(where, reason)
        return
    with opened:
        place = Location(where, container=uri, offset=info.header_offset, length=info.compress_size)
        yield from read_stream(cast(BinaryIO, Unzipped(opened, info, budget)), place)
