"""Which of its namesakes each place name of a document means, decided for all of them together.

Every name starts with what is known of its candidates alone (inhabitants, kind, whether it is their main name), then
each candidate gains by the company it keeps: other names of the document that may lie near it, in its region or in its
country, each in the measure in which that reading is itself likely by now. A few rounds settle it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.layers.names.gazetteer import Place, distance

#: What a candidate is worth for its kind, before company; calibrated on local news (LGL) with the weights below.
WORTH = {"country": 2.5, "region": 1.5, "area": 5.0, "city": 0.0, "county": -0.5, "site": 1.0}
#: A tenfold population is worth this much; a name that is not the place's main one costs that much.
TENFOLD = 0.8
OTHER_NAME = 2.0
#: A capital, and a place of a country whose own news is in English.
CAPITAL = 1.5
IN_ENGLISH, ENGLISH = 0.5, frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
HOME = 0.7
#: What company is worth: a name nearby, one in the same region, one in the same country.
NEAR, REGION, COUNTRY = 2.0, 1.3, 1.2
#: Kilometres at which nearness has fallen to a third; beyond NOT_NEAR it counts for nothing.
REACH, NOT_NEAR = 100.0, 300.0
#: Degrees of latitude beyond which nothing is within NOT_NEAR.
LATITUDE_NEAR = 2.75
ROUNDS = 4
#: In a text of more names than MANY (a list of towns), only candidates at least this likely weigh as neighbours.
MANY, UNLIKELY = 150, 0.2
#: Kilometres within which namesakes count as one spot.
ONE_SPOT = 60.0
#: A city with this share of its region's inhabitants is what their common name means.
LARGE_SHARE = 0.15


@dataclass(slots=True)
class Name:
    """A name with what it may mean. ``weight`` grows with its mentions; ``bonus`` holds what the text itself says for a
    candidate (by place id). Once settled, ``likely`` is the probability of each candidate and ``best`` the likeliest
    one with the probability that the name means a place there."""

    text: str
    candidates: Sequence[Place]
    weight: float = 1.0
    bonus: dict[str, float] = field(default_factory=dict)
    worth: list[float] = field(default_factory=list)
    likely: list[float] = field(default_factory=list)
    best: tuple[Place, float] | None = None


def region_of(place: Place) -> tuple[str, str]:
    """Country and first-order region, the region itself being in itself."""
    return place.country, place.name if place.kind == "region" else place.admin1


def settle(names: Sequence[Name], home: str = "") -> None:
    """Fills in ``worth``, ``likely`` and ``best`` of names with candidates. ``home`` is the publisher's country."""
    for name in names:
        name.worth = _alone(name, home)
        name.likely = _chances(name.worth)
    # What has one candidate means that one, whatever its company.
    doubtful = [i for i, name in enumerate(names) if len(name.candidates) > 1]
    near = _neighbours(names) if doubtful else {}
    for _ in range(ROUNDS if doubtful and len(names) > 1 else 0):
        shares = _shares(names)
        settled = []
        for i in doubtful:
            scores = [
                worth + _company(names, i, place, near.get((i, k), ()), shares)
                for k, (place, worth) in enumerate(zip(names[i].candidates, names[i].worth, strict=True))
            ]
            settled.append(_chances(scores))
        for i, likely in zip(doubtful, settled, strict=True):
            names[i].likely = likely
    for name in names:
        name.best = _best(name)


def _best(name: Name) -> tuple[Place, float]:
    """The likeliest candidate, the earlier where two are equal, and the probability that the name means a place
    there: a town and the county around it that share a name are no doubt."""
    at = max(range(len(name.candidates)), key=lambda i: (name.likely[i], -i))
    place = name.candidates[at]
    if place.kind == "country":
        return place, name.likely[at]
    there = (
        chance
        for p, chance in zip(name.candidates, name.likely, strict=True)
        if p.country == place.country and p.kind != "country" and distance(p, place) < ONE_SPOT
    )
    return place, min(1.0, sum(there))


def _alone(name: Name, home: str) -> list[float]:
    seat = any(p.capital for p in name.candidates)
    cities = {(p.country, p.admin1): p.population for p in reversed(name.candidates) if p.kind == "city"}
    out = []
    for p in name.candidates:
        worth = WORTH[p.kind] + TENFOLD * math.log10(p.population + 100) + name.bonus.get(p.id, 0.0)
        worth -= 0.0 if p.primary else OTHER_NAME
        worth += CAPITAL if p.capital else 0.0
        worth += IN_ENGLISH if p.country in ENGLISH else 0.0
        worth += HOME if home and p.country == home else 0.0
        if p.kind == "region" and seat:
            worth -= CAPITAL
        if p.kind == "region" and cities.get((p.country, p.name), -1) >= LARGE_SHARE * p.population:
            worth -= 3.0
        out.append(worth)
    return out


def _chances(scores: Sequence[float]) -> list[float]:
    top = max(scores, default=0.0)
    powers = [math.exp(s - top) for s in scores]
    whole = sum(powers)
    return [p / whole for p in powers]


def _neighbours(names: Sequence[Name]) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """For each candidate (name, position) of a name that has several the candidates of other names that lie near, with
    how near (0 to 1)."""
    least = UNLIKELY if len(names) > MANY else 0.0
    cells: dict[tuple[int, int], list[tuple[int, int, Place]]] = defaultdict(list)
    for i, name in enumerate(names):
        for k, place in enumerate(name.candidates):
            if place.kind not in ("country", "area") and name.likely[k] >= least:
                cells[int(place.latitude // 3), int(place.longitude // 4)].append((i, k, place))
    out: dict[tuple[int, int], list[tuple[int, int, float]]] = defaultdict(list)
    for (row, column), held in cells.items():
        around = [cells[row + r, column + c] for r in (-1, 0, 1) for c in (-1, 0, 1) if (row + r, column + c) in cells]
        for i, k, place in held:
            if len(names[i].candidates) < 2:
                continue
            north, south = place.latitude + LATITUDE_NEAR, place.latitude - LATITUDE_NEAR
            for j, other, there in (item for cell in around for item in cell):
                if j != i and south < there.latitude < north:
                    far = distance(place, there)
                    if far < NOT_NEAR:
                        out[i, k].append((j, other, math.exp(-far / REACH)))
    return out


class _Shares(NamedTuple):
    """The weight of names that lie in each region and country: of each name by itself, and of all together. A key is
    ``(country, region)``, with ``""`` for the country as a whole."""

    each: list[dict[tuple[str, str], float]]
    all: dict[tuple[str, str], float]

    def without(self, i: int, where: tuple[str, str]) -> float:
        """The weight of the names other than ``i`` that lie there; never below 0 for the rounding of sums."""
        return max(0.0, self.all.get(where, 0.0) - self.each[i].get(where, 0.0))


def _shares(names: Sequence[Name]) -> _Shares:
    each = []
    whole: dict[tuple[str, str], float] = defaultdict(float)
    for name in names:
        mine: dict[tuple[str, str], float] = defaultdict(float)
        for place, chance in zip(name.candidates, name.likely, strict=True):
            if place.country:
                mine[place.country, ""] += name.weight * chance
                if place.kind != "country" and region_of(place)[1]:
                    mine[region_of(place)] += name.weight * chance
        for where, share in mine.items():
            whole[where] += share
        each.append(mine)
    return _Shares(each, whole)


def _company(
    names: Sequence[Name], i: int, place: Place, near: Sequence[tuple[int, int, float]], shares: _Shares
) -> float:
    """What the other names are worth to one candidate of name ``i``; ever more of one kind counts ever less."""
    if place.kind == "area" or not place.country:
        return 0.0
    nearest: dict[int, float] = {}
    for j, other, nearness in near:
        nearest[j] = max(nearest.get(j, 0.0), nearness * names[j].likely[other])
    by = sum(names[j].weight * value for j, value in nearest.items())
    region = region_of(place)
    inside = shares.without(i, region) if place.kind != "country" and region[1] else 0.0
    alike = shares.without(i, (place.country, ""))
    return NEAR * math.log1p(3 * by) + REGION * math.log1p(2 * inside) + COUNTRY * math.log1p(2 * alike)
