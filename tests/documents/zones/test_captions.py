"""Lines that tell what a picture shows, by the line below or by who stands where."""

from __future__ import annotations

import pytest

from sayso.documents.zones.captions import is_above_credit, is_caption, is_credit_below, names_sides
from sayso.documents.zones.lines import read_lines

SCENE = "Passengers wait for the Marigold on the pier in Corlin."
LONG = "Children wave to the crew of the Marigold from the breakwater as the ferry enters the harbour of Saltmarsh"
PARAGRAPH = (
    "The company said that the repair had cost twice what it had planned, and that fares would go up in the summer "
    "for all but those who live on the island."
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Harbour master Jorun Pell (second from left) and the crew", True),
        ("Jorun Pell, (right), looks on as the ferry leaves", True),
        ("From left: Jorun Pell and Ansel Brook", True),
        ("The island's council has turned to the right (centre, say its friends)", False),
        ("From left to right the papers agreed that he had lost", False),
    ],
)
def test_who_stands_where(words: str, wanted: bool) -> None:
    assert names_sides(words) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{SCENE}\n\nTove Asker/Reuters", True),
        (f"{LONG}\n\nTove Asker/Reuters", True),
        (f"{LONG}\nReuters", True),
        ("The old pier of Corlin, which burned in 1931.\nPhoto: Tove Asker", True),
        # headlines and paragraphs stand above pictures, too
        ("Passengers wait for the Marigold on the pier in Corlin\n\nPhoto: Tove Asker", False),
        (f"{PARAGRAPH}\nPhoto: Tove Asker", False),
        (f"{SCENE}\nReuters", False),
        ("Who pays for the second boat of Corlin?\nPhoto: Tove Asker", False),
        ("“The bread is not good,” says the shop.\nPhoto: Tove Asker", False),
    ],
)
def test_above_a_credit(text: str, wanted: bool) -> None:
    line, below, _ = read_lines(f"{text}\n\n{PARAGRAPH}")
    assert is_above_credit(line, below) is wanted
    assert is_caption([line, below], 0, "", None) is wanted


def test_whose_picture_it_is_stands_below() -> None:
    shown, credit, other = read_lines(f"{SCENE}\n\nTove Asker/Reuters\n\nThe ferry sailed on Tuesday.")
    assert is_credit_below(credit)
    assert not is_credit_below(shown)
    assert not is_credit_below(other)
