"""Which lone names are people's, though places and peoples are called so, and whose of several a surname is."""

from __future__ import annotations

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.vocab import Category, Level


def _called(page, text: str) -> list[tuple[str, str, Category]]:
    document, _, parse = page(text)
    found = find_mentions(document, parse)
    return [(text[m.span.start : m.span.end], m.name, m.category) for m in found if m.level is Level.NAME]


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("Raul Labrador won on Monday. Support of Labrador grew. “I am glad,” Labrador said.", "Raul Labrador", True),
        ("Ann Woodward wrote a book. Readers wrote to Woodward, and Woodward replied.", "Ann Woodward", True),
        ("Mark Cuban owns a team. The team won, Cuban said. It will win again, Cuban added.", "Mark Cuban", True),
        ("Mark Weller owns a team. The Cuban players won, and two Cubans scored.", "Cuban", False),
        ("Anna Lansing moved away. She was born in Lansing, near Detroit, and died in Lansing.", "Lansing", False),
    ],
)
def test_a_place_or_a_people_may_be_a_surname(page, text: str, name: str, person: bool) -> None:
    last = name.split()[-1]
    found = [(called, category) for words, called, category in _called(page, text) if words == last]
    assert all((category is Category.PERSON) is person for _, category in found)
    assert {called for called, _ in found} == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rolf Moss left the council. Moss spoke for an hour. Ada Moss, his wife, wept. Moss said it was time.",
            {"Rolf Moss": 3, "Ada Moss": 1},
        ),
        (
            "Peter Moss and Anna Moss run the mill. Mr. Moss mends it. Mrs. Moss keeps its books.",
            {"Peter Moss": 2, "Anna Moss": 2},
        ),
    ],
)
def test_people_of_one_surname_stay_apart(page, text: str, expected: dict[str, int]) -> None:
    names = [name for _, name, category in _called(page, text) if category is Category.PERSON]
    assert {name: names.count(name) for name in names} == expected
