"""The grammar of time expressions: lower-case text in, what each expression says out, nothing resolved yet.

Each rule is a pattern and a function that reads its match as a :class:`TimeReading`; ``values`` turns readings into
TIMEX3 values. All repetitions are bounded, so that hostile text costs linear time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.layers.times.numerals import NUMBER
from sayso.layers.times.readings import (
    Match,
    fixed,
    read_century,
    read_clock,
    read_day,
    read_decade,
    read_deictic,
    read_duration,
    read_holiday,
    read_iso,
    read_month,
    read_next_to,
    read_numeric,
    read_offset,
    read_quarter,
    read_season,
    read_set,
    read_unit,
    read_weekday,
    read_year,
)  # fmt: skip
from sayso.layers.times.words import (
    ANY_WEEKDAY,
    CLOCK,
    COUNT,
    DAY,
    EDGE,
    HOLIDAYS,
    MONTH,
    ORDINAL_DAY,
    PART,
    PARTS,
    ROUGHLY,
    SPOKEN_YEAR,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
    YEAR_WORDS,
    TimeReading,
)  # fmt: skip


class Rule(NamedTuple):
    """A pattern, what reads its match, and words (``#``: any digit): without any of them in a text the pattern is not
    tried."""

    pattern: str
    read: Callable[[Match], TimeReading | None]
    needs: tuple[str, ...]


def _rule(pattern: str, read: Callable[[Match], TimeReading | None], needs: str = "") -> Rule:
    """A rule as pattern and reader; nothing is compiled before the first text is read."""
    return Rule(rf"(?<![a-z0-9$€£]){pattern}", read, tuple(needs.split()))


_MONTH_WORDS = "jan feb mar apr may jun jul aug sep oct nov dec"
_ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
_DAYS = rf"(?P<day>{DAY}|{ORDINAL_DAY})"
_MONTHS = rf"(?P<month>{MONTH})"
_DATE_PREFIX = (
    r"(?:(?:around|about) )?(?P<week>the week of )?(?P<part>overnight (?:on )?|the (?:night|morning|evening"
    r"|early hours) of )?"
    rf"{EDGE}?(?:(?P<weekday>{ANY_WEEKDAY})(?:, ?| )(?:the )?)?(?:(?P<lastnext>last|this|next) )?"
)
#: "(Oct. 1. 2019)": a full stop where the comma should be, told from a sentence's end by what closes the date.
_SLIP = r"\. ?(?=\d{4}[),;])"
_IN_YEAR = rf"(?:,? (?:of |in )?{YEAR_WORDS} year|(?:(?:,| of| in)* ?|{_SLIP})(?P<year>{_ANY_YEAR}))"
_THE = r"(?:the )?"
HOLIDAY = "|".join(HOLIDAYS)

RULES: tuple[Rule, ...] = (
    # 11 December 2016; Sunday, 11th of December; Dec. 10, 2016; Saturday, Dec. 10
    # 2016-12-11T15:30; 3/12/2009; 11.12.2016
    _rule(rf"{_DATE_PREFIX}{_DAYS}(?: of|,)? {_MONTHS}{_IN_YEAR}?", read_day, _MONTH_WORDS),
    _rule(rf"{_DATE_PREFIX}{_MONTHS} (?:the )?{_DAYS}{_IN_YEAR}?", read_day, _MONTH_WORDS),
    _rule(
        r"(?P<year>(?:1\d|20)\d\d)(?P<sep>[-/])(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)"
        r"(?:[t ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?P<zulu>z|\+00:?00)?(?:[+-]\d\d:?\d\d)?)?",
        read_iso,
        "#",
    ),
    _rule(
        r"(?<![-/.])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)(?![\d%]|[-/.]\d)",
        read_numeric,
        "#",
    ),
    # in March this year; March 1996; last October
    _rule(rf"{EDGE}?{_MONTHS}{_IN_YEAR}", read_month, _MONTH_WORDS),
    _rule(rf"{EDGE}?(?:(?!the ){WHICH} )?{_MONTHS}(?! ?\d)", read_month, _MONTH_WORDS),
    # Wednesday; last Tuesday; late Saturday; Saturday night; overnight Saturday
    _rule(
        rf"(?P<lead>overnight (?:on )?|the (?:night|early hours|morning|evening) of |(?:early|earlier|late"
        rf"|later) (?:on )?)?"
        rf"(?:(?!the [mtwfs][a-z]{{2,5}}day){WHICH} )?(?P<weekday>{WEEKDAY})(?:(?P<plural>s)(?![a-z])"
        rf"|(?:'s)?(?: (?:early|late))?[ -](?P<part>{PART})(?![a-z])| overnight)?",
        read_weekday,
        "sday nday iday rday",
    ),
    # the last half of 2016
    _rule(
        rf"(?:the )?(?P<last>last|final) (?P<unit>quarter|half) (?:of )?(?:(?P<year>{YEAR})|{YEAR_WORDS} year)",
        read_quarter,
        "quarter half",
    ),
    # 2016; the year 2000; fiscal 1989; the 1990s; the '80s; the nineties; the 20th century
    _rule(
        rf"(?:the (?:fiscal |financial )?year |(?:fiscal|financial)(?: year)? |{EDGE})?(?P<year>{YEAR}"
        rf"|{SPOKEN_YEAR})(?![a-z])"
        r"(?! (?:hours|gmt))",
        read_year,
        "# eighteen nineteen twenty thousand",
    ),
    _rule(
        r"(?:(?:the )?(?:last|first|second) half of )?(?:the )?(?:(?:early|late|mid)[ -])?(?:(?:to|or)[ -](?:mid"
        r"|late)[ -])?"
        r"(?:(?:(?P<century>1\d|20)|(?<=the )|')(?P<tens>\d)0'?s|(?:nineteen )?(?P<word>twent|thirt|fort|fift|sixt"
        r"|sevent|eight|ninet)ies)"
        r"(?![a-z0-9])",
        read_decade,
        "0s 0's ties",
    ),
    _rule(
        rf"(?:the )?(?:(?:early|late|mid)[ -])?(?P<place>{ORDINAL_DAY})[ -]century(?![a-z])",
        read_century,
        "century",
    ),
    # last fall; the winter of 1994; summer 2016
    _rule(
        rf"{EDGE}?(?:{WHICH} )?(?:(?:early|late|mid)[ -])?(?P<season>spring|summer|autumn|fall|winter)(?![a-z])"
        rf"(?: (?:of )?(?:(?P<year>{_ANY_YEAR})|{YEAR_WORDS} year))?",
        read_season,
        "spring summer autumn fall winter",
    ),
    # the third quarter of 1990; third-quarter; next year's first quarter; the year-ago third quarter; Q3 2016
    _rule(
        rf"(?:{_THE}(?:(?P<possessive>this|last|next) year's )?(?:(?P<before>{YEAR}) )?)"
        rf"(?:(?P<ago>year-(?:ago|earlier)) )?(?:fiscal[ -])?(?P<place>first|second|third|fourth|1st|2nd|3rd|4th) "
        rf"(?:fiscal[ -])?(?P<unit>quarter|half)(?![a-z])(?:,? (?:of )?(?:fiscal )?(?:(?P<year>{YEAR})"
        rf"|{YEAR_WORDS} year))?",
        read_quarter,
        "quarter half",
    ),
    _rule(
        r"(?P<place>first|second|third|fourth|1st|2nd|3rd|4th)-(?P<unit>quarter|half)(?![a-z])",
        read_quarter,
        "quarter half",
    ),
    _rule(rf"(?P<unit>q)(?P<place>[1-4])(?![a-z0-9])(?:,? (?:of )?(?P<year>{YEAR}))?", read_quarter, "q1 q2 q3 q4"),
    _rule(
        rf"{_THE}(?:comparable )?year-(?P<when>ago|earlier)(?: (?:quarter|period))?",
        lambda m: TimeReading("yearago"),
        "year-",
    ),
    # this week; earlier this month; the end of last year; last night; that evening; the following day; the weekend
    _rule(
        rf"(?:{EDGE})?{WHICH} (?:fiscal |financial |calendar )?"
        rf"(?P<unit>week|weekend|month|quarter|period|year|decade|century|day|morning|afternoon|evening|night"
        rf"|fortnight)"
        rf"(?![a-z]|-(?:old|long|on|ago|earlier|end|to)| (?:and a half|old|ago|earlier|later)(?![a-z]))",
        read_unit,
    ),
    _rule(rf"(?:{EDGE})(?P<which>the )(?P<unit>week|month|quarter|year|decade|day|night)(?![a-z-])", read_unit),
    # two years ago; nearly four years ago; three days later; a year earlier
    _rule(
        rf"{ROUGHLY}?(?:(?P<count>{COUNT}|{ORDINAL_DAY})[ -](?:more |full "
        rf"|short )?)?(?P<unit>{UNIT})(?P<andhalf> and a half)?(?: or so)?"
        rf" (?P<where>ago|earlier|later|from now|hence|previously|(?:before|prior)(?= *(?:[,.;:)]"
        rf"|$)))(?! than)(?![a-z])",
        read_offset,
        "ago earlier later before from hence previously prior",
    ),
    # the day before; the day after tomorrow; the week before the vote
    _rule(
        r"(?:the )?(?P<unit>day|night|week|month|year|morning|evening) (?P<where>before|after|earlier)"
        r"(?:(?= *(?:[.,;:)]|$|and(?![a-z])))| (?P<deictic>yesterday|tomorrow)(?![a-z])|(?P<of>)(?= [a-z0-9]))",
        read_next_to,
        "before after earlier",
    ),
    # the past two decades; nearly forty years; a minute and a half; 24-hour; weeks
    _rule(
        rf"(?:{ROUGHLY}|(?:the |these )(?![a-z0-9]{{1,9}}-))?"
        rf"(?P<which>past |last |next |first |final |coming |following |previous |recent |latest "
        rf"|opening )?(?P<count>{COUNT})(?:[ -](?:to|or) {COUNT})?[ -](?:more |full |straight |consecutive "
        rf"|additional |further |whole |"
        rf"trading |working |business )?(?P<unit>{UNIT}|second(?=-)"
        rf"|sec(?=-))(?P<andhalf> and a half)?(?: or so)?(?! old|-old| of age)",
        read_duration,
    ),
    _rule(
        rf"(?:(?:{ROUGHLY}|the |these )?(?P<which>past |last |next |first |coming |future |recent |these "
        rf"|previous |following ))?"
        rf"(?P<unit>(?:seconds|minutes|hours|days|nights|weeks|months|quarters|years|decades|centuries)|(?:decade"
        rf"|year|month|week|day|hour)(?=-?long))(?:-?long)?(?![a-z]| old|-old| of age| apart)",
        read_duration,
    ),
    # every day; each year; every two weeks; daily
    _rule(
        rf"(?:each|every) (?:(?P<other>other) |(?P<count>{NUMBER}) )?(?P<unit>{UNIT}|second(?![a-z]))",
        read_set,
        "each every daily weekly monthly yearly annually hourly nightly",
    ),
    _rule(
        r"(?P<adverb>daily|weekly|monthly|yearly|annually|hourly|nightly)(?![a-z])",
        read_set,
        "each every daily weekly monthly yearly annually hourly nightly",
    ),
    # 3:30 p.m. EST; 15:30; 1530 GMT; noon; 10 o'clock
    _rule(
        rf"(?:(?:around|about|shortly before|shortly after|just before|just after) )?{CLOCK}",
        read_clock,
        "# noon midnight midday clock past quarter",
    ),
    # today; late yesterday; tomorrow night; overnight
    _rule(
        rf"(?:(?:early|earlier|late|later) |mid-(?P<mid>afternoon|morning) )?(?P<word>yesterday|today|tomorrow|tonight)"
        rf"(?:(?:'s)? (?P<part>{PART})(?![a-z]))?",
        read_deictic,
        "yesterday today tomorrow tonight",
    ),
    _rule(r"overnight(?![a-z])", lambda m: TimeReading("part", part="NI", which="last"), "overnight"),
    _rule(
        rf"(?:in |during |by )?the (?:(?:early|late) )?(?P<part>{PART})(?![a-z])",
        lambda m: TimeReading("part", part=PARTS[m["part"]]),
        "morning midday noon evening night dawn dusk",
    ),
    _rule(
        r"(?<=at |by )(?P<part>dawn|dusk|midday)(?![a-z])",
        lambda m: TimeReading("part", part=PARTS[m["part"]]),
        "dawn dusk midday",
    ),
    _rule(rf"(?:{WHICH} )?(?P<name>{HOLIDAY})(?![a-z])(?:,? (?P<year>{YEAR}))?", read_holiday),
    _rule(
        r"(?:(?:right )?now|at present|nowadays|these days|currently|current|at the moment)(?![a-z])",
        fixed("PRESENT_REF"),
        "now present these moment current",
    ),
    _rule(
        r"(?:(?:more |most )?recently|lately|the past(?= *[.,;:?!]| and| or| in| with| to))(?![a-z])",
        fixed("PAST_REF"),
        "recent lately past",
    ),
    _rule(
        r"(?:the (?:near |foreseeable |immediate |distant )?future|the (?:short|near|long) term)(?![a-z])",
        fixed("FUTURE_REF"),
        "future term",
    ),
    _rule(
        r"the (?:full|whole|entire) year(?![a-z])|(?:the )?year[- ]end(?![a-z])|year's end(?![a-z])",
        lambda m: TimeReading("unit", which="this", unit="Y"),
        "year",
    ),
)
