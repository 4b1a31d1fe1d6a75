"""Whether two counts that differ are of one happening: a story of attacks tells of many, on many days."""

from __future__ import annotations

import re

from sayso.relations.agreement.standing import at_odds, side_by_side
from sayso.relations.claims.comparing import ATTACKS, Fit, figures, one_heading, pinned, places, sort_of, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group

#: Two tolls of violence told so many days apart may be of one deed.
DAYS = 2
#: Of two counts with only the story in common, one is at most so many times the other.
FOLD = 4
#: With what a text turns to another happening.
ELSEWHERE = re.compile(
    r"\W*(?:meanwhile|elsewhere|separately|also,? (?:in|on)\b|in (?:a separate|another) |(?:a|the) (?:second|third) )",
    re.IGNORECASE,
)
#: A time of so many days is one in which many things happened.
LONG = 8
#: Harm that is not undone: a count of it that falls was wrong.
FOR_GOOD = frozenset({"killed", "wounded"})
#: What follows a part of those counted, and counts them all: "they were among 19 people killed".
AMONG_ALL = re.compile(r"\W*(?:they|these|those|the \w+) (?:were|are) among\b", re.IGNORECASE)
#: What stands before a part of those counted.
INCLUDING = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom))\b.*", re.IGNORECASE)


def voice_of(fact: Fact) -> str:
    return fact.claim.chain[-1] if fact.claim.chain else ""


def in_proportion(a: Fact, b: Fact, fold: float) -> bool:
    """Whether neither of two counts is out of proportion to the other: the dead of a war are not those of a raid."""
    low, high = sorted((max(figures(a)), max(figures(b))))
    return high <= fold * max(low, 1)


def one_day(a: Group, b: Group) -> bool:
    """Whether two counts are said to be of one day or night."""
    windows = [g.lead.window for g in (a, b)]
    short = all(w is not None and w[1] - w[0] <= 1 for w in windows)
    return short and times(a.lead, b.lead) is Fit.SAME


def of_months(fact: Fact) -> bool:
    """Whether a count is of a month or a year."""
    return fact.window is not None and fact.window[1] - fact.window[0] >= LONG


def included(part: Fact, whole: Fact) -> bool:
    """Whether one count is named by the other as a part of it: "82 people, including 58 civilians"."""
    figure = part.number("low") if part.number("low") == part.number("high") else None
    after = INCLUDING.search(whole.opening)
    return figure is not None and after is not None and re.search(rf"\b{figure:.0f}\b", after[0]) is not None


def of_one_attack(a: Group, b: Group) -> bool:
    """Whether two tolls of violence may be of one deed though their figures differ: a town can be shelled every day, so
    that they must be of one day, or told within days of one kind of deed."""
    one, other = a.lead, b.lead
    violent = one.one("effect") in FOR_GOOD and bool({one.one("cause"), other.one("cause")} & ATTACKS)
    if (one.single and not violent) or times(one, other) is Fit.SAME:
        return True
    days = [g.first() for g in (a, b)]
    apart = abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else 0
    kind = one.one("cause") == other.one("cause") and one.one("cause") != "attack"
    return apart <= DAYS and (kind or one.single)


def too_far(a: Group, b: Group, rising: bool = True) -> bool:
    """Whether two counts of attacks lie too far apart for one, by their days or, unless two sources dispute it, by
    their figures."""
    one, other = a.lead, b.lead
    if not one.violent or one.one("effect") not in FOR_GOOD:
        return False
    if abs((a.day() or 0) - (b.day() or 0)) > DAYS and not _one_voice(a, b):
        return True
    disputed = not rising and all(any(f.claim.attribution_id for f in g.facts) for g in (a, b))
    armed = {sort_of(one), sort_of(other)} <= {"", "state", "other"}
    of_a_side = armed and sort_of(one) + sort_of(other) != ""  # whose losses are disputed beyond measure
    of_one_day = times(one, other) is Fit.SAME and places(one, other) is Fit.SAME
    return not ((disputed and (of_a_side or of_one_day)) or in_proportion(one, other, FOLD))


def _one_voice(a: Group, b: Group) -> bool:
    """Whether somebody besides an outlet gives both counts, so that she counts on."""
    voices = [{voice_of(f) for f in g.facts if f.claim.attribution_id is not None} for g in (a, b)]
    return not voices[0].isdisjoint(voices[1] - {"unnamed"})


def tied_together(a: Group, b: Group, rising: bool = True) -> bool:
    """Whether two figures that cannot both be true of one attack may be of one, of whose kind a story tells many. Where
    one article tells both, each has somebody of her own who says so; told on one day, something names the attack or
    neither is out of proportion; a later and higher one has more in common than a place which no text names.
    ``rising``: whether the one would have overtaken the other."""
    one, other = a.lead, b.lead
    if not one.violent or one.one("effect") not in FOR_GOOD:
        return True
    sourced = all(any(f.claim.attribution_id for f in g.facts) for g in (a, b))
    if at_odds(a, b) and (not sourced or voice_of(one).removesuffix("s") == voice_of(other).removesuffix("s")):
        return False
    if at_odds(a, b) and one.one_scene and side_by_side(a, b) and in_proportion(one, other, FOLD):
        return True  # an article sets one side's figure beside the other's
    if too_far(a, b, rising):
        return False
    if one_day(a, b):
        return True
    lent = any(f.values.get("place_supposed") for f in (one, other))
    headed = one_heading(one, other)
    if (a.first() or 0) == (b.first() or 0) or not rising:
        there = places(one, other) is Fit.SAME and pinned(one) and pinned(other) and not lent
        return there or one.single or headed or in_proportion(one, other, FOLD)
    # of two days: not by a place that the text does not name, of a city that is attacked every day
    return headed or not lent or places(one, other) is not Fit.SAME
