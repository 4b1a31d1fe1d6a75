"""Reads annotated lines back, so that ``sayso collate`` takes what ``sayso annotate`` wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sayso import vocab
from sayso.types import (
    Annotated,
    Attribution,
    Block,
    Claim,
    Credit,
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
ToSpan = Callable[[Sequence[int]], Span]
ToSpans = Callable[[Iterable[Sequence[int]]], tuple[Span, ...]]

PRONOUNS = frozenset(
    ("he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "it", "its", "itself")
)


def is_annotated(line: Line) -> bool:
    """Whether ``write_line`` wrote a line, rather than it being one to annotate."""
    return "schema" in line and "blocks" in line


def read_line(line: Line) -> tuple[Annotated, dict[str, str]]:
    """The page that an annotated line holds, and the ids of its claims in the line by the ids that the rows have.

    Raises KeyError, ValueError or TypeError if the line does not have the shape that ``jsonl.write_line`` gives.
    """
    document = _document(line)

    def span(pair: Sequence[int]) -> Span:
        start, end = pair
        if not 0 <= start <= end <= len(document.text):
            raise ValueError(f"span [{start}, {end}) is not in the text")
        return Span(document.id, start, end)

    def spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
        return tuple(span(p) for p in pairs)

    mentions = tuple(_mention(document.text, span, e) for e in line.get("entities", ()))
    by_span = {m.span: m.id for m in mentions}
    attributions, attribution_ids = _read_attributions(line.get("attributions", ()), spans)
    chains = {a.id: a.chain for a in attributions}
    claims = [
        _claim(document, c, spans, attribution_ids.get(c.get("attribution")), chains) for c in line.get("claims", ())
    ]
    page = Annotated(
        document=document,
        blocks=tuple(Block(span=span(b["span"]), zone=vocab.Zone(b["zone"])) for b in line.get("blocks", ())),
        credits=tuple(_credit(c, span) for c in line.get("credits", ())),
        mentions=mentions,
        toponyms=tuple(_toponym(t, span(t["span"]), by_span) for t in line.get("toponyms", ())),
        timexes=tuple(_timex(t, span(t["span"])) for t in line.get("timex", ())),
        quantities=tuple(_quantity(q, span(q["span"])) for q in line.get("quantities", ())),
        attributions=attributions,
        events=tuple(_event(e, span(e["anchor"]), spans) for e in line.get("events", ())),
        claims=tuple(claims),
    )
    return page, {claim.id: c["id"] for claim, c in zip(claims, line.get("claims", ()), strict=True)}


def _timex(held: Line, span: Span) -> Timex:
    return Timex(span=span, type=vocab.TimexType(held["type"]), value=held["value"], detail=held.get("detail", ""))


def _quantity(held: Line, span: Span) -> Quantity:
    return Quantity(span=span, low=held["low"], high=held["high"], unit=held.get("unit"), of=held.get("of"))


def _event(held: Line, anchor: Span, spans: ToSpans) -> EventMention:
    return EventMention(
        anchor=anchor,
        type=vocab.EventType(held["type"]),
        actor=spans(held.get("actor", ())),
        recipient=spans(held.get("recipient", ())),
    )


def _document(line: Line) -> Document:
    published = line.get("published")
    dateline = line.get("dateline")
    return Document(
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


def _credit(credit: Line, span: ToSpan) -> Credit:
    return Credit(
        span=span(credit["span"]),
        role=vocab.CreditRole(credit["role"]),
        name=credit["name"],
        date=credit.get("date"),
        detail=credit.get("detail", ""),
    )


def _toponym(toponym: Line, span: Span, mentions: Mapping[Span, str]) -> Toponym:
    return Toponym(
        mention_id=mentions.get(span, ""),
        span=span,
        name=toponym["name"],
        gazetteer_id=None if toponym.get("geonameid") is None else str(toponym["geonameid"]),
        latitude=toponym.get("lat"),
        longitude=toponym.get("lon"),
        country=toponym.get("country"),
        precision=vocab.Precision(toponym.get("precision", "city")),
        use=vocab.PlaceUse(toponym.get("use", "place")),
        score=toponym.get("score", 0.0),
        detail=toponym.get("detail", ""),
    )


def _claim(
    document: Document, claim: Line, spans: ToSpans, attribution: str | None, chains: Mapping[str, tuple[str, ...]]
) -> Claim:
    """A claim of the line; its chain is the document's provenance and the chain of the attribution with this id."""
    provenance = document.provenance or ((document.publisher,) if document.publisher else ())
    return Claim(
        content=spans(claim["content"]),
        attribution_id=attribution,
        slot=vocab.Slot(claim["slot"]),
        polarity=vocab.Polarity(claim["polarity"]),
        modality=vocab.Modality(claim["modality"]),
        values=values(**{k: _value(v) for k, v in claim["values"].items()}),
        chain=(*provenance, *(chains[attribution] if attribution else ())),
        detail=claim.get("detail", ""),
    )


def _read_attributions(listed: Sequence[Line], spans: ToSpans) -> tuple[tuple[Attribution, ...], dict[str, str]]:
    """The attributions of a line in its order, and their ids as rows by their ids in the line.

    A row's id covers that of the attribution it lies within, so outer ones are made first.
    """
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


def _mention(text: str, span: ToSpan, entity: Line) -> Mention:
    """A mention. Lines of another annotator may lack ``level`` and ``head``; they are guessed then."""
    whole = span(entity["span"])
    surface = text[whole.start : whole.end]
    guess = vocab.Level.NAME
    if surface.casefold() in PRONOUNS:
        guess = vocab.Level.PRONOUN
    elif surface[:1].islower() and not any(c.isupper() for c in surface):
        guess = vocab.Level.NOMINAL
    return Mention(
        span=whole,
        head=span(entity["head"]) if "head" in entity else whole._replace(start=whole.start + surface.rfind(" ") + 1),
        category=vocab.Category(entity["type"]),
        level=vocab.Level(entity.get("level", guess)),
        name=entity.get("name") or surface,
        entity_id=entity.get("entity_id"),
    )


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
