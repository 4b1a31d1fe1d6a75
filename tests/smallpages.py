"""Small pages to annotate, made of given words; nothing is read from disk."""

from __future__ import annotations

from typing import NamedTuple

from sayso.documents.page import Page
from sayso.layers.parsing.parse import Parse, read_sentences
from sayso.types import Block, Document, Published, Span
from sayso.vocab import DateBasis, Zone


class SmallPage(NamedTuple):
    document: Document
    blocks: tuple[Block, ...]
    parse: Parse


def small_page(
    text: str, published: str | None = "2024-05-15", publisher: str | None = "Example Gazette", zones: str = ""
) -> SmallPage:
    """A page whose lines are body paragraphs; ``zones`` names other zones, line by line (``"headline body"``)."""
    document = Document(
        capture_id="capture-0",
        uri="memory:",
        text=text,
        language="en",
        publisher=publisher,
        published=Published(published, DateBasis.GIVEN, "given") if published else None,
    )
    names = zones.split()
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            zone = Zone(names[number]) if number < len(names) else Zone.BODY
            blocks.append(Block(span=Span(document.id, at, at + len(line)), zone=zone))
        at += len(line) + 1
    return SmallPage(document, tuple(blocks), read_sentences(document, blocks))


def article(publisher: str, day: str, headline: str, text: str) -> Page:
    """A page of a headline and a body, published on an ISO day."""
    document = Document(
        capture_id=f"capture of {publisher}, {day}: {headline}",
        uri="memory:",
        text=f"{headline}\n\n{text}",
        language="en",
        headline=headline,
        publisher=publisher,
        provenance=(publisher,),
        published=Published(day, DateBasis.GIVEN, "given"),
    )
    head = Block(span=Span(document.id, 0, len(headline)), zone=Zone.HEADLINE)
    body = Block(span=Span(document.id, len(headline) + 2, len(document.text)), zone=Zone.BODY)
    return Page(document, (head, body), ())
