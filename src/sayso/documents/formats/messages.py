"""Messages in MIME: e-mail as it was sent, and web pages that a browser saved as one file (MHTML).

A saved page is read as the page it was. Of an e-mail the text is read, and then each attachment that can be.
"""

from __future__ import annotations

import email
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MessageError,
)
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from sayso.documents.encoding import decode
from sayso.documents.formats.kinds import WEB_PAGES, Kind
from sayso.documents.formats.readings import (
    Location,
    ReadStream,
    capture_of,
    counted,
    encoding_reasons,
    later,
    listed,
    problem_reading,
    read_text,
    read_web_page,
    writable,
)
from sayso.documents.formats.saved import utc_stamp
from sayso.documents.page import Given, Reading
from sayso.outlets import outlet_of_address

#: More parts than this in one message are not looked at: a newspaper's largest mailing has a few dozen.
MOST_PARTS = 2_000
#: Parsing takes time for whatever looks like a division between parts; each part has one, and signatures of people.
MOST_DIVISIONS = 20_000
#: A header is read so far (characters): the parsers of addresses and dates are slow over what nobody would write.
LONGEST_HEADER = 2_000
#: What holds no text, by the beginning of its media type: pictures, sound, signatures.
NO_TEXT = ("image/", "audio/", "video/", "font/", "application/pgp-", "application/pkcs7-", "application/x-pkcs7-")
#: The header in which a browser writes the address of the page that it saved.
SAVED_FROM = "Snapshot-Content-Location"
#: Headers that only a mailing to many has.
MAILING = ("List-Id", "List-Unsubscribe", "List-Post")

BROKEN = (InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
CUT = "the message ends without the line that closes its last part: it is cut short, or was written carelessly"


class Part(NamedTuple):
    """A part that is no container of others: its media type, file name, bytes and declared encoding."""

    media_type: str
    name: str | None
    location: str | None
    data: bytes
    charset: str | None
    attached: bool
    broken: bool  # the bytes are not encoded as it says: some of them are lost
    alternative: int | None = None  # the number of the container of which only one part is to be shown


def read_message(data: bytes, *, place: Location, now: str | None, read_stream: ReadStream) -> Iterator[Reading]:
    """The pages of a message: a saved page, or an e-mail's text and whatever is attached and can be read.

    ``read_stream`` reads an attachment's bytes, at the place that it is given.
    """
    uri = place.uri
    if data.count(b"\n--") + data.count(b"\r--") > MOST_DIVISIONS:
        yield problem_reading(uri, f"left out: more than {MOST_DIVISIONS:,} divisions between its parts")
        return
    try:
        message = email.message_from_bytes(data)
        parts, beyond = _parts(message)
        saved = _is_saved_page(message)
    except Exception as error:
        # The standard library's parser raises many things over hostile headers: the other sources are still read.
        yield problem_reading(uri, f"the message cannot be read ({type(error).__name__}: {str(error)[:120]})")
        return
    text = _text_of(parts)
    if text is None:
        yield problem_reading(uri, "the message holds no text")
    elif saved:
        yield _read_saved(message, text, parts, data, place, now)
    else:
        yield _read_mail(message, [text, *(part for part in parts if _goes_on(text, part))], data, place, now)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield problem_reading(uri, CUT)
    broken = [_called(part, n) for n, part in enumerate(parts, 1) if part.broken and not _is_no_text(part)]
    if broken:
        yield problem_reading(uri, f"parts not encoded as they say, of which some may be lost: {listed(broken)}")
    if text is None or not saved:
        yield from _read_attached(parts, text, uri, read_stream)
    if beyond:
        yield problem_reading(uri, f"the message has more than {MOST_PARTS:,} parts; the others are left out")


def _read_attached(parts: Sequence[Part], text: Part | None, uri: str, read_stream: ReadStream) -> Iterator[Reading]:
    """The pages of all parts but the text of an e-mail."""
    passed: Counter[str] = Counter()
    for number, part in enumerate(parts, 1):
        if text is not None and (part is text or _is_twin(text, part) or _goes_on(text, part)):
            continue
        if _is_no_text(part):
            passed[part.media_type] += part.attached  # a picture inside the text is part of it, as on a web page
        elif part.attached or part.data.strip():
            yield from read_stream(io.BytesIO(part.data), Location(f"{uri}!/{_called(part, number)}", container=uri))
    if passed := +passed:
        yield problem_reading(uri, f"attachments left out because they are not text: {counted(passed)}")


def _called(part: Part, number: int) -> str:
    return part.name or str(number)


def _is_no_text(part: Part) -> bool:
    return part.media_type.startswith(NO_TEXT)


def _parts(message: Message) -> tuple[list[Part], bool]:
    """The parts in order, and whether there were more than are looked at. A message attached to it is one part."""
    found: list[Part] = []
    waiting: list[tuple[Message, int | None]] = [(message, None)]
    while waiting:
        part, alternative = waiting.pop()
        if len(found) >= MOST_PARTS:
            return found, True
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() != "message":
            if alternative is None and part.get_content_subtype() == "alternative":
                alternative = len(found)
            waiting.extend((item, alternative) for item in reversed(inner) if isinstance(item, Message))
        else:
            found.append(_part(part, alternative))
    return found, False


def _part(part: Message, alternative: int | None) -> Part:
    inner = part.get_payload()
    if isinstance(inner, list):  # a message inside the message
        data = b"".join(item.as_bytes() for item in inner[:1] if isinstance(item, Message))
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    disposition = _header(part, "Content-Disposition").lower()
    return Part(
        media_type=part.get_content_type(),
        name=_file_name(part),
        location=_header(part, "Content-Location") or None,
        data=data,
        charset=part.get_content_charset(),
        attached=isinstance(inner, list) or disposition.startswith("attachment"),
        broken=any(isinstance(defect, BROKEN) for defect in part.defects),
        alternative=alternative,
    )


def _is_twin(text: Part, part: Part) -> bool:
    """Whether a part says the same as the text in another form."""
    return not part.attached and part.alternative is not None and part.alternative == text.alternative


def _goes_on(text: Part, part: Part) -> bool:
    """Whether a part is more of the text: mailers cut it where a picture or an attachment stands in it."""
    plain = not part.attached and part.name is None and part.media_type == text.media_type
    return plain and part is not text and not _is_twin(text, part)


def _file_name(part: Message) -> str | None:
    """The name that a part bears, without folders, which may point anywhere."""
    name = writable(part.get_filename() or "")
    return re.split(r"[\\/]", name)[-1][:200] or None if name else None


def _header(message: Message, name: str) -> str:
    """A header in one line, decoded; empty where there is none."""
    value = str(message.get(name, ""))[:LONGEST_HEADER]
    with suppress(
        ValueError, LookupError, MessageError
    ):  # encoded wrongly, or in an encoding that nobody knows: as it stands
        value = str(make_header(decode_header(value)))
    return writable(" ".join(value.split()))


def _text_of(parts: list[Part]) -> Part | None:
    """The part to read: markup where there is any, since its plain twin is often a remnant; else plain text."""
    inline = [part for part in parts if not part.attached and part.data.strip()]
    pages = [part for part in inline if part.media_type in WEB_PAGES]
    plain = [part for part in inline if part.media_type == "text/plain"]
    return next(iter([*pages, *plain]), None)


def _is_saved_page(message: Message) -> bool:
    return bool(_header(message, SAVED_FROM)) or (
        message.get_content_type() == "multipart/related" and not _header(message, "To")
    )


def _read_saved(
    message: Message, page: Part, parts: list[Part], data: bytes, place: Location, now: str | None
) -> Reading:
    address = _header(message, SAVED_FROM) or page.location or ""
    url = address if address.startswith(("http://", "https://")) else None
    if url:
        place = place._replace(uri=url, container=place.uri)
    sent = _sent(message)
    capture = capture_of(data, place, Kind.MESSAGE.value, (sent and utc_stamp(sent)) or now)
    decoded = decode(page.data, page.charset, markup=True)
    reasons = encoding_reasons(decoded)
    if frames := sum(part.media_type in WEB_PAGES for part in parts if part is not page):
        reasons.append(f"frames inside the saved page were left out: {frames}")
    return later(read_web_page, capture, data, Given(url=url), source=decoded.text, reasons=reasons)


def _read_mail(message: Message, texts: Sequence[Part], data: bytes, place: Location, now: str | None) -> Reading:
    sent = _sent(message)
    given = Given(
        published=sent.date().isoformat() if sent else None,  # in the sender's time zone
        publisher=_publisher(message),
        title=_header(message, "Subject")[:500] or None,
    )
    capture = capture_of(data, place, Kind.MESSAGE.value, now)
    markup = texts[0].media_type in WEB_PAGES
    decoded = [decode(text.data, text.charset, markup=markup) for text in texts]
    reasons = [reason for part in decoded for reason in encoding_reasons(part)]
    whole = "\n\n".join(part.text for part in decoded)
    if markup:
        return later(read_web_page, capture, data, given, source=whole, reasons=reasons)
    return later(read_text, capture, data, given, text=whole, reasons=reasons)


def _publisher(message: Message) -> str | None:
    """Who publishes what is mailed: the outlet whose domain it came from, or the sender of a mailing list. A person
    who forwards an article is no publisher."""
    name, address = parseaddr(_header(message, "From"))
    known = outlet_of_address("//" + address.rpartition("@")[2])
    if known is not None:
        return known.name
    return name or None if any(_header(message, header) for header in MAILING) else None


def _sent(message: Message) -> datetime | None:
    """When a message was sent, or a page was saved; None where that is not said."""
    try:
        return parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
