"""Time expressions of a document with their TIMEX3 types and values.

The grammar finds them (``grammar``, ``search``), the tense of the governing verb and the publication date
decide what they mean (``tenses``, ``values``). Without a publication date the day of a dateline stands in; without
that values stay as open as the words are (``XXXX-WXX-3`` for a bare Wednesday): no date is ever made up. Spans leave
the preposition out (``Sunday`` of ``on Sunday``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.layers.parsing.parse import NORMAL, Parse, Sentence, Token
from sayso.layers.parsing.tenses import tense_at
from sayso.layers.times.countedfrom import counted_from
from sayso.layers.times.doubts import plausible
from sayso.layers.times.search import find_expressions
from sayso.layers.times.setting import TimeSetting, Value
from sayso.layers.times.told import TimesSoFar, dateline, first_dateline
from sayso.layers.times.values import value_of
from sayso.layers.times.words import Found, TimeReading
from sayso.types import Block, Document, Span, Timex
from sayso.vocab import TimexRole, TimexType, Zone

SILENT = (Zone.FURNITURE, Zone.COMMENT)
#: What may lie between a time of day and its day: nothing much makes them one expression, "on" leaves them two.
TOGETHER = re.compile(r"(?:,? |, | of )")
APART = re.compile(r"(?:,? on |,? in the )")
MONEY_BEFORE = re.compile(
    r"(?:[$€£]\s?[\d.,]+\d(?: (?:million|billion|trillion))?|percent|%|once|twice|times|dollars|euros|pounds|\d"
    r"|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million) [a-z]{2,15}) $"
)
#: How often, before "a week".
OFTEN = re.compile(r"(?<![a-z\d])(?:once|twice|(?:\d{1,4}|[a-z]{3,9}) times) $")
ENDING = re.compile(r",? (?:that )?(?:ended|ending|ends)(?: on)? (?!in |with )[a-z]{3,9}\.? \d")
PER_UNIT = {
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "year": "P1Y",
    "hour": "PT1H",
    "night": "P1N",
    "quarter": "P1Q",
}
#: The time of another zone in brackets between a time of day and its day.
ELSEWHERE = re.compile(r" \((?:about )?$")


def find_times(document: Document, blocks: Sequence[Block], parse: Parse) -> list[Timex]:
    """Every time expression outside furniture and comments, in text order."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in parse.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    told = TimesSoFar(_published(document), document.text)
    read = [(n, b) for n, b in enumerate(blocks) if b.zone not in SILENT]
    raws = [document.text[b.span.start : b.span.end] for _, b in read]
    lowered = [lower(raw) for raw in raws]
    found = [find_expressions(words) for words in lowered]
    if told.published is None:
        starts = [b.span.start for _, b in read]
        told.published = first_dateline(((s, f) for s, block in zip(starts, found, strict=True) for f in block), told)
    out: list[Timex] = []
    for i, (number, block) in enumerate(read):
        told.enter_paragraph()
        offset = block.span.start
        for value, start, end in _values(found[i], raws[i], lowered[i], offset, by_paragraph.get(number, []), told):
            out.append(
                Timex(
                    span=Span(document.id, offset + start, offset + end),
                    type=value.type,
                    value=value.value,
                    anchor=value.anchor.isoformat() if value.anchor else None,
                    detail=value.why,
                    role=value.role,
                )
            )
    return out


def lower(raw: str) -> str:
    """The text in lower case with quotes, dashes and spaces normalised, one character for one."""
    text = raw.translate(NORMAL)
    lowered = text.lower()
    if len(lowered) == len(raw):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _published(document: Document) -> date | None:
    try:
        return date.fromisoformat(document.published.date[:10]) if document.published else None
    except ValueError:
        return None


def _values(
    found: Sequence[Found], raw: str, lowered: str, offset: int, sentences: Sequence[Sentence], told: TimesSoFar
) -> Iterator[tuple[Value, int, int]]:
    """The plausible expressions of a block with their values and ranges; a time of day and its day become one."""
    starts = [s.start for s in sentences]

    def over(one: Found) -> Sequence[Sentence]:
        """The sentences that hold a part of an expression."""
        return sentences[max(0, bisect_right(starts, offset + one.start) - 1) : bisect_left(starts, offset + one.end)]

    kept = [f for f in found if plausible(f, raw, lowered, _tokens(over(f), offset + f.start, offset + f.end))]
    last: Sentence | None = None
    skip = -1
    for i, one in enumerate(kept):
        sentence = next((s for s in over(one) if s.start <= offset + one.start < s.end), None)
        if sentence is not last and last is not None:
            told.sentence += 1
        last = sentence
        if i == skip:
            continue
        sent = dateline(one.reading, offset + one.start, offset + one.end, told)
        setting = told.setting(tense_at(sentence, offset + one.start, offset + one.end) if sentence else 0)
        value, start, end = _per(one, lowered) or _ending(one, lowered) or (None, one.start, one.end)
        after = kept[i + 1] if i + 1 < len(kept) else None
        if value is None and after and one.reading.form in ("clock", "part"):
            value, end, joined = _with_day(one, after, kept[i + 2] if i + 2 < len(kept) else None, setting, lowered)
            skip = i + 1 if joined else skip
        if value is None:
            value, end = counted_from(one, after, setting, lowered, sentence, offset, told.days) or (None, end)
            skip = i + 1 if after is not None and end >= after.end else skip
        value = value or value_of(one.reading, setting)
        if value is None:
            continue
        if sent:
            value = value._replace(why=f"the dateline; {value.why}", day=None, role=TimexRole.DATELINE)
        told.hear(value, sentence, offset + start, offset + end)
        if one.reading.form == "duration" and one.reading.which in ("first", "the") and one.reading.unit == "M":
            told.quarter = None  # nine months, and no more the quarter, are what is compared from here on
        shortened = value.type is TimexType.DURATION and one.reading.form == "offset" and end == one.end
        yield value, start, one.start + lowered[one.start : one.end].rfind(" ") if shortened else end


def _with_day(
    one: Found, after: Found, beyond: Found | None, setting: TimeSetting, lowered: str
) -> tuple[Value | None, int, bool]:
    """The value of a time of day with the day that stands after it, the end of both, and whether they are one
    expression: ``10 p.m. Wednesday``, ``noon on May 3``, ``10:35 a.m. (0735 GMT) Friday``."""
    gap = lowered[one.end : after.start]
    if beyond and after.reading.form == "clock" and ELSEWHERE.search(gap) and lowered[after.end : beyond.start] == ") ":
        return _on_day(one.reading, beyond.reading, setting, " "), one.end, False
    value = _on_day(one.reading, after.reading, setting, gap)
    joined = value is not None and TOGETHER.fullmatch(gap) is not None
    return value, after.end if joined else one.end, joined


def _on_day(time: TimeReading, day: TimeReading, setting: TimeSetting, gap: str) -> Value | None:
    """A time of day with the day that follows it: ``10 p.m. Wednesday``, ``noon on May 3``; None if not its day."""
    if day.form not in ("day", "weekday", "deictic") or not (TOGETHER.fullmatch(gap) or APART.fullmatch(gap)):
        return None
    named = value_of(day, setting)
    if named is None or named.type is not TimexType.DATE:
        return None
    if named.day:
        value = value_of(time, replace(setting, day=named.day, near=True))
        return value._replace(role=named.role) if value else None
    value = value_of(time, setting)
    return value._replace(value=f"{named.value}T{value.value.partition('T')[2]}", role=named.role) if value else None


def _per(one: Found, lowered: str) -> tuple[Value, int, int] | None:
    """``a year`` after a sum or a rate, with its range: once in each, not a length. ``twice a week`` is one."""
    words = lowered[one.start : one.end].split()
    if len(words) != 2 or words[0] not in ("a", "an") or words[1] not in PER_UNIT:
        return None
    if not MONEY_BEFORE.search(lowered, max(0, one.start - 40), one.start):
        return None
    often = OFTEN.search(lowered, max(0, one.start - 30), one.start)
    start = often.start() if often else one.start
    return Value(TimexType.SET, PER_UNIT[words[1]], "a rate: so much in each"), start, one.end


def _ending(one: Found, lowered: str) -> tuple[Value, int, int] | None:
    """``the year ended March 31``, with its range: a year's length, and not the calendar's year."""
    r = one.reading
    if r.form != "unit" or r.unit != "Y" or r.which != "the" or not ENDING.match(lowered, one.end):
        return None
    return Value(TimexType.DURATION, "P1Y", "the year that ends on the day named after it"), one.start, one.end


def _tokens(sentences: Sequence[Sentence], start: int, end: int) -> list[Token]:
    return [
        t for s in sentences if s.start < end and start < s.end for t in s.tokens if t.start < end and start < t.end
    ]
