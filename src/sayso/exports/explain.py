"""Leads from any row back to its words, the captured bytes and the activity that yielded it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import fields

from sayso.exports.shown import ClaimView, RecordView, name_of
from sayso.exports.view import view
from sayso.exports.visible import printable, short
from sayso.record.store import Record
from sayso.spans import text_of
from sayso.types import Capture, Claim, Document, Member, Origin, Row, Span, spans_in

WIDTH = 110
CONTEXT = 60  # characters shown either side of a span


def explain(record: Record, asked: str) -> list[str] | None:
    """The lines that explain a row, by its id or the beginning of one, or a claim, by its number in the brief.

    None if the record has no such row; raises AmbiguousError if several ids begin so.
    """
    if asked.isdecimal():
        found = view(record)
        claim = found.claim(int(asked))
        return list(_claim(record, found, claim)) if claim else None
    row = record.get(asked)
    if row is not None:
        return list(_row(record, row))
    members = [m for m in record.members() if m.cluster_id == asked]
    if not members:
        return None
    found = view(record)
    claim = found.claim_of(asked)
    return list(_claim(record, found, claim) if claim else _cluster(record, members))


def _cluster(record: Record, members: Sequence[Member]) -> Iterator[str]:
    """The members of a cluster, and why each is one."""
    yield f"{members[0].cluster.value} {members[0].cluster_id}: {printable(members[0].name)}"
    for member in members:
        row = record.get(member.member_id)
        if row is not None:
            yield ""
            yield from _wrapped("why it is here", member.detail)
            yield from _row(record, row)


def _claim(record: Record, found: RecordView, claim: ClaimView) -> Iterator[str]:
    """A claim of the brief: the derivation of its ladder step by step, its accounts in the same order as there, and its
    relations to other claims."""
    yield f"claim {claim.number} [{claim.cluster_id}]: {printable(claim.wording)}"
    if claim.ladder:
        yield from _origin(claim.ladder)
    reasons = {m.member_id: m.detail for m in record.members() if m.cluster_id == claim.cluster_id}
    for account in claim.accounts:
        yield ""
        yield from _wrapped("why it is here", reasons.get(account.claim.id, ""))
        yield from _row(record, account.claim)
    for relation in claim.relations:
        other = found.claim_of(relation.other)
        where = f"{other.number} “{short(other.wording, CONTEXT)}”" if other else relation.other
        yield ""
        why = f"{relation.detail} (judge: {relation.judge}) [{relation.link}]"
        yield from _wrapped(f"{relation.words} {where}", why)


def _origin(origin: Origin) -> Iterator[str]:
    yield f"  outlets {origin.outlets}, families {origin.families}, texts {origin.texts}"
    names = ", ".join(map(printable, origin.names))
    yield f"  origins at least {origin.origins_min}, at most {origin.origins_max}: {names}"
    for number, step in enumerate(origin.derivation, 1):
        yield from _wrapped(f"  {number}.", step)


def _row(record: Record, row: Row) -> Iterator[str]:
    """The row's fields, its words in their place, its documents and captures, and the activities that yielded it; of an
    attributed claim the attribution instead, which has all that."""
    yield f"{row.kind} {row.id}"
    yield from _fields(row)
    spans = [(f.name, span) for f in fields(row) for span in spans_in(getattr(row, f.name))]
    documents = {document.id: document for document in record.take(Document, (span.document_id for _, span in spans))}
    for name, span in spans:
        if span.document_id in documents:
            words = _in_context(documents[span.document_id].text, span)
            yield from _wrapped(f"  {name} [{span.start}, {span.end})", words)
    attribution = record.get(row.attribution_id) if isinstance(row, Claim) and row.attribution_id else None
    if attribution is not None:
        yield "  said in"
        yield from (f"  {line}" for line in _row(record, attribution))
        return
    for document in [row] if isinstance(row, Document) else documents.values():
        yield from _provenance(record, document)
    for activity in record.makers(row.id):
        when = f", first run {activity.started_at}" if activity.started_at else ""
        yield f"  made by {activity.stage}, Sayso {activity.version} [{activity.id}]{when}"


def _fields(row: Row) -> Iterator[str]:
    """The row's fields that have a value and no spans."""
    for f in fields(row):
        value = getattr(row, f.name)
        if f.name not in ("id", "text") and value not in (None, "", ()) and not any(spans_in(value)):
            yield from _wrapped(f"  {f.name}", _plain(value))


def _provenance(record: Record, document: Document) -> Iterator[str]:
    when = document.published
    stated = f"{when.date} ({when.basis.value}: {printable(when.why)})" if when else "undated"
    yield f"  document {document.id}: {printable(name_of(document))}, {stated}"
    capture = record.get(document.capture_id)
    if isinstance(capture, Capture):
        within = f" in {printable(capture.container)} at byte {capture.offset}" if capture.container else ""
        yield f"  captured from {printable(capture.uri)}{within}"
        received = capture.retrieved_at or "at an unknown time"
        yield f"  bytes {capture.digest} ({printable(capture.media_type)}), received {received}"


def _plain(value: object) -> str:
    """A field's value in one line, with pairs as ``name: value``."""
    if not isinstance(value, tuple):
        return str(value)
    return "; ".join(f"{part[0]}: {_listed(part[1])}" if _is_pair(part) else str(part) for part in value)


def _is_pair(part: object) -> bool:
    return isinstance(part, tuple) and len(part) == 2


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _in_context(text: str, span: Span) -> str:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return f"…{before}⟦{text_of(text, span)}⟧{after}…"


def _wrapped(name: str, said: str) -> Iterator[str]:
    if said:
        yield from textwrap.wrap(f"{name}  {printable(said)}", WIDTH, subsequent_indent="      ")
