"""Annotated lines read back, so that ``sayso collate`` takes what ``sayso annotate`` wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sayso import vocab
from sayso.types import (
    Annotated,
    Attribution,
    Block,
    Claim,
    Dateline,
    Document,
    EventMention,
    Mention,
    Published,
    Quantity,
    Span,
    Timex,
    Toponym,
    Value,
    hash_of,
    values,
)

Line = dict[str, Any]
ToSpans = Callable[[Iterable[Sequence[int]]], tuple[Span, ...]]

PRONOUNS = frozenset(
    ("he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "it", "its", "itself")
)


def is_annotated(line: Line) -> bool:
    """Whether a line is one that :func:`write_line` wrote, rather than one to annotate."""
    return "schema" in line and "blocks" in line


def read_line(line: Line) -> tuple[Annotated, dict[str, str]]:
    """The page that an annotated line holds, and the line's claim ids by the ids of the claims read from it.

    Raises KeyError, ValueError or TypeError where the line is not of the shape that :func:`write_line` gives.
    """
    published = line.get("published")
    dateline = line.get("dateline")
    document = Document(
        capture_id=hash_of("capture", line["id"]),
        uri=f"jsonl:{line['id']}",
        text=line["text"],
        label=str(line["id"]),
        language=line.get("language"),
        headline=line.get("headline"),
        byline=line.get("byline"),
        dateline=Dateline(dateline.get("place"), dateline.get("agency")) if dateline else None,
        publisher=line.get("publisher"),
        published=Published(published["date"], vocab.DateBasis(published["basis"]), published.get("why", ""))
        if published
        else None,
        licence=line.get("licence"),
        provenance=tuple(line.get("provenance") or ()),
    )
    own = document.id

    def span(pair: Sequence[int]) -> Span:
        start, end = pair
        if not 0 <= start <= end <= len(document.text):
            raise ValueError(f"span [{start}, {end}) is not in the text")
        return Span(own, start, end)

    def spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
        return tuple(span(p) for p in pairs)

    mentions = tuple(_mention(document.text, span(e["span"]), e) for e in line.get("entities", ()))
    by_span = {m.span: m.id for m in mentions}
    attributions, attribution_ids = _read_attributions(line.get("attributions", ()), spans)
    claims = []
    claim_ids = {}
    for c in line.get("claims", ()):
        attribution = attribution_ids.get(c.get("attribution"))
        chain = next((a.chain for a in attributions if a.id == attribution), ())
        provenance = document.provenance or ((document.publisher,) if document.publisher else ())
        claim = Claim(
            content=spans(c["content"]),
            attribution_id=attribution,
            slot=vocab.Slot(c["slot"]),
            polarity=vocab.Polarity(c["polarity"]),
            modality=vocab.Modality(c["modality"]),
            values=values(**{k: _value(v) for k, v in c["values"].items()}),
            chain=(*provenance, *chain),
            detail=c.get("detail", ""),
        )
        claims.append(claim)
        claim_ids[claim.id] = c["id"]
    page = Annotated(
        document=document,
        blocks=tuple(Block(span=span(b["span"]), zone=vocab.Zone(b["zone"])) for b in line.get("blocks", ())),
        mentions=mentions,
        toponyms=tuple(
            Toponym(
                mention_id=by_span.get(span(t["span"]), ""),
                span=span(t["span"]),
                name=t["name"],
                gazetteer_id=None if t.get("geonameid") is None else str(t["geonameid"]),
                latitude=t.get("lat"),
                longitude=t.get("lon"),
                country=t.get("country"),
                precision=vocab.Precision(t.get("precision", "city")),
                use=vocab.PlaceUse(t.get("use", "place")),
                score=t.get("score", 0.0),
                detail=t.get("detail", ""),
            )
            for t in line.get("toponyms", ())
        ),
        timexes=tuple(
            Timex(span=span(t["span"]), type=vocab.TimexType(t["type"]), value=t["value"], detail=t.get("detail", ""))
            for t in line.get("timex", ())
        ),
        quantities=tuple(
            Quantity(span=span(q["span"]), low=q["low"], high=q["high"], unit=q.get("unit"), of=q.get("of"))
            for q in line.get("quantities", ())
        ),
        attributions=attributions,
        events=tuple(
            EventMention(
                anchor=span(e["anchor"]),
                type=vocab.EventType(e["type"]),
                actor=spans(e.get("actor", ())),
                recipient=spans(e.get("recipient", ())),
            )
            for e in line.get("events", ())
        ),
        claims=tuple(claims),
    )
    return page, claim_ids


def _read_attributions(listed: Sequence[Line], spans: ToSpans) -> tuple[tuple[Attribution, ...], dict[str, str]]:
    """The attributions of a line, outer ones made before those within them; and their new ids by the line's ids."""
    ids: dict[str, str] = {}
    made: dict[int, Attribution] = {}
    waiting = list(enumerate(listed))
    while waiting:
        ready = [(i, a) for i, a in waiting if a.get("within") is None or a["within"] in ids]
        if not ready:
            raise ValueError("attributions lie within one another in a circle, or within one that is not there")
        for i, a in ready:
            made[i] = Attribution(
                source=spans(a["source"]),
                cue=spans(a["cue"]),
                content=spans(a["content"]),
                manner=vocab.Manner(a["manner"]),
                type=vocab.AttributionType(a["type"]),
                certainty=vocab.Certainty(a["certainty"]),
                chain=tuple(a["chain"]),
                within=ids[a["within"]] if a.get("within") is not None else None,
                score=a.get("score", 1.0),
                detail=a.get("detail", ""),
            )
            ids[a["id"]] = made[i].id
        done = {i for i, _ in ready}
        waiting = [(i, a) for i, a in waiting if i not in done]
    return tuple(made[i] for i in sorted(made)), ids


def _mention(text: str, span: Span, entity: Line) -> Mention:
    surface = text[span.start : span.end]
    level = vocab.Level.NAME
    if surface.casefold() in PRONOUNS:
        level = vocab.Level.PRONOUN
    elif surface[:1].islower() and not any(c.isupper() for c in surface):
        level = vocab.Level.NOMINAL
    head = Span(span.document_id, max(span.start, span.start + surface.rfind(" ") + 1), span.end)
    return Mention(
        span=span,
        head=head,
        category=vocab.Category(entity["type"]),
        level=level,
        name=entity.get("name") or surface,
        entity_id=entity.get("entity_id"),
    )


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
