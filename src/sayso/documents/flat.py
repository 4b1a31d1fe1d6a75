"""Flat text of a page → a page of rows. The one place where Document, Block and Credit rows are made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from sayso.documents.bylines import LABEL_ALONE, as_name, byline_names
from sayso.documents.credits import find_credits, read_provenance
from sayso.documents.datelines import read_dateline
from sayso.documents.dates import find_published
from sayso.documents.language import find_language
from sayso.documents.lines import Line, key_of, lines_of, read_lines, words_of_kind
from sayso.documents.mastheads import is_vouched
from sayso.documents.page import FoundCredit, Given, Metadata, Page, ZonedRange
from sayso.documents.rights import AT_EDGE, BESIDE, read_licence, read_notices
from sayso.documents.sites import DOMAIN, find_site, sounds_like_outlet, without_section
from sayso.documents.zones import find_zones
from sayso.outlets import Outlet, canonical, find_outlet, outlet_of_address, same_outlet
from sayso.types import Block, Credit, Document, Span
from sayso.vocab import CreditRole, Zone

#: "By Reuters Staff" is shown as it stands.
STAFF_ALONE = re.compile(r"^(?:by\s+)?(?P<name>(?:[A-Z][\w’'-]*\s){1,3}(?:Staff|staff|team|Team))$", re.IGNORECASE)
#: This much of a page is looked at for the name behind its domain (characters).
DOMAIN_WITHIN = 20_000


def read_flat(text: str, *, capture_id: str, uri: str, given: Given) -> Page:
    """Reads a page of which only the text is left, furniture and all."""
    return assemble(text, find_zones(text, given), capture_id=capture_id, uri=uri, given=given, metadata=None)


def assemble(
    text: str, ranges: Sequence[ZonedRange], *, capture_id: str, uri: str, given: Given, metadata: Metadata | None
) -> Page:
    """The rows of a page from its zoned ranges, what its markup says of itself and what the caller gave.

    ``ranges`` are in text order, disjoint, and cover every character that is not white space.
    """
    found = find_credits(text, ranges)
    address = given.url or (metadata.url if metadata else None) or uri
    publisher = _publisher(text, ranges, found, given, metadata, address)
    original = _canonical_outlet(publisher, given, metadata, uri)
    document = Document(
        capture_id=capture_id,
        uri=given.url or uri,
        text=text,
        label=given.label or uri.rsplit("/", 1)[-1],
        language=_language(text, ranges, metadata),
        headline=_headline(text, ranges, given, metadata),
        byline=_byline(text, ranges, metadata) or given.byline,
        dateline=read_dateline(text, ranges),
        publisher=publisher,
        published=find_published(
            text, ranges, found, given=given, metadata=metadata, address=address, publisher=publisher
        ),
        licence=read_licence(text, ranges) or (metadata.licence if metadata else None),
        provenance=read_provenance(publisher, found, original.name if original else None, _agency(metadata)),
        notices=read_notices(text, ranges, found, publisher) + _said_by_markup(metadata, original),
    )
    blocks = tuple(Block(span=Span(document.id, start, end), zone=zone) for start, end, zone in ranges)
    rows = tuple(
        Credit(span=Span(document.id, c.start, c.end), role=c.role, name=c.name, date=c.date, detail=c.detail)
        for c in found
    )
    return Page(document, blocks, rows)


def _words(text: str, ranges: Sequence[ZonedRange], zone: Zone) -> list[str]:
    return [" ".join(text[r.start : r.end].split()) for r in ranges if r.zone is zone]


def _headline(text: str, ranges: Sequence[ZonedRange], given: Given, metadata: Metadata | None) -> str | None:
    lines = _words(text, ranges, Zone.HEADLINE)
    return given.title or (lines[0] if lines else None) or (metadata.title if metadata else None)


def _byline(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    for line in _words(text, ranges, Zone.BYLINE):
        if LABEL_ALONE.match(line):
            continue
        if line.lower().startswith("report "):
            return line
        if staff := STAFF_ALONE.match(line):
            return staff["name"]
        names = byline_names(line)
        people = [
            as_name(name)
            for n, name in enumerate(names)
            if not find_outlet(name) and not (n and sounds_like_outlet(name))
        ]
        if people or names:
            return _listed(people or names)
    return metadata.byline if metadata else None


def _agency(metadata: Metadata | None) -> str | None:
    """The agency that the markup calls the author."""
    outlet = find_outlet(metadata.byline) if metadata and metadata.byline else None
    return outlet.name if outlet and outlet.kind == "agency" else None


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _language(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    found = find_language("\n".join(_words(text, ranges, Zone.BODY))[:5_000])
    return found or (metadata.language.split("-")[0].lower() if metadata and metadata.language else None)


def _publisher(
    text: str,
    ranges: Sequence[ZonedRange],
    found: Sequence[FoundCredit],
    given: Given,
    metadata: Metadata | None,
    address: str,
) -> str | None:
    """Who publishes the page, under its canonical name: as given, as the markup says, as the page calls its own site,
    by the address's domain, by a copyright notice at the page's edge."""
    if given.publisher:
        return canonical(given.publisher)
    site = None if given.prose else _site_name(read_lines(text))
    by_address = outlet_of_address(address)
    if metadata and metadata.publisher:
        return canonical(metadata.publisher)
    if site and (find_outlet(site) or not by_address):
        return _as_written(_of_domain(canonical(site), text), text)
    if by_address:
        return by_address.name
    details: tuple[str, ...] = (AT_EDGE,)  # a notice beside the article may be of whom the text was taken from
    if not any(c.role in (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL, CreditRole.AGENCY) for c in found):
        details = (AT_EDGE, BESIDE)
    edge = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail in details]
    named = next((n for n in edge if sounds_like_outlet(n)), edge[0] if len(set(edge)) == 1 else None)
    if named:
        return canonical(named)
    first = next((w for w in _words(text, ranges, Zone.FURNITURE)[:4] if find_outlet(w)), None)
    return canonical(first) if first else None


def _site_name(lines: Sequence[Line]) -> str | None:
    """What the page calls its own site, where it sounds like an outlet or the page says so elsewhere, too."""
    found, masthead = find_site(lines)
    name = without_section(found) if found else None
    return name if name and (sounds_like_outlet(name) or name == masthead or is_vouched(name, lines)) else None


def _canonical_outlet(publisher: str | None, given: Given, metadata: Metadata | None, uri: str) -> Outlet | None:
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


def _said_by_markup(metadata: Metadata | None, original: Outlet | None) -> tuple[str, ...]:
    """What the markup says of where the article is from, as sentences."""
    if metadata is None:
        return ()
    if original is None:
        return metadata.notes
    return (
        *metadata.notes,
        f"The page's markup calls {metadata.url} its canonical address, which is {original.name}'s.",
    )


def _of_domain(name: str, text: str) -> str:
    """The line of the page that its domain is made of: ``barlowargus.example`` of *The Barlow Argus*."""
    if not DOMAIN.match(name) or find_outlet(name):
        return name
    label = name.lower().removeprefix("www.").split(".")[0]
    lines = (line.text for line in lines_of(text[:DOMAIN_WITHIN]) if 2 <= line.words <= 6)
    alike = {label, f"the{label}", label.removeprefix("the")}
    return next((line for line in lines if "".join(c for c in line.lower() if c.isalnum()) in alike), name)


def _as_written(name: str, text: str) -> str:
    """A name that a page's top sets in capitals, as the page writes it elsewhere."""
    if not name.isupper() or len(name.split()) < 2 or find_outlet(name):
        return name
    forms = (match[0] for match in re.finditer(re.escape(name), text, re.IGNORECASE))
    return next((form for form in forms if not form.isupper() and not form.islower()), name.title())
