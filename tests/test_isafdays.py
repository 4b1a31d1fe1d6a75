"""Why a coded day is not the one said: the causes that ``evaluation/isafdays.py`` counts."""

from __future__ import annotations

import isafdays
import pytest

from sayso.types import Span, Timex
from sayso.vocab import TimexRole, TimexType


def times(*values: str) -> list[Timex]:
    """One time expression a value; a value after ``sent`` is that of the dateline."""
    made = []
    for value in values:
        role = TimexRole.DATELINE if value.startswith("sent ") else TimexRole.OWN
        made.append(Timex(span=Span("d", 0, 1), type=TimexType.DATE, value=value.removeprefix("sent "), role=role))
    return made


@pytest.mark.parametrize(
    ("text", "values", "said", "why"),
    [
        ("May 3, 2019", ["2019-05-03"], "2019-05-04", isafdays.RIGHT),
        ("(May 5) … yesterday", ["sent XXXX-05-05", "XXXX-XX-XX"], None, isafdays.NO_YEAR),
        ("No. 2019-05-17 … yesterday", ["2019", "XXXX-XX-XX"], None, isafdays.NO_DAY),
        ("(May 5) … in 2018", ["sent XXXX-05-05", "2018"], None, isafdays.UNREAD),
        ("May 3, 2019", ["2019-05-03"], "2019-05-03", isafdays.CODED_OTHERWISE),
        ("(May 5, 2019)", ["sent 2019-05-05"], "2019-05-05", isafdays.SENT),
        ("May 3 … May 4, 2019", ["2019-05-03", "2019-05-04"], "2019-05-03", isafdays.ANOTHER),
    ],
)
def test_cause(text: str, values: list[str], said: str | None, why: str) -> None:
    assert isafdays.cause(text, times(*values), said, "2019-05-04") == why


def test_a_coded_day_before_the_one_said_is_a_shift_back() -> None:
    assert isafdays.shift("2019-05-01", "2019-04-30") == -1
