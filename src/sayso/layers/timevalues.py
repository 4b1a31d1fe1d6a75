"""Readings of time expressions → TIMEX3 values, against the publication date and what the text spoke of before."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sayso.layers.feasts import FIXED, feast
from sayso.layers.timewords import Reading
from sayso.vocab import TimexType

PAST, FUTURE = -1, 1
#: Words that send an expression back, or on, whatever the verb says.
BACK = ("last", "past", "previous", "this past")
FORTH = ("next", "coming", "following", "this coming")
DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET
#: A quarter that the text named stays the one compared with for so many sentences.
QUARTER_HOLDS = 6


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


@dataclass(slots=True)
class Setting:
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


def value_of(reading: Reading, setting: Setting) -> Value | None:
    """The value of a reading; None where it has none that can be told."""
    try:
        return FORMS[reading.form](reading, setting)
    except (ValueError, OverflowError):  # out of the calendar: 30 February, two million years ago
        return None


def iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def months_on(day: date, months: int) -> date:
    """The day so many months on, or the last of its month. Raises ValueError beyond the calendar."""
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


def _at(day: date | None, part: str = "", clock: str = "") -> tuple[TimexType, str]:
    """Type and value of a day, a part of it or a time on it; an unknown day is ``XXXX-XX-XX``."""
    stem = day.isoformat() if day else "XXXX-XX-XX"
    if part or clock:
        return TIME, f"{stem}T{clock or part}"
    return DATE, stem


def _years(reading: Reading, setting: Setting) -> int | None:
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


TENSES = {PAST: "the verb is past", FUTURE: "the verb looks ahead", 0: "no verb says otherwise"}


def _read_day(r: Reading, s: Setting) -> Value | None:
    year = _years(r, s)
    anchor = None
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
        day = _nearest_day(r, anchor, s.tense)
        why = f"day and month as written; the year is the nearest to {anchor}, and {TENSES[s.tense]}"
        if r.weekday:
            why = f"day and month as written; the year is the nearest to {anchor} in which the weekday fits"
    else:
        day, why = date(year, r.month, r.day), "as written" if r.year else f"the year is reckoned from {s.published}"
    if r.which == "week":
        return Value(DATE, iso_week(day), f"the week of {day}", anchor, day, day.year)
    kind, value = _at(day, r.part, r.clock)
    return Value(kind, value, why, anchor, day, day.year)


def _nearest_day(r: Reading, anchor: date, tense: int) -> date:
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


def _read_numeric(r: Reading, s: Setting) -> Value | None:
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


def _read_month(r: Reading, s: Setting) -> Value | None:
    if r.which in ("every", "each", "every other"):
        return Value(SET, f"XXXX-{r.month:02d}", "a month of every year")
    year, anchor, why = _years(r, s), None, "as written" if r.year else f"the year is reckoned from {s.published}"
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


def _read_weekday(r: Reading, s: Setting) -> Value | None:
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
    kind, value = _at(day, r.part)
    return Value(kind, value, f"weekday; {why} {anchor}", anchor, day, day.year)


def _read_unit(r: Reading, s: Setting) -> Value | None:
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
        kind, value = _at(day, "" if r.unit in ("D", "N") else r.unit)
        return Value(kind, value, f"reckoned from {base}", base, day, day.year if day else None)
    if base is None:
        empty = {
            "W": "XXXX-WXX",
            "WE": "XXXX-WXX-WE",
            "M": "XXXX-XX",
            "Y": "XXXX",
            "E": "XXX",
            "C": "XX",
            "F": "XXXX-WXX",
        }
        return Value(DATE, empty[r.unit], "nothing tells when the text was published")
    value, year = _unit_value(r, s, base, step)
    return Value(DATE, value, f"{r.which or 'the'} one, reckoned from {base}", base, None, year)


def _unit_value(r: Reading, s: Setting, base: date, step: int) -> tuple[str, int | None]:
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


def _quarter_of(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _quarters_on(quarter: tuple[int, int], step: int) -> tuple[int, int]:
    year, place = divmod(quarter[0] * 4 + quarter[1] - 1 + step, 4)
    return year, place + 1


def _quarter(quarter: tuple[int, int], why: str, anchor: date | None) -> Value:
    return Value(DATE, f"{quarter[0]}-Q{quarter[1]}", why, anchor, None, quarter[0], quarter)


def _unit_quarter(r: Reading, s: Setting, step: int) -> Value | None:
    if step == 0 and r.which != "this" and s.quarter:
        return _quarter(s.quarter, "the quarter named before", None)
    if r.value == "period":  # a period that no quarter was named for could be anything
        return None
    if s.published is None:
        return Value(DATE, "XXXX-QX", "nothing tells when the text was published")
    if step == 0 and r.which in ("the", "latest") and s.tense != FUTURE:
        step = -1  # accounts are given of the quarter just ended
    return _quarter(_quarters_on(_quarter_of(s.published), step), f"reckoned from {s.published}", s.published)


def _read_quarter(r: Reading, s: Setting) -> Value | None:
    place = int(r.number or 1)
    year, anchor, why = _years(r, s), None, "as written"
    if year is None:
        anchor = s.published
        if anchor is None:
            return Value(DATE, f"XXXX-{r.unit}{place}", "nothing tells the year")
        ahead = place - (_quarter_of(anchor)[1] if r.unit == "Q" else (anchor.month + 5) // 6)
        late = ahead >= 2 or (ahead > 0 and s.tense == PAST)
        year = anchor.year - (late and s.tense != FUTURE) + (ahead < 0 and s.tense == FUTURE) - (r.which == "ago")
        why = f"the nearest one seen from {anchor}; {TENSES[s.tense]}"
    if r.unit == "H":
        return Value(DATE, f"{year}-H{place}", why, anchor, None, year)
    return _quarter((year, place), why, anchor)


def _read_yearago(r: Reading, s: Setting) -> Value | None:
    if s.quarter:
        value = f"{s.quarter[0] - 1}-Q{s.quarter[1]}"
        return Value(DATE, value, "a year before the quarter named before")
    if s.published is None:
        return Value(DATE, "XXXX", "nothing tells when the text was published")
    return Value(DATE, str(s.published.year - 1), f"the year before {s.published}", s.published)


def _read_offset(r: Reading, s: Setting) -> Value | None:
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


def _read_duration(r: Reading, s: Setting) -> Value | None:
    if r.number is None and r.which in ("recent", "past", "last", "previous", "coming", "these"):
        value = {"coming": "FUTURE_REF", "these": "PRESENT_REF"}.get(r.which, "PAST_REF")
        if r.value != "vague count":
            return Value(DATE, value, "a time near publication, not counted")
    return Value(DURATION, duration_value(r.number, r.unit), "a length of time")


def _read_season(r: Reading, s: Setting) -> Value | None:
    if r.which in ("every", "each", "every other"):
        return Value(SET, f"XXXX-{r.unit}", "a season of every year")
    year, anchor = _years(r, s), None
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


def _read_clock(r: Reading, s: Setting) -> Value | None:
    day = s.told
    kind, value = _at(day, clock=r.clock)
    return Value(
        kind, value, f"a time of day on {day}, the day spoken of" if day else "a time; nothing tells the day", day
    )


def _read_part(r: Reading, s: Setting) -> Value | None:
    day = s.told
    if day and r.which == "last" and not s.near:
        day -= timedelta(days=1)
    kind, value = _at(day, r.part)
    return Value(kind, value, f"a part of the day spoken of, reckoned from {s.told}", s.told)


def _read_deictic(r: Reading, s: Setting) -> Value | None:
    day = s.published + timedelta(days=int(r.number or 0)) if s.published else None
    kind, value = _at(day, r.part)
    return Value(
        kind, value, f"reckoned from publication on {s.published}", s.published, day, day.year if day else None
    )


def _read_holiday(r: Reading, s: Setting) -> Value | None:
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


FORMS: dict[str, Callable[[Reading, Setting], Value | None]] = {
    "value": lambda r, s: Value(DATE, r.value, "as written"),
    "year": lambda r, s: Value(DATE, str(r.year), "as written", None, None, r.year),
    "set": lambda r, s: Value(SET, duration_value(r.number, r.unit), "once in each"),
    "day": _read_day,
    "numeric": _read_numeric,
    "month": _read_month,
    "weekday": _read_weekday,
    "unit": _read_unit,
    "offset": _read_offset,
    "duration": _read_duration,
    "quarter": _read_quarter,
    "season": _read_season,
    "clock": _read_clock,
    "part": _read_part,
    "deictic": _read_deictic,
    "holiday": _read_holiday,
    "yearago": _read_yearago,
}
