"""What kind of thing bytes are, told by how they begin; a file's name only breaks ties."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from sayso.documents.encoding import wide_encoding

#: Share of control characters from which on bytes are not text.
BINARY = 0.02


class Kind(StrEnum):
    """How a stream is to be read, or why it is not; the value is its media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    LINES = "application/jsonl"
    JSON = "application/json"
    FEED = "application/rss+xml"
    JSON_FEED = "application/feed+json"
    ARCHIVE = "application/warc"
    MESSAGE = "message/rfc822"
    PDF = "application/pdf"
    PACKED = "application/zip"
    XML = "application/xml"
    BINARY = "application/octet-stream"


#: The media types under which pages of the web come.
WEB_PAGES = ("text/html", "application/xhtml+xml")
#: Kinds that are not read, with what to do about it.
UNREADABLE = {
    Kind.XML: "it is XML, but neither a feed (RSS, Atom) nor a web page",
    Kind.BINARY: "it is not text; what can be read is text, HTML, MHTML, e-mail, PDF, JSON Lines, feeds and WARC,"
    " plain, gzipped or in ZIP",
}
#: How a ZIP archive begins, and one without a member.
PACKED = (b"PK\x03\x04", b"PK\x05\x06")
FEED = re.compile(r"<(?:rss|feed|rdf:RDF|atom:feed)[\s>]", re.IGNORECASE)
PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|section|header|nav|div|span|p|h[1-6]"
    r"|ul|ol|table|center|font|br|img|a|b|i|em|strong|blockquote|figure|form)(?=[\s>/])",
    re.IGNORECASE,
)
PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml")
LINES_NAMES = (".jsonl", ".ndjson", ".jl")
ARCHIVE_NAMES = (".warc", ".wet")
MESSAGE_NAMES = (".eml", ".mht", ".mhtml")
#: A message begins with lines like these (some with lines that go on), and these headers no page of news has.
HEADER = re.compile(
    r"([A-Za-z][A-Za-z0-9-]{1,60}):(?: |\t|\r?\n[ \t])[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,99}"
)
SENT = frozenset({"mime-version", "message-id", "received", "return-path", "delivered-to", "snapshot-content-location"})
#: A list of objects; one whose first object names its first value is no prose.
LIST = re.compile(r"\[\s*\{")
LIST_OF_NAMED = re.compile(r"\[\s*\{\s*\"[^\"\n]{1,60}\"\s*:")
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27} | {127})


def kind_of(head: bytes, name: str = "") -> Kind:
    """The kind of a stream that begins with ``head`` (at most a few ten thousand bytes, gunzipped)."""
    name = name.lower().removesuffix(".gz")
    if head.lstrip().startswith(b"WARC/"):
        return Kind.ARCHIVE
    if name.endswith(ARCHIVE_NAMES) and (not head or b"WARC/1." in head):
        return Kind.ARCHIVE  # one whose very beginning is damaged
    if head.startswith(PACKED):
        return Kind.PACKED
    wide = wide_encoding(head)
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")) or (not wide and _is_binary(head)):
        return Kind.BINARY
    text = head.decode(wide or "utf-8", "replace").lstrip("\ufeff").lstrip()
    if text.startswith("<"):
        return _kind_of_markup(text, name)
    if _is_message(text, name):
        return Kind.MESSAGE
    if name.endswith(LINES_NAMES):
        return Kind.LINES
    if text.startswith("{"):
        return _kind_of_objects(text, name)
    if LIST.match(text[:1000]) and (name.endswith(".json") or LIST_OF_NAMED.match(text[:1000])):
        return Kind.JSON
    return Kind.HTML if name.endswith(PAGE_NAMES) and PAGE.search(text) else Kind.TEXT


def _is_binary(head: bytes) -> bool:
    return len(head) - len(head.translate(None, CONTROL)) > BINARY * len(head)


def _is_message(text: str, name: str) -> bool:
    """Whether a text begins with the headers of a message, two of them at least, one that only messages have."""
    found: set[str] = set()
    at = 0
    while header := HEADER.match(text, at):
        found.add(header[1].lower())
        at = header.end()
    return len(found) >= 2 and (bool(found & SENT) or name.endswith(MESSAGE_NAMES))


def _kind_of_markup(text: str, name: str) -> Kind:
    start = text[:4000]
    page, feed = PAGE.search(start), FEED.search(start)
    if feed and (page is None or feed.start() < page.start()):
        return Kind.FEED
    if page or name.endswith(PAGE_NAMES):
        return Kind.HTML
    return Kind.XML if start.startswith("<?xml") else Kind.TEXT


def _kind_of_objects(text: str, name: str) -> Kind:
    """An object a line, or one object over many lines, or text that begins with a brace."""
    if "jsonfeed.org/version" in text[:2000].replace("\\/", "/"):
        return Kind.JSON_FEED
    first, _, rest = text.partition("\n")
    try:
        return Kind.LINES if isinstance(json.loads(first), dict) else Kind.TEXT
    except (ValueError, RecursionError):
        pass
    if not rest and first.startswith('{"'):
        return Kind.LINES  # a first line that is longer than what was looked at, or broken
    if re.match(r"\{\s*(?:\"|$)", first):
        return Kind.JSON if first.strip() == "{" or name.endswith(".json") else Kind.LINES
    return Kind.TEXT
