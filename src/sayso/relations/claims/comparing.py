"""How single values of two claims stand to each other: parties, places, times, bounds, wording."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable
from enum import IntEnum

from sayso import assets
from sayso.relations.claims.days import Window
from sayso.relations.claims.facts import Fact, sides
from sayso.relations.names.bodies import countries
from sayso.relations.words.senses import akin
from sayso.relations.words.spellings import folded, spelling


class Fit(IntEnum):
    """How two values stand to each other. UNKNOWN: at least one is missing or too general to tell."""

    DIFFERENT = 0
    UNKNOWN = 1
    SAME = 2


#: Words that make the name of a town that of what lies around it.
DISTRICTS = frozenset("governorate province region district county oblast state prefecture department area".split())
#: People counted without saying which; they may be any others.
ANYBODY = frozenset({"people", "person", "other", "man", "victim", "life", "casualty", "body", "individual", "number"})
#: People of whom no more is said than that they bore no arms.
PLAIN = ANYBODY | {"civilian", "resident", "villager", "citizen", "passenger", "worshipper", "inhabitant", "local"}
#: Those who lose their work are counted as people or as posts.
POSTS = ANYBODY | {"job", "post", "position", "worker", "employee", "staff", "role"}
#: Headlines of one happening have this many senses in common, and this share of the shorter one's.
HEADED, HALF = 2, 0.5
#: People who are counted among others, of whom a count is seldom all the victims.
AMONG = frozenset(
    "child kid woman girl boy baby infant toddler minor teenager student pupil teacher journalist medic doctor nurse "
    "paramedic rescuer volunteer firefighter foreigner pilgrim".split()
)
#: Children by whatever noun.
YOUNG = frozenset("child kid girl boy minor teenager student pupil schoolchild schoolboy schoolgirl youngster".split())
#: Shares told as fractions, and by how many points these are rounded.
FRACTION = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|(?:in|out of) (?:every )?(?:two|three|four|five|ten))\b",
    re.IGNORECASE,
)
ROUND = 2.0
#: Kinds of happenings that are also called an attack.
ATTACKS = frozenset(
    "attack explosion shooting airstrike shelling bombing stabbing fighting strike raid assault ambush massacre".split()
)


def parties(a: str | None, b: str | None, groups: frozenset[str]) -> Fit:
    """Two names of somebody. A description (lower case) fits any name on its side, a capital its country."""
    if not a or not b:
        return Fit.UNKNOWN
    left, right = folded(a), folded(b)
    if left == right:
        return Fit.SAME if a[:1].isupper() or b[:1].isupper() else Fit.UNKNOWN
    if side_of(left, groups) and side_of(right, groups) and side_of(left, groups) != side_of(right, groups):
        return Fit.DIFFERENT
    if not a[:1].isupper() or not b[:1].isupper():
        return Fit.UNKNOWN
    in_full = left if len(left.split()) > 1 else right
    if in_full in groups and (_family_name(left, right) or _family_name(right, left)):
        return Fit.SAME  # "the Front" of the Azure Front
    if side_of(left, groups) and set(left.split()) & set(right.split()) - sides().keys():
        return Fit.UNKNOWN  # "the Ruvian army", "Ruvian government forces"
    common = set(left.split()) & set(right.split())
    if _described(a) and _described(b) and side_of(left, groups) and side_of(left, groups) == side_of(right, groups):
        return Fit.UNKNOWN  # "the regime of X", "government forces"
    if _described(a) != _described(b) or (_described(a) and common):
        return Fit.UNKNOWN  # "Ruvian fighters" may be those of any group
    if _family_name(left, right) or _family_name(right, left):
        return Fit.SAME
    shorter, longer = sorted((set(left.split()), set(right.split())), key=len)
    if shorter and shorter < longer and len(shorter) > 1:
        return Fit.SAME
    return Fit.UNKNOWN if left in countries() and countries()[left] == countries().get(right) else Fit.DIFFERENT


def _family_name(short: str, name: str) -> bool:
    """Whether one word is the last of a name of two and more, and tells no side by itself: "Montes"."""
    words = name.split()
    return len(words) > 1 and short == words[-1] and short not in sides() and short.removesuffix("s") not in sides()


def _described(name: str) -> bool:
    """Whether a name is a description with a name in it: "Ruvian forces"."""
    return name.split()[-1][:1].islower()


@functools.lru_cache(maxsize=65536)
def side_of(name: str, groups: frozenset[str]) -> str:
    if name in groups:
        return "other"
    plain = name.split()
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(plain)]
    words = [*pairs, *(w.removesuffix("s") for w in plain), *plain]
    return next((sides()[w] for w in words if w in sides()), "")


def of_no_side(name: str | None, groups: frozenset[str]) -> bool:
    """Whether it is somebody without a name of whom the words show no side: the mayor, of whom "ours" is said."""
    return name is not None and name[:1].islower() and not side_of(folded(name), groups)


def any_party(a: Iterable[str], b: Iterable[str], groups: frozenset[str]) -> Fit:
    """The best fit between two sets of names."""
    fits = [parties(x, y, groups) for x in a for y in b]
    return max(fits, default=Fit.UNKNOWN)


def pinned(fact: Fact) -> bool:
    """Whether a claim names a place more narrowly than a country."""
    ids = fact.many("place_id")
    return bool(fact.many("place")) and not (ids and all(i.startswith("country:") for i in ids))


def places(a: Fact, b: Fact, name: str = "place") -> Fit:
    """Two sets of places: one in common, one inside the other's country, or none."""
    left, right = a.many(name), b.many(name)
    if not left or not right:
        return Fit.UNKNOWN
    found = _places(a, b, name)
    if found is not Fit.DIFFERENT or name != "place":
        return found
    # a place that only other articles of a story of one scene name tells nothing apart
    if a.one_scene and any(f.values.get("place_supposed") for f in (a, b)):
        return Fit.UNKNOWN
    # what a clause takes over from the one above it may be no more than the scene; but of a place that a text does not
    # name it says nothing
    scenes = [
        any(scene.mentions(p) for p in claimed.many("place"))
        for scene, claimed in ((a, b), (b, a))
        if scene.values.get("place_inherited")
    ]
    return Fit.UNKNOWN if any(scenes) else found


def _places(a: Fact, b: Fact, name: str) -> Fit:
    left, right = a.many(name), b.many(name)
    left_ids, right_ids = set(a.many(f"{name}_id")) - {""}, set(b.many(f"{name}_id")) - {""}
    if left_ids and right_ids:
        if left_ids & right_ids:
            return _namesakes(a, b) if name == "place" else Fit.SAME
        if set(a.many(f"{name}_country")) & set(b.many(f"{name}_country")):
            if _around(left, right):
                return Fit.SAME
            if _districts(left) != _districts(right) or {spelling(p) for p in left} & {spelling(p) for p in right}:
                return Fit.UNKNOWN  # the town may lie in the province, or that be called by the bare name as well
        held = a.many(f"{name}_country"), b.many(f"{name}_country")
        if not all(held):
            return Fit.UNKNOWN  # a sea, or a part of the world, which holds much
        return Fit.UNKNOWN if _inside(left_ids, held[1]) or _inside(right_ids, held[0]) else Fit.DIFFERENT
    if {spelling(p) for p in left} & {spelling(p) for p in right}:
        return Fit.SAME
    if _otherwise_called(a, left_ids, left, b, right) or _otherwise_called(b, right_ids, right, a, left):
        return Fit.UNKNOWN
    return Fit.UNKNOWN if _districts(left) != _districts(right) else Fit.DIFFERENT


def _namesakes(a: Fact, b: Fact) -> Fit:
    """One place as far as is known, unless the texts set it in different countries: "Marl, Wales", "Marl, Ireland"."""
    said = [_set_in(f) for f in (a, b)]
    for beside, other in ((said[0], b), (said[1], a)):
        countries = {i.removeprefix("country:") for i in beside if i.startswith("country:")}
        if countries and not countries & set(other.many("place_country")):
            return Fit.DIFFERENT if all(said) else Fit.UNKNOWN
    return Fit.SAME


def _set_in(fact: Fact) -> set[str]:
    """The ids of those places of a claim that stand after another one and a comma."""
    names, ids = fact.many("place"), fact.many("place_id")
    if len(names) != len(ids):
        return set()
    pairs = zip(names, zip(names[1:], ids[1:], strict=True), strict=False)
    return {key for first, (then, key) in pairs if f"{first}, {then}" in fact.text}


def _otherwise_called(
    known: Fact, ids: set[str], names: tuple[str, ...], other: Fact, unknown: tuple[str, ...]
) -> bool:
    """Whether the place of one claim, that a gazetteer lists under a name which the claim's text does not use, may be
    that of the other, which no gazetteer knows, for the text does use that name."""
    if not ids or other.many("place_id"):
        return False
    text = known.document.text
    return any(n in text for n in unknown) and not all(n in text for n in names)


def _districts(names: tuple[str, ...]) -> bool:
    """Whether all of some places are districts by their names."""
    return all(not DISTRICTS.isdisjoint(folded(n).split()) for n in names)


def _around(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one list has a town and the other the district named after it."""
    bare = [
        {p: " ".join(w for w in p.split() if w not in DISTRICTS) for p in map(folded, side)} for side in (left, right)
    ]
    return any(
        a == b and (full == a) != (other == b) for full, a in bare[0].items() for other, b in bare[1].items() if a and b
    )


def _inside(ids: set[str], countries: tuple[str, ...]) -> bool:
    """Whether places given only as a country hold all that lies in ``countries``."""
    whole = {i.removeprefix("country:") for i in ids if i.startswith("country:")}
    return bool(whole & set(countries))


def times(a: Fact, b: Fact) -> Fit:
    """Two times: SAME where both are stated and share a day; reports without a time fit what lies around them."""
    left, right = a.time(), b.time()
    if left is None or right is None:
        return Fit.UNKNOWN
    if not meet(left, right):
        return Fit.DIFFERENT
    return Fit.SAME if a.window is not None and b.window is not None else Fit.UNKNOWN


def one_heading(a: Fact, b: Fact) -> bool:
    """Whether the headlines of two documents speak of one thing: two senses in common, half of the shorter one's."""
    return len(a.about & b.about) >= HEADED and overlap(a.about, b.about) >= HALF


def meet(a: Window, b: Window) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def bounds_meet(a: Fact, b: Fact) -> bool:
    """Whether some number lies in the bounds of both. A share told as a fraction is a round one: "three quarters" is 74
    per cent as well."""
    low = max(x - _rounding(f) if x is not None else float("-inf") for f in (a, b) for x in (f.number("low"),))
    high = min(x + _rounding(f) if x is not None else float("inf") for f in (a, b) for x in (f.number("high"),))
    return low <= high


def _rounding(fact: Fact) -> float:
    """By how much the figure of a share may be rounded, in points."""
    return ROUND if fact.one("unit") == "%" and FRACTION.search(fact.opening) else 0.0


def same_figure(a: Fact, b: Fact) -> bool:
    """Whether two counts give one figure, if with other bounds: ``4,000`` and ``over 4,000``."""
    left, right = figures(a), figures(b)
    if {_open_below(a), _open_below(b)} == {True, False}:
        return False  # "up to 60" claims less than "60"
    if len(left) != len(right):
        return False  # "between 20 and 30" is not "at least 20"
    if len(left) == 2 and left != right:
        return False
    near = any(abs(x - y) <= 1 if min(x, y) >= 20 else x == y for x in left for y in right)
    return near and bounds_meet(a, b) and a.one("unit") == b.one("unit")


def in_money(fact: Fact) -> bool:
    """Whether a figure is a sum in some currency."""
    unit = fact.one("unit") or ""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _open_below(fact: Fact) -> bool:
    return fact.number("low") is None


def figures(fact: Fact) -> set[float]:
    """The numbers that bound a count."""
    return {n for n in (fact.number("low"), fact.number("high")) if n is not None}


def counted(a: str | None, b: str | None) -> Fit:
    """Two nouns for what is counted: people are anybody."""
    if not a or not b or a in ANYBODY or b in ANYBODY:
        return Fit.UNKNOWN
    if a != b and ((a in POSTS and b in POSTS) or (a in YOUNG and b in YOUNG)):
        return Fit.UNKNOWN
    if a == b or akin(a, b):
        return Fit.SAME
    one, other = sides().get(a), sides().get(b)
    return Fit.UNKNOWN if one and one == other else Fit.DIFFERENT


@functools.cache
def crowds() -> frozenset[str]:
    """Nouns for people who gather, march or stop work."""
    return PLAIN | POSTS | {row["word"] for row in assets.rows("nouns.tsv") if row["kind"] == "people"}


def one_sort(a: str | None, b: str | None) -> bool:
    """Whether two nouns for victims can be of one count: one noun, or both of people without more said of them."""
    if not a or not b or a == b or (a in POSTS and b in POSTS):
        return True
    if (a in PLAIN and b in PLAIN) or (a in YOUNG and b in YOUNG):
        return True
    return counted(a, b) is Fit.SAME or (sides().get(a) == sides().get(b) is not None)


def sort_of(fact: Fact) -> str:
    """On which side the victims of a toll stood, or that they were civilians; blank where it does not say."""
    name, noun = folded(fact.one("victims") or ""), fact.one("of") or ""
    side = side_of(name, fact.armed_groups)
    if not side and noun:  # "regime fighters"
        told = re.search(rf"\b([\w-]{{2,30}}) {re.escape(noun)}(?:s|es)?\b", folded(fact.opening))
        side = side_of(told[1], fact.armed_groups) if told else ""
    side = side or side_of(noun, fact.armed_groups)
    return side or ("civilian" if noun in PLAIN - ANYBODY else "")


def causes(a: str | None, b: str | None) -> Fit:
    """Two kinds of happening; an attack may be any violent one."""
    if not a or not b:
        return Fit.UNKNOWN
    if a == b:
        return Fit.SAME
    return Fit.UNKNOWN if {"attack", "fighting"} & {a, b} and a in ATTACKS and b in ATTACKS else Fit.DIFFERENT


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter wording's words that the other has too."""
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0
