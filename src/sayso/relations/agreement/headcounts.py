"""How two numbers of people stand to each other who bear arms, take part or had to leave."""

from __future__ import annotations

from sayso.relations.agreement.attacks import in_proportion, voice_of
from sayso.relations.agreement.counts import FEW, KNOWN, STRETCH, figure_of, of_some, relate_figures
from sayso.relations.agreement.standing import Relation, began_after, told_together
from sayso.relations.agreement.ties import apart
from sayso.relations.claims.comparing import (
    ANYBODY,
    PLAIN,
    POSTS,
    Fit,
    bounds_meet,
    counted,
    crowds,
    figures,
    one_heading,
    one_sort,
    parties,
    places,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close, near
from sayso.relations.claims.sameness import one_sort_of_crowd
from sayso.vocab import LinkKind


def relate_flights(a: Group, b: Group) -> Relation | None:
    """Two counts of people who had to leave, told in different slots: as harm, as a way they went, as a number."""
    one, other = a.lead, b.lead
    if Fit.DIFFERENT in (places(one, other), times(one, other)) or told_together(a, b) or not near(one, other):
        return None
    if not one_sort(one.one("of"), other.one("of")) or min(figures(one) | figures(other)) <= FEW:
        return None
    if any(of_some(f) or (STRETCH.search(f.opening) and not f.one_scene) for f in (one, other)):
        return None  # of one town all counts are of those who have left so far
    sure = one.one_scene or places(one, other) is Fit.SAME or one_heading(one, other)
    return relate_figures(a, b, Fit.SAME if sure else Fit.UNKNOWN, "people who had to leave", "the place or the day")


#: Nouns that say what a crowd does, or no more than that it is one.
GENERAL = ANYBODY | PLAIN | POSTS | frozenset("protester demonstrator marcher participant striker supporter".split())


def one_crowd(one: Fact, other: Fact) -> bool:
    """Whether two crowds may be one by the nouns for them: miners are no rescuers."""
    nouns = [f.one("of") or "people" for f in (one, other)]
    return any(noun in GENERAL for noun in nouns) or counted(nouns[0], nouns[1]) is not Fit.DIFFERENT


def both_sourced(a: Group, b: Group) -> bool:
    """Whether each of two groups' figures has somebody besides the outlet who gives it, or the one has, of a place that
    both name."""
    sourced = sum(any(f.claim.attribution_id is not None for f in g.facts) for g in (a, b))
    one, other = a.lead, b.lead
    lent = any(f.values.get("place_inherited") or f.values.get("place_supposed") for f in (one, other))
    return sourced == 2 or (sourced == 1 and not lent and places(one, other) is Fit.SAME)


def relate_strengths(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT:
        return None
    nameless = any((f.one("of") or "people") in ANYBODY for f in (one, other))  # "no more than 50 men", of attackers
    if told_together(a, b) or not (nameless or one_sort_of_crowd(one, other)):
        return None
    taking_part = all((f.one("of") or "people") in crowds() for f in (one, other))
    if taking_part and not one_crowd(one, other):
        return None
    placed = bool(one.many("place") and other.many("place"))
    if taking_part and (placed or apart(one, other)) and places(one, other) is not Fit.SAME:
        return None  # those in the streets of one town, and of another
    if taking_part and min(figures(one) | figures(other)) > FEW and close(one, other):
        shared = "those who took part, as one story tells of them"
        if not in_proportion(one, other, KNOWN):
            return None
        if not bounds_meet(one, other) and not both_sourced(a, b):
            return None  # people gather in many places
        if voice_of(one) != voice_of(other) and not bounds_meet(one, other):
            who = f"{figure_of(a)}, {figure_of(b)}"
            return Relation(LinkKind.CONFLICTS, 0.6, f"{who}: {shared}")
        found = relate_figures(a, b, Fit.SAME, shared, "the place or the day")
        overtaken = found is not None and found.kind is LinkKind.UPDATES
        return None if overtaken and (began_after(one, b) or began_after(other, a)) else found
    if one.one("of") != other.one("of") and party is not Fit.SAME:
        return None
    supposed = not one.one_scene and bool(one.values.get("place_supposed") or other.values.get("place_supposed"))
    sure = (party is Fit.SAME or (places(one, other) is Fit.SAME and not supposed)) and close(one, other)
    if not sure and not one.single:
        return None
    shared = f"of {one.one('party')}" if sure else "nothing names whose they are"
    found = relate_figures(a, b, Fit.SAME if sure else Fit.UNKNOWN, shared, "the name of the force")
    rival = found is not None and found.kind is LinkKind.CONFLICTS
    return None if rival and not both_sourced(a, b) else found
