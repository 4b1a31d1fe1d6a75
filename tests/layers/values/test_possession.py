"""Whose a place is said to be, without a verb of taking or holding."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.vocab import Slot


def holdings(text: str) -> list[tuple[object, object, object]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    held = [dict(c.values) for c in annotate(page).claims if c.slot is Slot.CONTROL]
    return [(v.get("state"), v.get("holder"), v.get("place")) for v in held]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The fighters of the Lake Coalition have been masters of Idlib since Monday, a priest said.",
            ("holds", "Lake Coalition", ("Idlib",)),
        ),
        ("Idlib belongs to the army now, a driver said.", ("holds", "army", ("Idlib",))),
    ],
)
def test_who_has_a_place(text: str, told: tuple[object, object, object]) -> None:
    assert told in holdings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The letter is in the hands of the court, he said.",
        "The book belongs to the school, the mayor said.",
        "Jets hit positions belonging to the Islamic State near Raqqa on Monday.",
    ],
)
def test_what_is_no_place_is_held_by_nobody(text: str) -> None:
    assert holdings(text) == []
