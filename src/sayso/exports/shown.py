"""A record arranged for reading, as values: stories, their claims, each with its accounts and its relations.

:mod:`sayso.exports.view` makes them. The brief and the report both print these, so they cannot disagree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sayso.outlets import same_outlet
from sayso.types import (
    Activity,
    Attribution,
    Block,
    Capture,
    Claim,
    Credit,
    Descent,
    Document,
    Mention,
    Origin,
    Problem,
    Reuse,
    Toponym,
)
from sayso.vocab import Certainty, LinkKind, Zone

#: The judge of links that no person made.
SAYSO = "sayso"

#: The relations that a reader must see first.
TENSIONS = (LinkKind.CONFLICTS, LinkKind.DENIAL, LinkKind.UPDATES, LinkKind.UNDECIDED)


@dataclass(frozen=True)
class Account:
    """One document's wording of a claim. ``hops`` runs from the outlet to the farthest source. ``probably`` says why it
    only probably belongs to the claim; blank if it surely does."""

    claim: Claim
    document: Document
    attribution: Attribution | None
    words: str
    hops: tuple[str, ...]
    zone: Zone
    probably: str = ""

    @property
    def hedge(self) -> str:
        """``possible``, ``hearsay`` or ``denied``; blank if the account simply asserts."""
        if self.attribution is None or self.attribution.certainty is Certainty.ASSERTED:
            return ""
        return self.attribution.certainty.value


class Status(StrEnum):
    """What a relation makes of the claim that has it; those that shake it come first."""

    CONFLICTS = "conflicts"
    DENIED = "denied"
    DENIES = "denies"
    OVERTAKEN = "overtaken"
    UPDATES = "updates"
    UNDECIDED = "undecided"
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Relation:
    """How a claim stands to another one, read from its side; ``status`` is None if that makes nothing of it."""

    kind: LinkKind
    words: str
    status: Status | None
    other: str  # cluster id
    detail: str
    judge: str = SAYSO
    score: float = 1.0
    link: str = ""  # id of the row that says so

    @property
    def open(self) -> bool:
        """Whether it says that the two may be one claim, and nobody has judged it."""
        return self.kind is LinkKind.SAME_CLAIM and not self.judged

    @property
    def judged(self) -> bool:
        """Whether a person said so."""
        return self.judge != SAYSO


@dataclass
class ClaimView:
    """One claim of a story, with its number in the brief."""

    number: int
    cluster_id: str
    wording: str
    slot: str
    accounts: list[Account]
    ladder: Origin | None
    relations: list[Relation] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)  # what people judged of it or of the names behind it

    @property
    def distinct_accounts(self) -> list[Account]:
        """The accounts as a reader sees them: rows that read alike (a death and a blast in one headline) count once."""
        seen: dict[tuple[object, ...], Account] = {}
        for one in self.accounts:
            own = one.attribution is None
            seen.setdefault((one.document.id, one.hops, one.words, one.zone, own, one.hedge, one.probably), one)
        return list(seen.values())

    @property
    def documents(self) -> set[str]:
        """The documents that make the claim below their headline; if none does, those that make it in the headline.

        A headline sums up its own article, so it adds no account.
        """
        below = {account.document.id for account in self.accounts if account.zone is not Zone.HEADLINE}
        return below or {account.document.id for account in self.accounts}

    @property
    def in_tension(self) -> bool:
        return any(relation.kind in TENSIONS for relation in self.relations)


@dataclass
class StoryView:
    """One story: its documents by date, its claims (shared ones first), its places, and the names its outlets use."""

    cluster_id: str
    title: str
    documents: list[Document]
    claims: list[ClaimView]
    places: list[tuple[str, int]]
    naming: list[tuple[str, list[tuple[str, int]]]]
    texts: int  # how many documents, counting those that share text once

    @property
    def shared(self) -> list[ClaimView]:
        return [c for c in self.claims if len(c.documents) > 1]

    @property
    def single(self) -> list[ClaimView]:
        return [c for c in self.claims if len(c.documents) == 1]

    def accounts_by_source(self) -> dict[str, list[tuple[ClaimView, Account]]]:
        """The attributed accounts, each with its claim, by their farthest source."""
        out: dict[str, list[tuple[ClaimView, Account]]] = defaultdict(list)
        for claim in self.claims:
            for account in claim.distinct_accounts:
                if account.attribution is not None and account.hops:
                    out[account.hops[-1]].append((claim, account))
        return out

    @property
    def span_of_days(self) -> tuple[str, str] | None:
        days = sorted(d.published.date for d in self.documents if d.published)
        return (days[0], days[-1]) if days else None


@dataclass
class RecordView:
    """Everything in a record that the brief or the report shows. Rows are by the id of their document."""

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
    _held: dict[str, bool] = field(default_factory=dict, repr=False)  # earlier answers of holds()

    def claim(self, number: int) -> ClaimView | None:
        """The claim with this number in the brief."""
        return next((c for s in self.stories for c in s.claims if c.number == number), None)

    def holds(self, outlet: str) -> bool:
        """Whether a document of this outlet is in the record."""
        if outlet not in self._held:
            names = {name_of(document) for document in self.documents.values()}
            self._held[outlet] = any(same_outlet(outlet, name) for name in sorted(names))
        return self._held[outlet]

    @property
    def open_pairs(self) -> list[tuple[ClaimView, ClaimView, Relation]]:
        """The pairs of claims that may be one, the likeliest first, each with the relation as the first one has it."""
        found = [
            (claim, other, relation)
            for claim in self._by_cluster.values()
            for relation in claim.relations
            if relation.open and (other := self.claim_of(relation.other)) and other.number > claim.number
        ]
        return sorted(found, key=lambda pair: (-pair[2].score, pair[0].number, pair[1].number))

    def claim_of(self, cluster_id: str) -> ClaimView | None:
        """The claim of this cluster; None if no story has it."""
        return self._by_cluster.get(cluster_id)

    @cached_property
    def _by_cluster(self) -> dict[str, ClaimView]:
        return {claim.cluster_id: claim for story in self.stories for claim in story.claims}


def name_of(document: Document) -> str:
    """What to call a document: its publisher, or where it came from."""
    return document.publisher or document.label or document.uri


def taken_from(document: Document) -> tuple[str, ...]:
    """From whom a document has its text, the nearest first: its provenance without its own publisher."""
    return document.provenance[1:] if document.publisher else document.provenance


def hops_of(document: Document, claim: Claim) -> tuple[str, ...]:
    """The chain of a claim, which begins with its outlet, or with the document's name if the outlet is unknown."""
    return claim.chain if document.publisher else (name_of(document), *claim.chain)


def subject_of(found: RecordView, problem: Problem) -> str:
    """What a problem is about, as a reader knows it: the name of a document, or the address of captured bytes."""
    if problem.subject in found.documents:
        return name_of(found.documents[problem.subject])
    capture = found.captures.get(problem.subject)
    return capture.uri if capture else problem.subject


def twins(documents: Sequence[Document]) -> set[str]:
    """The ids of documents that share their name with another one."""
    names = Counter(name_of(document) for document in documents)
    return {document.id for document in documents if names[name_of(document)] > 1}


def day_of(document: Document) -> str:
    """When a document was published, to sort by: undated ones come last."""
    return document.published.date if document.published else "9999"
