"""Feeds: RSS, Atom and JSON Feed, one reading an entry. The only importer of feedparser."""

from __future__ import annotations

import html as entities
import io
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any, NamedTuple

from sayso.documents.dates.words import iso_day
from sayso.documents.encoding import decode
from sayso.documents.formats.kinds import Kind
from sayso.documents.formats.objects import parse_json
from sayso.documents.formats.readings import (
    Location,
    capture_of,
    encoding_reasons,
    later,
    problem_reading,
    read_text,
    read_web_page,
    writable,
)
from sayso.documents.page import Given, Reading
from sayso.limits import READING, time_limit

#: A document type with entities of its own: no feed needs one, and nested ones grow without bound.
ENTITY = re.compile("<!ENTITY", re.IGNORECASE)
#: The encoding in which feedparser is given what has been decoded, whatever the feed declares.
DECODED = {"content-type": "application/xml; charset=utf-8"}
#: An author as RSS asks for it.
ADDRESSED = re.compile(r"\S{1,80}@\S{1,80}\s+\((?P<name>[^()]{2,80})\)")
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>")


class Entry(NamedTuple):
    """What a feed says of one of its entries. ``source`` is the outlet that an aggregating feed took it from."""

    title: str | None
    link: str | None
    published: str | None
    content: str
    is_markup: bool
    source: str | None
    author: str | None = None


def read_feed(data: bytes, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The entries of an RSS or Atom feed, in its order. ``now`` is when the feed was received (ISO 8601, UTC)."""
    import feedparser

    decoded = decode(data, markup=True)
    if ENTITY.search(decoded.text):
        yield problem_reading(
            uri, "the feed declares entities of its own, which may grow without bound; it is left out"
        )
        return
    try:
        # Sanitising drops what a page's reader needs (class names); links are not followed, so none is resolved.
        # Bytes themselves it would first take for the name of a file.
        with time_limit(READING):
            feed = feedparser.parse(
                io.BytesIO(decoded.text.encode("utf-8", "replace")),
                response_headers=DECODED,
                sanitize_html=False,
                resolve_relative_uris=False,
            )
    except Exception as error:
        # A library that walks hostile XML: whatever it stumbles over, or is broken off at, the other sources are read.
        yield problem_reading(uri, f"the feed cannot be read ({type(error).__name__}: {str(error)[:120]})")
        return
    if feed.get("bozo") and not feed.entries:
        yield problem_reading(uri, f"the feed is not well-formed ({str(feed.get('bozo_exception'))[:160]})")
        return
    entries = [_entry(item) for item in feed.entries]
    yield from _readings(entries, _text(feed.feed.get("title")), uri, now)
    if feed.get("bozo"):
        yield problem_reading(uri, f"the feed is broken; {len(entries)} entries before that were read")
    if reasons := encoding_reasons(decoded):
        yield problem_reading(uri, *reasons)


def read_json_feed(data: bytes, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The items of a JSON Feed, in its order."""
    feed, problem = parse_json(decode(data).text)
    if problem:
        yield problem_reading(uri, problem)
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        yield problem_reading(uri, "the feed has no list of items")
        return
    entries = []
    for item in items:
        if not isinstance(item, dict):
            yield problem_reading(uri, "an item of the feed is not an object")
            continue
        markup = _text(item.get("content_html"))
        text = markup or _text(item.get("content_text")) or _text(item.get("summary")) or ""
        day = iso_day(_text(item.get("date_published")))
        entries.append(
            Entry(
                title=_text(item.get("title")),
                link=_text(item.get("url")) or _text(item.get("id")),
                published=day.isoformat() if day else None,
                content=text,
                is_markup=markup is not None,
                source=None,
            )
        )
    yield from _readings(entries, _text(feed.get("title")), uri, now)


def _readings(entries: list[Entry], publisher: str | None, uri: str, now: str | None) -> Iterator[Reading]:
    if not entries:
        yield problem_reading(uri, "the feed has no entries")
    for number, entry in enumerate(entries, 1):
        where = f"{uri}#{number}"
        if not entry.content.strip():
            yield problem_reading(where, f"no article text found: the entry {entry.title or number!r} has none")
            continue
        given = Given(
            label=entry.link or where,
            url=entry.link,
            published=entry.published,
            publisher=entry.source or publisher,
            title=entry.title,
            byline=entry.author,
            prose=True,
        )
        data = entry.content.encode("utf-8", "replace")
        kind = Kind.HTML if entry.is_markup else Kind.TEXT
        capture = capture_of(data, Location(entry.link or where, container=uri), kind.value, now)
        if entry.is_markup:
            yield later(read_web_page, capture, data, given, source=data.decode())
        else:
            yield later(read_text, capture, data, given, text=data.decode())


def _entry(item: Any) -> Entry:
    """An entry of feedparser's as plain values; its fullest content is taken."""
    contents = [c.get("value") or "" for c in item.get("content") or [] if isinstance(c, dict)]
    content = max([*contents, item.get("summary") or ""], key=len)
    source = item.get("source")
    name = _text(source.get("title")) if isinstance(source, dict) else None
    return Entry(
        title=_plain(item.get("title")),
        link=_text(item.get("link")),
        published=_entry_day(item),
        content=content,
        is_markup=bool(MARKUP.search(content)) or "&" in content,
        source=name,
        author=_author(_plain(item.get("author"))),
    )


def _author(words: str | None) -> str | None:
    """The name in ``ada@harbour.example (Ada Bell)``, which RSS asks for, or that alone."""
    match = ADDRESSED.fullmatch(words or "")
    return match["name"] if match else words


def _text(value: object) -> str | None:
    return writable(value).strip() or None if isinstance(value, str) else None


def _plain(value: object) -> str | None:
    """A title without markup."""
    text = _text(value)
    return " ".join(entities.unescape(MARKUP.sub(" ", text)).split()) or None if text else None


def _entry_day(item: Any) -> str | None:
    """The day that an entry states, in the outlet's own time zone; feedparser's own fields are in UTC."""
    for key in ("published", "updated"):
        # dict's own ``get``: feedparser's warns where it would take one date for the other
        stated = _text(dict.get(item, key)) or ""
        if day := iso_day(stated):
            return day.isoformat()
        for stamp in (parsedate(stated), dict.get(item, f"{key}_parsed")):
            try:
                if stamp:
                    return date(*stamp[:3]).isoformat()
            except (ValueError, TypeError, OverflowError):
                continue
    return None
