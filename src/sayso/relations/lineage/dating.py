"""Which of two documents is the earlier: by the days that they came with, and by what their own texts say of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.relations.reuse.collator import title
from sayso.types import Document, Timex
from sayso.vocab import DateBasis

#: How sure it is that the later document is the copy; LATER_INFERRED where one of the days is worked out.
LATER, LATER_INFERRED, UNDIRECTED = 0.9, 0.6, 0.4

#: The characters at the beginning of a text where it may say of what day it is.
HEAD = 120

#: What may stand before a day with which a text opens, and make it the day of the text.
LABEL = re.compile(
    r"\W*(?:(?:date|time) of publication|(?:first |last )?(?:published|posted|issued|updated|modified))?"
    r"(?: at| on)?\W*",
    re.IGNORECASE,
)

#: A text that opens so was changed after it was first published; where a day follows, it is the day of that.
CHANGED = re.compile(r"\W*(?:updated?|corrected|correction)\b(?!\W*(?:at|on)\b)", re.IGNORECASE)

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIGURES = re.compile(r"\d{1,2}\W\d{1,2}\W\d{4}")


class Days(NamedTuple):
    """The day of a document's text: between ``first`` and ``last``, which is None where it may be any later day.
    ``why`` says why that is not the day it came with, or not for sure."""

    first: datetime.date
    last: datetime.date | None
    inferred: bool
    why: str = ""


def days_of(document: Document, timexes: Sequence[Timex]) -> Days | None:
    """The day of a document's text, if it has one.

    A day that was handed over with a text may be that of the happening, or of a later capture. So where the text opens
    with another day, that one is its day; where its head names another, it may be either.
    """
    given = stated_day(document)
    if given is None or document.published is None:
        return None
    inferred = document.published.basis is DateBasis.INFERRED
    if document.published.basis is not DateBasis.GIVEN:
        return Days(given, given, inferred)
    if CHANGED.match(document.text) and not _opening(document, timexes):
        why = f"{title(document)} says that it was changed after its first publication"
        return Days(given, None, inferred, why)
    for timex in sorted(timexes, key=lambda t: t.span):
        printed = _printed(document, timex)
        if not printed or given in printed:
            continue
        words = document.text[timex.span.start : timex.span.end]
        if _opening(document, [timex]) and len(printed) == 1:
            why = f"{title(document)} opens with “{words}”, though it was handed over as of {given.isoformat()}"
            return Days(printed[0], printed[0], inferred, why)
        days = sorted((given, *printed))
        why = f"the head of {title(document)} has “{words}”, though it was handed over as of {given.isoformat()}"
        return Days(days[0], days[-1], inferred, why)
    return Days(given, given, inferred)


def _opening(document: Document, timexes: Sequence[Timex]) -> bool:
    """Whether the text opens with one of these days."""
    return any(_printed(document, t) and LABEL.fullmatch(document.text, 0, t.span.start) for t in timexes)


def _printed(document: Document, timex: Timex) -> tuple[datetime.date, ...]:
    """The day that an expression in the head of a text names in full, with its year; two where it is in figures that
    can be read in two ways."""
    words = document.text[timex.span.start : timex.span.end]
    if timex.span.start > HEAD or not DAY.fullmatch(timex.value) or timex.value[:4] not in words:
        return ()
    day = datetime.date.fromisoformat(timex.value)
    if FIGURES.fullmatch(words) and day.day <= 12 and day.day != day.month:
        return day, day.replace(month=day.day, day=day.month)
    return (day,)


def order(
    first: Document, second: Document, timexes: Mapping[str, Sequence[Timex]]
) -> tuple[Document, Document, float, str]:
    """The earlier and the later of two documents, how sure that is, and why; in the given order where it is open."""
    days = [days_of(d, timexes.get(d.id, ())) for d in (first, second)]
    if days[0] is None or days[1] is None:
        missing = " and ".join(title(d) for d, day in zip((first, second), days, strict=True) if day is None)
        return first, second, UNDIRECTED, f"Undirected: the date of {missing} is not known."
    why = "; ".join(day.why for day in days if day and day.why)
    said = f" ({why})" if why else ""
    both = sorted(zip((first, second), (days[0], days[1]), strict=True), key=lambda dated: dated[1].first)
    (one, early), (other, late) = both
    if early.last is None or early.last >= late.first:
        if early.first == early.last == late.first == late.last:
            return first, second, UNDIRECTED, f"Undirected: both were published on {early.first.isoformat()}{said}."
        return first, second, UNDIRECTED, f"Undirected: the dates do not tell which is the earlier{said}."
    apart = (late.first - early.last).days
    said = f"{title(one)} is earlier by {apart} day{'s' if apart > 1 else ''}{said}"
    if early.inferred or late.inferred:
        return one, other, LATER_INFERRED, f"{said}, going by an inferred date."
    return one, other, LATER, f"{said}."


def stated_day(document: Document) -> datetime.date | None:
    """The day that a document came with."""
    try:
        return datetime.date.fromisoformat(document.published.date[:10]) if document.published else None
    except ValueError:
        return None
