"""What a clause is nothing without: the clauses that complete it, narrow it down or say on what condition it holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.splitting import TIES
from sayso.layers.parsing.parse import Token

#: Clauses that only describe a noun.
DESCRIBING = frozenset({"relcl", "acl"})
#: Clauses that fill a place that the words above them leave open: "prevented the fire from spreading".
FILLING = frozenset({"pcomp", "xcomp"})
#: What opens a clause without which the one above it is not said: a condition, an end, a reason, a measure.
BINDING = frozenset({"if", "unless", "until", "till", "because", "before", "than", "so", "lest", "provided"})
#: What opens one that says when something is to end.
UNTIL = frozenset({"until", "till", "unless", "lest"})
#: What opens the one among them that says on what condition.
CONDITIONS = frozenset({"if", "unless", "provided"})


def widened(clause: Clause, clauses: Sequence[Clause], below: Collection[str] = DESCRIBING | {"ccomp"}) -> Clause:
    """A clause with those that narrow down one of its nouns, or say what its verb leaves open, and stand right behind
    it: "it is safe in those who have had dengue before", "the prosecutors failed to show that he had known"."""
    number = _number(clause, clauses)
    own = list(clause.own)
    for other in clauses:
        if number is None or other.governor != number or other.dep not in below:
            continue
        if other.dep == "pcomp" and clause.sentence.tokens[other.head.head].head != clause.head.index:
            continue
        if other.dep == "ccomp" and (clause.object is not None or other.start < clause.end):
            continue
        before = clause.sentence.tokens[other.own[0].index - 1]
        if before.pos != "PUNCT" and any(t.index == before.index for t in own):
            own += other.own
    return _with(clause, own)


def whole(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """A clause with all that completes it, however deep: "it was far too early to think of using it in the wild",
    "they set it alight because nobody was let in", "if nothing changes, we shall leave"."""
    number = _number(clause, clauses)
    if number is None:
        return clause
    own, taken = list(clause.own), {number}
    grown = True
    while grown:
        grown = False
        for at, other in enumerate(clauses):
            if at in taken:
                continue
            beside = at == number + 1 and elliptical(other) and other.governor == clause.governor
            above = clauses[other.governor] if other.governor is not None and other.governor in taken else None
            if not beside and (above is None or not _completes(other, above, own)):
                continue
            own += other.own
            taken.add(at)
            grown = True
    return _with(clause, own)


def _completes(other: Clause, above: Clause, own: Sequence[Token]) -> bool:
    """Whether a clause completes the one above it, of whose words ``own`` are known to be part."""
    tokens = above.sentence.tokens
    before = tokens[other.own[0].index - 1] if other.own[0].index else None
    if before is not None and before.dep == "mark" and before.head == other.head.index:
        before = tokens[before.index - 1]  # "the call for" attributes, and its "for" is the clause's
    if other.dep == "advcl" and opening(other) in CONDITIONS and other.start < above.start:
        return above.dep != "conj"
    if other.dep in ("csubj", "csubjpass") and other.start < above.start:
        return True  # "what they do here is harmful"
    if elliptical(other) and other.dep in ("conj", "advcl") and other.start > above.start:
        return True
    if before is None or before.pos == "PUNCT" or other.start < above.start:
        return False
    if all(t.index != before.index for t in own):
        return False
    if other.dep == "advcl":
        purpose = any(t.tag == "TO" and t.head == other.head.index for t in other.own)
        same = opening(other) == "as" and above.head.lemma.lower() == "be"  # "it is as it was"
        return purpose or same or opening(other) in BINDING or likened(other)
    if other.dep == "ccomp":
        return above.object is None
    return other.dep in DESCRIBING | FILLING


def elliptical(clause: Clause) -> bool:
    """Whether a clause leaves its predicate to the one above it: "the driver wore a belt, the children did not"."""
    if clause.head.lemma.lower() not in ("be", "have", "do") or clause.subject is None:
        return False
    whose = {clause.subject.index, *(t.index for t in clause.own if t.head == clause.subject.index)}
    rest = [t for t in clause.own if t.index not in whose and t.dep not in TIES and t.index != clause.head.index]
    return all(t.dep in ("neg", "aux") for t in rest) and clause.subject.index < clause.head.index


def opening(clause: Clause) -> str:
    """The conjunction that opens a clause, in small letters; none where it has none of its own."""
    top = {clause.head.index, *(w.index for w in clause.wrappers)}
    mark = next((t for t in clause.own if t.dep == "mark" and t.head in top and t.tag != "TO"), None)
    if mark is None:
        return _turned_about(clause)
    before = clause.sentence.tokens[mark.index - 1].text.lower() if mark.index else ""
    if mark.text.lower() == "as" and before == "long":
        return "provided"  # "as long as it lasts"
    return "" if before in ("even", "as") else mark.text.lower()


def likened(clause: Clause) -> bool:
    """Whether a clause only says what something is like: "it looks like the town is lost", "as if it were lost"."""
    marks = [t for t in clause.own if t.dep == "mark" and t.head in (clause.head.index, clause.top.index)]
    tokens = clause.sentence.tokens
    return any(
        t.text.lower() == "like"
        or (t.index > 0 and t.text.lower() in ("if", "though") and tokens[t.index - 1].text.lower() == "as")
        for t in marks
    )


def _turned_about(clause: Clause) -> str:
    """``if`` where a condition is told by its verb before its subject: "had he repaid the money"."""
    first = next((t for t in clause.own if t.pos not in ("PUNCT", "SPACE", "CCONJ")), None)
    turned = first is not None and first.dep in ("aux", "auxpass") and first.text.lower() in ("had", "were", "should")
    subject = clause.surface
    before = turned and subject is not None and first is not None and first.index < subject.index < clause.head.index
    return "if" if before and all(t.text != "?" for t in clause.own) else ""


def contrary(clause: Clause) -> bool:
    """Whether a clause tells what has not come about: "the merger would have cost 300 jobs"."""
    helping = [t.lemma.lower() for t in clause.own if t.dep == "aux" and t.head == clause.head.index]
    return clause.head.tag in ("VBN", "VBD") and "would" in helping and "have" in helping


def conditional(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause only holds if another one does that hangs from it."""
    number = _number(clause, clauses)
    return number is not None and any(
        other.governor == number and other.dep == "advcl" and opening(other) in CONDITIONS for other in clauses
    )


def supposed(clause: Clause) -> bool:
    """Whether a clause is only the condition of another one, which nobody says to hold, or its end, which has not come:
    "even if it rains", "in case it rains", "until the town is safe", or what something is like."""
    if clause.dep != "advcl":
        noun = clause.sentence.tokens[clause.top.head]
        before = [t.text.lower() for t in clause.sentence.tokens[max(0, noun.index - 2) : noun.index]]
        return clause.dep == "acl" and noun.lemma.lower() in ("case", "event") and "in" in before
    top = {clause.head.index, *(w.index for w in clause.wrappers)}
    marks = {t.text.lower() for t in clause.own if t.dep == "mark" and t.head in top}
    now = any(t.tag in ("VBZ", "VBP") and (t is clause.head or t.head in top) for t in clause.own)
    return opening(clause) in CONDITIONS or likened(clause) or "if" in marks or (now and not marks.isdisjoint(UNTIL))


def completed(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """A clause with the one that it is nothing without: "forty billion a year is what was refused to them", "the army
    had the house surrounded"."""
    number = _number(clause, clauses)
    verb = clause.head.lemma.lower()
    for other in clauses:
        if number is None or other.governor != number or other.dep != "ccomp" or other.start < clause.end:
            continue
        named = verb == "be" and other.own[0].tag == "WP"
        aux = any(t.dep in ("aux", "auxpass") and t.head == other.head.index for t in other.own)
        if named or (verb in ("have", "get") and other.head.tag == "VBN" and not aux):
            return widened(clause, clauses, {"ccomp"})
    return clause


def _number(clause: Clause, clauses: Sequence[Clause]) -> int | None:
    return next((n for n, c in enumerate(clauses) if c.head.index == clause.head.index), None)


def _with(clause: Clause, own: list[Token]) -> Clause:
    """The clause with these words for its own."""
    if len(own) == len(clause.own):
        return clause
    own.sort(key=lambda t: t.index)
    words = [t for t in own if t.pos not in ("PUNCT", "SPACE")]
    while len(words) > 1 and (words[-1].pos == "CCONJ" or words[-1].tag in ("WDT", "WRB")):
        words.pop()
    known = {t.index for t in clause.own}
    start = min([clause.start, *(t.start for t in words if t.index not in known)])
    return dataclasses.replace(clause, own=tuple(own), start=start, end=words[-1].end)
