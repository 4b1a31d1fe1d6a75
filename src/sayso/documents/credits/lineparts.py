"""The parts of a line that signs a text: names with what they are names of, offices, places, days, labels.

Such a line is made of few things in any order, with marks between: words such as *by* before a person's name; offices;
outlets, agencies and desks; places; days and times. :func:`parts_of_line` reads all of them, so that a line of an
unknown arrangement is read like one of a known; what is none of these is ``OTHER``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import chain

from sayso.documents.credits.letters import CAPITALS, CASELESS, plain_marks
from sayso.documents.credits.margins import blanked
from sayso.documents.credits.named import notice_pattern
from sayso.documents.credits.parts import BRACKETED, Kind, Part, is_person, parts_of_stretch
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.labels import day_ranges
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import find_outlet
from sayso.spans import Range, trimmed

#: Longer lines sign nothing (words).
MOST_WORDS = 28
#: What parts the things in a line, whatever they are.
MARKS = re.compile(
    r"\s*[|•·●;†\[\]()\t⋅]+\s*(?:(?<=[)\]]\s)(?:and|und|et|y|e|en|og|och)\s)?|\s+[–—-]{1,3}\s+|\s*[—–]\s*|\s*/\s*|,(?!\d)\s*(?:(?:and|und|et|y|e|sowie)\s+)?|\s{3,}"
    r"|\s+(?=(?:[Ee]dited|[Tt]ranslated|[Rr]eviewed|[Cc]urated|[Cc]ompiled)\s[Bb]y\s)"
    rf"|\s+(?=[{CASELESS}]{{1,6}}:)"
    rf"|(?<=[^\W\d_]{{3}})(?<!Prof)(?<!Rev)(?<!Capt)(?<!Sgt)(?<!Gen)\.\s+(?=[{CAPITALS}])"
)
#: The same, and what comes before *Photos by*, no mark between.
MARKS_OR_PICTURES = re.compile(
    rf"{MARKS.pattern}|"
    r"(?<![Tt]ext)(?<![Ww]ords)(?<![Ss]tory)(?<![Rr]eport)(?<![Tt]exte)(?<!\band)(?<!\bund)(?<!\bet)(?<!\by)(?<!&)(?<![Tt]exto)\s+(?=(?i:(?:and\s)?(?:photos?|pictures?|photography|photographs|images|video|editing|fotos?|bilder)\s?(?:by\s|von\s|de\s|:)))"
)
PICTURE_KEYS = ("photo", "picture", "image", "video", "editing", "foto", "bilder")
#: Agencies whose names begin with a small letter, and agencies at large.
SMALL = r"(?:dpa|epd|kna|sid|apa|sda|afp|anp|ntb|agenc\w+|agenturen|agenzie)"
#: What joins two names, where the whole is not one name.
AND = re.compile(rf"\s+(?:and|AND|&|und|UND|et|ET|y|Y|e|E|ed|en|og|och|ve|и|و)\s+(?:the\s)?(?=[{CAPITALS}]|{SMALL}\b)")
#: "Ada Bell of The Associated Press", "Ada Bell via Harbour Gazette".
INNER = re.compile(
    rf",?\s(?=(?:of|for|at|via|with|avec|mit|con|pour|für|para|per|voor|special to)\s(?:the\s)?[{CAPITALS}])"
)
#: What leads up to an outlet that the text was made for, that helped, through which it came.
FOR = re.compile(
    rf"(?:(?i:special(?:ly)?|exclusive(?:ly)?)\s(?i:to|for)|for|of|at|für|pour|para|per)\s(?:the\s)?(?=[{CAPITALS}])"
)
WITH = re.compile(
    r"(?:with|avec|mit|con|com|met|med)\s+(?:\w*(?:informa[cçtz]|material|agen[cz]|files|inputs?|report|bidrag)\w*\s"
    r"(?:from|by|of|van|von|der|des|de|da|di|d['’]|fra|från|av)\s?)?(?:(?-i:the)\s|l['’]|la\s|der\s)?",
    re.I,
)
VIA = re.compile(r"(?:via|courtesy of)\s+(?:(?-i:the)\s)?", re.I)


@functools.cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that lead up to a name, by what they make of it."""
    return tuple(
        (lead, re.compile(rf"\W{{0,3}}(?:{notice_pattern(lead)})(?:(?<=[:/])\s*|\s?:\s*|\s+|$)", re.I))
        for lead in ("both", "photo", "hand", "source-lead", "by")
    )


@functools.lru_cache(maxsize=REMEMBERED)
def parts_of_line(words: str) -> tuple[Part, ...]:
    """The parts of a short line, in text order; none of a longer one."""
    return tuple(sorted(read_parts(words)))


def read_parts(words: str) -> Iterator[Part]:
    """The same one by one, for those to whom the first tells enough."""
    if len(words.split()) > MOST_WORDS:
        return
    words = blanked(plain_marks(words))
    lead, before = "", None
    for start, end, is_day in _cuts(words):
        if is_day:
            yield Part(start, end, words[start:end], Kind.DAY)
            continue
        lead, begin = _led(words, start, end, lead)
        if behind := BRACKETED.match(words, end):
            lead = "photo" if behind["photo"] else "by"
        told = (
            parts_of_stretch(words, begin, end, lead, before)
            if begin < end
            else [Part(start, end, words[start:end], Kind.LABEL, lead)]
        )
        for before in told:
            yield before


def is_of_office(words: str, name: str) -> bool:
    """Whether a name in a line is but the beginning of what somebody there is: *General Assignment* of ``General
    Assignment Reporter``."""
    at = words.find(name)
    return any(p.kind is Kind.OFFICE and p.start <= at < at + len(name) < p.end for p in parts_of_line(words))


def _cuts(words: str) -> Iterator[tuple[int, int, bool]]:
    """Days, and the stretches between days and marks, of those the names on both sides of an *and*; whether each is a
    day."""
    at = 0
    marks = MARKS_OR_PICTURES if any(map(words.lower().__contains__, PICTURE_KEYS)) else MARKS
    for start, end in (*day_ranges(words), (len(words), len(words))):
        begin = at
        for mark in chain(marks.finditer(words, at, start), [None]):
            stop = mark.start() if mark else start
            low, high = trimmed(words, begin, stop)
            if low < high:
                yield from ((*cut, False) for cut in _joined(words, low, high))
            begin = mark.end() if mark else start
        if start < end:
            yield start, end, True
        at = max(at, end)


def _joined(words: str, start: int, end: int) -> Iterator[Range]:
    """A stretch, or its parts where *and* joins two names that are not one."""
    inner = INNER.search(words, start, end)
    if inner and _has_behind(_behind_lead(words[start : inner.start()]), words[inner.end() : inner.end() + 4]):
        yield start, inner.start()
        yield from _joined(words, inner.end(), end)
        return
    for joint in AND.finditer(words, start, end):
        left = words[start : joint.start()]
        if find_outlet(words[start:end]) or find_outlet(_behind_lead(words[start:end])):
            break
        if len(_behind_lead(left).split()) > 1 or find_outlet(left):
            yield start, joint.start()
            yield from _joined(words, joint.end(), end)
            return
    yield start, end


def _has_behind(name: str, behind: str) -> bool:
    """Whether a name is somebody's, or that of an outlet *via* another: what stands behind is another name."""
    return is_person(name) or (behind.startswith("via ") and sounds_like_outlet(name))


def _behind_lead(words: str) -> str:
    for _, pattern in _leads():
        if match := pattern.match(words):
            return words[match.end() :]
    return words


def _led(words: str, start: int, end: int, lead: str) -> tuple[str, int]:
    """What leads up to the name in a stretch, which may be what led up to the one before, and where the name begins."""
    for which, pattern in _leads():
        if match := pattern.match(words, start, end):
            again, begin = _led(words, match.end(), end, "")  # "Story: by Ada Bell"
            return again or which, begin
    for which, pattern in (("with", WITH), ("via", VIA), ("for", FOR)):
        if match := pattern.match(words, start, end):
            return which, match.end()
    return ("" if lead in ("with", "via", "for") else lead), start
