"""Where the places of a document lie: its mentions of places, resolved together against the gazetteer.

What the text itself says goes first (``Paris, Texas``, ``Homs Province, Syria``, ``Salina, Kan.``), then the company
that names keep (:mod:`sayso.layers.nearness`), the countries whose people and capitals are spoken of, the
publisher's country, and only then how many people live there.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso import assets
from sayso.layers import gazetteer
from sayso.layers.gazetteer import Place, distance, fold
from sayso.layers.nearness import Name, region_of, settle
from sayso.layers.parse import Parse
from sayso.types import Document, Mention, Span, Toponym
from sayso.vocab import Category, Level, Precision

PRECISION = {
    "country": Precision.COUNTRY,
    "region": Precision.REGION,
    "county": Precision.REGION,
    "city": Precision.CITY,
    "area": Precision.AREA,
    "site": Precision.POINT,
}
#: At most this many namesakes of one name are weighed.
MOST = 40
#: What it is worth that the text puts a candidate into the place named next ("Paris, Texas").
SAID = 7.0
#: The least prominence at which a body's name is read as beginning with a place.
WELL_KNOWN = 0.6

_QUALIFIES = re.compile(r"\s*(?:,|\()\s*(?:in\s+)?(?:the\s+)?(?:\w+\s+)?")
_SIDE = r"(?:north|south)?(?:east|west)|north|south"
_FAR = r"\b\d[\d.,]*\s*(?:km|kilomet\w+|miles?)\s+"
_RELATION = re.compile(rf"(?:{_FAR})?\b(?:(?:{_SIDE})\s+of|near|outside)\s+(?:the\s+)?$", re.I)
_REGION_BEFORE = re.compile(r"\b(?:provinces?|governorates?|regions?|states?|districts?|count(?:y|ies)) of\s+$", re.I)
_CAPITALISED = re.compile(r"[^\W\d_][\w.'’-]*")


class _Spot(NamedTuple):
    """A place's name in the text, with the mention it belongs to: its own, or a body's that is called after it."""

    mention: Mention
    span: Span
    surface: str

    @property
    def own(self) -> bool:
        return self.span == self.mention.span


def resolve_places(document: Document, parse: Parse, mentions: Sequence[Mention]) -> list[Toponym]:
    """A toponym for every named place, in text order; one without coordinates where the gazetteer has no such name.

    The place after which a body is called (``Kent`` in ``Kent Police``) gets a toponym of that body's mention, with a
    span of its own. Only sentences of ``parse`` are read again, for what stands before a name.
    """
    spots = _spots(document.text, mentions)
    qualifiers = _qualifiers(document.text, spots)
    names, of_spot = _group(document.text, spots, qualifiers)
    _weigh_what_is_said(spots, of_spot, qualifiers)
    settle([n for n in (*names, *_context(document, mentions)) if n.candidates], _home(document.publisher))
    out = []
    for i, (spot, name) in enumerate(zip(spots, of_spot, strict=True)):
        after = spots[qualifiers[i]].surface if i in qualifiers else ""
        before = document.text[max(0, spot.span.start - 40) : spot.span.start]
        out.append(_toponym(spot, name, names, before, after))
    return out


def locate_nationalities(mentions: Iterable[Mention]) -> list[Toponym]:
    """A toponym at its country for every mention of a nationality (``Syrian``), for those who count them as places."""
    out = []
    for mention in mentions:
        place = _country_of(mention.name) if mention.category is Category.NATIONALITY else None
        if place:
            out.append(_row(mention, mention.span, place, 1.0, f"{mention.name!r} is of {place.name}"))
    return out


def _spots(text: str, mentions: Iterable[Mention]) -> list[_Spot]:
    named = sorted((m for m in mentions if m.level is Level.NAME), key=lambda m: (m.span.start, m.span.end))
    out = [_Spot(m, m.span, _surface(text, m.span.start, m.span.end)) for m in named if m.category is Category.LOCATION]
    known = {fold(s.surface) for s in out}
    for mention in named:
        if mention.category is Category.ORGANISATION:
            out += _in_name(text, mention, known)
    return sorted(out, key=lambda s: (s.span.start, s.span.end))


def _in_name(text: str, mention: Mention, known: set[str]) -> list[_Spot]:
    """The place with which a body's name begins, if more follows and it is well known or in the text elsewhere."""
    start, end = mention.span.start, mention.span.end
    words = list(_CAPITALISED.finditer(text, start, min(end, start + 80)))
    if words and words[0][0].lower() == "the":
        del words[0]
    for count in range(min(3, len(words) - 1), 0, -1):
        surface = text[words[0].start() : words[count - 1].end()]
        if fold(surface) in known or (surface[0].isupper() and gazetteer.prominence(surface) >= WELL_KNOWN):
            span = Span(mention.span.document_id, words[0].start(), words[count - 1].end())
            return [_Spot(mention, span, _surface(text, span.start, span.end))]
    return []


def _surface(text: str, start: int, end: int) -> str:
    """The name as it will be looked up: one space between words, no possessive; with the stop of an abbreviation."""
    name = re.sub(r"\s+", " ", text[start:end]).strip()
    name = re.sub(r"['’]s?$", "", name) if not name.endswith(".") else name
    if text[end : end + 1] == "." and gazetteer.state(name + "."):
        return name + "."
    return name


def _candidates(spot: _Spot, postal: bool) -> list[Place]:
    state = gazetteer.state(spot.surface, postal)
    if state:
        return [state]
    return gazetteer.look_up(spot.surface)[:MOST] or (gazetteer.look_up(spot.mention.name)[:MOST] if spot.own else [])


def _inside(inner: Place, outer: Place) -> bool:
    """Whether the text may say ``inner, outer`` because the one lies in the other."""
    if inner.id == outer.id or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind == "region" and outer.admin1 == "" and inner.kind != "region":
        return region_of(inner) == region_of(outer) or (not outer.country and distance(inner, outer) < 400)
    if outer.kind == "county":
        return inner.kind == "city" and inner.country == outer.country and distance(inner, outer) < 60
    return outer.kind == "area" and distance(inner, outer) < 1500


def _qualifiers(text: str, spots: Sequence[_Spot]) -> dict[int, int]:
    """For a spot that the next one qualifies, the number of that next one."""
    out = {}
    for i, (this, following) in enumerate(pairwise(spots)):
        between = text[this.span.end : following.span.start]
        if this.surface.endswith("."):
            between = between.lstrip(".")
        if len(between) > 24 or not this.own or not _QUALIFIES.fullmatch(between):
            continue
        outer = _candidates(following, True)
        if any(_inside(a, b) for a in _candidates(this, False) for b in outer):
            out[i] = i + 1
    return out


def _group(text: str, spots: Sequence[_Spot], qualifiers: dict[int, int]) -> tuple[list[Name], list[Name]]:
    """One :class:`Name` for each name, or for each ``name, qualifier``; and which of them every spot belongs to.

    A bare name belongs to its last qualified use, or else to the first."""
    keys: list[tuple[str, str]] = []
    qualified: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for i, spot in enumerate(spots):
        outer = fold(spots[qualifiers[i]].surface) if i in qualifiers else ""
        keys.append((fold(spot.surface), outer))
        if outer:
            qualified[fold(spot.surface)].append((i, outer))
    for i, (bare, outer) in enumerate(keys):
        if not outer and qualified[bare]:
            before = [q for at, q in qualified[bare] if at < i]
            keys[i] = (bare, before[-1] if before else qualified[bare][0][1])
    postal = set(qualifiers.values())
    made: dict[tuple[str, str], Name] = {}
    for i, (spot, group) in enumerate(zip(spots, keys, strict=True)):
        if group not in made:
            made[group] = Name(spot.surface, _candidates(spot, i in postal), 0.5)
        name = made[group]
        name.weight = min(name.weight + 0.5, 2.0)
        if _REGION_BEFORE.search(text, max(0, spot.span.start - 30), spot.span.start):
            name.bonus |= {p.id: 4.0 for p in name.candidates if p.kind in ("region", "county")}
    return list(made.values()), [made[group] for group in keys]


def _weigh_what_is_said(spots: Sequence[_Spot], of_spot: Sequence[Name], qualifiers: dict[int, int]) -> None:
    """Gives candidates that the text itself puts one into the other their bonus."""
    for i, q in qualifiers.items():
        inner, outer = of_spot[i], of_spot[q]
        for a in inner.candidates:
            for b in outer.candidates:
                if _inside(a, b):
                    inner.bonus[a.id] = SAID
                    outer.bonus[b.id] = SAID / 2


def _context(document: Document, mentions: Iterable[Mention]) -> list[Name]:
    """What else tells where the text is: nationalities spoken of, and the dateline's place."""
    weights: dict[Place, float] = defaultdict(float)
    for mention in mentions:
        place = _country_of(mention.name) if mention.category is Category.NATIONALITY else None
        if place:
            weights[place] += 0.5
    out = [Name("", [place], min(weights[place], 2.0)) for place in sorted(weights)]
    if document.dateline and document.dateline.place:
        out.append(Name(document.dateline.place, gazetteer.look_up(document.dateline.place)[:MOST]))
    return out


@functools.cache
def _nationalities() -> dict[str, str]:
    """Country codes by demonym, folded."""
    out: dict[str, str] = {}
    for row in assets.rows("demonyms.tsv"):
        if row["kind"] == "country" and len(row["code"]) == 2:
            for word in (row["name"], *row["demonyms"].split("|")):
                out.setdefault(fold(word), row["code"])
                out.setdefault(fold(word) + "s", row["code"])
    return out


def _country_of(nationality: str) -> Place | None:
    code = _nationalities().get(fold(nationality))
    return gazetteer.country(code) if code else None


@functools.cache
def _homes() -> dict[str, str]:
    out: dict[str, str] = {}
    for row in assets.rows("outlets.tsv"):
        for name in (row["name"], *row["aliases"].split("|")):
            out.setdefault(fold(name), row["country"])
    return out


def _home(publisher: str | None) -> str:
    return _homes().get(fold(publisher), "") if publisher else ""


def _toponym(spot: _Spot, name: Name, names: Sequence[Name], before: str, after: str) -> Toponym:
    """The row of one spot; ``before`` is the text before it, ``after`` the place that qualifies it."""
    if not name.candidates:
        return _row(spot.mention, spot.span, None, 0.0, f"no place called {spot.surface!r} in the gazetteer")
    place, chance = name.best
    rest = len(name.candidates) - 1
    reasons = [_description(place)]
    if rest:
        reasons.append(f"{rest} other place{'s' if rest > 1 else ''} could be meant")
    if after:
        reasons.append(f"the text says {after!r} after it")
    elif rest:
        reasons.append(_company(place, name, names))
    relation = _RELATION.search(before)
    if relation:
        reasons.append(f"the text speaks of somewhere {relation[0].strip()!r} it")
    if not spot.own:
        reasons.append(f"{spot.mention.name} is called after it")
    return _row(spot.mention, spot.span, place, round(chance, 3), "; ".join(reasons))


def _description(place: Place) -> str:
    where = ", ".join(w for w in (place.admin1, place.country) if w and w != place.name)
    return f"{place.name}, {place.kind}" + (f" in {where}" if where else "")


def _company(place: Place, name: Name, names: Sequence[Name]) -> str:
    """Why this one of the namesakes: the nearest other place of the text, one of its country, or its size."""
    others = [n.best[0] for n in names if n is not name and n.candidates]
    near = min(
        ((distance(place, o), o.name) for o in others if o.kind not in ("country", "area") and o.id != place.id),
        default=None,
    )
    if near and near[0] < 200:
        return f"this one lies {near[0]:.0f} km from {near[1]}, which the text names"
    if any(o.country == place.country and o.country for o in others):
        return f"the text names other places of {place.country}"
    return "it is the best known"


def _row(mention: Mention, span: Span, place: Place | None, score: float, detail: str) -> Toponym:
    return Toponym(
        mention_id=mention.id,
        span=span,
        name=place.name if place else mention.name,
        gazetteer_id=place.id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=(place.country or None) if place else None,
        precision=PRECISION[place.kind] if place else Precision.AREA,
        score=score,
        detail=detail,
    )
