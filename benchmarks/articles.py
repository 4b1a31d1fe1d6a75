"""The articles that benchmarks read, and the text of theirs that is annotated."""

from __future__ import annotations

import json
from pathlib import Path

from newsroom import Article

from sayso import documents
from sayso.documents.formats.objects import read_object
from sayso.documents.page import Page
from sayso.layers.parsing.parse import PROSE
from sayso.types import Block, Document, Published, Span
from sayso.vocab import DateBasis, Zone

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


def pages_of(path: Path, first: int | None = None) -> list[Page]:
    """The first pages (all for None) of a folder, or of lines of JSON with an id and a text each, read as prose."""
    if path.suffix != ".jsonl":
        return [reading.page for reading in documents.read(str(path)) if reading.page][:first]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:first]]
    readings = (read_object({"id": row["id"], "text": row["text"], "prose": True}) for row in rows)
    return [reading.page for reading in readings if reading.page]


def rows_of(number: int, article: Article) -> tuple[Document, Block]:
    """An invented article as a document that was read, all of it body."""
    document = Document(
        capture_id=f"capture-{number:016x}",
        uri="memory:",
        text=article.text,
        publisher=article.publisher,
        headline=article.headline,
        published=Published(article.published[:10], DateBasis.GIVEN, "invented"),
    )
    return document, Block(span=Span(document.id, 0, len(article.text)), zone=Zone.BODY)


def prose_of(page: Page) -> str:
    """What the annotators read of a page: headline, body and captions."""
    spans = (block.span for block in page.blocks if block.zone in PROSE)
    return "\n".join(page.document.text[span.start : span.end] for span in spans)
