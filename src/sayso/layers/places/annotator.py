"""Where the places of a document lie: its mentions of places, resolved together against the gazetteer.

What the text itself says goes first (``Paris, Texas``, ``Homs Province, Syria``, ``Salina, Kan.``), then the company
that names keep (:mod:`sayso.layers.places.nearness`), the countries whose people and capitals are spoken of, the
publisher's country, and only then how many people live there.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso import assets
from sayso.layers.names import gazetteer
from sayso.layers.names.gazetteer import Place, distance
from sayso.layers.places.nearness import MANY, Name, region_of, settle
from sayso.layers.places.spots import GENERIC, HOLDERS, MOST, Spot, candidates_of, find_spots
from sayso.spelling import fold
from sayso.types import Document, Mention, Span, Toponym
from sayso.vocab import Category, Level, PlaceUse, Precision

PRECISION = {
    "country": Precision.COUNTRY,
    "region": Precision.REGION,
    "county": Precision.REGION,
    "city": Precision.CITY,
    "area": Precision.AREA,
    "site": Precision.POINT,
}
#: What it is worth that the text puts a candidate into the place named next ("Paris, Texas").
SAID = 7.0
_QUALIFIES = re.compile(r"\s*(?:,|\()\s*(?:in\s+)?(?:the\s+)?(?:\w+\s+)?")
_SIDE = r"(?:(?:north|south)-?)?(?:east|west)|north|south"
_FAR = r"\b\d[\d.,]*\s*(?:km|kilomet\w+|miles?)\s+"
_RELATION = re.compile(rf"(?:{_FAR})?\b(?:(?:{_SIDE})\s+of|near|outside)\s+(?:the\s+)?$", re.I)
#: What stands before a language, and behind one.
_SPOKEN = re.compile(
    r"\b(?:spe(?:ak|aks|aking)|spoken?|learn\w*|fluent in|taught|teach\w*|stud(?:y|ies|ied|ying)|translated (?:in)?to"
    r"|written in|wrote in|reads?|understands?|in|into)(?: (?:only|both|some|no|little|broken|perfect))?\s+$"
)
_ALONE = re.compile(r"[.,;:!?)\"”]|\s+(?:and|or|but|so|to|as|at|with|on|in|for|when|language|lessons?|class(?:es)?)\b")
_REGION_BEFORE = re.compile(r"\b(?:provinces?|governorates?|regions?|states?|count(?:y|ies)) of\s+$", re.I)


def resolve_places(document: Document, mentions: Sequence[Mention]) -> list[Toponym]:
    """A toponym for every named place, in text order; one without coordinates where the gazetteer has no such name.

    The place after which a body is called (``Kent`` in ``Kent Police``) gets a toponym of that body's mention, with a
    span of its own; a nationality gets its country, of use ``people``.
    """
    spots = find_spots(document.text, mentions)
    qualifiers = _qualifiers(document.text, spots)
    names, of_spot = _group(spots, qualifiers)
    _weigh_what_is_said(of_spot, qualifiers)
    settle([n for n in (*names, *_context(document, mentions)) if n.candidates], _home(document.publisher))
    out = []
    companies: dict[int, str] = {}
    for i, (spot, name) in enumerate(zip(spots, of_spot, strict=True)):
        if not name.candidates and GENERIC.issuperset(fold(spot.surface).split()):
            continue  # "the City", "the District": no name at all
        after = spots[qualifiers[i]].surface if i in qualifiers else ""
        before = document.text[max(0, spot.span.start - 40) : spot.span.start]
        if id(name) not in companies:
            companies[id(name)] = _company(name, names)
        out.append(_toponym(spot, name, companies[id(name)], before, after))
    out += _peoples(document.text, mentions, {t.span.start for t in out})
    return sorted(out, key=lambda t: (t.span.start, t.span.end))


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


def _qualifiers(text: str, spots: Sequence[Spot]) -> dict[int, int]:
    """For a spot that the next one qualifies, the number of that next one."""
    out = {}
    for i, (this, following) in enumerate(pairwise(spots)):
        between = text[this.span.end : following.span.start]
        if this.surface.endswith("."):
            between = between.lstrip(".")
        if len(between) > 24 or not this.own or not _QUALIFIES.fullmatch(between):
            continue
        outer = candidates_of(following, True)
        if any(_inside(a, b) for a in candidates_of(this, False) for b in outer):
            out[i] = i + 1
    return out


def _group(spots: Sequence[Spot], qualifiers: dict[int, int]) -> tuple[list[Name], list[Name]]:
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
            made[group] = Name(spot.surface, candidates_of(spot, i in postal), 0.5)
        name = made[group]
        name.weight = min(name.weight + 0.5, 2.0)
    return list(made.values()), [made[group] for group in keys]


def _weigh_what_is_said(of_spot: Sequence[Name], qualifiers: dict[int, int]) -> None:
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
    """By demonym, folded: the code of its country, or the name of a nation or state that is none."""
    out: dict[str, str] = {}
    for row in assets.rows("demonyms.tsv"):
        if row["kind"] in ("country", "nation", "state", "region"):
            meant = row["code"] if row["kind"] == "country" and len(row["code"]) == 2 else row["name"]
            for word in (row["name"], *row["demonyms"].split("|")):
                out.setdefault(fold(word), meant)
                out.setdefault(fold(word) + "s", meant)
    return out


@functools.lru_cache(maxsize=1024)
def _home_of(nationality: str) -> Place | None:
    """The country, nation or state of a demonym."""
    meant = _nationalities().get(fold(nationality), "")
    return gazetteer.country(meant) or next(iter(gazetteer.look_up(meant)), None) if meant else None


def _country_of(nationality: str) -> Place | None:
    home = _home_of(nationality)
    return home if home and home.kind == "country" else None


def _language(text: str, span: Span) -> bool:
    """Whether a nationality is only what somebody speaks: "learned French in a year", "translated into Spanish"."""
    before = _SPOKEN.search(text, max(0, span.start - 24), span.start)
    return before is not None and _ALONE.match(text, span.end) is not None


def _peoples(text: str, mentions: Sequence[Mention], taken: set[int]) -> list[Toponym]:
    """The homes of the nationalities that the text names, also in what a body or an office is called by: ``the Danish
    navy``. What is only a language is none, nor what begins at an offset ``taken``."""
    out = []
    for m in mentions:
        if m.level is not Level.NAME or not (m.category is Category.NATIONALITY or m.category in HOLDERS):
            continue
        people, span = m.name, m.span
        if m.category is not Category.NATIONALITY:
            people = text[span.start : span.end].split(" ")[0]
            span = Span(span.document_id, span.start, span.start + len(people))
        home = _home_of(people)
        if home is None or span.start in taken:
            continue
        other = _language(text, span) if m.category is Category.NATIONALITY else fold(people) == fold(home.name)
        if not other:
            taken.add(span.start)
            out.append(_of_people(m, span, people, home))
    return out


def _of_people(mention: Mention, span: Span, people: str, home: Place) -> Toponym:
    why = f"{_description(home)}: whose people are called {people}; not where anything happens"
    return _row(mention, span, home, 1.0, why, PlaceUse.PEOPLE, PRECISION[home.kind])


@functools.cache
def _homes() -> dict[str, str]:
    out: dict[str, str] = {}
    for row in assets.rows("outlets.tsv"):
        for name in (row["name"], *row["aliases"].split("|")):
            out.setdefault(fold(name), row["country"])
    return out


def _home(publisher: str | None) -> str:
    return _homes().get(fold(publisher), "") if publisher else ""


def _toponym(spot: Spot, name: Name, company: str, before: str, after: str) -> Toponym:
    """The row of one spot; ``company`` is what the other names say for the reading of its own, ``before`` the text
    before it, ``after`` the place that qualifies it."""
    if name.best is None:
        return _row(spot.mention, spot.span, None, 0.0, f"no place called {spot.surface!r} in the gazetteer")
    place, chance = name.best
    if not after and not company:
        doubt = f"{spot.surface!r} may be {place.name} ({place.country}), but nothing else in the text is near it"
        return _row(spot.mention, spot.span, None, 0.0, doubt)
    rest = len(name.candidates) - 1
    reasons = [_description(place)]
    if rest:
        reasons.append(f"{rest} other place{'s' if rest > 1 else ''} could be meant")
    if after:
        reasons.append(f"the text says {after!r} after it")
    elif rest:
        reasons.append(company)
    relation = _RELATION.search(before)
    if relation:
        reasons.append(f"the text speaks of somewhere {relation[0].strip()!r} it")
    if not spot.own:
        reasons.append(f"{spot.mention.name} is called after it")
    around = place.kind == "city" and _REGION_BEFORE.search(before)
    if around:
        reasons.append("the text speaks of the region around it")
    use = PlaceUse.PLACE if spot.own else PlaceUse.BODY
    precision = Precision.REGION if around else PRECISION[place.kind]
    return _row(spot.mention, spot.span, place, round(chance, 3), "; ".join(reasons), use, precision)


def _description(place: Place) -> str:
    where = ", ".join(w for w in (place.admin1, place.country) if w and w != place.name)
    return f"{place.name}, {place.kind}" + (f" in {where}" if where else "")


def _company(name: Name, names: Sequence[Name]) -> str:
    """Why the likeliest of the namesakes is meant: its region is named, or a place near it, or one of its country; or
    its size. "" for a small place found only by another name or by its sound, in a text with nothing else of its
    country. Of a long list of places only the first ones are looked at."""
    if name.best is None:
        return ""
    place = name.best[0]
    others = [n.best[0] for n in names[:MANY] if n is not name and n.best]
    small = not place.primary and place.population < 100_000 and place.kind in ("city", "county")
    if small and all(other.country != place.country for other in others):
        return ""
    if any(o.kind == "region" and o.id != place.id and region_of(o) == region_of(place) for o in others):
        return f"the text names {place.admin1}, where this one lies"
    points = [o for o in others if o.kind in ("city", "county", "site") and o.id != place.id]
    near = min(((distance(place, o), o.name) for o in points), default=None)
    if near and near[0] < 200:
        return f"this one lies {near[0]:.0f} km from {near[1]}, which the text names"
    if any(o.country == place.country and o.country for o in others):
        return f"the text names other places of {place.country}"
    return "it is the best known"


def _row(
    mention: Mention,
    span: Span,
    place: Place | None,
    score: float,
    detail: str,
    use: PlaceUse = PlaceUse.PLACE,
    precision: Precision = Precision.AREA,
) -> Toponym:
    return Toponym(
        mention_id=mention.id,
        span=span,
        name=place.name if place else mention.name,
        gazetteer_id=place.id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=(place.country or None) if place else None,
        precision=precision,
        use=use,
        score=score,
        detail=detail,
    )
