"""Days that claims state, as ranges of ordinals."""

from __future__ import annotations

import calendar
import datetime
import functools
import re

from sayso.types import Value

Window = tuple[int, int]


@functools.cache
def window_of(value: Value) -> Window | None:
    """The days that a TIMEX3 value names, as ordinals, both inclusive; None for what is no calendar value."""
    if not isinstance(value, str):
        return None
    found = re.match(r"(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d))?))?", value)
    if found is None or int(found[1]) < 1:
        return None
    year = int(found[1])
    try:
        if found[2]:
            first = datetime.date.fromisocalendar(year, int(found[2]), 1).toordinal()
            return first, first + 6
        if found[3]:
            month = 3 * int(found[3]) - 2
            return datetime.date(year, month, 1).toordinal(), _month_end(year, month + 2)
        if found[5]:
            day = datetime.date(year, int(found[4]), int(found[5])).toordinal()
            # a night belongs to two days
            return (day, day + 1) if value.endswith("TNI") else (day, day)
        if found[4]:
            month = int(found[4])
            return datetime.date(year, month, 1).toordinal(), _month_end(year, month)
        return datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
    except ValueError:
        return None


def ordinal(date: str) -> int | None:
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None


def _month_end(year: int, month: int) -> int:
    return datetime.date(year, month, calendar.monthrange(year, month)[1]).toordinal()
