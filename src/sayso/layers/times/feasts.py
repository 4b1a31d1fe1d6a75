"""Days of feasts: fixed ones, movable ones, and those that hang from Easter."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

#: Movable feasts as (month, weekday 0–6, which one; -1 the last), and fixed ones as (month, day).
MOVABLE = {
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "thanksgiving": (11, 3, 4),
    "martin luther king day": (1, 0, 3),
}
FIXED = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26), "halloween": (10, 31), "valentine's day": (2, 14), "may day": (5, 1),
}  # fmt: skip
EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}


def feast(name: str, year: int) -> date:
    """The day of a feast in a year. Raises KeyError for a name that is not known."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in EASTER:
        return easter(year) + timedelta(days=EASTER[name])
    if name == "election day":  # the Tuesday after the first Monday of November
        return feast_of(year, 11, 0, 1) + timedelta(days=1)
    return feast_of(year, *MOVABLE[name])


def feast_of(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second … (-1: last) weekday (0 Monday) of a month."""
    length = calendar.monthrange(year, month)[1]
    days = [date(year, month, d) for d in range(1, length + 1) if date(year, month, d).weekday() == weekday]
    return days[which - 1 if which > 0 else which]


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)
