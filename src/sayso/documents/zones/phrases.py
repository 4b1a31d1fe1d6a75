"""The set phrases of news pages, and what a line that has one is there for."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso import assets
from sayso.documents.zones.lines import REMEMBERED, Line, Words, key_of, parts_of
from sayso.outlets import find_outlet

COUNTED = re.compile(r"^[(\[]?\d[\d.,]*[km]?[)\]]?\s+|\s*[(\[]?\d[\d.,]*[km]?[)\]]?$")

DIGIT = re.compile(r"\d")

COMMENT_COUNT = re.compile(r"^\d[\d,.]* (?:comments?|responses?|thoughts?|replies|opinions)\b", re.IGNORECASE)

NOTICE = re.compile(r"^\W{0,2}(?:disclaimer|legal notice|copyright notice|privacy notice)\b\W", re.IGNORECASE)

#: A set phrase counts only in lines of at most this many words: longer ones talk about the thing. Nor does it count
#: where somebody is quoted.
STARTS_WITHIN, CONTAINS_WITHIN, END_WITHIN = 30, 70, 9
#: A heading such as "3 comments" has at most this many words.
COMMENTS_WITHIN = 4
#: A menu that stands on one line has at most this many words.
MENU_WITHIN = 24
QUOTES = '“"«„'
QUOTED = re.compile(rf"[{QUOTES}]\w")
#: What may stand after the first word of a set phrase.
MARKS = " ,.!?:"
#: What ends a phrase that sentences begin with and counts as a part of it: "Home > World.", not "Home Secretary …".
MARKED = ("-", "–", "—", "|", "»", "›", ">", "(", ",")
#: What may stand before it.
OPENING = "([{\"'«„-–—"
OPENED = re.compile(rf"[{re.escape(OPENING)}](?<![^ ].)")
#: What may stand between the items of a menu.
JOINTS = "|,/·•"


class Inner(NamedTuple):
    """A phrase that may stand anywhere in a line: its place in the list, by which the first of several counts."""

    place: int
    phrase: str
    kind: str


class Phrases(NamedTuple):
    """The set phrases of news pages by where in a line they must stand."""

    whole: dict[str, str]
    first_words: frozenset[str]  # of ``whole``
    starts: dict[str, str]
    starting_words: frozenset[str]  # of ``starts``
    marked: dict[str, tuple[str, ...]]  # of ``starts``, those that have a mark at their end: with the mark
    inside: tuple[Inner, ...]


@functools.cache
def phrases() -> Phrases:
    """``furniture.tsv``, read once."""
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    marked: dict[str, tuple[str, ...]] = {}
    inside: list[Inner] = []
    for place, row in enumerate(assets.rows("furniture.tsv")):
        key = key_of(row["phrase"])
        if row["where"] == "whole":
            whole[key] = row["kind"]
        elif row["where"] == "starts":
            starts[key + ":" if row["phrase"].endswith(":") else key] = row["kind"]
            if row["phrase"].endswith(MARKED):
                marked[key] = (*marked.get(key, ()), row["phrase"].casefold())
        else:
            inside.append(Inner(place, key, row["kind"]))
    first_words = frozenset(key.split(" ")[0] for key in whole)
    starting_words = frozenset(key.split(" ")[0].rstrip(MARKS) for key in starts)
    return Phrases(whole, first_words, starts, starting_words, marked, tuple(inside))


class Inside(NamedTuple):
    """The phrases that may stand anywhere in a line, by what tells that one may: of those of three words and more the
    longest inner word, which stands between spaces; of those of two the first, before which a bracket may stand."""

    alone: dict[str, Inner]
    by_first: dict[str, list[Inner]]
    by_inner: dict[str, list[Inner]]
    telling: frozenset[str]  # the words of the last two


@functools.cache
def _inside() -> Inside:
    alone: dict[str, Inner] = {}
    by_first: dict[str, list[Inner]] = {}
    by_inner: dict[str, list[Inner]] = {}
    for inner in phrases().inside:
        first, *rest = inner.phrase.split(" ")
        if len(rest) > 1:
            by_inner.setdefault(max(rest[:-1], key=len), []).append(inner)
        elif rest:
            by_first.setdefault(first, []).append(inner)
        else:
            alone.setdefault(inner.phrase, inner)
    return Inside(alone, by_first, by_inner, frozenset((*by_first, *by_inner)))


def _inner_kind(key: str) -> str:
    """The kind of the first phrase that stands in the key of a line; "" where none does."""
    known = _inside()
    words = set(key.split(" "))
    opened = words.union(map(_opened, words)) if OPENED.search(key) else words
    may_stand = [known.alone[phrase] for phrase in filter(key.__contains__, known.alone)]
    for word in opened & known.telling:
        if word in words:
            may_stand += known.by_inner.get(word, ())
        may_stand += known.by_first.get(word, ())
    found = [inner for inner in may_stand if inner.phrase in key]
    return min(found).kind if found else ""


def _opened(word: str) -> str:
    return word.lstrip(OPENING)


def phrase_kind(line: Line | Words) -> str:
    """What the line's set phrase is there for (``kind`` of furniture.tsv); "" if it has none."""
    return _phrase_kind(line.text, line.key, line.words, line.ends_sentence)


@functools.lru_cache(maxsize=REMEMBERED)
def kind_of_words(words: str) -> str:
    """The same of a line without its page; of several lines that of the first which has a set phrase."""
    return next(filter(None, map(phrase_kind, parts_of(words))), "")


@functools.lru_cache(maxsize=REMEMBERED)
def _phrase_kind(text: str, key: str, words: int, ends_sentence: bool) -> str:
    known = phrases()
    counted = text[:1].isdecimal() and bool(COMMENT_COUNT.match(text))
    if counted and words <= COMMENTS_WITHIN:
        return "comments"
    ends = key[:2] + key[-3:]
    figures = not ends.isalpha() and DIGIT.search(ends)
    kind = known.whole.get(key) or (known.whole.get(COUNTED.sub("", key).strip(" :")) if figures else "")
    if kind:
        return kind
    if 2 <= words <= MENU_WITHIN and _is_menu(key, known) and not find_outlet(text):
        return "furniture"
    if NOTICE.match(text):
        return "promo"
    if counted and words <= 20:
        return "comments"
    if words > CONTAINS_WITHIN or (any(map(text.__contains__, QUOTES)) and QUOTED.search(text)):
        return ""
    started = _start_kind(text, known, words, ends_sentence) if words <= STARTS_WITHIN else ""
    return started or _inner_kind(key)


def _start_kind(text: str, known: Phrases, words: int, ends_sentence: bool) -> str:
    """The kind of the longest set phrase that a line begins with. One that ends articles counts in headings only; in a
    sentence one that has a mark at its end counts with the mark only."""
    low = text.casefold().replace("’", "'").lstrip("[(")
    parts = low.split(" ", 7)[:7]
    may_end = words <= END_WITHIN and not ends_sentence
    if parts[0].rstrip(MARKS) not in known.starting_words:
        return ""
    for count in range(len(parts), 0, -1):
        start = " ".join(parts[:count]).rstrip(",.!?")
        kind = known.starts.get(start) or known.starts.get(start.rstrip(" :")) or ""
        told = not ends_sentence or low.startswith(known.marked.get(start, start))
        if kind and told and (kind != "end" or may_end):
            return kind
    return ""


def _is_worded(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))


def _is_menu(key: str, known: Phrases) -> bool:
    """Whether a line is nothing but set phrases one after the other: ``share tweet print``, ``home | sport | arts``."""
    parts = key.split()
    first = next(filter(_is_worded, parts), "")
    if known.first_words.isdisjoint((first.strip(JOINTS), first.lstrip(JOINTS))):
        return False
    words = list(filter(_is_worded, parts))
    if len(words) < 2:
        return False
    reached = {0}
    for end in range(1, len(words) + 1):
        starts = [start for start in range(max(0, end - 4), end) if start in reached]
        if not starts:
            return False
        if any(" ".join(words[start:end]).strip(JOINTS) in known.whole for start in starts):
            reached.add(end)
    return len(words) in reached
