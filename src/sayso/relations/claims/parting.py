"""Whether rules hold two claims apart, whatever their words: days, places, figures, parties, contraries, plans."""

from __future__ import annotations

import re

from sayso.relations.claims.amounts import other_figures
from sayso.relations.claims.comparing import Fit, any_party, figures, parties, places, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.readying import spelled
from sayso.relations.claims.saying import OPEN, speaker_of
from sayso.relations.words.senses import meant_by, opposed, senses_of
from sayso.relations.words.spellings import folded, spelling
from sayso.vocab import Slot

#: Words for giving a plan up.
GIVEN_UP = "cancelled delayed withdrawn"
#: Roles in which two claims of one thing name nobody different.
DOING = ("agent", "target", "thing", "with")
#: Slots of what is told in any words, its count included.
WORDED = OPEN | {Slot.STRENGTH}
#: Whoever speaks of herself.
ONESELF = re.compile(r"\W*(?:it|they|he|she|we|i)\b", re.IGNORECASE)


def apart(a: Fact, b: Fact) -> bool:
    """Whether day, place, figure, result, parties or a pair of contraries say that two claims are not one."""
    if _other_days(a, b) or other_places(a, b) or other_figures(a, b):
        return True
    if _of_two(a, b) or other_state(a, b):
        return True
    if a.one("score") and b.one("score") and a.one("score") != b.one("score"):
        return True
    if _given_up(a, b) or _given_up(b, a):
        return True
    if a.slot is b.slot is Slot.RESPONSIBILITY and _two_doers(a.one("agent"), b.one("agent"), a):
        return True
    return _contrary(a, b)


def _other_days(a: Fact, b: Fact) -> bool:
    """Whether two claims are of different days. What states none may be of any, but a toll, of which there are many,
    unless it tells of somebody's death by name."""
    stated = a.window is not None and b.window is not None
    tolls = [f for f in (a, b) if f.slot is Slot.TOLL]
    return times(a, b) is Fit.DIFFERENT and (stated or not all(_once(f) for f in tolls))


def _once(toll: Fact) -> bool:
    """Whether a toll is of somebody with a name, who dies once."""
    named = (toll.one("victims") or "")[:1].isupper()
    return named and toll.one("effect") == "killed" and figures(toll) == {1}


def other_places(a: Fact, b: Fact) -> bool:
    """Whether two claims are of different places. Of what is told in open words, a name that no gazetteer lists may be
    that of anything, and a place that stands only around the words says nothing where their text has the other too."""
    if places(a, b) is not Fit.DIFFERENT:
        return False
    if not {a.slot, b.slot} <= WORDED:
        return True
    if any(a.many("place_id")) != any(b.many("place_id")):
        return False
    return not any(
        _around(one) and any(one.mentions(p) for p in other.many("place")) for one, other in ((a, b), (b, a))
    )


def _around(fact: Fact) -> bool:
    """Whether none of the places of a claim stands in its words."""
    text = spelled(fact.text)
    return not any(f" {spelling(place)} " in text for place in fact.many("place"))


def other_state(a: Fact, b: Fact) -> bool:
    """Whether one claim is of how things stand, the other of how they stood before. What happened before did happen."""
    return a.past != b.past and not {a.slot, b.slot} <= OPEN


def _of_two(a: Fact, b: Fact) -> bool:
    """Whether two claims name different ones in one role. Where one and the same speaks of herself as "it" or "they",
    it is she, whomever either text has named last."""
    if speaker_of(a) and speaker_of(a) == speaker_of(b) and ONESELF.match(a.text) and ONESELF.match(b.text):
        return False
    return any(any_party(a.many(role), b.many(role), a.armed_groups) is Fit.DIFFERENT for role in DOING)


def _contrary(a: Fact, b: Fact) -> bool:
    """Whether a pair of contraries stands in two claims, but for words around a happening that both tell: "found not
    guilty" is no conviction, "opened fire" opens nothing."""
    event = a.one("event")
    both = frozenset(senses_of(event)) if event and event == b.one("event") else frozenset()
    found = opposed(a.words, b.words)
    return found is not None and both.isdisjoint(found)


def _given_up(plan: Fact, end: Fact) -> bool:
    """Whether one claim tells of what is to come, and the other that it was given up."""
    over = meant_by(GIVEN_UP)
    return not plan.real and end.real and bool(end.words & over) and plan.words.isdisjoint(over)


def _two_doers(one: str | None, other: str | None, fact: Fact) -> bool:
    """Whether two who are to blame are not known to be one: who it was is all that such a claim says."""
    if not one or not other or folded(one) == folded(other):
        return False
    return parties(one, other, fact.armed_groups) is not Fit.SAME
