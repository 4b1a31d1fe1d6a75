"""Who publishes a page: as given, as its markup says, as it names itself, by its address, by its notices of copyright.

A name is taken only where something states it as the outlet's. The company in a notice of copyright owns many outlets:
it is the publisher only where the page names it so elsewhere, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from sayso.documents.credits.bylines import byline_of, is_person_line
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.housenames import COMPANY_FORM, HOLDING, house_name
from sayso.documents.credits.mastheads import is_marked, is_vouched
from sayso.documents.credits.ownnames import linked_name, own_name
from sayso.documents.credits.rights import AT_EDGE, BESIDE
from sayso.documents.credits.sites import (
    ANY_SEPARATOR,
    DOMAIN,
    SEPARATOR,
    find_site,
    sounds_like_outlet,
    without_section,
)
from sayso.documents.credits.votes import find_voted
from sayso.documents.credits.wayitems import kind_of
from sayso.documents.credits.waykinds import Kind
from sayso.documents.page import FoundCredit, Given, Metadata, ZonedRange
from sayso.documents.zones.lines import Line, Words, key_of, lines_of, parts_of, read_lines, words_of_kind
from sayso.documents.zones.phrases import phrase_kind
from sayso.outlets import Outlet, canonical, find_outlet, is_agency, outlet_of_address, same_outlet, surely_outlet
from sayso.vocab import CreditRole, Zone

#: So much of a page is looked at for the name behind its domain (characters).
DOMAIN_WITHIN = 20_000
#: The name that a site's motto goes with has at most this many words.
NAME_WITHIN = 4
#: A line that is nothing but the name of whoever signs has at most so many characters.
NAME_LETTERS = 40
#: A line of the furniture that has a name has at most so many words; so many lines of it are looked at.
NAMED_WITHIN, LINES_ASKED = 14, 1_500
HOLDING_LAST = re.compile(rf"(?:\s{HOLDING.pattern})+$", re.IGNORECASE)
#: The form of a company follows its name within so many characters.
FORM_WITHIN = 40
#: "Harbour Bulletin No. 212".
ISSUE_LAST = re.compile(r",?\s(?:no|nr|vol|issue|n[°º])\.?\s?\d+\W*$", re.IGNORECASE)
RIGHTS = re.compile(r"©|\(c\)|copyright|\brights\b")
#: Whose text a page may hold.
SOURCES = (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL, CreditRole.AGENCY)


def find_publisher(
    text: str,
    ranges: Sequence[ZonedRange],
    found: Sequence[FoundCredit],
    given: Given,
    metadata: Metadata | None,
    address: str,
) -> str | None:
    """The name of the outlet that publishes the page, canonical where it is known; None where nothing states it.
    ``address`` is the page's, as far as that is known."""
    if given.publisher:
        return canonical(given.publisher)
    if metadata and metadata.publisher:
        return _known(_own_part(metadata.publisher, address), address)
    lines = list(_furniture(text, ranges))
    notices = _notices(found)
    people = _people(text, ranges, found, notices)
    house = _house(text, lines, notices, people)
    site = None if given.prose else _titled_site(text, ranges, metadata)
    if site and site.islower() and find_outlet(site) and not surely_outlet(site):
        site = None  # a word in a menu that is somebody's name in large letters: "mehr"
    by_address = outlet_of_address(address)
    home = linked_name(metadata.home, read_lines(text)) if metadata else None
    site = None if site and home and DOMAIN.match(site) and not find_outlet(site) else site
    flat = metadata is None and not given.prose
    if flat and site and not find_outlet(site) and not is_vouched(site, read_lines(text)):
        site = _voted(text, ranges, found, people, site) or site
    if site and (find_outlet(site) or not (by_address or _tells_better(house, site, metadata, text))):
        return _as_written(_of_domain(canonical(site), text), text)
    if by_address:
        return by_address.name
    if home or house:
        return canonical(home) if home else _as_written(canonical(house or ""), text)
    top = (line for line in lines[:4] if surely_outlet(line.text) and not is_agency(line.text))
    first = (line.text for line in top if not (phrase_kind(line) or line.key in words_of_kind("section")))  # "METRO"
    titled = metadata.site if metadata and metadata.site and _stands_in(metadata.site, text) else None
    titled = titled if titled and not _is_of_headline(titled, text, ranges) else None
    owners = [credit for credit in notices if key_of(credit.name) not in people]
    named = _owner(text, owners, lines, metadata is None) or next(first, None) or titled
    if named or not flat:
        return _as_written(canonical(named), text) if named else None
    own = own_name(read_lines(text), people) or _voted(text, ranges, found, people)
    return _known(own, address) if own else None


def _voted(
    text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit], people: set[str], site: str = ""
) -> str | None:
    """The name that the page's furniture votes for, unless it is a form of the ``site``'s; not of whoever the text was
    taken from."""
    voted = find_voted(text, ranges, people | {key_of(credit.name) for credit in found if credit.role in SOURCES})
    shared = set(key_of(site).split()) & set(key_of(voted.name).split()) if voted else set()
    return voted.name if voted and shared <= words_of_kind("function") else None


def _people(
    text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit], notices: Sequence[FoundCredit]
) -> set[str]:
    """The keys of people's names on the page, which are no outlet's."""
    people = {key_of(credit.name) for credit in found if credit.role is CreditRole.AUTHOR}
    people |= {key_of(credit.name) for credit in notices if _is_person(credit.name)}
    people |= {
        key_of(text[r.start : r.end]) for r in ranges if r.zone is Zone.BYLINE and r.end - r.start <= NAME_LETTERS
    }
    return people


def _house(text: str, lines: Sequence[Line | Words], notices: Sequence[FoundCredit], people: set[str]) -> str | None:
    """The house that the page's furniture and notices name."""
    firms = {credit.name for credit in notices if _is_company(text, credit)}
    return house_name(lines, people, [c.name for c in notices if c.name not in firms], sorted(firms))


def _tells_better(house: str | None, site: str, metadata: Metadata | None, text: str) -> bool:
    """Whether the house's name is the outlet's rather than the one that titles have."""
    known = house is not None and surely_outlet(house) is not None and not is_agency(house)
    if known and not find_outlet(site) and not is_vouched(site, read_lines(text)):
        return True
    if not house or metadata or sounds_like_outlet(site):
        return False
    return is_marked(house, read_lines(text)) and not is_marked(site, read_lines(text))


def _known(name: str, address: str) -> str:
    """A name as the outlet's that is known by it; as it is where others are called so as well, unless the page's
    address is that outlet's: the *Observer* may be any."""
    name = ISSUE_LAST.sub("", name)
    outlet = find_outlet(name)
    return canonical(name) if surely_outlet(name) or outlet_of_address(address) == outlet else name


def _titled_site(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    """The site that the page names with the title of its markup above it; or else without, where what the title and
    the page have both is of the headline: ``Old bridge closed | Politics``, ``The bridge: An obituary``."""
    if metadata and metadata.page_title:
        site = _site_name(read_lines(f"{metadata.page_title}\n{text}"))
        if not site or not _is_of_headline(site, text, ranges):
            return site
    return _site_name(read_lines(text))


def _is_of_headline(site: str, text: str, ranges: Sequence[ZonedRange]) -> bool:
    """Whether a name that nobody is known by is the headline, or the words before or behind a mark in it."""
    heads = [text[start:end] for start, end, zone in ranges if zone is Zone.HEADLINE]
    parts = {key_of(part) for head in heads for part in (head, *ANY_SEPARATOR.split(head))}
    return key_of(site) in parts and not find_outlet(site)


def _stands_in(site: str, text: str) -> bool:
    """Whether what stands behind the page's title is a name that sounds like an outlet's, or that the page has, too."""
    return sounds_like_outlet(site) or (site[:1].isupper() and re.search(rf"\b{re.escape(site)}\b", text) is not None)


def _own_part(name: str, address: str) -> str:
    """A site's name without the motto, the sections or the town that its markup adds, or the form of its company."""
    name = re.sub(r",?\s(?:LLC|Inc|Ltd)\.?$", "", name)
    parts = [part.strip() for part in SEPARATOR.split(name) if part.strip()]
    if len(parts) < 2:
        return name
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        host = ""
    fits = (part for part in parts if find_outlet(part) or "".join(c for c in part.lower() if c.isalnum()) in host)
    brief = (part for part in (parts[0], parts[-1]) if len(part.split()) <= NAME_WITHIN)
    return next(fits, None) or next(brief, name)


def _furniture(text: str, ranges: Sequence[ZonedRange]) -> Iterator[Line | Words]:
    """The lines around the article, from the top."""
    left = LINES_ASKED
    for start, end, zone in ranges:
        if zone is not Zone.FURNITURE or left <= 0:
            continue
        for line in parts_of(text[start:end]):
            left -= 1
            yield line


def _notices(found: Sequence[FoundCredit]) -> list[FoundCredit]:
    """The notices of copyright that may be the publisher's: one beside the article may be of whom the text was taken
    from."""
    taken = any(credit.role in SOURCES for credit in found)
    details = (AT_EDGE,) if taken else (AT_EDGE, BESIDE)
    return [credit for credit in found if credit.role is CreditRole.COPYRIGHT and credit.detail in details]


def _owner(text: str, notices: Sequence[FoundCredit], lines: Sequence[Line | Words], flat: bool) -> str | None:
    """The outlet that the notices of copyright name: no company, unless the page has its name elsewhere, too; nor, on
    ``flat`` text, any name that does not sound like an outlet's and stands nowhere else. An agency's notice beside the
    article, or among those of others, is of its texts and pictures."""
    names = []
    claimants = {credit.name for credit in notices}
    for credit in notices:
        if _is_person(credit.name):
            continue  # who made the pictures, or the site
        if is_agency(credit.name) and (credit.detail == BESIDE or len(claimants) > 1):
            continue
        if not _is_company(text, credit) or _is_said(credit.name, lines):
            names.append(credit.name)
        elif known := _known_in(credit.name):
            return known
    sounding = next((name for name in names if sounds_like_outlet(name) and not _is_letters(name, text)), None)
    if sounding or len(set(names)) != 1:
        return sounding
    return names[0] if not flat or _is_repeated(names[0], text) else None


def _is_letters(name: str, text: str) -> bool:
    """Whether a name is letters that nobody is known by and that the page has in notices of rights alone."""
    return " " not in name and name.isupper() and not find_outlet(name) and not _is_repeated(name, text)


def _is_repeated(name: str, text: str) -> bool:
    """Whether a page has a name in two lines at least, of which not all claim rights, or as an address: one notice may
    as well name whom its pictures or its software are from."""
    key = key_of(name).removeprefix("the ")
    joined = "".join(filter(str.isalnum, key))
    held = [line for line in read_lines(text) if key in line.key or f"{joined}." in line.key]
    return len(held) > 1 and not all(RIGHTS.search(line.key) for line in held)


def _is_person(name: str) -> bool:
    """Whether whoever claims rights is called as people are."""
    return begins_with_given(name) and is_person_line(name) and not sounds_like_outlet(name)


def _known_in(name: str) -> str | None:
    """The known outlet that a company is called after (``The Harbour Gazette Company``), or that shares a notice with
    it (``Harbour Gazette / Harbour Printing``)."""
    parts = [part.strip() for part in name.split("/")]
    parts += [HOLDING_LAST.sub("", part) for part in parts]
    known = next((outlet.name for part in parts if (outlet := surely_outlet(part))), None)
    sounding = (part for part in parts if "/" in name and sounds_like_outlet(part) and not HOLDING.search(part))
    return known or next(sounding, None)


def _is_company(text: str, credit: FoundCredit) -> bool:
    """Whether a notice names a company: by its form, which may stand a few words on (``Bell, Ost & Co. Ltd``)."""
    behind = re.split(r"[\n©|•]", text[credit.end : credit.end + FORM_WITHIN])[0]
    shared = re.search(r"(?:^|[\n©])([^\n©]{2,60}) / $", text[max(0, credit.start - FORM_WITHIN) : credit.start])
    if shared and HOLDING.search(shared[1]):
        return True  # "Bell Media / Ost Broadcasting"
    return bool(COMPANY_FORM.search(f"{credit.name} {behind}") or HOLDING.search(credit.name))


def _is_said(name: str, lines: Sequence[Line | Words]) -> bool:
    """Whether a name that sounds like an outlet's stands in another short line: one that claims no rights, without the
    company's form."""
    if not sounds_like_outlet(name):
        return False
    whole = re.compile(rf"\b{re.escape(key_of(name).removeprefix('the '))}\b")
    held = (line for line in lines if line.words <= NAMED_WITHIN and whole.search(line.key))
    return any(not RIGHTS.search(line.key) and not COMPANY_FORM.search(line.text) for line in held)


def _site_name(lines: Sequence[Line]) -> str | None:
    """What the page calls its own site, where it sounds like an outlet or the page says so elsewhere, too."""
    found, masthead = find_site(lines)
    name = without_section(_without_language(found)) if found else None
    if not name or (" " in name and name.split()[-1] in words_of_kind("function")):
        return None  # "Log in | Register or"
    if byline_of(name):
        return None  # whoever signs the page's first line
    brief = " " not in name and name.isupper() and not find_outlet(name)  # "DIY" is a section of any site
    stated = name == masthead or (is_marked if brief else is_vouched)(name, lines)
    return name if stated or (sounds_like_outlet(name) and not brief) else None


def _without_language(name: str) -> str:
    """``NBR Broadcasting`` of *NBR Broadcasting — English*: the language of an edition is no part of the name."""
    whole, *rest = SEPARATOR.split(name)
    return whole if len(rest) == 1 and kind_of(rest[0].strip().lower()) == Kind.LANGUAGE else name


def canonical_outlet(publisher: str | None, given: Given, metadata: Metadata | None, uri: str) -> Outlet | None:
    """The outlet whose address the markup calls the page's canonical one, where that is plainly not the publisher: no
    name, word or owner in common, nor the address that the page came from."""
    outlet = outlet_of_address(metadata.url) if metadata and metadata.url else None
    own = outlet_of_address(given.url or uri)
    if not outlet or not publisher or own == outlet or same_outlet(outlet.name, publisher):
        return None
    known = find_outlet(publisher)
    if known and known.family and known.family == outlet.family:
        return None
    host = (urlsplit(metadata.url or "").hostname or "") if metadata else ""
    words = [word for word in key_of(publisher).split() if word not in words_of_kind("function")]
    return None if any(word in key_of(outlet.name).split() or word in host for word in words) else outlet


def _of_domain(name: str, text: str) -> str:
    """The line of the page that its domain is made of: ``barlowargus.example`` of *The Barlow Argus*."""
    if not DOMAIN.match(name) or find_outlet(name):
        return name
    label = name.lower().removeprefix("www.").split(".")[0]
    lines = (line.text for line in lines_of(text[:DOMAIN_WITHIN]) if 2 <= line.words <= 6)
    alike = {label, f"the{label}", label.removeprefix("the")}
    return next((line for line in lines if "".join(c for c in line.lower() if c.isalnum()) in alike), name)


def _as_written(name: str, text: str) -> str:
    """A name without an issue's number; one that a page's top sets in capitals, as the page writes it elsewhere."""
    name = ISSUE_LAST.sub("", name)
    if not name.isupper() or sum(map(str.isalpha, name.split())) < 2 or find_outlet(name):
        return name
    forms = (match[0] for match in re.finditer(re.escape(name), text, re.IGNORECASE))
    return next((form for form in forms if not form.isupper() and not form.islower()), name.title())
