"""Which claims are looked at together because their words are alike."""

from __future__ import annotations

import pytest

from claimpairs import statements
from sayso.relations.agreement.matters import contrasted, of_one_matter, uncounted
from sayso.relations.claims.grouping import Group


@pytest.mark.parametrize(
    ("told", "bare"),
    [
        ("Up to 40,000 people came", "N people came"),
        ("Between 65 and 80 percent are covered", "N percent are covered"),
        ("three hundred and four houses burned", "N houses burned"),
        ("The toll rose to 19 on Friday", "The toll rose to N on Friday"),
        ("Ten teachers and two pupils", "N teachers and N pupils"),
    ],
)
def test_figures_are_left_out(told: str, bare: str) -> None:
    assert uncounted(told) == bare


def test_a_long_run_of_figures_takes_no_time() -> None:
    assert "N" in uncounted("1 2 " * 20_000)


def test_figures_that_are_set_against_the_one_meant() -> None:
    told = statements(
        "There are 41 men down there, not 33", "72 tonnes, and not the 40 it had admitted", "Not one came"
    )
    assert [contrasted(fact) for fact in told] == [{33.0}, {40.0}, set()]


def test_what_is_planned_meets_what_gives_it_up() -> None:
    told = statements("The council dropped its plan for a harbour bridge", "Rain fell on the hills of Marl")
    assert list(of_one_matter([Group([fact], [fact]) for fact in told])) == []
