"""Days, clock times and their labels in a line: which of them stand where, and whether a line is nothing else."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.documents.dates.words import (
    REMEMBERED,
    TIME_ZONE,
    WORD,
    find_dates,
    month_numbers,
    weekday_numbers,
    weekday_pattern,
)
from sayso.documents.keyed import Keyed, grouped
from sayso.spans import Range

DATE_LABEL = grouped(
    r"publish(?:ed)?(?: time| date)?|edited(?: time)?|publication date|posted|(?:last )?updated?|last modified|modified"
    r"|first published|issued|added|date"
    r"|released|created|written|erschienen|eingetragen|gepostet|eingestellt"
    r"|(?:nachricht|meldung|beitrag|artikel|bericht|eintrag|(?:presse)?mitteilung) vom|veröffentlichung(?:sdatum)?"
    r"|publié|mis à jour|veröffentlicht|publiziert|erstellt|datum|stand|vom|erscheinungsdatum|publicación"
    r"|date de publication|fecha(?: de publicación)?|mise? en ligne|pubblicazione"
    r"|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|opublikowano|julkaistu|publicerad|опубликовано|дата"
    r"|data (?:publikacji|di pubblicazione|de publicação)|aktualizacja|güncelle(?:n)?me|yayınlan?ma"
    r"|giriş|eklenme|dodano|utworzono"
)
LABELLED_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})\b[\s:]*(?:on|at|le|am|el|il|op|em|den)?\b", re.IGNORECASE)
DATE_LABELS = re.compile(rf"\b(?:{DATE_LABEL})\b", re.IGNORECASE)
#: Such a label on a line of its own.
LABEL_OF_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})(?: on| at)?\W{{0,3}}$", re.IGNORECASE)
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?\b"
    rf"|\b(?:{TIME_ZONE}(?:\s?[+-]\d{{1,2}})?|local time|uhr|[ap]\.?m\.?)\b",
    re.IGNORECASE,
)
AGO = Keyed(
    re.compile(
        r"\b(?:\d{1,2}|an?|one|two|three)\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?) ago\b"
        r"|\bjust now\b|\b\d{1,3}[ -]?min(?:ute)?s? read\b",
        re.IGNORECASE,
    ),
    (" ago", "just now", " read"),
)
#: A day in figures whose year has two of them, or that may be two days.
IN_FIGURES = r"(?<![\d./:-])\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)(?:20|19)?\d\d(?![\d/:]|[.,]\d)"
#: What clock times without a figure hold: a zone's capitals; a word, of ``a.m.`` its letters, of ``just now`` and
#: ``a day ago`` the last.
FIGURE_OR_ZONE = re.compile(r"[\dA-Z](?:(?<=\d)|[A-Z])")
CLOCK_WORDS = frozenset(("local", "uhr", "am", "pm", "m", "now", "ago"))
_SMALL = re.compile(rf"\b(?:{DATE_LABEL}|on|at|the|le|am|el|il|em|den|à|às|a las?|ore|um|by|and|of|h)\b", re.IGNORECASE)

#: What is left of a day when its date and clock are taken off.
AROUND_DAY = re.compile(
    rf"(?:\b(?:{DATE_LABEL}|on|at|the|le|am|el|um|time|last|min(?:ute)?s?|read|hours?|hrs?|ago|local|day|de|às?|alle?|ore"
    r"|online|stand|uhr|a\.?m|p\.?m|new|comments?)\b|[\W\d_])*+",
    re.I,
)


def is_date_line(words: str) -> bool:
    """Whether a line holds a date, or how long ago, and nothing else but a label, a weekday, a clock time."""
    left = AGO.pattern.sub(" ", words) if AGO.may_match(words) else words
    if left == words and not find_dates(words) and not (LABELLED_DATE.match(words) and CLOCK.search(words)):
        return False
    for date in reversed(find_dates(left)):
        left = left[: date.start] + " " + left[date.end :]
    left = _SMALL.sub(" ", CLOCK.sub(" ", weekday_pattern().sub(" ", left)))
    return len(re.sub(r"[\W\d_]+", "", left)) <= 3


def is_around_day(words: str) -> bool:
    """Whether words are nothing but labels, marks and what else stands around a day."""
    return AROUND_DAY.fullmatch(words) is not None


class Days(NamedTuple):
    """What finds days in a line: in one that holds a month's or a weekday's name, and in others."""

    months: frozenset[str]
    weekdays: frozenset[str]
    named: re.Pattern[str]
    others: re.Pattern[str]


@functools.cache
def day_patterns() -> Days:
    """What finds a day without its year; a weekday; a clock time; how long ago."""
    month = grouped("|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True)))
    others = rf"{IN_FIGURES}|{CLOCK.pattern}|{AGO.pattern.pattern}"
    named = (
        rf"\b(?:{month})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:{month})\b\.?"
        rf"|{weekday_pattern().pattern},?|{others}"
    )
    months, weekdays = (frozenset(WORD.findall(" ".join(names))) for names in (month_numbers(), weekday_numbers()))
    return Days(months, weekdays, re.compile(named, re.I), re.compile(others, re.I))


@functools.lru_cache(maxsize=REMEMBERED)
def day_ranges(words: str) -> tuple[Range, ...]:
    """Where days and clock times stand in a line, in text order."""
    days, held = day_patterns(), set(WORD.findall(words.lower()))
    weekday, figure = not days.weekdays.isdisjoint(held), FIGURE_OR_ZONE.search(words)
    if not weekday and not figure and CLOCK_WORDS.isdisjoint(held):
        return ()
    pattern = days.named if weekday or not days.months.isdisjoint(held) else days.others
    ranges = [(date.start, date.end) for date in find_dates(words)]
    taken = [*ranges]
    for match in pattern.finditer(words):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            taken.append(match.span())
    return tuple(sorted(taken))
