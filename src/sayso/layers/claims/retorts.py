"""Denials of what the text told just before: "Witnesses said police had fired at the crowd. The police denied that."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from sayso.layers.clauses.answers import REJECTING
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.voice import cue_of
from sayso.layers.clauses.wording import own_pieces
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import lemma_of, who
from sayso.layers.values.slots import nouns
from sayso.types import Attribution, Claim, Document
from sayso.vocab import Modality, Polarity, Slot

#: Verbs that deny what their object takes up.
VERBS = REJECTING | frozenset({"dispute", "contest", "contradict"})
#: What takes up something told, by the slots of what it can mean: any, counts, blame.
POINTERS = frozenset({"that", "this", "it"})
TOLD = frozenset("report claim allegation assertion suggestion account version story statement".split())
COUNTS = frozenset("figure number toll count estimate tally".split())
BLAME = frozenset("accusation blame charge allegation".split())
#: How many characters before the denial what is denied may end.
FAR = 400


def retorts(
    document: Document,
    tree: Tree,
    clauses: Sequence[Clause],
    findings: Findings,
    near: Sequence[Attribution],
    before: Sequence[Claim],
    chain_of: Callable[[Attribution | None], tuple[str, ...]],
) -> list[tuple[Clause, Claim]]:
    """The denying clauses of a sentence, each with the denial that it makes of one of the claims ``before`` it.
    ``chain_of`` gives the sources of an attribution, farthest last."""
    out = []
    for clause in clauses:
        if clause.head.lemma.lower() not in VERBS or clause.passive or any(t.dep == "neg" for t in clause.own):
            continue
        noun = clause.object
        if noun is None or not _takes_up(noun, tree):
            continue
        cue = cue_of(clause, near)
        chain = chain_of(cue) if cue is not None and cue.chain else (*chain_of(None), *_named(clause, tree, findings))
        told = [c for c in before if c.content[-1].end <= clause.start and clause.start - c.content[-1].end <= FAR]
        found = _denied(noun.lemma.lower(), told, chain[-1] if chain else "")
        words = own_pieces(document, clause, [(clause.start, clause.end)])
        if found is None or not words or len(chain) <= len(chain_of(None)):
            continue
        denial = dataclasses.replace(
            found,
            content=words,
            attribution_id=cue.id if cue is not None else None,
            polarity=Polarity.NEGATIVE,
            modality=Modality.DENIED,
            chain=chain,
            detail=f"{found.detail}; {chain[-1]} denies it right after it is told",
        )
        out.append((clause, denial))
    return out


def _takes_up(noun: Token, tree: Tree) -> bool:
    """Whether a noun stands for something told before, and does not say itself what: "that", "the accusation"."""
    if noun.text.lower() in POINTERS:
        return True
    kids = tree.kids[noun.index]
    pointed = any(t.text.lower() in ("the", "this", "that", "these", "those") for t in kids)
    bare = all(t.dep in ("det", "punct") for t in kids)
    return pointed and bare and noun.lemma.lower() in TOLD | COUNTS | BLAME


def _named(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Who denies, where the text does not attribute anything to them."""
    name = who(clause.subject, tree, findings)
    if name is None or clause.subject is None:
        return ()
    people = lemma_of(clause.subject).lower() in nouns("people")
    return (f"unnamed {clause.subject.text.lower()}" if people and name[:1].islower() else name,)


def _denied(pointer: str, told: Sequence[Claim], denier: str) -> Claim | None:
    """The claim that is meant: of those that the same words made last, the first; None where it is not plain."""
    claims = [c for c in told if c.chain[-1:] != (denier,) and c.modality is not Modality.DENIED]
    claims = [c for c in claims if c.polarity is Polarity.POSITIVE and dict(c.values).get("zone") is None]
    if pointer in COUNTS:
        claims = [c for c in claims if {"low", "high"} & dict(c.values).keys()]
    elif pointer in BLAME - TOLD or (pointer in BLAME and any(c.slot is Slot.RESPONSIBILITY for c in claims)):
        claims = [c for c in claims if c.slot is Slot.RESPONSIBILITY]
    if not claims:
        return None
    last = max(claims, key=lambda c: (c.content[-1].end, c.id))
    if last.attribution_id is None and last.slot is not Slot.RESPONSIBILITY and pointer not in COUNTS:
        return None  # nobody denies to an outlet what it tells itself
    same = [c for c in claims if c.attribution_id == last.attribution_id] if last.attribution_id else [last]
    return min(same, key=lambda c: (c.modality is not Modality.FACT, c.content[0].start, len(c.content), c.id))
