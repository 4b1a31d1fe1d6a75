"""How two tolls stand to each other: the dead, the hurt, the missing of what may be one happening."""

from __future__ import annotations

import dataclasses
import re

from sayso.relations.agreement.attacks import (
    AMONG_ALL,
    ELSEWHERE,
    FOLD,
    FOR_GOOD,
    in_proportion,
    included,
    of_months,
    of_one_attack,
    one_day,
    too_far,
    voice_of,
)
from sayso.relations.agreement.counts import FEW, KNOWN, STRETCH, figure_of, loose, of_some, relate_figures
from sayso.relations.agreement.matters import contrasted
from sayso.relations.agreement.standing import Relation, at_odds, by_publication, order, told_together
from sayso.relations.claims.comparing import (
    AMONG,
    ATTACKS,
    PLAIN,
    Fit,
    bounds_meet,
    counted,
    figures,
    one_heading,
    one_sort,
    parties,
    places,
    same_figure,
    side_of,
    sort_of,
    times,
)
from sayso.relations.claims.facts import BEFORE, Fact, sides
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import NEAR, WEEK, ahead, close, harm, near, one_incident
from sayso.vocab import LinkKind

#: Nouns for the dead who were found: there may be more of them.
BODIES = frozenset({"body", "corpse", "remains"})
#: What the bodies that were found show of a toll is so much less sure.
FOUND = 0.75
#: Harm that goes on, so that one day's count follows on another's.
LASTING = frozenset({"missing", "displaced", "without power", "trapped", "ill", "detained"})
STILL = re.compile(r"\bstill\b|\bremain(?:s|ed|ing)?\b", re.IGNORECASE)


def relate_tolls(a: Group, b: Group) -> Relation | None:
    """How two tolls stand to each other; None where nothing shows that they are of one happening, or no relation."""
    one, other = _at_least(a), _at_least(b)
    if one is not a and other is not b and places(a.lead, b.lead) is not Fit.SAME:
        return None  # either may have seen others
    found = _relate(one, other)
    if found is None or found.later is None:
        return found
    if (one is not a or other is not b) and not one_day(a, b):
        return None  # so many lay in one of many places
    score = found.score if one is a and other is b else round(found.score * FOUND, 3)
    return found._replace(later=a if found.later is one else b, score=score)


def _at_least(group: Group) -> Group:
    """A group as one of tolls: so many bodies that were found are so many dead, at least, whoever they were."""
    if not any(node.one("of") in BODIES for node in group.nodes):
        return group
    nodes = [_bodies(node) if node.one("of") in BODIES else node for node in group.nodes]
    return Group(nodes, group.facts)


def _bodies(fact: Fact) -> Fact:
    values = {k: v for k, v in fact.values.items() if k not in ("high", "of")}
    return dataclasses.replace(fact, values={**values, "found": True})


def _relate(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if not (one.numbered() and other.numbered()):
        return None
    if times(one, other) is Fit.DIFFERENT or _still(a, b):
        counted_on = any(g.lead.one("change") for g in (a, b)) and near(
            one, other
        )  # its day is that of the last victim
        return _went_on(a, b) or (_overtaken(a, b) if counted_on else None)
    incident = _incident(a, b)
    if incident is None or _of_two(a, b):
        return None
    known = _righted(a, b) or _overtaken(a, b)
    if any(of_some(f) for g in (a, b) for f in g.nodes[:FEW]) or _some_of(one, other) or _some_of(other, one):
        return known
    if told_together(a, b) or not one_sort(one.one("of"), other.one("of")):
        return known
    return known or _compared(a, b, *incident)


def _righted(a: Group, b: Group) -> Relation | None:
    """A toll that somebody says is so many and not as many as another account has it."""
    for new, old in ((a, b), (b, a)):
        if contrasted(new.lead) & figures(old.lead):
            told = f"{figure_of(new)}, who says that it is not {figure_of(old)}"
            following = by_publication(a, b)
            if following is None or following[1] is not new:
                return Relation(LinkKind.CONFLICTS, 0.75, told)
            return Relation(LinkKind.UPDATES, 0.75, told, new)
    return None


def _incident(a: Group, b: Group) -> tuple[Fit, str] | None:
    """Whether two tolls are of one happening, as far as something names it, and what they have in common; None where
    they are of two."""
    one, other = a.lead, b.lead
    pairs = [one_incident(x, y) for x in a.nodes[:FEW] for y in b.nodes[:FEW]]
    if any(fit is Fit.DIFFERENT for fit, _ in pairs):
        return None
    incident, shared = max(pairs)
    if incident is Fit.UNKNOWN and _of_that_day(a, b):
        incident, shared = Fit.SAME, "day, in a story of one place"
    if incident is Fit.SAME and not of_one_attack(a, b):
        incident = Fit.UNKNOWN
    sorts = [{sort_of(f) for f in g.nodes[:FEW]} - {""} for g in (a, b)]
    one_side = not sorts[0].isdisjoint(sorts[1])
    if ("victims" in shared or one_side) and at_odds(a, b) and not (of_some(one) or of_some(other)):
        return Fit.SAME, shared or "side of the victims"  # two sides on the losses of one of them, in one article
    return incident, shared


def _of_two(a: Group, b: Group) -> bool:
    """Whether two tolls say of themselves that they are not of the same people: a body beside many, a month beside a
    day, a part beside the whole, figures that nobody means to the last one."""
    one, other = a.lead, b.lead
    low, high = sorted((max(figures(one)), max(figures(other))))
    if (loose(one) or loose(other)) and not bounds_meet(one, other):
        return True
    if low < 2 and (high > FEW or not one.single or one.one("victims") or other.one("victims")):
        return True  # one body among many is no rival count
    if not one.one_scene and bool(STRETCH.search(one.opening)) != bool(STRETCH.search(other.opening)):
        return True
    if included(one, other) or included(other, one) or (one.violent and not near(one, other)):
        return True
    return of_months(one) != of_months(other) or any(
        pattern.match(f.text) for pattern in (ELSEWHERE, AMONG_ALL) for f in (one, other)
    )


def _compared(a: Group, b: Group, incident: Fit, shared: str) -> Relation | None:
    """Two tolls of one sort of people, of what is, or may be, one happening."""
    one, other = a.lead, b.lead
    if incident is Fit.UNKNOWN and (_one_story(a, b) or _one_scene(a, b)):
        incident, shared = Fit.SAME, shared or "story, effect and sort of victims"
    if incident is Fit.SAME and ahead(one) and ahead(other):
        shared = shared or "plan, as one story tells of no other"
    told = f"same {shared}" if shared else "nothing names the incident"
    found = relate_figures(a, b, incident, told, "the place or the day")
    overlap = found is not None and found.kind is LinkKind.COMPATIBLE
    return None if overlap and _armed_and_not(a, b) else found  # rivals may differ on that, bounds say nothing then


def _of_that_day(a: Group, b: Group) -> bool:
    """Whether two counts of lasting harm are of one stated day, in a story that tells of harm in one place only, and of
    one sort of people."""
    one, other = a.lead, b.lead
    if one.scenes > 1 or harm(one) not in FOR_GOOD or not one_day(a, b):
        return False
    return one_sort(one.one("of"), other.one("of"))


def _armed_and_not(a: Group, b: Group) -> bool:
    """Whether some account of the one says that those counted bore arms, and of the other that they were people."""
    each = [{f.one("of") for f in group.nodes[:FEW]} - {None} for group in (a, b)]
    armed = [any(noun in sides() for noun in nouns) for nouns in each]
    return armed[0] != armed[1] and any(noun in PLAIN for noun in each[armed[0]])


def _went_on(a: Group, b: Group) -> Relation | None:
    """A state that goes on, told of two days: homes without power on Saturday, and on Monday."""
    one, other = a.lead, b.lead
    following = order(a, b)
    if harm(one) not in LASTING or following is None or not near(one, other):
        return None
    if one.values.get("always") or other.values.get("always") or of_months(one) or of_months(other):
        return None  # a count of all that ever had to leave is of no day
    fits = [parties(one.one(key), other.one(key), one.armed_groups) for key in ("agent", "victims")]
    fits += [places(one, other), counted(one.one("of"), other.one("of"))]
    known = one_heading(one, other) or places(one, other) is Fit.SAME or (one.one_scene and harm(one) != "detained")
    if (
        Fit.DIFFERENT in fits
        or not known
        or not one_sort(one.one("of"), other.one("of"))
        or of_some(one)
        or of_some(other)
    ):
        return None
    if same_figure(one, other) or not in_proportion(one, other, KNOWN) or loose(one) or loose(other):
        return None
    earlier, later = following
    change = f"{figure_of(earlier)}, later {figure_of(later)}"
    return Relation(LinkKind.UPDATES, 0.65, f"{change}: how many are {harm(one)}, of two days", later)


def _still(a: Group, b: Group) -> bool:
    """Whether the later of two counts says that the harm goes on: "11 are still trapped"."""
    following = by_publication(a, b)
    lasting = harm(a.lead) in LASTING and a.lead.scenes <= 1
    return following is not None and lasting and STILL.search(following[1].lead.opening) is not None


def _some_of(few: Fact, all_: Fact) -> bool:
    """Whether one count may be of some of those whom the other one counts: nine troops of fifty people."""
    if few.values.get("found") or all_.values.get("found"):
        return False
    if few.one("of") in AMONG and (all_.one("of") or "people") in PLAIN:
        return True
    return (
        bool(side_of(few.one("of") or "", few.armed_groups))
        and (all_.one("of") or "people") in PLAIN
        and max(figures(few)) < min(figures(all_))
    )


def _one_story(a: Group, b: Group) -> bool:
    """Whether two tolls that name no incident are still of the one that their story is about: the harm and the sort of
    its victims are the same, both were told within days, and the later one is higher, but not out of proportion.
    Attacks are many in one story, so that they must be named."""
    ordered = by_publication(a, b)
    if ordered is None or _differ_beside(a, b):
        return _differ_beside(a, b)
    earlier, later = ordered[0].lead, ordered[1].lead
    first, then = ordered[0].first() or 0, ordered[1].first() or 0
    began = later.window is not None and later.window[0] > first
    violent = bool({earlier.one("cause"), later.one("cause")} & ATTACKS)
    violent = violent or (earlier.violent and not one_heading(earlier, later))
    if not (places(earlier, later) is Fit.SAME or one_heading(earlier, later) or earlier.one_scene):
        return False
    one_voice = parties(voice_of(earlier), voice_of(later), earlier.armed_groups) is Fit.SAME  # who counts on
    if (
        then - first > (WEEK if one_voice and not earlier.violent else NEAR)
        or began
        or violent
        or of_some(earlier)
        or of_some(later)
        or not earlier.single
    ):
        return False
    was, now = max(figures(earlier)), min(figures(later))
    return (1 if one_voice or earlier.scenes <= 1 else FEW) < was < now <= FOLD * was


def _one_scene(a: Group, b: Group) -> bool:
    """Whether two tolls of two articles that can both be true, neither a handful, are of the one scene of harm that
    their story tells of, though neither names it: told on one day, or under headlines of one thing, by no two causes,
    and neither is out of proportion to the other."""
    one, other = a.lead, b.lead
    if (
        not bounds_meet(one, other)
        or one.scenes > 1
        or not one.single
        or harm(one) not in FOR_GOOD
        or at_odds(a, b)
        or too_far(a, b)
        or (one.violent and not close(one, other))
    ):
        return False
    if one.values.get("found") or other.values.get("found"):
        return False  # bodies in a morgue, whoever they were
    causes = {one.one("cause"), other.one("cause")} - {None}
    one_time = a.first() is not None and (a.first() == b.first() or one_heading(one, other))
    few = min(figures(one) | figures(other)) <= FEW
    return one_time and len(causes) < 2 and not few and in_proportion(one, other, FOLD)


def _differ_beside(a: Group, b: Group) -> bool:
    """Whether one article gives two figures, by two sources, of one sort of people harmed in one way."""
    one, other = a.lead, b.lead
    if (
        not at_odds(a, b)
        or of_some(one)
        or of_some(other)
        or not (one.claim.attribution_id and other.claim.attribution_id)
    ):
        return False
    if {one.one("cause"), other.one("cause")} & ATTACKS or not one.single or voice_of(one) == voice_of(other):
        return False
    low, high = sorted((max(figures(one)), max(figures(other))))
    return low > FEW and high <= FOLD * low


def _overtaken(a: Group, b: Group) -> Relation | None:
    """A toll that says of itself that it has risen, or was lowered, beside one that it exceeds, or falls short of."""
    for new, old in ((a, b), (b, a)):
        change, now = new.lead.one("change") or ("up" if new.lead.values.get("as_of") else None), figures(new.lead)
        was = figures(old.lead)
        risen = change == "up" and now and was and min(now) > max(was)
        if of_some(old.lead) or of_some(new.lead) or not now or not was or not in_proportion(new.lead, old.lead, KNOWN):
            continue
        days = [g.first() for g in (new, old)]
        kinds = {new.lead.one("cause"), old.lead.one("cause")}
        counted_alike = new.lead.single and new.lead.one("of") is not None and new.lead.one("of") == old.lead.one("of")
        somewhere = places(new.lead, old.lead) is Fit.SAME
        if None in kinds and len(kinds) > 1 and not (somewhere or counted_alike):
            continue
        if abs((days[0] or 0) - (days[1] or 0)) > BEFORE or not (new.lead.single or somewhere):
            continue
        if too_far(new, old):
            continue
        if risen or (change == "down" and now and was and max(now) < min(was)):
            detail = f"{figure_of(old)} became {figure_of(new)}, which says itself "
            detail += "that the figure changed"
            return Relation(LinkKind.UPDATES, 0.75, detail, new)
    return None
