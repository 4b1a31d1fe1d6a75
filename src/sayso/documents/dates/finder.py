"""When a page was published: given, stated on it, or worked out with a reason.

A date counts as the page's own where it stands beside the headline, in a labelled line, in the dateline or in the
address; never a copyright year, never the day of a photograph or of what the article tells.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.documents.credits import bylines, datelines
from sayso.documents.credits.provenance import SOURCES
from sayso.documents.dates import labels as datelabels
from sayso.documents.dates.inference import infer_from_credits, infer_from_weekdays
from sayso.documents.dates.words import FoundDate, day_of, find_dates, iso_day, read_iso
from sayso.documents.page import FoundCredit, Given, Metadata, ZonedRange
from sayso.documents.zones.lines import lines_of
from sayso.documents.zones.phrases import phrase_kind
from sayso.outlets import is_agency, same_outlet
from sayso.types import Published
from sayso.vocab import CreditRole, DateBasis, Zone

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<s>[-/_.]?)(0[1-9]|1[0-2])(?P=s)(0[1-9]|[12]\d|3[01])(?!\d)")
MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/")
UPDATED = re.compile(
    r"updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено|edited"
    r"|letzte änderung|geändert|päivitetty|güncelleme|güncellenme|\bupdate\b|laatst|ultimo aggiornamento"
    r"|última a(?:tualização|ctualización)|atualizad|uppdatera|oppdater|opdater|aktualizac|dernière mise"
    r"|reviewed|retrieved|accessed",
    re.IGNORECASE,
)
#: Days of something else: an event, a right, a message quoted with its own date ("— A. Name (@name) May 3, 2024").
NOT_OWN = re.compile(
    r"\b(?:expires?|deadline|event|starts?|ends?|until|till|through|valid|copyright|since|founded|established|born|died"
    r"|season|edition of|premiere|release date|joined|registered|member since|load-date"
    r"|next|tomorrow|wann|termin|beginn"
    r")\b"
    r"|^\W{0,2}[-–—]{1,2} |@\w",
    re.IGNORECASE,
)
NOT_DATED = (Zone.CAPTION, Zone.TEASER, Zone.COMMENT, Zone.LICENCE, Zone.HEADLINE, Zone.BODY)
#: Words that go with a line's only date where the line is about the text: a name, a clock, a label, little else.
MOST_WORDS = 24

#: The headings of other articles have at most this many words.
HEADING = 9
#: A clock time right after a date.
CLOCK_AFTER = re.compile(r"[\s,|–—-]{0,4}(?:\w{2,5} )?\d{1,2}[:.h]\d\d")
#: What stands behind the day of a dateline: "KEMBRA (June 14, 2011) --".
IN_DATELINE = re.compile(r"\)\s?[-–—]{1,2}\s")
#: "Source: Xinhua | 2018-05-06 21:17:44": the hour is the page's own.
LABELLED_SOURCE = re.compile(r"\W*sources?\s?:", re.I)
#: "Kyodo News - Jun 7, 2020 - 18:22".
AGENCY_FIRST = re.compile(r"\W*([^|•·/\d]{2,40}?)\s*[|•·/–—-]")
#: The first paragraphs may begin with the day, before a dash or a clock time: at most this many.
OPENING = 4
#: A name with day and clock time right below the last paragraph, within this many lines, signs it.
CLOSING = 3
#: Where a page's own date stands, by how much it tells.
LABEL, BESIDE, ZONED, ALONE = 5.0, 3.0, 2.0, 2.0
NEAR_LINES = 8
#: A line that says when the page was changed tells less than one without a label.
UPDATED_LESS = 6.0
#: So does a day under another outlet's name.
TAKEN_LESS = 3.5
#: This much of a line is looked at (characters).
LOOKED_AT = 400
#: From this score on a date is taken; from the lower one on where the page has no other date of such a score.
ENOUGH, LIKELY = 3.0, 0.5


class Candidate(NamedTuple):
    """A day that the page may have been published on."""

    score: float
    place: int  # number of the range it stands in
    day: datetime.date
    why: str
    below: bool = False  # it stands well below the first paragraph
    above: bool = False  # it stands above the headline, not right above
    labelled: bool = False


def find_published(
    text: str,
    ranges: Sequence[ZonedRange],
    found: Sequence[FoundCredit],
    *,
    given: Given,
    metadata: Metadata | None = None,
    address: str | None = None,
    publisher: str | None = None,
) -> Published | None:
    """The day of publication with its basis and the reason in a sentence; None where the evidence leaves it open.

    ``address`` is the page's URL where it is known otherwise than through ``given`` or ``metadata``. A credit line
    dates the page where its outlet is the page's own ``publisher``.
    """
    if day := iso_day(given.published):
        return Published(day.isoformat(), DateBasis.GIVEN, "whoever handed the document over gave the date")
    if metadata and (day := read_iso(metadata.published)):
        return Published(
            day.isoformat(), DateBasis.STATED, f"the page's markup says so ({metadata.detail or 'metadata'})"
        )
    address = given.url or (metadata.url if metadata else None) or address or ""
    candidates = [_less_if_taken(c, ranges, found, publisher) for c in _candidates(text, ranges)]
    if best := _best(candidates, address):
        return Published(best.day.isoformat(), DateBasis.STATED, best.why)
    if day := day_in_address(address):
        return Published(day.isoformat(), DateBasis.STATED, f"the address holds the date ({urlsplit(address).path})")
    own = next((c for c in found if c.date and publisher and same_outlet(c.name, publisher)), None)
    if own and own.date:
        return Published(own.date, DateBasis.STATED, f"the credit line of the publisher, {own.name}, holds the date")
    return (
        (_below_headline(text, ranges, found) if publisher else None)
        or _only_day(text, ranges)
        or infer_from_weekdays(text, ranges)
        or infer_from_credits(found)
        or _likely(metadata.likely if metadata else None)
    )


def _below_headline(text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit]) -> Published | None:
    """The day of the one credit line between headline and article, where it names an agency (``3 March 2019 | PA``):
    agencies' texts are printed the day they come. Lines stacked there say when each outlet had the text."""
    first = next((n for n, r in enumerate(ranges) if r.zone is Zone.BODY), 0)
    top = next((n for n in range(first - 1, -1, -1) if ranges[n].zone is Zone.HEADLINE), first)
    lines = [r for r in ranges[top + 1 : first] if r.zone is Zone.CREDIT]
    if len(lines) != 1:
        return None
    (line,) = lines
    words = _beginning(text, line)
    dates = find_dates(words)
    named = [credit for credit in found if credit.role in SOURCES and line.start <= credit.start < line.end]
    agencies = {credit.name for credit in found if credit.role is CreditRole.AGENCY}
    told = len(words.split()) <= MOST_WORDS and not NOT_OWN.search(words)
    sent = any(credit.name in agencies or is_agency(credit.name) for credit in named)
    if len(dates) != 1 or not told or not sent:
        return None
    why = f"a line between headline and article says “{words}”"
    return Published(dates[0].day.isoformat(), DateBasis.STATED, why)


def _beginning(text: str, line: ZonedRange) -> str:
    """What is looked at of a line, with single spaces."""
    return " ".join(text[line.start : min(line.end, line.start + LOOKED_AT)].split())


def _likely(day: str | None) -> Published | None:
    """A day near the top of a page's markup, which nothing says is the page's own."""
    found = read_iso(day)
    why = "the page's markup says so (a date near the top of the page)"
    return Published(found.isoformat(), DateBasis.STATED, why) if found else None


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
    places = (headline if headline is not None else bodies[0], bodies[0], bodies[-1])
    label = ""
    for number, (start, end, zone) in enumerate(ranges):
        words = text[start : min(end, start + LOOKED_AT)]
        if zone is Zone.BODY and number in bodies[:OPENING]:
            yield from _at_start(words, number)
        dates, labels = find_dates(words), datelabels.LABEL_OF_DATE.match(words)
        told = (dates or labels) and zone not in NOT_DATED and len(words.split()) <= MOST_WORDS
        if not told or NOT_OWN.search(words):
            label = ""
            continue
        if len({date.day for date in dates}) == 1 or datelabels.LABELLED_DATE.search(words) or UPDATED.search(words):
            for date in dates:
                yield _candidate((label, words), date, number, zone, places)
        label = words + " " if labels else ""


def _at_start(words: str, number: int) -> Iterator[Candidate]:
    """The day that a paragraph begins with: ``27.1.2022 - The office …``, ``27.1.2022, 15:30 …``, or its dateline
    holds: ``KEMBRA (June 14, 2011) -- The office …``, ``KEMBRA, June 14, 2011 (AP) The office …``."""
    date = next(iter(find_dates(words[: datelines.DATELINE_WITHIN])), None)
    if date is None:
        return
    shown, after = words[: date.end], words[date.end :]
    dateline = datelines.dateline_of(words)
    before_agency = dateline and dateline.agency_at and date.end <= dateline.agency_at[0]
    if dateline and (before_agency or IN_DATELINE.match(after)):
        yield Candidate(BESIDE + ZONED, number, date.day, f"the dateline says “{shown}”")
    elif date.start == 0 and (CLOCK_AFTER.match(after) or re.match(r"\s[-–—]\s", after)):
        yield Candidate(BESIDE + 0.5, number, date.day, f"a first paragraph begins with “{shown}”")


def _candidate(
    line: tuple[str, str], date: FoundDate, number: int, zone: Zone, places: tuple[int, int, int]
) -> Candidate:
    """The date with its score. ``line`` is the label on the line above, if any, and the date's own line; ``places``
    are the ranges of the headline, the first and the last paragraph."""
    top, first, last = places
    label, words = line
    shown = " ".join((label + words).split())
    before = label + words[: date.start]
    labels = list(datelabels.DATE_LABELS.finditer(before))
    updated = bool(UPDATED.search(before[labels[-1].start() :] if labels else before))
    score = (LABEL - UPDATED_LESS * updated) if labels else 0.0
    if top <= number <= first:
        score += BESIDE
    elif number < top:
        score += BESIDE - 0.25 * (top - number) if top - number <= NEAR_LINES else 0.0
    elif number > last:
        score -= min(4.0, (0.25 if labels else 0.4) * (number - last))
    labelled = bool(labels) or LABELLED_SOURCE.match(words) is not None
    agency = AGENCY_FIRST.match(words)
    labelled = labelled or (agency is not None and is_agency(agency[1]))
    stamped = labelled and CLOCK_AFTER.match(words[date.end :]) is not None
    taken = zone is Zone.CREDIT and not stamped
    score += ZONED * (zone in (Zone.DATELINE, Zone.BYLINE)) - (BESIDE + ZONED) * taken
    if last < number <= last + CLOSING and bylines.BYLINE.match(words) and CLOCK_AFTER.match(words[date.end :]):
        score += BESIDE + ZONED
    if datelabels.is_date_line(words):
        score += ALONE if number < last else 0.5
    if top <= number <= first:
        where = "between headline and article"
    else:
        where = "above the headline" if number < top else "below the headline"
    score -= 0.01 * abs(number - first)
    why = f"a line {where} says “{shown}”"
    return Candidate(score, number, date.day, why, number > first + NEAR_LINES, number < top - 1, bool(labels))


def _only_day(text: str, ranges: Sequence[ZonedRange]) -> Published | None:
    """The day that all labelled lines of the page agree on, wherever they stand; without such a line the day that all
    lines agree on which begin with a date and a clock time, or are a date alone below the headline."""
    top = next((n for n, r in enumerate(ranges) if r.zone in (Zone.HEADLINE, Zone.BODY)), 0)
    labelled: dict[datetime.date, str] = {}
    stamped: dict[datetime.date, str] = {}
    others = False
    for number, line in enumerate(ranges):
        words = _beginning(text, line)
        others = (others or _heads_others(words)) and line.zone is not Zone.BODY
        dates = find_dates(words) if line.zone not in NOT_DATED and len(words.split()) <= MOST_WORDS else []
        if not dates or NOT_OWN.search(words) or UPDATED.search(words):
            continue
        for date in dates:
            label = datelabels.DATE_LABELS.search(words[: date.start])
            if label and label[0].casefold() != "vom":  # which events have as well
                labelled.setdefault(date.day, words)
            elif others:
                continue
            elif (number > top and datelabels.is_date_line(words)) or (
                date.start <= 12 and CLOCK_AFTER.match(words[date.end :])
            ):
                stamped.setdefault(date.day, words)
    days = labelled or stamped
    if len(days) != 1:
        return None
    ((day, words),) = days.items()
    return Published(day.isoformat(), DateBasis.STATED, f"the only day that lines of the page state: “{words}”")


def _heads_others(words: str) -> bool:
    """Whether a line is the heading of other articles or of comments."""
    short = len(words.split()) <= HEADING
    return short and any(phrase_kind(line) in ("end", "comments", "teaser") for line in lines_of(words))


def _less_if_taken(
    candidate: Candidate, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit], publisher: str | None
) -> Candidate:
    """A day right below the name of another outlet is the day on which that one had the text: it tells less."""
    above = ranges[candidate.place - 1].start if candidate.place else -1
    taken = any(
        c.role is CreditRole.REPUBLISHED_FROM
        and c.date
        and c.start == above
        and not (publisher and same_outlet(c.name, publisher))
        for c in found
    )
    return candidate._replace(score=candidate.score - TAKEN_LESS) if taken else candidate


def _best(candidates: list[Candidate], address: str) -> Candidate | None:
    """The candidate that most speaks for; one that the month in the address rules out does not count. Below the
    article a date counts only where no other stands there: lists of other articles have several."""
    months = {(int(m[1]), int(m[2])) for m in MONTH_IN_ADDRESS.finditer(address)}
    if len(months) == 1:
        candidates = [c._replace(score=c.score + 1) for c in candidates if (c.day.year, c.day.month) in months]
    read = [c.day for c in candidates if c.above and not c.labelled]  # maybe the day on which somebody read the page
    beside = [c for c in candidates if c.labelled and c.score > 0 and not (c.above or c.below)]
    candidates = [c for c in beside if any(c.day < day for day in read)] or candidates
    good = [c for c in candidates if c.score >= ENOUGH]
    near = [c for c in good if not c.below]
    if near or len({c.day for c in good}) == 1:
        return max(near or good, key=lambda c: (c.score, -c.place, -c.day.toordinal()))
    likely = [c for c in candidates if c.score >= LIKELY and not c.below]
    return likely[0] if len({c.day for c in likely}) == 1 else None
