"""Counts that take up an earlier one: "4,200 workers joined the walkout, the union said. The company put the number at
2,500." says how many joined the walkout."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import COUNTING, bounds, counted
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.slots import nouns
from sayso.types import Claim, Quantity, Values, values
from sayso.vocab import Modality, Polarity, Slot, Zone

#: Nouns that do not say who the counted are.
ANYBODY = frozenset({"people", "persons", "men", "women", "souls", "of"})
#: Slots whose claims are of a count.
COUNTED = frozenset({Slot.TOLL, Slot.STRENGTH})
#: How many characters before its sentence an earlier count may end.
FAR = 400
#: What of the earlier claim is left behind: its numbers, and how they came to change.
OWN = frozenset({"low", "high", "unit", "change", "as_of", "zone", "past", "always"})


def carried(
    clause: Clause, tree: Tree, findings: Findings, before: Sequence[Claim], time: str | None
) -> tuple[tuple[Slot, Values, str], Modality] | None:
    """Slot, values and reason of a clause that only says how many, and how far so is what it counts; None where it says
    what it counts, or where it is not plain which of the claims ``before`` it takes up."""
    found = counted(clause, findings)
    if len(found) != 1 or found[0].unit is not None:
        return None
    given = _gives(clause, found[0]) or _put_at(clause, found[0])
    if not given and not _it_is(clause, found[0]) and (found[0].of is not None or not _takes_up(clause, tree)):
        return None
    start = clause.start
    near = [c for c in before if _of_somebody(c) and start - FAR <= c.content[-1].end <= start and _numbered(c)]
    near = [c for c in near if ("zone", Zone.HEADLINE.value) not in c.values]  # a headline says nothing of the text
    if not near:
        return None
    latest = max(near, key=lambda c: (c.content[-1].end, c.id))
    if given:
        near = [c for c in near if c.content[-1].end >= latest.content[-1].end - NEXT]
        if not _alike(latest, found[0]):
            return None
    if len({_kind(c) for c in near}) != 1 or latest.polarity is Polarity.NEGATIVE:
        return None
    held = {name: value for name, value in latest.values if name not in OWN}
    # on what day somebody counts is not when it happened
    made = latest.slot, values(**held, as_of=time, **bounds(found[0])), "a count that takes up the one before it"
    return made, latest.modality


def _of_somebody(claim: Claim) -> bool:
    """Whether a claim counts people or things, and is not how much something rose or what a statement gives."""
    return claim.slot in COUNTED and not {"predicate", "event"} & dict(claim.values).keys()


#: What stands for a number, or points to one.
TAKEN_UP = frozenset("it that this them the a its their his her".split())
#: What is said of a number, and not of what it counts.
BARE = frozenset("own official latest late new true real actual final provisional current overall combined".split())
#: Verbs of saying how many.
GIVING = frozenset(
    "put count speak give admit claim estimate set report cite record talk acknowledge concede name tell place list "
    "say have tally".split()
)
#: This many characters before the latest count another one is told beside it.
NEXT = 60
#: Two counts of one thing seldom differ by more times.
FOLD = 20


def _gives(clause: Clause, quantity: Quantity) -> bool:
    """Whether a clause says no more than that somebody gives a number: "the company puts it at eight", "organisers
    spoke of 5,000"."""
    subject = clause.subject
    if clause.head.lemma.lower() not in GIVING or subject is None or quantity.of is not None or clause.passive:
        return False
    told = [t for t in clause.own if t.index > clause.head.index and t.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    told = [t for t in told if t.entity not in ("DATE", "TIME", "CARDINAL") and not t.text[:1].isdigit()]
    inside = [t for t in told if not (quantity.span.start <= t.start < quantity.span.end)]
    taken_up = (
        clause.object is None or clause.object.pos == "NUM" or clause.object.text.lower() in ("it", "that", "them")
    )
    return not inside and taken_up and subject.end <= clause.head.start


def _put_at(clause: Clause, quantity: Quantity) -> bool:
    """Whether what somebody says is only where she puts a number: "it at 14", "their number at nine", and what she
    "speaks of" or "admits to"."""
    words = [t for t in clause.own if t.pos != "PUNCT" and not quantity.span.start <= t.start < quantity.span.end]
    if [t.text.lower() for t in words] in (["of"], ["to"]) and clause.head.pos not in ("VERB", "AUX"):
        return quantity.of is None
    if clause.head.pos in ("VERB", "AUX") or not words or words[-1].text.lower() != "at" or quantity.of is not None:
        return False
    of_it = [t for t in words[:-1] if t.text.lower() not in TAKEN_UP | BARE and t.lemma.lower() not in COUNTING]
    return len(words) > 1 and not of_it


def _alike(claim: Claim, quantity: Quantity) -> bool:
    """Whether a number may be another one of what a claim counts: neither is out of all proportion to the other."""
    held = dict(claim.values)
    numbers = [n for n in (held.get("low"), held.get("high")) if isinstance(n, int | float)]
    others = [n for n in (quantity.low, quantity.high) if n is not None]
    low, high = sorted((max(numbers, default=0), max(others, default=0)))
    return low > 0 and high <= FOLD * low


def _it_is(clause: Clause, quantity: Quantity) -> bool:
    """Whether a clause says of what was told that "it is" so many people."""
    subject = clause.subject
    if clause.head.lemma.lower() != "be" or subject is None or subject.text.lower() not in ("it", "that", "this"):
        return False
    counted_noun = (quantity.of or "").split(" ")[-1].lower()
    said = any(t.dep == "attr" and t.head == clause.head.index for t in clause.own)
    return said and (not counted_noun or counted_noun in ANYBODY)


def _takes_up(clause: Clause, tree: Tree) -> bool:
    """Whether a clause speaks of "the number" without saying of whom, or of so many who "were"."""
    words = [t for t in clause.own if t.pos != "PUNCT"]
    left_out = clause.head.lemma.lower() in ("be", "do", "have") and words[-1].index == clause.head.index
    if left_out and clause.subject is not None and clause.subject.pos == "NUM":
        return True
    nouns = [t for t in clause.own if t.lemma.lower() in COUNTING and t.pos == "NOUN"]
    if len(nouns) != 1:
        return False
    kids = tree.kids[nouns[0].index]
    pointed = any(t.text.lower() in ("the", "this", "that") or t.dep == "poss" for t in kids)
    plain = [t for t in kids if t.lemma.lower() not in BARE and not _teller(t)]
    return pointed and all(t.dep in ("det", "prep", "punct", "poss") and t.lemma not in ("of", "for") for t in plain)


def _teller(token: Token) -> bool:
    """Whether a word before a count's noun says whose count it is: "the police figure"."""
    teller = token.lemma.lower() in nouns("armed", "authority") or token.entity == "ORG"
    return token.dep == "compound" and teller


def _numbered(claim: Claim) -> bool:
    return any(name in ("low", "high") for name, _ in claim.values)


def _kind(claim: Claim) -> tuple[str, object]:
    held = dict(claim.values)
    return claim.slot.value, held.get("effect")
