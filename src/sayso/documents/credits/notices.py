"""What lines around an article say of whom the text is from, told by their own words.

:func:`zone_of_line` says what a line is when its words tell; the rest finds the names in it.
"""

from __future__ import annotations

import functools
import re

from sayso.documents.credits import bylines, datelines, pictures, rights
from sayso.documents.credits.bylinenames import LABELS_AROUND, known_behind
from sayso.documents.credits.contributors import KEYS as HELPER_KEYS
from sayso.documents.credits.contributors import contributors_in
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.hops import hops_in
from sayso.documents.credits.letters import as_title
from sayso.documents.credits.lineparts import parts_of_line
from sayso.documents.credits.parts import Kind, offices
from sayso.documents.credits.signed import signed_parts, signs_both, signs_by_name, zone_of_signed
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sources import sources_in
from sayso.documents.dates import labels as datelabels
from sayso.documents.dates.words import find_dates, weekday_pattern
from sayso.documents.keyed import Keyed, one_of
from sayso.documents.page import ZonedRange
from sayso.documents.zones.lines import REMEMBERED, words_of_kind
from sayso.outlets import canonical, find_outlet, is_agency, surely_outlet
from sayso.spans import trimmed
from sayso.vocab import Zone

_AROUND_NAME = " \u00a0,;:|/-–—()•·."
_BEFORE_NAME = re.compile(
    r"^(?:from|via|aus|source|(?:written |posted |published )?by)\b:?\s+|\s(?:on|at)$", re.IGNORECASE
)
#: "Agence France-Presse in Kembra", "AP report", "Redazione ANSA".
AGENCY_ALONE = re.compile(
    r"^(?:(?:from\s)?(?P<before>[^\d|:,]{2,40}?)(?:\s(?:in\s(?-i:[A-ZÀ-Þ][\w’'-]+)(?:\s(?-i:[A-ZÀ-Þ])[\w’'-]+){0,2}|reports?|feed|staff"
    r"|(?:(?-i:[A-Z])\w+\s)?(?:writers?|correspondents?|reporters?))"
    r"|,?\s(?:[a-z]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[a-z]{3,9}\.?))"
    r"|(?:redazione|redacción|rédaction|agencia|agence|agenzia|agentur|agência)\s(?P<after>[^\d|:,]{2,40})"
    r"|(?-i:[A-ZÀ-Þ][\w’'-]+),\s(?P<last>[^\d|:,]{2,40}))$",
    re.IGNORECASE,
)
#: What stands between a photographer's name and the paper's.
PAPER_MARKS = ("/", " — ", " – ", " - ")
#: "Online News Editor": what somebody is, not where.
OFFICE_LAST = re.compile(r"\b(?:editors?|reporters?|writers?|correspondents?|desk|team|staff)$", re.IGNORECASE)
PLACE_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]+,?$")
#: "Talmere, North Ostravia ● Thu, June 5, 2025": a place of one word with its province.
PLACE_AND_DAY = re.compile(r"^[A-ZÀ-Þ][\w’'-]+, [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}\s*[|•·●/–-]\s.{6,40}$")
#: A source named after something else on one line.
SOURCE_AFTER = re.compile(r"\s(?:[|•·–—-]\s+)?(?=sources?\s*:)", re.IGNORECASE)
#: "The-CNN-Wire", "CNN Wire": an outlet's own service for others.
WIRE = Keyed(
    re.compile(
        r"^\W{0,2}(?:the[ -])?(?P<name>[^\d|:]{2,30}?)[ -](?:news[ -]?)?wire(?: service)?\W{0,2}(?:$|[™©])",
        re.IGNORECASE,
    ),
    ("wire",),
)
#: Lines of those who reported, wrote, edited or translated, whoever of them counts.
REPORTING = re.compile(
    r"^\W?\(?(?:reporting|writing|editing|compiled|edited|(?:fact-?)?checked|translat\w+(?:\sfrom(?:\sthe)?\s\w+)?|produced)"
    r"(?: and \w+)?\s?(?:by\s|:\s)"
    r"(?=(?-i:[^\W\d_a-zß-ÿ]))",
    re.IGNORECASE,
)
#: "(With agency inputs)", "With inputs from agencies": nobody is named.
AGENCIES = re.compile(
    r"^\W*(?:(?:additional )?(?:reporting|inputs?|report) (?:by|from)|(?:with|from|based on)(?: \w+){0,3})"
    r" (?:news |wire )?(?:agenc(?:y|ies)|wires?)(?: (?:inputs|reports?|feeds?|services))?\W*$"
    r"|^\W*agencies contributed to this \w+\W*$",
    re.IGNORECASE,
)
#: "Post to Facebook".
SHARED = re.compile(r"\b(?:to|on|via|auf|sur|en|su) (?:facebook|twitter|linkedin|whatsapp|instagram|reddit|x)$", re.I)
#: "— Ada Bell (@ada) May 2, 2023".
TWEETED = re.compile(r"\(@\w{1,30}\)")
#: Writers' and editors' initials at the end of an agency's text: "HM/OS/AA".
SIGNED = re.compile(r"^[A-Z]{1,3}(?:/[A-Z]{1,3}){1,3}$")
#: A licence, somebody who helped: each is told with one of these.
_MAY_TELL = one_of({*rights.LICENCE_KEYS, *HELPER_KEYS})
#: Notices hold no more words than this; longer lines are text.
MOST_WORDS, MOST_CLAIMED, MOST_BESIDE = 90, 20, 16


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
    if _is_photo(words) or (count <= MOST_BESIDE and "/" in words and pictures.is_agency_alone(words)):
        if datelines.is_place_and_agency(words):
            return None
        return Zone.CREDIT
    may_tell = _MAY_TELL.search(words.lower())
    if may_tell and rights.is_licence(words):
        return Zone.LICENCE
    if rights.COPYRIGHT.match(words):
        return Zone.FURNITURE
    if count <= MOST_BESIDE and pictures.PHOTO_WORD.search(words) and signs_both(words):
        return Zone.CREDIT
    told = sources_in(words) or (may_tell and contributors_in(words)) or ("©" in words and wire_in(words))
    return Zone.CREDIT if told or REPORTING.match(words) or AGENCIES.match(words) else None


def told_of_source(words: str) -> bool:
    """Whether a line says from whom the text is, or who helped with it."""
    return bool(sources_in(words) or contributors_in(words)) or words.startswith("(")


@functools.lru_cache(maxsize=REMEMBERED)
def _zone_near(words: str) -> Zone | None:
    anywhere = _zone_anywhere(words)
    count = len(words.split())
    byline = count <= MOST_BESIDE and bool(bylines.byline_of(words))
    if anywhere is Zone.CREDIT and signs_by_name(words) and not told_of_source(words):
        return Zone.BYLINE
    if anywhere in (Zone.LICENCE, Zone.CREDIT):
        return Zone.BYLINE if byline and words[:3].lower() == "by " and contributors_in(words) else anywhere
    if count > MOST_WORDS or TWEETED.search(words):
        return None
    if words.endswith(("-", "–", "—")) and datelines.place_alone(words):
        return Zone.DATELINE
    signed = zone_of_signed(words)
    if signed is Zone.BYLINE and (byline or "/" not in words) and not _is_photo(words):
        return signed
    if not byline and (datelines.is_place_and_agency(words) or datelines.is_sent(words)):
        return Zone.DATELINE
    if not byline and (
        pictures.is_agency_alone(words) or pictures.is_credit_tail(words) or is_photographer_and_paper(words)
    ):
        return Zone.CREDIT
    if anywhere is Zone.FURNITURE:  # a claim of copyright
        return Zone.CREDIT if count <= MOST_CLAIMED else Zone.FURNITURE
    if hops_in(words):
        return Zone.CREDIT
    return _zone_brief(words, byline, signed) if count <= MOST_BESIDE else None


def _zone_brief(words: str, byline: bool, signed: Zone | None) -> Zone | None:
    """What a short line beside the article is, which holds no credit by its words alone. ``byline``: it begins as one;
    ``signed``: what those parts make of it that sign a text."""
    if not byline and (agency_and_place(words) or wire_in(words)):
        return Zone.CREDIT
    dated = bool(find_dates(words))
    if signed is Zone.BYLINE:
        return signed
    if dated and outlet_and_date(words):
        return Zone.BYLINE if byline else Zone.CREDIT
    if dated and not byline and (PLACE_AND_DAY.match(words) or datelines.place_beside_day(words)):
        return Zone.DATELINE
    if signed is Zone.CREDIT and any(part.kind is Kind.OUTLET for part in signed_parts(words)):
        return signed
    if datelabels.is_date_line(words) or datelines.is_dateline(words):
        return Zone.DATELINE
    if byline or bylines.DESK.match(words) or (dated and bylines.is_name_and_date(words)):
        return Zone.BYLINE
    return signed


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
    if len(dates) != 1 or "@" in words:  # "— Ada Bell (@ada) May 2, 2023"
        return None
    before = datelabels.CLOCK.sub("", weekday_pattern().sub("", words[: dates[0].start])).strip(_AROUND_NAME)
    after = datelabels.CLOCK.sub("", words[dates[0].end :]).strip(_AROUND_NAME)
    after = "" if weekday_pattern().fullmatch(after) else after  # "June 18, 2023 (Sun)"
    if bool(before) == bool(after) or "(" in before:  # "Ada Bell (Harbour Gazette) - 3 March 2016"
        return None
    parts = [part.strip() for part in re.split(r"\s*[|•·]\s*|,\s+", _BEFORE_NAME.sub("", before or after))]
    if len(parts) > 2 or (len(parts) == 2 and not bylines.PERSON.match(parts[0])):
        return None
    name = _known_last(LABELS_AROUND.sub("", parts[-1]).removeprefix("the "))
    if known_behind(name):
        return None  # "Ada Bell The Harbour Gazette"
    by = re.search(r"\bby\s*$", words[: words.find(name)], re.IGNORECASE) is not None
    is_outlet = (
        sounds_like_outlet(name)
        and (len(name) > 2 or find_outlet(name))  # "(SA)": where it is
        and not OFFICE_LAST.search(name)
        and (find_outlet(name) or not (by or BARE.fullmatch(name)))
    )
    return (name, dates[0].day.isoformat()) if is_outlet else None


def _known_last(name: str) -> str:
    """The agency that a run of names ends with, a section's before it: ``India News Asian News International``."""
    words = name.split()
    tails = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    return name if find_outlet(name) else next(filter(is_agency, tails), name)


#: Words of outlets' names that are none alone: "Online: 5 May 2016", "Print: 6 May 2016".
BARE = re.compile(r"\W*(?:online|print|web|news|daily|weekly|blog|magazine|press|media|post|journal)\W*", re.IGNORECASE)


def is_about_picture(words: str) -> bool:
    """Whether a line of credit is a photographer's or a picture agency's."""
    of_text = rights.YEAR.search(words) or rights.RESERVED.search(words)
    if of_text and "/" not in words and rights.COPYRIGHT.match(words):
        return False
    if _is_photo(words) or SIGNED.match(words):
        return not SIGNED.match(words)
    if is_photographer_and_paper(words):
        return True
    return (pictures.is_agency_alone(words) or pictures.is_credit_tail(words)) and not _names_text(words)


def _is_photo(words: str) -> bool:
    """Whether a line is a photo credit by its label; *Courtesy of* an outlet is of the text."""
    return pictures.is_photo_credit(words) and not (words.lower().startswith("courtesy") and bool(sources_in(words)))


def is_photographer_and_paper(words: str, mark: str = "/") -> bool:
    """Whether a line is a person's name and an outlet's with a mark between: ``LENA OST/HARBOUR GAZETTE``."""
    name, found, paper = words.partition(mark)
    paper = as_title(paper.strip())
    name = name.strip()
    if found and offices().search(paper):
        return False  # "LENA OST/GAZETTE WRITER"
    return bool(found and bylines.PERSON.match(name)) and sounds_like_outlet(paper) and not sounds_like_outlet(name)


def signs_picture(words: str, under: bool) -> bool:
    """Whether a caption is a photographer's name and a paper's; where it stands ``under`` a sentence, with a dash."""
    marks = PAPER_MARKS if under else "/"
    return signs_for_house(words) or any(is_photographer_and_paper(words, mark) for mark in marks if mark in words)


def signs_for_house(words: str) -> bool:
    """Whether a caption is nothing but a person's name and that of a house of any kind: ``Ada Bell / Hill Desk``."""
    name, found, house = words.partition(" / ")
    title = bool(house) and len(house.split()) <= 4 and all(word[0].isupper() for word in house.split())
    return bool(found) and title and begins_with_given(name) and bool(bylines.PERSON.match(name))


def _names_text(words: str) -> bool:
    """Whether a line that ends with an agency's name may be about the text rather than a picture."""
    return bool(find_outlet(words) or sources_in(words) or outlet_and_date(words))


def agency_and_place(words: str) -> tuple[int, int] | None:
    """The range of an agency's name that a place follows on a line of its own (``Press Trust of India Talmere``,
    ``Reuters in Kembra``), or what its texts are called (``AP report``)."""
    named = AGENCY_ALONE.match(words)
    which = next((group for group in ("before", "after", "last") if named and named[group]), "")
    if named and which and is_agency(named[which]):
        return named.span(which)
    parts = words.split()
    if not parts or not PLACE_WORD.match(parts[-1]):
        return None
    for count in range(min(len(parts) - 1, 6), max(len(parts) - 4, 0), -1):
        name, rest = " ".join(parts[:count]), parts[count:]
        if not all(PLACE_WORD.match(word) for word in rest):
            continue
        written = " " in name or name.isupper() or not canonical(name).isupper()  # not "Isna Rahayu"
        if is_agency(name) and written:
            is_place = words.startswith(name) and not any(w.lower() in words_of_kind("outlet") for w in rest)
            return (0, len(name)) if is_place else None
    return None


def is_person_and_source(words: str) -> bool:
    """Whether a line is a person's name and an agency after a comma, or an outlet after a bar: ``Ada Bell, Reuters``,
    ``Ada Bell | Harbour Gazette``."""
    for mark in (", ", " | "):
        name, found, source = words.partition(mark)
        if found and bylines.PERSON.match(name):
            return is_agency(source) or (mark == " | " and is_name_of_source(source))
    return False


def wire_in(words: str) -> re.Match[str] | None:
    """The match of a line that is the name of an outlet's wire: ``The-CNN-Wire``."""
    match = WIRE.match(words)
    return match if match and find_outlet(match["name"].replace("-", " ")) else None


def _is_word(name: str) -> bool:
    """Whether a single word is an outlet's name only for those who know: *Mehr*."""
    return " " not in name and name.istitle() and find_outlet(name) is not None and surely_outlet(name) is None


def is_name_of_source(words: str) -> bool:
    """Whether a line between headline and article is nothing but an outlet's name."""
    brief = (len(words) <= 2 and not is_agency(words)) or _is_word(words)  # "EU"
    plain = len(words.split()) <= 5 and not brief and not re.search(r"[\d,:|]", words) and not SHARED.search(words)
    if not plain or not sounds_like_outlet(words) or pictures.is_agency_alone(words):
        return False
    if words.lower().startswith(("in ", "on ", "more ")) and find_outlet(words) is None:
        return False  # "In News": the section
    return {part.kind for part in parts_of_line(words)} != {Kind.OFFICE}  # "Local Democracy Reporter"
