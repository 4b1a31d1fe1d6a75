"""Whom a page's text is from: credit lines stacked under a byline, notices of the original, datelines' agencies.

:func:`zone_of_line` says what a line is when its own words tell; :func:`find_credits` reads the names off the zoned
ranges; :func:`read_provenance` puts them in order, each name having taken the text from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents import bylines, datelines, pictures, rights
from sayso.documents.datewords import find_dates, weekday_pattern
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.documents.sites import sounds_like_outlet
from sayso.outlets import canonical, find_outlet, same_outlet
from sayso.spans import trimmed
from sayso.vocab import CreditRole, Zone

_NAME = r"[^.;:!?()\[\]|<>“”\"]{2,70}?"
#: Where a name in a notice ends.
_END = r"(?=\s*(?:$|[.;:!?()\[\]|<>“”\"]|,?\s+(?:on|in|at|under|and was|and is|with|by|\d)\b))"
_AROUND_NAME = " \u00a0,;:|-–—()•·."
_BEFORE_NAME = re.compile(r"^(?:from|via|source|by)\b:?\s+", re.IGNORECASE)
_THIS = r"(?:this|the) (?:article|story|report|text|piece|post|essay|interview|version)"
#: "The original source of this article is X", "Originally published by X", "This story first appeared in X".
ORIGINAL = re.compile(
    rf"\b(?:(?:the )?original(?: source| article| version| text)?(?: of {_THIS})?(?: is| was|:)"
    r"(?: published (?:by|in|on|at))?"
    r"|(?:was |is )?(?:originally|first) (?:published|posted|appeared|printed|reported|run|ran)"
    rf"(?: here)?(?: by| in| on| at|:)+)\s+(?:the website of |the site |a blog called )?(?P<name>{_NAME}){_END}",
    re.IGNORECASE,
)
#: "Republished from X", "Source: X", "via X", "Courtesy of X".
TAKEN = re.compile(
    rf"^\W{{0,3}}(?:(?:{_THIS} (?:is|was|has been) )?(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated"
    r"|taken|reproduced)(?: with (?:the )?permission)? (?:from|of|by|via|courtesy of)|sources?\s*:|via\s*:?"
    rf"|(?:article |text |story )?courtesy(?: of|:)|h/t:?|from\s*:)\s*(?P<name>{_NAME}){_END}",
    re.IGNORECASE,
)
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
FILES = re.compile(
    r"\bwith (?:assistance|files|additional reporting|reporting|inputs?|materials?|contributions?|agency inputs)"
    r" (?:from|by)"
    r"|\badditional reporting by|\bcontributed to this (?:report|story)",
    re.IGNORECASE,
)
FILES_NAME = re.compile(
    r"(?:(?:from|by)\s*:?\s+(?P<after>[^.;:!?()\[\]|]{2,80})|^\W*(?P<before>[^.;:!?()\[\]|]{2,80}?)\s+contributed)",
    re.I,
)
REPORTING = re.compile(r"^\W?\(?(?:reporting|writing|editing|compiled|edited|translated|produced) by\b", re.IGNORECASE)
IN_BRACKETS_AT_END = re.compile(r"[.!?”\"]\s*[(\[](?P<name>[^()\[\]]{2,40})[)\]]$")
#: A line is between the paragraphs where so many stand before it (a deck may be one) and one after.
BODIES_BEFORE = 2
#: A paragraph above the credits is a deck up to this length (characters).
DECK = 160
#: Writers' and editors' initials at the end of an agency's text: "HM/OS/AA".
SIGNED = re.compile(r"^[A-Z]{1,3}(?:/[A-Z]{1,3}){1,3}$")
#: Notices hold no more words than this; longer lines are text.
MOST_WORDS, MOST_TAKEN, MOST_BESIDE = 90, 30, 16


def zone_of_line(words: str, near: bool) -> Zone | None:
    """What a line is by its own words; None where they do not tell.

    ``near`` says that the line stands beside the article (around its headline, or right after its last paragraph):
    there a name with a date, a lone weekday or a photographer's name means something that it does not mean elsewhere.
    """
    count = len(words.split())
    if count > MOST_WORDS:
        return None
    if rights.is_licence(words):
        return Zone.LICENCE
    byline = near and count <= MOST_BESIDE and bool(bylines.BYLINE.match(words))
    if pictures.is_photo_credit(words) or (
        near and not byline and (pictures.is_agency_alone(words) or pictures.is_credit_tail(words))
    ):
        return Zone.CREDIT
    if rights.COPYRIGHT.match(words):
        return Zone.CREDIT if near and count <= 20 else Zone.FURNITURE
    if near and count <= MOST_BESIDE and agency_and_place(words):
        return Zone.CREDIT
    if count <= MOST_TAKEN and (_original(words) or _taken(words) or REPORTING.match(words) or FILES.search(words)):
        return Zone.CREDIT
    if not near or count > MOST_BESIDE:
        return None
    if outlet_and_date(words):
        return Zone.BYLINE if byline else Zone.CREDIT
    if bylines.is_date_line(words) or datelines.is_dateline(words):
        return Zone.DATELINE
    if byline or bylines.DESK.match(words) or bylines.is_name_and_date(words):
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


def _stacked(words: str, at: int) -> FoundCredit | None:
    """The credit of a line that is an outlet and a date."""
    found = outlet_and_date(words)
    start = words.find(found[0]) if found else -1
    if not found or start < 0:
        return None
    detail = "a credit line: the outlet and the day on which it had the text"
    start += at
    name, date = found
    return FoundCredit(start, start + len(name), CreditRole.REPUBLISHED_FROM, canonical(name), date, detail)


def _original(words: str) -> re.Match[str] | None:
    """The match of a line that names the original; a day after *first published* is none."""
    match = ORIGINAL.search(words)
    dates = find_dates(words[match.start("name") :]) if match else []
    return None if not match or match["name"][0].isdigit() or (dates and dates[0].start == 0) else match


def agency_and_place(words: str) -> tuple[int, int] | None:
    """The range of an agency's name that a place follows on a line of its own: ``Press Trust of India Talmere``."""
    parts = words.split()
    for count in range(min(len(parts) - 1, 6), 0, -1):
        name, rest = " ".join(parts[:count]), parts[count:]
        outlet = find_outlet(name) if len(rest) <= 3 else None
        if outlet and outlet.kind == "agency" and all(re.match(r"[A-ZÀ-Þ][\w’'-]+,?$", word) for word in rest):
            return (0, len(name)) if words.startswith(name) and not sounds_like_outlet(words) else None
    return None


def is_name_of_source(words: str) -> bool:
    """Whether a line between headline and article is nothing but an outlet's name."""
    plain = len(words.split()) <= 5 and not re.search(r"[\d,:|]", words)
    return plain and sounds_like_outlet(words) and not pictures.is_agency_alone(words)


def _taken(words: str) -> re.Match[str] | None:
    """The match of a line that says from whom the text is taken. ``via`` and ``from`` without a colon say so only
    before the name of an outlet."""
    match = TAKEN.match(words)
    if not match or MEANS.match(match["name"]) or not match["name"][0].isupper():
        return None
    if not _source_name(match["name"]):
        return match
    before = words[: match.start("name")].strip().lower()
    return match if not before.startswith(("via", "from")) or sounds_like_outlet(match["name"].strip()) else None


def find_credits(text: str, ranges: Sequence[ZonedRange]) -> list[FoundCredit]:
    """The credits that the ranges hold, in text order."""
    found: list[FoundCredit] = []
    paragraphs = 0
    for start, end, zone in ranges:
        words = text[start : min(end, start + 1_000)]
        if zone in (Zone.CREDIT, Zone.LICENCE):
            found += _credits_of(words, start)
        elif zone is Zone.FURNITURE and len(words) <= 400:
            found += _copyright(words, start, rights.AT_EDGE)
        elif zone is Zone.BYLINE and not bylines.LABEL_ALONE.match(words):
            found += _authors(words, start)
        elif zone is Zone.DATELINE or (zone is Zone.BODY and paragraphs < 3):
            found += _agency(words, start)
        paragraphs += zone is Zone.BODY
    found = [_of_picture(credit, ranges) for credit in found]
    return sorted({*found, *_lone_names(text, ranges), *_agency_at_end(text, ranges)})


def _of_picture(credit: FoundCredit, ranges: Sequence[ZonedRange]) -> FoundCredit:
    """A source named between the paragraphs, without a day: the picture's or the chart's that stood there."""
    bodies = [r.start for r in ranges if r.zone is Zone.BODY]
    inside = len(bodies) > BODIES_BEFORE and bodies[BODIES_BEFORE - 1] < credit.start < bodies[-1]
    if credit.role is not CreditRole.REPUBLISHED_FROM or credit.date or not inside:
        return credit
    return credit._replace(role=CreditRole.PHOTO, detail="a source named between paragraphs, as pictures' are")


def _lone_names(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An outlet's name alone on a line above the first paragraph, no picture beside it: whose text it is. The day on
    the line below is that of an outlet, while an agency's is the page's own."""
    first = next((n for n, r in enumerate(ranges) if r.zone is Zone.BODY and r.end - r.start > DECK), 0)
    for number, (start, end, zone) in enumerate(ranges[:first]):
        if zone is not Zone.CREDIT or end - start > 60:
            continue
        words = text[start:end]
        outlet = find_outlet(words)
        beside = {ranges[n].zone for n in (number - 1, number + 1) if 0 <= n < first}
        if place := agency_and_place(words):
            name = words[slice(*place)]
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "agency and place")
        elif outlet and outlet.kind == "agency" and Zone.CAPTION not in beside:
            yield FoundCredit(start, end, CreditRole.AGENCY, outlet.name, None, "the agency's name under the headline")
        elif is_name_of_source(words):
            below = ranges[number + 1]
            dates = find_dates(text[below.start : below.end]) if below.zone is Zone.DATELINE else []
            date = dates[0].day.isoformat() if dates else None
            detail = "the outlet's name on a line under the headline"
            yield FoundCredit(start, end, CreditRole.REPUBLISHED_FROM, canonical(words), date, detail)


def _agency_at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An agency in brackets after the last paragraph's last sentence: ``… he said. (AFP)``."""
    last = next((r for r in reversed(ranges) if r.zone is Zone.BODY), None)
    if last is None:
        return
    near = max(last.start, last.end - 60)
    match = IN_BRACKETS_AT_END.search(text[near : last.end])
    if match and (outlet := find_outlet(match["name"])) and outlet.kind == "agency":
        start = near + match.start("name")
        yield FoundCredit(
            start, near + match.end("name"), CreditRole.AGENCY, outlet.name, None, "its name ends the text"
        )


def _credits_of(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line in the credit or licence zone."""
    if match := _original(words):
        yield _named(match, at, CreditRole.ORIGINAL, "the line calls it the original")
    elif is_about_picture(words):
        yield from pictures.find_photo_credit(words, at)
    elif rights.COPYRIGHT.match(words):
        yield from _copyright(words, at, rights.BESIDE)
    elif stacked := _stacked(words, at):
        yield stacked
    elif (match := _taken(words)) and _source_name(match["name"]):
        yield _named(match, at, CreditRole.REPUBLISHED_FROM, "the line says that the text is from there")
    elif FILES.search(words) and (match := FILES_NAME.search(words)):
        group = "after" if match["after"] else "before"
        name = match[group].strip(" ,-–—")
        start = at + match.start(group) + match[group].find(name)
        role = CreditRole.AGENCY if sounds_like_outlet(name) else CreditRole.AUTHOR  # copy of an outlet, or a colleague
        yield FoundCredit(start, start + len(name), role, canonical(name), None, "contributed to the text")


def is_about_picture(words: str) -> bool:
    """Whether a line of credit is a photographer's or a picture agency's."""
    if pictures.is_photo_credit(words) or SIGNED.match(words):
        return not SIGNED.match(words)
    return (pictures.is_agency_alone(words) or pictures.is_credit_tail(words)) and not _names_text(words)


def _names_text(words: str) -> bool:
    """Whether a line that ends with an agency's name may be about the text rather than a picture."""
    return bool(find_outlet(words) or _taken(words) or outlet_and_date(words))


def _source_name(words: str) -> str:
    """The first source's name, without ``and news agencies``; "" where nothing else is left."""
    name = AGENCIES.sub("", words).strip(" ,-–—")
    first = name.split(", ")[0]
    return first if sounds_like_outlet(first) else name


def _named(match: re.Match[str], at: int, role: CreditRole, detail: str) -> FoundCredit:
    name = _source_name(match["name"]) or match["name"].strip()
    dates = find_dates(match.string)
    date = dates[0].day.isoformat() if len(dates) == 1 else None
    start = at + match.start("name")
    if name.startswith("the "):
        name, start = name[4:], start + 4
    return FoundCredit(start, start + len(name), role, canonical(name), date, detail)


def _copyright(words: str, at: int, detail: str) -> Iterator[FoundCredit]:
    owner = rights.copyright_owner(words)
    if owner:
        start, end = owner
        yield FoundCredit(at + start, at + end, CreditRole.COPYRIGHT, canonical(words[start:end]), None, detail)


def _authors(words: str, at: int) -> Iterator[FoundCredit]:
    """Who a byline names: outlets after a person's name are whom the text is from."""
    stacked = _stacked(words, at) or _via(words, at)
    if stacked:
        yield stacked
    for number, name in enumerate(bylines.byline_names(words)):
        start = at + words.find(name)
        if stacked and (same_outlet(stacked.name, name) or start >= stacked.start):
            continue
        if bylines.DESK.match(name) or name.lower() == "and agencies":
            continue
        if find_outlet(name) or (number and sounds_like_outlet(name)):
            detail = "the byline names an agency or outlet"
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, detail)
        else:
            yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, bylines.as_name(name), None, "the byline")


def _via(words: str, at: int) -> FoundCredit | None:
    """The outlet in ``By Ada Bell via Harbour Gazette``, ``By Ada Bell of Harbour Gazette``."""
    match = bylines.VIA.search(words)
    if not match or not sounds_like_outlet(match["name"]):
        return None
    name, start = match["name"], at + match.start("name")
    detail = "the byline says from where the text was taken"
    return FoundCredit(start, start + len(name), CreditRole.REPUBLISHED_FROM, canonical(name), None, detail)


def _agency(words: str, at: int) -> Iterator[FoundCredit]:
    found = datelines.dateline_of(words)
    if found and found.agency and found.agency_at:
        start, end = found.agency_at
        yield FoundCredit(at + start, at + end, CreditRole.AGENCY, found.agency, None, "the dateline")


def read_provenance(publisher: str | None, found: Sequence[FoundCredit]) -> tuple[str, ...]:
    """The publisher where it is known, then whom it took the text from, and so on, as far as the credits tell.

    Stacked credit lines go from the nearest to the farthest; the one called the original is farther than these; the
    agency of a dateline travels with the text, so it is the farthest. A copyright notice beside the article counts
    only where no other credit names a source.
    """
    chain = [canonical(publisher)] if publisher else []
    originals = [c.name for c in found if c.role is CreditRole.ORIGINAL]
    nearer = [c.name for c in found if c.role is CreditRole.REPUBLISHED_FROM and c.name not in originals]
    agencies = [c.name for c in found if c.role is CreditRole.AGENCY]
    owners = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == rights.BESIDE]
    for name in [*nearer, *originals, *agencies, *(owners[:1] if not (nearer or originals or agencies) else [])]:
        if not any(same_outlet(name, held) for held in chain):
            chain.append(name)
    return tuple(chain)
