"""Records made up row by row, without any annotator: large ones, and ones with hostile text in every field."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sayso import types, vocab
from sayso.record.store import Record
from sayso.types import Row, Span

#: The words to write into a field, by the field's name and a running number.
Words = Callable[[str, int], str]

SLOTS = tuple(vocab.Slot)
RELATIONS = (
    vocab.LinkKind.CONFLICTS,
    vocab.LinkKind.UPDATES,
    vocab.LinkKind.DENIAL,
    vocab.LinkKind.COMPATIBLE,
    vocab.LinkKind.UNDECIDED,
    vocab.LinkKind.AGREES,
)
FIRST_DAY = date(2025, 3, 1)


def plain(field: str, number: int) -> str:
    """Harmless words."""
    if field == "claim":
        return (
            f"at least {number} of the {number + 7} boats that left the harbour of Aldmouth on that day came back late"
        )
    return f"{field.capitalize()} {number}"


def make(path: Path, documents: int, claims: int, words: Words = plain) -> Record:
    """A record of one story: ``claims`` claims, each with one account or two, spread over ``documents`` documents."""
    record = Record(path)
    activity = types.Activity(stage="annotate", version="1", assets=types.values(lexicon="digest"))
    together = types.Activity(stage="collate", version="1")
    pages = [Page(number, documents, claims, words) for number in range(documents)]
    with record.writing() as writer:
        writer.add([activity, together])
        for page in pages:
            writer.keep(page.capture, page.data)
            writer.add([page.document, *page.blocks, page.credit])
            writer.add(page.rows, activity)
            writer.stand(page.document.id, "annotate", activity)
        rows = list(_together(pages, claims, words))
        writer.add(rows, together)
        writer.desk().stand("story", (row.id for row in rows))
        writer.add([types.Problem(subject=pages[0].document.id, stage="read", reason=words("reason", 0))])
    return record


class Page:
    """One made-up document with its share of the claims."""

    def __init__(self, number: int, documents: int, claims: int, words: Words):
        self.numbers = [
            n for n in range(claims) if n % documents == number or (n % 3 == 0 and (n + 1) % documents == number)
        ]
        outlet = words("outlet", number % 40)
        lines, zones = [words("headline", number), words("menu", number)], [vocab.Zone.HEADLINE, vocab.Zone.FURNITURE]
        spots: list[tuple[int, int, int, int]] = []  # starts and ends of content and source, by line
        for n in self.numbers:
            content, source = words("claim", n), words("source", n % 60)
            line = f"{content}, {source} said in {words('place', n % 12)}."
            spots.append((0, len(content), len(content) + 2, len(content) + 2 + len(source)))
            lines.append(line)
            zones.append(vocab.Zone.BODY)
        text = "\n".join(lines)
        self.data = text.encode("utf-8", "replace")
        self.capture = types.Capture(
            digest=hashlib.sha256(self.data).hexdigest(), uri=words("uri", number), media_type="text/plain"
        )
        published = (FIRST_DAY + timedelta(days=number % 28)).isoformat()
        self.document = types.Document(
            capture_id=self.capture.id,
            uri=words("uri", number),
            text=text,
            label=words("label", number),
            language="en",
            headline=words("headline", number),
            byline=words("byline", number),
            dateline=types.Dateline(words("place", 1), words("agency", 1)),
            publisher=outlet,
            published=types.Published(published, vocab.DateBasis.STATED, words("why", number)),
            licence=words("licence", number),
            provenance=(outlet, words("agency", 2)),
            notices=(words("notice", number),),
        )
        starts = list(itertools.accumulate((len(line) + 1 for line in lines), initial=0))
        self.blocks = [
            types.Block(span=self.span(at, at + len(line)), zone=zone)
            for at, line, zone in zip(starts, lines, zones, strict=False)
        ]
        self.credit = types.Credit(
            span=self.span(0, len(lines[0])),
            role=vocab.CreditRole.AGENCY,
            name=words("agency", 3),
            detail=words("detail", 1),
        )
        self.claims: dict[int, types.Claim] = {}
        self.rows = [
            row
            for n, start, (a, b, c, d) in zip(self.numbers, starts[2:], spots, strict=False)
            for row in self._rows(n, self.span(start + a, start + b), self.span(start + c, start + d), words)
        ]

    def span(self, start: int, end: int) -> Span:
        return Span(self.document.id, start, end)

    def _rows(self, n: int, content: Span, source: Span, words: Words) -> Iterator[Row]:
        attribution = types.Attribution(
            source=(source,),
            cue=(self.span(source.end + 1, source.end + 5),),
            content=(content,),
            manner=vocab.Manner.INDIRECT,
            type=vocab.AttributionType.STATEMENT,
            certainty=vocab.Certainty.POSSIBLE if n % 5 == 0 else vocab.Certainty.ASSERTED,
            chain=(words("source", n % 60),),
            detail=words("detail", n),
        )
        day = (FIRST_DAY + timedelta(days=n % 20)).isoformat()
        self.claims[n] = types.Claim(
            content=(content,),
            attribution_id=None if n % 7 == 0 else attribution.id,
            slot=SLOTS[n % len(SLOTS)],
            polarity=vocab.Polarity.POSITIVE,
            modality=vocab.Modality.FACT,
            values=types.values(time=day if n % 2 else None, place=(words("place", n % 12),)),
            chain=(*self.document.provenance, words("source", n % 60)),
            detail=words("detail", n),
        )
        mention = types.Mention(
            span=source, head=source, category=vocab.Category.GROUP, level=vocab.Level.NAME,
            name=words("entity", n % 9), entity_id=f"e{n % 9}",
        )  # fmt: skip
        toponym = types.Toponym(
            mention_id=mention.id, span=source, name=words("place", n % 12), gazetteer_id=f"g{n % 12}",
            latitude=30.0 + n % 12, longitude=35.0 + n % 12, country="SY",
            precision=tuple(vocab.Precision)[n % 5], score=0.9, detail=words("detail", n),
        )  # fmt: skip
        yield from (attribution, self.claims[n], mention, toponym)


def _together(pages: Iterable[Page], claims: int, words: Words) -> Iterator[Row]:
    """Story, clusters, ladders, relations, descents, shared passages."""
    held = list(pages)
    for page in held:
        yield types.Member(
            cluster=vocab.MemberKind.STORY, cluster_id="story-1", member_id=page.document.id, name=words("title", 1)
        )
        for n, claim in page.claims.items():
            yield types.Member(
                cluster=vocab.MemberKind.CLAIM, cluster_id=f"c-{n:05d}", member_id=claim.id, name=words("claim", n)
            )
    for n in range(claims):
        names = tuple(words("source", (n + step) % 60) for step in range(1 + n % 3))
        yield types.Origin(
            cluster_id=f"c-{n:05d}", outlets=2, families=2, texts=1 + n % 2, origins_min=1, origins_max=len(names),
            names=names, first=None,
            derivation=(words("step", n), f"{words('source', n % 60)} is a party to what it claims"),
            about=(types.About(vocab.StepKind.COUNT), types.About(vocab.StepKind.PARTY, words("source", n % 60))),
        )  # fmt: skip
    for n in range(0, claims - 1, 4):
        yield types.Link(
            relation=RELATIONS[(n // 4) % len(RELATIONS)], left=f"c-{n:05d}", right=f"c-{n + 1:05d}",
            judge=words("judge", 1), detail=words("detail", n),
        )  # fmt: skip
    for copy, exemplar in itertools.pairwise(held):
        if copy.document.id != exemplar.document.id:
            yield _descent(copy, exemplar, words)
            yield _reuse(*sorted((copy, exemplar), key=lambda page: page.document.id), words)
    yield types.Descent(
        copy=held[0].document.id, copy_name=words("outlet", 0), exemplar=None, exemplar_name=words("agency", 2),
        basis=vocab.DescentBasis.CREDIT, score=1.0, detail=words("detail", 2),
    )  # fmt: skip


def _descent(copy: Page, exemplar: Page, words: Words) -> types.Descent:
    return types.Descent(
        copy=copy.document.id, copy_name=copy.document.publisher or "", exemplar=exemplar.document.id,
        exemplar_name=exemplar.document.publisher or "", basis=vocab.DescentBasis.SHARED_TEXT, score=0.5,
        detail=words("detail", 3),
    )  # fmt: skip


def _reuse(left: Page, right: Page, words: Words) -> types.Reuse:
    a, b = left.blocks[0].span, right.blocks[0].span
    return types.Reuse(
        left=a, right=b, matched=((a, b),), share_of_left=0.5, share_of_right=0.25, score=0.5, detail=words("detail", 4)
    )
