"""Whether places of one name, in different documents, are one place: by where each document's own context puts them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from sayso.types import Toponym
from sayso.vocab import PlaceUse, Precision

#: Kilometres: a town and the region around it are one place to a reader; namesakes lie farther apart.
APART = 400.0


class Position(NamedTuple):
    """Where a document's place lies: ISO country or "", WGS 84 degrees; a country as a whole is everywhere in it."""

    country: str
    latitude: float
    longitude: float
    whole: bool

    def label(self) -> str:
        where = f"{abs(self.latitude):.1f}°{'N' if self.latitude >= 0 else 'S'} "
        where += f"{abs(self.longitude):.1f}°{'E' if self.longitude >= 0 else 'W'}"
        return f"the country {self.country}" if self.whole else f"{self.country} {where}".strip()


def spot_of(toponym: Toponym) -> Position | None:
    """None where the gazetteer does not know the place, or it is only the namesake of a body or a people."""
    if toponym.latitude is None or toponym.longitude is None or toponym.use is not PlaceUse.PLACE:
        return None
    whole = toponym.precision is Precision.COUNTRY
    return Position(toponym.country or "", toponym.latitude, toponym.longitude, whole)


def label_spots(spots: Sequence[Position | None]) -> list[str]:
    """For each spot the label of the first one, in a fixed order, that it is one place with; "" for None."""
    known = sorted({s for s in spots if s is not None})
    first = {spot: next(other for other in known if _one_place(spot, other)) for spot in known}
    return [first[spot].label() if spot is not None else "" for spot in spots]


def _one_place(a: Position, b: Position) -> bool:
    if a == b:
        return True
    if a.whole or b.whole:
        return a.country == b.country
    return _distance(a, b) < APART


def _distance(a: Position, b: Position) -> float:
    """Kilometres along the great circle."""
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
