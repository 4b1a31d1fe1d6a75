"""What the text has told so far that later times count from, and the day that its dateline gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sayso.layers.parsing.parse import Sentence
from sayso.layers.times.lengths import quarter_of
from sayso.layers.times.setting import QUARTER_HOLDS, TimeSetting, Value
from sayso.layers.times.values import value_of
from sayso.layers.times.words import Found, TimeReading
from sayso.vocab import TimexType

#: What stands before the date of a dateline: a place in capitals at a line's start, perhaps with its country.
DATELINE = re.compile(
    r"(?:^\s{0,9}|[\n\r\u2028\u2029.!?)]\s{0,3}|\s\s)[A-Z]{3}[A-Z .'-]{0,30}(?:, [A-Z][A-Za-z. ]{1,30})?(?:, | \("
    r"| – | - )$"
)
#: A first line that ends with a date: "Morning report, July 16".
LONGEST_TITLE = 100
TITLED = re.compile(r"\s{0,9}[^\n.!?]{4,90}\n")
#: How far above a dateline the number of its release may stand, in characters.
NUMBER_ABOVE = 300


class TimesSoFar:
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
        self.days: dict[str, date] = {}  # the day that the sentence of a noun named: "the vote was held on 3 May"

    def enter_paragraph(self) -> None:
        self.sentence += 1

    def setting(self, tense: int) -> TimeSetting:
        return TimeSetting(
            published=self.published,
            tense=tense,
            day=self.day,
            near=self.day is not None and self.sentence - self.day_at <= 1,
            year=self.year if self.sentence - self.year_at <= 2 else None,
            quarter=self.quarter if self.sentence - self.quarter_at <= QUARTER_HOLDS else None,
        )

    def hear(self, value: Value, sentence: Sentence | None, start: int, end: int) -> None:
        """Takes note of the value of an expression, which stands at ``start`` to ``end`` in a sentence."""
        if value.day and value.type in (TimexType.DATE, TimexType.TIME):
            self.day, self.day_at = value.day, self.sentence
            if sentence is not None:
                self.days |= dict.fromkeys(_dated(sentence, start, end), value.day)
        if value.year:
            self.year, self.year_at = value.year, self.sentence
            if value.anchor is None and self.named_year is None:
                self.named_year = value.year
        if value.quarter and (self.published is None or value.quarter < quarter_of(self.published)):
            self.quarter, self.quarter_at = value.quarter, self.sentence


#: Verbs whose subject is what happened on the day: "the vote was held on 3 May".
HAPPEN = frozenset("hold take occur happen begin start end open close finish conclude erupt strike schedule".split())


_KILLING = ("killing", "murder", "slaying", "death")
#: The nouns by which a text takes up what it has told with a verb: "was shot on 3 May … two days after the shooting".
TAKEN_UP = {
    "abduct": ("abduction", "kidnapping"),
    "arrest": ("arrest",),
    "attack": ("attack", "assault"),
    "bomb": ("bombing", "attack"),
    "collapse": ("collapse",),
    "collide": ("collision", "crash"),
    "crash": ("crash",),
    "die": ("death",),
    "elect": ("election",),
    "explode": ("explosion", "blast"),
    "kidnap": ("kidnapping", "abduction"),
    "kill": _KILLING,
    "murder": _KILLING,
    "resign": ("resignation",),
    "shoot": ("shooting", *_KILLING),
    "sink": ("sinking",),
    "stab": ("stabbing", *_KILLING),
}


def _dated(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    """The nouns that a day belongs to: the one it hangs from, or the subject of a verb of happening, or what a verb is
    taken up by."""
    inside = sentence.between(start, end)
    top = next((t for t in inside if not start <= sentence.tokens[t.head].start < end), None)
    if top is None:
        return
    above = sentence.tokens[top.head]
    if above.pos == "ADP":
        above = sentence.tokens[above.head]
    if above.pos == "NOUN":
        yield above.lemma
    elif above.pos == "VERB" and above.lemma in TAKEN_UP:
        yield from TAKEN_UP[above.lemma]
    elif above.pos == "VERB" and above.lemma in HAPPEN:
        yield from (t.lemma for t in sentence.children(above) if t.dep in ("nsubj", "nsubjpass") and t.pos == "NOUN")


def first_dateline(found: Iterable[tuple[int, Found]], told: TimesSoFar) -> date | None:
    """The day of the first dateline among expressions, each with the offset of its block; else the day in a title."""
    titled: date | None = None
    for offset, one in found:
        if one.reading.form == "year" and told.named_year is None:
            told.named_year = one.reading.year
        start, end = offset + one.start, offset + one.end
        if day := dateline(one.reading, start, end, told):
            return day
        if (
            titled is None
            and one.reading.form == "day"
            and end < LONGEST_TITLE
            and TITLED.fullmatch(told.text, 0, end + 1)
        ):
            titled = _day(one.reading, end, told)
    return titled


def dateline(reading: TimeReading, start: int, end: int, told: TimesSoFar) -> date | None:
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
    return _day(reading, end, told)


def _day(reading: TimeReading, end: int, told: TimesSoFar) -> date | None:
    """The day that a reading gives; its year may be named before it, or soon after, or begin the number of a release
    with its month: ``2019-05-017`` above ``(May 3)``."""
    year = reading.year or told.named_year or (told.published.year if told.published else None)
    if year is None and reading.month:
        numbered = rf"(?<![\d-])((?:19|20)\d\d)-{reading.month:02d}-"
        above = re.search(numbered, told.text[max(0, end - NUMBER_ABOVE) : end])
        year = int(above.group(1)) if above else None
    if year is None and (named := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", told.text[end : end + 200])):
        year = int(named.group())
    value = value_of(replace(reading, year=year), TimeSetting(None)) if year else None
    return value.day if value else None
