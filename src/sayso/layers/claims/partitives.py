"""What is said of some of those who were just counted, without a verb: "sent 63 workers to hospital, eight of them in a
serious condition", "43 people were seized, three of them minors", "thirty were hurt, two seriously"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from sayso.layers.clauses.counting import bounds
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Token
from sayso.types import Claim, Quantity, Span, values
from sayso.vocab import Polarity, Slot

WHOLE = frozenset({"every", "each", "all", "both", "not", "no"})
THEM = frozenset({"them", "whom", "these", "those"})
PARTING = frozenset({",", ";", "(", "-", "–", "—"})
ENDING = PARTING | {")", ".", ":", '"', "!", "?"}
COUNTED = frozenset({Slot.TOLL, Slot.STRENGTH})
#: The values of the whole that are not those of a part.
WHOLE_ONLY = frozenset({"low", "high", "unit", "of", "victims", "words", "predicate"})
#: So many words may make up a part.
LONGEST = 16


def partitives(read: SentenceReading, made: Sequence[Claim]) -> list[Claim]:
    """A claim for each part of those who are counted by one of the claims ``made`` of the sentence."""
    tokens = read.tree.tokens
    bases = [c for c in made if c.slot in COUNTED and c.polarity is Polarity.POSITIVE]
    out: list[Claim] = []
    for segment in _segments(tokens) if bases else ():
        count = next(iter(read.findings.quantities.inside(segment[0].start, segment[-1].end)), None)
        told = segment[_head(segment) :]
        start, end = segment[0].start, segment[-1].end
        begun = any(start <= s.start < end for c in made for s in c.content)
        base = None if begun else _counting(bases, count, start)
        if base is None or not told or any(t.tag in FINITE or t.tag == "VBG" for t in told):
            continue
        whole = dict(base.values)
        kept = {k: v for k, v in whole.items() if k not in WHOLE_ONLY}
        top = next((t for t in told if t.pos == "NOUN" and t.head not in {o.index for o in told if o is not t}), None)
        of = top.lemma.lower() if top is not None and top is told[-1] else whole.get("of")
        numbers = bounds(count) if count is not None and count.span.start < told[0].start else {}
        out.append(
            dataclasses.replace(
                base,
                content=(Span(read.document.id, start, end),),
                values=values(**{**kept, "of": of, **numbers}),
                detail=f"{base.detail}; some of those counted",
            )
        )
    return out


def _segments(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The stretches between two marks that open with an amount of those told of before."""
    for mark in tokens:
        rest = tokens[mark.index + 1 : mark.index + 1 + LONGEST]
        if mark.text not in PARTING or not rest:
            continue
        end = next((n for n, t in enumerate(rest) if t.text in ENDING), None)
        if end is None and len(rest) == LONGEST:
            continue
        segment = rest[:end]
        if segment and 0 < _head(segment) < len(segment):
            yield segment


def _head(segment: Sequence[Token]) -> int:
    """How many words of a stretch say how many: ``eight of them``; none where it does not open so."""
    for n, token in enumerate(segment[:6]):
        if token.text.lower() in THEM and n and segment[n - 1].text.lower() == "of":
            first = segment[: n - 1]
            # "most of them women" says no number that another account could be held against
            counted = any(t.pos == "NUM" or t.tag == "CD" for t in first)
            every = any(t.text.lower() in WHOLE for t in first)
            return n + 1 if counted and not every else 0
    return 0


def _counting(bases: Sequence[Claim], count: Quantity | None, start: int) -> Claim | None:
    """The claim that counts those of whom a part is told: no smaller than it, a toll rather than a strength, and of
    several the last before it; in whatever order they are given."""

    def fits(claim: Claim) -> bool:
        held = dict(claim.values)
        whole = held.get("high") or held.get("low")
        if not isinstance(whole, int | float) or not any(span.start < start for span in claim.content):
            return False
        return count is None or count.low is None or count.low <= whole

    def rank(claim: Claim) -> tuple[bool, int, str]:
        last = max(span.start for span in claim.content if span.start < start)
        return claim.slot is Slot.TOLL, last, repr(claim.values)  # with ties broken by what it says

    return max(filter(fits, bases), key=rank, default=None)
