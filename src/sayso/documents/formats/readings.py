"""One captured thing → a Reading: its bytes with their digest, the page they hold, the problems met on the way."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from sayso.documents.encoding import Decoded, decode
from sayso.documents.formats.kinds import UNREADABLE, Kind
from sayso.documents.formats.saved import without_inlined
from sayso.documents.page import Given, Page, Reading
from sayso.limits import READING, TimeLimitError, seldom_collected, time_limit
from sayso.types import Capture, Problem
from sayso.vocab import Zone

STAGE = "read"

#: This many names are listed of files and members that were left out.
LISTED = 5

#: A document larger than this (bytes as received, characters of text) is left out, and said so: no article is as long,
#: and reading it would take minutes.
LARGEST = 20_000_000
#: The same for the lines of a text and the tags of a page: each line becomes a row.
MOST_LINES = 200_000
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
MOST_TAGS = 1_000_000
#: Halves of surrogate pairs alone are no characters: no file or record can hold them.
SURROGATE = re.compile(r"[\ud800-\udfff]")


class Location(NamedTuple):
    """Where captured bytes lay: in a file of their own (``uri`` alone) or inside a container."""

    uri: str
    container: str | None = None
    offset: int | None = None  # bytes from the start of the container
    length: int | None = None  # bytes


#: What reads the pages of a stream that lies at a place in another.
ReadStream = Callable[[BinaryIO, Location], Iterator[Reading]]


def writable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which JSON and mail headers can smuggle in."""
    return SURROGATE.sub("\ufffd", text)


def problem_reading(subject: str, *reasons: str) -> Reading:
    """What is said of something that could not be read at all."""
    return Reading(None, b"", None, problems(subject, reasons))


def is_left_out(reading: Reading, where: str) -> bool:
    """Whether a reading says that what lies there is not text: there may be many, which are said together."""
    return reading.page is None and any(
        p.reason == UNREADABLE[Kind.BINARY] and p.subject == where for p in reading.problems
    )


def later(read: Callable[..., Reading], capture: Capture, data: bytes, *rest: Any, **named: Any) -> Reading:
    """The reading that ``read`` of these will be; ``named`` holds the ``reasons`` that are known already, if any. What
    takes the time can so be done in another process than what goes through an archive."""
    known = problems(capture.id, named.get("reasons", ()))
    return Reading(capture, data, None, known, partial(read, capture, data, *rest, **named))


def finished(reading: Reading) -> Reading:
    """The reading with its page, or with what kept it from being read."""
    return reading if reading.pending is None else reading.pending()


def lost(reading: Reading) -> Reading:
    """What is kept of a thing that ended the process which read it."""
    reason = "reading it ended the process, for want of memory, of time or by a fault in a library"
    subject = reading.capture.id if reading.capture else ""
    return Reading(reading.capture, reading.data, None, (*reading.problems, *problems(subject, [reason])))


def problems(subject: str, reasons: Iterable[str]) -> tuple[Problem, ...]:
    return tuple(Problem(subject=subject, stage=STAGE, reason=reason) for reason in dict.fromkeys(reasons))


def capture_of(
    data: bytes, place: Location, media_type: str, retrieved_at: str | None, status: int | None = None
) -> Capture:
    """The row of the bytes. Its id leaves out the time, so that reading the same thing again gives the same capture."""
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        uri=place.uri,
        media_type=media_type,
        container=place.container,
        offset=place.offset,
        length=place.length,
        status=status,
        retrieved_at=retrieved_at,
    )


def read_text(
    capture: Capture, data: bytes, given: Given, *, text: str | None = None, reasons: Sequence[str] = ()
) -> Reading:
    """Reads flat text: ``text`` where it is known, else what ``data`` holds."""
    from sayso.documents.flat import read_flat

    said = list(reasons)
    if text is None:
        decoded = decode(data)
        said += encoding_reasons(decoded)
        text = decoded.text
    lines = sum(map(text.count, LINE_ENDS)) - text.count("\r\n")
    problem = _left_out(text, lines, "lines", MOST_LINES)
    read = partial(read_flat, text, capture_id=capture.id, uri=capture.uri, given=given)
    return _reading(capture, data, said, problem, lambda: (read(), ()))


def read_web_page(
    capture: Capture,
    data: bytes,
    given: Given,
    *,
    source: str | None = None,
    declared: str | None = None,
    reasons: Sequence[str] = (),
) -> Reading:
    """Reads HTML: ``source`` where it is known as text, else ``data``; ``declared`` is its encoding by HTTP."""
    from sayso.documents.html.reader import read_page

    said = list(reasons)
    if source is None:
        decoded = decode(data, declared, markup=True)
        said += encoding_reasons(decoded)
        source = decoded.text
    source = without_inlined(source)
    problem = _left_out(source, source.count("<"), "tags", MOST_TAGS)
    read = partial(read_page, source, capture_id=capture.id, uri=capture.uri, given=given)
    return _reading(capture, data, said, problem, read)


def _left_out(text: str, count: int, unit: str, most: int) -> str | None:
    """Why a text is not read that is too long, or has too many of its ``unit``; None where it is neither."""
    if len(text) > LARGEST:
        return too_large(len(text), "characters")
    return too_large(count, unit, most) if count > most else None


def _reading(
    capture: Capture,
    data: bytes,
    said: Sequence[str],
    problem: str | None,
    read: Callable[[], tuple[Page, Sequence[str]]],
) -> Reading:
    """The reading of the page that ``read`` makes, with what it could not read; without it where there is a ``problem``
    or it takes too long."""
    if problem is None:
        try:
            with time_limit(READING), seldom_collected():
                page, unread = read()
            return Reading(capture, data, page, problems(capture.id, [*said, *unread, *_lacking(page)]))
        except TimeLimitError as error:
            problem = f"reading it was broken off: {error}"
    return Reading(capture, data, None, problems(capture.id, [*said, problem]))


def _lacking(page: Page) -> list[str]:
    """That a page has no article, where it has none."""
    if any(block.zone is Zone.BODY for block in page.blocks):
        return []
    empty = not page.document.text.strip()
    why = "there is no text in it" if empty else "all of its lines look like what stands around articles"
    return [f"no article text found: {why}"]


def encoding_reasons(decoded: Decoded) -> list[str]:
    """What a reader must know of how bytes became text; empty where nothing was lost or guessed."""
    if decoded.replaced:
        guess = " (a guess)" if decoded.guessed else ""
        return [
            f"{decoded.replaced} places were not valid {decoded.encoding}{guess} and were replaced by U+FFFD;"
            " the bytes are kept as they came"
        ]
    if decoded.guessed:
        return [f"the bytes are not UTF-8 and declare no other encoding; they were read as {decoded.encoding}, a guess"]
    return []


def listed(names: Sequence[str]) -> str:
    """How many there are, and the first of them by name."""
    more = ", …" if len(names) > LISTED else ""
    return f"{len(names)} ({', '.join(names[:LISTED])}{more})"


def counted(kinds: Counter[str]) -> str:
    """How many there are of each kind."""
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))


def too_large(size: int, unit: str, largest: int = LARGEST) -> str:
    return f"left out: more than {largest:,} {unit} ({size:,}) is no article; cut it up first"
