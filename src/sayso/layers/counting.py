"""The counts of a clause: which noun each one counts, and its bounds."""

from __future__ import annotations

import itertools

from sayso.layers.clauses import Clause
from sayso.layers.findings import Findings
from sayso.layers.parse import Token
from sayso.layers.phrases import Tree
from sayso.types import Quantity, Value

Named = dict[str, Value]


def counted(clause: Clause, findings: Findings, plain: bool = True) -> list[Quantity]:
    """Plain counts among a clause's own words and in the noun that it describes; with ``plain`` false also measures."""
    ours = [(t.start, t.end) for t in clause.own]
    start = clause.start
    if clause.lead is not None:
        ours.append(clause.lead)
        start = clause.lead[0]
    return [
        q
        for q in findings.quantities.inside(start, clause.end)
        if (q.unit is None or not plain) and not _aside(q) and any(s < q.span.end and q.span.start < e for s, e in ours)
    ]


def _aside(quantity: Quantity) -> bool:
    """Whether a quantity counts nobody: how old somebody is, how often something was done."""
    return quantity.unit == "year old" or (quantity.of or "").lower() in ("time", "times", "occasion", "occasions")


#: "The number of people killed has risen to 15": the count stands at the end.
COUNTING = frozenset({"number", "count", "tally", "toll", "figure", "total"})


def told_above(clause: Clause, tree: Tree, findings: Findings) -> list[Quantity]:
    """The count of those whom a clause only describes: "the number of people who have fled has reached 11,000"."""
    if clause.dep not in ("relcl", "acl"):
        return []
    tokens = tree.sentence.tokens
    noun = tokens[(clause.wrappers[0] if clause.wrappers else clause.head).head]
    for _ in range(2):  # up to "number", over "of"
        if noun.lemma.lower() not in COUNTING and noun.head != noun.index:
            noun = tokens[tokens[noun.head].head] if noun.dep == "pobj" else noun
    verb = tokens[noun.head]
    if noun.lemma.lower() not in COUNTING or verb.pos not in ("VERB", "AUX"):
        return []
    after = findings.quantities.inside(max(verb.end, clause.end), tree.sentence.end)
    return [q for q in after if q.unit is None][:1]


def bounds(quantity: Quantity | None) -> Named:
    if quantity is None:
        return {}
    return {"low": _whole(quantity.low), "high": _whole(quantity.high), "unit": quantity.unit}


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number


def within(quantity: Quantity, noun: Token | None, tree: Tree) -> bool:
    """Whether a quantity stands in the phrase of a noun."""
    if noun is None:
        return False
    return any(t.start < quantity.span.end and quantity.span.start < t.end for t in tree.phrase(noun))


def counted_noun(quantity: Quantity, clause: Clause, noun: Token | None, tree: Tree) -> Token | None:
    """The noun that a quantity counts: the one it was given, that of its phrase, or the next one."""
    if within(quantity, noun, tree):
        return noun
    of = quantity.of_span
    after = list(itertools.takewhile(_modifies_or_names, (t for t in clause.own if t.start >= quantity.span.end)))
    after = [t for t in after if t.pos in ("NOUN", "PROPN") and t.dep != "compound"]
    if of is not None:
        inside = [t for t in clause.own if of.start <= t.start and t.end <= of.end and t.pos in ("NOUN", "PROPN")]
        if inside:
            return next((t for t in reversed(inside)), None)
    return after[0] if after else None


def _modifies_or_names(token: Token) -> bool:
    """Whether a word may still belong to the noun phrase that a count opens."""
    return token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PUNCT") and token.entity not in ("DATE", "TIME")


def after_to(quantity: Quantity, clause: Clause) -> bool:
    before = [t for t in clause.own if t.end <= quantity.span.start]
    return bool(before) and before[-1].lemma.lower() in ("to", "at")
