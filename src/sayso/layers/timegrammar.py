"""The grammar of time expressions: lower-case text in, what each expression says out, nothing resolved yet.

Each rule is a pattern and a function that reads its match as a :class:`Reading`; ``timevalues`` turns readings into
TIMEX3 values. All repetitions are bounded, so that hostile text costs linear time.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable

from sayso.layers.numerals import NUMBER, number_of, ordinal_of, year_of
from sayso.layers.timewords import (
    ANY_WEEKDAY,
    CLOCK,
    COUNT,
    DAY,
    EDGE,
    HOLIDAYS,
    MONTH,
    MONTHS,
    ORDINAL_DAY,
    PART,
    PARTS,
    ROUGHLY,
    SEASONS,
    SPOKEN_YEAR,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    YEAR_WORDS,
    Found,
    Reading,
    unit_of,
)  # fmt: skip
from sayso.spans import merged

Match = re.Match[str]


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


def _read_day(m: Match) -> Reading | None:
    g = m.groupdict()
    day = number_of(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", g["day"])) or ordinal_of(g["day"])
    if not day or day > 31:
        return None
    return Reading(
        "day",
        year=_year(g.get("year")),
        year_word=_word(g.get("yearword")),
        month=_month(g["month"]),
        day=int(day),
        weekday=_weekday(g.get("weekday")),
        which="week" if (g.get("week") or "").strip() else "",
        part=_part(g.get("part")),
    )


def _read_iso(m: Match) -> Reading | None:
    clock = m["clock"] or ""
    if not (1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= 31):
        return None
    zone = "Z" if clock and m["zulu"] else ""
    return Reading("day", year=int(m["year"]), month=int(m["month"]), day=int(m["day"]), clock=clock + zone)


def _read_numeric(m: Match) -> Reading | None:
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    if len(m["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if m["sep"] == ".":
        a, b = b, a  # with dots the day always comes first
        return Reading("day", year=year, month=a, day=b) if 1 <= a <= 12 and 1 <= b <= 31 else None
    if a > 12:
        return Reading("day", year=year, month=b, day=a) if b <= 12 and a <= 31 else None
    if b > 12:
        return Reading("day", year=year, month=a, day=b) if b <= 31 else None
    return Reading("numeric", year=year, month=a, day=b) if a and b else None


def _read_month(m: Match) -> Reading:
    g = m.groupdict()
    which = _word(g.get("which"))
    return Reading(
        "month", year=_year(g.get("year")), year_word=_word(g.get("yearword")), month=_month(g["month"]), which=which
    )


def _read_weekday(m: Match) -> Reading:
    part = PARTS.get(m["part"] or "", "") or _part(m["lead"]) or ("NI" if m.group().endswith("overnight") else "")
    which = _word(m["which"])
    if m["plural"] or (m["part"] or "").endswith("s"):
        which = "every"
    return Reading("weekday", weekday=_weekday(m["weekday"]), which=which, part=part)


def _read_year(m: Match) -> Reading | None:
    year = _year(m["year"])
    return Reading("year", year=year) if year else None


def _read_decade(m: Match) -> Reading:
    if m["word"]:
        tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"].index(m["word"]) + 2
        return Reading("value", value=f"19{tens}")
    return Reading("value", value=f"{m['century'] or '19'}{m['tens']}")


def _read_century(m: Match) -> Reading | None:
    place = ordinal_of(m["place"])
    return Reading("value", value=f"{place - 1:02d}") if place and 1 < place <= 30 else None


def _read_season(m: Match) -> Reading:
    return Reading(
        "season",
        unit=SEASONS[m["season"]],
        which=_word(m["which"]),
        year=_year(m["year"]),
        year_word=_word(m["yearword"]),
    )


def _read_quarter(m: Match) -> Reading | None:
    g = m.groupdict()
    place = ordinal_of(g["place"])
    half = g["unit"] == "half"
    if not place or place > (2 if half else 4):
        return None
    year = _year(g.get("year") or g.get("before"))
    word = _word(g.get("yearword") or g.get("possessive"))
    ago = bool(g.get("ago"))
    return Reading(
        "quarter", number=place, unit="H" if half else "Q", year=year, year_word=word, which="ago" if ago else ""
    )


def _read_unit(m: Match) -> Reading:
    unit = PARTS.get(m["unit"]) or UNITS.get(m["unit"]) or "Q"
    if unit == "NI" and m["which"].startswith("every"):
        unit = "N"
    return Reading("unit", which=_word(m["which"]), unit=unit, value=m["unit"])


def _count(words: str) -> float | None:
    """The number of a count; None where it is vague (``several``)."""
    if words in ("a", "an"):
        return 1.0
    if words.startswith("half a"):
        return 0.5
    if words.startswith("a couple"):
        return 2.0
    return number_of(words)


def _read_offset(m: Match) -> Reading:
    count = _count(m["count"]) if m["count"] else None
    if m["andhalf"] and count is not None:
        count += 0.5
    where = m["where"]
    back = where in ("ago", "earlier", "before", "previously", "prior")
    return Reading(
        "offset",
        number=count,
        unit=unit_of(m["unit"]),
        direction=-1 if back else 1,
        narrative=where not in ("ago", "from now", "hence"),
    )


def _read_duration(m: Match) -> Reading:
    g = m.groupdict()
    count = _count(g["count"]) if g.get("count") else None
    if count is None and not g["unit"].endswith("s") and not g.get("count"):
        count = 1.0  # day-long
    if count is not None and g.get("andhalf"):
        count += 0.5
    return Reading("duration", number=count, unit=unit_of(g["unit"]), which=(g.get("which") or "").strip())


def _read_set(m: Match) -> Reading:
    g = m.groupdict()
    if g.get("adverb"):
        letter = {"dai": "D", "wee": "W", "mon": "M", "yea": "Y", "ann": "Y", "hou": "H", "nig": "N"}[g["adverb"][:3]]
        return Reading("set", number=1, unit=letter)
    count = number_of(g["count"]) if g.get("count") else 1
    return Reading("set", number=2 if g.get("other") else count, unit=unit_of(g["unit"]))


def _read_clock(m: Match) -> Reading | None:
    zone = "Z" if m["zone"] in ("gmt", "utc") else ""
    if m["named"]:
        return Reading("clock", clock={"noon": "12:00", "midday": "12:00", "midnight": "24:00"}[m["named"]] + zone)
    if m["oclock"]:
        hour = number_of(m["oclock"])
        return Reading("clock", clock=f"{int(hour):02d}:00" + zone) if hour is not None and hour <= 24 else None
    if m["military"]:
        return Reading("clock", clock=f"{m['military'][:2]}:{m['military'][2:]}{zone}")
    if m["hour24"]:
        return Reading("clock", clock=f"{int(m['hour24']):02d}:{m['minute24']}{zone}")
    hour = int(m["hour"]) % 12 + (12 if m["half"] == "p" else 0)
    return Reading("clock", clock=f"{hour:02d}:{m['minute'] or '00'}{zone}")


def _read_deictic(m: Match) -> Reading:
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}[m["word"]]
    part = PARTS.get(m["part"] or m["mid"] or "", "") or ("NI" if m["word"] == "tonight" else "")
    return Reading("deictic", number=shift, part=part)


def _read_holiday(m: Match) -> Reading:
    return Reading("holiday", value=m["name"], which=_word(m["which"]), year=_year(m["year"]))


def _fixed(value: str) -> Callable[[Match], Reading]:
    return lambda m: Reading("value", value=value)


Rule = tuple[re.Pattern[str], Callable[[Match], "Reading | None"]]


def _rule(pattern: str, read: Callable[[Match], Reading | None]) -> Rule:
    return re.compile(rf"(?<![a-z0-9$€£]){pattern}"), read


_ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
_DAYS = rf"(?P<day>{DAY}|{ORDINAL_DAY})"
_MONTHS = rf"(?P<month>{MONTH})"
_DATE_PREFIX = (
    r"(?:(?:around|about) )?(?P<week>the week of )?(?P<part>overnight (?:on )?|the (?:night|morning|evening|early hours) of )?"
    rf"{EDGE}?(?:(?P<weekday>{ANY_WEEKDAY})(?:, ?| )(?:the )?)?"
)
_IN_YEAR = rf"(?:,? (?:of |in )?{YEAR_WORDS} year|(?:,| of| in)* ?(?P<year>{_ANY_YEAR}))"
_THE = r"(?:the )?"
_HOLIDAY = "|".join(HOLIDAYS)

RULES: tuple[Rule, ...] = (
    # 11 December 2016; Sunday, 11th of December; Dec. 10, 2016; Saturday, Dec. 10; 2016-12-11T15:30; 3/12/2009; 11.12.2016
    _rule(rf"{_DATE_PREFIX}{_DAYS}(?: of|,)? {_MONTHS}{_IN_YEAR}?", _read_day),
    _rule(rf"{_DATE_PREFIX}{_MONTHS} (?:the )?{_DAYS}{_IN_YEAR}?", _read_day),
    _rule(
        r"(?P<year>(?:1\d|20)\d\d)(?P<sep>[-/])(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)"
        r"(?:[t ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?P<zulu>z|\+00:?00)?(?:[+-]\d\d:?\d\d)?)?",
        _read_iso,
    ),
    _rule(
        r"(?<![-/.])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)(?![\d%]|[-/.]\d)",
        _read_numeric,
    ),
    # in March this year; March 1996; last October
    _rule(rf"{EDGE}?{_MONTHS}{_IN_YEAR}", _read_month),
    _rule(rf"{EDGE}?(?:(?!the ){WHICH} )?{_MONTHS}(?! ?\d)", _read_month),
    # Wednesday; last Tuesday; late Saturday; Saturday night; overnight Saturday
    _rule(
        rf"(?P<lead>overnight (?:on )?|the (?:night|early hours|morning|evening) of |(?:early|earlier|late|later) (?:on )?)?"
        rf"(?:(?!the [mtwfs][a-z]{{2,5}}day){WHICH} )?(?P<weekday>{WEEKDAY})(?:(?P<plural>s)(?![a-z])|(?:'s)?(?: (?:early|late))?[ -](?P<part>{PART})(?![a-z])| overnight)?",
        _read_weekday,
    ),
    # 2016; the year 2000; fiscal 1989; the 1990s; the '80s; the nineties; the 20th century
    _rule(
        rf"(?:the (?:fiscal |financial )?year |(?:fiscal|financial)(?: year)? |{EDGE})?(?P<year>{YEAR}|{SPOKEN_YEAR})(?![a-z])"
        r"(?! (?:hours|gmt))",
        _read_year,
    ),
    _rule(
        r"(?:(?:the )?(?:last|first|second) half of )?(?:the )?(?:(?:early|late|mid)[ -])?(?:(?:to|or)[ -](?:mid|late)[ -])?"
        r"(?:(?:(?P<century>1\d|20)|(?<=the )|')(?P<tens>\d)0'?s|(?:nineteen )?(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)"
        r"(?![a-z0-9])",
        _read_decade,
    ),
    _rule(
        rf"(?:the )?(?:(?:early|late|mid)[ -])?(?P<place>{ORDINAL_DAY})[ -]century(?![a-z])",
        _read_century,
    ),
    # last fall; the winter of 1994; summer 2016
    _rule(
        rf"{EDGE}?(?:{WHICH} )?(?:(?:early|late|mid)[ -])?(?P<season>spring|summer|autumn|fall|winter)(?![a-z])"
        rf"(?: (?:of )?(?:(?P<year>{_ANY_YEAR})|{YEAR_WORDS} year))?",
        _read_season,
    ),
    # the third quarter of 1990; third-quarter; next year's first quarter; the year-ago third quarter; Q3 2016
    _rule(
        rf"(?:{_THE}(?:(?P<possessive>this|last|next) year's )?(?:(?P<before>{YEAR}) )?)"
        rf"(?:(?P<ago>year-(?:ago|earlier)) )?(?:fiscal[ -])?(?P<place>first|second|third|fourth|1st|2nd|3rd|4th) "
        rf"(?:fiscal[ -])?(?P<unit>quarter|half)(?![a-z])(?:,? (?:of )?(?:fiscal )?(?:(?P<year>{YEAR})|{YEAR_WORDS} year))?",
        _read_quarter,
    ),
    _rule(r"(?P<place>first|second|third|fourth|1st|2nd|3rd|4th)-(?P<unit>quarter|half)(?![a-z])", _read_quarter),
    _rule(rf"(?P<unit>q)(?P<place>[1-4])(?![a-z0-9])(?:,? (?:of )?(?P<year>{YEAR}))?", _read_quarter),
    _rule(rf"{_THE}(?:comparable )?year-(?P<when>ago|earlier)(?: (?:quarter|period))?", lambda m: Reading("yearago")),
    # this week; earlier this month; the end of last year; last night; that evening; the following day; the weekend
    _rule(
        rf"(?:{EDGE})?{WHICH} (?:fiscal |financial |calendar )?"
        rf"(?P<unit>week|weekend|month|quarter|period|year|decade|century|day|morning|afternoon|evening|night|fortnight)"
        rf"(?![a-z]|-(?:old|long|on|ago|earlier|end|to)| (?:and a half|old|ago|earlier|later)(?![a-z]))",
        _read_unit,
    ),
    _rule(rf"(?:{EDGE})(?P<which>the )(?P<unit>week|month|quarter|year|decade|day|night)(?![a-z-])", _read_unit),
    # two years ago; nearly four years ago; three days later; a year earlier
    _rule(
        rf"{ROUGHLY}?(?:(?P<count>{COUNT}|{ORDINAL_DAY})[ -](?:more |full |short )?)?(?P<unit>{UNIT})(?P<andhalf> and a half)?(?: or so)?"
        rf" (?P<where>ago|earlier|later|from now|hence|previously|(?:before|prior)(?= *(?:[,.;:)]|$)))(?! than)(?![a-z])",
        _read_offset,
    ),
    # the past two decades; nearly forty years; a minute and a half; 24-hour; weeks
    _rule(
        rf"(?:{ROUGHLY}|(?:the |these )(?![a-z0-9]{{1,9}}-))?"
        rf"(?P<which>past |last |next |first |final |coming |following |previous |recent |latest |opening )?(?P<count>{COUNT})(?:[ -](?:to|or) {COUNT})?[ -](?:more |full |straight |consecutive |additional |further |whole |"
        rf"trading |working |business )?(?P<unit>(?!quarter(?!-)){UNIT}|second(?=-)|sec(?=-))(?P<andhalf> and a half)?(?: or so)?(?! old|-old| of age|(?<=quarters) of)",
        _read_duration,
    ),
    _rule(
        rf"(?:(?:{ROUGHLY}|the |these )?(?P<which>past |last |next |first |coming |recent |these |previous |following ))?"
        rf"(?P<unit>(?:seconds|minutes|hours|days|nights|weeks|months|quarters|years|decades|centuries)|(?:decade|year|month|week|day|hour)(?=-?long))(?:-?long)?(?![a-z]| old|-old| of age| apart)",
        _read_duration,
    ),
    # every day; each year; every two weeks; daily
    _rule(
        rf"(?:each|every) (?:(?P<other>other) |(?P<count>{NUMBER}) )?(?P<unit>{UNIT}|second(?![a-z]))",
        _read_set,
    ),
    _rule(r"(?P<adverb>daily|weekly|monthly|yearly|annually|hourly|nightly)(?![a-z])", _read_set),
    # 3:30 p.m. EST; 15:30; 1530 GMT; noon; 10 o'clock
    _rule(rf"(?:(?:around|about|shortly before|shortly after|just before|just after) )?{CLOCK}", _read_clock),
    # today; late yesterday; tomorrow night; overnight
    _rule(
        rf"(?:(?:early|earlier|late|later) |mid-(?P<mid>afternoon|morning) )?(?P<word>yesterday|today|tomorrow|tonight)"
        rf"(?:(?:'s)? (?P<part>{PART})(?![a-z]))?",
        _read_deictic,
    ),
    _rule(r"overnight(?![a-z])", lambda m: Reading("part", part="NI", which="last")),
    _rule(
        rf"(?:in |during |by )?the (?:(?:early|late) )?(?P<part>{PART})(?![a-z])",
        lambda m: Reading("part", part=PARTS[m["part"]]),
    ),
    _rule(rf"(?:{WHICH} )?(?P<name>{_HOLIDAY})(?![a-z])(?:,? (?P<year>{YEAR}))?", _read_holiday),
    _rule(
        r"(?:(?:right )?now|at present|nowadays|these days|currently|current|at the moment)(?![a-z])",
        _fixed("PRESENT_REF"),
    ),
    _rule(
        r"(?:(?:more |most )?recently|lately|the past(?= *[.,;:?!]| and| or| in| with| to))(?![a-z])",
        _fixed("PAST_REF"),
    ),
    _rule(
        r"(?:the (?:near |foreseeable |immediate |distant )?future|the (?:short|near|long) term)(?![a-z])",
        _fixed("FUTURE_REF"),
    ),
    _rule(
        r"the (?:full|whole|entire) year(?![a-z])|(?:the )?year[- ]end(?![a-z])|year's end(?![a-z])",
        lambda m: Reading("unit", which="this", unit="Y"),
    ),
)

#: Words and shapes without which no rule can match. What lies farther from one than REACH characters is not looked at.
TRIGGER = re.compile(
    rf"(?<![a-z])(?:{WEEKDAY}|{MONTH}|{UNIT}|{PART}(?![a-z])|week|weekend|month|quarter|year|decade|hour|minute|day|sec(?:ond)?-"
    r"|half(?= )|daily|weekly|monthly|yearly|annually|hourly|nightly|today|tonight|yesterday|tomorrow|overnight|now|currently"
    r"|current|nowadays|present|moment|recently|lately|past|future|term|spring|summer|autumn|fall|winter|noon|midnight"
    r"|o'clock|gmt|utc|hours|nineteen|eighteen|twenty|two thousand|q[1-4](?![a-z0-9])|period"
    rf"|{_HOLIDAY})|(?<!\d)(?:1\d|20)\d\d(?!\d)|\d0'?s(?![a-z])|ties(?![a-z])|\d[ap]\.?m|\d [ap]\.?m|\d:\d\d"
    r"|\d[-/.]\d{1,2}[-/.]\d\d"
)
REACH = 48
#: A word longer than this is no word: it is where a stretch to look at may be cut.
LONGEST_WORD = 40


def find_expressions(lowered: str) -> list[Found]:
    """The time expressions of a text in lower case, in text order, none overlapping: the leftmost, then the longest."""
    found: list[tuple[int, int, int, Reading]] = []
    stretches = _stretches(lowered)
    for start, end in stretches:
        for number, (pattern, read) in enumerate(RULES):
            for match in pattern.finditer(lowered, start, end):
                reading = read(match)
                if reading is not None:
                    found.append((match.start(), -match.end(), number, reading))
    heapq.heapify(found)
    kept: list[Found] = []
    while found:
        start, minus_end, number, reading = heapq.heappop(found)
        if not kept or start >= kept[-1].end:
            kept.append(Found(start, -minus_end, reading))
        elif -minus_end > kept[-1].end:
            # What an earlier expression took the head of may still stand without it.
            pattern, read = RULES[number]
            match = pattern.search(lowered, kept[-1].end, -minus_end)
            again = read(match) if match else None
            if match and again:
                heapq.heappush(found, (match.start(), -match.end(), number, again))
    return kept


def _stretches(lowered: str) -> list[tuple[int, int]]:
    """The parts of a text around its triggers, cut between words."""
    near = merged((max(0, m.start() - REACH), min(len(lowered), m.end() + REACH)) for m in TRIGGER.finditer(lowered))
    out = []
    for start, end in near:
        for _ in range(LONGEST_WORD):
            if start == 0 or not lowered[start - 1].isalnum():
                break
            start -= 1
        for _ in range(LONGEST_WORD):
            if end == len(lowered) or not lowered[end].isalnum():
                break
            end += 1
        out.append((start, end))
    return merged(out)
