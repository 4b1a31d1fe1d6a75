"""Small pages to annotate: the text is given, nothing is read from disk."""

from __future__ import annotations

from typing import NamedTuple

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
