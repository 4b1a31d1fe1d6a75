"""Figures of what may be one thing, told in open words."""

from __future__ import annotations

import pytest

from relatedcases import Case, Expectation, related, stated

MONDAY, WEDNESDAY = "2024-06-10", "2024-06-12"


def relation(first: tuple[str, str], second: tuple[str, str], left: str, right: str) -> set[str]:
    articles = [("Ridge Dispatch", first[0], "Leak", first[1]), ("Vale Post", second[0], "Leak", second[1])]
    found = related(Case("case", articles))
    return set(stated(found, Expectation(frozenset(), left, right)))


@pytest.mark.parametrize(
    ("first", "second", "left", "right", "told"),
    [
        (
            (MONDAY, "Some 40,000 litres got out through a cracked valve, Norquim said."),
            (MONDAY, "The secretary said 60,000 to 80,000 litres had got out through the valve."),
            "40,000 litres got out",
            "60,000 to 80,000 litres",
            "conflicts",
        ),
        (
            (MONDAY, "At least 15 members of the governing party crossed the floor, Thom Gondwe said."),
            (MONDAY, "Between 13 and 16 members of the governing party voted with the opposition, Ana Kos said."),
            "15 members of the governing party",
            "13 and 16 members of the governing party",
            "compatible",
        ),
        (
            (MONDAY, "The house rejected the levy by 96 votes to 88."),
            (WEDNESDAY, "The vote on the levy was 97 to 87, the Speaker's office said."),
            "97 to 87",
            "96 votes to 88",
            "updates",
        ),
    ],
)
def test_figures_of_one_thing(
    first: tuple[str, str], second: tuple[str, str], left: str, right: str, told: str
) -> None:
    assert told in relation(first, second, left, right)


def test_figures_of_two_things_are_not_related() -> None:
    bought = (MONDAY, "The town bought 300 chairs for its hall, the mayor said.")
    sold = (MONDAY, "The club sold 320 tickets for the match, its chairman said.")
    assert relation(bought, sold, "300 chairs", "320 tickets") == {"none"}
