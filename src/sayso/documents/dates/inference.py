"""The day of publication where the page does not state it: from a dated picture and the weekdays on which things were
said, or from the day in a credit line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.documents.dates.words import FoundDate, find_dates, weekday_numbers, weekday_pattern
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.types import Published
from sayso.vocab import CreditRole, DateBasis, Zone

_DAY = r"(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SAID = r"(?:said|announced|stated|declared|reported|confirmed|added|warned|claimed|denied|wrote|tweeted|ruled|noted)"
#: A statement dated by its weekday: "said Wednesday", "said in a statement on Monday", "told reporters on Monday".
SAID_ON = re.compile(
    rf"\b(?:{_SAID}(?:\s(?:in|at|during|to|via|through|by)(?:\s(?!that\b)[\w'’-]+){{1,5}})?"
    rf"|(?:told|informed)(?:\s(?!that\b)[\w'’-]+){{1,6}})\s(?:on\s|late\s|early\s){{0,2}}{_DAY}\b",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(rf"\bon {_DAY},?(?:\s[\w'’-]+){{0,4}}?\s(?:{_SAID}|told)\b", re.IGNORECASE)
#: A weekday that may be the latest the article speaks of: not one that a word beside it sets earlier, later or apart.
NAMED_DAY = re.compile(
    rf"(?<!next )(?<!last )(?<!every )(?<!coming )(?<!since )(?<!previous )\b{_DAY}\b", re.IGNORECASE
)
#: What stands before a day that is still to come.
AHEAD = re.compile(
    r"\b(?:will|would|to be|next|coming|scheduled|expected|plans?|planned|upcoming|due|until|by)\b", re.IGNORECASE
)
#: So far before a day is looked for what sets it ahead (characters).
AHEAD_WITHIN = 60
ARCHIVE = re.compile(r"\bfile\b|\barchive\b", re.IGNORECASE)

#: A weekday named more days than this after the picture's day may as well be the one before it.
REACH = 4
#: Where this much of a paragraph has been read (characters), the rest is left.
LOOKED_AT = 5_000


class Anchor(NamedTuple):
    """A day that the page dates with weekday, day, month and year, and the words that do so."""

    day: datetime.date
    words: str


def infer_from_weekdays(text: str, ranges: Sequence[ZonedRange]) -> Published | None:
    """The latest weekday on which somebody *said* something, counted from the latest dated picture.

    None without a dated picture (or a fully dated day in the article), without a statement dated by weekday within
    REACH days of it, or where the article tells of a day after that statement.
    """
    anchors = list(_anchors(text, ranges))
    body = [text[start : min(end, start + LOOKED_AT)] for start, end, zone in ranges if zone is Zone.BODY]
    said = {m["day"].lower() for words in body for pattern in (SAID_ON, SAID_AFTER) for m in pattern.finditer(words)}
    if not anchors or not said:
        return None
    named = {
        match["day"].lower()
        for words in body
        for match in NAMED_DAY.finditer(words)
        if not AHEAD.search(_clause_before(words, match.start()))
    }
    anchor = max(anchors)
    after = {name: _on_or_after(anchor.day, weekday_numbers()[name]) for name in sorted(said | named)}
    within = {name: day for name, day in after.items() if (day - anchor.day).days <= REACH}
    last = max((day for name, day in within.items() if name in said), default=None)
    if last is None or max(within.values()) > last:
        return None
    others = "".join(f"“{name.title()}” is {day}, " for name, day in sorted(within.items(), key=_by_day) if day < last)
    name = next(name for name in sorted(said) if within.get(name) == last)
    why = (
        f"the page dates “{anchor.words}” ({anchor.day}); counted from it, {others}"
        f"and a statement made “{name.title()}” is of {last}, the latest day that the article speaks of"
    )
    return Published(last.isoformat(), DateBasis.INFERRED, why)


def infer_from_credits(found: Sequence[FoundCredit]) -> Published | None:
    """The day on which the outlets that the text was taken from had it, where all their credit lines give one day."""
    roles = (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL)
    dated = [credit for credit in found if credit.role in roles and credit.date]
    days = {credit.date for credit in dated}
    if len(days) != 1:
        return None
    why = f"the page gives no date of its own; the credit line of {dated[0].name} dates the text that it took"
    return Published(str(dated[0].date), DateBasis.INFERRED, why)


def _by_day(item: tuple[str, datetime.date]) -> tuple[datetime.date, str]:
    return item[1], item[0]


def _anchors(text: str, ranges: Sequence[ZonedRange]) -> Iterator[Anchor]:
    """The days of captions and paragraphs that are dated in full, weekday included: such a day is a recent one."""
    for start, end, zone in ranges:
        if zone not in (Zone.CAPTION, Zone.BODY):
            continue
        words = " ".join(text[start : min(end, start + LOOKED_AT)].split())
        if zone is Zone.CAPTION and ARCHIVE.search(words):
            continue
        for date in find_dates(words):
            weekday = _weekday_before(words, date)
            if weekday is not None and not AHEAD.search(words[max(0, weekday - 25) : weekday]):
                yield Anchor(date.day, words[weekday : date.end])


def _clause_before(words: str, at: int) -> str:
    """The words before a place of a paragraph, back to the sentence's beginning or some way into it."""
    return re.split(r"[.!?;]\s", words[max(0, at - AHEAD_WITHIN) : at])[-1]


def _weekday_before(words: str, date: FoundDate) -> int | None:
    """Where the name of the date's own weekday begins, right before it."""
    begin = max(0, date.start - 14)
    for match in weekday_pattern().finditer(words, begin, date.start):
        if weekday_numbers().get(match[0].casefold()) == date.day.weekday():
            return match.start()
    return None


def _on_or_after(day: datetime.date, weekday: int) -> datetime.date:
    return day + datetime.timedelta(days=(weekday - day.weekday()) % 7)
