"""Words that people are called by, and places that nobody is called after."""

from __future__ import annotations

import pytest

from sayso.layers.names.candidates import find_candidates
from sayso.layers.names.personal import given_gender, is_given, is_personal, plainly_place
from sayso.vocab import Category


@pytest.mark.parametrize(("word", "expected"), [("Anna", "f"), ("Peter", "m"), ("Velm", ""), ("Robin", "")])
def test_the_gender_of_a_given_name(word: str, expected: str) -> None:
    assert given_gender(word) == expected


def test_given_names_and_surnames_are_personal() -> None:
    assert is_given("Anna")
    assert is_personal("Hilton")
    assert not is_personal("Palmyra")


@pytest.mark.parametrize(
    ("name", "expected"), [("Palmyra", True), ("Euphrates", True), ("Jordan", False), ("Bell", False), ("Zzyx", False)]
)
def test_which_names_are_plainly_of_places(name: str, expected: bool) -> None:
    assert plainly_place(name) is expected


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Michael Jordan signed the ball. Jordan smiled.", Category.PERSON),
        ("Michael Jordan signed the ball in Jordan. Jordan smiled.", Category.LOCATION),
    ],
)
def test_a_country_may_be_a_surname(page, text: str, category: Category) -> None:
    document, _, parse = page(text)
    assert [c.category for c in find_candidates(document, parse) if c.text == "Jordan"][-1] is category


def test_a_town_may_be_a_surname(page) -> None:
    document, _, parse = page("The film producer Dana Lucca moved to Velm. Lucca said she would go on.")
    assert [c.category for c in find_candidates(document, parse) if c.text == "Lucca"] == [Category.PERSON]
