"""Days, clock times and their labels in a line."""

from __future__ import annotations

import pytest

from sayso.documents.dates.labels import day_ranges, is_date_line


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Ada Bell | 3 March 2016, 10:20", ["3 March 2016", "10:20"]),
        ("Oct. 3, 5 a.m. EDT", ["Oct. 3", "5 a.m", "EDT"]),
        ("Ada Bell • 3 hours ago", ["3 hours ago"]),
        ("Ada Bell", []),
    ],
)
def test_days(line: str, days: list[str]) -> None:
    assert [line[start:end].strip() for start, end in day_ranges(line)] == days


def test_a_line_of_nothing_but_a_day() -> None:
    assert is_date_line("Published: 3 March 2016 at 10:20")
    assert not is_date_line("Ada Bell, 3 March 2016")
