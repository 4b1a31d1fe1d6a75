"""What the words of one stretch of a page say of whom its text is from, by its zone: credit lines, bylines, what stands
before a first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits import bylines, datelines, pictures, rights
from sayso.documents.credits.bylinenames import byline_names
from sayso.documents.credits.contributors import contributors_in, is_guests, writer_in
from sayso.documents.credits.given import is_given
from sayso.documents.credits.hops import hops_in
from sayso.documents.credits.letters import CAPITALS, CASELESS, as_title
from sayso.documents.credits.lineparts import is_of_office, parts_of_line
from sayso.documents.credits.lonenames import signs_off
from sayso.documents.credits.notices import (
    is_about_picture,
    outlet_and_date,
    wire_in,
)
from sayso.documents.credits.parts import Kind, Part
from sayso.documents.credits.photographers import find_photo_credit
from sayso.documents.credits.provenance import PASSED_ON, TOLD_ON
from sayso.documents.credits.settled import BY_DATELINE, CALLED_ORIGINAL, GUEST
from sayso.documents.credits.signed import WRITTEN_FOR, signed_credits, signed_parts, signs_by_name
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import Source
from sayso.documents.credits.sources import sources_in
from sayso.documents.dates.words import find_dates
from sayso.documents.page import FoundCredit
from sayso.outlets import canonical, find_outlet, is_agency, same_outlet
from sayso.spans import trimmed
from sayso.vocab import CreditRole

#: What a source's role is told by.
SAID = {
    CreditRole.ORIGINAL: CALLED_ORIGINAL,
    CreditRole.REPUBLISHED_FROM: "the line says that the text is from there",
    CreditRole.AGENCY: "the line says that the text is from there, through another",
    CreditRole.AUTHOR: "the line names who wrote it",
}
#: "Distributed by X": who passed the text on is the nearest hop.
DISTRIBUTED = re.compile(
    r"\b(?:distributed|syndicated)\s(?:to\s[^.;]{2,60}?\s)?(?:by|through|via)\s(?:the\s)?$"
    r"|\b(?:comes?|came)\sto\s[^.;]{2,60}?\s(?:through|via)\s(?:the\s)?$",
    re.I,
)
#: What those are called who distribute films, music and games.
GOODS = re.compile(r"\b(?:films?|pictures|studios?|records|entertainment|music|games|releasing|distribution)$", re.I)
#: A notice with a span of years is a site's own, not a text's.
YEARS = re.compile(r"\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)?\d\d|present)\b", re.I)
HELPED = "helped with the text"
#: The detail of whoever a byline names.
BYLINE = "the byline"
#: "TIDEWATER via HNA —" before the first sentence: an outlet's text, through another.
_CAPITALS = r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}"
#: "By Ada Bell. This essay first appeared in …".
SIGNED_FIRST = re.compile(r"[^.;:]{6,60}(?=\.\s)")
THROUGH = re.compile(rf"^(?P<first>{_CAPITALS}) via (?P<nearer>{_CAPITALS})\s+[–—-]{{1,2}}\s")
#: "KEMBRA (Reuters/AFP)", "KEMBRA (PRLink via Inland Feeds)".
SECOND_AGENCY = re.compile(r"\s?(?:/|(?P<via>via\b))\s?(?P<name>[A-Z][\w -]{1,30})(?=[)\]])")
WRITER_BEHIND = re.compile(
    rf"\W{{1,3}}[-–—]\s(?P<name>[{CAPITALS}][\w’'.-]+(?:\s[{CAPITALS}][\w’'.-]+){{1,2}})\s[-–—]\s"
)
#: "(记者 X、Y)" behind the dateline, which stands within so many letters.
REPORTERS = re.compile(
    rf"[(（]\s?(?:本报|本報)?(?:记者|記者)\s?(?P<names>[{CASELESS}]{{2,4}}(?:[、 ][{CASELESS}]{{2,4}})*)[)）]"
)
REPORTERS_WITHIN = 60
#: A sentence of more words signs nothing.
SIGNED_WITHIN = 6
NO_CASE = re.compile(f"[{CASELESS}]+")
PICTURES_BY = re.compile(
    r"[|,;/]\s*(?:photos?|photograph(?:s|y|er)?|pictures?|images?|fotos?|bilder)\s?(?:by|:|von|de)\s*(?P<name>[^|,;/]{3,50})",
    re.IGNORECASE,
)


def credits_of(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line in the credit or licence zone."""
    sources = sources_in(words)
    sources = hops_in(words) or sources if sources else sources
    if sources and (first := SIGNED_FIRST.match(words)) and signs_by_name(first[0]):
        yield from signed_credits(first[0], at)
    if any(source.role is CreditRole.ORIGINAL for source in sources):
        yield from copyright_of(words, at, rights.BESIDE) if rights.COPYRIGHT.match(words) else ()
        yield from taken(sources, words, at)
    elif rights.DATED.match(words) and any(
        sounds_like_outlet(words[slice(*o)]) for o in rights.copyright_owners(words)
    ):
        yield from copyright_of(words, at, rights.BESIDE)
        yield from taken(sources, words, at)
    elif is_about_picture(words) and not (signs_off(words) or _helps(words)):
        yield from find_photo_credit(words, at)
    elif rights.COPYRIGHT.match(words):
        yield from copyright_of(words, at, rights.BESIDE)
        yield from taken(sources, words, at)
    elif stacked := _stacked(words, at):
        yield stacked
        yield from _before(stacked, words, at)
    elif sources:
        yield from taken(sources, words, at)
        held = {at + source.start for source in sources}
        yield from (c for c in (signed_credits(words, at) if signs_by_name(words) else ()) if c.start not in held)
    elif match := wire_in(words):
        name = canonical(match["name"].replace("-", " "))
        yield FoundCredit(at + match.start("name"), at + match.end("name"), CreditRole.AGENCY, name, None, "its wire")
        yield from copyright_of(words, at, rights.BESIDE) if "©" in words else ()
    elif any(part.lead or not contributors_in(words) for part in signed_parts(words)):
        yield from signed_credits(words, at)
    elif not contributors_in(words):
        yield from taken(hops_in(words), words, at)
    if sources and "©" in words[sources[-1].end :] and not rights.COPYRIGHT.match(words):
        yield from copyright_of(words, at, rights.BESIDE)
    yield from helpers_of(words, at)
    if written := writer_in(words) if sources else None:
        yield FoundCredit(at + written.start, at + written.end, CreditRole.AUTHOR, written.name, None, "the notice")


def _before(stacked: FoundCredit, words: str, at: int) -> Iterator[FoundCredit]:
    """The person who stands before a source in a line of pieces: ``Ada Bell | Reuters | 3 March 2016``."""
    name = words[: stacked.start - at].strip(" |•·,")
    if bylines.PERSON.match(name) and not bylines.NO_PERSON.search(name):
        start = at + words.find(name)
        yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, bylines.as_name(name), None, BYLINE)


def _helps(words: str) -> bool:
    """Whether a line says who helped with the text, and names no picture: ``Mit Material von dpa``."""
    return bool(contributors_in(words)) and not pictures.is_photo_credit(words)


def taken(sources: Sequence[Source], words: str, at: int) -> Iterator[FoundCredit]:
    """The sources that a line names, with its day where it has one and names one."""
    dates = find_dates(words)
    named = [source for source in sources if source.role is not CreditRole.AUTHOR]
    plain = len(dates) == 1 and len(sources) == 1 and "(" not in words[1 : dates[0].start]  # "(as of 5 May 2019)"
    date = dates[0].day.isoformat() if plain else None
    trail = len({source.name for source in named}) > 2 and named[0].role is CreditRole.ORIGINAL
    far = {source.name for source in sources if source.role is CreditRole.ORIGINAL}
    later = [source.name for source in sorted(named) if source.name not in far]
    last = later[-1] if trail and later else ""  # told from the beginning: the last has it nearest
    for start, end, name, role in sources:
        if GOODS.search(name) and DISTRIBUTED.search(words[:start]):
            continue
        said = PASSED_ON if name == last else TOLD_ON if trail and name in later else SAID[role]
        if not trail and role is CreditRole.REPUBLISHED_FROM and DISTRIBUTED.search(words[:start]):
            role, said = CreditRole.AGENCY if is_agency(name) else role, PASSED_ON
        yield FoundCredit(at + start, at + end, role, canonical(name), date, said)


def helpers_of(words: str, at: int) -> Iterator[FoundCredit]:
    """Each of those who helped with the text: an outlet, or a colleague."""
    for start, end, name, role, helped in contributors_in(words):
        detail = HELPED if helped else GUEST if is_guests(words) else "reported or wrote the text"
        yield FoundCredit(at + start, at + end, role, canonical(name), None, detail)


def copyright_of(words: str, at: int, detail: str) -> Iterator[FoundCredit]:
    """Who claims copyright. A company that is no known outlet is who publishes the page, wherever its notice stands."""
    for start, end in rights.copyright_owners(words):
        name = canonical(words[start:end])
        company = rights.COMPANY.match(words, end) is not None and find_outlet(name) is None
        where = rights.AT_EDGE if company or YEARS.search(words[:start]) else detail
        yield FoundCredit(at + start, at + end, CreditRole.COPYRIGHT, name, None, where)


def authors_of(words: str, at: int) -> Iterator[FoundCredit]:
    """Who a byline names: outlets after a person's name are whom the text is from."""
    stacked = _stacked(words, at)
    if signed_parts(words):
        dated = stacked.start if stacked else -1
        yield from (stacked if stacked and credit.start == dated else credit for credit in signed_credits(words, at))
        return
    stacked = stacked or _via(words, at)
    yield from _photographer(words, at)
    if stacked:
        yield stacked
    if _names_nobody(parts_of_line(words)):
        return
    for number, name in enumerate(byline_names(words)):
        start = at + words.find(name)
        if stacked and (same_outlet(stacked.name, name) or start >= stacked.start):
            continue
        if bylines.DESK.match(name) or bylines.PLACES.match(name) or name.lower() == "and agencies":
            continue
        if is_of_office(words, name):
            continue  # "General Assignment Reporter, Harbour Gazette"
        if " " not in name and name.istitle() and not (bylines.byline_of(words) or is_given(name)):
            continue  # "Biography", "Hardware": a section
        if " " not in name and words.endswith(".") and len(words.split()) > SIGNED_WITHIN:
            continue  # "By Easter, the council hopes, all will be over."
        if " " not in name and words[start - at + len(name) :].lstrip().startswith(":"):
            continue  # "Joined: 12 Mar 2004"
        behind = number or (start > at and not bylines.byline_of(words))  # "Staff Writer, Harbour Gazette"
        if find_outlet(name) or (behind and sounds_like_outlet(name)):
            role = CreditRole.ORIGINAL if behind and not find_outlet(name) else CreditRole.AGENCY
            detail = WRITTEN_FOR if role is CreditRole.ORIGINAL else "the byline names an agency or outlet"
            yield FoundCredit(start, start + len(name), role, canonical(name), None, detail)
        else:
            yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, bylines.as_name(name), None, BYLINE)


def _names_nobody(parts: Sequence[Part]) -> bool:
    """Whether a line holds days, offices and places alone (``Lifestyle - Wednesday, 17 Aug 2022``, ``Professor of
    Zoology, University of Carrow``), or begins with where those work who sign."""
    kinds = {part.kind for part in parts}
    works = bool(parts) and parts[0].kind is Kind.HOUSE and not any(part.lead for part in parts)
    around = {Kind.DAY, Kind.LABEL, Kind.PLACE, Kind.OFFICE, *([Kind.HOUSE] if Kind.OFFICE in kinds else [])}
    return works or (bool(parts) and kinds <= around)


def _photographer(words: str, at: int) -> Iterator[FoundCredit]:
    """Who took the pictures, where the byline says so: ``Words: Ada Bell | Pictures: Lena Ost``."""
    match = PICTURES_BY.search(words)
    if match and bylines.PERSON.match(match["name"].strip()):
        start, end = trimmed(words, *match.span("name"))
        yield FoundCredit(at + start, at + end, CreditRole.PHOTO, words[start:end], None, BYLINE)


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


def agency_of(words: str, at: int) -> Iterator[FoundCredit]:
    """Whom a text is from by what stands before its first sentence: an agency, an outlet through another."""
    through = THROUGH.match(words)
    if through and sounds_like_outlet(through["nearer"]):
        for group, role in (("nearer", CreditRole.REPUBLISHED_FROM), ("first", CreditRole.ORIGINAL)):
            name = canonical(as_title(through[group]))
            yield FoundCredit(at + through.start(group), at + through.end(group), role, name, None, SAID[role])
    found = datelines.dateline_of(words)
    if found and found.agency and found.agency_at:
        start, end = found.agency_at
        for name in _agencies_in(found.agency):
            begin = at + max(words.find(name, start), start)
            yield FoundCredit(begin, begin + len(name), CreditRole.AGENCY, canonical(name), None, BY_DATELINE)
        writer = WRITER_BEHIND.match(words, end)
        if writer and bylines.PERSON.match(writer["name"]):  # "KEMBRA (AA) - Ada Bell - The council …"
            name = bylines.as_name(writer["name"])
            yield FoundCredit(
                at + writer.start("name"), at + writer.end("name"), CreditRole.AUTHOR, name, None, BY_DATELINE
            )
        yield from _reporters(words, at)
        second = SECOND_AGENCY.match(words, end)
        if second and (second["via"] or find_outlet(second["name"])):
            role = CreditRole.REPUBLISHED_FROM if second["via"] else CreditRole.AGENCY
            begin, end = second.span("name")
            yield FoundCredit(at + begin, at + end, role, canonical(second["name"]), None, BY_DATELINE)


def _reporters(words: str, at: int) -> Iterator[FoundCredit]:
    """Who reported, in brackets behind a dateline in Chinese."""
    found = None if words.isascii() else REPORTERS.search(words[:REPORTERS_WITHIN])
    for match in NO_CASE.finditer(words, *found.span("names")) if found else ():
        yield FoundCredit(at + match.start(), at + match.end(), CreditRole.AUTHOR, match[0], None, BY_DATELINE)


def _agencies_in(words: str) -> list[str]:
    """The agencies in the brackets of a dateline: both of those that a hyphen joins, ``Reuters-AFP``."""
    joined = words.split("-")
    return joined if len(joined) > 1 and not find_outlet(words) and all(map(is_agency, joined)) else [words]


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
