"""The readable cases in ``tests/cases/credits``: every one of ours holds; of those kept aside, how many is counted."""

from __future__ import annotations

import pytest

from credited import Case, failures, read_cases

#: How many of the held cases hold, at least; rises, never falls.
HELD_AT_LEAST = 240


@pytest.mark.parametrize("case", read_cases(held=False), ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: Case) -> None:
    assert failures(case) == []


def test_held_cases() -> None:
    cases = read_cases(held=True)
    broken = [failed for case in cases if (failed := failures(case))]
    assert len(cases) - len(broken) >= HELD_AT_LEAST, f"{len(broken)} of {len(cases)} do not hold"


def test_there_are_enough_and_a_third_is_kept_aside() -> None:
    ours, held = len(read_cases(held=False)), len(read_cases(held=True))
    assert ours + held >= 150
    assert held * 3 >= ours + held
