"""The counts of a clause: which noun each one counts, and its bounds."""

from __future__ import annotations

import dataclasses
import itertools

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reckoning import contrasted, hedged, less, of_whole, worst
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.types import Quantity, Value
from sayso.vocab import Zone

Named = dict[str, Value]


def counted(clause: Clause, findings: Findings, plain: bool = True, whole: bool = False) -> list[Quantity]:
    """Plain counts among a clause's own words and in the noun that it describes; with ``plain`` false also measures; of
    "four of the 11" the four, with ``whole`` the 11."""
    ours = [(t.start, t.end) for t in clause.own]
    start = min(clause.start, clause.own[0].start)  # "Well over 40", whose "well" the parser cuts off
    for stretch in (clause.lead, clause.shared if _of_be(clause) else None):
        if stretch is not None:
            ours.append(stretch)
            start = min(start, stretch[0])
    found = [
        hedged(_share(_risen(q, clause)), clause)
        for q in findings.quantities.inside(start, clause.end)
        if (q.unit is None or not plain) and not _aside(q) and any(s < q.span.end and q.span.start < e for s, e in ours)
    ]
    if not found:
        return []
    rejected = contrasted(clause)
    found = [q for q in found if not any(q.span.start <= t.start < q.span.end for t in rejected)]
    return _joined(of_whole(less(found, clause), clause, whole), clause)


def _of_be(clause: Clause) -> bool:
    """Whether a clause says what its subject is to do: "450 posts are to go"."""
    top = clause.top
    return clause.dep == "xcomp" and clause.sentence.tokens[top.head].lemma == "be"


def _risen(quantity: Quantity, clause: Clause) -> Quantity:
    """ "The number has gone up to 52": no bound but the count itself; "rose from 20 to 22": the later of the two."""
    if _changed(quantity, clause):
        return dataclasses.replace(quantity, low=quantity.high)
    if quantity.low is not None or quantity.high is None:
        return quantity
    inside = [t for t in clause.own if quantity.span.start - len("up to ") <= t.start < quantity.span.end]
    up = next((t for t in inside if t.text.lower() == "up"), None)
    verb = clause.sentence.tokens[up.head] if up is not None else None
    if verb is None or verb.pos != "VERB" or verb.lemma.lower() not in GOING:
        return quantity
    return dataclasses.replace(quantity, low=quantity.high)


def _changed(quantity: Quantity, clause: Clause) -> bool:
    """Whether a range is the way that a count has gone."""
    if quantity.low is None or quantity.high is None or quantity.low >= quantity.high:
        return False
    first = next((t for t in clause.own if t.start >= quantity.span.start), None)
    if first is None or first.text.lower() != "from":
        return False
    verb = clause.sentence.tokens[first.head]
    return verb.lemma.lower() in MOVING and verb.pos in ("VERB", "NOUN")


def _share(quantity: Quantity) -> Quantity:
    """ "Three quarters" counts no quarters: a share, in per cent."""
    if quantity.unit == "share":
        low, high = (None if n is None else round(100 * n, 1) for n in (quantity.low, quantity.high))
        return dataclasses.replace(quantity, low=low, high=high, unit="%")
    whole = FRACTIONS.get((quantity.of or "").split(" ")[0].removesuffix("s"))
    if whole is None or quantity.unit is not None or (quantity.high or 0) > whole:
        return quantity
    low, high = (None if n is None else round(100 * n / whole, 1) for n in (quantity.low, quantity.high))
    return dataclasses.replace(quantity, low=low, high=high, unit="%", of=None, of_span=None)


def _joined(found: list[Quantity], clause: Clause) -> list[Quantity]:
    """The counts, of which one that only says the least and one that only says the most of the same are one: "as much
    as 80,000 litres, and not less than 60,000"."""
    out: list[Quantity] = []
    for quantity in found:
        before = out[-1] if out else None
        if before is not None and clause.sentence.zone is not Zone.HEADLINE and quantity.of is None:
            quantity = worst(quantity, before, clause)
            least = next((q.low for q in (before, quantity) if q.high is None), None)
            most = next((q.high for q in (before, quantity) if q.low is None), None)
            if least is not None and most is not None and least <= most and quantity.unit in (None, before.unit):
                out[-1] = dataclasses.replace(before, low=least, high=most)
                continue
        out.append(quantity)
    return out


#: Parts of a whole by their nouns: this many make it up.
FRACTIONS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
#: Verbs after which "up to" says where a count has come, and not how far it may go.
GOING = frozenset({"go", "rise", "climb", "come", "shoot", "creep", "edge", "inch", "jump", "push", "bring", "take"})
#: Verbs and nouns of a count that changes from one number to another.
MOVING = GOING | {"grow", "increase", "soar", "leap", "revise", "raise", "lift", "swell", "double", "surge"}


def foremost(clause: Clause, findings: Findings) -> Quantity | None:
    """The first count or measure of a clause, with a unit before those without; one in brackets after another only says
    it in another unit."""
    found = [q for q in counted(clause, findings, plain=False) if not distance(q, clause)]
    opened = [t.end for t in clause.own if t.text in ("(", "[")]
    outside = [q for q in found if not any(0 <= q.span.start - end <= 1 for end in opened)] or found
    return next((q for q in outside if q.unit is not None), next(iter(outside), None))


#: Units of length, and what stands behind them where they say how far off or how large something is.
LENGTHS = frozenset({"m", "km", "cm", "mm", "ft", "in", "yd", "mi", "nmi"})
APART = frozenset(
    "down up deep high tall long wide thick away off apart below above underground ahead from outside inland offshore "
    "north south east west northeast northwest southeast southwest upstream downstream".split()
)


def distance(quantity: Quantity, clause: Clause) -> bool:
    """Whether a measure only says how far off or how large something is: "cut off 600 metres down", "sank two miles off
    the cape"."""
    after = next((t for t in clause.sentence.tokens if t.start >= quantity.span.end), None)
    return quantity.unit in LENGTHS and after is not None and after.text.lower() in APART


def _aside(quantity: Quantity) -> bool:
    """Whether a quantity counts nobody: how old somebody is, how often something was done."""
    return quantity.unit == "year old" or (quantity.of or "").lower() in ("time", "times", "occasion", "occasions")


#: "The number of people killed has risen to 15": the count stands at the end.
COUNTING = frozenset({"number", "count", "tally", "toll", "figure", "total"})


def told_above(clause: Clause, tree: Tree, findings: Findings) -> list[Quantity]:
    """The count of those whom a clause only describes: "the number of people who have fled has reached 11,000"."""
    if clause.dep not in ("relcl", "acl"):
        return []
    tokens = tree.tokens
    noun = tokens[clause.top.head]
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
    return {"low": round_number(quantity.low), "high": round_number(quantity.high), "unit": quantity.unit}


def round_number(number: float | None) -> float | int | None:
    """A number without a fraction as a whole one."""
    return int(number) if number is not None and number == int(number) else number


def within(quantity: Quantity, noun: Token | None, tree: Tree) -> bool:
    """Whether a quantity stands in the phrase of a noun."""
    if noun is None:
        return False
    of = quantity.of_span
    if of is not None and of.start <= noun.start and noun.end <= of.end:
        return True
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
    if token.text in (",", ";", ":"):
        return False  # "as 17, the ministry as 21"
    return token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PUNCT") and token.entity not in ("DATE", "TIME")


def after_to(quantity: Quantity, clause: Clause) -> bool:
    before = [t for t in clause.own if t.end <= quantity.span.start]
    return bool(before) and before[-1].lemma.lower() in ("to", "at")
