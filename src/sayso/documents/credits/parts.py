"""What one stretch of a line that signs a text is: a name with what it is the name of, an office, a place, a day.

``lineparts`` parts such a line; :func:`parts_of_stretch` tells what each stretch between two marks is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from sayso.documents.credits.bylines import ADDRESS, ADMIN, NO_PERSON, PERSON, is_nobody
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS, CASELESS_NAME
from sayso.documents.credits.named import notice_pattern
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.labels import DATE_LABEL, is_around_day
from sayso.outlets import find_outlet, is_agency, surely_outlet
from sayso.spans import trimmed

#: What leads up to a place.
IN_PLACE = re.compile(rf"(?:reports?\s)?(?:in|from|near|aus|à|en|em|i|bei|te|a)\s(?=[{CAPITALS}])", re.I)
OUR = re.compile(r"(?:our|unser(?:e[rmn]?)?|notre|nuestr[oa]|il nostro|la nostra|nosso|nossa|onze?)\s", re.I)
#: What a name and a day leave between them: "Ada Bell on", "Ada Bell Published at", "Ada Bell Follow".
LOOSE = re.compile(rf"\s+(?:(?:{DATE_LABEL}|on|at|am|le|el|il|um|the|(?-i:Follow(?:ing)?))\W*)+$", re.I)
#: "Ada Bell in Kembra": where somebody is.
PLACED = re.compile(rf"\s(?:in|aus|à|en|em|reports? from)\s(?=[{CAPITALS}])")
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
def offices() -> re.Pattern[str]:
    """A word for what somebody is, in the main European languages."""
    return re.compile(rf"\b(?:{notice_pattern('office')})\b", re.I)


@functools.cache
def houses() -> re.Pattern[str]:
    """A word that bodies other than outlets have in their names."""
    return re.compile(rf"\b(?:{notice_pattern('house')})\b", re.I)


def ends_as_house(name: str) -> bool:
    """Whether a name of three words or more ends as those of bodies do, however it begins: *Carolina Quay Project*."""
    words = name.split()
    return len(words) > 2 and houses().fullmatch(words[-1]) is not None


def parts_of_stretch(words: str, start: int, end: int, lead: str, before: Part | None) -> Iterator[Part]:
    """The parts of one stretch of a line, which ``lead`` leads up to; ``before`` is the last part of the one before."""
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
    if lead in ("by", "both", "photo", "hand", "source-lead") and CASELESS_NAME.fullmatch(name):
        yield Part(start, end, name, Kind.OUTLET if lead == "source-lead" else Kind.PERSON, lead)
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
    yield from _of_names(words, start, end, lead)


def _of_names(words: str, start: int, end: int, lead: str) -> Iterator[Part]:
    """What a stretch without an office is the name of: a person, an outlet, a house, a place."""
    name = words[start:end]
    signed = lead in ("by", "both") and begins_with_given(name) and is_person(name) and not ends_as_house(name)
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
    elif is_person(name):
        yield Part(start, end, name, Kind.PERSON, lead)
    elif is_nobody(name) or name[:1] in ("+", "#"):
        yield Part(start, end, name, Kind.LABEL, lead)  # a section of the site, a tag
    elif (placed := PLACED.search(name)) and is_person(name[: placed.start()]):
        yield Part(start, start + placed.start(), name[: placed.start()], Kind.PERSON, lead)
        yield Part(start + placed.end(), end, name[placed.end() :], Kind.PLACE, lead)
    else:
        yield Part(start, end, name, Kind.OTHER, lead)


def _is_title(name: str) -> bool:
    """Whether all words of a name begin with capitals but for joints: *University of Carrow*, not *jump center*."""
    return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in name.split())


def is_person(name: str) -> bool:
    """Whether a name is made as people's names are, and is none of a section, a service or two people."""
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
    if behind[1] > behind[0] and is_person(words[slice(*behind)]):
        name = OUR.sub("", ahead).strip()
        if find_outlet(name):
            yield Part(start, start + len(ahead.rstrip()), name, Kind.OUTLET, lead)
        yield Part(*behind, words[slice(*behind)], Kind.PERSON, lead)
        return
    yield from _before_office(words, (start, end), last, lead, after_person)


def _before_office(
    words: str, stretch: tuple[int, int], office: re.Match[str], lead: str, after_person: bool
) -> Iterator[Part]:
    """What stands before an office in a stretch, with it: an outlet or a person."""
    start, end = stretch
    ahead = words[start : office.start()]
    tokens = ahead.split()
    if len(tokens) == 1 and CASELESS_NAME.fullmatch(tokens[0]):
        yield Part(start, start + len(tokens[0]), tokens[0], Kind.PERSON, lead)
        yield Part(office.start(), end, words[office.start() : end], Kind.OFFICE, lead)
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
    signed = lead == "by" or office[0].islower() or begins_with_given(person)
    beside = len(tokens) > 2 or (len(tokens) == 2 and signed)
    if not after_person and beside and is_person(person) and not offices().search(person):
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
        if not is_person(words[start:cut].strip()):
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
