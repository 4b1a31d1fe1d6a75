"""Figures told in open words are of one thing where all else is said over again."""

from __future__ import annotations

import pytest

from relatedcases import Case, Expectation, related, stated

DAY = "2024-06-10"


def relation(first: str, second: str, left: str, right: str) -> set[str]:
    articles = [("Ridge Dispatch", DAY, "Figures", first), ("Vale Post", DAY, "Figures", second)]
    return set(stated(related(Case("case", articles)), Expectation(frozenset(), left, right)))


def test_one_turnout_told_with_two_figures_is_at_odds() -> None:
    first = "Turnout in the referendum in Velm was 61 per cent, the electoral commission said."
    second = "Observers put turnout in the referendum in Velm at 38 per cent."
    assert relation(first, second, "61 per cent", "38 per cent") == {"conflicts"}


@pytest.mark.parametrize(
    ("first", "second", "left", "right"),
    [
        (
            "Ivo Renn sold 140 chairs to the town hall of Velm.",
            "Ivo Renn broke 120 chairs in the town hall of Velm.",
            "140 chairs",
            "120 chairs",
        ),
        (
            "Ivo Renn said his plan would cost 800 million euros.",
            "Marta Oule said the plan of Hugo Montes would cost 1.3 billion euros.",
            "800 million",
            "1.3 billion",
        ),
    ],
)
def test_figures_of_two_things_are_not_set_against_each_other(first: str, second: str, left: str, right: str) -> None:
    assert relation(first, second, left, right) == {"none"}
