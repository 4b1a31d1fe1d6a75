"""Times that a text states, as days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.payload.periods import stretch_of


@pytest.mark.parametrize(
    ("value", "first", "last", "grain"),
    [
        ("2025-03-08", "2025-03-08", "2025-03-08", "day"),
        ("2025-03-08TNI", "2025-03-08", "2025-03-08", "night"),
        ("2025-03-08T14:30", "2025-03-08", "2025-03-08", "hour"),
        ("2025-W10", "2025-03-03", "2025-03-09", "week"),
        ("2025-W10-WE", "2025-03-08", "2025-03-09", "weekend"),
        ("2025-02", "2025-02-01", "2025-02-28", "month"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter"),
        ("2025-H1", "2025-01-01", "2025-06-30", "half-year"),
        ("2024-WI", "2024-12-01", "2025-02-28", "winter"),
        ("1974", "1974-01-01", "1974-12-31", "year"),
        ("197", "1970-01-01", "1979-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
    ],
)
def test_a_value_covers_days(value: str, first: str, last: str, grain: str) -> None:
    found = stretch_of(value)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat(), found.grain) == (first, last, grain)


@pytest.mark.parametrize(
    "value", ["P3D", "PRESENT_REF", "2025-13", "2025-02-30", "XXXX-05", "", "T14", "0000", "2025-W60"]
)
def test_what_is_no_date_covers_none(value: str) -> None:
    assert stretch_of(value) is None


@given(st.text(alphabet="0123456789-WQHTESPNIX", max_size=16))
def test_any_value_is_days_in_order_or_nothing(value: str) -> None:
    found = stretch_of(value)
    assert found is None or found.first <= found.last
