"""Writes the JSON Lines interface: one annotated document a line, and the rows of a collation.

``docs/reference/format.md`` describes the shapes. Every line has ``"schema": 1``; spans are ``[start, end)`` in code
points of the line's ``text``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.types import (
    Annotated,
    Attribution,
    Claim,
    Collated,
    Descent,
    Document,
    EventMention,
    Member,
    Mention,
    Origin,
    Problem,
    Quantity,
    Reuse,
    Span,
    Timex,
    Toponym,
)
from sayso.vocab import LinkKind

SCHEMA = 1
Line = dict[str, Any]


def problem_line(label: str | None, problems: Iterable[Problem]) -> Line:
    """The line for a document that could not be read; ``label`` is its id, None if it had none."""
    return {"schema": SCHEMA, "id": label, "problems": [_problem(p) for p in problems]}


def write_line(page: Annotated, problems: Sequence[Problem] = ()) -> Line:
    """The line for an annotated document; ``problems`` are those of reading it."""
    document = page.document
    toponyms = {t.id: t for t in page.toponyms}
    timexes = {t.id: t for t in page.timexes}
    quantities = {q.id: q for q in page.quantities}
    return {
        "schema": SCHEMA,
        "id": document.label,
        "text": document.text,
        "language": document.language,
        "blocks": [{"span": _span(b.span), "zone": b.zone.value} for b in page.blocks],
        "body": page.body,
        "headline": document.headline,
        "byline": document.byline,
        "dateline": document.dateline._asdict() if document.dateline else None,
        "publisher": document.publisher,
        "licence": document.licence,
        "published": {"date": p.date, "basis": p.basis.value, "why": p.why} if (p := document.published) else None,
        "provenance": list(document.provenance),
        "credits": [
            {"span": _span(c.span), "role": c.role.value, "name": c.name, "date": c.date, "detail": c.detail}
            for c in page.credits
        ],
        "attributions": [_attribution(a) for a in page.attributions],
        "entities": [_mention(m) for m in page.mentions],
        "toponyms": [_toponym(t) for t in page.toponyms],
        "timex": [
            {"span": _span(t.span), "type": t.type.value, "value": t.value, "detail": t.detail} for t in page.timexes
        ],
        "quantities": [_quantity(q) for q in page.quantities],
        "events": [_event(e, toponyms, timexes, quantities) for e in page.events],
        "claims": [_claim(c) for c in page.claims],
        "problems": [_problem(p) for p in (*problems, *page.problems)],
    }


def write_collation(
    pages: Sequence[Annotated], found: Collated, claim_ids: dict[str, str] | None = None
) -> Iterator[Line]:
    """The lines for a collation. Documents go by their labels, claims by the ids in ``claim_ids`` where it has them."""
    label = {page.document.id: page.document.label or page.document.id for page in pages}
    for story_id, title, members in _clusters(found.stories):
        yield _row("story", id=story_id, members=sorted(label[m] for m in members), title=title)
    yield from (_reuse(reuse, label) for reuse in found.reuses)
    yield from (_descent(descent, label) for descent in found.descents)
    yield from _entities(pages, found.entities, label)
    yield from _claims(pages, found, label, claim_ids or {})
    cluster_of = {member.member_id: member.cluster_id for member in found.clusters}
    for link in found.links:
        if link.relation is LinkKind.SAME_CLAIM:  # an open question, which is no relation here
            continue
        left, right = cluster_of.get(link.left, link.left), cluster_of.get(link.right, link.right)
        # a row has the later state, or the denying claim, on the left; this interface has it on the right
        a, b = (right, left) if link.relation in (LinkKind.UPDATES, LinkKind.DENIAL) else (left, right)
        yield _row("relation", a=a, b=b, relation=link.relation.value, score=round(link.score, 4), detail=link.detail)


def _reuse(reuse: Reuse, label: Mapping[str, str]) -> Line:
    return _row(
        "reuse",
        a=label[reuse.left.document_id],
        b=label[reuse.right.document_id],
        share_of_a=round(reuse.share_of_left, 4),
        share_of_b=round(reuse.share_of_right, 4),
        passages=[{"a": _span(a), "b": _span(b)} for a, b in reuse.matched],
        detail=reuse.detail,
    )


def _descent(descent: Descent, label: Mapping[str, str]) -> Line:
    return _row(
        "descent",
        copy=label[descent.copy] if descent.copy else descent.copy_name,
        exemplar={"id": label[descent.exemplar]} if descent.exemplar else {"name": descent.exemplar_name},
        basis=descent.basis.value,
        score=round(descent.score, 4),
        detail=descent.detail,
    )


def _entities(pages: Sequence[Annotated], members: Iterable[Member], label: Mapping[str, str]) -> Iterator[Line]:
    mentions = {m.id: m for page in pages for m in page.mentions}
    text = {page.document.id: page.document.text for page in pages}
    for entity_id, name, held in _clusters(members):
        names: dict[str, set[str]] = defaultdict(set)
        kinds: list[str] = []
        for m in (mentions[member] for member in held if member in mentions):
            names[label[m.span.document_id]].add(text[m.span.document_id][m.span.start : m.span.end])
            kinds.append(m.category.value)
        forms = {document: sorted(said) for document, said in sorted(names.items())}
        yield _row("entity", id=entity_id, name=name, type=_commonest(kinds), names=forms)


def _claims(
    pages: Sequence[Annotated], found: Collated, label: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[Line]:
    claims = {c.id: c for page in pages for c in page.claims}
    order = {page.document.id: _shown_first(page.document) for page in pages}
    story_of = {member.member_id: member.cluster_id for member in found.stories}
    ladders = {origin.cluster_id: origin for origin in found.origins}
    for cluster_id, wording, members in _clusters(found.clusters):
        held = sorted((claims[m] for m in members), key=lambda c: (order[c.content[0].document_id], c.content))
        yield _row(
            "claim",
            id=cluster_id,
            story=story_of.get(held[0].content[0].document_id),
            text=wording,
            slot=held[0].slot.value,
            members=[{"document": label[c.content[0].document_id], "claim": known.get(c.id, c.id)} for c in held],
            **_ladder(ladders.get(cluster_id), label),
        )


def _ladder(ladder: Origin | None, label: Mapping[str, str]) -> Line:
    """The counts of a claim; zeros if there is no ladder."""
    return {
        "first": label.get(ladder.first) if ladder and ladder.first else None,
        "outlets": ladder.outlets if ladder else 0,
        "families": ladder.families if ladder else 0,
        "texts": ladder.texts if ladder else 0,
        "origins": {
            "min": ladder.origins_min if ladder else 0,
            "max": ladder.origins_max if ladder else 0,
            "names": list(ladder.names) if ladder else [],
        },
        "derivation": list(ladder.derivation) if ladder else [],
    }


def _shown_first(document: Document) -> tuple[str, str, str]:
    """By date, then by what a line says of the document, as in the brief."""
    return (document.published.date if document.published else "9999", document.publisher or "", document.label)


def _row(kind: str, **fields: Any) -> Line:
    return {"schema": SCHEMA, "kind": kind, **fields}


def _clusters(members: Iterable[Member]) -> Iterator[tuple[str, str, list[str]]]:
    """Id, name and member ids of each cluster, in the order in which the clusters first appear."""
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(member.cluster_id, []).append(member)
    for cluster_id, rows in found.items():
        # an entity of several stories may go by another name in each
        yield cluster_id, _commonest(row.name for row in rows) or "", [row.member_id for row in rows]


def _commonest(words: Iterable[str]) -> str | None:
    """The most frequent word, the first by the alphabet among several; None if there are no words."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default=None)


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(s) for s in spans]


def _problem(problem: Problem) -> Line:
    return {"stage": problem.stage, "reason": problem.reason}


def _mention(m: Mention) -> Line:
    return {
        "span": _span(m.span),
        "type": m.category.value,
        "entity_id": m.entity_id,
        "name": m.name,
        "head": _span(m.head),
        "level": m.level.value,
    }


def _event(
    e: EventMention, toponyms: Mapping[str, Toponym], timexes: Mapping[str, Timex], quantities: Mapping[str, Quantity]
) -> Line:
    return {
        "anchor": _span(e.anchor),
        "type": e.type.value,
        "actor": _spans(e.actor),
        "recipient": _spans(e.recipient),
        "place": place.name if (place := toponyms.get(e.toponym_id or "")) else None,
        "time": time.value if (time := timexes.get(e.timex_id or "")) else None,
        "quantities": [_quantity(quantities[q]) for q in e.quantity_ids if q in quantities],
    }


def _quantity(q: Quantity) -> Line:
    return {"span": _span(q.span), "low": q.low, "high": q.high, "unit": q.unit, "of": q.of}


def _toponym(t: Toponym) -> Line:
    return {
        "span": _span(t.span),
        "name": t.name,
        "lat": t.latitude,
        "lon": t.longitude,
        "country": t.country,
        "geonameid": t.gazetteer_id,
        "precision": t.precision.value,
        "use": t.use.value,
        "score": round(t.score, 4),
        "detail": t.detail,
    }


def _attribution(a: Attribution) -> Line:
    return {
        "id": a.id,
        "source": _spans(a.source),
        "cue": _spans(a.cue),
        "content": _spans(a.content),
        "manner": a.manner.value,
        "type": a.type.value,
        "certainty": a.certainty.value,
        "chain": list(a.chain),
        "within": a.within,
        "score": round(a.score, 4),
        "detail": a.detail,
    }


def _claim(c: Claim) -> Line:
    return {
        "id": c.id,
        "content": _spans(c.content),
        "attribution": c.attribution_id,
        "slot": c.slot.value,
        "polarity": c.polarity.value,
        "modality": c.modality.value,
        "values": {name: list(v) if isinstance(v, tuple) else v for name, v in c.values},
        "detail": c.detail,
    }
