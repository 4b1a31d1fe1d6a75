"""Whether words that could be a time are one where they stand: not ``May`` the verb, not 1988 troops, not a fall."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.layers.parsing.parse import Token
from sayso.layers.times.words import Found

#: What lies just before a month's name when the name is surely a month's.
LEADS_MONTH = re.compile(
    r"(?:in|since|until|till|by|from|to|of|last|next|this|early|late|mid|before|after|through|during|between|for|and"
    r"|every|each|around|about|ending|ended|beginning|starting)[ -]$"
)
LEADS_SEASON = re.compile(r"(?:in|since|until|by|during|through|every|each) $")
#: Words before four digits that are no year.
NOT_A_YEAR = re.compile(
    r"(?:flight|route|room|no\.?|number|highway|page|model|unit|bus|#|£|\$|€|\+|about|over|nearly|than|some) ?$"
)
#: What stands before "two thousand" that is a year; and before one that is a share.
LEADS_YEAR = re.compile(r"(?<![a-z])(?:in|since|until|till|before|after|during|through|year) $")
ONE_IN = re.compile(r"(?:one|\d) in $")
#: Plurals without an s, as what may be counted by four digits.
PLURALS = ("people", "men", "women", "children", "police", "troops")
#: Words of games that are played in quarters or halves; looked for so many characters around.
PLAY = re.compile(
    r"\b(?:touchdowns?|touchbacks?|yards?|yarders?|half-?time|kick-?offs?|interceptions?|quarterbacks?|receivers?"
    r"|field goals?|goals?|goalkeepers?|strikers?|penalt(?:y|ies)|punts?|fumbles?|sacks?|rebounds?|assists?|baskets?"
    r"|dunks?|free throws?|three-pointers?|lay-?ups?|tackles?|scor(?:ed|ing|er)|equali[sz](?:ed|er)|match|game|bench"
    r"|coach|possession)\b"
)
AROUND, PLAYED = 160, 2
#: Prepositions that stand before people more often than before months.
BEFORE_NAMES = re.compile(r"(?:by|to|for|and|around|about|with|between) $")


def plausible(one: Found, raw: str, lowered: str, tokens: Sequence[Token]) -> bool:
    """Whether words that could be a time are one here: not ``May`` the verb, not 1988 troops, not a fall."""
    reading, words = one.reading, lowered[one.start : one.end]
    before = lowered[max(0, one.start - 16) : one.start]
    if reading.form == "month" and not reading.year and not reading.year_word:
        return _is_month(one, raw, lowered, before, tokens)
    if reading.form == "day" and not reading.clock:
        at = next((m.start() for m in re.finditer("mar|may|sat|sun|dec|jan", words)), None)
        return at is None or reading.year is not None or raw[one.start + at].isupper()
    if reading.form == "year":
        if not words.isdigit():
            return _is_spoken_year(words, before, tokens)
        if NOT_A_YEAR.search(before) or re.search(r"(?<!\d\d\d)\d[-.]$|\d{5,}-$", before):
            return False
        counts = [t for t in tokens if t.dep == "nummod" and t.head != t.index]
        follows = re.match(r" ([a-z]+)", lowered[one.end : one.end + 24])
        plural = follows and (follows.group(1).endswith("s") or follows.group(1) in PLURALS)
        if counts and plural and not before.endswith("in "):
            return bool(reading.year and 1900 <= reading.year <= 2100 and any(t.entity == "DATE" for t in tokens))
        return bool(
            reading.year and (1900 <= reading.year <= 2100 or re.search(r"(?:in|since|of|by|from|until|to) $", before))
        )
    if reading.form == "season" and reading.unit == "FA" and words == "the fall":
        return LEADS_SEASON.search(before) is not None  # else somebody or something fell
    if reading.form == "season" and not (reading.which or reading.year or reading.year_word):
        return (bool(LEADS_SEASON.search(before)) and reading.unit != "FA") or words.endswith(
            ("summer", "winter", "autumn")
        )
    if reading.form == "quarter" and not (reading.year or reading.year_word or reading.which):
        around = lowered[max(0, one.start - AROUND) : one.end + AROUND]
        return len(set(PLAY.findall(around))) < PLAYED
    if reading.form == "duration" and words[:1].isdigit():
        unit = one.end - len(words.rpartition(" ")[2])
        return not (one.start and raw[unit].isupper() and raw[unit + 1].islower())  # "on 60 Minutes": a title
    if reading.form == "set" and words == "daily":
        return not re.match(r" [A-Z]", raw[one.end : one.end + 2])  # "the daily Examiner"
    if reading.form == "holiday":
        return raw[one.start + words.index(reading.value)].isupper()
    return True


def _is_spoken_year(words: str, before: str, tokens: Sequence[Token]) -> bool:
    """Whether a number in words is a year: not what counts something; two thousand only where a year could stand."""
    if "two thousand" not in words:
        return True
    inside = {t.index for t in tokens}
    if any(t.dep == "nummod" and t.head not in inside for t in tokens):
        return False
    led = not words.startswith("two thousand") or LEADS_YEAR.search(before) is not None
    return led and not ONE_IN.search(before)


def _is_month(one: Found, raw: str, lowered: str, before: str, tokens: Sequence[Token]) -> bool:
    name = re.search(r"[a-z]+\.?$", lowered[one.start : one.end])
    if name is None or not raw[one.start + name.start()].isupper():
        return False
    led = bool(LEADS_MONTH.search(before)) or bool(one.reading.which) or name.start() > 0
    if (
        name.group()
        in ("may", "march", "mar", "jan", "dec", "sep", "jun", "jul", "sept", "nov", "oct", "aug", "apr", "feb")
        or "." in name.group()
    ):
        if BEFORE_NAMES.search(before) and re.match(r" [A-Z][a-z]", raw[one.end : one.end + 3]):
            return False  # "led by May Holm"
        return led and (len(name.group()) > 4 or name.group() == "may" or "." in name.group())
    if any(t.entity == "PERSON" for t in tokens):
        return led
    return led or not re.match(r" [A-Z][a-z]", raw[one.end : one.end + 3])
