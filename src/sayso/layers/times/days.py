"""Days, months, weekdays and times of day: readings → values."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from sayso.layers.times.feasts import FIXED, feast
from sayso.layers.times.setting import (
    BACK,
    DATE,
    FORTH,
    FUTURE,
    PAST,
    SET,
    TENSES,
    TIME,
    TimeSetting,
    Value,
    at,
    iso_week,
    years_of,
)
from sayso.layers.times.words import TimeReading
from sayso.vocab import TimexRole


def read_day(r: TimeReading, s: TimeSetting) -> Value | None:
    year = years_of(r, s)
    anchor = None
    if year is None and s.published is None and s.year is not None:
        kind, value = at(date(s.year, r.month, r.day), r.part, r.clock)
        return Value(kind, value, "day and month as written; the year is the one named just before", None, None, s.year)
    if year is None and s.published is None:
        part = f"T{r.part}" if r.part else ""
        return Value(
            TIME if part else DATE,
            f"XXXX-{r.month:02d}-{r.day:02d}{part}",
            "day and month as written; nothing tells the year",
        )
    if year is None:
        anchor = s.published
        assert anchor is not None
        day = _nearest_day(r, anchor, PAST if r.which == "last" else FUTURE if r.which == "next" else s.tense)
        why = f"day and month as written; the year is the nearest to {anchor}, and {TENSES[s.tense]}"
        if r.weekday:
            why = f"day and month as written; the year is the nearest to {anchor} in which the weekday fits"
    else:
        day, why = date(year, r.month, r.day), "as written" if r.year else f"the year is reckoned from {s.published}"
    if r.which == "week":
        return Value(DATE, iso_week(day), f"the week of {day}", anchor, day, day.year)
    kind, value = at(day, r.part, r.clock)
    return Value(kind, value, why, anchor, day, day.year)


def _nearest_day(r: TimeReading, anchor: date, tense: int) -> date:
    """The day of the year nearest to the anchor that the weekday and then the tense allow."""
    days = [date(y, r.month, r.day) for y in range(anchor.year - 4, anchor.year + 5) if _exists(y, r.month, r.day)]
    fitting = [d for d in days if d.isoweekday() == r.weekday] if r.weekday else []
    return nearest(fitting or days, anchor, tense)


def nearest(days: Sequence[date], anchor: date, tense: int) -> date:
    """The day nearest to the anchor. Without a tense, news tells of what was: a day ahead must be nearer by a month."""
    against = {PAST: (0, 200), FUTURE: (200, 0), 0: (0, 30)}[tense]
    return min(days, key=lambda d: abs((d - anchor).days) + against[d > anchor] * (d != anchor))


def _exists(year: int, month: int, day: int) -> bool:
    return day <= calendar.monthrange(year, month)[1]


def read_numeric(r: TimeReading, s: TimeSetting) -> Value | None:
    assert r.year is not None
    month_first, day_first = date(r.year, r.month, r.day), date(r.year, r.day, r.month)
    if s.published and month_first > s.published >= day_first:
        return Value(
            DATE, day_first.isoformat(), "day/month: month/day would be after publication", None, day_first, r.year
        )
    if r.month == r.day or (s.published and day_first > s.published >= month_first):
        why = "as written" if r.month == r.day else "month/day: day/month would be after publication"
    else:
        why = "read as month/day; day/month is as possible"
    return Value(DATE, month_first.isoformat(), why, None, month_first, r.year)


def read_month(r: TimeReading, s: TimeSetting) -> Value | None:
    if r.which in ("every", "each", "every other"):
        return Value(SET, f"XXXX-{r.month:02d}", "a month of every year")
    year, anchor, why = years_of(r, s), None, "as written" if r.year else f"the year is reckoned from {s.published}"
    if year is None:
        anchor = s.published
        if anchor is None:
            return Value(DATE, f"XXXX-{r.month:02d}", "month as written; nothing tells the year")
        ahead = r.which in FORTH or (s.tense == FUTURE and r.which not in BACK)
        if r.which in ("this", "current", "that", "same"):
            year = anchor.year
        elif ahead:
            year = anchor.year + (r.month < anchor.month or (r.which in FORTH and r.month == anchor.month))
        else:
            year = anchor.year - (r.month > anchor.month or (r.which in BACK and r.month == anchor.month))
        why = f"the {r.which or 'nearest'} such month seen from {anchor}; {TENSES[s.tense]}"
    return Value(DATE, f"{year}-{r.month:02d}", why, anchor, None, year)


def read_weekday(r: TimeReading, s: TimeSetting) -> Value | None:
    part = f"T{r.part}" if r.part else ""
    if r.which in ("every", "each", "every other"):
        return Value(SET, f"XXXX-WXX-{r.weekday}{part}", "a day of every week")
    anchor = s.told if r.which in ("previous", "following") else s.published
    if anchor is None:
        return Value(TIME if part else DATE, f"XXXX-WXX-{r.weekday}{part}", "a weekday; nothing tells the week")
    since = (anchor.isoweekday() - r.weekday) % 7
    if r.which in FORTH:
        ahead, why = 7 - since, "the first one after"
    elif r.which in BACK:
        ahead, why = -(since or 7), "the last one before"
    elif s.tense == FUTURE or (r.which == "this" and s.tense != PAST):
        ahead, why = (7 - since) % 7, f"{TENSES[s.tense]}: on or after"
    else:
        ahead, why = -since, f"{TENSES[s.tense]}: on or before"
    day = anchor + timedelta(days=ahead)
    kind, value = at(day, r.part)
    return Value(kind, value, f"weekday; {why} {anchor}", anchor, day, day.year)


def read_clock(r: TimeReading, s: TimeSetting) -> Value | None:
    day = s.told
    kind, value = at(day, clock=r.clock)
    return Value(
        kind,
        value,
        f"a time of day on {day}, the day spoken of" if day else "a time; nothing tells the day",
        day=day,
        role=TimexRole.PART,
    )


def read_part(r: TimeReading, s: TimeSetting) -> Value | None:
    day = s.told
    if day and r.which == "last" and not s.near:
        day -= timedelta(days=1)
    kind, value = at(day, r.part)
    why = f"a part of the day spoken of, reckoned from {s.told}"
    return Value(kind, value, why, s.told, role=TimexRole.PART)


def read_deictic(r: TimeReading, s: TimeSetting) -> Value | None:
    day = s.published + timedelta(days=int(r.number or 0)) if s.published else None
    kind, value = at(day, r.part)
    return Value(
        kind, value, f"reckoned from publication on {s.published}", s.published, day, day.year if day else None
    )


def read_holiday(r: TimeReading, s: TimeSetting) -> Value | None:
    name = "thanksgiving" if r.value.startswith("thanksgiving") else r.value
    if r.year:
        day = feast(name, r.year)
        return Value(DATE, day.isoformat(), "a feast of that year", None, day, r.year)
    if s.published is None:
        fixed = FIXED.get(name)
        value = f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX"
        return Value(DATE, value, "a feast; nothing tells the year")
    days = [feast(name, s.published.year + step) for step in (-1, 0, 1)]
    tense = -1 if r.which in BACK else 1 if r.which in FORTH else s.tense
    anchor = s.published
    day = nearest(days, anchor, tense)
    return Value(
        DATE, day.isoformat(), f"the nearest such feast seen from {anchor}; {TENSES[tense]}", anchor, day, day.year
    )
