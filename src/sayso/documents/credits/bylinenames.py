"""The names in a byline, without offices, places and days."""

from __future__ import annotations

import re

from sayso.documents.credits.bylines import (
    ADDRESS,
    BETWEEN,
    DESK,
    IN_PLACE,
    NO_PERSON,
    PERSON,
    REPORTS,
    ROLE_AFTER,
    STAFF,
    byline_of,
    is_nobody,
)
from sayso.documents.credits.margins import without_margins
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.labels import DATE_LABEL
from sayso.documents.dates.words import begins_with_month, find_dates, weekday_pattern
from sayso.outlets import find_outlet

#: "Harbour Gazette (TNS)".
IN_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)$")
#: "Transport Correspondent Ada Bell".
OFFICE_BEFORE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?:Correspondent|Reporter|Editor|Writer|Columnist)\s+(?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])"
)
OF_PLACE = re.compile(r"(?<=\w)\sof\s.*$")
#: What leads up to the name of an agency.
AGENCY_OF = re.compile(r"ag[eê]ncia|agence|agentur|agenzia", re.IGNORECASE)
#: "Special to Harbour Gazette", "For the Harbour Gazette".
WRITTEN_FOR = re.compile(r"^(?:special(?:ly)? (?:to|for)|for)\s+(?:the\s)?", re.IGNORECASE)
LABELS_AROUND = re.compile(
    rf"^\W*(?:{DATE_LABEL})\b(?:\s(?:on|at|in|am|um|le|el|il|op|by|von|par|por))?\W*"
    rf"|\W*\b(?:{DATE_LABEL})\b(?:\s(?:on|at|am|um|le|el|il|op))?\W*$",
    re.IGNORECASE,
)
#: What is left of a clock time or a mark when the day is taken off (``Ada Bell at``, ``Ada Bell /``); what pages ask
#: beside a name (``Ada Bell Follow``).
ENDS_LOOSE = re.compile(
    r"\s\d{1,4}\smin(?:ute)?s?(?: read)?\W*$"
    r"|\s(?:at|on|um|@|/)\s*$|\s(?-i:Follow(?:ing)?|FOLLOW|Subscribe)\W*$",
    re.IGNORECASE,
)
BY_FIRST = re.compile(r"^\s*(?:by|von|par|por|كتبت?|بقلم|(?:author|autor)(?=\s[^\W\d_a-zß-ÿ]))\s", re.IGNORECASE)
#: What a list of a page's menus, or a line of it, leaves around a name.
MARKS_AROUND = " ,;:-–—|*•+"
#: What stands in no name.
#: A name twice, as a picture's description before it has it: "Ada Bell Profile of Ada Bell".
TWICE = re.compile(r"^(?P<name>[^\W\d_a-zß-ÿ]\S*(?: \S+){1,2}?) (?:\S+ ){0,5}?(?P=name)$")
#: A list of what a text is about has at least so many items, a sentence so many words.
FEWEST_TAGS, SENTENCE_WORDS = 4, 13
#: The words that join names are no longer than this.
PARTICLE = 3
NO_NAME = re.compile(r"\s[-–—]\s|\d{3}|[:?!]|^[„“”«\"]")
OUR = re.compile(r"^(?:from )?our\b|^the editorial\b", re.IGNORECASE)
#: "Reuters Staff": whoever works there.
STAFF_OF = re.compile(r"^(?P<name>.{2,50}?)\s+(?:staff|reporters|writers|correspondents|team)$", re.IGNORECASE)


def byline_names(words: str) -> list[str]:
    """The names in a byline, without the words for *by*, offices and places; a short line without *by* gives
    itself. None of a sentence, nor of a list of what the text is about."""
    if _lists_tags(words):
        return []
    line = IN_PLACE.sub("", ADDRESS.sub("", _without_day(without_margins(words))))
    if reports := REPORTS.match(line):
        line = reports["name"]
    staff = STAFF_OF.match(line.strip(MARKS_AROUND))
    if STAFF.match(line.strip(MARKS_AROUND)) and not (staff and find_outlet(staff["name"])):
        return [line.strip(MARKS_AROUND)]
    names: list[str] = []
    for part in BETWEEN.split(line):
        names += _names_of(part)
    line = BETWEEN.split(line.strip(MARKS_AROUND))[0].strip(MARKS_AROUND)
    line = BY_FIRST.sub("", line)
    line = twice["name"] if (twice := TWICE.match(line)) else line
    could_be = line and len(line.split()) <= 8 and not NO_NAME.search(line) and not begins_with_month(line)
    could_be = could_be and not (" " in line and any(map(_is_small, line.split())))
    named = [name for name in (names or ([line] if could_be else [])) if name in words]
    return [name for name in named if not is_nobody(name)]


def _lists_tags(words: str) -> bool:
    """Whether a line that nothing leads up to is a sentence, or items of which most are no two words with capitals."""
    if byline_of(words):
        return False
    if words.endswith(".") and len(words.split()) >= SENTENCE_WORDS:
        return True
    items = words.split(", ")
    return len(items) >= FEWEST_TAGS and sum(bool(PERSON.match(item)) for item in items) * 2 < len(items)


def _is_small(word: str) -> bool:
    """Whether a word is none of a name: it begins with a small letter, and is no short one that joins names."""
    return word[0].islower() and word.isalpha() and len(word) > PARTICLE


def _without_day(words: str) -> str:
    """What of a byline names whoever signs it: without the word for *by* and the day with its label."""
    match = byline_of(words)
    line = match["name"] if match else words
    dates = find_dates(line)
    if dates:
        around = (line[: dates[0].start], line[dates[-1].end :])
        before, after = (LABELS_AROUND.sub("", _without_weekday(part)).strip() for part in around)
        plain = before.strip(" ,|•·-–—")
        line = before if plain or (around[0].strip() and " " not in after.strip(" ,|•·-–—")) else after
        match = None if match else byline_of(line.strip(" ,|•·-–—"))
        line = match["name"] if match else line
    return ENDS_LOOSE.sub("", LABELS_AROUND.sub("", line))


def _without_weekday(part: str) -> str:
    """What stands beside a day, without its weekday; with a word that belongs to a name: ``Plácido Domingo``."""
    for day in weekday_pattern().finditer(part):
        before = part[: day.start()].rstrip()
        name = BY_FIRST.sub("", before)
        if not name or before[-1] in ",|•·-–—(/" or " " in name.strip():
            return f"{before} {part[day.end() :]}"
    return part


def _names_of(part: str) -> list[str]:
    """The name in a part of a byline, with that of the outlet in brackets or right behind it."""
    part = weekday_pattern().sub("", part).strip()
    staff = STAFF_OF.match(part)
    if staff and find_outlet(staff["name"]):
        return [staff["name"]]
    if OUR.match(part) or (staff and DESK.match(part)):
        return []
    bracket = IN_BRACKETS.search(part)
    inside = bracket[0].strip(" ()") if bracket else ""
    name = OFFICE_BEFORE.sub("", part[: bracket.start()] if bracket else part)
    name = WRITTEN_FOR.sub("", name).strip(MARKS_AROUND)
    if behind := known_behind(name):
        name, inside = name[: -len(behind)].strip(" ,"), behind
    if not find_outlet(name):
        name = OF_PLACE.sub("", ROLE_AFTER.sub("", name)).strip(MARKS_AROUND)
    is_name = PERSON.match(name) or find_outlet(name) or (name.isupper() and 2 <= len(name.split()) <= 4)
    return [*([name] if is_name else []), *([inside] if inside and find_outlet(inside) else [])]


def known_behind(name: str) -> str:
    """The known outlet that a person's name runs into: ``ADA BELL Associated Press``; "" where none does."""
    words = name.split()
    person, the, rest = name.partition(" The ")
    if the and " " in person and PERSON.match(person) and sounds_like_outlet(f"The {rest}"):
        return f"The {rest}"
    if words and AGENCY_OF.fullmatch(words[0]) and find_outlet(" ".join(words[1:])) and not find_outlet(name):
        return " ".join(words[1:])  # "Agência O Globo"
    for count in range(min(4, len(words) - 2), 0, -1):
        tail = " ".join(words[-count:])
        whole = find_outlet(" ".join(words[-count - 1 :]))
        if (
            len(tail) > 2
            and find_outlet(tail)
            and not whole
            and PERSON.match(before := " ".join(words[:-count]))
            and not (find_outlet(name) or NO_PERSON.search(before))
        ):
            return tail
    return ""
