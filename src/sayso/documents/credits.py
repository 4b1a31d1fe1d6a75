"""Whom a page's text is from: credit lines stacked under a byline, notices of the original, datelines' agencies.

:func:`find_credits` reads the names off the zoned ranges; :mod:`sayso.documents.provenance` puts them in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents import bylines, datelines, pictures, rights
from sayso.documents.contributors import contributors_in
from sayso.documents.datewords import find_dates
from sayso.documents.notices import (
    agency_and_place,
    is_about_picture,
    is_name_of_source,
    is_photographer_and_paper,
    outlet_and_date,
    signs_picture,
    wire_in,
)
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.documents.sites import sounds_like_outlet
from sayso.documents.sources import Source, sources_in
from sayso.outlets import canonical, find_outlet, same_outlet
from sayso.spans import trimmed
from sayso.vocab import CreditRole, Zone

#: A line is between the paragraphs where this many stand before it (a deck may be one) and one after.
BODIES_BEFORE = 2
#: A last paragraph that may be a notice is shorter than this (characters).
AT_END = 200
#: An agency's name alone stands this few lines under the text.
CREDITS_BELOW = 3
#: What a source's role is told by.
SAID = {
    CreditRole.ORIGINAL: "the line calls it the original",
    CreditRole.REPUBLISHED_FROM: "the line says that the text is from there",
    CreditRole.AGENCY: "the line says that the text is from there, through another",
}
OF_PICTURES_SHOWN = "whose pictures are shown"
#: "TIDEWATER via HNA —" before the first sentence: an outlet's text, through another.
_CAPITALS = r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}"
THROUGH = re.compile(rf"^(?P<first>{_CAPITALS}) via (?P<nearer>{_CAPITALS})\s+[–—-]{{1,2}}\s")
#: A paragraph above the credits is a deck up to this length (characters).
DECK = 160
#: "KEMBRA (Reuters/AFP)".
SECOND_AGENCY = re.compile(r"\s?/\s?(?P<name>[A-Z][\w -]{1,30})(?=[)\]])")
PICTURES_BY = re.compile(
    r"[|,;/]\s*(?:photos?|photograph(?:s|y|er)?|pictures?|images?|fotos?|bilder)\s?(?:by|:|von|de)\s*(?P<name>[^|,;/]{3,50})",
    re.IGNORECASE,
)
BETWEEN_AGENCIES = re.compile(r"[/|,]|\sand\s")
AGENCY_AT_END = re.compile(
    r"[.!?”\"]\s*(?:[(\[](?P<name>[^()\[\]]{2,40})[)\]]|\s[–—-]{1,2}\s?(?P<dashed>[A-Z][\w -]{1,30}))$"
)


def find_credits(text: str, ranges: Sequence[ZonedRange]) -> list[FoundCredit]:
    """The credits that the ranges hold, in text order."""
    found: list[FoundCredit] = []
    paragraphs = 0
    for number, (start, end, zone) in enumerate(ranges):
        words = text[start : min(end, start + 1_000)]
        if zone is Zone.CREDIT and number and _is_glued(text, ranges[number - 1], start):
            found += pictures.find_photo_credit(words, start)
        elif zone in (Zone.CREDIT, Zone.LICENCE):
            found += _credits_of(words, start)
        elif zone is Zone.FURNITURE and len(words) <= 400:
            found += _copyright(words, start, rights.AT_EDGE)
        elif zone is Zone.BYLINE and not bylines.LABEL_ALONE.match(words):
            found += _authors(words, start)
        elif zone is Zone.DATELINE or (zone is Zone.BODY and paragraphs < 3):
            found += _agency(words, start)
        paragraphs += zone is Zone.BODY
    bodies = [r.start for r in ranges if r.zone is Zone.BODY]
    captions = {r.end for r in ranges if r.zone is Zone.CAPTION}
    found = [_of_text(text, _of_picture(credit, bodies), bodies, captions) for credit in found]
    found += [*_lone_names(text, ranges), *_at_end(text, ranges), *_agency_at_end(text, ranges)]
    return sorted({credit[:4]: credit for credit in reversed(found)}.values())


def _is_glued(text: str, before: ZonedRange, start: int) -> bool:
    """Whether a credit stands on the line of a picture's caption, which is before it."""
    return before.zone is Zone.CAPTION and "\n" not in text[before.end : start]


def _of_picture(credit: FoundCredit, bodies: Sequence[int]) -> FoundCredit:
    """A source named between the paragraphs, which begin at ``bodies``, without a day: the picture's or the chart's
    that stood there."""
    inside = len(bodies) > BODIES_BEFORE and bodies[BODIES_BEFORE - 1] < credit.start < bodies[-1]
    if credit.role is not CreditRole.REPUBLISHED_FROM or credit.date or not inside:
        return credit
    return credit._replace(role=CreditRole.PHOTO, detail="a source named between paragraphs, as pictures' are")


def _of_text(text: str, credit: FoundCredit, bodies: Sequence[int], captions: set[int]) -> FoundCredit:
    """An agency's name after © below the article, beside no caption: the text is the agency's, not a picture."""
    before = text[max(0, credit.start - 4) : credit.start].rstrip()
    below = bool(bodies) and credit.start > bodies[-1]
    if credit.role is not CreditRole.PHOTO or not below or not before.endswith("©"):
        return credit
    outlet = find_outlet(credit.name)
    near = credit.start - len(before) - 2
    if not outlet or outlet.kind != "agency" or any(near - 3 <= end <= credit.start for end in captions):
        return credit
    return credit._replace(role=CreditRole.COPYRIGHT, name=outlet.name, detail=rights.BESIDE)


def _lone_names(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An outlet's name alone on a line above the first paragraph, no picture beside it: whose text it is. The day on
    the line below is that of an outlet, while an agency's is the page's own."""
    bodies = [n for n, r in enumerate(ranges) if r.zone is Zone.BODY][:BODIES_BEFORE]
    first = next((n for n in bodies if ranges[n].end - ranges[n].start > DECK), bodies[-1] if bodies else 0)
    for number, (start, end, zone) in enumerate(ranges[:first]):
        words = text[start : min(end, start + 60)]
        if zone is not Zone.CREDIT or end - start > 60 or wire_in(words) or sources_in(words):
            continue
        if is_photographer_and_paper(words) or not words.strip():
            continue
        beside = {ranges[n].zone for n in (number - 1, number + 1) if 0 <= n < first}
        if pictures.OF_PICTURES.match(words):
            yield FoundCredit(start, end, CreditRole.PHOTO, canonical(words), None, OF_PICTURES_SHOWN)
        elif place := agency_and_place(words):
            name = words[slice(*place)]
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "agency and place")
        elif (agencies := _agencies(words, start)) and Zone.CAPTION not in beside:
            for name, begin, finish in agencies:
                detail = "the agency's name under the headline"
                yield FoundCredit(begin, finish, CreditRole.AGENCY, name, None, detail)
        elif Zone.CAPTION in beside and (is_name_of_source(words) or signs_picture(words, under=True)):
            name = words.strip("()[] ")
            start += words.find(name)
            yield FoundCredit(start, start + len(name), CreditRole.PHOTO, canonical(name), None, OF_PICTURES_SHOWN)
        elif is_name_of_source(words):
            below = ranges[number + 1]
            dates = find_dates(text[below.start : below.end]) if below.zone is Zone.DATELINE else []
            date = dates[0].day.isoformat() if dates else None
            detail = "the outlet's name on a line under the headline"
            name = bylines.IN_BRACKETS.sub("", words)  # "Harbour Gazette (TNS)"
            end = start + len(name)
            yield FoundCredit(start, end, CreditRole.REPUBLISHED_FROM, canonical(name), date, detail)


def _at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """The original that a last paragraph of a text without furniture names: ``This story first appeared in X.``"""
    for start, end, _ in [r for r in ranges if r.zone is Zone.BODY][-1:]:
        if end - start < AT_END:
            named = (source for source in sources_in(text[start:end]) if source.role is CreditRole.ORIGINAL)
            yield from _taken([s for s in named if sounds_like_outlet(s.name)], text[start:end], start)


def _agency_at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An agency in brackets after the last paragraph's last sentence (``… he said. (AFP)``), or alone below it."""
    last = next((r for r in reversed(ranges) if r.zone is Zone.BODY), None)
    if last is None:
        return
    below = [r for r in ranges if r.start > last.start][:CREDITS_BELOW]
    for start, end, zone in below:
        if zone is Zone.CREDIT and end - start <= 60:
            for name, begin, finish in _agencies(text[start:end], start):
                yield FoundCredit(begin, finish, CreditRole.AGENCY, name, None, "its name alone under the text")
    near = max(last.start, last.end - 60)
    match = AGENCY_AT_END.search(text[near : last.end])
    if not match:
        return
    which = "name" if match["name"] else "dashed"
    for name, start, end in _agencies(match[which], near + match.start(which)):
        yield FoundCredit(start, end, CreditRole.AGENCY, name, None, "its name ends the text")


def _agencies(words: str, at: int) -> list[tuple[str, int, int]]:
    """The agencies of words that are nothing but their names, bars between them: ``AFP``, ``AFP/Reuters``; each with
    where it stands. None where one of them is no agency's."""
    found = []
    cuts = [match.span() for match in BETWEEN_AGENCIES.finditer(words)]
    for start, end in zip([0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(words)], strict=True):
        outlet = find_outlet(words[start:end])
        if not outlet or outlet.kind != "agency" or pictures.OF_PICTURES.match(words[start:end].strip()):
            return []
        start, end = trimmed(words, start, end)
        found.append((outlet.name, at + start, at + end))
    return found


def _credits_of(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line in the credit or licence zone."""
    sources = sources_in(words)
    if any(source.role is CreditRole.ORIGINAL for source in sources):
        yield from _taken(sources, words, at)
    elif rights.DATED.match(words) and any(
        sounds_like_outlet(words[slice(*o)]) for o in rights.copyright_owners(words)
    ):
        yield from _copyright(words, at, rights.BESIDE)
    elif is_about_picture(words):
        yield from pictures.find_photo_credit(words, at)
    elif rights.COPYRIGHT.match(words):
        yield from _copyright(words, at, rights.BESIDE)
    elif stacked := _stacked(words, at):
        yield stacked
        name = words[: stacked.start - at].strip(" |•·,")
        if bylines.PERSON.match(name):  # "Ada Bell | Reuters | 3 March 2016"
            start = at + words.find(name)
            yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, bylines.as_name(name), None, "the byline")
    elif sources:
        yield from _taken(sources, words, at)
    elif match := wire_in(words):
        name = canonical(match["name"].replace("-", " "))
        yield FoundCredit(at + match.start("name"), at + match.end("name"), CreditRole.AGENCY, name, None, "its wire")
    yield from _contributors(words, at)


def _taken(sources: Sequence[Source], words: str, at: int) -> Iterator[FoundCredit]:
    """The sources that a line names, with its day where it has one and names one."""
    dates = find_dates(words)
    plain = len(dates) == 1 and len(sources) == 1 and "(" not in words[1 : dates[0].start]  # "(as of 5 May 2019)"
    date = dates[0].day.isoformat() if plain else None
    for start, end, name, role in sources:
        yield FoundCredit(at + start, at + end, role, canonical(name), date, SAID[role])


def _contributors(words: str, at: int) -> Iterator[FoundCredit]:
    """Each of those who helped with the text: an outlet, or a colleague."""
    for start, end, name, role in contributors_in(words):
        detail = "contributed to the text, or wrote it"
        yield FoundCredit(at + start, at + end, role, canonical(name), None, detail)


def _copyright(words: str, at: int, detail: str) -> Iterator[FoundCredit]:
    """Who claims copyright. A company that is no known outlet is who publishes the page, wherever its notice stands."""
    for start, end in rights.copyright_owners(words):
        name = canonical(words[start:end])
        company = rights.COMPANY.match(words, end) is not None and find_outlet(name) is None
        where = rights.AT_EDGE if company else detail
        yield FoundCredit(at + start, at + end, CreditRole.COPYRIGHT, name, None, where)


def _authors(words: str, at: int) -> Iterator[FoundCredit]:
    """Who a byline names: outlets after a person's name are whom the text is from."""
    stacked = _stacked(words, at) or _via(words, at)
    yield from _photographer(words, at)
    if stacked:
        yield stacked
    for number, name in enumerate(bylines.byline_names(words)):
        start = at + words.find(name)
        if stacked and (same_outlet(stacked.name, name) or start >= stacked.start):
            continue
        if bylines.DESK.match(name) or bylines.PLACES.match(name) or name.lower() == "and agencies":
            continue
        behind = number or (start > at and not bylines.byline_of(words))  # "Staff Writer, Harbour Gazette"
        if find_outlet(name) or (behind and sounds_like_outlet(name)):
            detail = "the byline names an agency or outlet"
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, detail)
        else:
            yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, bylines.as_name(name), None, "the byline")


def _photographer(words: str, at: int) -> Iterator[FoundCredit]:
    """Who took the pictures, where the byline says so: ``Words: Ada Bell | Pictures: Lena Ost``."""
    match = PICTURES_BY.search(words)
    if match and bylines.PERSON.match(match["name"].strip()):
        start, end = trimmed(words, *match.span("name"))
        yield FoundCredit(at + start, at + end, CreditRole.PHOTO, words[start:end], None, "the byline")


def _via(words: str, at: int) -> FoundCredit | None:
    """The outlet in ``By Ada Bell via Harbour Gazette``, ``By Ada Bell of Harbour Gazette``."""
    match = bylines.VIA.search(words)
    if not match or not sounds_like_outlet(match["name"]):
        return None
    name, start = match["name"], at + match.start("name")
    if name.startswith("the "):
        name, start = name[4:], start + 4
    detail = "the byline says from where the text was taken"
    return FoundCredit(start, start + len(name), CreditRole.REPUBLISHED_FROM, canonical(name), None, detail)


def _agency(words: str, at: int) -> Iterator[FoundCredit]:
    """Whom a text is from by what stands before its first sentence: an agency, an outlet through another."""
    through = THROUGH.match(words)
    if through and sounds_like_outlet(through["nearer"]):
        for group, role in (("nearer", CreditRole.REPUBLISHED_FROM), ("first", CreditRole.ORIGINAL)):
            name = canonical(bylines.as_title(through[group]))
            yield FoundCredit(at + through.start(group), at + through.end(group), role, name, None, SAID[role])
    found = datelines.dateline_of(words)
    if found and found.agency and found.agency_at:
        start, end = found.agency_at
        yield FoundCredit(at + start, at + end, CreditRole.AGENCY, found.agency, None, "the dateline")
        second = SECOND_AGENCY.match(words, end)
        if second and (outlet := find_outlet(second["name"])):
            yield FoundCredit(
                at + second.start("name"), at + second.end("name"), CreditRole.AGENCY, outlet.name, None, "the dateline"
            )


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
