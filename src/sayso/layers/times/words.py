"""The words of time expressions, the patterns made of them, and what an expression can say.

Patterns are for lower-case text; all repetitions in them are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.layers.times.numerals import NUMBER, ORDINAL


@dataclass(frozen=True, slots=True, order=True)
class TimeReading:
    """What an expression says. ``form`` says which fields count: ``value`` (fixed TIMEX3 value), ``numeric``, ``day``,
    ``month``, ``weekday``, ``year``, ``unit``, ``offset``, ``quarter``, ``season``, ``clock``, ``part``, ``holiday``,
    ``duration``, ``set``, ``yearago``."""

    form: str
    value: str = ""
    year: int | None = None
    year_word: str = ""  # "last", "this", "next", "same": which year, where no number says it
    month: int = 0
    day: int = 0
    weekday: int = 0  # 1 Monday … 7 Sunday
    which: str = ""  # this, last, next, that, previous, following, every …
    unit: str = ""
    number: float | None = None
    direction: int = 0
    part: str = ""  # MO, MI, AF, EV, NI
    clock: str = ""  # "15:30", with Z where the zone is UTC
    narrative: bool = False  # counts from the time that the text speaks of, not from publication


class Found(NamedTuple):
    """A reading and its range in the text."""

    start: int
    end: int
    reading: TimeReading


MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {name: n for n, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], start=1)}
PARTS = {
    "morning": "MO", "mornings": "MO", "midday": "MI", "afternoon": "AF", "afternoons": "AF", "evening": "EV",
    "evenings": "EV", "night": "NI", "nights": "NI", "overnight": "NI", "dawn": "MO", "dusk": "EV",
}  # fmt: skip
UNITS = {
    "second": "S", "sec": "S", "minute": "m", "min": "m", "hour": "H", "hr": "H", "day": "D", "night": "N", "week": "W",
    "weekend": "WE", "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "E",
    "century": "C", "centurie": "C", "millennium": "L", "summer": "SU", "winter": "WI",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
HOLIDAYS = (
    "new year's eve", "new year's day", "christmas eve", "christmas day", "christmas", "boxing day", "thanksgiving day",
    "thanksgiving", "good friday", "easter sunday", "easter monday", "easter", "halloween", "valentine's day",
    "labor day", "memorial day", "election day", "may day", "martin luther king day",
)  # fmt: skip

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![a-z])"
)
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"
DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%a-z]|[.:/]\d|,\d{1,3}(?!\d)))"
ORDINAL_DAY = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b|(?:{'|'.join(['twenty-first', 'thirty-first', ORDINAL])}))"
)
YEAR = r"(?:(?:1\d|20)\d\d(?![\d%]|[.,:/]\d))"
TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
DIGIT_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
BELOW_HUNDRED = rf"(?:{TEENS}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]{DIGIT_WORD})?)"
SPOKEN_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty) {BELOW_HUNDRED}(?![a-z])"
    rf"|two thousand(?:(?: and)? (?:{BELOW_HUNDRED}|{DIGIT_WORD}))?(?![a-z]))"
    rf"(?![ -](?:and )?(?:{DIGIT_WORD}|{BELOW_HUNDRED}|hundred|thousand|million|billion)(?![a-z]))"
)
PART = r"(?:mornings?|midday|afternoons?|evenings?|nights?|dawn|dusk)"
UNIT = (
    r"(?:seconds|minutes?|mins|hours?|hrs|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|yrs"
    r"|decades?|century|centuries|millennium)(?![a-z])"
)
EDGE = (
    r"(?:(?:the )?(?:very )?(?:early|late|mid)[ -]|(?:earlier|later|late|early|sometime) (?:in |on )?"
    r"|(?:the )?(?:beginning|start|end|middle|close|rest|remainder|first part|latter part|(?:first|second"
    r"|last) half) of )"
)
ROUGHLY = (
    r"(?:(?:about|around|nearly|almost|approximately|roughly|some|over|under|at least|at most|up to|more than|less than"
    r"|fewer than|no more than|no less than|just over|just under|well over|as (?:many|much|long|little|few) as) )"
)
YEAR_WORDS = r"(?P<yearword>this|last|next|the same|that|the previous|the following)"
WHICH = (
    r"(?P<which>this past|this coming|the coming|the past|the last|the next|the previous|the following|the same"
    r"|the current"
    r"|the latest|last|next|this|past|previous|following|coming|that same|that|the|every other|every|each|current)"
)
COUNT = rf"(?:{NUMBER}|an?|half an?|several|a few|few|a couple of|a couple|a number of|many|dozens of|hundreds of)"
ZONE = r"(?: (?P<zone>gmt|utc|[ecmp][sd]t|cet|bst|local time|local|(?:eastern|pacific|central)(?: time)?|moscow time))"
CLOCK = (
    rf"(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.]?(?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:\.m\b\.?|m\b)"
    rf"|(?<![\d:.,/])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?hours\b)?"
    rf"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?= ?(?:hours|gmt|utc)\b)(?: hours)?"
    rf"|(?P<past>half past|quarter past|quarter to) (?P<hourword>[a-z]{{3,6}}|1[0-2]|[1-9])(?![a-z\d])"
    rf"|(?P<inthe>1[0-2]|[1-9]) in the (?P<daypart>morning|afternoon|evening)(?![a-z])"
    rf"|(?P<oclock>\d{{1,2}}|[a-z]{{3,6}}) o'clock|(?P<named>noon|midnight|midday)\b){ZONE}?"
)


def unit_of(word: str) -> str:
    """The TIMEX3 letter of a unit in singular or plural; ``m`` is the minute."""
    return UNITS.get(word) or UNITS[word.removesuffix("s")]
