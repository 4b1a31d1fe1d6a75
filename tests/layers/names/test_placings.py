"""What the words around a name say for a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.vocab import Category

PLACES = [
    ("The levy rose in Barrow, Jackson and Walton counties.", ["Barrow", "Jackson", "Walton"]),
    ("It is sponsored by Rep. Ada Moss, D-Ocilla, and Sen. Tom Ree (R-Lexington).", ["Ocilla", "Lexington"]),
    ("Missing man found. HUDSON -- Officials say a body was found in a lake.", ["Hudson"]),
    ("Traffic was stopped on Wichita Drive and on Ann Road.", ["Wichita Drive", "Ann Road"]),
    ("Woodstock Mayor Michael Harding was cautious.", ["Woodstock"]),
    ("A fire broke out near Tollgarth. The Tollgarth store burnt down.", ["Tollgarth"]),
    ("The firm moved to Hounslow. On Monday Hounslow Labour councillors wrote to it.", ["Hounslow"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_by_their_surroundings(page: Callable[..., Any], text: str, expected: list[str]) -> None:
    document, _, parse = page(text)
    found = {m.name for m in find_mentions(document, parse) if m.category is Category.LOCATION}
    assert set(expected) <= found


@pytest.mark.parametrize(
    "text",
    [
        "The gift of Diane Lane surprised the board.",
        "UPDATE - The mayor spoke.",
        "She bought an F-Secure licence.",
        "The dam broke in several counties and states.",
    ],
)
def test_no_places(page: Callable[..., Any], text: str) -> None:
    document, _, parse = page(text)
    assert not [m.name for m in find_mentions(document, parse) if m.category is Category.LOCATION]


def test_campaigns_are_events_and_an_initial_makes_a_person(page: Callable[..., Any]) -> None:
    document, _, parse = page("They joined Operation Iron Heron as Tyrise M. Bell left the outskirts of Karabilah.")
    found = {m.name: m.category for m in find_mentions(document, parse)}
    assert found["Operation Iron Heron"] is Category.EVENT
    assert found["Tyrise M. Bell"] is Category.PERSON
    assert found["Karabilah"] is Category.LOCATION
