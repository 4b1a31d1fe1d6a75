"""TIMEX3 values → days."""

from __future__ import annotations

import datetime

import pytest

from sayso.relations.claims.days import window_of

DAYS = [
    ("2024-05-15", "2024-05-15", "2024-05-15"),
    ("2024-05-15T08:30", "2024-05-15", "2024-05-15"),
    ("2024-05-15TNI", "2024-05-15", "2024-05-16"),
    ("2024-05", "2024-05-01", "2024-05-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-W20", "2024-05-13", "2024-05-19"),
    ("2024-Q2", "2024-04-01", "2024-06-30"),
]


@pytest.mark.parametrize(("value", "first", "last"), DAYS)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    wanted = tuple(datetime.date.fromisoformat(day).toordinal() for day in (first, last))
    assert window_of(value) == wanted


@pytest.mark.parametrize("value", ["P2D", "PAST_REF", "2024-13", "0000", "", None, 7, "2024-02-31"])
def test_what_names_no_day(value: str) -> None:
    assert window_of(value) is None
