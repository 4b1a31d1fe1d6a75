"""Looks for time expressions in a text: where the rules of ``grammar`` are tried, and which matches stand."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.layers.times.grammar import HOLIDAY, RULES
from sayso.layers.times.numerals import compiled, ordinal_of, year_of
from sayso.layers.times.words import DAY, MONTH, PART, UNIT, WEEKDAY, YEAR, Found, TimeReading
from sayso.spans import merged

#: Stands for any digit among the words that a rule needs.
DIGIT = "#"
NEEDED = frozenset(word for rule in RULES for word in rule.needs) - {DIGIT}
#: Words and shapes without which no rule can match. What lies farther from one than REACH characters is not looked at.
TRIGGER = (
    rf"(?<![a-z])(?:{WEEKDAY}|{MONTH}|{UNIT}|{PART}(?![a-z])|week|weekend|month|quarter|year|decade|hour|minute|day"
    rf"|sec(?:ond)?-"
    r"|half(?= )|daily|weekly|monthly|yearly|annually|hourly|nightly|today|tonight|yesterday|tomorrow|overnight|now"
    r"|currently"
    r"|current|nowadays|present|moment|recently|lately|past|future|term|spring|summer|autumn|fall|winter|noon|midnight"
    r"|o'clock|gmt|utc|hours|nineteen|eighteen|twenty|two thousand|q[1-4](?![a-z0-9])|period"
    rf"|{HOLIDAY})|(?<!\d)(?:1\d|20)\d\d(?!\d)|\d0'?s(?![a-z])|ties(?![a-z])|\d[ap]\.?m|\d [ap]\.?m|\d:\d\d"
    r"|\d[-/.]\d{1,2}[-/.]\d\d"
)
REACH = 48
#: A word longer than this is no word: it is where a stretch to look at may be cut.
LONGEST_WORD = 40
#: A second day of the same month: "April 24 and 25", "June 3-5, 2023"; not "on April 24 and 25 people".
SECOND = (
    rf"(?: ?(?:and|or|to|&) | ?- ?)(?P<day>{DAY})(?:,? (?P<year>{YEAR})(?![a-z]))?"
    r"(?![a-z0-9]| (?!(?:in|at|for|with|by|when|as|on|after|before|during)(?![a-z]))[a-z])"
)


def find_expressions(lowered: str) -> list[Found]:
    """The time expressions of a text in lower case, in text order, none overlapping: the leftmost, then the longest."""
    found: list[tuple[int, int, int, TimeReading]] = []
    stretches = _stretches(lowered)
    for start, end in stretches:
        words = lowered[start:end]
        there = {word for word in NEEDED if word in words}
        if any(map(str.isdigit, words)):
            there.add(DIGIT)
        for number, (pattern, read, needs) in enumerate(RULES):
            if needs and there.isdisjoint(needs):
                continue
            for match in compiled(pattern).finditer(lowered, start, end):
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
            pattern, read, _ = RULES[number]
            rest = compiled(pattern).search(lowered, kept[-1].end, -minus_end)
            again = read(rest) if rest else None
            if rest and again:
                heapq.heappush(found, (rest.start(), -rest.end(), number, again))
    return list(_with_second_days(lowered, kept))


def _with_second_days(lowered: str, kept: Sequence[Found]) -> Iterator[Found]:
    """The expressions, and after a day of a month the second day that shares its month, both with the year."""
    covered = 0
    for one in kept:
        if one.start < covered:
            continue
        r = one.reading
        second = (
            compiled(SECOND).match(lowered, one.end) if r.form == "day" and not (r.year or r.clock or r.which) else None
        )
        day = ordinal_of(second["day"]) or 0 if second else 0
        if second is None or not r.day < day <= 31:
            yield one
            continue
        year = year_of(second["year"]) if second["year"] else None
        covered = second.end()
        yield Found(one.start, one.end, replace(r, year=year))
        yield Found(second.start("day"), covered, replace(r, day=day, weekday=0, part="", year=year))


def _stretches(lowered: str) -> list[tuple[int, int]]:
    """The parts of a text around its triggers, cut between words."""
    near = merged(
        (max(0, m.start() - REACH), min(len(lowered), m.end() + REACH)) for m in compiled(TRIGGER).finditer(lowered)
    )
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
