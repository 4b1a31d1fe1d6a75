"""Articles of one claim each, made by hand, as the facts by which claims are compared."""

from __future__ import annotations

from typing import Any

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.readying import find_facts
from sayso.types import Claim, Document, Member, Published, Span, values
from sayso.vocab import DateBasis, MemberKind, Modality, Polarity, Slot


def claim(label: str, words: str, slot: Slot, held: dict[str, Any]) -> tuple[Document, Claim]:
    """An article of one claim in the outlet's own voice."""
    document = Document(
        capture_id=f"capture-{label}",
        uri=f"memory:{label}",
        label=label,
        text=words,
        publisher=label,
        published=Published("2024-05-15", DateBasis.GIVEN, "given"),
    )
    told = Claim(
        content=(Span(document.id, 0, len(words)),),
        attribution_id=None,
        chain=(label,),
        slot=slot,
        polarity=held.pop("polarity", Polarity.POSITIVE),
        modality=held.pop("modality", Modality.FACT),
        values=values(**held),
    )
    return document, told


def one_story(documents: list[Document]) -> list[Member]:
    return [
        Member(cluster=MemberKind.STORY, cluster_id="s", member_id=d.id, name="s", detail="given") for d in documents
    ]


def facts(*told: tuple[str, Slot, dict[str, Any]]) -> list[Fact]:
    """One fact for each article, in the order given."""
    made = [claim(f"Paper {n}", words, slot, dict(held)) for n, (words, slot, held) in enumerate(told)]
    documents = [document for document, _ in made]
    found = find_facts(documents, [claim for _, claim in made], one_story(documents), [], [])
    return sorted(found, key=lambda f: f.document.label or "")


def statements(*words: str) -> list[Fact]:
    return facts(*((w, Slot.STATEMENT, {}) for w in words))
