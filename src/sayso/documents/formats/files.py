"""Files, folders and streams → readings. What a thing is, its content decides; nothing that comes in raises."""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from sayso.documents.encoding import wide_encoding
from sayso.documents.formats.kinds import UNREADABLE, Kind, kind_of
from sayso.documents.formats.readings import (
    LARGEST,
    Location,
    capture_of,
    finished,
    is_left_out,
    later,
    listed,
    lost,
    problem_reading,
    problems,
    read_text,
    read_web_page,
    too_large,
)
from sayso.documents.formats.saved import Saved, saved_from
from sayso.documents.formats.streams import GZIP, HEAD, Budget, Gunzipped, buffered, gunzipped_head
from sayso.documents.page import Given, Reading
from sayso.limits import seldom_collected
from sayso.workers import in_processes

Source = str | Path | bytes | BinaryIO

#: Names in a folder that are never input: records of Sayso's own.
OWN = (".sayso", ".sayso-wal", ".sayso-shm")
#: Archives inside archives are opened this deep; nobody packs deeper, but a bomb does.
DEEPEST = 3
#: A file with pictures in it may be larger than its text is allowed to be (bytes).
LARGEST_WITH_PICTURES = 5 * LARGEST
WITH_PICTURES = (Kind.HTML, Kind.MESSAGE, Kind.PDF)
#: An archive that comes through a pipe is held in memory up to this size (bytes), and on disk beyond it.
SPOOLED = 64_000_000


def read(*sources: Source, now: str | None = None, workers: int = 1) -> Iterator[Reading]:
    """Reads pages, one reading each, in order: what was given first, then within a folder by name.

    A source is a path (or its string; ``-`` is standard input), a folder, bytes, or a binary stream. Folders are read
    with all that is in them but hidden files. ``now`` is the time of receipt (ISO 8601, UTC) that captures bear where
    an archive does not say otherwise. Whatever cannot be read yields a reading without a page and with its problems.

    With more than one of ``workers``, pages are read in as many processes, few at a time; what comes out is the same. A
    page that ends its process yields a reading without a page then, and its problem.
    """
    yield from _finished(chain.from_iterable(_readings(source, now) for source in sources), workers)


def _finished(readings: Iterator[Reading], workers: int = 1) -> Iterator[Reading]:
    if workers <= 1:
        with seldom_collected():  # once for all: at the end of each page Python would look through all that it left
            yield from map(finished, readings)
    else:
        yield from in_processes(finished, readings, workers, lost)


def _readings(source: Source, now: str | None) -> Iterator[Reading]:
    if isinstance(source, bytes):
        yield from _read_at(io.BytesIO(source), Location("memory:"), now, 0)
    elif isinstance(source, str | Path):
        yield from _read_path(source, now)
    else:
        name = getattr(source, "name", None)
        yield from _read_at(source, Location(name if isinstance(name, str) else "stream:"), now, 0)


def _read_path(source: str | Path, now: str | None) -> Iterator[Reading]:
    if source == "-":
        yield from _read_at(sys.stdin.buffer, Location("stdin:"), now, 0)
        return
    path = Path(source)
    try:
        is_folder = path.is_dir()
        if not is_folder and not path.exists():
            yield problem_reading(str(source), "there is no such file or folder")
            return
    except (OSError, ValueError) as error:  # a name too long, or with a null character
        yield problem_reading(str(source).replace("\0", "\ufffd"), f"not the name of a file ({error})")
        return
    if is_folder:
        yield from _read_folder(path, now)
    else:
        yield from _read_file(path, now)


def _read_folder(folder: Path, now: str | None) -> Iterator[Reading]:
    unread: list[OSError] = []
    found = False
    others: list[str] = []
    unplain: list[Path] = []
    for path in _files(folder, unread, unplain):
        for reading in _read_file(path, now):
            if is_left_out(reading, _address(path)):
                others.append(path.relative_to(folder).as_posix())
                continue
            found = True
            yield reading
    for error in unread:
        yield problem_reading(str(error.filename or folder), f"the folder cannot be opened ({error.strerror})")
    uri = _address(folder)
    for left_out, why in (
        (others, "files left out because they are not text"),
        ([path.relative_to(folder).as_posix() for path in unplain], "links to folders, pipes and devices left out"),
    ):
        if left_out:
            yield problem_reading(uri, f"{why}: {listed(left_out)}".encode("utf-8", "replace").decode())
    if not (found or others or unread):
        yield problem_reading(uri, "there is nothing to read in this folder")


def _files(folder: Path, unread: list[OSError], unplain: list[Path]) -> Iterator[Path]:
    """The plain files of a folder and the folders in it, by name; what cannot be listed goes to ``unread``, what is
    neither to ``unplain``. A link to a folder, which may be one that holds it, is not followed."""
    for where, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        unplain += [path for name in folders if (path := Path(where, name)).is_symlink()]
        for name in sorted(names):
            path = Path(where, name)
            if name.startswith(".") or name.endswith(OWN):
                continue
            if _is_plain(path):
                yield path
            else:
                unplain.append(path)


def _is_plain(path: Path) -> bool:
    """Whether it can be read to an end: not a pipe, a socket or a device. A dangling link is left to be reported."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _address(path: Path) -> str:
    # as_posix: the same path everywhere; surrogates stand for bytes of a name that are not UTF-8
    return path.as_posix().encode("utf-8", "replace").decode()


def _read_file(path: Path, now: str | None) -> Iterator[Reading]:
    uri = _address(path)
    try:
        stream = path.open("rb")
    except OSError as error:
        yield problem_reading(uri, f"the file cannot be opened ({error.strerror or error})")
        return
    with stream:
        yield from _read_at(cast(BinaryIO, stream), Location(uri), now, 0)


def _read_at(
    stream: BinaryIO, place: Location, now: str | None, depth: int, budget: Budget | None = None
) -> Iterator[Reading]:
    """The pages of a stream that lies at a place, ``depth`` archives or messages deep, and has a share in the
    ``budget`` of the outermost."""
    uri = place.uri
    if depth > DEEPEST:
        yield problem_reading(uri, f"left out: it lies more than {DEEPEST} archives deep")
        return
    opened, raw = buffered(stream)
    head = opened.peek(HEAD)
    if not head:
        yield problem_reading(uri, raw.problem or "the file is empty")
        return
    inner: Gunzipped | None = None
    kind = kind_of(head, uri)
    if head.startswith(GZIP):
        kind = kind_of(gunzipped_head(head), uri)
        if kind is not Kind.ARCHIVE:  # archives are compressed record by record, and offsets are of the packed file
            inner = Gunzipped(opened, budget)
            opened = io.BufferedReader(inner, HEAD)
            if not opened.peek(HEAD):
                yield problem_reading(uri, inner.problem or "the gzip stream holds nothing")
                return
    silent = True
    for reading in _read_kind(kind, opened, place, now, depth, budget):
        silent = False
        yield reading
    failed = [problem for problem in (raw.problem, inner.problem if inner else None) if problem]
    if failed:
        yield problem_reading(uri, *failed)
    elif silent:
        yield problem_reading(uri, "there is nothing to read in it")


def _read_kind(
    kind: Kind, opened: io.BufferedReader, place: Location, now: str | None, depth: int, budget: Budget | None
) -> Iterator[Reading]:
    stream, uri = cast(BinaryIO, opened), place.uri
    if kind in UNREADABLE:
        yield problem_reading(uri, UNREADABLE[kind])
    elif kind is Kind.ARCHIVE:
        from sayso.documents.formats.warc import read_archive

        yield from read_archive(stream, uri=uri, now=now)
    elif kind is Kind.LINES and (wide := wide_encoding(opened.peek(HEAD))):
        yield problem_reading(uri, f"JSON Lines are read in UTF-8, and these are in {wide}; convert the file")
    elif kind is Kind.LINES:
        from sayso.documents.formats.objects import read_lines

        yield from read_lines(stream, uri=uri, now=now)
    elif kind is Kind.PACKED:
        yield from _read_packed(stream, uri, now, depth, budget)
    else:
        largest = LARGEST_WITH_PICTURES if kind in WITH_PICTURES else LARGEST
        data = stream.read(largest + 1)
        if len(data) > largest:
            yield problem_reading(uri, too_large(len(data), "bytes", largest))
        else:
            yield from _read_data(kind, data, place, now, depth, budget)


def _read_packed(stream: BinaryIO, uri: str, now: str | None, depth: int, budget: Budget | None) -> Iterator[Reading]:
    """A ZIP archive, whose list of members stands at its end: all of it is copied to where it can be sought in."""
    from sayso.documents.formats.packed import read_packed

    with tempfile.SpooledTemporaryFile(SPOOLED) as whole:
        while piece := stream.read(HEAD):
            whole.write(piece)
        budget = budget or Budget(whole.tell())
        inside = partial(_read_at, now=now, depth=depth + 1, budget=budget)
        yield from read_packed(cast(BinaryIO, whole), uri=uri, budget=budget, read_stream=inside)


def _read_data(
    kind: Kind, data: bytes, place: Location, now: str | None, depth: int, budget: Budget | None
) -> Iterator[Reading]:
    """The pages of a file that is held whole."""
    if kind is Kind.FEED:
        from sayso.documents.formats.feed import read_feed

        yield from read_feed(data, uri=place.uri, now=now)
    elif kind is Kind.JSON_FEED:
        from sayso.documents.formats.feed import read_json_feed

        yield from read_json_feed(data, uri=place.uri, now=now)
    elif kind is Kind.JSON:
        from sayso.documents.formats.objects import read_json

        yield from read_json(data, uri=place.uri, now=now)
    elif kind is Kind.MESSAGE:
        from sayso.documents.formats.messages import read_message

        inside = partial(_read_at, now=now, depth=depth + 1, budget=budget or Budget(len(data)))
        yield from read_message(data, place=place, now=now, read_stream=inside)
    elif kind is Kind.PDF:
        from sayso.documents.formats.pdf import read_pdf

        yield from read_pdf(data, place=place, now=now)
    else:
        yield _read_whole(kind, data, place, now)


def _read_whole(kind: Kind, data: bytes, place: Location, now: str | None) -> Reading:
    saved = saved_from(data[:HEAD].decode("utf-8", "replace")) if kind is Kind.HTML else Saved()
    given = Given(url=saved.url)
    capture = capture_of(data, place, kind.value, saved.at or now)
    if not data.strip():
        return Reading(capture, data, None, problems(capture.id, ["no article text found: there is only white space"]))
    return later(read_web_page if kind is Kind.HTML else read_text, capture, data, given)
