"""Stories made by hand: documents and claims as rows, without any text to read."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.relations.agreement.collator import relate_claims
from sayso.relations.origins.collator import count_origins
from sayso.types import (
    Attribution,
    Claim,
    Descent,
    Document,
    Judgement,
    Link,
    Member,
    Origin,
    Published,
    Reuse,
    Span,
    values,
)
from sayso.vocab import (
    AttributionType,
    Certainty,
    DateBasis,
    DescentBasis,
    JudgementKind,
    LinkKind,
    Manner,
    MemberKind,
    Modality,
    Polarity,
    Slot,
)


class Story:
    """Articles of one story, each a list of claims. An article's text is its claims' words, one a line."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.claims: list[Claim] = []
        self.attributions: list[Attribution] = []
        self.reuses: list[Reuse] = []
        self.descents: list[Descent] = []
        self.apart: dict[str, str] = {}  # label → story, for what is of another story
        self.judgements: list[Judgement] = []

    def article(
        self,
        label: str,
        *said: dict[str, Any],
        publisher: str | None = "",
        day: str | None = "2024-05-15",
        taken_from: tuple[str, ...] = (),
        headline: str | None = None,
    ) -> None:
        """``said`` are made by :meth:`claim`. The publisher is the label unless given."""
        publisher = label if publisher == "" else publisher
        document = Document(
            capture_id=f"capture-{label}",
            uri=f"memory:{label}",
            label=label,
            text="\n".join(s["words"] for s in said),
            publisher=publisher,
            headline=headline,
            published=Published(day, DateBasis.GIVEN, "given") if day else None,
            provenance=(publisher, *taken_from) if publisher else (),
        )
        self.documents[label] = document
        at = 0
        for one in said:
            span = Span(document.id, at, at + len(one["words"]))
            at = span.end + 1
            self._add(document, span, one)

    def _add(self, document: Document, span: Span, one: dict[str, Any]) -> None:
        attribution = None
        if one["sources"]:
            attribution = Attribution(
                source=(Span(document.id, span.start, span.start + len(one["introduced"])),)
                if one["introduced"]
                else (),
                cue=(),
                content=(span,),
                manner=one["manner"],
                type=AttributionType.STATEMENT,
                certainty=Certainty.ASSERTED,
                chain=one["sources"],
            )
            self.attributions.append(attribution)
        self.claims.append(
            Claim(
                content=(span,),
                attribution_id=attribution.id if attribution else None,
                slot=one["slot"],
                polarity=one["polarity"],
                modality=one["modality"],
                values=values(**one["values"]),
                chain=(*document.provenance, *one["sources"]),
            )
        )

    def claim(
        self,
        slot: Slot,
        words: str,
        *sources: str,
        denied: bool = False,
        modality: Modality = Modality.FACT,
        introduced: str = "",
        manner: Manner = Manner.INDIRECT,
        **named: Any,
    ) -> dict[str, Any]:
        """What an article says: ``sources`` nearest first, none for its own voice; ``introduced`` are the words, at the
        beginning of ``words``, that name the source; ``manner`` says whether it is quoted."""
        return {
            "slot": slot,
            "words": words,
            "sources": sources,
            "polarity": Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            "modality": modality,
            "introduced": introduced,
            "manner": manner,
            "values": {k.rstrip("_"): v for k, v in named.items()},
        }

    def shared(self, left: str, right: str, share: float = 1.0) -> None:
        """Two articles share their first lines."""
        a, b = sorted((self.documents[left], self.documents[right]), key=lambda d: d.id)
        spans = Span(a.id, 0, len(a.text.split("\n")[0])), Span(b.id, 0, len(b.text.split("\n")[0]))
        self.reuses.append(
            Reuse(
                left=spans[0], right=spans[1], matched=(spans,), share_of_left=share, share_of_right=share, score=share,
                detail="by hand",
            )
        )  # fmt: skip

    def credited(self, copy: str, exemplar: str) -> None:
        held = self.documents.get(exemplar)
        self.descents.append(
            Descent(
                copy=self.documents[copy].id,
                copy_name=copy,
                exemplar=held.id if held else None,
                exemplar_name=exemplar,
                basis=DescentBasis.CREDIT,
                score=1.0,
                detail="by hand",
            )
        )

    def judge(self, verdict: JudgementKind, left: str | list[str], right: str | list[str], note: str = "") -> None:
        """Ines Gall judges of claims, by their words (the first such claim, or all in a list), or of names."""
        bodies = verdict in (JudgementKind.SAME_BODY, JudgementKind.OTHER_BODY)
        sides = [side if isinstance(side, list) else [side] for side in (left, right)]
        ids = sides if bodies else [[self.said(words).id for words in side] for side in sides]
        self.judgements.append(
            Judgement(
                number=len(self.judgements) + 1,
                verdict=verdict,
                left=tuple(ids[0]),
                right=tuple(ids[1]),
                left_words=sides[0][0],
                right_words=sides[1][0],
                by="Ines Gall",
                date="2024-06-01",
                note=note,
            )
        )

    def said(self, words: str) -> Claim:
        """The first claim of these words."""
        return next(c for c in self.claims if self.words(c) == words)

    def stories(self) -> list[Member]:
        return [
            Member(cluster=MemberKind.STORY, cluster_id=self.apart.get(label, "story-1"), member_id=document.id)
            for label, document in self.documents.items()
        ]

    def related(self) -> tuple[list[Member], list[Link]]:
        members, _, links = self._related()
        return members, links

    def parts(self) -> tuple[list[Member], list[Member]]:
        """The members of clusters, and those of cores where a cluster has several."""
        members, cores, _ = self._related()
        return members, cores

    def _related(self) -> tuple[list[Member], list[Member], list[Link]]:
        return relate_claims(
            list(self.documents.values()),
            self.claims,
            self.attributions,
            self.stories(),
            [],
            [],
            self.judgements,
            self.reuses,
        )

    def groups(self) -> set[frozenset[str]]:
        """The clusters of two and more, by the words of their claims."""
        said = {c.id: self.words(c) for c in self.claims}
        clusters: dict[str, set[str]] = {}
        for member in self.related()[0]:
            clusters.setdefault(member.cluster_id, set()).add(said[member.member_id])
        return {frozenset(c) for c in clusters.values() if len(c) > 1}

    def words(self, claim: Claim) -> str:
        document = next(d for d in self.documents.values() if d.id == claim.content[0].document_id)
        return document.text[claim.content[0].start : claim.content[0].end]

    def relations(self) -> list[tuple[LinkKind, str, str]]:
        """The links between clusters as (kind, title of the left one, title of the right one)."""
        members, links = self.related()
        titles = {m.cluster_id: m.name for m in members}
        return [(k.relation, titles[k.left], titles[k.right]) for k in links if k.left in titles and k.right in titles]

    def drifts(self) -> list[Link]:
        members, links = self.related()
        clusters = {m.cluster_id for m in members}
        return [k for k in links if k.left not in clusters]

    def origins(self) -> list[Origin]:
        members, cores = self.parts()
        return count_origins(
            list(self.documents.values()),
            self.claims,
            self.attributions,
            [*members, *cores],
            self.descents,
            self.reuses,
            judgements=self.judgements,
        )

    def ladder(self, words: str) -> Origin:
        """The ladder of the cluster that holds a claim of these words."""
        claim = self.said(words)
        members, _ = self.related()
        cluster = next(m.cluster_id for m in members if m.member_id == claim.id)
        return next(o for o in self.origins() if o.cluster_id == cluster)


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def make_story() -> type[Story]:
    """Makes a story for each case of a property test."""
    return Story
