"""Results of a vote or a match: so many to so many, which are no range."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.worth import told_again
from sayso.layers.parsing.findings import Findings
from sayso.types import Values, values
from sayso.vocab import Polarity, Slot, Zone

#: Words that say that two numbers are those of two sides.
CONTESTS = frozenset(
    "vote ballot majority lose win beat defeat reject adopt pass approve throw carry elect tally division result tie "
    "draw final score".split()
)
#: What may stand between the two numbers.
LINK = re.compile(r"(?: ?(?:votes?|seats?|points?|goals?))?(?: to |[-–—])")
DIGITS = re.compile(r"\b(\d{1,4})(?: (?:votes?|seats?|points?|goals?))?(?: to |[-–—])(\d{1,4})\b(?![%\d,.:]*\d)")
FOR = re.compile(r"\b(?:for|favou?r|yes|ayes?|yea|backed|supported)\b", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:against|opposed|no|noes|nays?|rejected)\b", re.IGNORECASE)


def score_of(clause: Clause, findings: Findings, text: str) -> str | None:
    """The two numbers of a result, the greater one first ("97:87"), in a clause that tells of a contest; None where it
    gives none. ``text`` is the document's."""
    told = text[clause.start : clause.end]
    held = findings.quantities.inside(clause.start, clause.end)
    plain = [q for q in held if q.unit is None and q.low is not None and q.low == q.high]
    for one, other in itertools.pairwise(plain):
        if not clause.lemmas().isdisjoint(CONTESTS) and LINK.fullmatch(text[one.span.end : other.span.start]):
            return _pair(one.low or 0, other.low or 0)
        if FOR.search(told) and AGAINST.search(told):
            return _pair(one.low or 0, other.low or 0)
    found = DIGITS.search(told) if not clause.lemmas().isdisjoint(CONTESTS) else None
    return _pair(int(found[1]), int(found[2])) if found is not None else None


def measured(filled: Values, slot: Slot, clause: Clause, findings: Findings, text: str, polarity: Polarity) -> Values:
    """The values of a claim with the result of a contest for its first number, and without the "one" of "not one"."""
    named = dict(filled)
    if polarity is Polarity.NEGATIVE and named.get("low") == named.get("high") == 1:
        named |= {"low": None, "high": None, "unit": None}
    score = score_of(clause, findings, text) if slot in (Slot.STATEMENT, Slot.OCCURRENCE) else None
    if score is not None and clause.sentence.zone is not Zone.HEADLINE:
        named |= {"low": None, "high": None, "of": None, "score": score}
    return values(**named)


def _pair(one: float, other: float) -> str:
    more, less = sorted((int(one), int(other)), reverse=True)
    return f"{more}:{less}"


def sifted(
    made: Sequence[tuple[Slot, Values, str]], clause: Clause, findings: Findings, text: str, polarity: Polarity
) -> list[tuple[Slot, Values, str]]:
    """Slots, values and reasons with results read as such, and without the strengths that count those whom a toll of
    the clause counts."""
    told = [(slot, measured(filled, slot, clause, findings, text, polarity), why) for slot, filled, why in made]
    tolls = [dict(filled) for slot, filled, _ in told if slot is Slot.TOLL]
    return [one for one in told if one[0] is not Slot.STRENGTH or not told_again(dict(one[1]), tolls)]
