"""When a page was published: given, stated on it, or worked out with a reason.

A date counts as the page's own where it stands beside the headline, in a labelled line, in the dateline or in the address;
never a copyright year, never the day of a photograph or of what the article tells.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.documents.credits import DATE_LABEL, LABELLED_DATE, is_date_line
from sayso.documents.datewords import FoundDate, day_of, find_dates, read_iso, weekday_numbers
from sayso.documents.page import FoundCredit, Given, Metadata, ZonedRange
from sayso.types import Published
from sayso.vocab import CreditRole, DateBasis, Zone

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<s>[-/_.]?)(0[1-9]|1[0-2])(?P=s)(0[1-9]|[12]\d|3[01])(?!\d)")
MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/")
UPDATED = re.compile(r"updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено|reviewed|retrieved|accessed", re.IGNORECASE)
EVENT = re.compile(
    r"\b(?:expires?|deadline|event|starts?|ends?|until|till|through|valid|copyright|since|founded|established|born|died|season|edition of|"
    r"premiere|release date|joined|registered|member since|next|tomorrow|wann|termin|beginn)\b",
    re.IGNORECASE,
)
#: A message quoted in the article with its own date: "— A. Name (@name) May 3, 2024".
POSTED_BY_OTHERS = re.compile(r"^\W{0,2}[-–—]{1,2} |@\w")
#: Words that go with a line's only date where the line is about the text: a name, a clock, a label, little else.
MOST_WORDS = 24

#: Where a page's own date stands, by how much it tells.
LABEL, BESIDE, ZONED, ALONE = 5.0, 3.0, 2.0, 2.0
NEAR_LINES = 8
#: From this score on a date is taken; from the lower one on where the page has no other date of such a score.
ENOUGH, LIKELY = 3.0, 0.5

WEEKDAY_ENGLISH = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
#: A statement made on a weekday, as newspapers date them: "said Wednesday", "told reporters on Monday".
SAID_ON = re.compile(
    rf"\b(?:said|says|told|announced|stated|declared|reported|confirmed|added|warned|claimed|denied|wrote|tweeted|ruled|voted|informed|noted|argued|called)\b"
    rf"(?P<between>[^.!?;]{{0,60}}?)\b(?:on |late |early )?(?P<day>{WEEKDAY_ENGLISH})\b(?! (?:night|evening)'s)",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(rf"\bon (?P<day>{WEEKDAY_ENGLISH}),? (?:\w+ ){{0,4}}?(?:said|told|announced|stated|declared|reported|confirmed|warned)\b", re.IGNORECASE)
NAMED_DAY = re.compile(rf"(?<!next )(?<!last )(?<!every )(?<!coming )\b(?P<day>{WEEKDAY_ENGLISH})\b(?!s\b)", re.IGNORECASE)
FUTURE = re.compile(r"\b(?:will|would|to be|next|coming|scheduled|expected|plans?|upcoming|due|until|by)\b", re.IGNORECASE)


class Candidate(NamedTuple):
    """A day that the page may have been published on."""

    score: float
    place: int  # number of the range it stands in
    day: datetime.date
    why: str
    below: bool = False  # it stands well below the first paragraph


def find_published(
    text: str,
    ranges: Sequence[ZonedRange],
    credits: Sequence[FoundCredit],
    *,
    given: Given,
    metadata: Metadata | None = None,
    address: str | None = None,
) -> Published | None:
    """The day of publication with its basis and the reason in a sentence; None where the evidence leaves it open.

    ``address`` is the page's URL where it is known otherwise than through ``given`` or ``metadata``.
    """
    if day := read_iso(given.published):
        return Published(day.isoformat(), DateBasis.GIVEN, "whoever handed the document over gave the date")
    if metadata and (day := read_iso(metadata.published)):
        return Published(day.isoformat(), DateBasis.STATED, f"the page's markup says so ({metadata.detail or 'metadata'})")
    address = given.url or (metadata.url if metadata else None) or address or ""
    in_address = day_in_address(address)
    best = _best(list(_candidates(text, ranges)), address)
    if best and in_address and abs((best.day - in_address).days) > 1 and best.score < LABEL + BESIDE:
        best = None
    if best:
        return Published(best.day.isoformat(), DateBasis.STATED, best.why)
    if in_address:
        return Published(in_address.isoformat(), DateBasis.STATED, f"the address holds the date ({urlsplit(address).path})")
    return _inferred(text, ranges) or _from_credits(credits)


def day_in_address(address: str) -> datetime.date | None:
    """The only full date in a URL's path."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    days = {day_of(int(m[1]), int(m[3]), int(m[4])) for m in IN_ADDRESS.finditer(path)}
    return days.pop() if len(days) == 1 else None


def _candidates(text: str, ranges: Sequence[ZonedRange]) -> Iterator[Candidate]:
    """The dates on the page that may be its own, each with what speaks for it."""
    headline = next((n for n, r in enumerate(ranges) if r.zone is Zone.HEADLINE), None)
    bodies = [n for n, r in enumerate(ranges) if r.zone is Zone.BODY]
    if not bodies:
        return
    top = headline if headline is not None else bodies[0]
    for number, (start, end, zone) in enumerate(ranges):
        if zone in (Zone.CAPTION, Zone.TEASER, Zone.COMMENT, Zone.LICENCE, Zone.HEADLINE):
            continue
        words = text[start : min(end, start + 400)]
        if zone is Zone.BODY:
            if number == bodies[0] and (dates := [d for d in find_dates(words[:60]) if words[:2].isupper() and "(" in words[:60]]):
                yield Candidate(BESIDE + ZONED, number, dates[0].day, f"the dateline says “{words[: dates[0].end]}”")
            continue
        if len(words.split()) > MOST_WORDS or EVENT.search(words) or POSTED_BY_OTHERS.search(words):
            continue
        for date in find_dates(words):
            yield _candidate(words, date, number, zone, (top, bodies[0], bodies[-1]))


def _candidate(words: str, date: FoundDate, number: int, zone: Zone, places: tuple[int, int, int]) -> Candidate:
    top, first, last = places
    before = words[: date.start]
    label = list(re.finditer(rf"\b(?:{DATE_LABEL})\b", before, re.IGNORECASE))
    updated = bool(UPDATED.search(before[label[-1].start() :] if label else before))
    score = 0.0
    if label or LABELLED_DATE.match(words):
        score += LABEL - 4.0 * updated
    if top <= number <= first:
        score += BESIDE
    elif number < top:
        score += BESIDE - 0.25 * (top - number) if top - number <= NEAR_LINES else 0.0
    elif number > last:
        score -= min(4.0, 0.4 * (number - last))
    if zone in (Zone.DATELINE, Zone.BYLINE):
        score += ZONED
    if is_date_line(words):
        score += ALONE if number < last else 0.5
    if zone is Zone.CREDIT:
        score -= BESIDE + ZONED
    shown = " ".join(words.split())
    where = "between headline and article" if top <= number <= first else "above the headline" if number < top else "below the headline"
    why = f"a line {where} says “{shown}”"
    return Candidate(score - 0.01 * abs(number - first), number, date.day, why, below=number > first + NEAR_LINES)


def _best(candidates: list[Candidate], address: str) -> Candidate | None:
    """The candidate that most speaks for; one that the month in the address rules out does not count."""
    months = {(int(m[1]), int(m[2])) for m in MONTH_IN_ADDRESS.finditer(address)}
    if len(months) == 1:
        candidates = [c._replace(score=c.score + 1) for c in candidates if (c.day.year, c.day.month) in months]
    good = [c for c in candidates if c.score >= ENOUGH]
    if good:
        return max(good, key=lambda c: (c.score, -c.place, -c.day.toordinal()))
    likely = [c for c in candidates if c.score >= LIKELY and not c.below]
    return likely[0] if len({c.day for c in likely}) == 1 else None


def _inferred(text: str, ranges: Sequence[ZonedRange]) -> Published | None:
    """The day that weekdays in the article and a dated caption leave: the first day of the weekday on which somebody
    *said* something that is not before the latest day the page dates.

    It needs an anchor (a full date in a caption or paragraph) not far before, and one weekday only on which things are
    said; the other weekdays that the article names must fit between the two.
    """
    anchors = [
        (date.day, " ".join(text[start:end].split())[max(0, date.start - 20) : date.end])
        for start, end, zone in ranges
        if zone is Zone.CAPTION and end - start < 2_000
        for date in find_dates(" ".join(text[start:end].split()))
        if _has_weekday(" ".join(text[start:end].split()), date)
    ]
    body = [text[start : min(end, start + 5_000)] for start, end, zone in ranges if zone is Zone.BODY]
    said = {m["day"].lower() for words in body for p in (SAID_ON, SAID_AFTER) for m in p.finditer(words)}
    named = {m["day"].lower() for words in body for m in NAMED_DAY.finditer(words) if not FUTURE.search(words[max(0, m.start() - 25) : m.start()])}
    if not anchors or not named:
        return None
    anchor, phrase = max(anchors)
    days = {name: _on_or_after(anchor, weekday_numbers()[name]) for name in sorted(named | said)}
    if len(said) != 1:
        return None
    last = days[next(iter(said))]
    if any(day > last for name, day in days.items() if name not in said) or (last - anchor).days > 6:
        return None
    others = [f"“{name.title()}” is {days[name].isoformat()}" for name in sorted(named - said, key=lambda n: days[n])]
    name = next(iter(said)).title()
    why = (
        f"a picture is dated “{phrase.strip(' ,.')}” ({anchor.isoformat()}); counting from it, "
        + "; ".join([*others, f"a statement made “{name}” is of {last.isoformat()}, the latest day the article speaks of"])
    )
    return Published(last.isoformat(), DateBasis.INFERRED, why)


def _has_weekday(words: str, date: FoundDate) -> bool:
    """Whether the weekday that stands before a date, if any, is that day's."""
    before = words[max(0, date.start - 14) : date.start].lower()
    found = [number for name, number in weekday_numbers().items() if len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", before)]
    return bool(found) and date.day.weekday() in found


def _on_or_after(day: datetime.date, weekday: int) -> datetime.date:
    return day + datetime.timedelta(days=(weekday - day.weekday()) % 7)


def _from_credits(credits: Sequence[FoundCredit]) -> Published | None:
    """The day on which the nearest outlet that the text was taken from had it, where all credit lines give one day."""
    dated = [c for c in credits if c.role in (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL) and c.date]
    if len({c.date for c in dated}) != 1 or not dated[0].date:
        return None
    why = f"the page gives no date of its own; the credit line of {dated[0].name} dates the text that it took"
    return Published(dated[0].date, DateBasis.INFERRED, why)
