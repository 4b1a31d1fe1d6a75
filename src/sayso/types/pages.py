"""Rows of one page: its captured bytes, the document, and what the annotators find on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from sayso import vocab
from sayso.types.identity import ASIDE, Row, Span, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Row):
    """Bytes as they were received at a time. ``digest`` is their SHA-256; ``container``, ``offset`` and ``length`` say
    where they were in an archive or a file of lines."""

    kind: ClassVar[str] = "capture"
    digest: str
    uri: str
    media_type: str
    container: str | None = None
    offset: int | None = None
    length: int | None = None
    status: int | None = None  # HTTP status, where the capture has one
    retrieved_at: str | None = field(default=None, metadata=ASIDE)  # ISO 8601, UTC


class Published(NamedTuple):
    """When a document was published: an ISO date, how that is known, and the reason in a sentence."""

    date: str
    basis: vocab.DateBasis
    why: str


class Dateline(NamedTuple):
    """Where a text was sent from, and by which agency, as its dateline says."""

    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Row):
    """A text with its metadata. ``provenance`` begins with the publisher, and each name took the text from the next.
    ``label`` is the id that the caller gave (in JSON Lines), or the name of the file."""

    kind: ClassVar[str] = "document"
    capture_id: str
    uri: str
    text: str = field(repr=False)
    label: str = ""
    language: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    publisher: str | None = None
    published: Published | None = None
    licence: str | None = None
    provenance: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # rights notices of the page that a reader must weigh (conflicting, withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Row):
    """A stretch of a page with its zone. The blocks of a document cover every non-space character once."""

    kind: ClassVar[str] = "block"
    span: Span
    zone: vocab.Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Row):
    """What a page says about whom its text or picture is from. ``span`` covers the words that say it."""

    kind: ClassVar[str] = "credit"
    span: Span
    role: vocab.CreditRole
    name: str
    date: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Row):
    """One mention of a person, body, group or place. Mentions with one ``entity_id``, which is only valid within the
    document, are one entity; ``name`` is the entity's canonical name. ``head`` is the span of the head word."""

    kind: ClassVar[str] = "mention"
    span: Span
    head: Span
    category: vocab.Category
    level: vocab.Level
    name: str
    entity_id: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Row):
    """A time expression with its TIMEX3 value; ``anchor`` is the date it was resolved against, if any."""

    kind: ClassVar[str] = "timex"
    span: Span
    type: vocab.TimexType
    value: str
    anchor: str | None = None
    detail: str = ""
    role: vocab.TimexRole = field(default=vocab.TimexRole.OWN, metadata=ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym(Row):
    """Where the place of a mention is: WGS 84 degrees, ISO 3166-1 alpha-2 country. ``use`` tells a place from one that
    is only part of the name of a body, or of a nationality."""

    kind: ClassVar[str] = "toponym"
    mention_id: str
    span: Span
    name: str
    gazetteer_id: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: vocab.Precision
    score: float
    detail: str
    use: vocab.PlaceUse = vocab.PlaceUse.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Row):
    """A number as bounds: ``low`` and ``high``, both inclusive, None if open. ``of`` is what is counted, in the text's
    words; ``unit`` is a unit, a currency code, ``%``, or None for a plain count."""

    kind: ClassVar[str] = "quantity"
    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    of_span: Span | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Row):
    """Who is said to have said what. Roles are tuples of spans in text order, empty if the text has none. ``chain``
    holds canonical names, the nearest source first; an entry that begins with ``unnamed`` stands for a source that the
    text does not name. ``within`` is the id of the attribution whose content holds this one."""

    kind: ClassVar[str] = "attribution"
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: vocab.Manner
    type: vocab.AttributionType
    certainty: vocab.Certainty
    chain: tuple[str, ...]
    within: str | None = None
    score: float = 1.0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention(Row):
    """Who did what to whom, where, when, how many. ``anchor`` is the span of the word that names the event."""

    kind: ClassVar[str] = "event"
    anchor: Span
    type: vocab.EventType
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    toponym_id: str | None = None
    timex_id: str | None = None
    quantity_ids: tuple[str, ...] = ()
    mode: str = ""  # what kind within the type: "kill", "wound", "airstrike", "arrest" …
    detail: str = ""
    status: vocab.EventStatus = field(default=vocab.EventStatus.FACT, metadata=ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Row):
    """One thing that somebody says is so; the outlet in its own voice if there is no ``attribution_id``. ``chain`` runs
    from the publisher to the farthest source named."""

    kind: ClassVar[str] = "claim"
    content: tuple[Span, ...]
    attribution_id: str | None
    slot: vocab.Slot
    polarity: vocab.Polarity
    modality: vocab.Modality
    values: Values
    chain: tuple[str, ...]
    detail: str = ""
