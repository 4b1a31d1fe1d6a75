"""Pages of the fictional stories with one thing changed: copied, cited, without credits, under another headline.

Only flat pages are changed, because their text is all that Sayso knows of them.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from newswire import Newswire

from sayso.documents.dates.words import find_dates
from sayso.documents.flat import read_flat
from sayso.documents.page import Given, Page
from sayso.pipeline import annotate
from sayso.types import Annotated, Document, Row, Span, replaced
from sayso.vocab import Zone

COPIER = "The Quill and Post"
DIGEST = "Evening Digest"
#: The zones of lines that say whose text a page has.
CREDITS = (Zone.CREDIT, Zone.LICENCE)


def readdressed(page: Annotated, address: str) -> Annotated:
    """The page as if it had been read from another address: all its rows have other ids, and say the same."""
    new: dict[object, object] = {page.document.capture_id: f"capture of {address}"}

    def moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(new.get(value.document_id, value.document_id), value.start, value.end)
        if isinstance(value, dict):
            return {name: moved(held) for name, held in value.items()}
        if isinstance(value, tuple):
            held = [moved(one) for one in value]
            return type(value)(*held) if hasattr(value, "_fields") else tuple(held)
        if isinstance(value, Row):
            row = replaced(value, **{f.name: moved(getattr(value, f.name)) for f in fields(value) if f.init})
            new[value.id] = row.id
            return row
        return new.get(value, value) if isinstance(value, str) else value

    again = moved(page)
    while again != (now := moved(page)):  # rows that name rows which come after them
        again = now
    return Annotated(*again)


def flat_pages(wire: Newswire) -> list[Annotated]:
    """The flat pages of a story, those with most attributions first."""
    entries = wire.expected["documents"]
    flat = [wire.pages[label] for label in sorted(wire.pages) if entries[label]["file"].endswith(".txt")]
    return sorted(flat, key=lambda page: -len(page.attributions))


def page_of(document: Document, text: str | None = None, given: Given | None = None) -> Page:
    """The page of a document's text, or of another text in its place, without annotations."""
    return read_flat(
        document.text if text is None else text,
        capture_id=document.capture_id,
        uri=document.uri,
        given=given or Given(label=document.label),
    )


def another(text: str, *, publisher: str, published: str | None) -> Annotated:
    """A new article."""
    given = Given(label=publisher, published=published, publisher=publisher)
    return annotate(read_flat(text, capture_id=f"capture of {publisher}", uri=f"memory:{publisher}", given=given))


def day_of(page: Annotated) -> str | None:
    return page.document.published.date if page.document.published else None


def copied(page: Annotated, *, article_only: bool) -> Annotated:
    """The same text in another outlet on the same day: the whole page, or headline and article without credits."""
    text = page.document.text
    if article_only:
        kept = [b for b in page.blocks if b.zone in (Zone.HEADLINE, Zone.BODY)]
        text = "\n\n".join(text[b.span.start : b.span.end] for b in kept)
    return another(text, publisher=COPIER, published=day_of(page))


def cited(wire: Newswire) -> Annotated:
    """An article that attributes every expected claim of a story to an outlet of it, and adds nothing."""
    lines = [f"What others say: {wire.expected['stories'][0]['title']}"]
    for claim in wire.expected["claims"]:
        outlet = wire.expected["documents"][claim["members"][0]["document"]]["publisher"]
        lines.append(f"{claim['says']}, {outlet} reported.")
    days = [day for page in wire.pages.values() if (day := day_of(page))]
    after = (date.fromisoformat(max(days)) + timedelta(days=1)).isoformat()
    return another("\n\n".join(lines), publisher=DIGEST, published=after)


def without_credits(page: Annotated, *, dateline: bool) -> Annotated:
    """The page without the lines that say whose text it is and, with ``dateline``, without the agency there. The day of
    a line that also says when the page came out (``3 March 2019 | AP``) stays."""
    text = page.document.text
    day = day_of(page)
    for span in sorted((b.span for b in page.blocks if b.zone in CREDITS), reverse=True):
        words = text[span.start : span.end]
        days = [words[date.start : date.end] for date in find_dates(words) if date.day.isoformat() == day]
        text = text[: span.start] + "".join(days[:1]) + text[span.end :]
    if dateline:
        text = re.sub(r"(?m)^([A-Z][^\n()]{2,40}) \([A-Za-z]{2,20}\) (?=[-–—] )", r"\1 ", text)
    return annotate(page_of(page.document, text))


def headed(page: Annotated, headline: str, given: Given | None = None) -> Annotated:
    """The same page under another headline."""
    text = page.document.text
    head = next(b.span for b in page.blocks if b.zone is Zone.HEADLINE)
    return annotate(page_of(page.document, text[: head.start] + headline + text[head.end :], given))
