"""The parts of a line that signs a text: names with what they are names of, offices, places, days, labels.

Such a line is made of few things in any order, with marks between: words such as *by* before a person's name; offices;
outlets, agencies and desks; places; days and times. :func:`parts_of_line` reads all of them, so that a line of an
unknown arrangement is read like one of a known; what is none of these is ``OTHER``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from sayso.documents.credits.bylines import ADDRESS, ADMIN, NO_PERSON, PERSON, is_nobody
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS, CASELESS, CASELESS_NAME, plain_marks
from sayso.documents.credits.margins import blanked
from sayso.documents.credits.named import notice_pattern
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.labels import DATE_LABEL, day_ranges, is_around_day
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import find_outlet, is_agency, surely_outlet
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
#: What leads up to a place, an outlet that the text was made for or came through, one that helped.
IN_PLACE = re.compile(rf"(?:reports?\s)?(?:in|from|near|aus|à|en|em|i|bei|te|a)\s(?=[{CAPITALS}])", re.I)
FOR = re.compile(
    rf"(?:(?i:special(?:ly)?|exclusive(?:ly)?)\s(?i:to|for)|for|of|at|für|pour|para|per)\s(?:the\s)?(?=[{CAPITALS}])"
)
WITH = re.compile(
    r"(?:with|avec|mit|con|com|met|med)\s+(?:\w*(?:informa[cçtz]|material|agen[cz]|files|inputs?|report|bidrag)\w*\s"
    r"(?:from|by|of|van|von|der|des|de|da|di|d['’]|fra|från|av)\s?)?(?:(?-i:the)\s|l['’]|la\s|der\s)?",
    re.I,
)
VIA = re.compile(r"(?:via)\s+(?:(?-i:the)\s)?", re.I)
OUR = re.compile(r"(?:our|unser(?:e[rmn]?)?|notre|nuestr[oa]|il nostro|la nostra|nosso|nossa|onze?)\s", re.I)
#: What a name and a day leave between them: "Ada Bell on", "Ada Bell Published at", "Ada Bell Follow".
LOOSE = re.compile(rf"\s+(?:(?:{DATE_LABEL}|on|at|am|le|el|il|um|the|(?-i:Follow(?:ing)?))\W*)+$", re.I)
#: "Ada Bell in Kembra": where somebody is.
PLACED = re.compile(rf"\s(?:in|aus|à|en|em|reports? from)\s(?=[{CAPITALS}])")
#: "Ada Bell of The Associated Press", "Ada Bell via Harbour Gazette".
INNER = re.compile(rf",?\s(?=(?:of|for|at|via|with|avec|mit|con|special to)\s(?:the\s)?[{CAPITALS}])")
#: Two names, or none.
AND_INSIDE = re.compile(r"\s(?:and|for)\s", re.I)
#: Words that stand in no office's name: a sentence has them.
SENTENCE_WORDS = frozenset(
    "to is was are were be been will would has have had says said say from by he she they it its his her this that"
    " who which when how why what after before as if not but".split()
)
#: Behind a name: academic degrees, generations.
DEGREES = re.compile(r"(?:ph\.?\s?d|m\.?d|m\.?a|b\.?a|j\.?d|esq|jr|sr|msc|bsc|mba|obe|cbe)\.?", re.I)
TELEPHONE = re.compile(r"(?:tel|phone|ph|call|email|e-mail|twitter|contact)?\W*[\d+() .-]*", re.I)
#: The desk for a place of an agency or a broadcaster: "PA Scotland", "BBC Africa".
DESK_OF_PLACE = re.compile(rf"(?P<agency>\S+(?:\s\S+){{0,3}}?)\s(?P<place>[{CAPITALS}][\w’'-]+)$")


#: "Ada Bell (text) and Omar Saidi (photos)": what somebody did, behind the name.
BRACKETED = re.compile(
    r"\s?\((?:(?:text|words|story|texte|texto|testo|tekst|teksti|reporter|текст)"
    r"|(?P<photo>photos?|pictures|images|photography|fotos?|bild(?:er)?|fotograf(?:ía|ias?|ie)|photographies|imagens?|imágenes"
    r"|immagini|kuvat?|video|vídeo|illustrations?|фото))\)",
    re.I,
)
#: Titles, names and particles: a person's name has no more words than these.
LONGEST_PERSON = 8
TOKEN = re.compile(r"\S+")


class Kind(StrEnum):
    """What a part of a line is."""

    PERSON = "person"
    OUTLET = "outlet"  # a newspaper, a site, a broadcaster, an agency
    HOUSE = "house"  # a university, a desk: for whom somebody works
    OFFICE = "office"
    PLACE = "place"
    DAY = "day"
    LABEL = "label"
    OTHER = "other"


class Part(NamedTuple):
    """A part of a line: its range, its name, what it is and what leads up to it: ``by``, ``photo``, ``source``,
    ``both`` (text and pictures), ``hand`` (who edited or translated), ``via``, ``with``, ``for``; blank for none."""

    start: int
    end: int
    name: str
    kind: Kind
    lead: str = ""


@functools.cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that lead up to a name, by what they make of it."""
    return tuple(
        (lead, re.compile(rf"\W{{0,3}}(?:{notice_pattern(lead)})(?:(?<=[:/])\s*|\s?:\s*|\s+|$)", re.I))
        for lead in ("both", "photo", "hand", "source-lead", "by")
    )


@functools.cache
def offices() -> re.Pattern[str]:
    """A word for what somebody is, in the main European languages."""
    return re.compile(rf"\b(?:{notice_pattern('office')})\b", re.I)


@functools.cache
def houses() -> re.Pattern[str]:
    """A word that bodies other than outlets have in their names."""
    return re.compile(rf"\b(?:{notice_pattern('house')})\b", re.I)


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
            _told(words, begin, end, lead, before)
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
    return _is_person(name) or (behind.startswith("via ") and sounds_like_outlet(name))


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


def _told(words: str, start: int, end: int, lead: str, before: Part | None) -> Iterator[Part]:
    """The parts of one stretch; ``before`` is the last part of the one before it."""
    bare = words[start:end]
    if "@" in bare:
        bare = ADDRESS.sub("", bare)
    bare = LOOSE.sub("", bare.strip(" ,.:*_–—-"))
    if start and words[start - 1] == "(" and BRACKETED.match(words, start - 1):
        yield Part(start, end, bare, Kind.LABEL)
        return
    if TELEPHONE.fullmatch(bare) or DEGREES.fullmatch(bare):
        yield Part(start, end, bare, Kind.LABEL, lead)
        return
    start += words[start:end].find(bare)
    end = start + len(bare)
    placed = IN_PLACE.match(words, start, end)
    if placed and not find_outlet(words[placed.end() : end]) and lead != "source-lead":
        yield Part(placed.end(), end, words[placed.end() : end], Kind.PLACE, lead)
    elif is_around_day(bare):
        yield Part(start, end, bare, Kind.DAY if any(map(str.isdigit, bare)) else Kind.LABEL)
    else:
        yield from _named(words, start, end, lead, before)


def _named(words: str, start: int, end: int, lead: str, before: Part | None) -> Iterator[Part]:
    """The names of one stretch, and the office beside one."""
    name = words[start:end]
    if find_outlet(name):
        yield Part(start, end, name, Kind.OUTLET, lead)
        return
    if lead in ("by", "both", "photo", "hand") and CASELESS_NAME.fullmatch(name):
        yield Part(start, end, name, Kind.PERSON, lead)
        return
    office = next(iter(offices().finditer(name)), None)
    after_person = before is not None and before.kind is Kind.PERSON
    if office and not (lead in ("via", "source-lead") and sounds_like_outlet(name)):
        yield from _of_office(words, start, end, lead, after_person)
        return
    if cut := _outlet_behind(words, start, end):
        yield Part(start, cut, words[start:cut].rstrip(), Kind.PERSON, lead)
        yield Part(end - len(words[cut:end].strip()), end, words[cut:end].strip(), Kind.OUTLET, lead)
        return
    signed = lead in ("by", "both") and begins_with_given(name) and _is_person(name)
    desk = None if signed and not name.split()[0].isupper() else DESK_OF_PLACE.match(name)  # "By Petra Bell"
    if desk and (is_agency(desk["agency"]) or (desk["agency"].isupper() and surely_outlet(desk["agency"]))):
        yield Part(start, start + desk.end("agency"), desk["agency"], Kind.OUTLET, lead)
        yield Part(start + desk.start("place"), end, desk["place"], Kind.PLACE, lead)
    elif signed:
        yield Part(start, end, name, Kind.PERSON, lead)  # "By Emily Post"
    elif ADMIN.fullmatch(name.lower()):
        yield Part(start, end, name, Kind.LABEL, lead)
    elif houses().search(name) and _is_title(name):
        yield Part(start, end, name, Kind.HOUSE, lead)
    elif sounds_like_outlet(name.removeprefix("the ")):
        cut = 4 if name.startswith("the ") else 0
        yield Part(start + cut, end, name[cut:], Kind.OUTLET, lead)
    elif _is_person(name):
        yield Part(start, end, name, Kind.PERSON, lead)
    elif is_nobody(name) or name[:1] in ("+", "#"):
        yield Part(start, end, name, Kind.LABEL, lead)  # a section of the site, a tag
    elif (placed := PLACED.search(name)) and _is_person(name[: placed.start()]):
        yield Part(start, start + placed.start(), name[: placed.start()], Kind.PERSON, lead)
        yield Part(start + placed.end(), end, name[placed.end() :], Kind.PLACE, lead)
    else:
        yield Part(start, end, name, Kind.OTHER, lead)


def _is_title(name: str) -> bool:
    """Whether all words of a name begin with capitals but for joints: *University of Carrow*, not *jump center*."""
    return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in name.split())


def _is_person(name: str) -> bool:
    all_upper = name.isupper()
    upper = all_upper and 2 <= len(name.split()) <= 4 and not re.search(r"\d", name)
    if not (upper or PERSON.match(name)):
        return False
    if any(map(str.isdigit, name)):
        return False
    acronym = not all_upper and any(w.isalpha() and w.isupper() and len(w) > 2 and w != "III" for w in name.split())
    return not (acronym or NO_PERSON.search(name) or AND_INSIDE.search(name) or is_nobody(name))


def _of_office(words: str, start: int, end: int, lead: str, after_person: bool) -> Iterator[Part]:
    """A stretch with the word of an office: a person before or behind it, an outlet before it, or the office alone."""
    if not SENTENCE_WORDS.isdisjoint(words[start:end].lower().split()):
        yield Part(start, end, words[start:end], Kind.OTHER, lead)
        return
    last = list(offices().finditer(words, start, end))[-1]
    if words[last.end() :].startswith(("’s ", "'s ")):  # "Reuters photographer’s picture of the year"
        yield Part(start, end, words[start:end], Kind.OTHER, lead)
        return
    behind = trimmed(words, last.end(), end)
    ahead = words[start : last.start()]
    if not ahead and (cut := _agency_end(words, *behind)):  # "Redazione ANSA KEMBRA"
        yield Part(behind[0], cut, words[behind[0] : cut], Kind.OUTLET, lead)
        yield Part(*(place := trimmed(words, cut, behind[1])), words[slice(*place)], Kind.PLACE, lead)
        return
    if behind[1] > behind[0] and _is_person(words[slice(*behind)]):
        name = OUR.sub("", ahead).strip()
        if find_outlet(name):
            yield Part(start, start + len(ahead.rstrip()), name, Kind.OUTLET, lead)
        yield Part(*behind, words[slice(*behind)], Kind.PERSON, lead)
        return
    tokens = ahead.split()
    if len(tokens) == 1 and CASELESS_NAME.fullmatch(tokens[0]):
        yield Part(start, start + len(tokens[0]), tokens[0], Kind.PERSON, lead)
        yield Part(last.start(), end, words[last.start() : end], Kind.OFFICE, lead)
        return
    for count in range(min(len(tokens), 4), 0, -1):
        named = ahead[:1].isupper() or count < len(tokens)
        if (
            named
            and tokens[0].lower() not in ("local", "world")
            and (find_outlet if count > 1 or tokens[0].isupper() else surely_outlet)(" ".join(tokens[:count]))
        ):
            stop = start + len(" ".join(tokens[:count]))
            yield Part(start, stop, words[start:stop], Kind.OUTLET, lead)
            yield Part(stop, end, words[stop:end].strip(), Kind.OFFICE, lead)
            return
    person = " ".join(tokens[:2])
    beside = len(tokens) > 2 or (len(tokens) == 2 and (lead == "by" or last[0].islower() or begins_with_given(person)))
    if not after_person and beside and _is_person(person) and not offices().search(person):
        stop = start + len(person)
        house = houses().search(ahead) and not (lead or begins_with_given(person))  # "Civic Reporting Project Reporter"
        yield Part(start, stop, words[start:stop], Kind.HOUSE if house else Kind.PERSON, lead)
        yield Part(stop, end, words[stop:end].strip(), Kind.OFFICE, lead)
        return
    yield Part(start, end, words[start:end], Kind.OFFICE, lead)


def _agency_end(words: str, start: int, end: int) -> int | None:
    """Where the agency's name ends that a stretch begins with, a place behind it."""
    tokens = list(TOKEN.finditer(words, start, end))
    for token in reversed(tokens[:-1]):
        if is_agency(words[start : token.end()]) and words[start : token.end()].isupper():
            return token.end()
    return None


def _outlet_behind(words: str, start: int, end: int) -> int | None:
    """Where the outlet begins that a person's name runs into: ``ADA BELL Associated Press``."""
    tokens = list(TOKEN.finditer(words, start, end))
    sounds = None
    for token in tokens[2 : LONGEST_PERSON + 1]:
        cut = token.start()
        if not _is_person(words[start:cut].strip()):
            continue
        tail = words[cut:end]
        word = " " not in tail and not tail.isupper()
        known = surely_outlet(tail) if word else find_outlet(tail)
        if known and len(tail) > 2 and not word:
            return cut
        if not (known if " " not in tail else sounds_like_outlet(tail)):
            continue
        sounds = sounds_like_outlet(words[start:end]) if sounds is None else sounds
        if not sounds or begins_with_given(words[start:cut]):
            return cut
    return None
