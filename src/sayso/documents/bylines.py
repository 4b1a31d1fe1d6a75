"""Who wrote a text, where and when, as the lines around a headline and a first paragraph's beginning say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.documents.datewords import find_dates, weekday_pattern
from sayso.documents.page import ZonedRange
from sayso.documents.sites import sounds_like_outlet
from sayso.outlets import canonical, find_outlet
from sayso.types import Dateline
from sayso.vocab import Zone

BYLINE = re.compile(
    r"^(?:(?:article|story|story and photos|report|reported|reporting|posted|written|words|text|analysis|opinion"
    r"|interview|review|compiled|submitted|published|exclusive)?\s*\bby\s*:?\s+"
    r"|(?:author|authors|reporter|writer|correspondent|editor|editors|translator)\s*:\s*"
    r"|report (?:of|from)\s+|(?:por|par|von|di|door|av|af)\s+(?=[A-ZÀ-Þ]))(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
#: Where an office, a place or an outlet follows a name.
ROLE_AFTER = re.compile(
    r"\s*(?:[,|·•/–—]|\s-\s|\b(?:for|in|at|on|published|updated|posted|senior|staff|special|chief|political|world"
    r"|foreign|business|digital|contributing|associated|correspondent|reporter|editor|writer|producer|columnist"
    r"|contributor|guest|author)\b|\d).*$",
    re.IGNORECASE,
)
DESK = re.compile(
    r"^(?:[\w.’' -]{2,40},? )?(?:staff (?:reporter|writer|correspondent|report)s?|news ?desk|web ?desk|newsroom"
    r"|editorial (?:staff|team|board)|our (?:own )?correspondent"
    r"|(?:special|political|foreign|chief|senior|business|world) (?:correspondent|reporter|editor)"
    r"|agencies|news agencies|wire (?:reports|services))$",
    re.IGNORECASE,
)
#: Words run together, as menus without their line ends have them; not the capital inside a name.
RUN_TOGETHER = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\b[DL][eai])(?<!\bFitz)(?<=[a-zß-ÿ])[A-ZÀ-Þ]")
PERSON = re.compile(
    r"^(?:(?:dr|prof|sir|mr|mrs|ms)\.? )?[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|von|van|al|bin|el|da|di)){1,3}$"
)
AUTHOR_NOTE = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? (?:(?:is|was|has been|has worked as) (?:an?|the|our)\b[^.]{0,80}?"
    r"\b(?:reporter|editor|writer|journalist|correspondent|columnist|contributor|author|professor|fellow|blogger"
    r"|producer|photographer|freelancer?|analyst|novelist)\b"
    r"|(?:covers|writes|reports|blogs|tweets) (?:about|on|for|from|at|the)\b)"
)

_PLACE = (
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ][\w'’.]*){0,3}(?:/[A-ZÀ-Þ][\w'’. ]{1,24})?(?:,\s[A-ZÀ-Þ][\w.'’ ]{1,24}){0,2}"
)
#: "Kembra, Ostravia – ": a place with its country, written as names are.
_MIXED = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?, [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?(?= [-–—] ?[“\"A-ZÀ-Þ])"
_DAY = r",\s+[A-Z][a-zé]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|,\s+\d{1,2}\s+[A-Z][a-zé]{2,8}\.?(?:\s+\d{4})?"
#: "MOSCOW (Sputnik) —", "GENEVA, March 3 (Reuters) -", "BEIRUT —", "(Reuters) –".
DATELINE = re.compile(
    rf"^\W{{0,2}}(?:(?P<place>{_MIXED}|{_PLACE})(?P<date>{_DAY})?\s*(?:[(\[/](?P<agency>[^()\[\]/]{{2,40}})[)\]/])?"
    r"|[(\[](?P<alone>[A-Z][\w&. ]{1,30})[)\]])\s*(?:[-–—:]+\s*|$)"
)
#: So much of a paragraph is looked at for its dateline (characters).
DATELINE_WITHIN = 160

DATE_LABEL = (
    r"published(?: time)?|edited(?: time)?|publication date|posted|updated|last updated|last modified|modified"
    r"|first published|issued|date"
    r"|released|created|written|publié|mis à jour|veröffentlicht|publiziert|erstellt|datum|stand|vom"
    r"|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|opublikowano|julkaistu|publicerad|опубликовано|дата"
)
LABELLED_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})\b[\s:]*(?:on|at|le|am|el|il|op)?\b", re.IGNORECASE)
DATE_LABELS = re.compile(rf"\b(?:{DATE_LABEL})\b", re.IGNORECASE)
#: Such a label on a line of its own.
LABEL_OF_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})(?: on| at)?\W{{0,3}}$", re.IGNORECASE)
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?\b"
    r"|\b(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CET|CEST|MSK|local time|uhr|[ap]\.?m\.?)\b",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:\d{1,2}|an?|one|two|three)\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?) ago\b"
    r"|\bjust now\b|\b\d{1,3}[ -]?min(?:ute)?s? read\b",
    re.IGNORECASE,
)
_SMALL = re.compile(rf"\b(?:{DATE_LABEL}|on|at|the|le|am|el|um|by|and|of)\b", re.IGNORECASE)


#: A label on a line of its own, before the line with the name.
LABEL_ALONE = re.compile(
    r"^(?:(?:article|story|report|reported|posted|written|words|text)? ?by|authors?|writer|reporter|von|par|por)\s*:?$",
    re.IGNORECASE,
)


class DatelineParts(NamedTuple):
    """What a dateline says, with the range of the agency's name in the string."""

    place: str | None
    agency: str | None
    agency_at: tuple[int, int] | None
    whole: bool  # nothing follows the dateline


def is_date_line(words: str) -> bool:
    """Whether a line holds a date, or how long ago, and nothing else but a label, a weekday, a clock time."""
    left = AGO.sub(" ", words)
    dates = find_dates(words)
    if not dates and left == words:
        return False
    for date in reversed(find_dates(left)):
        left = left[: date.start] + " " + left[date.end :]
    left = _SMALL.sub(" ", CLOCK.sub(" ", weekday_pattern().sub(" ", left)))
    return len(re.sub(r"[\W\d_]+", "", left)) <= 3


def is_name_and_date(words: str) -> bool:
    """Whether a line is a few names, sections or labels with a full date at its beginning or end:
    ``Ada Bell - 3 March 2016 - 10:20``."""
    dates = find_dates(words)
    if len({d.day for d in dates}) != 1 or (words.endswith((".", "?", "!")) and not words.endswith("m.")):
        return False
    before = re.findall(r"[^\W\d_]+", words[: dates[0].start])
    after = re.findall(r"[^\W\d_]+", CLOCK.sub(" ", words[dates[-1].end :]))
    few = len(before) + len(after) <= 8 and bool(re.search(r"[|·•/–—-]", words))
    labelled = len(before) + len(after) <= 10 and bool(LABELLED_DATE.match(words))
    return len(after) <= 1 or len(before) <= 1 or few or labelled


def is_person_line(words: str) -> bool:
    """Whether a line is one person's name, with an office or a place after it at most."""
    return (
        len(words.split()) <= 8
        and not RUN_TOGETHER.search(words)
        and bool(PERSON.match(ROLE_AFTER.sub("", words).strip(" ,")))
    )


def byline_names(words: str) -> list[str]:
    """The names in a byline, without the words for *by*, offices and places; a short line without *by* gives
    itself."""
    match = BYLINE.match(words)
    line = match["name"] if match else words
    dates = find_dates(line)
    line = line[: dates[0].start] if dates else line
    names = []
    for part in re.split(r",?\s+(?:and|&|und|et|y)\s+|,\s+|\s*[|•·]\s*|;\s*", line):
        name = weekday_pattern().sub("", part)
        name = name if find_outlet(name) else ROLE_AFTER.sub("", name)
        name = name.strip(" ,;:-–—|")
        if PERSON.match(name) or find_outlet(name) or (name.isupper() and 2 <= len(name.split()) <= 4):
            names.append(name)
    line = line.strip(" ,;:-–—|")
    return [n for n in names if n in words] or ([line] if line and len(line.split()) <= 8 else [])


def dateline_of(words: str) -> DatelineParts | None:
    """The dateline that a paragraph begins with, or that a line is; None where there is none.

    A name in brackets is an agency where it is known as one or made like one's, and after a day or a place in
    capitals where it is one or two words.
    """
    match = DATELINE.match(words[:DATELINE_WITHIN])
    if not match:
        return None
    which = next((g for g in ("agency", "alone") if match[g]), None)
    name = match[which].split(" - ")[0].strip() if which else ""
    known = bool(name) and (bool(find_outlet(name)) or (which == "agency" and sounds_like_outlet(name)))
    fits = which == "agency" and name[:1].isupper() and len(name.split()) <= (3 if match["date"] else 2)
    start = match.start(which) if which else 0
    agency_at = (start, start + len(name)) if known or fits else None
    dash = bool(re.search(r"[-–—:]\s*$", match[0]))
    place = match["place"] if match["place"] and (dash or match["date"] or agency_at) else None
    if not place and not agency_at:
        return None
    return DatelineParts(place, canonical(name) if agency_at else None, agency_at, match.end() == len(words))


def is_dateline(words: str) -> bool:
    """Whether a line is a dateline and no more: ``BEIRUT, March 3 (Reuters)``."""
    found = dateline_of(words)
    return bool(found and found.whole and (found.agency or find_dates(words) or re.search(r"\d", words)))


def read_dateline(text: str, ranges: Sequence[ZonedRange]) -> Dateline | None:
    """Place and agency of the dateline that one of the first paragraphs, or a line of its own, begins with."""
    bodies = 0
    for start, end, zone in ranges:
        if zone not in (Zone.BODY, Zone.DATELINE):
            continue
        found = dateline_of(text[start : min(end, start + DATELINE_WITHIN)])
        if found:
            return Dateline(_place_name(found.place) if found.place else None, found.agency)
        bodies += zone is Zone.BODY
        if bodies >= 3:
            break
    return None


def _place_name(place: str) -> str:
    """``NEW YORK, Dec`` as *New York*: up to the first comma or slash, one capital a word; ``U.N.`` stays."""
    first = re.split(r"[,/]", place)[0].strip(" -")
    return " ".join(
        word if "." in word or not word.isupper() else "-".join(part.capitalize() for part in word.split("-"))
        for word in first.split()
    )
