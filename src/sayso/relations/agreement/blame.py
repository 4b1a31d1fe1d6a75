"""Who did a thing: two who are said to have done it, two causes of one happening."""

from __future__ import annotations

import re

from sayso.relations.agreement.assertions import as_so
from sayso.relations.agreement.standing import Relation, side_by_side, speaker, told_together
from sayso.relations.claims.comparing import (
    ATTACKS,
    Fit,
    of_no_side,
    one_heading,
    parties,
    places,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close
from sayso.relations.claims.saying import sourced_to
from sayso.relations.words.senses import senses
from sayso.relations.words.spellings import folded, spelling
from sayso.vocab import LinkKind

#: Those who act in the name of a leader.
FORCES = r"(?:forces|troops|army|regime|government|soldiers|warplanes|jets|planes|militia)\b"


#: What tells of more deeds than one, or of another one than was told before.
SEVERAL = re.compile(
    r"\b(?:separate|series|frequent(?:ly)?|repeated(?:ly)?|regular(?:ly)?|waves?|several|numerous"
    r"|another (?:\w+ )?(?:part|town|village|city|district|attacks?|strikes?|incident))\b",
    re.IGNORECASE,
)


def relate_blame(a: Group, b: Group) -> Relation | None:
    """Two who are each said to have done one deed; None where nothing shows that it is one, or has one doer."""
    one, other = a.lead, b.lead
    if "cause" in (one.one("sense"), other.one("sense")):
        return _causes(a, b)
    if not (as_so(one) and as_so(other)):
        return None  # who speaks of allegations puts it to nobody
    if any(SEVERAL.search(f.opening) for f in (one, other)):
        return None  # each may be of another deed
    crossed = _crossed(one, other) or _crossed(other, one)
    apart = parties(one.one("agent"), other.one("agent"), one.armed_groups)
    if apart is Fit.SAME or (apart is Fit.UNKNOWN and (not crossed or _hands(one, other))):
        return None
    if _either(one, other) or _either(other, one) or (not crossed and (_forces_of(one) or _forces_of(other))):
        return None
    known = one.one("act") and other.one("act")
    acts = {one.one("act"), other.one("act")}
    if not known and not crossed and not acts & ATTACKS and not side_by_side(a, b):
        return None  # blame is laid for many things
    elsewhere = not crossed and places(one, other) is not Fit.SAME
    if known and len(acts) > 1 and (elsewhere or not acts <= ATTACKS):
        return None  # each may lay something else to the other
    if not known and places(one, other) is not Fit.SAME and not side_by_side(a, b):
        return None
    if not close(one, other) or not (crossed or places(one, other) is Fit.SAME or one.single or side_by_side(a, b)):
        return None  # there are many attacks
    if places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT or told_together(a, b):
        return None
    why = f"{speaker(a)} puts it to {one.one('agent')}, {speaker(b)} to {other.one('agent')}: one act has one doer"
    return Relation(LinkKind.CONFLICTS, 0.6, why)


def _causes(a: Group, b: Group) -> Relation | None:
    """Two causes of one happening, by two sources: either may have led to the other, or have no part in it."""
    one, other = a.lead, b.lead
    alone = one.one("act") and one.one("act") == other.one("act") and one.one("sense") == other.one("sense") == "cause"
    agents = senses(one.one("agent") or ""), senses(other.one("agent") or "")
    named = places(one, other) is Fit.SAME or one_heading(one, other)
    if not alone or not all(agents) or agents[0] & agents[1] or not named or not close(one, other):
        return None
    if times(one, other) is Fit.DIFFERENT or told_together(a, b):
        return None
    told = f"{one.one('agent')} caused it, says {speaker(a)}; {other.one('agent')}, says {speaker(b)}"
    return Relation(LinkKind.UNDECIDED, 0.4, f"{told}: whether both had a part in it would decide")


def _either(one: Fact, other: Fact) -> bool:
    """Whether a claim leaves open which of several did it, and the other account names one of these."""
    told = f" {spelling(one.text)} "
    names = spelling(other.one("agent") or "").split()
    return " or " in told and any(f" {word} " in told for word in names if len(word) > 3)


def _hands(one: Fact, other: Fact) -> bool:
    """Whether one of two doers is somebody without a name or a side, who may have done it for the other: a bomber."""
    return any(of_no_side(f.one("agent"), one.armed_groups) for f in (one, other))


def _forces_of(fact: Fact) -> bool:
    """Whether the doer is the leader after whom the forces that did it are called: "Marak's troops"."""
    agent = re.escape(fact.one("agent") or "")
    return bool(agent) and re.search(rf"{agent}(?:['’]s?)? {FORCES}", fact.text, re.IGNORECASE) is not None


def _crossed(one: Fact, other: Fact) -> bool:
    """Whether somebody who is said to have done an act of violence lays one to somebody else in turn."""
    violent = {one.one("act"), other.one("act")} <= ATTACKS
    turned = _same_words(one.one("accuser") or sourced_to(one), other.one("agent"), one.armed_groups)
    back = _same_words(other.one("accuser") or sourced_to(other), one.one("agent"), one.armed_groups)
    return turned and (violent or back) and close(one, other)


def _same_words(a: str | None, b: str | None, groups: frozenset[str]) -> bool:
    """Whether two names, or two descriptions of a body, are of one."""
    return parties(a, b, groups) is Fit.SAME or bool(a and b and folded(a) == folded(b))
