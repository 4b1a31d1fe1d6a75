"""Arranges the rows of a record for a reader: as stories with their claims, ladders and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sayso.exports.shown import (
    Account,
    ClaimView,
    RecordView,
    Relation,
    Status,
    StoryView,
    day_of,
    hops_of,
    name_of,
    subject_of,
)
from sayso.exports.tallies import naming_of, places_of, texts_of
from sayso.record.judgements import in_force
from sayso.record.schema import document_of
from sayso.record.store import Record
from sayso.relations.claims.judged import step
from sayso.spans import text_of
from sayso.types import Block, Document, Link, Member, Row, core_of
from sayso.vocab import LinkKind, MemberKind, Zone

R = TypeVar("R", bound=Row)

#: How a relation reads from a claim's side, and what it makes of that claim.
Side = tuple[str, Status | None]

AGREES: Side = ("agrees with", Status.AGREES)
COMPATIBLE: Side = ("compatible with", Status.COMPATIBLE)
CONFLICTS: Side = ("conflicts with", Status.CONFLICTS)
UNDECIDED: Side = ("undecided against", Status.UNDECIDED)
POSSIBLE: Side = ("may say the same as", Status.POSSIBLE)
NOT_ONE: Side = ("not the same as", None)  # what a person judged

#: The left side and the right side of each relation.
SIDES: dict[LinkKind, tuple[Side, Side]] = {
    LinkKind.AGREES: (AGREES, AGREES),
    LinkKind.COMPATIBLE: (COMPATIBLE, COMPATIBLE),
    LinkKind.UPDATES: (("updates", Status.UPDATES), ("overtaken by", Status.OVERTAKEN)),
    LinkKind.CONFLICTS: (CONFLICTS, CONFLICTS),
    LinkKind.DENIAL: (("denies", Status.DENIES), ("denied by", Status.DENIED)),
    LinkKind.UNDECIDED: (UNDECIDED, UNDECIDED),
    LinkKind.SAME_CLAIM: (POSSIBLE, POSSIBLE),
}


def view(record: Record) -> RecordView:
    """Everything that stands in a record, arranged for reading."""
    documents = {d.id: d for d in record.documents()}
    members = list(record.members())
    out = RecordView(
        name=record.path.name,
        stories=[],
        documents=documents,
        blocks={k: sorted(held, key=lambda b: b.span.start) for k, held in _by_document(record.blocks()).items()},
        credits=_by_document(record.credits()),
        attributions=_by_document(record.attributions()),
        mentions=_by_document(record.mentions()),
        toponyms=_by_document(record.toponyms()),
        claims=_by_document(record.claims()),
        reuses=list(record.reuses()),
        descents=list(record.descents()),
        problems=list(record.problems()),
        captures={c.id: c for c in record.captures()},
        activities=list(record.activities()),
        entities={m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.ENTITY},
    )
    # by what a reader sees: the order in which things came in means nothing, and differs between numbers of workers
    out.problems.sort(key=lambda p: (subject_of(out, p), p.stage, p.reason, p.id))
    stories: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.cluster is MemberKind.STORY and member.member_id in documents:
            stories[member.cluster_id].append(member)
    claims = _claims_by_story(out, members, stories, record)
    for story_id, held in sorted(stories.items(), key=lambda item: _story_order(item[1], documents)):
        told = sorted((documents[m.member_id] for m in held), key=_document_order)
        places, naming, texts = places_of(out, told), naming_of(out, told), texts_of(out, told)
        out.stories.append(StoryView(story_id, held[0].name, told, claims[story_id], places, naming, texts))
    for number, claim in enumerate((c for story in out.stories for c in story.claims), 1):
        claim.number = number
    return out


def _by_document(rows: Iterable[R]) -> dict[str, list[R]]:
    """The rows by the id of the document they are about."""
    out: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        out[document_of(row) or ""].append(row)
    return out


def _document_order(document: Document) -> tuple[str, ...]:
    """By date, then by what a reader sees of it."""
    return (day_of(document), name_of(document), document.headline or "", document.uri, document.id)


def _story_order(members: Sequence[Member], documents: dict[str, Document]) -> tuple[int, str, str, str]:
    """Stories with most documents first, then by day."""
    first = min(day_of(documents[m.member_id]) for m in members)
    return (-len(members), first, members[0].name, members[0].cluster_id)


def _claim_order(claim: ClaimView) -> tuple[object, ...]:
    """Claims of several documents first, then those in tension, then those of most accounts; mere statements last."""
    first = min((day_of(a.document), a.claim.content[0].start) for a in claim.accounts)
    documents = len(claim.documents)
    support = (documents < 2, not claim.in_tension, -documents, claim.slot == "statement", -len(claim.accounts))
    return (*support, first, claim.wording, claim.cluster_id)


def _claims_by_story(
    found: RecordView, members: Sequence[Member], stories: dict[str, list[Member]], record: Record
) -> dict[str, list[ClaimView]]:
    """The claims of each story in the order of the brief, not numbered yet."""
    ladders = {origin.cluster_id: origin for origin in record.origins()}
    relations = _relations(record.links(), members)
    judged = {step(judgement) for judgement in in_force(record.judgements())}
    out: dict[str, list[ClaimView]] = defaultdict(list)
    for story_id, clusters in _clusters_by_story(found, members, stories).items():
        for cluster_id, wording, accounts in clusters:
            ladder = ladders.get(cluster_id)
            claim = ClaimView(0, cluster_id, wording, accounts[0].claim.slot.value, accounts, ladder)
            claim.relations = relations.get(cluster_id, [])
            claim.judged = [said for said in ladder.derivation if said in judged] if ladder else []
            out[story_id].append(claim)
        out[story_id].sort(key=_claim_order)
    return out


def _clusters_by_story(
    found: RecordView, members: Sequence[Member], stories: dict[str, list[Member]]
) -> dict[str, list[tuple[str, str, list[Account]]]]:
    """Clusters of claims, each as its id, wording and accounts, by the story of their first document."""
    claims = {c.id: c for held in found.claims.values() for c in held}
    attributions = {a.id: a for held in found.attributions.values() for a in held}
    story_of = {m.member_id: story_id for story_id, held in stories.items() for m in held}
    names: dict[str, str] = {}
    cores = {m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.CORE}
    accounts: dict[str, list[Account]] = defaultdict(list)
    for member in members:
        if member.cluster is not MemberKind.CLAIM or member.member_id not in claims:
            continue
        claim = claims[member.member_id]
        document = found.documents[claim.content[0].document_id]
        names[member.cluster_id] = member.name
        about = core_of(member.cluster_id)
        accounts[member.cluster_id].append(
            Account(
                claim=claim,
                document=document,
                attribution=attributions.get(claim.attribution_id or ""),
                words=text_of(document.text, claim.content),
                hops=hops_of(document, claim),
                zone=_zone_at(found.blocks.get(document.id, []), claim.content[0].start),
                probably=member.detail if cores.get(claim.id, about) != about else "",
            )
        )
    out: dict[str, list[tuple[str, str, list[Account]]]] = defaultdict(list)
    for cluster_id, held in accounts.items():
        held.sort(key=lambda a: (_document_order(a.document), a.claim.content[0].start))
        out[story_of[held[0].document.id]].append((cluster_id, names[cluster_id] or held[0].words, held))
    return out


def _zone_at(blocks: Iterable[Block], offset: int) -> Zone:
    return next((b.zone for b in blocks if b.span.start <= offset < b.span.end), Zone.BODY)


def _relations(links: Iterable[Link], members: Iterable[Member]) -> dict[str, list[Relation]]:
    """Relations by cluster, each read from both sides. A link between two claims is one between their clusters."""
    cluster_of = {m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.CLAIM}
    out: dict[str, list[Relation]] = defaultdict(list)
    for link in links:
        apart = link.relation is LinkKind.SAME_CLAIM and link.negated
        if not apart and (link.relation not in SIDES or link.negated):
            continue
        left, right = cluster_of.get(link.left, link.left), cluster_of.get(link.right, link.right)
        if left == right:
            continue
        sides = (NOT_ONE, NOT_ONE) if apart else SIDES[link.relation]
        for (words, status), own, other in zip(sides, (left, right), (right, left), strict=True):
            relation = Relation(link.relation, words, status, other, link.detail, link.judge, link.score, link.id)
            out[own].append(relation)
    return out
