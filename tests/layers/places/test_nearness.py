"""Names weighed together: what stands alone, what company changes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.layers.names.gazetteer import look_up
from sayso.layers.places.nearness import Name, settle


def best(*texts: str, home: str = "", **bonus: float) -> list[str]:
    """``country/region`` (or the country's code alone) that each name settles on."""
    names = [Name(text, look_up(text)[:40]) for text in texts]
    for name in names:
        name.bonus = {p.id: bonus.get(p.country, 0.0) for p in name.candidates}
    settle(names, home)
    return ["/".join(filter(None, (n.best[0].country, n.best[0].admin1))) for n in names if n.best]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Paris",), ["FR/Île-de-France"]),
        (("Paris", "Lamar County", "Texas"), ["US/Texas", "US/Texas", "US"]),
        (("Athens", "Gainesville", "Atlanta"), ["US/Georgia", "US/Georgia", "US/Georgia"]),
        (("Tripoli", "Beirut", "Sidon"), ["LB/North Governorate", "LB/Beyrouth", "LB/South Governorate"]),
        (("Tripoli", "Benghazi", "Misrata"), ["LY", "LY", "LY"]),
        (("Washington",), ["US/District of Columbia"]),
    ],
)
def test_company(names: tuple[str, ...], expected: list[str]) -> None:
    found = best(*names)
    assert [f.startswith(e.split("/")[0]) for f, e in zip(found, expected, strict=True)] == [True] * len(names)
    assert [f for f, e in zip(found, expected, strict=True) if "US" in e] == [e for e in expected if "US" in e]


def test_what_the_text_says_outweighs_company() -> None:
    assert best("Hamilton", "London", CA=7.0) == ["CA/Ontario", "CA/Ontario"]


def test_the_publishers_country_breaks_a_tie() -> None:
    assert best("Newcastle", home="AU")[0].startswith("AU")
    assert not best("Newcastle", home="ZA")[0].startswith("AU")


def test_a_long_list_of_towns_settles_fast() -> None:
    towns = ["Salem", "Clinton", "Franklin", "Springfield", "Washington", "Madison", "Greenville", "Bristol"]
    names = [Name(text, look_up(text)[:40]) for text in towns * 100]
    started = time.process_time()
    settle(names)
    assert time.process_time() - started < 5


@given(st.lists(st.sampled_from(["Springfield", "Georgia", "Sahara", "Homs", "Richmond", "Iraq"]), max_size=8))
def test_probabilities(texts: list[str]) -> None:
    names = [Name(text, look_up(text)[:40]) for text in texts]
    settle(names)
    for name in names:
        assert sum(name.likely) == pytest.approx(1)
        assert name.best
        place, chance = name.best
        assert place in name.candidates
        assert 0 < chance <= 1
