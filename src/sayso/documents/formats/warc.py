"""Web archives: WARC with pages as they came over HTTP, WET with text.

The only importer of fastwarc, which is optional.
"""

from __future__ import annotations

import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO, Literal, NamedTuple, cast

from sayso.documents.encoding import decode
from sayso.documents.formats.kinds import WEB_PAGES, Kind, kind_of
from sayso.documents.formats.pdf import read_pdf
from sayso.documents.formats.readings import (
    LARGEST,
    Location,
    capture_of,
    counted,
    encoding_reasons,
    later,
    problem_reading,
    read_text,
    read_web_page,
    too_large,
)
from sayso.documents.formats.streams import GZIP, HEAD, Gunzipped, buffered
from sayso.documents.page import Given, Reading

INSTALL = "reading WARC needs FastWARC: python -m pip install 'fastwarc>=0.15'"
AT = "the record at byte "
#: How a record begins, and how it ends.
RECORD = re.compile(rb"WARC/1\.[01]\r\n")
LONGEST_MARK = 10
END = b"\r\n\r\n"
#: This many of the latest bytes are kept, more than fastwarc reads ahead.
KEPT = 262_144
#: How the body of an answer is unpacked: as the headers say, or with less trust in them.
DECODED: tuple[Literal["all", "transfer", "content", "none"], ...] = ("all", "transfer", "content", "none")
HTTP = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
#: A time as an archive must state it; another is no time of receipt.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
#: Behind this many damaged places in one archive no further record is looked for.
MOST_DAMAGED = 1_000
#: What fastwarc raises where bytes are not a record.
BROKEN = (OSError, ValueError, RuntimeError, EOFError)


class Forward:
    """A stream that can only be read on, with the ``seek`` and ``tell`` that fastwarc asks of any (it only ever asks
    where it is). It keeps its latest bytes, so that after a damaged record the next one can be found. ``at`` is the
    place of its first byte."""

    def __init__(self, stream: BinaryIO, at: int = 0):
        self._stream = stream
        self._at = at
        self._again = b""  # what was given already and is given once more
        self._recent: deque[bytes] = deque()  # what was given last, up to _at
        self._kept = 0

    def read(self, size: int = -1) -> bytes:
        if self._again:
            piece, self._again = self._again[:size], self._again[size:]
        else:
            piece = self._stream.read(size)
        self._at += len(piece)
        if piece:
            self._recent.append(piece)
            self._kept += len(piece)
            while self._kept - len(self._recent[0]) > KEPT:
                self._kept -= len(self._recent.popleft())
        return piece

    def close(self) -> None:
        """Nothing: the stream is its owner's to close."""

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._at

    def restart(self, at: int) -> None:
        """Goes on with what the stream gives next, which is at byte ``at``."""
        self._at, self._kept = at, 0
        self._recent.clear()

    def ended_whole(self) -> bool:
        """Whether what was given last is the end of a record."""
        return b"".join(self._recent).endswith(END)

    def next_record(self, after: int) -> bool:
        """Goes to the first place behind byte ``after`` at which a record may begin; whether there is one."""
        data = b"".join(self._recent)[max(after + 1 - (self._at - self._kept), 0) :] + self._again
        end = self._at + len(self._again)
        while (found := RECORD.search(data)) is None:
            piece = self._stream.read(HEAD)
            if not piece:
                return False
            data, end = data[-LONGEST_MARK:] + piece, end + len(piece)
        self._again, self._kept = data[found.start() :], 0
        self._recent.clear()
        self._at = end - len(self._again)
        return True


def read_archive(stream: BinaryIO, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The pages of a WARC or WET stream, plain or gzipped, one record at a time.

    A record that is cut short is reported with its offset and read as far as it goes; behind a damaged one reading goes
    on with the next that can be found. What is no page is counted and said in one problem at the end. ``now`` stands in
    where a record has no date. Offsets are of the archive as it lies on disk.
    """
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        yield problem_reading(uri, INSTALL)
        return
    opened, _ = buffered(stream)
    packed = Gunzipped(opened) if opened.peek(len(GZIP)).startswith(GZIP) else None
    source = Forward(cast(BinaryIO, io.BufferedReader(packed, HEAD) if packed else opened))
    passed: Counter[str] = Counter()
    going, damaged = True, 0
    while going:
        last = source.tell()
        broken: Exception | None = None
        told = False  # whether the latest record said itself that it is cut short
        try:
            for record in ArchiveIterator(source, parse_http=False):
                last, told = record.stream_pos, False
                for reading in _read_record(record, uri, _offset(last, packed), now, passed):
                    told = any(problem.reason.startswith(AT) for problem in reading.problems)
                    yield reading
        except BROKEN as error:
            broken = error
        problem, going = _gone_on(source, packed, last, broken)
        damaged += problem is not None
        if damaged >= MOST_DAMAGED and going:
            going, problem = False, f"{problem}; the archive is damaged in {MOST_DAMAGED:,} places or more"
        if problem and (going or not told):
            yield problem_reading(uri, f"{problem}; {'reading went on behind it' if going else 'it ends here'}")
    if passed:
        yield problem_reading(uri, f"records left out: {counted(passed)}")


def _gone_on(source: Forward, packed: Gunzipped | None, last: int, broken: Exception | None) -> tuple[str | None, bool]:
    """What is wrong with an archive where no record came after the ``last``, None where it ended, and whether reading
    goes on behind it."""
    if packed is not None and packed.problem:
        problem = packed.problem
        going = packed.skip()
        source.restart(packed.given)
        return problem, going
    where = f"the record at byte {_offset(max(last, 0), packed):,}"
    if broken is not None:
        return f"the archive is damaged behind {where} ({broken})", source.next_record(last)
    return None if source.ended_whole() else f"the archive ends inside {where}", False


def _offset(at: int, packed: Gunzipped | None) -> int:
    """Where a byte of the records lies in the archive: its member's place where the archive is compressed."""
    if packed is None:
        return at
    while len(packed.members) > 1 and packed.members[1][0] <= at:
        packed.members.popleft()
    return packed.members[0][1]


def _read_record(record: Any, archive: str, offset: int, now: str | None, passed: Counter[str]) -> Iterator[Reading]:
    kind = str(record.record_type)
    target = record.headers.get("WARC-Target-URI")
    where = f"{archive}@{offset}"
    if kind in ("response", "resource", "conversion") and not target:
        yield problem_reading(where, f"{AT}{offset:,} has no address: it is cut short or malformed")
        return
    if kind not in ("response", "resource", "conversion"):
        if kind not in ("warcinfo", "request", "metadata"):  # these say nothing that is read, in every archive
            passed[f"of type {kind}"] += 1
        return
    size = record.content_length
    if size > LARGEST:
        yield problem_reading(where, too_large(size, "bytes"))
        return
    block = record.reader.read()
    reasons = []
    if len(block) < size:
        reasons.append(f"{AT}{offset:,} is cut short: {len(block):,} of {size:,} bytes")
    elif why := record.headers.get("WARC-Truncated"):
        reasons.append(f"{AT}{offset:,} was cut short when it was kept ({why})")
    answer = _resource(record, block)
    if kind == "response" or record.is_http:
        found = _answer(block)
        if isinstance(found, str):
            yield problem_reading(where, *reasons, f"{AT}{offset:,} is not HTTP ({found})")
            return
        answer = found
        if answer.problem:
            reasons.append(f"{AT}{offset:,} {answer.problem}")
    if answer.status is not None and not 200 <= answer.status < 300:
        passed[f"with status {answer.status}"] += 1
        return
    stated = record.headers.get("WARC-Date") or ""
    received = stated if TIME.fullmatch(stated) else now
    yield from _read_payload(answer, Location(target, archive, offset, size), received, reasons, passed)


class Answer(NamedTuple):
    """What a record holds of a page: what HTTP said of it, and its bytes."""

    status: int | None
    media_type: str
    charset: str | None
    data: bytes
    problem: str | None = None


def _resource(record: Any, block: bytes) -> Answer:
    """A record that holds a page without what a server said of it."""
    stated = Message()
    stated["Content-Type"] = record.headers.get("Content-Type") or ""
    media_type = stated.get_content_type() if stated["Content-Type"] else ""
    return Answer(None, media_type, stated.get_content_charset(), block)


def _answer(block: bytes) -> Answer | str:
    """What a server answered; or why that cannot be told. Crawlers write down bodies that they have unpacked under the
    headers that said how they were packed: these are read as they lie."""
    from fastwarc.warc import ArchiveIterator

    why = "it is empty"
    for packing in DECODED:
        try:
            record = next(ArchiveIterator(io.BytesIO(HTTP % len(block) + block), parse_http=False))
            record.parse_http(auto_decode=packing)
            headers = record.http_headers
            data = record.reader.read(LARGEST + 1)
        except (*BROKEN, StopIteration) as error:
            why = why if packing != DECODED[0] else str(error)
            continue
        problem = _lacking(headers, record.content_length)
        media_type, charset = (record.http_content_type or "").lower(), record.http_charset
        if packing != DECODED[0]:
            problem = f"is not packed as it says ({why}); it was read as it lies"
            if kind_of(data[:HEAD]) is Kind.BINARY:
                problem, media_type, data = "is packed, and broken inside", "", b""
        return Answer(headers.status_code if headers is not None else None, media_type, charset, data, problem)
    return why


def _lacking(headers: Any, held: int) -> str | None:
    """That a server announced more bytes than the ones ``held``, where it did: the connection broke."""
    stated = headers.get("Content-Length", "") if headers is not None else ""
    if not re.fullmatch(r"[0-9]{1,15}", stated) or int(stated) <= held or headers.get("Transfer-Encoding"):
        return None
    return f"is cut short: {held:,} of {int(stated):,} bytes that its server announced"


def _read_payload(
    answer: Answer, place: Location, received: str | None, reasons: list[str], passed: Counter[str]
) -> Iterator[Reading]:
    data, media_type, status = answer.data, answer.media_type, answer.status
    where = f"{place.container}@{place.offset}"
    if len(data) > LARGEST:
        yield problem_reading(where, too_large(len(data), "bytes"))
        return
    given = Given(label=place.uri, url=place.uri)
    if media_type in WEB_PAGES or (not media_type and data.lstrip()[:1] == b"<"):
        capture = capture_of(data, place, Kind.HTML.value, received, status)
        yield later(read_web_page, capture, data, given, declared=answer.charset, reasons=reasons)
    elif media_type == "text/plain":
        capture = capture_of(data, place, Kind.TEXT.value, received, status)
        decoded = decode(data, answer.charset)
        said = [*reasons, *encoding_reasons(decoded)]
        yield later(read_text, capture, data, given, text=decoded.text, reasons=said)
    elif media_type == Kind.PDF.value:
        yield from read_pdf(data, place=place, now=received, status=status, reasons=reasons)
    elif reasons:
        yield problem_reading(where, *reasons)
    else:
        passed[f"of {media_type or 'unknown content'}"] += 1
