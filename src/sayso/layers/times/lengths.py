"""Weeks, quarters, seasons, years, lengths, and what is counted on or back: readings → values."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.layers.times.setting import (
    BACK,
    DATE,
    DURATION,
    FORTH,
    FUTURE,
    PAST,
    SET,
    TENSES,
    TimeSetting,
    Value,
    at,
    duration_value,
    iso_week,
    months_on,
    years_of,
)
from sayso.layers.times.words import TimeReading

#: How many digits of a year, a decade and a century are known where they are known at all.
YEAR_DIGITS = {"Y": 4, "E": 3, "C": 2}


def read_unit(r: TimeReading, s: TimeSetting) -> Value | None:
    if r.which in ("every", "each", "every other"):
        return Value(SET, duration_value(2 if r.which == "every other" else 1, r.unit), "once in each")
    if r.which == "past" and r.unit in ("E", "C", "D", "F"):
        return Value(DURATION, duration_value(1, r.unit), "a length of time up to now")
    told = r.which in ("that", "same", "following", "previous") or (
        r.unit in ("D", "MO", "AF", "EV") and r.which == "next"
    )
    base = s.told if told else s.published
    step = -1 if r.which in BACK else 1 if r.which in FORTH else 0
    if r.unit == "Q":
        return _unit_quarter(r, s, step)
    if told and r.unit == "Y" and s.year:
        base = date(s.year, 7, 1)
    if r.unit in ("MO", "AF", "EV", "NI", "D", "N"):
        if r.unit == "D" and (not told or not s.near):
            return None
        day = base + timedelta(days=step) if base else None
        kind, value = at(day, "" if r.unit in ("D", "N") else r.unit)
        return Value(kind, value, f"reckoned from {base}", base, day, day.year if day else None)
    if base is None:
        return Value(DATE, _unknown(r.unit), "nothing tells when the text was published")
    value, year = _unit_value(r, s, base, step)
    return Value(DATE, value, f"{r.which or 'the'} one, reckoned from {base}", base, None, year)


def _unknown(unit: str) -> str:
    """The value of a week, weekend, month, year, decade or century that nothing dates: TIMEX3 has the letter X for each
    digit that is not known. A year has four of them, a decade its first three and a century its first two."""
    if unit in YEAR_DIGITS:
        return "X" * YEAR_DIGITS[unit]
    return "XXXX-" + {"W": "WXX", "F": "WXX", "WE": "WXX-WE", "M": "XX"}[unit]


def _unit_value(r: TimeReading, s: TimeSetting, base: date, step: int) -> tuple[str, int | None]:
    """The value of a week, weekend, month, year, decade or century so many steps from the base; its year, if one."""
    if r.unit == "W" or r.unit == "F":
        return iso_week(base + timedelta(weeks=step * (2 if r.unit == "F" else 1))), None
    if r.unit == "WE":
        # At the start of a week "the weekend" is the one just gone, unless the verb looks ahead.
        gone = step < 0 or (s.tense != FUTURE and base.isoweekday() <= 3 and r.which in ("the", "this", "this past"))
        return iso_week(base + timedelta(weeks=-1 if gone and base.isoweekday() < 6 else max(step, 0))) + "-WE", None
    if r.unit == "M":
        return months_on(base.replace(day=1), step).strftime("%Y-%m"), base.year
    if r.unit == "Y":
        return f"{base.year + step:04d}", base.year + step
    return (f"{base.year // 10 + step}" if r.unit == "E" else f"{base.year // 100 + step}"), None


def quarter_of(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _quarters_on(quarter: tuple[int, int], step: int) -> tuple[int, int]:
    year, place = divmod(quarter[0] * 4 + quarter[1] - 1 + step, 4)
    return year, place + 1


def _quarter(quarter: tuple[int, int], why: str, anchor: date | None) -> Value:
    return Value(DATE, f"{quarter[0]}-Q{quarter[1]}", why, anchor, None, quarter[0], quarter)


def _unit_quarter(r: TimeReading, s: TimeSetting, step: int) -> Value | None:
    if step == 0 and r.which not in ("this", "current") and s.quarter:
        return _quarter(s.quarter, "the quarter named before", None)
    if r.value == "period":  # a period that no quarter was named for could be anything
        return None
    if s.published is None:
        return Value(DATE, "XXXX-QX", "nothing tells when the text was published")
    if step == 0 and r.which in ("the", "latest") and s.tense != FUTURE:
        step = -1  # accounts are given of the quarter just ended
    return _quarter(_quarters_on(quarter_of(s.published), step), f"reckoned from {s.published}", s.published)


def read_quarter(r: TimeReading, s: TimeSetting) -> Value | None:
    place = int(r.number or 1)
    year, anchor, why = years_of(r, s), None, "as written"
    if year is None:
        anchor = s.published
        if anchor is None:
            return Value(DATE, f"XXXX-{r.unit}{place}", "nothing tells the year")
        ahead = place - (quarter_of(anchor)[1] if r.unit == "Q" else (anchor.month + 5) // 6)
        late = ahead >= 2 or (ahead > 0 and s.tense == PAST)
        # What is still expected of a quarter just gone is its report.
        over = ahead < (-1 if r.unit == "Q" else 0)
        year = anchor.year - (late and s.tense != FUTURE) + (over and s.tense == FUTURE) - (r.which == "ago")
        why = f"the nearest one seen from {anchor}; {TENSES[s.tense]}"
    if r.unit == "H":
        return Value(DATE, f"{year}-H{place}", why, anchor, None, year)
    return _quarter((year, place), why, anchor)


def read_yearago(r: TimeReading, s: TimeSetting) -> Value | None:
    if s.quarter:
        value = f"{s.quarter[0] - 1}-Q{s.quarter[1]}"
        return Value(DATE, value, "a year before the quarter named before")
    if s.published is None:
        return Value(DATE, "XXXX", "nothing tells when the text was published")
    return Value(DATE, str(s.published.year - 1), f"the year before {s.published}", s.published)


def read_offset(r: TimeReading, s: TimeSetting) -> Value | None:
    if r.form == "dayof":  # "the day before the vote", where nothing tells the day of the vote
        return None
    if r.number is None:
        if r.narrative:
            return Value(DURATION, duration_value(None, r.unit), "a length; how long and from when is not said")
        return Value(DATE, "PAST_REF" if r.direction < 0 else "FUTURE_REF", "how long is not said")
    years = {"Y": 1, "E": 10, "C": 100}.get(r.unit, 0)
    if years == 1 and r.direction < 0 and s.quarter and r.number == int(r.number):
        value = f"{s.quarter[0] - int(r.number)}-Q{s.quarter[1]}"
        return Value(DATE, value, "counted from the quarter named before")
    base = s.published
    if r.narrative:
        if years and s.year and r.number == int(r.number):
            year = s.year + r.direction * int(r.number) * years
            return Value(DATE, f"{year:04d}", f"counted from {s.year}, the year named before")
        base = s.day if s.near else None
    if base is None or r.unit in ("S", "m", "H"):
        # A length of time is all that is certain.
        return Value(DURATION, duration_value(r.number, r.unit), "a length; nothing near says from when")
    if years or r.unit == "M":
        months = round(r.number * (12 * years or 1))
        day = months_on(base, r.direction * months)
        value = f"{day.year:04d}" if years and months % 12 == 0 else day.strftime("%Y-%m")
        return Value(DATE, value, f"counted from {base}", base, None, day.year)
    days = {"W": 7, "F": 14, "WE": 7}.get(r.unit, 1) * r.number
    day = base + timedelta(days=r.direction * round(days))
    value = iso_week(day) if r.unit in ("W", "F", "WE") else day.isoformat()
    return Value(DATE, value, f"counted from {base}", base, day if r.unit == "D" else None, day.year)


def read_duration(r: TimeReading, s: TimeSetting) -> Value | None:
    if r.number is None and r.which in ("recent", "past", "last", "previous", "coming", "future", "these"):
        value = {"coming": "FUTURE_REF", "future": "FUTURE_REF", "these": "PRESENT_REF"}.get(r.which, "PAST_REF")
        if r.value != "vague count":
            return Value(DATE, value, "a time near publication, not counted")
    return Value(DURATION, duration_value(r.number, r.unit), "a length of time")


def read_season(r: TimeReading, s: TimeSetting) -> Value | None:
    if r.which in ("every", "each", "every other"):
        return Value(SET, f"XXXX-{r.unit}", "a season of every year")
    year, anchor = years_of(r, s), None
    if year is None:
        anchor = s.published
        if anchor is None:
            return Value(DATE, f"XXXX-{r.unit}", "nothing tells the year")
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[r.unit]
        if r.which in BACK:  # the last one that has begun before this one
            year = anchor.year - (anchor.month < first + 3 if first < 12 else 1)
        elif r.which in FORTH:
            year = anchor.year + (anchor.month >= first)
        else:
            year = (
                anchor.year
                - (s.tense == PAST and anchor.month < first)
                + (s.tense == FUTURE and anchor.month > first + 2)
            )
    return Value(DATE, f"{year}-{r.unit}", f"reckoned from {anchor}" if anchor else "as written", anchor, None, year)
