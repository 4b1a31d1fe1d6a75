"""What the other layers found in a document, looked up by offset."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.sentencerows import Spanned
from sayso.types import EventMention, Mention, Quantity, Timex, Toponym, replaced
from sayso.vocab import Category, Level, PlaceUse, Precision

#: A TIMEX3 value that names a day, week, month, season or year.
CALENDAR = re.compile(r"\d{4}(?:-|T|$)")
#: A quantity longer than this many characters before another one is not looked for behind it.
LONGEST_MENTION = 400


R = TypeVar("R", bound=Spanned)


class ByOffset(Generic[R]):
    """Rows sorted by their span; those inside a range are found without a walk over all."""

    def __init__(self, rows: Iterable[R]):
        self.rows = sorted(rows, key=lambda r: (r.span.start, -r.span.end))
        self._starts = [r.span.start for r in self.rows]
        self._longest = max((r.span.end - r.span.start for r in self.rows), default=0)

    def inside(self, start: int, end: int) -> list[R]:
        """Rows whose span lies wholly in the range, in text order."""
        low = bisect.bisect_left(self._starts, start)
        high = bisect.bisect_left(self._starts, end)
        return [r for r in self.rows[low:high] if r.span.end <= end]

    def over(self, start: int, end: int) -> list[R]:
        """Rows whose span shares a code point with the range, in text order."""
        low = bisect.bisect_left(self._starts, start - min(self._longest, LONGEST_MENTION))
        high = bisect.bisect_left(self._starts, end)
        return [r for r in self.rows[low:high] if r.span.end > start]


#: Toponyms whose score is less are wrong more often than right (on the Local-Global Lexicon: 34 of 89 right).
LIKELY = 0.5


class Findings:
    """Mentions, toponyms, times, quantities and events of one document."""

    def __init__(
        self,
        mentions: Sequence[Mention] = (),
        toponyms: Sequence[Toponym] = (),
        timexes: Sequence[Timex] = (),
        quantities: Sequence[Quantity] = (),
        events: Sequence[EventMention] = (),
    ):
        self.mentions = ByOffset(mentions)
        called = {m.id: m.name for m in mentions}
        self.toponyms = ByOffset([_or_its_name(t, called) for t in toponyms if t.use is not PlaceUse.PEOPLE])
        self.timexes = ByOffset([t for t in timexes if CALENDAR.match(t.value)])
        self.quantities = ByOffset(quantities)
        self.events = {(e.anchor.start, e.anchor.end): e for e in events}
        self._meant: dict[tuple[int, int], Mention | None] = {}
        self._places: dict[str, Toponym] = {}
        for toponym in self.toponyms.rows:
            self._places.setdefault(toponym.name, toponym)

    def name_tokens(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The indexes of tokens that belong to the name of a person, body, group or place."""
        if not tokens:
            return frozenset()
        named = [
            m.span
            for m in self.mentions.over(tokens[0].start, tokens[-1].end)
            if m.level is Level.NAME and m.category not in (Category.EVENT, Category.ROLE)
        ]
        return frozenset(t.index for t in tokens for s in named if s.start <= t.start and t.end <= s.end)

    def mention_of(self, token: Token) -> Mention | None:
        """The mention headed by a token, the longest if several are; None for a pronoun nobody resolved."""
        place = token.start, token.end
        if place not in self._meant:
            self._meant[place] = self._mention_of(token)
        return self._meant[place]

    def is_place(self, token: Token) -> bool:
        """Whether a token heads a mention of a place."""
        mention = self.mention_of(token)
        return mention is not None and mention.category is Category.LOCATION

    def _mention_of(self, token: Token) -> Mention | None:
        best = None
        for m in self.mentions.over(token.start, token.end):
            here = m.head.start < token.end and token.start < m.head.end and resolved(m)
            if here and (best is None or m.span.end - m.span.start > best.span.end - best.span.start):
                best = m
        return best

    def place_named(self, name: str) -> Toponym | None:
        """The toponym of this name elsewhere in the document, for a place that is meant by ``the city``."""
        return self._places.get(name)


def _or_its_name(toponym: Toponym, called: Mapping[str, str]) -> Toponym:
    """A toponym; one that more likely lies elsewhere than where it was put is only a name: a claim says nothing of
    which of its namesakes it is."""
    if toponym.gazetteer_id is None or toponym.score >= LIKELY:
        return toponym
    name = called.get(toponym.mention_id, toponym.name)
    nowhere: dict[str, None] = {"gazetteer_id": None, "latitude": None, "longitude": None, "country": None}
    return replaced(toponym, name=name, precision=Precision.AREA, **nowhere)


def resolved(mention: Mention) -> bool:
    """Whether the mention's name is a name: pronouns and descriptions that nobody resolved carry their own words."""
    if mention.level is Level.NAME:
        return True
    first, *others = mention.name.split() or [""]
    opens = bool(others) and first.lower() in OPENING and not any(w[:1].isupper() for w in others)  # "A judge"
    return first[:1].isupper() and mention.name.lower() not in PRONOUNS and not opens


#: What a description that opens a sentence begins with.
OPENING = frozenset(
    "a an the this that these those some one two three four five six seven eight nine ten another other many several "
    "his her its their our no".split()
)


PRONOUNS = frozenset(
    "he she it they him her them his its their theirs we us our i me you who which that this these those one the "
    "unnamed".split()
)
