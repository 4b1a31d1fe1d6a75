"""How two happenings, or two things said, stand to each other: opposite states, their figures, who won, who began
it."""

from __future__ import annotations

import re

from sayso.relations.agreement.assertions import as_so
from sayso.relations.agreement.counts import figure, relate_figures
from sayso.relations.agreement.measures import relate_measures
from sayso.relations.agreement.retold import borne_out
from sayso.relations.agreement.standing import Relation, in_time, quoted, speaker, told_together
from sayso.relations.agreement.turns import excluding
from sayso.relations.claims.comparing import (
    Fit,
    any_party,
    bounds_meet,
    figures,
    overlap,
    parties,
    places,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group, money
from sayso.relations.claims.incidents import NEAR, close, near
from sayso.relations.claims.sameness import EXCLUDING
from sayso.relations.claims.saying import sourced_to, speaker_of
from sayso.relations.words.senses import akin, meant_by, senses
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind

#: Words for what one alone wins in a story.
CONTEST = "election presidency runoff referendum"
#: Happenings of which a story tells one, and how many took part.
GATHERINGS = frozenset({"labour strike", "protest", "rally", "demonstration", "march"})
#: What only one of two sides can have done, and words for how a fight is opened.
FIRST = re.compile(
    r"\b(?:the first to|fired? first|shoo?t first|attack\w* first|struck first|opened fire first"
    r"|the first (?:shots?|rounds?|shells?|blow))\b|\b(?:began|started) it\b",
    re.IGNORECASE,
)
OPENED = "shoot shot shots fire fired rounds attack attacked fighting opened strike struck bomb shell"
#: What an outlet tells as having been before what it reports: an earlier contest.
BEFORE = re.compile(r"\bhad (?:\w+ )?won\b", re.IGNORECASE)


def relate_happenings(a: Group, b: Group) -> Relation | None:
    """How two happenings of one polarity stand to each other; None where nothing shows it."""
    return _occurrences(a, b) or relate_sayings(a, b)


def relate_sayings(a: Group, b: Group) -> Relation | None:
    """How two claims in open words stand to each other; None where nothing shows it."""
    return excluding(a, b) or relate_amounts(a, b) or _begun(a, b)


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
    if len(events) > 1 or not (same or events <= GATHERINGS) or Fit.DIFFERENT in fits.values():
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
    if not (as_so(one) and as_so(other)) or any(BEFORE.search(f.opening) for f in (one, other) if not speaker_of(f)):
        return None
    who = f"{one.one('agent')} won, says {speaker(a)}; {other.one('agent')}, says {speaker(b)}"
    why = f"{who}: one contest of one story has one winner"
    return Relation(LinkKind.CONFLICTS, 0.6, why) if close(one, other) else in_time(a, b, why)


def relate_amounts(a: Group, b: Group) -> Relation | None:
    """How the figures, or scores, of two claims in open words stand to each other; None where either has none."""
    if not all(g.lead.numbered() or "score" in g.lead.values for g in (a, b)):
        return None
    return _sums(a, b) or borne_out(relate_measures(a, b), a, b)


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
