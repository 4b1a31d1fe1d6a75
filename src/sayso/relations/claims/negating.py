"""Whether two claims of other polarity say the contrary of each other, or are only cut otherwise out of one denial.

Polarity is that of a claim's own predicate. "Nobody may let it happen" is a denial by its subject, "she says nobody may
let it happen" is told as so, and "it happens", cut out from under both, has no negation of its own. Where both are told
with words that negate, in the claim or before it in its clause, their polarity says nothing of the two.
"""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from sayso.relations.claims.facts import Fact
from sayso.relations.words.meanings import Passage

#: Words that negate.
NEGATION = re.compile(r"\b(?:not|cannot|no|never|nobody|none|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)
#: Words that leave undone or reject what stands behind them.
UNDOING = re.compile(
    r"\b(?:without|un(?:able|likely|willing)|fail(?:s|ed|ing|ures?)?|lack(?:s|ed|ing)?|doubt(?:s|ed|ful)?"
    r"|(?:refus|den[yi]|reject|dismiss|disput|oppos|prevent|avoid|rul(?:e[sd]?|ing) out)\w*)\b",
    re.IGNORECASE,
)
#: What a clause begins with.
OPENING = re.compile(r"[,;:\"“”—–()]|\b(?:and|but|while|although|because)\b", re.IGNORECASE)


def contrary(a: Fact, b: Fact) -> bool:
    """Whether one of two claims is told as so and the other is not."""
    return a.positive != b.positive and not (negating(a) and negating(b))


def negating(fact: Fact) -> bool:
    """Whether a claim is negative, or told with words that negate."""
    return not fact.positive or told_with_negation(fact.passage)


@functools.lru_cache(maxsize=16384)
def told_with_negation(passage: Passage) -> bool:
    """Whether a word negates in the words of a claim, or leaves undone what it says: before it in its clause, or where
    it is cut."""
    text, spans = passage.text, passage.spans
    if any(NEGATION.search(text, start, end) for start, end in spans):
        return True
    begin = max((found.end() for found in OPENING.finditer(text, 0, spans[0][0])), default=0)
    around = [(begin, spans[0][0]), *((one[1], other[0]) for one, other in pairwise(spans))]
    return any(words.search(text, start, end) for start, end in around for words in (NEGATION, UNDOING))
