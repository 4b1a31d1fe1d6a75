"""The gazetteer: spellings, sounds, abbreviations, regions."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.layers.names import gazetteer
from sayso.spelling import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("São  Paulo", "sao paulo"),
        ("St. John’s", "saint johns"),
        ("Ft. Worth", "fort worth"),
        ("The Hague", "hague"),
        ("Main St.", "main st"),
        ("Łódź", "lodz"),
        ("", ""),
        ("…", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "names",
    [
        ("Deir ez-Zor", "Deyr ez Zor", "Dayr az-Zawr", "Deir al-Zour", "Deir Ezzor"),
        ("Raqqa", "al-Raqqah", "Ar Raqqah", "ar-Rakka"),
        ("Hasakah", "al-Hasaka", "Al-Hassakeh"),
        ("Fallujah", "al-Falluja", "Faluja"),
        ("Kyiv", "Kiev"),
        ("St. Louis", "Saint Louis"),
    ],
)
def test_spellings_of_one_town(names: tuple[str, ...]) -> None:
    found = [{p.id for p in gazetteer.look_up(name) if p.kind == "city"} for name in names]
    assert set.intersection(*found)


@pytest.mark.parametrize(
    ("name", "kind", "country", "english"),
    [
        ("Syria", "country", "SY", "Syria"),
        ("U.S.", "country", "US", "United States"),
        ("the United States", "country", "US", "United States"),
        ("UK", "country", "GB", "United Kingdom"),
        ("Burma", "country", "MM", "Myanmar"),
        ("Homs Province", "region", "SY", "Homs Governorate"),
        ("Homs Governorate", "region", "SY", "Homs Governorate"),
        ("province of Homs", "region", "SY", "Homs Governorate"),
        ("Bavaria", "region", "DE", "Bavaria"),
        ("Ala.", "region", "US", "Alabama"),
        ("W.Va.", "region", "US", "West Virginia"),
        ("Laurel County", "county", "US", "Laurel County"),
        ("West Bank", "region", "PS", "West Bank"),
        ("Horn of Africa", "area", "", "Horn of Africa"),
        ("Euphrates River", "area", "", "Euphrates"),
        ("northern Aleppo", "region", "SY", "Aleppo Governorate"),
        ("Kremlin", "site", "RU", "Kremlin"),
    ],
)
def test_first_of_a_name(name: str, kind: str, country: str, english: str) -> None:
    place = gazetteer.look_up(name)[0]
    assert (place.kind, place.country, place.name) == (kind, country, english)


def test_towns_have_their_region_and_coordinates() -> None:
    palmyra = next(p for p in gazetteer.look_up("Palmyra") if p.country == "SY")
    assert palmyra.admin1 == "Homs Governorate"
    assert (round(palmyra.latitude), round(palmyra.longitude)) == (35, 38)
    assert palmyra.id == "163808"


def test_own_places_have_ids_of_their_own() -> None:
    assert gazetteer.look_up("Middle East")[0].id == "sayso:middle-east"


@pytest.mark.parametrize("name", ["", " ", "Xqzptl", "...", "a" * 5000, "\u202e\u0000", "EU", "THE"])
def test_unknown(name: str) -> None:
    assert gazetteer.look_up(name) == []
    assert not gazetteer.knows(name)
    assert gazetteer.prominence(name) == 0


def test_prominence_orders_what_a_reader_knows() -> None:
    names = ["France", "Chicago", "Gainesville", "Palmyra", "Chiefland"]
    values = [gazetteer.prominence(n) for n in names]
    assert values[0] == 1.0
    assert values[0] > values[1] > values[2] > values[4] > 0


def test_state_as_written_only() -> None:
    written = gazetteer.state("Miss.")
    assert written
    assert written.name == "Mississippi"
    assert gazetteer.state("Miss") is None
    assert gazetteer.state("OH") is None
    posted = gazetteer.state("OH", postal=True)
    assert posted
    assert posted.name == "Ohio"


def test_country_by_code() -> None:
    syria = gazetteer.country("sy")
    assert syria is not None
    assert syria.name == "Syria"
    assert gazetteer.country("ZZ") is None


def test_distance() -> None:
    assert gazetteer.distance_between(52.52, 13.405, 48.857, 2.352) == pytest.approx(878, abs=3)


@given(st.text(max_size=60))
def test_any_name_can_be_looked_up(name: str) -> None:
    places = gazetteer.look_up(name)
    assert bool(places) >= gazetteer.knows(name)
    assert all(-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180 for p in places)
    assert len({p.id for p in places}) == len(places)


def test_nothing_is_opened_at_import() -> None:
    code = "import sayso.layers.names.gazetteer as g; assert g._file.cache_info().currsize == 0"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
