"""Flat text of a page → a page of rows. The one place where Document, Block and Credit rows are made."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.documents.authorship import read_byline
from sayso.documents.credits.datelines import is_deck, read_dateline
from sayso.documents.credits.finder import find_credits
from sayso.documents.credits.provenance import is_own, read_provenance
from sayso.documents.credits.publishers import canonical_outlet, find_publisher
from sayso.documents.credits.rights import read_licence, read_notices
from sayso.documents.dates.finder import find_published
from sayso.documents.dates.labels import is_date_line
from sayso.documents.language import find_language
from sayso.documents.page import FoundCredit, Given, Metadata, Page, ZonedRange
from sayso.documents.zones.finder import find_zones
from sayso.outlets import Outlet, canonical, is_agency, outlet_of_address
from sayso.types import Block, Credit, Document, Span
from sayso.vocab import CreditRole, Zone


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
    own = {credit for credit in found if is_own(credit, text[credit.start : credit.end], publisher)}
    dated = [credit for credit in found if credit.date or credit not in own]
    found = [credit for credit in found if credit not in own]
    original = canonical_outlet(publisher, given, metadata, uri)
    holder = metadata.holder if metadata else None
    document = Document(
        capture_id=capture_id,
        uri=given.url or uri,
        text=text,
        label=given.label or uri.rsplit("/", 1)[-1],
        language=_language(text, ranges, metadata),
        headline=_headline(text, ranges, given, metadata),
        byline=read_byline(text, ranges, metadata) or given.byline,
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
    paragraphs = (r.start for r in bodies if not is_deck(text[r.start : r.end]))
    first, last = (next(paragraphs, bodies[0].start), bodies[-1]) if bodies else (0, None)
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


def _stated(original: str | None, metadata: Metadata | None, address: str) -> tuple[str, ...]:
    """The outlets that the markup says the article is from, the agency last that it calls the author; not that whose
    ``address`` the page's is."""
    if metadata is None:
        return (original,) if original else ()
    agency = canonical(metadata.byline) if metadata.byline and is_agency(metadata.byline) else None
    own = outlet_of_address(address)
    return tuple(name for name in (original, *metadata.origins, agency) if name and not (own and name == own.name))


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
