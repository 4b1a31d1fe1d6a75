"""Two counts, measures or results of what may be one thing, told in open words: litres that leaked."""

from __future__ import annotations

import re

from sayso.relations.agreement.attacks import in_proportion
from sayso.relations.agreement.counts import FEW, figure_of, relate_figures
from sayso.relations.agreement.standing import Relation, at_odds, by_publication, speaker, told_together
from sayso.relations.agreement.ties import apart
from sayso.relations.claims.comparing import (
    Fit,
    any_party,
    bounds_meet,
    counted,
    figures,
    in_money,
    one_heading,
    overlap,
    parties,
    places,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import ANY, Group
from sayso.relations.claims.incidents import close, near
from sayso.relations.claims.saying import speaker_of
from sayso.relations.words.senses import akin, likeness, senses
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind

#: Units of amounts of a substance, of which one happening has one.
AMOUNTS = frozenset({"l", "ml", "hl", "kg", "g", "t", "lb", "gal", "bbl", "m3", "ha", "MW", "GW", "kWh", "MWh"})
#: Senses of units, which say nothing of what is measured.
UNITS = frozenset({"money", "per", "cent", "percent", "litre", "liter", "tonne", "ton", "kilo"})
#: Two figures of one thing: the one is at most this many times the other; of amounts.
NEARLY, FOLD = 2, 2.5
#: They share this much of what is said.
TOPIC, CLOSE, LIKE = 0.4, 0.6, 0.3
#: A range is narrow where its end is at most this many times its beginning.
NARROW = 2
#: What an amount is of.
STUFF = re.compile(
    r"\b(?:lit(?:re|er)s?|tons?|tonnes?|kilos?|kilogram(?:me)?s?|grams?|barrels?|gallons?|hectares?|acres?|cubic met"
    r"(?:re|er)s?) of (\w{2,30})"
)


def relate_measures(a: Group, b: Group) -> Relation | None:
    """How two figures of one unit, or of one kind of thing counted, stand to each other; None where nothing shows that
    they are of one thing."""
    one, other = a.lead, b.lead
    if not {one.slot, other.slot} <= ANY or not (one.positive and other.positive):
        return None
    if not (one.numbered() and other.numbered()) and not (one.one("score") and other.one("score")):
        return None
    if told_together(a, b) or Fit.DIFFERENT in (places(one, other), times(one, other)):
        return None
    if one.one("score") and other.one("score"):
        return _results(a, b) if close(one, other) else None
    if not (one.numbered() and other.numbered()) or not _one_kind(one, other):
        return None
    if not (one.one("unit") or one.one_scene or places(one, other) is Fit.SAME):
        return None  # where a story has many scenes, each has shells and vehicles of its own
    shared = _shared(one, other)
    if not shared:
        return _contained(a, b)
    found = relate_figures(a, b, Fit.SAME, shared, "what each figure is of")
    return found._replace(score=round(found.score * 0.8, 3)) if found is not None else None


def _one_kind(one: Fact, other: Fact) -> bool:
    """Whether two figures have one unit, or count one kind of thing and more than a few."""
    if one.one("unit") != other.one("unit"):
        return False
    if one.one("unit"):
        return True
    kinds = one.one("of"), other.one("of")
    return counted(*kinds) is Fit.SAME and min(figures(one) | figures(other)) > FEW


def _shared(one: Fact, other: Fact) -> str:
    """What shows that two figures are of one thing, in words; blank where nothing does."""
    roles = [parties(one.one(key), other.one(key), one.armed_groups) for key in ("agent", "target", "thing", "with")]
    if Fit.DIFFERENT in (*roles, any_party(one.people, other.people, one.armed_groups)):
        return ""
    kinds = UNITS | senses(" ".join((one.one("of") or "", other.one("of") or "")))
    if not in_proportion(one, other, FOLD if one.one("unit") in AMOUNTS else NEARLY):
        return ""
    common = (one.said & other.said) - kinds
    topic = overlap(one.said - kinds, other.said - kinds)
    if one.one("unit") == "%" and likeness(one.said - kinds, other.said - kinds) < LIKE:
        return ""  # a story has many shares: turnout, and what the winner got
    if not close(one, other) and not (near(one, other) and len(common) >= 2):
        return ""
    named = any_party(one.people, other.people, one.armed_groups) is Fit.SAME
    voice = bool(speaker_of(one)) and speaker_of(one) == speaker_of(other)
    telling = len(common) > in_money(one)  # two sums of a story have "deal" or "cost" in common
    if telling and (topic >= CLOSE or (topic >= TOPIC and not in_money(one)) or (named and voice)):
        return f"in both {', '.join(sorted(common)[:3])}"
    if one.one("unit") in AMOUNTS and (one.one_scene or named or voice) and not _other_stuff(one, other):
        return f"both in {one.one('unit')}, of one story"
    return ""


def _other_stuff(one: Fact, other: Fact) -> bool:
    """Whether two amounts are said to be of different things: tonnes of oil, tonnes of sand."""
    found = [STUFF.search(folded(f.opening)) for f in (one, other)]
    return found[0] is not None and found[1] is not None and not akin(found[0][1], found[1][1])


def _contained(a: Group, b: Group) -> Relation | None:
    """Two sums or amounts of one story of which the one is a narrow range and the other lies in it, by two voices: it
    is unlikely that two things measure so nearly the same."""
    one, other = a.lead, b.lead
    ranges = [f for f in (one, other) if len(figures(f)) == 2 and max(figures(f)) <= NARROW * min(figures(f))]
    bounded = all(None not in (f.number("low"), f.number("high")) for f in (one, other))
    if all(f.claim.attribution_id is None for f in (*a.facts, *b.facts)):
        return None  # nobody gives either as the figure that is meant
    if not (ranges and bounded and bounds_meet(one, other)) or not (in_money(one) or one.one("unit") in AMOUNTS):
        return None
    roles = [parties(one.one(key), other.one(key), one.armed_groups) for key in ("agent", "target", "thing", "with")]
    if Fit.DIFFERENT in (*roles, any_party(one.people, other.people, one.armed_groups)) or not close(one, other):
        return None
    if _other_stuff(one, other) or not (one.one_scene or one_heading(one, other)) or apart(one, other):
        return None
    told = f"{figure_of(a)} and {figure_of(b)}"
    return Relation(LinkKind.COMPATIBLE, 0.5, f"the bounds overlap, and the range is narrow: {told}; of one story")


def _results(a: Group, b: Group) -> Relation | None:
    """Two results of one vote or match: numbers near each other, told within days."""
    if any_party(a.lead.people, b.lead.people, a.lead.armed_groups) is Fit.DIFFERENT:
        return None
    one, other = ([int(n) for n in (g.lead.one("score") or "0:0").split(":")] for g in (a, b))
    if one == other:
        return None
    near = max(abs(x - y) for x, y in zip(one, other, strict=True)) <= max(2, one[0] // 50)
    if not near:
        return None
    told = f"{a.lead.one('score')} by {speaker(a)}, {b.lead.one('score')} by {speaker(b)}"
    following = by_publication(a, b)
    if following is None or at_odds(a, b):
        return Relation(LinkKind.CONFLICTS, 0.6, f"{told}: one vote or match has one result")
    return Relation(LinkKind.UPDATES, 0.6, f"{told}: a result that was corrected later", following[1])
