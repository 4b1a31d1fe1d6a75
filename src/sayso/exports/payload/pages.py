"""Documents as the report shows them: zones, highlights, rights, and the rows behind the highlights."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.exports.payload.shapes import Block, Credit, DocumentData, FoundRow, Piece
from sayso.exports.shown import RecordView, name_of
from sayso.exports.visible import cut, name_shown, said_shown, shown, title_shown
from sayso.spans import text_of
from sayso.types import Attribution, Claim, Document, Span
from sayso.types import Block as BlockRow

LONGEST_TEXT = 200_000  # characters of one document that the report shows
LONGEST_SPAN = 199  # characters of a span that stands outside the text
SOURCE, CUE, CONTENT, OWN = 1, 2, 4, 8


class Mark(NamedTuple):
    """A highlighted span: its role, and the place of its row in the document's rows."""

    start: int
    end: int
    role: int
    row: int


class PageRows(NamedTuple):
    """The rows behind one document's highlights, the highlights, and the place of each row by its id."""

    rows: list[FoundRow]
    marks: list[Mark]
    places: dict[str, int]


def rows_of(found: RecordView, document: Document, numbers: Mapping[str, int]) -> PageRows:
    """Attributions in text order, then claims in the outlet's own voice. ``numbers`` maps ids of claims to numbers."""
    claims_of: dict[str, list[int]] = defaultdict(list)
    own: list[Claim] = []
    for claim in found.claims.get(document.id, ()):
        if claim.attribution_id is None:
            own.append(claim)
        elif claim.id in numbers:
            claims_of[claim.attribution_id].append(numbers[claim.id])
    out = PageRows([], [], {})
    for attribution in sorted(found.attributions.get(document.id, ()), key=_where):
        out.places[attribution.id] = len(out.rows)
        out.rows.append(_attribution(document, attribution, sorted(set(claims_of[attribution.id]))))
        for role, spans in ((SOURCE, attribution.source), (CUE, attribution.cue), (CONTENT, attribution.content)):
            out.marks.extend(Mark(s.start, s.end, role, out.places[attribution.id]) for s in spans)
    for claim in sorted(own, key=_where):
        out.places[claim.id] = len(out.rows)
        out.rows.append(_own_claim(document, claim, numbers.get(claim.id)))
        out.marks.extend(Mark(s.start, s.end, OWN, out.places[claim.id]) for s in claim.content)
    return out


def _where(row: Attribution | Claim) -> tuple[int, str]:
    spans = row.content or (row.cue if isinstance(row, Attribution) else ())
    return (spans[0].start if spans else 0, row.id)


def _words(document: Document, spans: Sequence[Span]) -> str:
    return cut(shown(text_of(document.text, spans)), LONGEST_SPAN) if spans else ""


def _attribution(document: Document, row: Attribution, claims: list[int]) -> FoundRow:
    return {
        "id": row.id,
        "kind": "attribution",
        "source": _words(document, row.source),
        "cue": _words(document, row.cue),
        "content": _words(document, row.content),
        "chain": [name_shown(name) for name in row.chain],
        "about": [row.manner.value, row.type.value, row.certainty.value],
        "detail": said_shown(row.detail),
        "claims": claims,
    }


def _own_claim(document: Document, row: Claim, number: int | None) -> FoundRow:
    return {
        "id": row.id,
        "kind": "claim",
        "source": "",
        "cue": "",
        "content": _words(document, row.content),
        "chain": [name_shown(name) for name in row.chain],
        "about": [row.slot.value, row.polarity.value, row.modality.value],
        "detail": said_shown(row.detail),
        "claims": [] if number is None else [number],
    }


def page_of(found: RecordView, document: Document, page: PageRows, story: int, texts: bool) -> DocumentData:
    """One document of the report. Without ``texts`` its rows still quote their spans, under 200 characters each."""
    capture = found.captures.get(document.capture_id)
    received = [capture.digest, capture.media_type, capture.retrieved_at or "", capture.id] if capture else []
    published = document.published
    blocks = found.blocks.get(document.id, ()) if texts else ()
    dateline = document.dateline
    provenance = document.provenance if document.publisher else (name_of(document), *document.provenance)
    return {
        "id": document.id,
        "name": name_shown(name_of(document)),
        "headline": cut(shown(document.headline), LONGEST_SPAN),
        "published": [published.date, published.basis.value, said_shown(published.why)] if published else None,
        "byline": cut(shown(document.byline), LONGEST_SPAN),
        "dateline": title_shown(" · ".join(part for part in dateline or () if part)),
        "licence": cut(shown(document.licence), LONGEST_SPAN),
        "language": document.language or "",
        "uri": said_shown(document.uri),
        "notices": [said_shown(notice) for notice in document.notices],
        "provenance": [{"name": name_shown(name), "held": found.holds(name)} for name in provenance],
        "credits": _credits(found, document),
        "capture": received,
        "story": story,
        "blocks": list(_blocks(document, blocks, page.marks)),
        "rows": page.rows,
        "cut": len(document.text) > LONGEST_TEXT,
        "length": len(document.text),
    }


def _credits(found: RecordView, document: Document) -> list[Credit]:
    return [
        {
            "role": credit.role.value.replace("_", " "),
            "name": name_shown(credit.name),
            "date": credit.date or "",
            "words": _words(document, (credit.span,)),
        }
        for credit in sorted(found.credits.get(document.id, ()), key=lambda c: (c.span.start, c.id))
    ]


def _blocks(document: Document, blocks: Iterable[BlockRow], marks: Sequence[Mark]) -> Iterator[Block]:
    """The blocks in text order, each cut at every edge of a mark, in one sweep over the marks."""
    waiting = sorted(marks)[::-1]
    live: list[Mark] = []
    for block in blocks:
        start, end = block.span.start, min(block.span.end, LONGEST_TEXT)
        if start >= end:
            continue
        while waiting and waiting[-1].start < end:
            live.append(waiting.pop())
        live = [mark for mark in live if mark.end > start]
        yield {"zone": block.zone.value, "pieces": list(_pieces(document.text, start, end, live))}


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    opening = sorted(marks)[::-1]
    edges = sorted({start, end, *(edge for m in marks for edge in m[:2] if start < edge < end)})
    over: list[Mark] = []
    for left, right in itertools.pairwise(edges):
        while opening and opening[-1].start <= left:
            over.append(opening.pop())
        over = [mark for mark in over if mark.end > left]
        words = shown(text[left:right])
        if not over:
            yield [words]
            continue
        roles = 0
        for mark in over:
            roles |= mark.role
        yield [words, roles, sorted({mark.row for mark in over})]
