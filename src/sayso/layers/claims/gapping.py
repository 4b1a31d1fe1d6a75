"""Counts told in one breath by several sources: "police spoke of 9,000 marchers, the organisers of 20,000"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.layers.clauses.counting import bounds
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import lemma_of, who
from sayso.layers.values.slots import nouns
from sayso.types import Claim, Quantity, Span, values
from sayso.vocab import Category

#: What parts the second source from what the first one says.
PARTS = frozenset({",", ";", "and", "but", "while", "-"})
#: What may stand between the second source and its count.
LINKS = frozenset({"of", "at", "to", ",", ":"})
#: Who can be the second source.
TELLING = frozenset({Category.PERSON, Category.ORGANISATION, Category.GROUP})
#: A source has at most so many words.
LONGEST = 8


def gapped(read: SentenceReading, made: Sequence[Claim]) -> list[Claim]:
    """For each attributed claim of a count among ``made``, those that other sources make by the count alone."""
    sentence = read.tree.sentence
    counts = [q for q in read.findings.quantities.inside(sentence.start, sentence.end) if q.low is not None or q.high]
    out: list[Claim] = []
    for quantity in counts[1:]:
        first = [c for c in made if c.attribution_id is not None and _counts(c, quantity, counts)]
        told = _told(quantity, read.tree, read.findings) if first else None
        name = who(told[1], read.tree, read.findings) if told is not None else None
        if told is None or name is None:
            continue
        chain = (*read.chain_to(None), f"unnamed {told[1].text.lower()}" if name[:1].islower() else name)
        base = min(first, key=lambda c: (-c.content[-1].end, c.slot, c.id))
        held = dict(base.values)
        if isinstance(words := held.get("words"), tuple):
            held["words"] = tuple(w for w in words if not w[:1].isdigit())
        out.append(
            dataclasses.replace(
                base,
                content=(Span(read.document.id, told[0], quantity.span.end),),
                attribution_id=None,
                values=values(**{**held, **bounds(quantity)}),
                chain=chain,
                detail=f"{base.detail}; {chain[-1]} gives another count in the same breath",
            )
        )
    return out


def _counts(claim: Claim, quantity: Quantity, counts: Sequence[Quantity]) -> bool:
    """Whether a claim is of a count of the same unit that stands before another one, which it does not hold itself."""
    held = dict(claim.values)
    before = [q for q in counts if q.span.end <= quantity.span.start and q.unit == quantity.unit]
    inside = [q for q in before if any(s.start <= q.span.start and q.span.end <= s.end for s in claim.content)]
    return any((held.get("low"), held.get("high")) == (q.low, q.high) for q in inside)


def _told(quantity: Quantity, tree: Tree, findings: Findings) -> tuple[int, Token] | None:
    """Where the source of a count that stands without a verb begins, and its noun; None where it has none."""
    tokens = tree.tokens
    first = next((t.index for t in tokens if t.start >= quantity.span.start), 0)
    after = [t for t in tokens[first:] if t.start >= quantity.span.end]
    if any(t.pos in ("VERB", "AUX") for t in after[:3]):
        return None
    at = first - 1
    while at > 0 and (tokens[at].text.lower() in LINKS or tokens[at].dep == "quantmod"):
        at -= 1
    low = at
    while low > 0 and at - low < LONGEST and tokens[low - 1].text.lower() not in PARTS:
        low -= 1
    parted = low > 1 and tokens[low - 1].text.lower() in PARTS
    phrase = tokens[low : at + 1]
    if not parted or at == first - 1 or not phrase or any(t.pos in ("VERB", "AUX", "NUM") for t in phrase):
        return None
    noun = phrase[-1] if phrase[-1].pos in ("NOUN", "PROPN") else None
    return (phrase[0].start, noun) if noun is not None and _tells(noun, findings) else None


def _tells(noun: Token, findings: Findings) -> bool:
    mention = findings.mention_of(noun)
    if mention is not None and mention.category in TELLING:
        return True
    lemma = lemma_of(noun).lower()
    return lemma in nouns("people", "armed") or is_title(lemma) or lemma in SPEAKERS


#: Nouns of those who count, which name nobody else.
SPEAKERS = frozenset(
    "organiser organizer ministry government union police company hospital army authority agency monitor observatory "
    "council party opposition group charity operator owner employer bank".split()
)
