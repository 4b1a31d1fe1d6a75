"""How two counts stand to each other: tolls, strengths and measures."""

from __future__ import annotations

import re

from sayso.relations.comparing import (
    ATTACKS,
    PLAIN,
    Fit,
    bounds_meet,
    figures,
    one_sort,
    parties,
    places,
    same_figure,
    side_of,
    sort_of,
    times,
)
from sayso.relations.facts import Fact
from sayso.relations.grouping import Group
from sayso.relations.sameness import NEAR, ahead, close, one_incident, one_sort_of_crowd
from sayso.relations.standing import Relation, at_odds, by_publication, speaker, told_together
from sayso.types import Value
from sayso.vocab import LinkKind

#: So many distinct wordings of a group are held against those of another one.
FEW = 4
#: Of two counts with only the story in common, one is at most so many times the other.
FOLD = 4
#: Some of the victims, not all: "eight of the wounded", "14 of them".
PART = re.compile(
    r"\W*(?:\w+\W+){1,4}of (?:them|whom|these|those|the (?:dead|wounded|injured|victims|missing|killed))\b",
    re.IGNORECASE,
)
#: Harm that is not undone: a count of it that falls was wrong.
FOR_GOOD = frozenset({"killed", "wounded"})


def figure(fact: Fact) -> str:
    """A fact's bounds in words."""
    low, high, unit = fact.values.get("low"), fact.values.get("high"), fact.one("unit")
    tail = f" {unit}" if unit else ""
    if low == high:
        return f"{_number(low)}{tail}"
    if low is None:
        return f"at most {_number(high)}{tail}"
    return f"at least {_number(low)}{tail}" if high is None else f"{_number(low)} to {_number(high)}{tail}"


def _number(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int | float) else "?"


def relate_tolls(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if not (one.numbered() and other.numbered()):
        return None
    if times(one, other) is Fit.DIFFERENT:
        return None
    pairs = [one_incident(x, y) for x in a.nodes[:FEW] for y in b.nodes[:FEW]]
    if any(fit is Fit.DIFFERENT for fit, _ in pairs):
        return None
    incident, shared = max(pairs)
    one_side = bool(sort_of(one)) and sort_of(one) == sort_of(other)
    if ("victims" in shared or one_side) and at_odds(a, b) and not (_part(one) or _part(other)):
        incident = Fit.SAME  # two sides on the losses of one of them, in one article
        shared = shared or "side of the victims"
    if told_together(a, b) or not one_sort(one.one("of"), other.one("of")):
        return _overtaken(a, b)
    if incident is Fit.UNKNOWN and _one_story(a, b):
        incident, shared = Fit.SAME, shared or "story, effect and sort of victims"
    if incident is Fit.SAME and ahead(one) and ahead(other):
        shared = shared or "plan, as one story tells of no other"
    told = f"same {shared}" if shared else "nothing names the incident"
    return _overtaken(a, b) or relate_figures(a, b, incident, told, "the place or the day")


def _part(fact: Fact) -> bool:
    """Whether a toll says of itself that it is of some of the victims only."""
    return fact.one("of") == "body" or PART.match(fact.text[:200]) is not None


def _one_story(a: Group, b: Group) -> bool:
    """Whether two tolls that name no incident are still of the one that their story is about: the harm and the sort of
    its victims are the same, both were told within days, and the later one is higher, but not out of proportion.
    Attacks are many in one story, so that they must be named."""
    ordered = by_publication(a, b)
    if ordered is None:
        return _differ_beside(a, b)
    earlier, later = ordered[0].lead, ordered[1].lead
    first, then = ordered[0].first() or 0, ordered[1].first() or 0
    began = later.window is not None and later.window[0] > first
    violent = {earlier.one("cause"), later.one("cause")} & ATTACKS
    if then - first > NEAR or began or violent or _part(earlier) or _part(later):
        return False
    was, now = max(figures(earlier)), min(figures(later))
    return FEW < was < now <= FOLD * was


def _differ_beside(a: Group, b: Group) -> bool:
    """Whether one article gives two figures, by two sources, of one sort of people harmed in one way."""
    one, other = a.lead, b.lead
    if not at_odds(a, b) or _part(one) or _part(other) or not (one.claim.attribution_id and other.claim.attribution_id):
        return False
    if {one.one("cause"), other.one("cause")} & ATTACKS or _voice(one) == _voice(other):
        return False
    low, high = sorted((max(figures(one)), max(figures(other))))
    return low > FEW and high <= FOLD * low


def _raised(a: Group, b: Group) -> Relation | None:
    """A later count beyond the least that an earlier one gave: "at least 30", a day later 41."""
    ordered = by_publication(a, b)
    if ordered is None or at_odds(a, b):
        return None
    earlier, later = ordered
    least, now = earlier.lead.number("low"), later.lead.number("low")
    if least is None or now is None or now <= least or earlier.lead.number("high") is not None:
        return None
    detail = f"{figure(earlier.lead)} by {speaker(earlier)} became {figure(later.lead)} by {speaker(later)}"
    return Relation(LinkKind.UPDATES, 0.7, detail, later)


def _voice(fact: Fact) -> str:
    return fact.claim.chain[-1] if fact.claim.chain else ""


def _lower_elsewhere(earlier: Fact, later: Fact) -> bool:
    """Whether a later count of lasting harm is lower and by another source: not news, but another account."""
    if earlier.one("effect") not in FOR_GOOD or max(figures(later)) >= min(figures(earlier)):
        return False
    sourced = earlier.claim.attribution_id is not None and later.claim.attribution_id is not None
    return sourced and parties(_voice(earlier), _voice(later), earlier.armed_groups) is Fit.DIFFERENT


def _worth_asking(one: Fact, other: Fact) -> bool:
    """Whether two counts that nothing ties together are still likely to be of one thing: one sort of victims, neither a
    handful, published within days."""
    if one.published is None or other.published is None or abs(one.published - other.published) > 2:
        return False
    if one.one("of") is None or not one_sort(one.one("of"), other.one("of")) or _part(one) or _part(other):
        return False
    few = min(figures(one) | figures(other)) <= FEW
    # two guards and five guards may be the same guards; two people and five people are any
    return not (few and one.one("of") in PLAIN) and other.one("of") is not None


def _overtaken(a: Group, b: Group) -> Relation | None:
    """A toll that says of itself that it has risen, or was lowered, beside one that it exceeds, or falls short of."""
    for new, old in ((a, b), (b, a)):
        change, now = new.lead.one("change"), figures(new.lead)
        was = figures(old.lead)
        risen = change == "up" and now and was and min(now) > max(was)
        if _part(old.lead) or _part(new.lead):
            continue
        if risen or (change == "down" and now and was and max(now) < min(was)):
            detail = (
                f"{figure(old.lead)} by {speaker(old)} became {figure(new.lead)} by {speaker(new)}, which says itself "
            )
            detail += "that the figure changed"
            return Relation(LinkKind.UPDATES, 0.75, detail, new)
    return None


def relate_figures(a: Group, b: Group, incident: Fit, shared: str, lacking: str) -> Relation | None:
    """Two counts of what may be one thing: SAME where something shows that it is."""
    one, other = a.lead, b.lead
    told = f"{figure(one)} and {figure(other)}"
    sure = incident is Fit.SAME
    if same_figure(one, other) and sure:
        return Relation(LinkKind.AGREES, 0.7, f"one figure told twice, {shared}")
    if bounds_meet(one, other):
        raised = _raised(a, b) if sure else None
        if raised is not None:
            return raised._replace(detail=f"{raised.detail}; {shared}")
        if not sure and not (figures(one) & figures(other) or _worth_asking(one, other)):
            return None
        return Relation(LinkKind.COMPATIBLE, 0.75 if sure else 0.5, f"the bounds overlap: {told}; {shared}")
    if not sure:
        if one.document.id == other.document.id or not _worth_asking(one, other):
            return None
        detail = f"{told}, but {shared}; {lacking} of each would decide whether they are of one happening"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    following = by_publication(a, b)
    others = ahead(one) and one.claim.chain[-1:] != other.claim.chain[-1:]  # two forecasts
    disputed = following is not None and _lower_elsewhere(following[0].lead, following[1].lead)
    if following is None or at_odds(a, b) or others or disputed:
        who = f"{figure(one)} by {speaker(a)}, {figure(other)} by {speaker(b)}"
        return Relation(LinkKind.CONFLICTS, 0.7, f"{who}: both cannot be true of one time; {shared}")
    earlier, later = following
    change = f"{figure(earlier.lead)} by {speaker(earlier)} became {figure(later.lead)} by {speaker(later)}"
    return Relation(LinkKind.UPDATES, 0.75, f"{change}; {shared}", later)


def relate_strengths(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT:
        return None
    if told_together(a, b) or not one_sort_of_crowd(one, other):
        return None
    taking_part = not any(side_of(f.one("of") or "", f.armed_groups) for f in (one, other))
    if taking_part and min(figures(one) | figures(other)) > FEW and close(one, other):
        return relate_figures(a, b, Fit.SAME, "those who took part, as one story tells of them", "the place or the day")
    if one.one("of") != other.one("of") and party is not Fit.SAME:
        return None
    sure = party is Fit.SAME or places(one, other) is Fit.SAME
    shared = f"of {one.one('party')}" if sure else "nothing names whose they are"
    return relate_figures(a, b, Fit.SAME if sure else Fit.UNKNOWN, shared, "the name of the force")
