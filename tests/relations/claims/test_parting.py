"""What holds two claims apart: figures, places, days and earlier states that are really others."""

from __future__ import annotations

from typing import Any

import pytest

from claimpairs import facts
from sayso.relations.claims.parting import apart
from sayso.vocab import Slot


def parted(one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]], slot: Slot = Slot.STATEMENT) -> bool:
    a, b = facts((one[0], slot, one[1]), (other[0], slot, other[1]))
    assert apart(a, b) == apart(b, a)
    return apart(a, b)


def sum_of(figure: float) -> dict[str, Any]:
    return {"low": figure, "high": figure, "unit": "USD"}


def several(least: int, of: str) -> dict[str, Any]:
    return {"low": least, "of": of}


def some(figure: int, of: str) -> dict[str, Any]:
    return {"low": figure, "high": figure, "of": of}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # told in the words of the other
        (
            ("the port gave $200 million and the state $600 million", sum_of(2e8)),
            ("the state put in $600 million", sum_of(6e8)),
        ),
        # rounded, cut
        (("they gave $15 million to charity", sum_of(1.5e7)), ("they gave $14,959,450 away", sum_of(14_959_450))),
        (("she paid $43 million in tax", sum_of(4.3e7)), ("she paid $43,885,310 in tax", sum_of(43_885_310))),
        # a word that leaves it open
        (
            ("dozens of members stayed away", several(24, "member")),
            ("about 60 members stayed away", some(60, "member")),
        ),
        (("several warnings were sent", several(3, "warning")), ("numerous warnings were sent", several(4, "warning"))),
        # one of them without its unit
        (
            ("he ran 793 yards", {"low": 793, "high": 793, "unit": "yd"}),
            ("he made 793 yards", some(793, "yard")),
        ),
    ],
)
def test_a_figure_that_may_be_the_other_one_parts_nothing(
    one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]
) -> None:
    assert not parted(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("she paid $43 million in tax", sum_of(4.3e7)), ("she paid $45,885,310 in tax", sum_of(45_885_310))),
        (("900,000 are affected", some(900_000, "person")), ("910,000 are affected", some(910_000, "person"))),
        (("over 8,000 acres burnt", {"low": 8000, "unit": "acre"}), ("8,500 acres", {"low": 8500, "unit": "acre"})),
        (("dozens of members stayed away", several(24, "member")), ("400 members stayed away", some(400, "member"))),
        (
            ("he took between $1.2 million and $1.5 million", {"low": 1.2e6, "high": 1.5e6, "unit": "USD"}),
            ("he took at least $1.2 million", {"low": 1.2e6, "unit": "USD"}),
        ),
        (("he caught eleven balls", some(11, "ball")), ("he caught three of his eleven balls", some(3, "ball"))),
    ],
)  # fmt: skip
def test_figures_of_two_things_part(one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]) -> None:
    assert parted(one, other)


def test_counts_of_victims_are_never_one_by_their_words() -> None:
    one = "dozens were hurt", {"effect": "wounded", "low": 24}
    other = "60 were hurt", {"effect": "wounded", "low": 60, "high": 60}
    assert parted(one, other, Slot.TOLL)


def set_in(place: str, key: str, country: str) -> dict[str, Any]:
    return {"place": (place,), "place_id": (key,) if key else (), "place_country": (country,) if country else ()}


def test_a_name_that_no_gazetteer_lists_parts_no_open_words() -> None:
    listed = "a boss of the Ring was found dead in Orle", set_in("Orle", "1", "XA")
    unlisted = "a boss of the Ring was found dead", set_in("Ring", "", "")
    assert not parted(listed, unlisted)
    assert parted(("dead in Orle", listed[1]), ("dead in Velm", set_in("Velm", "2", "XA")))
    assert parted(listed, unlisted, Slot.CONTROL)


def test_a_sea_or_a_continent_holds_much() -> None:
    sea = "a cable was cut in the Grey Sea", set_in("Grey Sea", "9", "")
    assert not parted(sea, ("a cable was cut off Orle", set_in("Orle", "1", "XA")))


def test_a_place_around_the_words_parts_nothing_where_the_text_has_the_other() -> None:
    around = "the swimmer went to Orle and won there", set_in("Velm", "2", "XA")
    inside = "the swimmer won in Orle", set_in("Orle", "1", "XA")
    elsewhere = "the swimmer won in Pelm", set_in("Pelm", "3", "XA")
    assert not parted(around, inside)
    assert parted(around, elsewhere)


def test_what_happened_before_parts_only_how_things_stand() -> None:
    before, now = ("the aid was previously refused to them", {"past": True}), ("the aid was refused to them", {})
    assert not parted(before, now)
    assert parted(
        ("the Front previously held Orle", {"past": True, "state": "holds"}),
        ("the Front holds Orle", {"state": "holds"}),
        Slot.CONTROL,
    )


def test_somebody_with_a_name_dies_once() -> None:
    died = {"effect": "killed", "low": 1, "high": 1}
    named = {**died, "victims": "Otto Marsh", "time": "2020-06"}
    a, b = facts(("Otto Marsh died in a cell", Slot.TOLL, named), ("he died there", Slot.STATEMENT, {}))
    assert not apart(a, b)
    a, b = facts(("a guard died", Slot.TOLL, {**died, "time": "2020-06"}), ("he died there", Slot.STATEMENT, {}))
    assert apart(a, b)
