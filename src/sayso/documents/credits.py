"""Whom a page's text is from: credit lines stacked under a byline, notices of the original, datelines' agencies.

:func:`find_credits` reads the names off the zoned ranges; :func:`read_provenance` puts them in order, each name having
taken the text from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents import bylines, datelines, pictures, rights
from sayso.documents.datewords import find_dates
from sayso.documents.notices import (
    FILES,
    OF_THIS,
    REPORTING,
    agency_and_place,
    is_about_picture,
    is_name_of_source,
    original_in,
    outlet_and_date,
    source_name,
    taken_in,
    wire_in,
)
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.documents.sites import sounds_like_outlet
from sayso.outlets import canonical, find_outlet, same_outlet
from sayso.spans import trimmed
from sayso.vocab import CreditRole, Zone

#: A line is between the paragraphs where so many stand before it (a deck may be one) and one after.
BODIES_BEFORE = 2
#: A paragraph above the credits is a deck up to this length (characters).
DECK = 160
AGENCY_AT_END = re.compile(
    r"[.!?”\"]\s*(?:[(\[](?P<name>[^()\[\]]{2,40})[)\]]|\s[–—-]{1,2}\s?(?P<dashed>[A-Z][\w -]{1,30}))$"
)
FILES_NAME = re.compile(
    r"(?:(?:from|by)\s*:?\s+(?P<names>[^.;:!?()\[\]|]{2,120})"
    r"|^\W*(?P<before>[^.;:!?()\[\]|]{2,120}?)\s+contributed)",
    re.I,
)
#: "Reporting by X and Y; Writing by Z": not those who edited it.
REPORTED = re.compile(
    r"\b(?:reporting|reported|writing|written|compiled) by\s*:?\s+(?P<names>[^.;:!?()\[\]|]{2,120})", re.I
)
BETWEEN_NAMES = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")
PLACE_AFTER = re.compile(r"\s+(?:in|at|from)\s+[A-ZÀ-Þ].*$")
OUTLET_BEFORE = re.compile(
    r"^(?:The )?(?P<outlet>[A-Z][\w ]{1,30}?)(?:['’]s?| (?:staff )?(?:writers?|reporters?))\s+(?P<name>.+)$"
)


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
    bodies = [r.start for r in ranges if r.zone is Zone.BODY]
    captions = {r.end for r in ranges if r.zone is Zone.CAPTION}
    found = [_of_text(text, _of_picture(credit, bodies), bodies, captions) for credit in found]
    return sorted({*found, *_lone_names(text, ranges), *_at_end(text, ranges), *_agency_at_end(text, ranges)})


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
        if zone is not Zone.CREDIT or end - start > 60 or wire_in(words):
            continue
        beside = {ranges[n].zone for n in (number - 1, number + 1) if 0 <= n < first}
        if place := agency_and_place(words):
            name = words[slice(*place)]
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "agency and place")
        elif (agencies := _agencies(words, start)) and Zone.CAPTION not in beside:
            for name, begin, finish in agencies:
                detail = "the agency's name under the headline"
                yield FoundCredit(begin, finish, CreditRole.AGENCY, name, None, detail)
        elif Zone.CAPTION in beside and is_name_of_source(words):
            yield FoundCredit(start, end, CreditRole.PHOTO, canonical(words), None, "a name beside a picture's caption")
        elif is_name_of_source(words):
            below = ranges[number + 1]
            dates = find_dates(text[below.start : below.end]) if below.zone is Zone.DATELINE else []
            date = dates[0].day.isoformat() if dates else None
            detail = "the outlet's name on a line under the headline"
            yield FoundCredit(start, end, CreditRole.REPUBLISHED_FROM, canonical(words), date, detail)


def _at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """The original that a last paragraph of a text without furniture names: ``This story first appeared in X.``"""
    for start, end, _ in [r for r in ranges if r.zone is Zone.BODY][-1:]:
        words = text[start : min(end, start + 200)]
        match = original_in(words) if end - start < len(words) + 1 and OF_THIS.match(words) else None
        if match and sounds_like_outlet(source_name(match["name"])):
            yield _named(match, start, CreditRole.ORIGINAL, "the last line calls it the original")


def _agency_at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An agency in brackets after the last paragraph's last sentence: ``… he said. (AFP)``."""
    last = next((r for r in reversed(ranges) if r.zone is Zone.BODY), None)
    if last is None:
        return
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
    for part in re.finditer(r"[^/|]+", words):
        outlet = find_outlet(part[0])
        if not outlet or outlet.kind != "agency":
            return []
        start, end = trimmed(words, *part.span())
        found.append((outlet.name, at + start, at + end))
    return found


def _credits_of(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line in the credit or licence zone."""
    if match := original_in(words):
        yield _named(match, at, CreditRole.ORIGINAL, "the line calls it the original")
    elif (
        rights.DATED.match(words)
        and (owner := rights.copyright_owner(words))
        and sounds_like_outlet(words[slice(*owner)])
    ):
        yield from _copyright(words, at, rights.BESIDE)
    elif is_about_picture(words):
        yield from pictures.find_photo_credit(words, at)
    elif rights.COPYRIGHT.match(words):
        yield from _copyright(words, at, rights.BESIDE)
    elif stacked := _stacked(words, at):
        yield stacked
    elif (match := taken_in(words)) and source_name(match["name"]):
        yield _named(match, at, CreditRole.REPUBLISHED_FROM, "the line says that the text is from there")
    elif match := wire_in(words):
        name = canonical(match["name"].replace("-", " "))
        yield FoundCredit(at + match.start("name"), at + match.end("name"), CreditRole.AGENCY, name, None, "its wire")
    elif FILES.search(words) and (match := FILES_NAME.search(words)):
        yield from _contributors(match, "names" if match["names"] else "before", at, "contributed to the text")
    elif REPORTING.match(words):
        for reported in REPORTED.finditer(words):
            yield from _contributors(reported, "names", at, "reported or wrote the text")


def _contributors(match: re.Match[str], group: str, at: int, detail: str) -> Iterator[FoundCredit]:
    """Each of the names of a group of the match: copy of an outlet, or a colleague."""
    names = match[group]
    if names.lower().endswith("agencies"):
        names = source_name(names)
    cuts = [] if find_outlet(names.strip()) else list(BETWEEN_NAMES.finditer(names))
    begins, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(names)]
    for begin, end in zip(begins, ends, strict=True):
        part = PLACE_AFTER.sub("", names[begin:end]).strip(" ,-–—")
        name = _without_outlet(part)
        if not name or not name[0].isalnum() or bylines.DESK.match(name):
            continue
        start = at + match.start(group) + begin + names[begin:end].find(name)
        role = CreditRole.AGENCY if sounds_like_outlet(name) else CreditRole.AUTHOR
        yield FoundCredit(start, start + len(name), role, canonical(name), None, detail)


def _named(match: re.Match[str], at: int, role: CreditRole, detail: str) -> FoundCredit:
    name = source_name(match["name"]) or match["name"].strip()
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
        if bylines.DESK.match(name) or bylines.PLACES.match(name) or name.lower() == "and agencies":
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


def read_provenance(
    publisher: str | None, found: Sequence[FoundCredit], original: str | None = None, agency: str | None = None
) -> tuple[str, ...]:
    """The publisher where it is known, then whom it took the text from, and so on, as far as the credits tell.

    Stacked credit lines go from the nearest to the farthest; the one called the original is farther than these; the
    agency of a dateline travels with the text, so it is the farthest. A copyright notice beside the article counts
    only where no other credit names a source. ``original`` is the outlet whose address the markup calls canonical,
    ``agency`` the one that it calls the author.
    """
    chain = [canonical(publisher)] if publisher else []
    originals = [c.name for c in found if c.role is CreditRole.ORIGINAL]
    originals += [original] if original else []
    nearer = [c.name for c in found if c.role is CreditRole.REPUBLISHED_FROM and c.name not in originals]
    agencies = [c.name for c in found if c.role is CreditRole.AGENCY]
    agencies += [agency] if agency else []
    owners = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == rights.BESIDE]
    for name in [*nearer, *originals, *agencies, *(owners[:1] if not (nearer or originals or agencies) else [])]:
        if not any(same_outlet(name, held) for held in chain):
            chain.append(name)
    return tuple(chain)


def _without_outlet(name: str) -> str:
    """*Egor Stanek* of ``CNN's Egor Stanek``, of ``AFP writer Egor Stanek``."""
    match = OUTLET_BEFORE.match(name)
    return match["name"] if match and find_outlet(match["outlet"]) else name


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
