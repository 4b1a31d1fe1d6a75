"""Web archives: WARC with pages as they came over HTTP, WET with text.

The only importer of fastwarc, which is optional.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.documents.kinds import Kind
from sayso.documents.page import Given, Reading
from sayso.documents.readings import (
    LARGEST,
    Place,
    capture_of,
    problem_reading,
    problems,
    read_text,
    read_web_page,
    too_large,
)

INSTALL = "reading WARC needs an extra: pip install 'sayso[archives]'"
PAGES = ("text/html", "application/xhtml+xml")


class Forward:
    """A stream that can only be read on, with the ``seek`` and ``tell`` that fastwarc asks of any (it only ever asks
    where it is)."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._at += len(piece)
        return piece

    def close(self) -> None:
        """Nothing: the stream is its owner's to close."""

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._at


def read_archive(stream: BinaryIO, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The pages of a WARC or WET stream, plain or gzipped, one record at a time.

    A record that is cut short is reported with its offset and read as far as it goes; what is no page is counted and
    said in one problem at the end. ``now`` stands in where a record has no date.
    """
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        yield problem_reading(uri, INSTALL)
        return
    passed: Counter[str] = Counter()
    offset = 0
    try:
        for record in ArchiveIterator(Forward(stream), parse_http=False):
            offset = record.stream_pos
            yield from _read_record(record, uri, offset, now, passed)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        # What fastwarc raises where bytes are not a record; it cannot find the next one.
        yield problem_reading(uri, f"the archive is broken after the record at byte {offset:,} ({error}); it ends here")
    if passed:
        listed = ", ".join(f"{count} {what}" for what, count in sorted(passed.items()))
        yield problem_reading(uri, f"records left out: {listed}")


def _read_record(record: Any, archive: str, offset: int, now: str | None, passed: Counter[str]) -> Iterator[Reading]:
    kind = str(record.record_type)
    target = record.headers.get("WARC-Target-URI")
    where = f"{archive}@{offset}"
    if kind in ("response", "resource", "conversion") and not target:
        yield problem_reading(where, f"the record at byte {offset:,} has no address: it is cut short or malformed")
        return
    if kind not in ("response", "resource", "conversion"):
        if kind not in ("warcinfo", "request", "metadata"):  # these say nothing that is read, in every archive
            passed[f"of type {kind}"] += 1
        return
    size = record.content_length
    if size > LARGEST:
        yield problem_reading(where, too_large(size, "bytes"))
        return
    record.freeze()
    reasons = []
    if record.content_length < size:
        reasons.append(f"the record at byte {offset:,} is cut short: {record.content_length:,} of {size:,} bytes")
    status = None
    media_type = (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if kind == "response" or record.is_http:
        try:
            record.parse_http(auto_decode="all")
        except (OSError, ValueError, RuntimeError) as error:
            yield problem_reading(where, *reasons, f"the record at byte {offset:,} is not HTTP ({error})")
            return
        status = record.http_headers.status_code if record.http_headers is not None else None
        media_type = (record.http_content_type or "").lower()
    if status is not None and not 200 <= status < 300:
        passed[f"with status {status}"] += 1
        return
    data = record.reader.read(LARGEST + 1)
    yield from _read_payload(
        record, data, Place(target, archive, offset, size), media_type, status, now, reasons, passed
    )


def _read_payload(
    record: Any,
    data: bytes,
    place: Place,
    media_type: str,
    status: int | None,
    now: str | None,
    reasons: list[str],
    passed: Counter[str],
) -> Iterator[Reading]:
    if len(data) > LARGEST:
        yield problem_reading(f"{place.container}@{place.offset}", too_large(len(data), "bytes"))
        return
    given = Given(label=place.uri, url=place.uri)
    received = record.headers.get("WARC-Date") or now
    if media_type in PAGES or (not media_type and data.lstrip()[:1] == b"<"):
        capture = capture_of(data, place, Kind.HTML.value, received, status)
        yield read_web_page(capture, data, given, declared=record.http_charset, reasons=reasons)
    elif media_type == "text/plain":
        capture = capture_of(data, place, Kind.TEXT.value, received, status)
        yield read_text(capture, data, given, reasons=reasons)
    elif reasons:
        yield Reading(None, b"", None, problems(f"{place.container}@{place.offset}", reasons))
    else:
        passed[f"of {media_type or 'unknown content'}"] += 1
