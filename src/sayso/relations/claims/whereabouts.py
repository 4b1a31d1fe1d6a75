"""Where a claim that names no place is set: in the one place of its story that its article names."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.relations.claims.comparing import ATTACKS, side_of
from sayso.relations.claims.facts import Fact, signed
from sayso.relations.claims.weekdays import weekday_meant
from sayso.relations.words.spellings import folded, spelling
from sayso.types import Value
from sayso.vocab import Slot

#: Slots of what happens somewhere.
HAPPENING = frozenset({Slot.TOLL, Slot.CONTROL, Slot.OCCURRENCE, Slot.RESPONSIBILITY, Slot.STRENGTH})
#: This many places of a story are looked for in each of its articles, those named by most of them.
LOOKED_FOR = 200
#: A story is of one place where its tolls name at most this many: a town, and what lies around it.
ONE = 2
#: A story of at most this many articles is of one place, too, where they name at most this many.
SMALL, FEW = 8, 4
#: Causes of harm, and kinds of it, that a story of attacks tells of; and one in how many of its tolls is then of them.
VIOLENT = ATTACKS - {"explosion", "strike"}
HARMS = frozenset({"killed", "wounded"})
SOME = 4
#: A place that the text does not name: "a rebel-held town", "several villages".
SOMEWHERE = re.compile(
    r"\b(?:an?|another|two|three|several|other|many|some|various)(?: [\w-]{1,30}){0,3} "
    r"(?:towns?|villages?|cit(?:y|ies)|districts?|suburbs?|areas?|neighbou?rhoods?|provinces?|places?)\b",
    re.IGNORECASE,
)


def suppose_places(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, with a place for each happening that names none and whose article names only one of the places that
    the happenings of its story are set in. Such a place is ``place_inherited``: the scene, not what is claimed."""
    told: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if settled(fact):
            told[fact.story].setdefault(spelling(fact.many("place")[0]), fact)
    harmed: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if settled(fact) and fact.slot is Slot.TOLL:
            harmed[fact.story] |= {spelling(p) for p in fact.many("place")}
    told_in: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        told_in[fact.story].add(fact.document.id)
    most = {story: ONE if len(held) > SMALL else FEW for story, held in told_in.items()}
    violent = _violent(facts)
    facts = [
        dataclasses.replace(
            f,
            scenes=len(harmed[f.story]),
            single=len(harmed[f.story]) <= most[f.story],
            violent=f.story in violent,
        )
        for f in facts
    ]
    meant: dict[str, Fact | None] = {}
    out = []
    for fact in facts:
        if fact.slot in HAPPENING and not fact.many("place") and not SOMEWHERE.search(fact.text):
            if fact.document.id not in meant:
                meant[fact.document.id] = _only(fact, told[fact.story])
            place = meant[fact.document.id]
            fact = _set_in(fact, place) if place is not None else fact
        day = weekday_meant(fact)
        fact = signed(dataclasses.replace(fact, window=day)) if day is not None else fact
        out.append(fact)
    return out


def _violent(facts: Sequence[Fact]) -> frozenset[str]:
    """The stories a good part of whose tolls are of attacks, or of people under arms."""
    told: dict[str, list[bool]] = defaultdict(list)
    for fact in facts:
        recount = "as_of" in fact.values  # by whoever found the dead: "divers brought the toll to 14"
        if fact.slot is Slot.TOLL and not (fact.headline or recount) and fact.one("effect") in HARMS:
            armed = any(side_of(folded(fact.one(key) or ""), fact.armed_groups) for key in ("agent", "of", "victims"))
            told[fact.story].append(armed or fact.one("cause") in VIOLENT)
    return frozenset(story for story, held in told.items() if sum(held) * SOME >= len(held))


def settled(fact: Fact) -> bool:
    """Whether a claim itself says in which one place, narrower than a country, something happened."""
    whose = fact.slot is Slot.RESPONSIBILITY  # "guns in Velm were responsible": where they are, not where it was
    if fact.headline or whose or fact.slot not in HAPPENING or len(fact.many("place")) != 1:
        return False
    whole = any(i.startswith("country:") for i in fact.many("place_id"))
    return not whole and not fact.values.get("place_inherited")


def _only(fact: Fact, places: dict[str, Fact]) -> Fact | None:
    named = [places[key] for key in sorted(places)[:LOOKED_FOR] if f" {key} " in fact.body]
    return named[0] if len(named) == 1 else None


def _set_in(fact: Fact, place: Fact) -> Fact:
    where: dict[str, Value] = {k: place.values[k] for k in ("place", "place_id", "place_country") if k in place.values}
    values = {**fact.values, **where, "place_inherited": True, "place_supposed": True}
    return signed(dataclasses.replace(fact, values=values))
