"""Every kind of row: frozen, slotted values with an identity and nothing else.

A row's ``id`` is a hash of its kind and its meaningful fields, so the same finding made twice, on any day and in any
order, is the same row. Fields marked ``ASIDE`` do not enter the id: processing times, and what a reason says in words
already. Sequences are tuples and mappings are tuples of pairs sorted by key, so that every row can be hashed, compared
and sent to another process.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json.encoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, NamedTuple

from sayso import vocab


class Span(NamedTuple):
    """Half-open ``[start, end)`` in code points of the text of one document."""

    document_id: str
    start: int
    end: int


Value = str | int | float | bool | None | tuple[str, ...]
Values = tuple[tuple[str, Value], ...]


def values(**named: Value) -> Values:
    """The named values that are not empty, sorted by name: what ``Claim.values`` holds."""
    return tuple(sorted((name, value) for name, value in named.items() if value not in (None, "", ())))


#: Marks a field that does not enter the row's id.
ASIDE = {"aside": True}


def _encoder() -> Callable[[object], str]:
    """What writes values as JSON: made once, where Python has the means, for a page has hundreds of rows and
    ``JSONEncoder.encode`` spends twice as long on making one anew each time as on writing."""
    plain = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    written = make(None, plain.default, json.encoder.encode_basestring_ascii, None, ":", ",", True, False, True)
    return lambda meaning: "".join(written(meaning, 0))


_packed = _encoder()


def hash_of(kind: str, meaning: object) -> str:
    """A short, stable id: the kind, a hyphen and 16 hexadecimal digits (64 bits) of the meaning's SHA-256."""
    return f"{kind}-{hashlib.sha256(f'{kind}:{_packed(meaning)}'.encode()).hexdigest()[:16]}"


def _plain(value: object) -> object:
    """A whole float as an int: 300 and 300.0 are one value, and a database may give back either."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has: a ``kind`` (of the class) and an ``id`` (of the value)."""

    kind: ClassVar[str] = "row"
    id: str = field(init=False, default="", compare=False)

    def __post_init__(self) -> None:
        meaning = [_plain(getattr(self, name)) for name in _meaningful(type(self))]
        object.__setattr__(self, "id", hash_of(self.kind, meaning))


#: The names of the fields of each class of rows that enter its id.
_MEANINGFUL: dict[type, tuple[str, ...]] = {}


def _meaningful(kind: type[Row]) -> tuple[str, ...]:
    if kind not in _MEANINGFUL:
        _MEANINGFUL[kind] = tuple(f.name for f in fields(kind) if f.name != "id" and not f.metadata.get("aside"))
    return _MEANINGFUL[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Row):
    """Bytes as received at a time. ``digest`` is the SHA-256 of the bytes; ``container``, ``offset`` and ``length``
    say where in an archive or a file of lines they lay."""

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
    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Row):
    """A text with its metadata. ``provenance`` begins with the publisher; each name took the text from the next.
    ``label`` is the id that the caller gave (a line of JSON Lines), or the file's name."""

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
    notices: tuple[str, ...] = ()  # what the page's rights notices say that a reader must weigh (conflicts, takedown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Row):
    """A stretch of a page with its zone. The blocks of a document cover every non-space character once."""

    kind: ClassVar[str] = "block"
    span: Span
    zone: vocab.Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Row):
    """What a page says of whom its text or picture is from. ``span`` covers the words that say it."""

    kind: ClassVar[str] = "credit"
    span: Span
    role: vocab.CreditRole
    name: str
    date: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Row):
    """One mention of a person, body, group or place. ``entity_id`` holds within the document: mentions that share
    it are one entity there; ``name`` is that entity's canonical name. ``head`` is the span of the head word."""

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
    """Where a mention's place lies: WGS 84 degrees, ISO 3166-1 alpha-2 country. ``use`` tells a place from one that is
    only in the name of a body or of a people."""

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
    """A number as bounds: ``low`` and ``high`` inclusive, either open (None). ``of`` is what is counted, in the
    text's words; ``unit`` a unit, currency code, ``%`` or None for a plain count."""

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
    """Who is said to have said what. Roles are tuples of spans, in text order, empty where the text has none.
    ``chain`` holds canonical names, the nearest source first; an entry that begins with ``unnamed`` says that the text
    hides who. ``within`` is the id of the attribution whose content holds this one."""

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
    """One thing that somebody says is so. Without ``attribution_id`` the outlet says it in its own voice. ``chain``
    runs from the publisher to the farthest source named."""

    kind: ClassVar[str] = "claim"
    content: tuple[Span, ...]
    attribution_id: str | None
    slot: vocab.Slot
    polarity: vocab.Polarity
    modality: vocab.Modality
    values: Values
    chain: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse(Row):
    """Passages that two documents share. ``left`` and ``right`` span all the passages; ``matched`` pairs them;
    shares are of each document's body words."""

    kind: ClassVar[str] = "reuse"
    left: Span
    right: Span
    matched: tuple[tuple[Span, Span], ...]
    share_of_left: float
    share_of_right: float
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent(Row):
    """One text taken from another. ``copy`` and ``exemplar`` are document ids; where the exemplar is not held,
    ``exemplar`` is None and ``exemplar_name`` says who it is of. ``copy`` may be None for a hop between two texts
    that are not held; then ``copy_name`` says whose it is."""

    kind: ClassVar[str] = "descent"
    copy: str | None
    copy_name: str
    exemplar: str | None
    exemplar_name: str
    basis: vocab.DescentBasis
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Row):
    """A judged pair of rows of one kind. Symmetric kinds have ``left < right``; in ``updates`` and ``denial`` left
    is the later state, or the denying claim. ``negated`` says that the judge rejects the link."""

    kind: ClassVar[str] = "link"
    relation: vocab.LinkKind
    left: str
    right: str
    judge: str = "sayso"
    score: float = 1.0
    negated: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Row):
    """What a person judged of two claims or two names, or that an earlier judgement no longer holds.

    ``number`` counts the judgements of a record from 1. ``left`` and ``right`` are ids of claims, and what is judged
    holds of each on the left with each on the right; or one name each; of an undo, ``left`` is the id of what is
    undone. The words are those of the first claim of a side, or the name. ``date`` is the ISO day of the judgement.
    """

    kind: ClassVar[str] = "judgement"
    number: int
    verdict: vocab.JudgementKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_words: str
    right_words: str
    by: str
    date: str
    note: str = ""

    @property
    def said(self) -> str:
        """``judged by NAME on DATE: note``, which stands in whatever follows from it."""
        return f"judged by {self.by} on {self.date}{': ' + self.note if self.note else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """One row's place in a cluster. ``cluster_id`` is a hash of what the cluster is about; ``name`` is its title."""

    kind: ClassVar[str] = "member"
    cluster: vocab.MemberKind
    cluster_id: str
    member_id: str
    name: str = ""
    detail: str = ""


def core_of(cluster_id: str) -> str:
    """The cluster id of the core that a cluster of claims is about; the accounts of its other cores are only probably
    of it."""
    return hash_of("core", cluster_id)


class About(NamedTuple):
    """What a step of a derivation tells, and of whom where it is of one source."""

    what: vocab.StepKind
    whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Row):
    """The ladder of one claim cluster: how many outlets, families, texts and independent origins stand behind it,
    the last as a range, with the derivation in sentences that a reader can check and what each of them is about."""

    kind: ClassVar[str] = "origin"
    cluster_id: str
    outlets: int
    families: int
    texts: int
    origins_min: int
    origins_max: int
    names: tuple[str, ...]
    first: str | None  # the document that said it first, where dates tell
    derivation: tuple[str, ...]
    about: tuple[About, ...] = field(default=(), metadata=ASIDE)

    def steps(self, *kinds: vocab.StepKind, whom: str | None = None) -> list[str]:
        """The sentences of the derivation that tell one of these things, of anybody or of one source."""
        told = zip(self.derivation, self.about, strict=False)
        return [words for words, about in told if about.what in kinds and whom in (None, about.whom)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Row):
    """One stage with its parameters and assets, and when it first ran."""

    kind: ClassVar[str] = "activity"
    stage: str
    version: str
    parameters: Values = ()
    assets: Values = ()
    started_at: str | None = field(default=None, metadata=ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Row):
    """What could not be read or done, where and why. ``subject`` is a document id, a capture id or a path."""

    kind: ClassVar[str] = "problem"
    subject: str
    stage: str
    reason: str


class Annotated(NamedTuple):
    """A page and what the annotators found on it."""

    document: Document
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> str:
        """The text of the body blocks, joined by newlines."""
        return "\n".join(
            self.document.text[b.span.start : b.span.end] for b in self.blocks if b.zone is vocab.Zone.BODY
        )


class Collated(NamedTuple):
    """What the collators found among documents."""

    reuses: tuple[Reuse, ...] = ()
    entities: tuple[Member, ...] = ()
    stories: tuple[Member, ...] = ()
    descents: tuple[Descent, ...] = ()
    clusters: tuple[Member, ...] = ()
    cores: tuple[Member, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()


KINDS: dict[str, type[Row]] = {
    cls.kind: cls
    for cls in (
        Capture, Document, Block, Credit, Mention, Timex, Toponym, Quantity, Attribution, EventMention, Claim,
        Reuse, Descent, Link, Judgement, Member, Origin, Activity, Problem,
    )
}  # fmt: skip


def replaced(row: Any, **changes: Any) -> Any:
    """The row with other values, and therefore another id."""
    return dataclasses.replace(row, **changes)


def spans_of(row: Row) -> Iterator[Span]:
    """Every span that a row carries, in field order."""

    def walk(value: object) -> Iterator[Span]:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            for part in value:
                yield from walk(part)

    for name in row.__dataclass_fields__:
        value = getattr(row, name)
        if isinstance(value, tuple):
            yield from walk(value)
