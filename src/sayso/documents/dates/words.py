"""Dates in words and figures, in the main European languages: where they stand in a line and which day they name."""

from __future__ import annotations

import datetime
import functools
import re
from typing import NamedTuple

from sayso import assets
from sayso.documents.keyed import grouped

#: News pages with a date of their own are not older than the web.
FIRST_YEAR, LAST_YEAR = 1990, 2099

#: The dates of this many lines are remembered.
REMEMBERED = 4_096

#: Longer lines have no day with a year of two figures (characters).
SHORT_LINE = 80
#: A short line has at most this many words.
SHORT = 9

#: Figures only. A slash leaves open which number is the month unless one of them is greater than twelve.
FIGURES = re.compile(
    r"(?<![\d/.,:-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/]|[.,-]\d)"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?:[ ]?)(?P<b>\d{1,2})(?P=t)(?:[ ]?)(?P<z>(?:19|20)\d\d)(?![\d/]|[.,-]\d)"
    r"|(?P<cy>(?:19|20)\d\d)\s?[年년]\s?(?P<cm>\d{1,2})\s?[月월]\s?(?P<cd>\d{1,2})\s?[日일])"
)
#: A year of two figures, in a line that a clock time or its end follows: "06.11.23", "28/01/17 5:11pm".
SHORT_YEAR = re.compile(
    r"(?<![\w/.,:-])(?P<d>\d{1,2})(?P<s>[./])(?P<m>\d{1,2})(?P=s)(?P<y>[0-3]\d)"
    r"(?:(?=\s*[,|·•–-]?\s*(?:um\s|at\s|à\s|a las\s)?\d{1,2}[:.h]\d\d)|(?<=\d\.\d\d\.\d\d)(?=\W*$))"
)
ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
#: Every full date has a year.
YEAR = re.compile(r"(?:19|20)\d\d")
#: What tells that a page writes the month first: a twelve-hour clock with an American zone.
AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T|AKST|HST)\b")


#: What tells that the day comes first: a label or a clock of languages that write it so.
DAY_FIRST = re.compile(
    r"\b(?:publi(?:é|ée|cado|cada|cat|ziert)|pubblicat[oa]|veröffentlicht|erschienen|gepubliceerd|publicerad|opublikowano"
    r"|actualizado|atualizado|aggiornato|aktualisiert|mis à jour|modifi(?:é|cado)|uhr|às|a las|alle ore"
    r"|\d{1,2}h\d\d)\b",
    re.IGNORECASE,
)
#: Abbreviations of time zones, as a pattern for one of them standing as a word.
TIME_ZONE = (
    r"(?-i:[ECMP][SD]?T|GMT|UTC|BST|IST|CES?T|EES?T|WES?T|MSK|TRT|IRS?T|IRDT|PKT|HKT|SGT|JST|KST|ICT|WIB|PHT|MYT|SAST|EAT"
    r"|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|AK[SD]T|HST|A[SD]T|BRT|ART|GST)"
)


class FoundDate(NamedTuple):
    """A date at ``[start, end)`` of the string it was read from."""

    start: int
    end: int
    day: datetime.date


@functools.cache
def month_numbers() -> dict[str, int]:
    """Names of months, lower case, to their numbers."""
    return _names("month")


@functools.cache
def _month_words() -> frozenset[str]:
    return frozenset(WORD.findall(" ".join(month_numbers())))


@functools.cache
def weekday_numbers() -> dict[str, int]:
    """Names of weekdays, lower case, to their numbers, Monday being 0."""
    return _names("weekday")


def _names(kind: str) -> dict[str, int]:
    rows = [row for row in assets.rows("calendar.tsv") if row["kind"] == kind]
    return {name: int(row["number"]) for row in rows for name in row["names"].split("|")}


def _any_of(names: dict[str, int]) -> str:
    return grouped("|".join(sorted((re.escape(n) for n in names), key=lambda n: (-len(n), n))))


@functools.cache
def _worded() -> re.Pattern[str]:
    month = _any_of(month_numbers())
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|er|[.º°ª])?"
    year = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
    return re.compile(
        rf"(?<![\w/]){day.format('d1')}[ \-/]?\s?(?:of |de |d['’])?(?P<m1>{month})\b"
        rf"\.?[,،]?[ \-/]?\s?(?:de |del )?{year.format('y1')}"
        rf"|(?<!\w)(?P<m2>{month})\b\.?[ \-]?\s?{day.format('d2')}\b(?:,? ?\s?|-){year.format('y2')}",
        re.IGNORECASE,
    )


@functools.cache
def weekday_pattern() -> re.Pattern[str]:
    """A weekday's name standing as a word."""
    return re.compile(rf"(?<!\w)(?:{_any_of(weekday_numbers())})(?!\w)", re.IGNORECASE)


def find_dates(words: str) -> list[FoundDate]:
    """Every full date of the string, in order. A date in figures whose day and month cannot be told apart is left
    out."""
    if ("20" in words or "19" in words) and YEAR.search(words):
        return list(_dates_in(words))
    return list(_short_dates(words)) if len(words) <= SHORT_LINE and ("." in words or "/" in words) else []


@functools.lru_cache(maxsize=REMEMBERED)
def _short_dates(words: str) -> tuple[FoundDate, ...]:
    """The dates of a short line that has no year of four figures."""
    found = []
    for match in SHORT_YEAR.finditer(words):
        first, second = int(match["d"]), int(match["m"])
        if match["s"] == "/" and second > 12:
            first, second = second, first
        plain = match["s"] == "." or first > 12 or first == second
        day = day_of(2000 + int(match["y"]), second, first) if plain else None
        found += [FoundDate(match.start(), match.end(), day)] if day else []
    return tuple(found)


@functools.lru_cache(maxsize=REMEMBERED)
def _dates_in(words: str) -> tuple[FoundDate, ...]:
    """The dates of a line: a dozen questions are asked of them."""
    worded = not _month_words().isdisjoint(WORD.findall(words.lower()))
    found = [_from_words(m) for m in _worded().finditer(words)] if worded else []
    found += [_from_figures(m, words) for m in FIGURES.finditer(words)]
    return tuple(sorted(f for f in found if f is not None))


def begins_with_month(words: str) -> bool:
    """Whether a line begins with the name of a month or a weekday."""
    first = words.split(maxsplit=1)[0].strip(".,").casefold() if words.strip() else ""
    return first in month_numbers() or first in weekday_numbers()


def begins_with_day(words: str) -> bool:
    """Whether a short line begins with a full date, as a caption does not."""
    words = words[:200].strip()
    beginning = words[:40]
    return (
        bool(YEAR.search(beginning))
        and len(words.split()) <= SHORT
        and any(d.start == 0 for d in find_dates(beginning))
    )


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where there is no such day or the year is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_iso(stamp: str | None) -> datetime.date | None:
    """The day of :func:`iso_day` where a page may be of it: none is older than the web."""
    day = iso_day(stamp)
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def iso_day(stamp: str | None) -> datetime.date | None:
    """The day of an ISO date, or of a time stamp that begins with one; None for anything else."""
    match = ISO.match(stamp or "")
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _from_words(match: re.Match[str]) -> FoundDate | None:
    which = "1" if match["d1"] else "2"
    month = month_numbers().get(match["m" + which].casefold(), 0)
    day = day_of(int(match["y" + which]), month, int(match["d" + which]))
    return FoundDate(match.start(), match.end(), day) if day else None


def _from_figures(match: re.Match[str], words: str) -> FoundDate | None:
    if match["y"]:
        day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    elif match["cy"]:
        day = day_of(int(match["cy"]), int(match["cm"]), int(match["cd"]))
    else:
        first, second, year = int(match["a"]), int(match["b"]), int(match["z"])
        if match["t"] == "." or first > 12 or first == second or (second <= 12 and DAY_FIRST.search(words)):
            day = day_of(year, second, first)
        elif second > 12 or AMERICAN.search(words):
            day = day_of(year, first, second)
        else:
            day = None
    return FoundDate(match.start(), match.end(), day) if day else None
