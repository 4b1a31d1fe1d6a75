"""Days, counts and ranges in words."""

from __future__ import annotations

from sayso.exports.words import count, day, days


def test_day() -> None:
    assert day("2024-05-04") == "4 May 2024"
    assert day("2024-05") == "2024-05"


def test_days() -> None:
    assert days(None) == ""
    assert days(("2024-05-04", "2024-05-04")) == "4 May 2024"
    assert days(("2024-05-04", "2024-06-01")) == "4 May 2024 – 1 Jun 2024"


def test_count() -> None:
    assert [count(n, "claim") for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert count(2, "story", "stories") == "2 stories"
