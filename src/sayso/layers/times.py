"""Time expressions of a document with their TIMEX3 types and values.

The grammar finds them (``timegrammar``), the tense of the governing verb and the publication date decide what they
mean (``tenses``, ``timevalues``). Without a publication date values stay as open as the words are (``XXXX-WXX-3`` for
a bare Wednesday): no date is ever made up. Spans leave the preposition out (``Sunday`` of ``on Sunday``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.layers.parse import NORMAL, Parse, Sentence, Token
from sayso.layers.tenses import tense_at
from sayso.layers.timegrammar import find_expressions
from sayso.layers.timesetting import QUARTER_HOLDS, Setting, Value
from sayso.layers.timevalues import value_of
from sayso.layers.timewords import Found, Reading
from sayso.types import Block, Document, Span, Timex
from sayso.vocab import TimexType, Zone

SILENT = (Zone.FURNITURE, Zone.COMMENT)
#: What may lie between a time of day and its day: nothing much makes them one expression, "on" leaves them two.
TOGETHER = re.compile(r"(?:,? |, | of )")
APART = re.compile(r"(?:,? on |,? in the )")
#: What lies just before a month's name when the name is surely a month's.
LEADS_MONTH = re.compile(
    r"(?:in|since|until|till|by|from|to|of|last|next|this|early|late|mid|before|after|through|during|between|for|and"
    r"|every|each|around|about|ending|ended|beginning|starting)[ -]$"
)
LEADS_SEASON = re.compile(r"(?:in|since|until|by|during|through|every|each) $")
#: What stands before the date of a dateline: a place in capitals at a line's start, perhaps with its country.
DATELINE = re.compile(
    r"(?:^\s{0,9}|[\n\r\u2028\u2029.!?)]\s{0,3}|\s\s)[A-Z]{3}[A-Z .'-]{0,30}(?:, [A-Z][A-Za-z. ]{1,30})?(?:, | \("
    r"| – | - )$"
)
#: Words before four digits that are no year.
NOT_A_YEAR = re.compile(
    r"(?:flight|route|room|no\.?|number|highway|page|model|unit|bus|#|£|\$|€|\+|about|over|nearly|than|some) ?$"
)
MONEY_BEFORE = re.compile(
    r"(?:[$€£]\s?[\d.,]+\d(?: (?:million|billion|trillion))?|percent|%|once|twice|times|dollars|euros|pounds|\d"
    r"|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million) [a-z]{2,15}) $"
)
PER_UNIT = {
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "year": "P1Y",
    "hour": "PT1H",
    "night": "P1N",
    "quarter": "P1Q",
}


def find_times(document: Document, blocks: Sequence[Block], parse: Parse) -> list[Timex]:
    """Every time expression outside furniture and comments, in text order."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in parse.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    told = _Told(_published(document), document.text)
    out: list[Timex] = []
    for number, block in enumerate(blocks):
        if block.zone in SILENT:
            continue
        raw = document.text[block.span.start : block.span.end]
        lowered = lower(raw)
        found = find_expressions(lowered)
        told.enter_paragraph()
        for value, start, end in _values(found, raw, lowered, block.span.start, by_paragraph.get(number, []), told):
            anchor = value.anchor.isoformat() if value.anchor else None
            span = Span(document.id, block.span.start + start, block.span.start + end)
            out.append(Timex(span=span, type=value.type, value=value.value, anchor=anchor, detail=value.why))
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


class _Told:
    """What the text has named so far, as far as later expressions may count from it."""

    def __init__(self, published: date | None, text: str):
        self.text = text
        self.published = published
        self.day: date | None = None
        self.day_at = self.quarter_at = self.year_at = -99
        self.year: int | None = None
        self.named_year: int | None = None  # the first year that stood in the text as such
        self.quarter: tuple[int, int] | None = None
        self.sentence = 0

    def enter_paragraph(self) -> None:
        self.sentence += 1

    def setting(self, tense: int) -> Setting:
        return Setting(
            published=self.published,
            tense=tense,
            day=self.day,
            near=self.day is not None and self.sentence - self.day_at <= 1,
            year=self.year if self.sentence - self.year_at <= 2 else None,
            quarter=self.quarter if self.sentence - self.quarter_at <= QUARTER_HOLDS else None,
        )

    def hear(self, value: Value) -> None:
        if value.day and value.type in (TimexType.DATE, TimexType.TIME):
            self.day, self.day_at = value.day, self.sentence
        if value.year:
            self.year, self.year_at = value.year, self.sentence
            if value.anchor is None and self.named_year is None:
                self.named_year = value.year
        if value.quarter:
            self.quarter, self.quarter_at = value.quarter, self.sentence


def _values(
    found: Sequence[Found], raw: str, lowered: str, offset: int, sentences: Sequence[Sentence], told: _Told
) -> Iterator[tuple[Value, int, int]]:
    """The plausible expressions of a block with their values and ranges; a time of day and its day become one."""
    kept = [f for f in found if _plausible(f, raw, lowered, _tokens(sentences, offset + f.start, offset + f.end))]
    last: Sentence | None = None
    skip = -1
    for i, one in enumerate(kept):
        sentence = next((s for s in sentences if s.start <= offset + one.start < s.end), None)
        if sentence is not last and last is not None:
            told.sentence += 1
        last = sentence
        if i == skip:
            continue
        sent = _dateline(one.reading, offset + one.start, offset + one.end, told)
        if sent and told.published is None:
            told.published = sent
        tense = tense_at(sentence, offset + one.start, offset + one.end) if sentence else 0
        start, end = one.start, one.end
        setting = told.setting(tense)
        value = _per(one, lowered)
        after = kept[i + 1] if i + 1 < len(kept) else None
        if value is None and after and one.reading.form in ("clock", "part"):
            gap = lowered[one.end : after.start]
            value = _on_day(one.reading, after.reading, setting, gap)
            if value and TOGETHER.fullmatch(gap):
                end, skip = after.end, i + 1
        value = value or value_of(one.reading, setting)
        if sent and value:
            value = value._replace(why=f"the dateline; {value.why}", day=None)
        if value is None:
            continue
        told.hear(value)
        if one.reading.form == "duration" and one.reading.which in ("first", "the") and one.reading.unit == "M":
            told.quarter = None  # nine months, and no more the quarter, are what is compared from here on
        if value.type is TimexType.DURATION and one.reading.form == "offset":
            end = one.start + lowered[one.start : one.end].rfind(" ")
        yield value, start, end


def _on_day(time: Reading, day: Reading, setting: Setting, gap: str) -> Value | None:
    """A time of day with the day that follows it: ``10 p.m. Wednesday``, ``noon on May 3``; None if not its day."""
    if day.form not in ("day", "weekday", "deictic") or not (TOGETHER.fullmatch(gap) or APART.fullmatch(gap)):
        return None
    named = value_of(day, setting)
    if named is None or named.type is not TimexType.DATE:
        return None
    if named.day:
        return value_of(time, replace(setting, day=named.day, near=True))
    value = value_of(time, setting)
    return value._replace(value=f"{named.value}T{value.value.partition('T')[2]}") if value else None


def _dateline(reading: Reading, start: int, end: int, told: _Told) -> date | None:
    """The day that a dateline or a dated heading gives (``GENEVA (May 3, 2021)``, ``June 19: Floods in the north``);
    None elsewhere. Its year may be named before it, or soon after.

    It stands in for the publication date where that is not known: it is what the text itself says of when it was sent.
    """
    text = told.text
    if reading.form != "day":
        return None
    heads = (start == 0 or text[start - 1] == "\n") and text[end : end + 2] == ": "
    if not heads and not (
        DATELINE.search(text[max(0, start - 80) : start]) and re.match(r" ?(?:\)|[-–—:]|\(|$|\n)", text[end : end + 3])
    ):
        return None
    year = reading.year or told.named_year or (told.published.year if told.published else None)
    if year is None and (named := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text[end : end + 200])):
        year = int(named.group())
    value = value_of(replace(reading, year=year), Setting(None)) if year else None
    return value.day if value else None


def _per(one: Found, lowered: str) -> Value | None:
    """``a year`` after a sum or a rate: once in each, not a length."""
    words = lowered[one.start : one.end].split()
    if len(words) != 2 or words[0] not in ("a", "an") or words[1] not in PER_UNIT:
        return None
    if not MONEY_BEFORE.search(lowered, max(0, one.start - 40), one.start):
        return None
    return Value(TimexType.SET, PER_UNIT[words[1]], "a rate: so much in each")


def _tokens(sentences: Sequence[Sentence], start: int, end: int) -> list[Token]:
    return [
        t for s in sentences if s.start < end and start < s.end for t in s.tokens if t.start < end and start < t.end
    ]


def _plausible(one: Found, raw: str, lowered: str, tokens: Sequence[Token]) -> bool:
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
            return True
        if NOT_A_YEAR.search(before) or re.search(r"(?<!\d\d\d)\d[-.]$|\d{5,}-$", before):
            return False
        counts = [t for t in tokens if t.dep == "nummod" and t.head != t.index]
        follows = re.match(r" ([a-z]+)", lowered[one.end : one.end + 24])
        if counts and follows and follows.group(1).endswith("s") and not before.endswith("in "):
            return bool(reading.year and 1900 <= reading.year <= 2100 and any(t.entity == "DATE" for t in tokens))
        return bool(
            reading.year and (1900 <= reading.year <= 2100 or re.search(r"(?:in|since|of|by|from|until|to) $", before))
        )
    if reading.form == "season" and not (reading.which or reading.year or reading.year_word):
        return (bool(LEADS_SEASON.search(before)) and reading.unit != "FA") or words.endswith(
            ("summer", "winter", "autumn")
        )
    if reading.form == "holiday":
        return raw[one.start + words.index(reading.value)].isupper()
    return True


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
        return led and (len(name.group()) > 4 or name.group() == "may" or "." in name.group())
    if any(t.entity == "PERSON" for t in tokens):
        return led
    return led or not re.match(r" [A-Z][a-z]", raw[one.end : one.end + 3])
