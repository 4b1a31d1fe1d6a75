"""Flat text of a page → a page of rows. The one place where Document, Block and Credit rows are made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents.credits.bylines import DESK, LABEL_ALONE, as_name, byline_names, byline_of
from sayso.documents.credits.datelines import read_dateline
from sayso.documents.credits.finder import find_credits
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.parts import Kind, is_of_office
from sayso.documents.credits.provenance import is_own, read_provenance
from sayso.documents.credits.publishers import canonical_outlet, find_publisher
from sayso.documents.credits.rights import read_licence, read_notices
from sayso.documents.credits.signed import signed_parts
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.finder import find_published
from sayso.documents.dates.labels import is_date_line
from sayso.documents.language import find_language
from sayso.documents.page import FoundCredit, Given, Metadata, Page, ZonedRange
from sayso.documents.zones.finder import find_zones
from sayso.outlets import Outlet, canonical, find_outlet, is_agency, outlet_of_address
from sayso.types import Block, Credit, Document, Span
from sayso.vocab import CreditRole, Zone

#: "By Reuters Staff" is shown as it stands.
STAFF_ALONE = re.compile(r"^(?:by\s+)?(?P<name>(?:[A-Z][\w’'-]*\s){1,3}(?:Staff|staff|team|Team))$", re.IGNORECASE)


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
    publisher = find_publisher(text, ranges, found, given, metadata, address)
    dated = [credit for credit in found if credit.date or not is_own(credit, text[slice(*credit[:2])], publisher)]
    found = [credit for credit in found if not is_own(credit, text[slice(*credit[:2])], publisher)]
    original = canonical_outlet(publisher, given, metadata, uri)
    holder = metadata.holder if metadata else None
    document = Document(
        capture_id=capture_id,
        uri=given.url or uri,
        text=text,
        label=given.label or uri.rsplit("/", 1)[-1],
        language=_language(text, ranges, metadata),
        headline=_headline(text, ranges, given, metadata),
        byline=_byline(text, ranges, metadata) or given.byline,
        dateline=read_dateline(text, ranges, sent=_is_sent(text, ranges, found)),
        publisher=publisher,
        published=find_published(
            text, ranges, dated, given=given, metadata=metadata, address=address, publisher=publisher
        ),
        licence=read_licence(text, ranges) or (metadata.licence if metadata else None),
        provenance=read_provenance(
            publisher, found, _stated(original.name if original else holder, metadata, given.url or uri)
        ),
        notices=read_notices(text, ranges, found, publisher) + _said_by_markup(metadata, original),
    )
    blocks = tuple(Block(span=Span(document.id, start, end), zone=zone) for start, end, zone in ranges)
    rows = tuple(
        Credit(span=Span(document.id, c.start, c.end), role=c.role, name=c.name, date=c.date, detail=c.detail)
        for c in found
    )
    return Page(document, blocks, rows)


def _is_sent(text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit]) -> bool:
    """Whether a credit above the first paragraph names an agency or a correspondent, or the text ends with an agency's
    name."""
    bodies = [r for r in ranges if r.zone is Zone.BODY]
    first, last = (bodies[0].start, bodies[-1]) if bodies else (0, None)
    agencies = [credit.start for credit in found if credit.role is CreditRole.AGENCY or _passed_on(credit)]
    signed = (text[r.start : r.end] for r in ranges if r.start < first and r.zone in (Zone.BYLINE, Zone.FURNITURE))
    if any(line.lower().rstrip(".").endswith("correspondent") for line in signed):
        return True
    return any(start < first or (last is not None and last.start < start < last.end) for start in agencies)


def _passed_on(credit: FoundCredit) -> bool:
    return credit.role is CreditRole.REPUBLISHED_FROM and is_agency(credit.name)


def _words(text: str, ranges: Sequence[ZonedRange], zone: Zone) -> list[str]:
    return [" ".join(text[r.start : r.end].split()) for r in ranges if r.zone is zone]


def _headline(text: str, ranges: Sequence[ZonedRange], given: Given, metadata: Metadata | None) -> str | None:
    lines = _words(text, ranges, Zone.HEADLINE)
    stated = metadata.title if metadata else None
    whole = [line for line in lines if not line.endswith("|")] or lines  # "Local News |" leads up to it
    plain = " ".join(stated.split()) if stated else ""
    same = (line for line in whole if plain and line.casefold() == plain.casefold())
    dated = (plain for line in whole[:1] if plain and line.endswith(plain) and is_date_line(line[: -len(plain)]))
    return given.title or next(same, None) or next(dated, None) or (whole[0] if whole else None) or stated


def _byline(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    """Who signs the text: as a line says that leads up to the names, or names a known given name, an office, a desk;
    else as the markup says; else as any line does."""
    stated = _stated_byline(metadata)
    sure: str | None = None
    loose: str | None = None
    first = next((r.start for r in ranges if r.zone is Zone.BODY), len(text))
    for start, end, zone in ranges:
        line = " ".join(text[start:end].split()) if zone is Zone.BYLINE else ""
        if not line or LABEL_ALONE.match(line):
            continue
        if line.lower().startswith("report "):
            return line
        if staff := STAFF_ALONE.match(line):
            return staff["name"]
        if names := _signing(line):
            led = byline_of(line) is not None and start < first  # more than a name that stands above it
            if (led or not sure) and (_is_sure(line, names) or stated == _listed(names)):
                sure = _listed(names)
            if led:
                break
            loose = loose or _listed(names)
    return _whole(sure, stated) if sure else stated or loose


def _whole(shown: str, stated: str | None) -> str:
    """The names of a line that signs; those that the markup states where the line has only some of them, or another
    word behind one."""
    more = stated is not None and f"{stated}, ".startswith(f"{shown}, ")
    less = stated is not None and " " in stated and shown.startswith(f"{stated} ")  # no given name alone
    return stated if stated and (more or less) else shown


def _signing(line: str) -> list[str]:
    """The people that a line signs for, or else its outlets and desks."""
    names = [name for name in byline_names(line) if not is_of_office(line, name)]
    if parts := signed_parts(line):  # "Redazione ANSA KEMBRA"
        told = {part.name for part in parts if part.kind in (Kind.PERSON, Kind.HOUSE, Kind.OUTLET)}
        names = [name for name in names if name in told or find_outlet(name) or DESK.match(name)]
        names = names or [part.name for part in parts if part.kind is Kind.PERSON and part.lead in ("by", "both")]
    people = [
        as_name(name) for n, name in enumerate(names) if not find_outlet(name) and not (n and sounds_like_outlet(name))
    ]
    return list(dict.fromkeys(people or names))


def _is_sure(line: str, names: Sequence[str]) -> bool:
    """Whether a line that signs is no heading or section in the place of one."""
    return bool(byline_of(line) or signed_parts(line)) or any(
        begins_with_given(name) or find_outlet(name) or DESK.match(name) for name in names
    )


def _stated_byline(metadata: Metadata | None) -> str | None:
    """Who signs the text as the markup says, without outlets: ``Ada Bell, Reuters``."""
    if not metadata or not metadata.byline:
        return None
    names = byline_names(metadata.byline)
    if not any(map(find_outlet, names)):
        return metadata.byline
    return _listed([as_name(name) for name in names if not find_outlet(name)]) or None


def _stated(original: str | None, metadata: Metadata | None, address: str) -> tuple[str, ...]:
    """The outlets that the markup says the article is from, the agency last that it calls the author; not that whose
    ``address`` the page's is."""
    if metadata is None:
        return (original,) if original else ()
    agency = canonical(metadata.byline) if metadata.byline and is_agency(metadata.byline) else None
    own = outlet_of_address(address)
    return tuple(name for name in (original, *metadata.origins, agency) if name and not (own and name == own.name))


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _language(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    found = find_language("\n".join(_words(text, ranges, Zone.BODY))[:5_000])
    return found or (metadata.language.split("-")[0].lower() if metadata and metadata.language else None)


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
