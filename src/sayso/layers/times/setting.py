"""What a time expression is read against, what it comes to, and the small arithmetic of TIMEX3 values."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sayso.layers.times.words import TimeReading
from sayso.vocab import TimexRole, TimexType

PAST, FUTURE = -1, 1
#: Words that send an expression back, or on, whatever the verb says.
BACK = ("last", "past", "previous", "this past")
FORTH = ("next", "coming", "following", "this coming")
DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET
#: A quarter that the text named stays the one compared with for this many sentences.
QUARTER_HOLDS = 6
#: What a tense says of the way a verb looks, for the reasons of values.
TENSES = {PAST: "the verb is past", FUTURE: "the verb looks ahead", 0: "no verb says otherwise"}


class Value(NamedTuple):
    """A TIMEX3 type and value, and why, in words. ``day``, ``quarter`` and ``year`` are what later expressions may
    count from; ``anchor`` is the date it was reckoned from, None where it needs none or there is none."""

    type: TimexType
    value: str
    why: str
    anchor: date | None = None
    day: date | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    role: TimexRole = TimexRole.OWN


@dataclass(slots=True)
class TimeSetting:
    """What an expression is read against. ``tense`` is of its governing verb: PAST, FUTURE or 0. ``day``, ``year``
    and ``quarter`` were named by the text before; ``near`` says that the day was named in this sentence or the last."""

    published: date | None
    tense: int = 0
    day: date | None = None
    near: bool = False
    year: int | None = None
    quarter: tuple[int, int] | None = None

    @property
    def told(self) -> date | None:
        """The day that the text speaks of: the one it named just before, else that of publication."""
        return self.day if self.near and self.day else self.published


def iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def months_on(day: date, months: int) -> date:
    """The day that many months on, or the last of its month. Raises ValueError beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def duration_value(number: float | None, unit: str) -> str:
    """``P2Y``, ``PT30M``, ``PXW`` (vague), ``P2Y6M`` (two and a half years), ``P20Y`` (two decades)."""
    head = "PT" if unit in ("S", "m", "H") else "P"
    if number is None:
        return f"{head}X{'M' if unit == 'm' else unit}"
    times, letter = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "m": (1, "M")}.get(
        unit, (1, unit)
    )
    number *= times
    smaller, per = {"Y": ("M", 12), "H": ("M", 60), "m": ("S", 60)}.get(unit, ("", 1))
    whole = int(number)
    rest = round((number - whole) * per)
    if not smaller or not rest:
        return f"{head}{number:g}{letter}" if number < 1e6 else f"{head}{int(number)}{letter}"
    return f"{head}{whole}{letter}{rest}{smaller}" if whole else f"{head}{rest}{smaller}"


def at(day: date | None, part: str = "", clock: str = "") -> tuple[TimexType, str]:
    """Type and value of a day, a part of it or a time on it; an unknown day is ``XXXX-XX-XX``."""
    stem = day.isoformat() if day else "XXXX-XX-XX"
    if part or clock:
        return TIME, f"{stem}T{clock or part}"
    return DATE, stem


def years_of(reading: TimeReading, setting: TimeSetting) -> int | None:
    """The year that an expression states by number or by word; None where it states none."""
    if reading.year:
        return reading.year
    if not reading.year_word:
        return None
    if reading.year_word in ("same", "that"):
        return setting.year or (setting.published.year if setting.published else None)
    base = setting.published.year if setting.published else None
    return (
        None
        if base is None
        else base + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.year_word, 0)
    )
