"""Which words of a text name a place: pairs of a body's name and the place in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.layers.places.spots import find_spots
from sayso.types import Mention, Span
from sayso.vocab import Category, Level


def mention(text: str, name: str, category: Category, level: Level = Level.NAME) -> Mention:
    at = text.index(name)
    span = Span("document-0", at, at + len(name))
    return Mention(span=span, head=span, category=category, level=level, name=name)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Gainesville Police Department", "Gainesville"),
        ("Laurel County Adult Education", "Laurel County"),
        ("University of Nebraska", "Nebraska"),
        ("the Houston Fire Department", "Houston"),
        ("France Telecom", "France"),
        ("Red Cross", None),
        ("Central Bank", None),
        ("North High School", None),
        ("Obama administration", None),
        ("Greene and Sons", None),
        ("Chicago", None),
        ("Hospital of the University of Nebraska", "Nebraska"),
        ("College of Law", None),
        ("West Columbia City Council", "West Columbia"),
    ],
)
def test_the_place_in_a_bodys_name(body: str, place: str | None) -> None:
    text = f"A spokesman of {body} spoke."
    found = find_spots(text, [mention(text, body, Category.ORGANISATION)])
    assert [text[s.span.start : s.span.end] for s in found] == ([place] if place else [])
    assert all(not s.own for s in found)


def test_a_body_called_after_a_town_of_the_text() -> None:
    text = "Harlem is quiet. Harlem Cooperative Bakers met."
    mentions = [mention(text, "Harlem", Category.LOCATION), mention(text, "Harlem Coop", Category.ORGANISATION)]
    assert [(s.surface, s.own) for s in find_spots(text, mentions)] == [("Harlem", True), ("Harlem", False)]


@pytest.mark.parametrize(("office", "place"), [("Boone County Sheriff Ada Moss", "Boone County"), ("Ada Moss", None)])
def test_the_place_of_an_office(office: str, place: str | None) -> None:
    text = f"They met {office}."
    found = find_spots(text, [mention(text, office, Category.PERSON)])
    assert [s.surface for s in found] == ([place] if place else [])


def test_a_surname_is_no_place() -> None:
    text = "Ada Taylor fell. Taylor is well."
    person = mention(text, "Ada Taylor", Category.PERSON)
    place = mention(text.replace("Ada Taylor", "Ada Xaylor"), "Taylor", Category.LOCATION)
    assert find_spots(text, [person, place]) == []


def test_only_names_count() -> None:
    text = "They left the town."
    assert find_spots(text, [mention(text, "the town", Category.LOCATION, Level.NOMINAL)]) == []


def test_an_abbreviation_keeps_its_stop() -> None:
    text = "in Salina, Kan. on Monday"
    assert find_spots(text, [mention(text, "Kan", Category.LOCATION)])[0].surface == "Kan."


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.sampled_from(list(Category)))
def test_spots_lie_in_their_mention(text: str, start: int, length: int, category: Category) -> None:
    span = Span("document-0", min(start, len(text)), min(start + length, len(text)))
    one = Mention(span=span, head=span, category=category, level=Level.NAME, name=text[span.start : span.end])
    for spot in find_spots(text, [one]):
        assert span.start <= spot.span.start <= spot.span.end <= span.end
