"""Who wrote a text and when, as the lines around a headline say it."""

from __future__ import annotations

import re

from sayso.documents.datewords import TIME_ZONE, find_dates, weekday_pattern
from sayso.documents.keyed import Keyed
from sayso.outlets import find_outlet

BYLINE = re.compile(
    r"^(?:(?:article|story|story and photos|report|reported|reporting|posted|written|authored|words|text|analysis"
    r"|opinion|interview|review|compiled|submitted|published|exclusive)?\s*\bby\s*:?\s+"
    r"|(?-i:By(?=[A-ZÀ-Þ]))"
    r"|(?:author|authors|reporter|writer|correspondent|editor|editors|translator)\s*:\s*"
    r"|report (?:of|from)\s+|(?:por|par|von|di|door|av|af)\s+(?=[A-ZÀ-Þ]))(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
#: Where an office, a place or an outlet follows a name.
ROLE_AFTER = re.compile(
    r"\s*(?:[,|·•/–—]|\s-\s|\b(?:for|in|at|on|published|updated|posted|senior|staff|special|chief|political|world"
    r"|foreign|business|digital|contributing|associated|correspondent|reporter|editor|writer|producer|columnist"
    r"|contributor|guest|author|via)\b|\d).*$",
    re.IGNORECASE,
)
DESK = re.compile(
    r"^(?:[\w.’' -]{2,40},? )?(?:staff(?: (?:reporter|writer|correspondent|report)s?)?|news ?desk|web ?desk|newsroom"
    r"|editorial (?:staff|team|board)|our (?:own )?correspondent"
    r"|(?:special|political|foreign|chief|senior|business|world) (?:correspondent|reporter|editor)"
    r"|agencies|news agencies|wire (?:reports|services))(?: (?:and|with) (?:news |wire )?agencies)?$",
    re.IGNORECASE,
)
#: "By Ada Bell via Harbour Gazette", "Authored by Ada Bell of harbour.example,".
VIA = re.compile(
    r"\bby\s[^,|]{3,60}?\s(?:via|of|for)\s(?P<name>[A-ZÀ-Þ0-9][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*){0,4})", re.IGNORECASE
)
#: "Harbour Gazette (TNS)".
IN_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)$")
#: "Mirror staff and agencies".
STAFF = re.compile(r"^(?:[\w.’'-]+ )?staff(?: (?:and|with) (?:news |wire )?agencies)?$", re.IGNORECASE)
#: "Transport Correspondent Ada Bell".
OFFICE_BEFORE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?:Correspondent|Reporter|Editor|Writer|Columnist)\s+(?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])"
)
OF_PLACE = re.compile(r"(?<=\w)\sof\s.*$")
ADDRESS = re.compile(r"\S{1,60}@\S{1,60}|(?<!\w)@\w{2,30}")
#: "Ada Bell's photo" is no name.
OWNED = re.compile(r"[’']s\b")
#: "in Talmere & London", under a byline.
PLACES = re.compile(r"^in [A-ZÀ-Þ][\w’'-]+(?:(?:,| and| &)? [A-ZÀ-Þ][\w’'-]+){0,5}$")
#: Words run together, as menus without their line ends have them; not the capital inside a name.
RUN_TOGETHER = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\b[DL][eai])(?<!\bFitz)(?<=[a-zß-ÿ])[A-ZÀ-Þ]")
PERSON = re.compile(
    r"^(?:(?:dr|prof|sir|mr|mrs|ms)\.? )?[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|von|van|al|bin|el|da|di)){1,3}$"
)
AUTHOR_NOTE = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? (?:(?:is|was|has been|has worked as) (?:an?|the|our)\b[^.]{0,80}?"
    r"\b(?:reporter|editor|writer|journalist|correspondent|columnist|contributor|author|professor|fellow|blogger"
    r"|producer|photographer|freelancer?|analyst|novelist)\b"
    r"|(?:covers|writes|reports|blogs|tweets) "
    r"(?:about|on|for|from|at|the|[^.]{3,80}? (?:for|at|from) (?:the )?[A-ZÀ-Þ])"
    r"|can be reached (?:at|by|on)\b)"
    r"|^(?:Reach|Contact|Email|Follow) [A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’'-]+ (?:at|on|by|via)\b"
)

DATE_LABEL = (
    r"published(?: time)?|edited(?: time)?|publication date|posted|(?:last )?updated?|last modified|modified"
    r"|first published|issued|date"
    r"|released|created|written|erschienen|eingetragen|gepostet|eingestellt"
    r"|publié|mis à jour|veröffentlicht|publiziert|erstellt|datum|stand|vom"
    r"|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|opublikowano|julkaistu|publicerad|опубликовано|дата"
)
LABELLED_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})\b[\s:]*(?:on|at|le|am|el|il|op)?\b", re.IGNORECASE)
DATE_LABELS = re.compile(rf"\b(?:{DATE_LABEL})\b", re.IGNORECASE)
#: Such a label on a line of its own.
LABEL_OF_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})(?: on| at)?\W{{0,3}}$", re.IGNORECASE)
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?\b"
    rf"|\b(?:{TIME_ZONE}(?:\s?[+-]\d{{1,2}})?|local time|uhr|[ap]\.?m\.?)\b",
    re.IGNORECASE,
)
AGO = Keyed(
    re.compile(
        r"\b(?:\d{1,2}|an?|one|two|three)\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?) ago\b"
        r"|\bjust now\b|\b\d{1,3}[ -]?min(?:ute)?s? read\b",
        re.IGNORECASE,
    ),
    (" ago", "just now", " read"),
)
_SMALL = re.compile(rf"\b(?:{DATE_LABEL}|on|at|the|le|am|el|um|by|and|of)\b", re.IGNORECASE)


#: Parts of a name that stay in capitals.
LETTERS = re.compile(r"[^\W\d_]+")
INITIALS = re.compile(r"^(?:[^\W\d_]\.)+$|^[^\W\d_]$|^I{2,3}$|^IV$")
#: A label on a line of its own, before the line with the name.
LABEL_ALONE = re.compile(
    r"^(?:(?:article|story|report|reported|posted|written|words|text)? ?by|authors?(?: of the article)?"
    r"|writer|reporter|von|par|por)\s*:?$",
    re.IGNORECASE,
)


def is_date_line(words: str) -> bool:
    """Whether a line holds a date, or how long ago, and nothing else but a label, a weekday, a clock time."""
    left = AGO.pattern.sub(" ", words) if AGO.may_match(words) else words
    if left == words and not find_dates(words):
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
    """Whether a line is the names of persons, or one with an office, a place or an e-mail address after it at most."""
    plain = ADDRESS.sub(" ", words).strip()
    if len(plain.split()) > 8 or RUN_TOGETHER.search(plain) or OWNED.search(plain):
        return False
    people = re.split(r",\s+|\s+(?:and|&)\s+", plain)
    if len(people) > 1 and all(PERSON.match(name) for name in people):
        return True
    return bool(PERSON.match(ROLE_AFTER.sub("", plain).strip(" ,")))


def as_name(words: str) -> str:
    """A person's name set in capitals, as names are written: ``ANNA KOVAC-LEE`` is *Anna Kovac-Lee*."""
    if not words.isupper() or len(words.split()) < 2 or find_outlet(words):
        return words
    return " ".join(word if INITIALS.match(word) else LETTERS.sub(_first_letter, word) for word in words.split())


def _first_letter(match: re.Match[str]) -> str:
    part = match[0]
    return f"Mc{part[2:].capitalize()}" if part.startswith("MC") and len(part) > 4 else part.capitalize()


def byline_names(words: str) -> list[str]:
    """The names in a byline, without the words for *by*, offices and places; a short line without *by* gives
    itself."""
    match = BYLINE.match(words)
    line = match["name"] if match else words
    dates = find_dates(line)
    if dates:
        before, after = line[: dates[0].start], line[dates[-1].end :]
        line = before if before.strip(" |•·-–—") else after
        match = None if match else BYLINE.match(line.strip(" |•·-–—"))
        line = match["name"] if match else line
    line = ADDRESS.sub("", line)
    if STAFF.match(line.strip(" ,;:-–—|")):
        return [line.strip(" ,;:-–—|")]
    names = []
    for part in re.split(r",?\s+(?:and|&|und|et|y)\s+|,\s+|\s*[|•·●]\s*|;\s*", line):
        name = OFFICE_BEFORE.sub("", weekday_pattern().sub("", IN_BRACKETS.sub("", part)))
        if not find_outlet(name):
            name = OF_PLACE.sub("", ROLE_AFTER.sub("", name))
        name = name.strip(" ,;:-–—|")
        if PERSON.match(name) or find_outlet(name) or (name.isupper() and 2 <= len(name.split()) <= 4):
            names.append(name)
    line = line.strip(" ,;:-–—|")
    return [n for n in names if n in words] or ([line] if line and len(line.split()) <= 8 else [])
