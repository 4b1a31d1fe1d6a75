"""How two counts stand to each other: tolls, strengths and measures."""

from __future__ import annotations

import re

from sayso.relations.attacks import (
    ELSEWHERE,
    FOLD,
    FOR_GOOD,
    in_proportion,
    included,
    of_months,
    of_one_attack,
    tied_together,
    too_far,
    voice_of,
)
from sayso.relations.comparing import (
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
from sayso.relations.facts import BEFORE, Fact, sides
from sayso.relations.grouping import Group
from sayso.relations.incidents import NEAR, WEEK, ahead, close, harm, near, one_incident
from sayso.relations.standing import Relation, at_odds, by_publication, first_told, order, speaker, told_together
from sayso.types import Value
from sayso.vocab import LinkKind, Slot

#: So many distinct wordings of a group are held against those of another one.
FEW = 4
#: Two counts whose bounds overlap, of what may be one thing: the one is at most so many times the other, or as many
#: times where something names the thing.
ALIKE, KNOWN = 1.5, 20
#: Some of the victims, not all: "eight of the wounded", "14 of them".
PART = re.compile(
    r"\W*(?:\w+\W+){1,4}of (?:them|whom|these|those|the (?:dead|wounded|injured|victims|missing|killed))\b",
    re.IGNORECASE,
)
#: Counts of a stretch of time rather than of one happening.
STRETCH = re.compile(
    r"\b(?:since|so far|(?:in|over|during|for) (?:the )?(?:past|last|more than|nearly)|years?|months?|weeks?)\b",
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
#: Harm that goes on, so that one day's count follows on another's.
LASTING = frozenset({"missing", "displaced", "without power", "trapped", "ill", "detained"})
#: Words with which a count of the dead is put right.
LOWERED = re.compile(
    r"\b(?:lower\w*|revis\w*|correct\w*|reduc\w*|down|(?:fewer|not)(?! (?:more |less |fewer )?than\b)|instead|wrong\w*"
    r"|mistake\w*|twice|only)\b",
    re.IGNORECASE,
)
STILL = re.compile(r"\bstill\b|\bremain(?:s|ed|ing)?\b", re.IGNORECASE)


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
    return f"{figure(first_told(group))} by {speaker(group)}"


def _number(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int | float) else "?"


def relate_tolls(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if not (one.numbered() and other.numbered()):
        return None
    if times(one, other) is Fit.DIFFERENT or _still(a, b):
        return _went_on(a, b)
    pairs = [one_incident(x, y) for x in a.nodes[:FEW] for y in b.nodes[:FEW]]
    if any(fit is Fit.DIFFERENT for fit, _ in pairs):
        return None
    incident, shared = max(pairs)
    if incident is Fit.SAME and not of_one_attack(a, b):
        incident = Fit.UNKNOWN
    one_side = bool(sort_of(one)) and sort_of(one) == sort_of(other)
    if ("victims" in shared or one_side) and at_odds(a, b) and not (of_some(one) or of_some(other)):
        incident = Fit.SAME  # two sides on the losses of one of them, in one article
        shared = shared or "side of the victims"
    low, high = sorted((max(figures(one)), max(figures(other))))
    if (_loose(one) or _loose(other)) and not bounds_meet(one, other):
        return None
    if low < 2 and (high > FEW or not one.single or one.one("victims") or other.one("victims")):
        return None  # one body among many is no rival count
    if not one.one_scene and bool(STRETCH.search(one.opening)) != bool(STRETCH.search(other.opening)):
        return None
    if included(one, other) or included(other, one) or (one.violent and not near(one, other)):
        return None
    if of_months(one) != of_months(other) or (ELSEWHERE.match(one.text) or ELSEWHERE.match(other.text)):
        return None
    if any(of_some(f) for g in (a, b) for f in g.nodes[:FEW]) or _some_of(one, other) or _some_of(other, one):
        return _overtaken(a, b)
    if told_together(a, b) or not one_sort(one.one("of"), other.one("of")):
        return _overtaken(a, b)
    if incident is Fit.UNKNOWN and _one_story(a, b):
        incident, shared = Fit.SAME, shared or "story, effect and sort of victims"
    if incident is Fit.SAME and ahead(one) and ahead(other):
        shared = shared or "plan, as one story tells of no other"
    told = f"same {shared}" if shared else "nothing names the incident"
    known = _overtaken(a, b)
    if known is None and incident is Fit.SAME and _one_within(one, other) and not bounds_meet(one, other):
        each = f"{figure_of(a)}, {figure_of(b)}"
        whole = "whether the one counts all the places that the other counts would decide"
        return Relation(LinkKind.UNDECIDED, 0.4, f"{each}: one names more places than the other; {whole}")
    found = known or relate_figures(a, b, incident, told, "the place or the day")
    overlap = found is not None and found.kind is LinkKind.COMPATIBLE
    return None if overlap and _armed_and_not(a, b) else found  # rivals may differ on that, bounds say nothing then


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
    known = one.one_scene or places(one, other) is Fit.SAME
    if (
        Fit.DIFFERENT in fits
        or not known
        or not one_sort(one.one("of"), other.one("of"))
        or of_some(one)
        or of_some(other)
    ):
        return None
    if same_figure(one, other) or not in_proportion(one, other, KNOWN) or _loose(one) or _loose(other):
        return None
    earlier, later = following
    change = f"{figure_of(earlier)}, later {figure_of(later)}"
    return Relation(LinkKind.UPDATES, 0.65, f"{change}: how many are {harm(one)}, of two days", later)


def _still(a: Group, b: Group) -> bool:
    """Whether the later of two counts says that the harm goes on: "11 are still trapped"."""
    following = by_publication(a, b)
    lasting = harm(a.lead) in LASTING and a.lead.scenes <= 1
    return following is not None and lasting and STILL.search(following[1].lead.opening) is not None


def _one_within(a: Fact, b: Fact) -> bool:
    """Whether one of two tolls of a story with many scenes may be of some of the places of the other one only."""
    held = [{p for p in f.many("place_id") if not p.startswith("country:")} for f in (a, b)]
    return not a.single and (held[0] < held[1] or held[1] < held[0]) and min(map(len, held)) > 0


def _some_of(few: Fact, all_: Fact) -> bool:
    """Whether one count may be of some of those whom the other one counts: nine troops of fifty people."""
    if few.one("of") in AMONG and (all_.one("of") or "people") in PLAIN:
        return True
    return (
        bool(side_of(few.one("of") or "", few.armed_groups))
        and (all_.one("of") or "people") in PLAIN
        and max(figures(few)) < min(figures(all_))
    )


def _loose(fact: Fact) -> bool:
    """Whether a count is a word that nobody means to the last one: "dozens", "scores"."""
    return fact.number("high") is None and LOOSE.search(fact.opening) is not None


def of_some(fact: Fact) -> bool:
    """Whether a toll says of itself that it is of some of the victims only, or of more than others told before."""
    if fact.one("change") or fact.values.get("as_of"):
        return False  # "two more bodies were found, which brings the toll to 12"
    if PART.match(fact.text[:200]) is not None or fact.one("of") == "body":
        return True
    beside = fact.one("effect") == "wounded"  # "killed 12 and hurt 30 others": 30 in all
    return not beside and (fact.one("of") == "other" or MORE.search(fact.text[:200]) is not None)


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
    violent = bool({earlier.one("cause"), later.one("cause")} & ATTACKS)
    violent = violent or (earlier.violent and not one_heading(earlier, later))
    if not (places(earlier, later) is Fit.SAME or one_heading(earlier, later) or earlier.one_scene):
        return False
    one_voice = parties(voice_of(earlier), voice_of(later), earlier.armed_groups) is Fit.SAME  # who counts on
    if (
        then - first > (WEEK if one_voice else NEAR)
        or began
        or violent
        or of_some(earlier)
        or of_some(later)
        or not earlier.single
    ):
        return False
    was, now = max(figures(earlier)), min(figures(later))
    return (1 if one_voice else FEW) < was < now <= FOLD * was


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


def _raised(a: Group, b: Group) -> Relation | None:
    """A later count beyond the least that an earlier one gave: "at least 30", a day later 41."""
    ordered = by_publication(a, b)
    if ordered is None or at_odds(a, b) or _loose(a.lead) or _loose(b.lead) or not tied_together(a, b):
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


def _overtaken(a: Group, b: Group) -> Relation | None:
    """A toll that says of itself that it has risen, or was lowered, beside one that it exceeds, or falls short of."""
    for new, old in ((a, b), (b, a)):
        change, now = new.lead.one("change"), figures(new.lead)
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


def relate_figures(a: Group, b: Group, incident: Fit, shared: str, lacking: str) -> Relation | None:
    """Two counts of what may be one thing: SAME where something shows that it is."""
    one, other = a.lead, b.lead
    told = f"{figure(one)} and {figure(other)}"
    sure = incident is Fit.SAME
    scattered = not one.one_scene and one.slot is Slot.TOLL
    loose = [_loose(one), _loose(other)]
    if all(loose) or (any(loose) and one.slot is Slot.OCCURRENCE) or not in_proportion(one, other, KNOWN):
        return None
    following_on = in_proportion(one, other, KNOWN if one_heading(one, other) or not scattered else FOLD)
    if same_figure(one, other) and sure:
        who = f"{figure_of(a)}, {figure_of(b)}"
        return Relation(LinkKind.AGREES, 0.7, f"one figure told twice: {who}; {shared}")
    if bounds_meet(one, other):
        raised = _raised(a, b) if sure and following_on else None
        if raised is not None:
            return raised._replace(detail=f"{raised.detail}; {shared}")
        headed = one_heading(one, other)
        if not in_proportion(one, other, KNOWN if sure else FOLD if headed and close(one, other) else ALIKE):
            return None
        likely = times(one, other) is Fit.SAME or headed or not scattered
        if not sure and not (_worth_asking(one, other) and likely):
            return None
        if not sure:
            tied = (
                "one stated day"
                if times(one, other) is Fit.SAME
                else "headlines of one thing"
                if headed
                else "one story"
            )
            shared = f"{shared}, but {tied} and one sort of victims"
        who = f"{figure_of(a)} and {figure_of(b)}"
        return Relation(LinkKind.COMPATIBLE, 0.75 if sure else 0.5, f"the bounds overlap: {who}; {shared}")
    if not following_on:
        return None
    if not sure:
        if one.document.id == other.document.id or not _worth_asking(one, other):
            return None
        kind = one.one("cause") is not None and one.one("cause") == other.one("cause")
        if not (kind or one.one("effect") in FOR_GOOD or one.slot is not Slot.TOLL):
            return None
        if not (one.one_scene or one_heading(one, other)) or not in_proportion(one, other, FOLD):
            return None
        detail = f"{told}, but {shared}; {lacking} of each would decide whether they are of one happening"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    following = by_publication(a, b)
    others = ahead(one) and one.claim.chain[-1:] != other.claim.chain[-1:]  # two forecasts
    disputed = following is not None and _lower_elsewhere(following[0].lead, following[1].lead)
    rival = following is None or at_odds(a, b) or others or disputed
    if one.slot is Slot.TOLL and not tied_together(a, b, not rival):
        return None
    undated = following is None and None in (a.first(), b.first()) and times(one, other) is not Fit.SAME
    if undated and one.document.id != other.document.id:
        detail = f"{told}, {shared}; the day of each would decide whether the one has overtaken the other"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    if following is None or rival:
        who = f"{figure_of(a)}, {figure_of(b)}"
        return Relation(LinkKind.CONFLICTS, 0.7, f"{who}: both cannot be true of one time; {shared}")
    earlier, later = following
    change = f"{figure_of(earlier)} became {figure_of(later)}"
    fallen = max(figures(later.lead)) < min(figures(earlier.lead)) and later.lead.one("change") != "down"
    lasting = harm(later.lead) in FOR_GOOD and LOWERED.search(later.lead.opening) is None
    if fallen and (scattered or lasting):  # the dead do not grow fewer: they may be other dead
        detail = f"{told}, the later one lower; {lacking} of each would decide whether they are of one happening"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    return Relation(LinkKind.UPDATES, 0.75, f"{change}; {shared}", later)
