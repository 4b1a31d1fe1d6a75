"""A record as a person reads it: stories, their claims with every account of each, ladders and relations.

The brief and the report print the same view, so they cannot disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.exports.tallies import naming_of, places_of, texts_of
from sayso.outlets import same_outlet
from sayso.record.judgements import held as held_judgements
from sayso.record.store import Record
from sayso.relations.judged import step
from sayso.spans import text_of
from sayso.types import (
    Activity,
    Attribution,
    Block,
    Capture,
    Claim,
    Credit,
    Descent,
    Document,
    Link,
    Member,
    Mention,
    Origin,
    Problem,
    Reuse,
    Toponym,
    core_of,
)
from sayso.vocab import Certainty, LinkKind, MemberKind, Zone

#: How a relation reads from the one claim, and from the other.
RELATION_WORDS = {
    LinkKind.AGREES: ("agrees with", "agrees with"),
    LinkKind.COMPATIBLE: ("compatible with", "compatible with"),
    LinkKind.UPDATES: ("updates", "overtaken by"),
    LinkKind.CONFLICTS: ("conflicts with", "conflicts with"),
    LinkKind.DENIAL: ("denies", "denied by"),
    LinkKind.UNDECIDED: ("undecided against", "undecided against"),
}

#: How it reads that a person judged two claims not to be one.
NOT_ONE = "not the same as"
#: The judge of what no person judged.
SAYSO = "sayso"

#: Relations that a reader must see first.
TENSIONS = (LinkKind.CONFLICTS, LinkKind.DENIAL, LinkKind.UPDATES, LinkKind.UNDECIDED)


@dataclass(frozen=True)
class Account:
    """One document's wording of a claim. ``hops`` runs from the outlet to the farthest source. ``probably`` says why
    it is only probably of the claim; blank where it surely is."""

    claim: Claim
    document: Document
    attribution: Attribution | None
    words: str
    hops: tuple[str, ...]
    zone: Zone
    probably: str = ""

    @property
    def hedge(self) -> str:
        """``possible``, ``hearsay`` or ``denied`` where the account does not simply assert."""
        if self.attribution is None or self.attribution.certainty is Certainty.ASSERTED:
            return ""
        return self.attribution.certainty.value


@dataclass(frozen=True)
class Relation:
    """How one claim stands to another, read from this claim's side."""

    kind: LinkKind
    words: str
    other: str  # cluster id
    detail: str
    judge: str = SAYSO

    @property
    def judged(self) -> bool:
        """Whether a person said so."""
        return self.judge != SAYSO


@dataclass
class ClaimView:
    """One claim of a story, numbered as in the brief."""

    number: int
    cluster_id: str
    wording: str
    slot: str
    accounts: list[Account]
    ladder: Origin | None
    relations: list[Relation] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)  # what people judged of it or of the names behind it

    @property
    def documents(self) -> set[str]:
        """The documents that give the claim below their headline; those of headlines where there are no others.

        A headline sums up its own article: it adds no account.
        """
        below = {account.document.id for account in self.accounts if account.zone is not Zone.HEADLINE}
        return below or {account.document.id for account in self.accounts}

    @property
    def in_tension(self) -> bool:
        return any(relation.kind in TENSIONS for relation in self.relations)


@dataclass
class StoryView:
    """One story: its documents by date, its claims (shared ones first), the names that its outlets use."""

    cluster_id: str
    title: str
    documents: list[Document]
    claims: list[ClaimView]
    places: list[tuple[str, int]]
    naming: list[tuple[str, list[tuple[str, int]]]]
    texts: int  # documents, those that share text counted once

    @property
    def shared(self) -> list[ClaimView]:
        return [c for c in self.claims if len(c.documents) > 1]

    @property
    def single(self) -> list[ClaimView]:
        return [c for c in self.claims if len(c.documents) == 1]

    @property
    def span_of_days(self) -> tuple[str, str] | None:
        days = sorted(d.published.date for d in self.documents if d.published)
        return (days[0], days[-1]) if days else None


@dataclass
class RecordView:
    """All of a record that a brief or a report shows."""

    name: str
    stories: list[StoryView]
    documents: dict[str, Document]
    blocks: dict[str, list[Block]]
    credits: dict[str, list[Credit]]
    attributions: dict[str, list[Attribution]]
    mentions: dict[str, list[Mention]]
    toponyms: dict[str, list[Toponym]]
    claims: dict[str, list[Claim]]
    reuses: list[Reuse]
    descents: list[Descent]
    problems: list[Problem]
    captures: dict[str, Capture] = field(default_factory=dict)
    activities: list[Activity] = field(default_factory=list)
    entities: dict[str, str] = field(default_factory=dict)  # mention id → id of its entity across documents
    _held: dict[str, bool] = field(default_factory=dict, repr=False)  # what holds() found before

    def claim(self, number: int) -> ClaimView | None:
        """The claim with this number in the brief."""
        return next((c for s in self.stories for c in s.claims if c.number == number), None)

    def holds(self, outlet: str) -> bool:
        """Whether a document of this outlet is in the record."""
        if outlet not in self._held:
            names = {name_of(document) for document in self.documents.values()}
            self._held[outlet] = any(same_outlet(outlet, name) for name in sorted(names))
        return self._held[outlet]

    def claim_of(self, cluster_id: str) -> ClaimView | None:
        return next((c for s in self.stories for c in s.claims if c.cluster_id == cluster_id), None)


def name_of(document: Document) -> str:
    """What to call a document in a line: its publisher, or where it came from."""
    return document.publisher or document.label or document.uri


def day_of(document: Document) -> str:
    return document.published.date if document.published else "9999"


def view(record: Record) -> RecordView:
    """Everything that stands in a record, arranged for reading."""
    documents = {d.id: d for d in record.documents()}
    members = list(record.members())
    by_document: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for name in ("blocks", "credits", "mentions", "toponyms"):
        for row in getattr(record, name)():
            by_document[name][row.span.document_id].append(row)
    for name in ("attributions", "claims"):
        for row in getattr(record, name)():
            spans = row.content or getattr(row, "cue", ())
            by_document[name][spans[0].document_id].append(row)
    out = RecordView(
        name=record.path.name,
        stories=[],
        documents=documents,
        blocks={k: sorted(v, key=lambda b: b.span.start) for k, v in by_document["blocks"].items()},
        credits=by_document["credits"],
        attributions=by_document["attributions"],
        mentions=by_document["mentions"],
        toponyms=by_document["toponyms"],
        claims=by_document["claims"],
        reuses=list(record.reuses()),
        descents=list(record.descents()),
        problems=list(record.problems()),
        captures={c.id: c for c in record.captures()},
        activities=list(record.activities()),
        entities={m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.ENTITY},
    )
    stories: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.cluster is MemberKind.STORY and member.member_id in documents:
            stories[member.cluster_id].append(member)
    clusters = _clusters_by_story(out, members, stories)
    ladders = {origin.cluster_id: origin for origin in record.origins()}
    relations = _relations(list(record.links()), members)
    steps = {step(judgement) for judgement in held_judgements(record.judgements())}
    number = 0
    for story_id, held in sorted(stories.items(), key=lambda item: _story_order(item[1], documents)):
        views = [
            ClaimView(
                0,
                cluster_id,
                wording,
                accounts[0].claim.slot.value,
                accounts,
                ladders.get(cluster_id),
                relations.get(cluster_id, []),
                [s for s in ladders[cluster_id].derivation if s in steps] if cluster_id in ladders else [],
            )
            for cluster_id, wording, accounts in clusters.get(story_id, [])
        ]
        views.sort(key=_claim_order)
        for claim in views:
            number += 1
            claim.number = number
        story_documents = sorted((documents[m.member_id] for m in held), key=lambda d: (day_of(d), name_of(d), d.id))
        out.stories.append(
            StoryView(
                story_id,
                held[0].name,
                story_documents,
                views,
                places_of(out, story_documents),
                naming_of(out, story_documents),
                texts_of(out, story_documents),
            )
        )
    return out


def _story_order(members: Sequence[Member], documents: dict[str, Document]) -> tuple[int, str, str]:
    """Stories with most documents first, then by day."""
    return (-len(members), min(day_of(documents[m.member_id]) for m in members), members[0].cluster_id)


def _claim_order(claim: ClaimView) -> tuple[bool, bool, int, bool, int, str]:
    """Claims of several documents first, then those in tension, then by number of accounts; mere statements last."""
    first = min((day_of(a.document), a.claim.content[0].start) for a in claim.accounts)
    return (
        len(claim.documents) < 2,
        not claim.in_tension,
        -len(claim.documents),
        claim.slot == "statement",
        -len(claim.accounts),
        f"{first[0]}{first[1]:09d}{claim.cluster_id}",
    )


def _clusters_by_story(
    found: RecordView, members: Sequence[Member], stories: dict[str, list[Member]]
) -> dict[str, list[tuple[str, str, list[Account]]]]:
    """Claim clusters with their accounts, by the story of their first document."""
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
                hops=claim.chain,
                zone=_zone_at(found.blocks.get(document.id, []), claim.content[0].start),
                probably=member.detail if cores.get(claim.id, about) != about else "",
            )
        )
    out: dict[str, list[tuple[str, str, list[Account]]]] = defaultdict(list)
    for cluster_id, held in accounts.items():
        held.sort(key=lambda a: (day_of(a.document), name_of(a.document), a.document.id, a.claim.content[0].start))
        out[story_of[held[0].document.id]].append((cluster_id, names[cluster_id] or held[0].words, held))
    return out


def _zone_at(blocks: Iterable[Block], offset: int) -> Zone:
    return next((b.zone for b in blocks if b.span.start <= offset < b.span.end), Zone.BODY)


def _relations(links: Iterable[Link], members: Iterable[Member]) -> dict[str, list[Relation]]:
    """Relations by cluster, each read from both sides. A link between claims counts for their clusters."""
    cluster_of = {m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.CLAIM}
    out: dict[str, list[Relation]] = defaultdict(list)
    for link in links:
        apart = link.relation is LinkKind.SAME_CLAIM and link.negated
        if not apart and (link.relation not in RELATION_WORDS or link.negated):
            continue
        left, right = cluster_of.get(link.left, link.left), cluster_of.get(link.right, link.right)
        if left == right:
            continue
        forth, back = (NOT_ONE, NOT_ONE) if apart else RELATION_WORDS[link.relation]
        out[left].append(Relation(link.relation, forth, right, link.detail, link.judge))
        out[right].append(Relation(link.relation, back, left, link.detail, link.judge))
    return out
