"""How two counts stand to each other: tolls, strengths and measures."""

from __future__ import annotations

from sayso.relations.comparing import Fit, bounds_meet, figures, one_sort, parties, places, same_figure, times
from sayso.relations.facts import Fact
from sayso.relations.grouping import Group
from sayso.relations.sameness import ahead, one_incident
from sayso.relations.standing import Relation, at_odds, by_publication, speaker, told_together
from sayso.types import Value
from sayso.vocab import LinkKind

#: So many distinct wordings of a group are held against those of another one.
FEW = 4


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
    if "victims" in shared and at_odds(a, b):
        incident = Fit.SAME  # two sides on the losses of one of them, in one article
    if told_together(a, b) or not one_sort(one.one("of"), other.one("of")):
        return _overtaken(a, b)
    return _overtaken(a, b) or relate_figures(
        a, b, incident, f"same {shared}" if shared else "nothing names the incident", "the place or the day"
    )


def _worth_asking(one: Fact, other: Fact) -> bool:
    """Whether two counts that nothing ties together are still likely to be of one thing: one sort of victims, neither a
    handful, published within days."""
    if one.published is None or other.published is None or abs(one.published - other.published) > 2:
        return False
    named = one.one("of") is not None and other.one("of") is not None
    return named and one_sort(one.one("of"), other.one("of")) and min(figures(one) | figures(other)) > FEW


def _overtaken(a: Group, b: Group) -> Relation | None:
    """A toll that says of itself that it has risen, or was lowered, beside one that it exceeds, or falls short of."""
    for new, old in ((a, b), (b, a)):
        change, now = new.lead.one("change"), figures(new.lead)
        was = figures(old.lead)
        risen = change == "up" and now and was and min(now) > max(was)
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
    if following is None or at_odds(a, b) or others:
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
    if one.one("of") != other.one("of") and party is not Fit.SAME:
        return None
    if told_together(a, b):
        return None
    sure = party is Fit.SAME or places(one, other) is Fit.SAME
    shared = f"of {one.one('party')}" if sure else "nothing names whose they are"
    return relate_figures(a, b, Fit.SAME if sure else Fit.UNKNOWN, shared, "the name of the force")
