"""A small case made by hand: two accounts of a flooded bridge, related, without running any annotator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from sayso import types
from sayso.record.store import Record
from sayso.types import (
    About,
    Activity,
    Annotated,
    Attribution,
    Block,
    Capture,
    Claim,
    Collated,
    Descent,
    Document,
    Link,
    Member,
    Mention,
    Origin,
    Problem,
    Published,
    Span,
)
from sayso.vocab import (
    AttributionType,
    Category,
    Certainty,
    DateBasis,
    DescentBasis,
    Level,
    LinkKind,
    Manner,
    MemberKind,
    Modality,
    Polarity,
    Slot,
    StepKind,
    Zone,
)

TEXTS = {
    "Evening Post": ("Bridge at Arvel closed\nMenu\nUp to 30 people were hurt, Mayor Ana Ruiz said.", "2024-05-14"),
    "Arvel Blog": ("Four hurt at bridge\nMenu\nFour people were hurt <script>alert(1)</script> \u202eyltcaxe.", None),
}


class Case(NamedTuple):
    pages: list[Annotated]
    collated: Collated
    captures: list[tuple[Capture, bytes]]


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(document.id, start, start + len(words))


def page_of(publisher: str) -> tuple[Annotated, Capture, bytes]:
    text, day = TEXTS[publisher]
    data = text.encode()
    capture = Capture(
        digest=hashlib.sha256(data).hexdigest(), uri=f"file:{publisher}", media_type="text/plain", retrieved_at="t"
    )
    document = Document(
        capture_id=capture.id,
        uri=capture.uri,
        text=text,
        label=publisher,
        language="en",
        headline=text.split("\n")[0],
        publisher=publisher,
        published=Published(day, DateBasis.STATED, "the dateline says so") if day else None,
        provenance=(publisher, "Wire") if publisher == "Arvel Blog" else (publisher,),
        notices=("© Wire stands beside a Creative Commons notice",) if publisher == "Arvel Blog" else (),
    )
    blocks, at = [], 0
    for line, zone in zip(text.split("\n"), (Zone.HEADLINE, Zone.FURNITURE, Zone.BODY), strict=True):
        blocks.append(Block(span=Span(document.id, at, at + len(line)), zone=zone))
        at += len(line) + 1
    if publisher == "Evening Post":
        content = span(document, "Up to 30 people were hurt")
        source = span(document, "Mayor Ana Ruiz")
        attribution = Attribution(
            source=(source,),
            cue=(span(document, "said"),),
            content=(content,),
            manner=Manner.INDIRECT,
            type=AttributionType.STATEMENT,
            certainty=Certainty.POSSIBLE,
            chain=("Ana Ruiz",),
        )
        mention = Mention(
            span=source, head=source, category=Category.PERSON, level=Level.NAME, name="Ana Ruiz", entity_id="e"
        )
        attributions, mentions, bounds = (attribution,), (mention,), types.values(high=30, of="people")
    else:
        content, attributions, mentions = span(document, "Four people were hurt"), (), ()
        bounds = types.values(low=4, high=4, of="people")
    claim = Claim(
        content=(content,),
        attribution_id=attributions[0].id if attributions else None,
        slot=Slot.TOLL,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
        values=bounds,
        chain=(*document.provenance, *(attributions[0].chain if attributions else ())),
    )
    page = Annotated(document, tuple(blocks), (), mentions, attributions=attributions, claims=(claim,))
    return page, capture, data


@pytest.fixture
def case() -> Case:
    made = [page_of(publisher) for publisher in TEXTS]
    pages = [page for page, _, _ in made]
    documents = [page.document for page in pages]
    first, second = (page.claims[0] for page in pages)
    collated = Collated(
        stories=tuple(
            Member(cluster=MemberKind.STORY, cluster_id="story-1", member_id=d.id, name="Bridge at Arvel closed")
            for d in documents
        ),
        descents=(
            Descent(
                copy=documents[1].id,
                copy_name="Arvel Blog",
                exemplar=None,
                exemplar_name="Wire",
                basis=DescentBasis.CREDIT,
                score=1.0,
                detail="a credit line says so",
            ),
        ),
        clusters=(
            Member(cluster=MemberKind.CLAIM, cluster_id="c-1", member_id=first.id, name="up to 30 people were hurt"),
            Member(cluster=MemberKind.CLAIM, cluster_id="c-2", member_id=second.id, name="four people were hurt"),
        ),
        links=(
            Link(relation=LinkKind.UPDATES, left="c-1", right="c-2", detail="30 is the later figure"),
            Link(relation=LinkKind.CONFLICTS, left="c-1", right="c-2", detail="made up to be shown"),
        ),
        origins=tuple(
            Origin(
                cluster_id=cluster,
                outlets=1,
                families=1,
                texts=1,
                origins_min=1,
                origins_max=high,
                names=(name,),
                first=None,
                derivation=(f"{name} is counted once",),
                about=(About(StepKind.JOINED),),
            )
            for cluster, high, name in (("c-1", 2, "Ana Ruiz"), ("c-2", 1, "Wire"))
        ),
    )
    return Case(pages, collated, [(capture, data) for _, capture, data in made])


@pytest.fixture
def record(case: Case, tmp_path: Path) -> Iterator[Record]:
    activity = Activity(stage="annotate", version="1", started_at="2024-05-16T00:00:00+00:00")
    together = Activity(stage="collate", version="1")
    with Record(tmp_path / "case.sayso") as record:
        with record.writing() as writer:
            writer.add([activity, together, Problem(subject="file:broken", stage="read", reason="it is empty")])
            for page, (capture, data) in zip(case.pages, case.captures, strict=True):
                writer.keep(capture, data)
                writer.add([page.document, *page.blocks])
                writer.add([*page.mentions, *page.attributions, *page.claims], activity)
                writer.stand(page.document.id, "annotate", activity)
            found = case.collated
            rows = [*found.stories, *found.descents, *found.clusters, *found.links, *found.origins]
            writer.add(rows, together)
            writer.desk().stand("story", (row.id for row in rows))
        yield record
