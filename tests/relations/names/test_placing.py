"""Which places of one name are one place, by where they lie."""

from __future__ import annotations

import pytest

from sayso.relations.names.placing import Position, label_spots, spot_of
from sayso.types import Span, Toponym
from sayso.vocab import PlaceUse, Precision


def toponym(precision: Precision = Precision.CITY, use: PlaceUse = PlaceUse.PLACE, known: bool = True) -> Toponym:
    return Toponym(
        mention_id="m",
        span=Span("d", 0, 4),
        name="Velm",
        gazetteer_id="1" if known else None,
        latitude=34.5 if known else None,
        longitude=38.0 if known else None,
        country="SY" if known else None,
        precision=precision,
        score=1.0,
        detail="",
        use=use,
    )


def test_only_a_known_place_that_is_meant_as_one_has_a_spot() -> None:
    assert spot_of(toponym()) == Position("SY", 34.5, 38.0, False)
    assert spot_of(toponym(Precision.COUNTRY)) == Position("SY", 34.5, 38.0, True)
    assert spot_of(toponym(use=PlaceUse.PEOPLE)) is None
    assert spot_of(toponym(known=False)) is None


TOWN, REGION, FAR = (
    Position("SY", 34.5, 38.3, False),
    Position("SY", 34.7, 37.0, False),
    Position("US", 39.8, -91.5, False),
)
COUNTRY, STATE = Position("GE", 42.0, 43.5, True), Position("US", 32.8, -83.5, False)


@pytest.mark.parametrize(
    ("spots", "places"),
    [
        ([TOWN, TOWN], 1),
        ([TOWN, REGION], 1),  # a town and the region around it
        ([TOWN, FAR], 2),
        ([COUNTRY, STATE], 2),
        ([COUNTRY, Position("GE", 41.7, 44.8, False)], 1),
        ([], 0),
    ],
)
def test_places_far_apart_are_two(spots: list[Position], places: int) -> None:
    assert len(set(label_spots(spots))) == places
    assert label_spots(spots[::-1]) == label_spots(spots)[::-1]


def test_a_place_without_a_spot_has_no_label() -> None:
    assert label_spots([None, FAR]) == ["", "US 39.8°N 91.5°W"]
