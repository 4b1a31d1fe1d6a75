"""Claims in open words that rules join by what they have in common, and that mean quite different things."""

from __future__ import annotations

from sayso.relations.facts import Fact
from sayso.relations.matching import legible
from sayso.relations.meanings import likeness, meaning
from sayso.relations.saying import OPEN

#: Two claims whose words point less the same way than this are two, however many words they share.
UNLIKE = 0.5


def unlike(a: Fact, b: Fact) -> bool:
    """Whether an encoder finds two claims in open words to be of two things: "the mayor drew up the deal", "thirty
    drivers were against the deal after the mayor had spoken". Not asked about are claims that are mostly names, what is
    told in the same words, and what is negated, where "never" and "charges that" say the most."""
    if a.claim.slot not in OPEN or b.claim.slot not in OPEN or not a.positive or a.text.split() == b.text.split():
        return False
    return legible(a) and legible(b) and likeness(meaning(a.text), meaning(b.text)) < UNLIKE
