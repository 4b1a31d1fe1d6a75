"""What lines around an article say of whom the text is from, told by their own words.

:func:`zone_of_line` says what a line is when its words tell; the rest finds the names in it.
"""

from __future__ import annotations

import functools
import re
from itertools import chain

from sayso.documents import bylines, datelines, pictures, rights
from sayso.documents.datewords import find_dates, weekday_pattern
from sayso.documents.keyed import Keyed
from sayso.documents.lines import REMEMBERED, words_of_kind
from sayso.documents.page import ZonedRange
from sayso.documents.sites import sounds_like_outlet
from sayso.outlets import find_outlet
from sayso.spans import trimmed
from sayso.vocab import Zone

_NAME = r"[^.;:!?()\[\]|<>“”\"]{2,70}?"
#: Where a name in a notice ends.
_END = r"(?=\s*(?:$|[.;:!?()\[\]|<>“”\"]|,?\s+(?:on|in|at|under|and was|and is|and has been|with|by|\d)\b))"
_AROUND_NAME = " \u00a0,;:|-–—()•·."
_BEFORE_NAME = re.compile(r"^(?:from|via|source|by)\b:?\s+", re.IGNORECASE)
_THIS = r"(?:this|the) (?:article|story|report|text|piece|post|essay|interview|version)"
#: "The original source of this article is X", "Originally published by X", "This story first appeared in X".
ORIGINAL = Keyed(
    re.compile(
        rf"\b(?:(?:the )?original(?: source| article| version| text)?(?: of {_THIS})?(?: is| was|:)"
        r"(?: published (?:by|in|on|at))?"
        r"|read (?:the |this |our )?original(?: article| story| report| post)?(?: here)? (?:at|on|in)"
        r"|(?:was |is )?(?:originally|first) (?:published|posted|appeared|printed|reported|run|ran)"
        rf"(?: here)?(?: by| in| on| at|:)+)\s+(?:the website of |the site |a blog called )?(?P<name>{_NAME}){_END}",
        re.IGNORECASE,
    ),
    ("original", "first "),
)
#: "Republished from X", "Source: X", "via X", "Courtesy of X".
TAKEN = Keyed(
    re.compile(
        rf"^\W{{0,3}}(?:(?:{_THIS} (?:is|was|has been) )?(?:re-?published|re-?printed|re-?posted|cross-?posted"
        r"|syndicated|taken|reproduced|excerpted|extracted)(?: with (?:the )?permission)?"
        r" (?:from|of|by|via|courtesy of)|sources?\s*:|via\s*:?"
        r"|(?:article |text |story )?courtesy(?: of|:)|(?:h/t|hat tip)(?: to)?:?|from\s*:)"
        rf"\s*(?P<name>{_NAME}){_END}",
        re.IGNORECASE,
    ),
    (
        "published", "printed", "posted", "syndicated", "taken", "reproduced", "excerpted", "extracted", "source",
        "via", "courtesy", "h/t", "hat tip", "from",
    ),
)  # fmt: skip
#: "published by arrangement with X", in a line about the text.
ARRANGED = Keyed(
    re.compile(
        rf"\b(?:by arrangement with|under licen[cs]e from|with (?:the )?permission (?:of|from)"
        r"|in (?:content )?partnership with)"
        rf"\s+(?P<name>{_NAME}){_END}",
        re.IGNORECASE,
    ),
    ("arrangement", "under licen", "permission", "partnership"),
)
PLACE_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]+,?$")
#: "Talmere, North Ostravia ● Thu, June 5, 2025": a place of one word with its province.
PLACE_AND_DAY = re.compile(r"^[A-ZÀ-Þ][\w’'-]+, [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}\s*[|•·●/–-]\s.{6,40}$")
OF_THIS = re.compile(rf"\b{_THIS}\b", re.IGNORECASE)
#: Ways in which something is sent, which are nobody's name.
MEANS = re.compile(
    r"^(?:e-?mail|phone|telephone|video|zoom|skype|text|twitter|facebook|telegram|whatsapp|instagram|youtube|ap images"
    r"|@)",
    re.IGNORECASE,
)
#: What newspapers credit without naming anybody.
AGENCIES = re.compile(
    r"(?:^|,?\s+(?:and|&|with)\s+|,\s+)(?:the\s+)?(?:news\s+|wire\s+)?agenc(?:ies|y reports)\s*$", re.IGNORECASE
)
#: A source named after something else on one line.
SOURCE_AFTER = re.compile(r"\s(?:[|•·–—-]\s+)?(?=sources?\s*:)", re.IGNORECASE)
FILES = Keyed(
    re.compile(
        r"\bwith (?:an? )?(?:assistance|reports?|files|additional reporting|reporting|inputs?|materials?|contributions?"
        r"|agency inputs) (?:from|by)"
        r"|\badditional reporting by|\bcontributed (?:reporting\b|to this (?:report|story|article))",
        re.IGNORECASE,
    ),
    ("with ", "additional reporting", "contributed"),
)
#: "The-CNN-Wire", "CNN Wire": an outlet's own service for others.
WIRE = Keyed(
    re.compile(
        r"^\W{0,2}(?:the[ -])?(?P<name>[^\d|:]{2,30}?)[ -](?:news[ -]?)?wire(?: service)?\W{0,2}$", re.IGNORECASE
    ),
    ("wire",),
)
REPORTING = Keyed(
    re.compile(r"^\W?\(?(?:reporting|writing|editing|compiled|edited|translated|produced) by\b", re.IGNORECASE),
    (" by",),
)
#: Each line that names a source holds one of these.
SOURCE_KEYS = tuple(dict.fromkeys(chain(*(keyed.keys for keyed in (ORIGINAL, TAKEN, ARRANGED, FILES, REPORTING)))))
#: Writers' and editors' initials at the end of an agency's text: "HM/OS/AA".
SIGNED = re.compile(r"^[A-Z]{1,3}(?:/[A-Z]{1,3}){1,3}$")
#: Notices hold no more words than this; longer lines are text.
MOST_WORDS, MOST_TAKEN, MOST_CLAIMED, MOST_BESIDE = 90, 30, 20, 16


def zone_of_line(words: str, near: bool) -> Zone | None:
    """What a line is by its own words; None where they do not tell.

    ``near`` says that the line stands beside the article (around its headline, or right after its last paragraph):
    there a name with a date, a lone weekday or a photographer's name means something that it does not mean elsewhere.
    """
    return _zone_near(words) if near else _zone_anywhere(words)


@functools.lru_cache(maxsize=REMEMBERED)
def _zone_anywhere(words: str) -> Zone | None:
    count = len(words.split())
    if count > MOST_WORDS:
        return None
    if rights.is_licence(words):
        return Zone.LICENCE
    if pictures.is_photo_credit(words):
        return Zone.CREDIT
    if rights.COPYRIGHT.match(words):
        return Zone.FURNITURE
    may_tell = count <= MOST_TAKEN and any(map(words.lower().__contains__, SOURCE_KEYS))
    taken = may_tell and (original_in(words) or taken_in(words) or REPORTING.match(words) or FILES.search(words))
    return Zone.CREDIT if taken else None


@functools.lru_cache(maxsize=REMEMBERED)
def _zone_near(words: str) -> Zone | None:
    anywhere = _zone_anywhere(words)
    if anywhere in (Zone.LICENCE, Zone.CREDIT):
        return anywhere
    count = len(words.split())
    if count > MOST_WORDS:
        return None
    byline = count <= MOST_BESIDE and bool(bylines.BYLINE.match(words))
    if not byline and datelines.is_place_and_agency(words):
        return Zone.DATELINE
    if not byline and (pictures.is_agency_alone(words) or pictures.is_credit_tail(words)):
        return Zone.CREDIT
    if anywhere is Zone.FURNITURE:  # a claim of copyright
        return Zone.CREDIT if count <= MOST_CLAIMED else Zone.FURNITURE
    if count > MOST_BESIDE:
        return None
    if agency_and_place(words) or wire_in(words):
        return Zone.CREDIT
    dated = bool(find_dates(words))
    if dated and outlet_and_date(words):
        return Zone.BYLINE if byline else Zone.CREDIT
    if dated and PLACE_AND_DAY.match(words) and not byline:
        return Zone.DATELINE
    if bylines.is_date_line(words) or datelines.is_dateline(words):
        return Zone.DATELINE
    if byline or bylines.DESK.match(words) or (dated and bylines.is_name_and_date(words)):
        return Zone.BYLINE
    return None


def split_meta(text: str, start: int, end: int) -> list[ZonedRange]:
    """A line in the credit zone as its parts: a date or a byline, and the source named after it on the same line."""
    match = SOURCE_AFTER.search(text, start, min(end, start + 200))
    if match and match.start() > start:
        before, after = trimmed(text, start, match.start()), trimmed(text, match.end(), end)
        zone = zone_of_line(" ".join(text[slice(*before)].split()), near=True)
        if zone in (Zone.DATELINE, Zone.BYLINE):
            # the bar between the two goes with the first
            cut = trimmed(text, start, after[0])
            return [ZonedRange(*cut, zone), ZonedRange(*after, Zone.CREDIT)]
    return [ZonedRange(start, end, Zone.CREDIT)]


def outlet_and_date(words: str) -> tuple[str, str] | None:
    """The outlet and the ISO date of a line that is just these, in either order, an author's name before them at most:
    ``Harbour Gazette, 3 March 2016``, ``By Ada Bell | Harbour Gazette | 3 March 2016``."""
    dates = find_dates(words)
    if len(dates) != 1:
        return None
    before = weekday_pattern().sub("", words[: dates[0].start]).strip(_AROUND_NAME)
    after = bylines.CLOCK.sub("", words[dates[0].end :]).strip(_AROUND_NAME)
    if bool(before) == bool(after):
        return None
    parts = [part.strip() for part in re.split(r"\s*[|•·]\s*|,\s+", _BEFORE_NAME.sub("", before or after))]
    if len(parts) > 2 or (len(parts) == 2 and not bylines.PERSON.match(parts[0])):
        return None
    return (parts[-1], dates[0].day.isoformat()) if sounds_like_outlet(parts[-1]) else None


def is_about_picture(words: str) -> bool:
    """Whether a line of credit is a photographer's or a picture agency's."""
    if pictures.is_photo_credit(words) or SIGNED.match(words):
        return not SIGNED.match(words)
    return (pictures.is_agency_alone(words) or pictures.is_credit_tail(words)) and not _names_text(words)


def _names_text(words: str) -> bool:
    """Whether a line that ends with an agency's name may be about the text rather than a picture."""
    return bool(find_outlet(words) or taken_in(words) or outlet_and_date(words))


def names_source(words: str) -> bool:
    """Whether a line says from whom the text was taken."""
    return bool(original_in(words) or taken_in(words))


def original_in(words: str) -> re.Match[str] | None:
    """The match of a line that names the original; a day after *first published* is none."""
    match = ORIGINAL.search(words)
    dates = find_dates(words[match.start("name") :]) if match else []
    return None if not match or match["name"][0].isdigit() or (dates and dates[0].start == 0) else match


def agency_and_place(words: str) -> tuple[int, int] | None:
    """The range of an agency's name that a place follows on a line of its own: ``Press Trust of India Talmere``."""
    parts = words.split()
    if not parts or not PLACE_WORD.match(parts[-1]):
        return None
    for count in range(min(len(parts) - 1, 6), max(len(parts) - 4, 0), -1):
        name, rest = " ".join(parts[:count]), parts[count:]
        if not all(PLACE_WORD.match(word) for word in rest):
            continue
        outlet = find_outlet(name)
        if outlet and outlet.kind == "agency":
            is_place = words.startswith(name) and not any(w.lower() in words_of_kind("outlet") for w in rest)
            return (0, len(name)) if is_place else None
    return None


def is_person_and_source(words: str) -> bool:
    """Whether a line is a person's name and an agency after a comma, or an outlet after a bar: ``Ada Bell, Reuters``,
    ``Ada Bell | Harbour Gazette``."""
    for mark in (", ", " | "):
        name, found, source = words.partition(mark)
        if found and bylines.PERSON.match(name):
            outlet = find_outlet(source)
            return bool(outlet and outlet.kind == "agency") or (mark == " | " and is_name_of_source(source))
    return False


def wire_in(words: str) -> re.Match[str] | None:
    """The match of a line that is the name of an outlet's wire: ``The-CNN-Wire``."""
    match = WIRE.match(words)
    return match if match and find_outlet(match["name"].replace("-", " ")) else None


def is_name_of_source(words: str) -> bool:
    """Whether a line between headline and article is nothing but an outlet's name."""
    plain = len(words.split()) <= 5 and not re.search(r"[\d,:|]", words)
    return plain and sounds_like_outlet(words) and not pictures.is_agency_alone(words)


def taken_in(words: str) -> re.Match[str] | None:
    """The match of a line that says from whom the text is taken. ``via`` and ``from`` without a colon say so only
    before the name of an outlet."""
    arranged = ARRANGED.search(words)
    if arranged and OF_THIS.search(words) and sounds_like_outlet(arranged["name"]):
        return arranged
    match = TAKEN.match(words)
    if not match or MEANS.match(match["name"]) or not match["name"][0].isupper():
        return None
    if not source_name(match["name"]):
        return match
    before = words[: match.start("name")].strip().lower()
    return match if not before.startswith(("via", "from")) or sounds_like_outlet(match["name"].strip()) else None


def source_name(words: str) -> str:
    """The first source's name, without ``and news agencies``; "" where nothing else is left."""
    name = AGENCIES.sub("", words).strip(" ,-–—")
    first = name.split(", ")[0]
    return first if sounds_like_outlet(first) else name
