"""How two counts of what may be one thing stand to each other, and what a count says of itself."""

from __future__ import annotations

import re

from sayso.relations.agreement.attacks import (
    FOLD,
    FOR_GOOD,
    in_proportion,
    tied_together,
    voice_of,
)
from sayso.relations.agreement.standing import Relation, at_odds, by_publication, first_told, speaker
from sayso.relations.claims.comparing import (
    PLAIN,
    Fit,
    bounds_meet,
    figures,
    one_heading,
    one_sort,
    parties,
    places,
    same_figure,
    sort_of,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import ahead, close, harm
from sayso.types import Value
from sayso.vocab import LinkKind, Slot

#: So many distinct wordings of a group are held against those of another one.
FEW = 4
#: Two counts whose bounds overlap, of what may be one thing: the one is at most so many times the other, or as many
#: times where something names the thing.
ALIKE, KNOWN = 1.5, 20
#: The same of attacks in a story that tells of many.
WIDE = 2
#: The same where nothing shows that they are of one thing, and the day or the place would decide it.
ASKED = 2.5
#: Some of the victims, not all: "eight of the wounded", "14 of them", "all 11 men who were still trapped".
PART = re.compile(
    r"\W*(?:(?:\w+\W+){1,4}of (?:them|whom|these|those|the (?:dead|wounded|injured|victims|missing|killed))\b"
    r"|(?:all|both|the) (?:\w+ ){1,3}who (?:were|had been|remained) (?:still )?(?!killed|dead)\w)",
    re.IGNORECASE,
)
#: Counts of a stretch of time rather than of one happening.
STRETCH = re.compile(
    r"\b(?:since|so far|(?:in|over|during|for) (?:the )?(?:past|last|recent|more than|nearly)|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
#: Counts that are only an order of magnitude.
LOOSE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|(?<!\d )millions|tens of|several|many|numerous)\b", re.IGNORECASE
)
#: Victims beside others: "16 others", "another seven people", "three more civilians".
MORE = re.compile(
    r"\bothers\b|\bincluded\b|\b(?:another|further|additional)\b|\b[\w-]{1,15} (?:more|other) (?!than)[a-z]",
    re.IGNORECASE,
)
#: Words with which a count of the dead is put right.
LOWERED = re.compile(
    r"\b(?:lower\w*|revis\w*|correct\w*|reduc\w*|down|(?:fewer|not)(?! (?:more |less |fewer )?than\b)|instead|wrong\w*"
    r"|mistake\w*|twice|only)\b",
    re.IGNORECASE,
)


def figure(fact: Fact) -> str:
    """A fact's bounds in words."""
    low, high, unit = fact.values.get("low"), fact.values.get("high"), fact.one("unit")
    tail = f" {unit}" if unit else ""
    if low == high:
        return f"{_number(low)}{tail}"
    if low is None:
        return f"at most {_number(high)}{tail}"
    return f"at least {_number(low)}{tail}" if high is None else f"{_number(low)} to {_number(high)}{tail}"


def figure_of(group: Group) -> str:
    """A group's figure with who gives it, as that account has it: "at least 12 by Ana Dovic in the Dawn Courier"."""
    told = Group(group.nodes, [f for f in group.facts if f.numbered()] or group.facts)
    return f"{figure(first_told(told))} by {speaker(told)}"


def _number(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int | float) else "?"


def loose(fact: Fact) -> bool:
    """Whether a count is a word that nobody means to the last one: "dozens", "scores"."""
    return fact.number("high") is None and LOOSE.search(fact.opening) is not None


def of_some(fact: Fact) -> bool:
    """Whether a toll says of itself that it is of some of the victims only, or of more than others told before."""
    if fact.one("change") or fact.values.get("as_of"):
        return False  # "two more bodies were found, which brings the toll to 12"
    if PART.match(fact.text[:200]) is not None:
        return True
    beside = fact.one("effect") == "wounded"  # "killed 12 and hurt 30 others": 30 in all
    return not beside and (fact.one("of") == "other" or MORE.search(fact.text[:200]) is not None)


def _raised(a: Group, b: Group) -> Relation | None:
    """A later count beyond the least that an earlier one gave: "at least 30", a day later 41."""
    ordered = by_publication(a, b)
    if ordered is None or at_odds(a, b) or loose(a.lead) or loose(b.lead) or not tied_together(a, b):
        return None
    earlier, later = ordered
    least, now = earlier.lead.number("low"), later.lead.number("low")
    if least is None or now is None or now <= least or earlier.lead.number("high") is not None:
        return None
    detail = f"{figure_of(earlier)} became {figure_of(later)}"
    return Relation(LinkKind.UPDATES, 0.7, detail, later)


def _lower_elsewhere(earlier: Fact, later: Fact) -> bool:
    """Whether a later count of lasting harm is lower and by another source: not news, but another account."""
    if earlier.one("effect") not in FOR_GOOD or max(figures(later)) >= min(figures(earlier)):
        return False
    sourced = earlier.claim.attribution_id is not None and later.claim.attribution_id is not None
    return sourced and parties(voice_of(earlier), voice_of(later), earlier.armed_groups) is Fit.DIFFERENT


def _worth_asking(one: Fact, other: Fact) -> bool:
    """Whether two counts that nothing ties together are still likely to be of one thing: one sort of victims, neither a
    handful, published within days."""
    if one.published is None or other.published is None or abs(one.published - other.published) > 2:
        return False
    if sort_of(one) != sort_of(other):
        return False
    if one.one("of") is None or not one_sort(one.one("of"), other.one("of")) or of_some(one) or of_some(other):
        return False
    few = min(figures(one) | figures(other)) <= FEW
    # two guards and five guards may be the same guards; two people and five people are any
    return not (few and one.one("of") in PLAIN) and other.one("of") is not None


def relate_figures(a: Group, b: Group, incident: Fit, shared: str, lacking: str) -> Relation | None:
    """Two counts of what may be one thing: SAME where something shows that it is. ``shared`` says what they have in
    common, ``lacking`` what would decide."""
    one, other = a.lead, b.lead
    sure = incident is Fit.SAME
    scattered = not one.one_scene and one.slot is Slot.TOLL
    vague = [loose(one), loose(other)]
    unsure = not sure or scattered or one.slot is Slot.OCCURRENCE
    if all(vague) or (any(vague) and unsure) or not in_proportion(one, other, KNOWN):
        return None
    following_on = in_proportion(one, other, KNOWN if one_heading(one, other) or not scattered else FOLD)
    if same_figure(one, other) and sure:
        who = f"{figure_of(a)}, {figure_of(b)}"
        return Relation(LinkKind.AGREES, 0.7, f"one figure told twice: {who}; {shared}")
    if bounds_meet(one, other):
        raised = _raised(a, b) if sure and following_on else None
        if raised is not None:
            return raised._replace(detail=f"{raised.detail}; {shared}")
        return _overlapping(a, b, sure, scattered, shared)
    if not following_on:
        return None
    return _rivals(a, b, scattered, shared, lacking) if sure else _of_one_perhaps(one, other, shared, lacking)


def _overlapping(a: Group, b: Group, sure: bool, scattered: bool, shared: str) -> Relation | None:
    """Two counts whose bounds overlap: both can be true."""
    one, other = a.lead, b.lead
    headed, one_day = one_heading(one, other), times(one, other) is Fit.SAME
    here = places(one, other) is Fit.SAME
    known = KNOWN if not one.violent else WIDE if scattered else KNOWN if here else FOLD  # of attacks there are many
    if not in_proportion(one, other, known if sure else FOLD if headed and close(one, other) else ALIKE):
        return None
    if not sure:
        if not (_worth_asking(one, other) and (one_day or headed or not scattered)):
            return None
        tied = "one stated day" if one_day else "headlines of one thing" if headed else "one story"
        shared = f"{shared}, but {tied} and one sort of victims"
    who = f"{figure_of(a)} and {figure_of(b)}"
    return Relation(LinkKind.COMPATIBLE, 0.75 if sure else 0.5, f"the bounds overlap: {who}; {shared}")


def _of_one_perhaps(one: Fact, other: Fact, shared: str, lacking: str) -> Relation | None:
    """Two counts that differ, where nothing shows that they are of one thing."""
    if one.document.id == other.document.id or not _worth_asking(one, other):
        return None
    kind = one.one("cause") is not None and one.one("cause") == other.one("cause")
    if not (kind or one.one("effect") in FOR_GOOD or one.slot is not Slot.TOLL):
        return None
    here = one.one_scene or (one_heading(one, other) and places(one, other) is Fit.SAME)
    if not here or not in_proportion(one, other, ASKED) or any(STRETCH.search(f.opening) for f in (one, other)):
        return None
    detail = f"{figure(one)} and {figure(other)}, but {shared}; {lacking} of each would decide whether they are of one "
    return Relation(LinkKind.UNDECIDED, 0.4, f"{detail}happening")


def _rivals(a: Group, b: Group, scattered: bool, shared: str, lacking: str) -> Relation | None:
    """Two counts of one thing that differ: the later one overtakes the earlier, or both cannot be true."""
    one, other = a.lead, b.lead
    told = f"{figure(one)} and {figure(other)}"
    following = by_publication(a, b)
    others = ahead(one) and one.claim.chain[-1:] != other.claim.chain[-1:]  # two forecasts
    disputed = following is not None and _lower_elsewhere(following[0].lead, following[1].lead)
    rival = following is None or at_odds(a, b) or others or disputed
    if one.slot is Slot.TOLL and not tied_together(a, b, not rival):
        return None
    undated = following is None and None in (a.first(), b.first()) and times(one, other) is not Fit.SAME
    if undated and one.document.id != other.document.id:
        return None  # which of them is the later nobody knows
    if (following is None or rival) and one.slot is Slot.TOLL and min(figures(one) | figures(other)) < 2:
        return None  # "a man was hurt" does not say that nobody else was
    if following is None or rival:
        who = f"{figure_of(a)}, {figure_of(b)}"
        return Relation(LinkKind.CONFLICTS, 0.7, f"{who}: both cannot be true of one time; {shared}")
    earlier, later = following
    change = f"{figure_of(earlier)} became {figure_of(later)}"
    fallen = max(figures(later.lead)) < min(figures(earlier.lead)) and later.lead.one("change") != "down"
    lasting = harm(later.lead) in FOR_GOOD and LOWERED.search(later.lead.opening) is None
    if fallen and (scattered or lasting):  # the dead do not grow fewer: they may be other dead
        if not close(one, other) or not in_proportion(one, other, ASKED):
            return None
        detail = f"{told}, the later one lower; {lacking} of each would decide whether they are of one happening"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    return Relation(LinkKind.UPDATES, 0.75, f"{change}; {shared}", later)
