"""The shapes of the report's data, which the script in ``frontend/`` reads; ``frontend/src/payload.ts`` repeats them.

Documents and rows are identified by their place in a list, claims by their number in the brief.
"""

from __future__ import annotations

from typing import TypedDict

#: A stretch of text: ``[words]``, or ``[words, roles, rows]`` where something covers it. ``roles`` adds up 1 source,
#: 2 cue, 4 content, 8 a claim in the outlet's own voice; ``rows`` are places in the document's ``rows``.
Piece = list[object]


class Hop(TypedDict):
    name: str
    held: bool  # whether a document of this outlet is in the record


class Credit(TypedDict):
    role: str
    name: str
    date: str
    words: str


class FoundRow(TypedDict):
    """One row behind a document's highlights: an attribution, or a claim in the outlet's own voice."""

    id: str
    kind: str
    source: str
    cue: str
    content: str
    chain: list[str]
    about: list[str]  # manner, type, certainty; or slot, polarity, modality
    detail: str
    claims: list[int]


class Block(TypedDict):
    zone: str
    pieces: list[Piece]


class DocumentData(TypedDict):
    id: str
    name: str
    headline: str
    published: list[str] | None  # date, basis, why
    byline: str
    dateline: str
    licence: str
    language: str
    uri: str
    notices: list[str]
    provenance: list[Hop]
    credits: list[Credit]
    capture: list[str]  # SHA-256, media type, when received, id of the row
    story: int
    blocks: list[Block]
    rows: list[FoundRow]
    cut: bool
    length: int  # characters of the whole text


class AccountData(TypedDict):
    document: int
    row: int  # in the document's rows; -1 where the report does not carry it
    hops: list[str]
    words: str
    zone: str
    hedge: str
    own: bool  # in the outlet's own voice
    probably: str  # why it is only probably of the claim; blank where it surely is


class Ladder(TypedDict):
    outlets: int
    families: int
    texts: int
    low: int
    high: int
    names: list[str]
    steps: list[str]
    first: int  # the document that said it first; -1 where dates do not tell


class RelationData(TypedDict):
    kind: str
    words: str
    status: str  # what it makes of the claim that has it; "" for nothing
    other: int  # number of the claim; 0 where it is in no story of the record
    detail: str
    judge: str


#: First day, last day, how fine the text was (``day``, ``night``, ``month`` …), how many accounts say so.
Period = tuple[str, str, str, int]


class ClaimData(TypedDict):
    number: int
    id: str
    wording: str
    slot: str
    accounts: list[AccountData]
    ladder: Ladder | None
    relations: list[RelationData]
    status: list[str]
    times: list[Period]
    places: list[int]  # places in the story's list
    judged: list[str]  # what people judged of it or of the names behind it


class PlaceData(TypedDict):
    name: str
    latitude: float | None
    longitude: float | None
    country: str
    precision: str
    score: float
    detail: str
    mentions: int
    documents: list[int]
    claims: list[int]


class Node(TypedDict):
    document: int  # -1 where it is not held
    name: str


class Edge(TypedDict):
    copy: int  # places in the nodes
    exemplar: int
    basis: str
    score: float
    detail: str


class Shared(TypedDict):
    left: int  # documents
    right: int
    share_of_left: float
    share_of_right: float
    detail: str
    passages: list[list[str]]  # pairs; empty where the pair is past the number that a report carries


class Lineage(TypedDict):
    nodes: list[Node]
    edges: list[Edge]
    shared: list[Shared]


class SourceData(TypedDict):
    name: str
    accounts: int
    claims: list[int]
    outlets: dict[str, int]
    cues: dict[str, int]
    hedges: dict[str, int]
    party: list[str]  # why it may be a party to what it claims


class Form(TypedDict):
    words: str
    level: str
    outlets: dict[str, int]


class Naming(TypedDict):
    name: str
    category: str
    forms: list[Form]


class Top(TypedDict):
    """What the overview says; every list holds numbers of claims."""

    sentence: list[int]  # the best supported claims, which the sentence quotes
    echoed: list[int]  # several outlets, one origin
    alone: list[int]  # one origin only
    tensions: list[int]  # in conflict, denied or undecided


class StoryData(TypedDict):
    id: str
    title: str
    days: list[str]  # first and last day of publication, or none
    documents: list[int]
    outlets: int
    texts: int
    origins: int
    claims: list[ClaimData]
    places: list[PlaceData]
    top: Top
    lineage: Lineage
    sources: list[SourceData]
    naming: list[Naming]


class ActivityData(TypedDict):
    id: str
    stage: str
    version: str
    started: str
    parameters: list[list[str]]
    assets: list[list[str]]


class ProblemData(TypedDict):
    subject: str
    document: int
    stage: str
    reason: str


class Method(TypedDict):
    version: str
    activities: list[ActivityData]
    problems: list[ProblemData]
    zones: list[list[object]]  # zone, blocks, characters
    measured: str  # the day of the figures
    figures: list[list[object]]  # task, figure, value


class Payload(TypedDict):
    schema: int
    name: str
    texts: bool
    documents: list[DocumentData]
    stories: list[StoryData]
    method: Method
