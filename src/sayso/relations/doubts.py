"""Relations between claims in open words that their words do not bear out."""

from __future__ import annotations

import re

from sayso.relations.facts import Fact
from sayso.relations.grouping import Group
from sayso.relations.likeness import wording
from sayso.relations.matching import OPEN, legible
from sayso.relations.meanings import likeness, meaning
from sayso.relations.standing import Relation
from sayso.vocab import LinkKind, Modality

#: So near two claims must be at least for one to be the end, or the contrary, of the other. Contraries are near each
#: other as well: of one thing they say two.
NEAR = {LinkKind.UPDATES: 0.6, LinkKind.DENIAL: 0.5, LinkKind.CONFLICTS: 0.5}
#: So many wordings of either are looked at.
COMPARED = 3
#: A claim of fewer words, those that stand in any text apart, does not say what it is about.
FEWEST = 3
NEGATORS = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)


def doubtful(found: Relation, one: Group, other: Group) -> bool:
    """Whether two claims in open words are too unlike for the relation that rules found, or are called contraries
    though both have the same negations. Figures that are compared need no words."""
    if found.kind not in NEAR or one.lead.claim.slot not in OPEN or other.lead.claim.slot not in OPEN:
        return False
    if (one.lead.numbered() and other.lead.numbered()) or (one.lead.one("score") and other.lead.one("score")):
        return False
    if one.lead.positive != other.lead.positive and _negated_alike(one.lead, other.lead):
        return True
    said = [[f.text for f in group.nodes[:COMPARED] if _says_enough(f)] for group in (one, other)]
    near = [likeness(meaning(a), meaning(b)) for a in said[0] for b in said[1]]
    return bool(near) and max(near) < NEAR[found.kind]


def _says_enough(fact: Fact) -> bool:
    """Whether a claim is read and has words enough to say what it is about: "it had received any request" has not."""
    return legible(fact) and len(wording(fact.text).words) >= FEWEST


def _negated_alike(a: Fact, b: Fact) -> bool:
    """Whether two texts negate with the same words, so that one was read as negated and the other not by mistake;
    unless somebody denies one of them."""
    if Modality.DENIED in (a.claim.modality, b.claim.modality):
        return False
    mine, yours = (sorted(word.lower() for word in NEGATORS.findall(fact.text)) for fact in (a, b))
    return bool(mine) and mine == yours
