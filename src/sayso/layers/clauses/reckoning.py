"""What the words around a count make of it: rejected for another one, bounded behind what it counts, less a few."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.parsing.parse import Token
from sayso.types import Quantity

#: Within this many words of a number the one that it is held against stands, and a bound behind what is counted.
ANSWER, HEDGE = 5, 7


def contrasted(clause: Clause) -> tuple[Token, ...]:
    """The numbers that a clause gives only to reject them for another one: "nine, not 12", "not 12 but nine", "nine
    rather than 12"."""
    tokens = clause.sentence.tokens
    out = []
    for token in clause.own:
        if token.pos != "NUM" or not token.index:
            continue
        ahead = [t.text.lower() for t in tokens[max(0, token.index - ANSWER) : token.index]]
        numbers = {t.index for t in clause.own if t.pos == "NUM"} - {token.index}
        after = range(token.index + 1, token.index + 1 + ANSWER)
        before = any(n in numbers for n in range(token.index - ANSWER, token.index))
        if ahead[-2:] in (["rather", "than"], ["instead", "of"]):
            rejected = before
        elif ahead[-1] == "not" or ahead[-2:] == ["not", "of"]:
            answered = any(t.text.lower() == "but" and t.index in after for t in clause.sentence.tokens)
            set_off = bool({",", "(", "–", "—", "and"} & set(ahead))
            rejected = (answered and any(n in numbers for n in after)) or (before and set_off)
        else:
            continue
        if rejected:
            out.append(token)
    return tuple(out)


def hedged(quantity: Quantity, clause: Clause) -> Quantity:
    """A count whose bound stands behind what it counts: "900 people at the very least"."""
    if quantity.low != quantity.high or quantity.low is None:
        return quantity
    after = [t for t in clause.sentence.tokens if t.start >= quantity.span.end][:HEDGE]
    rest = list(itertools.dropwhile(lambda t: t.pos in ("NOUN", "PROPN", "ADJ"), after))
    said = "".join(f"{t.text.lower()} " for t in rest).removeprefix(", ")
    if said.startswith(("at least ", "at the least ", "at the very least ", "or more ")):
        return dataclasses.replace(quantity, high=None)
    if said.startswith(("at most ", "at the most ", "at the very most ", "or fewer ", "or less ")):
        return dataclasses.replace(quantity, low=None)
    return quantity


def of_whole(found: Sequence[Quantity], clause: Clause, whole: bool) -> list[Quantity]:
    """The counts, without the whole that one of them is only a part of: "640 of its 7,300 jobs" are 640 jobs; with
    ``whole`` without the part."""
    tokens = clause.sentence.tokens
    out: list[Quantity] = []
    for quantity in found:
        part = out[-1] if out else None
        if part is None and quantity.unit is None and _fronted(quantity, found, clause):
            continue  # "of the 120 hostages, 45 are free"
        if part is not None and _included(quantity, clause):
            continue  # "eight civilians including three children"
        shares = part is not None and part.unit in (None, "%") and quantity.unit is None
        if part is not None and shares and part.span.end < quantity.span.start:
            between = [t for t in tokens if part.span.end <= t.start and t.end <= quantity.span.start]
            words = [t.text.lower() for t in between]
            small = part.unit or part.high is None or quantity.high is None or part.high <= quantity.high
            if small and words[:1] == ["of"] and _leading(between):
                kept = dataclasses.replace(part, of=part.of or quantity.of, of_span=part.of_span or quantity.of_span)
                out[-1] = quantity if whole else kept
                continue
        out.append(quantity)
    return out


def _included(quantity: Quantity, clause: Clause) -> bool:
    before = [t.text.lower() for t in clause.sentence.tokens if t.end <= quantity.span.start][-2:]
    return "including" in before


def _leading(between: Sequence[Token]) -> bool:
    """Whether words behind an "of" only lead to a number: "its", "the town's"."""
    owner = next((t.index for t in reversed(between) if t.tag == "POS"), -1)
    return all(t.pos in ("DET", "PRON", "ADV", "ADP") or t.index <= owner for t in between)


def _fronted(quantity: Quantity, found: Sequence[Quantity], clause: Clause) -> bool:
    """Whether a count opens a clause as the whole of which another one is told behind a comma."""
    before = [t.text.lower() for t in clause.sentence.tokens if t.end <= quantity.span.start][-3:]
    other = next((q for q in found if q.span.start > quantity.span.end and q.unit is None), None)
    if other is None or "of" not in before or not set(before) <= {"of", "the", "its", "their", "all", "those"}:
        return False
    between = [t.text for t in clause.sentence.tokens if quantity.span.end <= t.start < other.span.start]
    return between[-1:] == [","] or between[-2:-1] == [","]


def worst(quantity: Quantity, other: Quantity, clause: Clause) -> Quantity:
    """A count after "at worst" or "at best" as the bound that the other one leaves open: "up to 80 per cent, and at
    worst 65"."""
    before = [t.text.lower() for t in clause.sentence.tokens if t.end <= quantity.span.start][-3:]
    extreme = "at" in before[:2] and before[-1:] in (["worst"], ["best"])
    if not extreme or quantity.low != quantity.high:
        return quantity
    if other.low is None:
        return dataclasses.replace(quantity, high=None)
    return dataclasses.replace(quantity, low=None) if other.high is None else quantity


def less(found: Sequence[Quantity], clause: Clause) -> list[Quantity]:
    """The counts, without the few that are left out of one: "all but two of its 26 residents" are 24."""
    said = {t.end: (t.text.lower(), t.index) for t in clause.sentence.tokens}
    out: list[Quantity] = []
    taken: Quantity | None = None
    for quantity in found:
        word, index = said.get(quantity.span.start - 1, ("", 0))
        if word == "but" and index and clause.sentence.tokens[index - 1].text.lower() == "all":
            taken = quantity
            continue
        if taken is not None and quantity.low is not None and quantity.high is not None:
            low, high = quantity.low - (taken.high or 0), quantity.high - (taken.low or 0)
            quantity, taken = dataclasses.replace(quantity, low=low, high=high), None
        out.append(quantity)
    return out
