"""What a match of the time grammar says: one function for each kind of expression, from match to Reading."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.layers.times.numerals import number_of, ordinal_of, year_of
from sayso.layers.times.words import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, TimeReading, unit_of

Match = re.Match[str]


#: What tells quarters that are counted from shares and dwellings.
OF_TIME = re.compile(r"several|few|couple|straight|consecutive")


def _year(words: str | None) -> int | None:
    return year_of(words) if words else None


def _word(words: str | None) -> str:
    return (words or "").removeprefix("the ").replace("that same", "that")


def _month(words: str) -> int:
    return MONTHS[words.rstrip(".")]


def _part(words: str | None) -> str:
    """The part of the day in ``overnight``, ``the morning of`` …"""
    found = re.search("overnight|night|morning|evening|early hours", words or "")
    return "" if found is None else PARTS.get(found.group(), "NI")


def _weekday(words: str | None) -> int:
    return WEEKDAYS[words[:3]] if words else 0


def read_day(m: Match) -> TimeReading | None:
    g = m.groupdict()
    day = number_of(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", g["day"])) or ordinal_of(g["day"])
    if not day or day > 31:
        return None
    return TimeReading(
        "day",
        year=_year(g.get("year")),
        year_word=_word(g.get("yearword")),
        month=_month(g["month"]),
        day=int(day),
        weekday=_weekday(g.get("weekday")),
        which="week" if (g.get("week") or "").strip() else g.get("lastnext") or "",
        part=_part(g.get("part")),
    )


def read_iso(m: Match) -> TimeReading | None:
    clock = m["clock"] or ""
    if not (1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= 31):
        return None
    zone = "Z" if clock and m["zulu"] else ""
    return TimeReading("day", year=int(m["year"]), month=int(m["month"]), day=int(m["day"]), clock=clock + zone)


def read_numeric(m: Match) -> TimeReading | None:
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    if len(m["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if m["sep"] == ".":
        a, b = b, a  # with dots the day always comes first
        return TimeReading("day", year=year, month=a, day=b) if 1 <= a <= 12 and 1 <= b <= 31 else None
    if a > 12:
        return TimeReading("day", year=year, month=b, day=a) if b <= 12 and a <= 31 else None
    if b > 12:
        return TimeReading("day", year=year, month=a, day=b) if b <= 31 else None
    return TimeReading("numeric", year=year, month=a, day=b) if a and b else None


def read_month(m: Match) -> TimeReading:
    g = m.groupdict()
    which = _word(g.get("which"))
    return TimeReading(
        "month", year=_year(g.get("year")), year_word=_word(g.get("yearword")), month=_month(g["month"]), which=which
    )


def read_weekday(m: Match) -> TimeReading:
    part = PARTS.get(m["part"] or "", "") or _part(m["lead"]) or ("NI" if m.group().endswith("overnight") else "")
    which = _word(m["which"])
    if m["plural"] or (m["part"] or "").endswith("s"):
        which = "every"
    return TimeReading("weekday", weekday=_weekday(m["weekday"]), which=which, part=part)


def read_year(m: Match) -> TimeReading | None:
    year = _year(m["year"])
    return TimeReading("year", year=year) if year else None


def read_decade(m: Match) -> TimeReading:
    if m["word"]:
        tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"].index(m["word"]) + 2
        return TimeReading("value", value=f"19{tens}")
    return TimeReading("value", value=f"{m['century'] or '19'}{m['tens']}")


def read_century(m: Match) -> TimeReading | None:
    place = ordinal_of(m["place"])
    return TimeReading("value", value=f"{place - 1:02d}") if place and 1 < place <= 30 else None


def read_season(m: Match) -> TimeReading:
    return TimeReading(
        "season",
        unit=SEASONS[m["season"]],
        which=_word(m["which"]),
        year=_year(m["year"]),
        year_word=_word(m["yearword"]),
    )


def read_quarter(m: Match) -> TimeReading | None:
    g = m.groupdict()
    half = g["unit"] == "half"
    place = (2 if half else 4) if g.get("last") else ordinal_of(g["place"])
    if not place or place > (2 if half else 4):
        return None
    year = _year(g.get("year") or g.get("before"))
    word = _word(g.get("yearword") or g.get("possessive"))
    ago = bool(g.get("ago"))
    return TimeReading(
        "quarter", number=place, unit="H" if half else "Q", year=year, year_word=word, which="ago" if ago else ""
    )


def read_unit(m: Match) -> TimeReading:
    unit = PARTS.get(m["unit"]) or UNITS.get(m["unit"]) or "Q"
    if unit == "NI" and m["which"].startswith("every"):
        unit = "N"
    return TimeReading("unit", which=_word(m["which"]), unit=unit, value=m["unit"])


def _count(words: str) -> float | None:
    """The number of a count; None where it is vague (``several``)."""
    if words in ("a", "an"):
        return 1.0
    if words.startswith("half a"):
        return 0.5
    if words.startswith("a couple"):
        return 2.0
    return number_of(words)


def read_offset(m: Match) -> TimeReading:
    count = _count(m["count"]) if m["count"] else None
    if m["andhalf"] and count is not None:
        count += 0.5
    where = m["where"]
    back = where in ("ago", "earlier", "before", "previously", "prior")
    return TimeReading(
        "offset",
        number=count,
        unit=unit_of(m["unit"]),
        direction=-1 if back else 1,
        narrative=where not in ("ago", "from now", "hence"),
    )


def read_next_to(m: Match) -> TimeReading:
    """``the day before``, of what was spoken of; ``the day before the vote``; ``the day after tomorrow``."""
    back = m["where"] in ("before", "earlier")
    if m["deictic"]:
        return TimeReading("deictic", number=-2 if back else 2)
    unit = PARTS.get(m["unit"]) or UNITS[m["unit"]]
    if m["of"] is not None:
        return TimeReading("dayof", number=1, unit=unit, direction=-1 if back else 1)
    return TimeReading("unit", which="previous" if back else "following", unit=unit, value=m["unit"])


def read_duration(m: Match) -> TimeReading | None:
    g = m.groupdict()
    if g["unit"].startswith("quarter") and not (g.get("which") or OF_TIME.search(m.group())):
        return None  # "three quarters" of something, soldiers' quarters
    count = _count(g["count"]) if g.get("count") else None
    if count is None and not g["unit"].endswith("s") and not g.get("count"):
        count = 1.0  # day-long
    if count is not None and g.get("andhalf"):
        count += 0.5
    return TimeReading("duration", number=count, unit=unit_of(g["unit"]), which=(g.get("which") or "").strip())


def read_set(m: Match) -> TimeReading:
    g = m.groupdict()
    if g.get("adverb"):
        letter = {"dai": "D", "wee": "W", "mon": "M", "yea": "Y", "ann": "Y", "hou": "H", "nig": "N"}[g["adverb"][:3]]
        return TimeReading("set", number=1, unit=letter)
    count = number_of(g["count"]) if g.get("count") else 1
    return TimeReading("set", number=2 if g.get("other") else count, unit=unit_of(g["unit"]))


def read_clock(m: Match) -> TimeReading | None:
    zone = "Z" if m["zone"] in ("gmt", "utc") else ""
    if m["named"]:
        return TimeReading("clock", clock={"noon": "12:00", "midday": "12:00", "midnight": "24:00"}[m["named"]] + zone)
    if m["past"]:
        hour = number_of(m["hourword"])
        minutes = {"half past": 30, "quarter past": 15, "quarter to": -15}[m["past"]]
        if hour is None or not 1 <= hour <= 12:
            return None
        total = int(hour) * 60 + minutes
        return TimeReading("clock", clock=f"{total // 60:02d}:{total % 60:02d}")
    if m["oclock"]:
        hour = number_of(m["oclock"])
        return TimeReading("clock", clock=f"{int(hour):02d}:00" + zone) if hour is not None and hour <= 24 else None
    if m["military"]:
        return TimeReading("clock", clock=f"{m['military'][:2]}:{m['military'][2:]}{zone}")
    if m["hour24"]:
        return TimeReading("clock", clock=f"{int(m['hour24']):02d}:{m['minute24']}{zone}")
    if m["inthe"]:
        hour = int(m["inthe"]) % 12 + (0 if m["daypart"] == "morning" else 12)
        return TimeReading("clock", clock=f"{hour:02d}:00")
    hour = int(m["hour"]) % 12 + (12 if m["half"] == "p" else 0)
    return TimeReading("clock", clock=f"{hour:02d}:{m['minute'] or '00'}{zone}")


def read_deictic(m: Match) -> TimeReading:
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}[m["word"]]
    part = PARTS.get(m["part"] or m["mid"] or "", "") or ("NI" if m["word"] == "tonight" else "")
    return TimeReading("deictic", number=shift, part=part)


def read_holiday(m: Match) -> TimeReading:
    return TimeReading("holiday", value=m["name"], which=_word(m["which"]), year=_year(m["year"]))


def fixed(value: str) -> Callable[[Match], TimeReading]:
    return lambda m: TimeReading("value", value=value)
