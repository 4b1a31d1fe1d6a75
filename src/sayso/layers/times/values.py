"""Readings of time expressions → TIMEX3 values, against the publication date and what the text spoke of before."""

from __future__ import annotations

from collections.abc import Callable

from sayso.layers.times import days as timedays
from sayso.layers.times import lengths as timespans
from sayso.layers.times.setting import DATE, SET, TimeSetting, Value, duration_value
from sayso.layers.times.words import TimeReading


def value_of(reading: TimeReading, setting: TimeSetting) -> Value | None:
    """The value of a reading; None where it has none that can be told."""
    try:
        return FORMS[reading.form](reading, setting)
    except (ValueError, OverflowError):  # out of the calendar: 30 February, two million years ago
        return None


FORMS: dict[str, Callable[[TimeReading, TimeSetting], Value | None]] = {
    "value": lambda r, s: Value(DATE, r.value, "as written"),
    "year": lambda r, s: Value(DATE, str(r.year), "as written", None, None, r.year),
    "set": lambda r, s: Value(SET, duration_value(r.number, r.unit), "once in each"),
    "day": timedays.read_day,
    "numeric": timedays.read_numeric,
    "month": timedays.read_month,
    "weekday": timedays.read_weekday,
    "unit": timespans.read_unit,
    "offset": timespans.read_offset,
    "dayof": timespans.read_offset,
    "duration": timespans.read_duration,
    "quarter": timespans.read_quarter,
    "season": timespans.read_season,
    "clock": timedays.read_clock,
    "part": timedays.read_part,
    "deictic": timedays.read_deictic,
    "holiday": timedays.read_holiday,
    "yearago": timespans.read_yearago,
}
