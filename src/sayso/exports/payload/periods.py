"""Stated times as days on a scale, with their granularity."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from sayso.types import Claim

PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
SEASONS = {"SP": (3, "spring"), "SU": (6, "summer"), "FA": (9, "autumn"), "WI": (12, "winter")}

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\w{2})?[\d:.]*)?")
WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|\d))?")
PART_OF_YEAR = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEARS = re.compile(r"(\d{2,4})")


class Stretch(NamedTuple):
    """First and last day, inclusive, and the granularity: ``day``, ``night``, ``week``, ``month`` … ``century``."""

    first: date
    last: date
    grain: str


def stretch_of(value: str) -> Stretch | None:
    """The days that a TIMEX3 value covers; None for durations, sets, times without a date and impossible dates."""
    try:
        return _stretch(value)
    except (ValueError, OverflowError):
        return None


def _stretch(value: str) -> Stretch | None:
    if found := DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        part = found[4] or ""
        grain = PARTS.get(part, "hour" if part.isdecimal() else "day")
        return Stretch(day, day, grain)
    if found := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3] == "WE":
            return Stretch(monday + timedelta(5), monday + timedelta(6), "weekend")
        if found[3]:
            day = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3]))
            return Stretch(day, day, "day")
        return Stretch(monday, monday + timedelta(6), "week")
    if found := PART_OF_YEAR.fullmatch(value):
        year = int(found[1])
        if found[2]:
            return _months(year, 3 * int(found[2]) - 2, 3, "quarter")
        if found[3]:
            return _months(year, 6 * int(found[3]) - 5, 6, "half-year")
        month, name = SEASONS[found[4]]
        return _months(year, month, 3, name)
    if found := MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1, "month")
    if found := YEARS.fullmatch(value):
        digits = found[1]
        grain = {4: "year", 3: "decade", 2: "century"}[len(digits)]
        low = int(digits.ljust(4, "0"))
        return Stretch(date(low, 1, 1), date(low + 10 ** (4 - len(digits)) - 1, 12, 31), grain)
    return None


def _months(year: int, month: int, count: int, grain: str) -> Stretch:
    last_month = month + count - 1
    end_year, end_month = year + (last_month - 1) // 12, (last_month - 1) % 12 + 1
    last = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Stretch(date(year, month, 1), last, grain)


def times_of(claim: Claim) -> list[Stretch]:
    """When a claim says that it happened; empty if it does not say."""
    held = dict(claim.values).get("time")
    stated = held if isinstance(held, tuple) else (held,)
    return [found for value in stated if isinstance(value, str) and (found := stretch_of(value)) is not None]
