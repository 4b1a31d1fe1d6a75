"""Where and when harm befell somebody, told of the happening that did it."""

from __future__ import annotations

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.vocab import Slot


def toll(text: str) -> dict[str, object]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    return next(dict(c.values) for c in annotate(page).claims if c.slot is Slot.TOLL)


def test_the_day_and_place_of_the_attack_are_those_of_its_toll() -> None:
    held = toll("An army unit killed dozens of rebels during an ambush laid on Monday near Aleppo.")
    assert (held["place"], held["time"]) == (("Aleppo",), "2024-05-13")


def test_the_day_on_which_it_was_claimed_is_not() -> None:
    assert "time" not in toll("Three men were killed in an attack claimed by rebels on Monday.")


def test_nor_are_those_of_its_planning_its_memory_or_its_leader() -> None:
    assert "time" not in toll("Three men were killed in an attack planned in Aleppo in 2020.")
    assert "place" not in toll("Three men were killed in an ambush commemorated in Aleppo on Monday.")
    assert "time" not in toll("Three men were killed in a raid led by Jan Kovar, born in 1980.")


def test_an_attack_called_after_its_place_and_one_not_far_from_it_are_there() -> None:
    assert toll("The death toll from the Aleppo bomb attack rose to 112.")["place"] == ("Aleppo",)
    assert toll("A man died not far from Aleppo.")["place"] == ("Aleppo",)


def test_up_to_the_report_is_no_week_of_the_calendar() -> None:
    assert "time" not in toll("Three men were killed in the past week.")
    assert toll("Three men were killed last week.")["time"] == "2024-W19"
