"""Relates the documents of a record: looks new ones up in its indexes, and makes anew only what they touch.

First the queue of new documents is entered, a batch in a transaction: pairs that share text are verified, stories
change, and these stories are queued, with those that share text with what changed. Then the relations of the queued
stories are made anew, a few stories in a transaction. Whatever interrupts it, the next run goes on from there.
Documents that no new one touches are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sayso.collating import (
    OF_A_UNIT,
    OF_NAMES,
    Unit,
    cited_in,
    citing_pages,
    documents_of,
    judged_of,
    relate_unit,
    units_of,
)
from sayso.limits import seldom_collected
from sayso.record.desk import Desk
from sayso.record.judgements import CurrentClaims, in_force
from sayso.record.store import Record, now
from sayso.record.texts import Texts
from sayso.record.writer import Writer
from sayso.relations.index.postings import Entry, id_of, number_of
from sayso.relations.names.press import outlets_of
from sayso.relations.reuse.collator import update_reuse
from sayso.relations.stories.collator import story_rows, update_stories
from sayso.relations.stories.subjects import Subject, tell_all
from sayso.stages import activity_of, started
from sayso.types import (
    Activity,
    Annotated,
    Attribution,
    Block,
    Claim,
    Credit,
    Document,
    EventMention,
    Judgement,
    Mention,
    Problem,
    Quantity,
    Row,
    Timex,
    Toponym,
    hash_of,
    spans_of,
)

if TYPE_CHECKING:
    from sayso.relations.index.postings import Keys

#: How many documents are entered, and how many stories are made anew, in one transaction.
ENTERED, RENEWED = 500, 50


#: The kinds of rows of a page, by the names of its fields.
OF_A_PAGE: dict[str, type[Row]] = {
    "blocks": Block,
    "credits": Credit,
    "mentions": Mention,
    "toponyms": Toponym,
    "timexes": Timex,
    "quantities": Quantity,
    "attributions": Attribution,
    "events": EventMention,
    "claims": Claim,
}


def pages_of(record: Record, documents: Iterable[str] | None = None) -> list[Annotated]:
    """The annotated pages of a record, sorted by document id; all of them, or those of some documents."""
    asked = sorted(set(documents)) if documents is not None else sorted(d.id for d in record.documents())
    found: dict[str, dict[str, list[Row]]] = {document: {} for document in asked}
    for name, cls in OF_A_PAGE.items():
        for row in record.of_documents(cls, asked):
            found[next(spans_of(row)).document_id].setdefault(name, []).append(row)
    pages = []
    for document in record.take(Document, asked):
        rows: dict[str, Any] = {name: tuple(held) for name, held in found[document.id].items()}
        pages.append(Annotated(**{"document": document, "blocks": (), **rows}))
    return pages


def relate(record: Record) -> int:
    """Relates what was read into a record, and what people judged, since this version of Sayso last did so; everything,
    if another version did it last. Returns how many rows were new."""
    with seldom_collected():
        return _relate(record)


def _relate(record: Record) -> int:
    activity = activity_of("collate", annotate=activity_of("annotate").id)
    new = 0
    if not record.stands("", activity.stage, activity.id):
        with record.writing() as writer:
            writer.desk().empty()
            new += writer.add([started(activity, now())])
            writer.stand("", activity.stage, activity)
    texts = Texts(record)
    while True:
        with record.writing() as writer:
            arrived = writer.desk().arrived(ENTERED)
            new += _enter(record, writer, arrived, texts, activity) if arrived else 0
        if not arrived:
            break
    judgements = _present(record)
    with record.writing() as writer:
        _heed(record, writer.desk(), judgements)
    while True:
        with record.writing() as writer:
            waiting = writer.desk().waiting(RENEWED)
            new += _renew(record, writer, waiting, judgements, activity) if waiting else 0
        if not waiting:
            return new


# New documents.


def _enter(record: Record, writer: Writer, arrived: Sequence[str], texts: Texts, activity: Activity) -> int:
    """Enters documents into the indexes, keeps the rows of shared text that they change, and queues stories."""
    desk = texts.desk = writer.desk()
    numbers = [number_of(document) for document in arrived]
    reuse = update_reuse(desk.passages, texts, numbers)
    # by id, so that the order does not depend on how they were found
    new = writer.add(sorted(reuse.rows.values(), key=attrgetter("id")), activity)
    known = desk.sharing({number for pair in (*reuse.rows, *reuse.gone) for number in pair})
    rows = writer.places(reuse.rows)
    changed = [pair for pair, place in rows.items() if known.get(pair) != place]
    desk.unshare(reuse.gone)
    desk.share({pair: rows[pair] for pair in changed})
    pages = pages_of(record, arrived)
    desk.tell(_told(pages))
    stories = update_stories(desk.subjects, desk, numbers)
    desk.wait(desk.story_of(_citing(desk, pages)).values())
    touched = {number for pair in (*changed, *reuse.gone) for number in pair}
    touched |= {number for pair in desk.sharing(touched) for number in pair}
    desk.wait({*stories, *desk.story_of(touched).values()})
    desk.related(arrived)
    return new


def _told(pages: Sequence[Annotated]) -> dict[int, Subject]:
    blocks = (block for page in pages for block in page.blocks)
    return tell_all([page.document for page in pages], blocks, (mention for page in pages for mention in page.mentions))


def _citing(desk: Desk, pages: Sequence[Annotated]) -> set[int]:
    """Enters whom the pages cite and which outlets they show; returns the documents that cite a newly known outlet."""
    desk.citations.enter([Entry(number_of(p.document.id), 0, _keys_of(cited_in([p]))) for p in pages])
    learnt = desk.learn(shown for page in pages for shown in outlets_of(page.document).items())
    return set(desk.citations.every(_keys_of(learnt)).documents.tolist())


def _keys_of(cited: Iterable[str]) -> Keys:
    import numpy as np

    return np.unique(np.array([number_of(hash_of("trace", trace)) for trace in cited], np.int64))


# Judgements.


def _present(record: Record) -> list[Judgement]:
    """The judgements in force, with the ids that their claims have now."""
    holding = in_force(record.judgements())
    about = {claim for j in holding if j.verdict not in OF_NAMES for claim in (*j.left, *j.right)}
    claims = [claim for claim in record.take(Claim, about) if claim.content]
    judged = record.take(Document, {claim.content[0].document_id for claim in claims})
    documents = list(chain.from_iterable(map(record.of_capture, sorted({d.capture_id for d in judged}))))
    return CurrentClaims(record, documents, record.of_documents(Claim, [d.id for d in documents])).resolve(holding)[0]


def _heed(record: Record, desk: Desk, judgements: Sequence[Judgement]) -> None:
    """Queues the stories of judgements that were made or undone since the last run."""
    obeyed = desk.obeyed()
    present = {j.id: [] if j.verdict in OF_NAMES else [*j.left, *j.right] for j in judgements}
    changed = [present.get(key) or obeyed.get(key) or [] for key in obeyed.keys() ^ present.keys()]
    if not all(changed):  # a judgement on names, which may stand anywhere
        desk.wait_for_all()
    claims = {claim for about in changed for claim in about}
    desk.wait(desk.story_of(_documents_of(record, claims)).values())
    if changed:
        desk.obey(present)


def _documents_of(record: Record, claims: Iterable[str]) -> set[int]:
    return {number_of(claim.content[0].document_id) for claim in record.take(Claim, claims) if claim.content}


# Queued stories.


def _renew(
    record: Record, writer: Writer, waiting: Sequence[str], judgements: Sequence[Judgement], activity: Activity
) -> int:
    """Makes anew the relations of the stories, and of those that judgements tie to them."""
    desk = writer.desk()
    new = 0
    tied = [set(desk.story_of(_documents_of(record, (*j.left, *j.right))).values()) for j in _of_claims(judgements)]
    for stories in units_of(waiting, [together for together in tied if len(together) > 1]):
        if set(stories).isdisjoint(waiting):
            continue
        for story in stories:
            desk.clear(story)
        held = {story: numbers for story in stories if (numbers := desk.in_story(story))}
        if held:
            rows = _rows_of(record, desk, held, judgements)
            new += writer.add(rows, activity)
            desk.stand(stories[0], (row.id for row in rows if not isinstance(row, Problem)))
    return new


def _of_claims(judgements: Iterable[Judgement]) -> list[Judgement]:
    return [j for j in judgements if j.verdict not in OF_NAMES]


def _rows_of(
    record: Record, desk: Desk, held: Mapping[str, Sequence[int]], judgements: Sequence[Judgement]
) -> list[Row]:
    """The relations of one unit; ``held`` has the documents of its stories."""
    own = {number for numbers in held.values() for number in numbers}
    near = {number for pair in desk.sharing(own) for number in pair} - own
    beside = {page.document.id: page for page in pages_of(record, _ids(own | near))}
    pages = [beside[document] for document in _ids(own)]
    citing = map(number_of, citing_pages(pages, [beside[document] for document in _ids(near)]))
    reuses = list(record.pairs_at(desk.sharing(own.union(citing)).values()))
    far = {document for row in reuses for document in documents_of(row)} - beside.keys()
    told = desk.told(own)
    members = [
        row
        for _, numbers in sorted(held.items())
        for row in story_rows([beside[document].document for document in _ids(numbers)], told)
    ]
    unit = Unit(
        pages=pages,
        stories=members,
        near=[beside[document] for document in _ids(near)],
        far=list(record.take(Document, far)),
        reuses=reuses,
        judgements=judged_of(judgements, {claim.id for page in pages for claim in page.claims}),
        outlets=desk.outlets(cited_in(pages)),
    )
    problems: list[Problem] = []
    found = relate_unit(unit, OF_A_UNIT, problems)
    return [*members, *(row for rows in found.values() for row in rows), *problems]


def _ids(numbers: Iterable[int]) -> list[str]:
    return sorted(id_of("document", number) for number in numbers)
