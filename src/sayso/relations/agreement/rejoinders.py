"""Denials that say nothing of what they deny ("the army denied it"): they are of what stands before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.relations.agreement.standing import FEW_LINES, Relation, quoted, speaker
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.vocab import LinkKind

#: A denial that is no longer than this, in characters, and that names what it denies by a pronoun or as what was said.
SHORT = 90
IT = re.compile(
    r"^\W*which\b.{1,60}\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed))\W*$"
    r"|(?<!been )(?<!was )(?<!were )(?<!to )"
    r"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)|contest(?:s|ed)?)"
    r" (?:it|this|that|(?:the|these|those|this|that|all|any|such)(?: \w+)? (?:accusation|allegation|charge|claim"
    r"|report|version|suggestion)s?)"
    r"(?: (?:as (?:false|untrue|baseless|absurd|a lie|lies|nonsense)|outright|flatly))?\W*$",
    re.IGNORECASE,
)


def _in_documents(groups: Sequence[Group]) -> Iterator[list[tuple[int, Fact, Group]]]:
    """The claims of each document below its headline, as they stand in it."""
    by_document: dict[str, list[tuple[int, Fact, Group]]] = defaultdict(list)
    for group in groups:
        for fact in group.facts:
            if not fact.headline:
                by_document[fact.document.id].append((fact.claim.content[0].start, fact, group))
    for document in sorted(by_document):
        yield sorted(by_document[document], key=lambda row: (row[1].claim.content, row[1].signature))


def rejoinders(groups: Sequence[Group]) -> Iterator[tuple[Relation, Group, Group]]:
    """Every bare denial with each claim that stands last before it in its document, by somebody else, and both groups.

    What was said in between by nobody but the outlet is passed over."""
    for held in _in_documents(groups):
        for number, (start, fact, group) in enumerate(held):
            for claimed in _before(held[:number], start, fact) if bare(fact) else ():
                if claimed is not group:
                    told = f"{speaker(group)} denies in so many words what stands before: {quoted(claimed)}"
                    yield Relation(LinkKind.DENIAL, 0.6, told, group), group, claimed


def bare(fact: Fact) -> bool:
    """Whether a claim is no more than that something is denied."""
    return len(fact.text) <= SHORT and IT.search(fact.text) is not None


def _before(held: Sequence[tuple[int, Fact, Group]], start: int, denial: Fact) -> list[Group]:
    """The groups of the last sourced claim before a denial, and of what else stands in its words, as far as they are
    by somebody else and affirm something."""
    near = [
        (fact, group)
        for place, fact, group in held
        if start - place <= FEW_LINES and fact.claim.attribution_id is not None and not bare(fact)
    ]
    begins = max((fact.claim.content[0].start for fact, _ in near), default=0)
    last = [(fact, group) for fact, group in near if fact.claim.content[-1].end > begins]
    by_other = all(fact.claim.chain[-1:] != denial.claim.chain[-1:] for fact, _ in last)
    return [group for fact, group in last if fact.positive and fact.real] if by_other else []
