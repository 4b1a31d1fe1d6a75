"""Days of feasts."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.layers.times.feasts import easter, feast


@pytest.mark.parametrize(("year", "day"), [(2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2025, (4, 20))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2023, (11, 23)),
        ("labor day", 2024, (9, 2)),
        ("memorial day", 2024, (5, 27)),
        ("election day", 2024, (11, 5)),
        ("good friday", 2024, (3, 29)),
        ("christmas eve", 2024, (12, 24)),
    ],
)
def test_feast(name: str, year: int, day: tuple[int, int]) -> None:
    assert feast(name, year) == date(year, *day)
