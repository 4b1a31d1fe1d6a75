"""Times counted from an event or a day that the text names: ``two days before the vote``, ``the day after Friday's
hearing``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.times.setting import DATE, FUTURE, TimeSetting, Value
from sayso.layers.times.values import value_of
from sayso.layers.times.words import Found

#: What stands between a length of time and what it is counted from.
LINK = re.compile(r" (before|prior to|ahead of|after|following) (?:the )?")
BACKWARDS = ("before", "prior to", "ahead of")
#: Before a noun: it is not the one that the text has told of.
OTHERS = frozenset(["a", "an", "another", "any", "each", "every", "no", "other"])
#: A day is counted exactly, the others to their own grain.
UNITS = ("D", "W", "F", "M", "Y")


def counted_from(
    one: Found,
    after: Found | None,
    setting: TimeSetting,
    lowered: str,
    sentence: Sentence | None,
    offset: int,
    days: Mapping[str, date],
) -> tuple[Value, int] | None:
    """The value of a length of time before or after something whose day is known, and where the expression ends.

    ``days`` has the day that the text gave each noun before: "the vote was held on 12 April". None where nothing tells
    the day: then it is a length and no more.
    """
    r = one.reading
    if r.form not in ("duration", "dayof") or r.number is None or r.unit not in UNITS or r.which:
        return None
    if r.form == "duration" and setting.tense == FUTURE and lowered.endswith(" in ", 0, one.start):
        value = value_of(replace(r, form="offset", direction=1, narrative=False), replace(setting, quarter=None))
        return (value, one.end) if value else None  # "will arrive in three days"
    # "the day after" has the preposition in it, "two days" has it behind.
    link = LINK.match(lowered, lowered.rfind(" ", one.start, one.end) if r.form == "dayof" else one.end)
    if link is None:
        return None
    base, end, what = None, one.end, ""
    if after is not None and after.start == link.end() and after.reading.form in ("day", "weekday", "holiday"):
        value = value_of(after.reading, setting)
        base, what = (value.day if value and value.type is DATE else None), lowered[after.start : after.end]
        end = after.end
    elif sentence is not None and (noun := _noun(sentence, offset + link.start(1), offset + link.end())) is not None:
        base, end, what = days.get(noun.lemma), noun.end - offset, noun.text
    if base is None:
        return None
    away = replace(r, form="offset", direction=-1 if link[1] in BACKWARDS else 1, narrative=True)
    counted = value_of(away, replace(setting, day=base, near=True, year=None, quarter=None))
    if counted is None:
        return None
    return counted._replace(why=f"counted from {base}, the day of {what!r}"), end if r.form == "dayof" else one.end


def _noun(sentence: Sentence, start: int, end: int) -> Token | None:
    """The noun that the preposition at ``start`` leads, where the words after ``end`` are no clause."""
    link = next((t for t in sentence.tokens if t.start == start), None)
    if link is None:
        return None
    return next(
        (
            t
            for t in sentence.tokens
            if t.start >= end and t.dep == "pobj" and t.pos == "NOUN" and _under(sentence, t, link)
            if not any(d.text.lower() in OTHERS for d in sentence.children(t))
        ),
        None,
    )


def _under(sentence: Sentence, token: Token, link: Token) -> bool:
    """Whether a token hangs from the preposition, or from its second word (``prior to``)."""
    return token.head == link.index or sentence.tokens[token.head].head == link.index
