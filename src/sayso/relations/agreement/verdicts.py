"""How two different claims of one story stand to each other, by slot and by time."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from sayso.relations.agreement.counts import FEW, figure, figure_of, relate_figures
from sayso.relations.agreement.denials import denied_deed, named_deed, opposed, plainly_negated
from sayso.relations.agreement.endings import ended
from sayso.relations.agreement.headcounts import both_sourced, relate_flights, relate_strengths
from sayso.relations.agreement.holdings import faces, relate_holdings, relate_leaving
from sayso.relations.agreement.losses import relate_tolls
from sayso.relations.agreement.measures import relate_measures
from sayso.relations.agreement.planned import said_done
from sayso.relations.agreement.restating import as_so
from sayso.relations.agreement.retold import borne_out
from sayso.relations.agreement.standing import Relation, in_time, quoted, side_by_side, speaker, told_together
from sayso.relations.agreement.turns import dropped, opposite, reversed_
from sayso.relations.claims.comparing import (
    ATTACKS,
    Fit,
    any_party,
    bounds_meet,
    figures,
    one_heading,
    overlap,
    parties,
    places,
    times,
)
from sayso.relations.claims.facts import BEFORE, Fact
from sayso.relations.claims.grouping import Group, money
from sayso.relations.claims.incidents import NEAR, ahead, close, near, uprooted
from sayso.relations.claims.sameness import EXCLUDING, one_slot, one_sort_of_crowd
from sayso.relations.claims.saying import sourced_to
from sayso.relations.words.senses import akin, meant_by, senses
from sayso.relations.words.spellings import folded, spelling
from sayso.vocab import LinkKind, Slot

#: Those who act in the name of a leader.
FORCES = r"(?:forces|troops|army|regime|government|soldiers|warplanes|jets|planes|militia)\b"
#: Words for what one alone wins in a story.
CONTEST = "election presidency runoff referendum"
#: So many of a group's tellings are held against those of another one.
TOLD = 3
#: What any of two groups' tellings may show of them; the first comes first, and before what else the first ones show.
BY_ANY = (LinkKind.UPDATES, LinkKind.DENIAL, LinkKind.COMPATIBLE)
#: What only one of two sides can have done, and words for how a fight is opened.
FIRST = re.compile(
    r"\b(?:the first to|fired? first|shoo?t first|attack\w* first|struck first|opened fire first"
    r"|the first (?:shots?|rounds?|shells?|blow))\b|\b(?:began|started) it\b",
    re.IGNORECASE,
)
OPENED = "shoot shot shots fire fired rounds attack attacked fighting opened strike struck bomb shell"
#: Happenings of which it is told, and disputed, how many took part.
GATHERINGS = frozenset({"labour strike", "protest", "rally", "demonstration", "march"})


def relate(a: Group, b: Group) -> Relation | None:
    """How two groups stand to each other; None where they have nothing to do with each other. Each is looked at in
    several of its tellings, for one says "nine" and another "at least nine"; tellings other than the first, which are
    more likely to be misread, only show of counts in a story of one scene that both can be, or that one has changed."""
    held = Slot.CONTROL in (a.lead.slot, b.lead.slot)  # each state of a place tells of another time
    of_one = a.lead.scenes <= 1 and a.lead.numbered() and b.lead.numbered()
    if not (held or of_one):
        return _relate(a, b)
    found: dict[LinkKind, Relation] = {}
    for number, one in enumerate(tellings(a)):
        for place, other in enumerate(tellings(b)):
            told = _relate(one, other)
            if told is not None and (held or not number + place or told.kind in BY_ANY):
                later = a if told.later is one else b if told.later is other else told.later
                found.setdefault(told.kind, told._replace(later=later))
    kinds = found if held else (*BY_ANY, *found)
    return next((found[kind] for kind in kinds if kind in found), None)


def tellings(group: Group) -> list[Group]:
    """A group as several of its distinct claims tell it, the most telling first; of who holds a place, each state."""
    if len(group.nodes) == 1:
        return [group]
    if group.lead.slot is Slot.CONTROL:
        return faces(group)
    rest = [Group([node, *(n for n in group.nodes if n is not node)], group.facts) for node in group.nodes[1:TOLD]]
    return [group, *rest]


def _relate(a: Group, b: Group) -> Relation | None:
    return _by_slot(a, b) or ended(a, b)


def _by_slot(a: Group, b: Group) -> Relation | None:
    if a.lead.slot is not b.lead.slot:
        return _across(a, b)
    if a.lead.positive != b.lead.positive:
        return reversed_(a, b) or opposed(a, b) or denied_deed(a, b)
    to_come = a.lead.positive and ahead(a.lead) and ahead(b.lead)
    if a.lead.real != b.lead.real and not to_come:
        return said_done(a, b) or dropped(a, b) or _figures(a, b)
    if not a.lead.positive or not (a.lead.real or to_come):
        return None  # two plans, or two denials, can both be
    if a.lead.past != b.lead.past:
        return _earlier(a, b)
    return _rules()[a.lead.slot](a, b)


@functools.cache
def _rules() -> Mapping[Slot, Callable[[Group, Group], Relation | None]]:
    """Which rule relates two groups of a slot."""
    return {
        Slot.TOLL: relate_tolls,
        Slot.CONTROL: relate_holdings,
        Slot.STRENGTH: relate_strengths,
        Slot.MOVEMENT: _movements,
        Slot.RESPONSIBILITY: _responsibilities,
        Slot.SUPPORT: _supports,
        Slot.OCCURRENCE: _happenings,
        Slot.STATEMENT: _sayings,
    }


def _across(a: Group, b: Group) -> Relation | None:
    """How two groups of different slots stand to each other."""
    leaving = relate_leaving(a, b)
    if leaving is not None:
        return leaving
    if a.lead.positive != b.lead.positive:
        turned = one_slot(a.lead, b.lead)
        denial = (reversed_(a, b) or opposed(a, b)) if turned else plainly_negated(a, b)
        return denial or named_deed(a, b) or denied_deed(a, b)
    if a.lead.real != b.lead.real:
        return dropped(a, b) or _figures(a, b)
    if uprooted(a.lead) and uprooted(b.lead):
        return relate_flights(a, b)
    return opposite(a, b) or _figures(a, b)


def _earlier(a: Group, b: Group) -> Relation | None:
    """A state that is told as an earlier one, and one that is not."""
    before, after = (a, b) if a.lead.past else (b, a)
    found = relate_holdings(a, b) if a.lead.slot is Slot.CONTROL else None
    told, day = before.first(), after.day()
    if found is None or (told is not None and day is not None and told - day > BEFORE):
        return None  # what was before the news is not what was before a state of long ago
    detail = f"{speaker(before)} tells {quoted(before)} as an earlier state; {speaker(after)} has {quoted(after)}"
    return Relation(LinkKind.UPDATES, found.score, detail, after)


def _movements(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or (one.one("sense") == "withdrew") != (other.one("sense") == "withdrew"):
        return None
    if any("toll" in folded(f.one("party") or "").split() for f in (one, other)):
        return None  # a toll goes nowhere
    source, goal = places(one, other, "from"), places(one, other, "to")
    if one.numbered() and other.numbered():
        crowd = one_sort_of_crowd(one, other) and Fit.DIFFERENT not in (source, goal, times(one, other))
        if not crowd or told_together(a, b):
            return None
        sure = Fit.SAME in (source, goal) or party is Fit.SAME
        return relate_figures(
            a, b, Fit.SAME if sure else Fit.UNKNOWN, "of those who went one way", "the route or the day"
        )
    if not (one.many("from") and other.many("from")):
        return None
    named = party is Fit.SAME or goal is Fit.SAME
    if not named and not (
        set(one.many("from")) & set(other.many("to")) or set(other.many("from")) & set(one.many("to"))
    ):
        sides = one.one("of") is not None and one.one("of") == other.one("of")
        if not sides and not _besides(one, other):
            return None
    told = f"from {', '.join(one.many('from'))} and from {', '.join(other.many('from'))}"
    if source is Fit.SAME:
        return Relation(LinkKind.AGREES, 0.6, f"{told}: a source in common")
    widened = _besides(one, other)
    extra = f"; one account says not only from {', '.join(sorted(widened))}" if widened else ""
    return Relation(LinkKind.COMPATIBLE, 0.75 if named else 0.6, f"{told}: some may have come from each{extra}")


def _besides(one: Fact, other: Fact) -> set[str]:
    """Places that one account sets beside its own and the other account gives."""
    return (set(one.many("besides")) & set(other.many("from"))) | (set(other.many("besides")) & set(one.many("from")))


def _responsibilities(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if "cause" in (one.one("sense"), other.one("sense")):
        return _causes(a, b)
    crossed = _crossed(one, other) or _crossed(other, one)
    apart = parties(one.one("agent"), other.one("agent"), one.armed_groups)
    if apart is Fit.SAME or (apart is Fit.UNKNOWN and not crossed):
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


def _supports(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if (
        not one.one("supported")
        or parties(one.one("supported"), other.one("supported"), one.armed_groups) is not Fit.SAME
    ):
        return None
    if any_party(one.many("supporter"), other.many("supporter"), one.armed_groups) is Fit.SAME:
        return None
    return Relation(LinkKind.COMPATIBLE, 0.6, f"{one.one('supported')} may have more than one supporter")


def _happenings(a: Group, b: Group) -> Relation | None:
    return _occurrences(a, b) or _sayings(a, b)


def _sayings(a: Group, b: Group) -> Relation | None:
    return opposite(a, b) or _figures(a, b) or _begun(a, b)


def _begun(a: Group, b: Group) -> Relation | None:
    """Two who are each said to have done first what only one can have begun: "fired first", "the first to shoot"."""
    one, other = a.lead, b.lead
    if not all(FIRST.search(f.opening) for f in (one, other)) or not close(one, other) or told_together(a, b):
        return None
    deeds = [f.said & meant_by(OPENED) for f in (one, other)]
    doers = [f.one("agent") or " ".join(f.people) for f in (one, other)]  # "Northern troops", "the southern side"
    named = all(any(word[:1].isupper() for word in doer.split()) for doer in doers)
    apart = set(folded(doers[0]).split()).isdisjoint(folded(doers[1]).split())
    if not all(deeds) or not (named and apart) or Fit.DIFFERENT in (places(one, other), times(one, other)):
        return None
    if not (as_so(one) and as_so(other)):
        return None
    return Relation(LinkKind.CONFLICTS, 0.6, f"{quoted(a)}, {quoted(b)}: only one of them can have been the first")


def _occurrences(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if times(one, other) is Fit.DIFFERENT or places(one, other) is Fit.DIFFERENT:
        return None
    fits = {k: parties(one.one(k), other.one(k), one.armed_groups) for k in ("agent", "target", "thing", "with")}
    same = places(one, other) is Fit.SAME or Fit.SAME in fits.values()
    events = frozenset({one.one("event") or "", other.one("event") or ""})
    if events in EXCLUDING:
        role = "thing" if "up" in events else "target" if "convicted" in events else "agent"
        if fits[role] is not Fit.SAME or not _of_one_thing(one, other, role):
            return None
        return in_time(a, b, f"{' and '.join(sorted(events))} exclude each other")
    if events == {"won"} and fits["agent"] is Fit.DIFFERENT:
        return _winners(a, b)
    if len(events) == 1 and not same and one.one("event") in GATHERINGS:
        return _attendance(a, b)
    if len(events) > 1 or not same or Fit.DIFFERENT in fits.values():
        return None
    if not (one.numbered() and other.numbered()) or one.one("unit") != other.one("unit"):
        return None
    if overlap(one.words, other.words) < 0.2:
        return None
    found = relate_figures(a, b, Fit.SAME, f"of one {one.one('event')}", "the place or the day")
    return borne_out(found, a, b)


def _of_one_thing(one: Fact, other: Fact, role: str) -> bool:
    """Whether two deeds of one doer are done to one thing, where they say to what: seats are lost, a vote is won."""
    for key in ("target", "thing", "with"):
        names = [folded(f.one(key) or "").split(" ")[-1] for f in (one, other)]
        if key != role and any(names) and not (all(names) and akin(names[0], names[1])):
            return False
    return True


def _winners(a: Group, b: Group) -> Relation | None:
    """Two winners of one contest: of an election, or the one is said to have won against the other, or each says so of
    herself. A story tells of many contests."""
    one, other = a.lead, b.lead
    groups = one.armed_groups
    beaten = [parties(x.one("target"), y.one("agent"), groups) for x, y in ((one, other), (other, one))]
    own = all(parties(sourced_to(f), f.one("agent"), groups) is Fit.SAME for f in (one, other))
    contest = all(not meant_by(CONTEST).isdisjoint(senses(f.one("target") or "")) for f in (one, other))
    one_time = near(one, other) if own or contest else close(one, other) and Fit.SAME in beaten
    if not one_time or told_together(a, b):
        return None
    if not (as_so(one) and as_so(other)):
        return None
    who = f"{one.one('agent')} won, says {speaker(a)}; {other.one('agent')}, says {speaker(b)}"
    why = f"{who}: one contest of one story has one winner"
    return Relation(LinkKind.CONFLICTS, 0.6, why) if close(one, other) else in_time(a, b, why)


def _attendance(a: Group, b: Group) -> Relation | None:
    """How many took part in what one story tells of within days, by two sources."""
    one, other = a.lead, b.lead
    people = one.numbered() and other.numbered() and not (one.one("unit") or other.one("unit"))
    at_once = one.published is not None and other.published is not None and abs(one.published - other.published) <= NEAR
    if not people or not at_once or told_together(a, b) or min(figures(one) | figures(other)) <= FEW:
        return None
    told = f"{figure_of(a)}, {figure_of(b)}"
    if bounds_meet(one, other):
        return Relation(LinkKind.COMPATIBLE, 0.6, f"the bounds overlap: {told}")
    if not both_sourced(a, b):
        return None  # people gather in many places
    return Relation(LinkKind.CONFLICTS, 0.6, f"{told}: one {one.one('event')} has one number of those taking part")


def _figures(a: Group, b: Group) -> Relation | None:
    if not all(g.lead.numbered() or "score" in g.lead.values for g in (a, b)):
        return None
    return borne_out(_sums(a, b) or relate_measures(a, b), a, b)


def _sums(a: Group, b: Group) -> Relation | None:
    """Two sums of money that the same people are named with, in words that have something in common."""
    one, other = a.lead, b.lead
    if not (money(one) and money(other)) or one.one("unit") != other.one("unit") or one.positive != other.positive:
        return None
    people = [(*f.many("participants"), *f.many("agent"), *f.many("target")) for f in (one, other)]
    named = any_party(people[0], people[1], one.armed_groups) is Fit.SAME
    at_once = one.published is not None and other.published is not None and abs(one.published - other.published) <= NEAR
    if not (named and at_once and bounds_meet(one, other)) or told_together(a, b) or times(one, other) is Fit.DIFFERENT:
        return None
    if not figures(one) & figures(other):
        return None  # "less than a billion" meets nearly every sum
    return Relation(LinkKind.COMPATIBLE, 0.55, f"the bounds overlap: {figure(one)} and {figure(other)}, of one person")
