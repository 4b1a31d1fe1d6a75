"""The list of stages, and running it: over one page, over many, over a record.

A stage is a function. The names of its parameters say what it reads and the name beside it here says what it yields;
both are names in the pool of one page (or of one collation), so the lists below are the whole wiring.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from sayso import __version__, assets
from sayso.documents.page import Page, Reading
from sayso.layers.attribution import find_attributions
from sayso.layers.claims import find_claims
from sayso.layers.events import find_events
from sayso.layers.mentions import find_mentions
from sayso.layers.parse import left_out, read_sentences
from sayso.layers.places import resolve_places
from sayso.layers.quantities import find_quantities
from sayso.layers.tagger import tag_attributions
from sayso.layers.times import find_times
from sayso.limits import ANNOTATING, TimeLimitError, time_limit
from sayso.record.judgements import Current, digest_of, held
from sayso.record.store import Record, now
from sayso.relations.agreement import relate_claims
from sayso.relations.identity import resolve_entities
from sayso.relations.judgedbodies import obey_names
from sayso.relations.lineage import find_descent
from sayso.relations.origins import count_origins
from sayso.relations.reuse import find_reuse
from sayso.relations.stories import cluster_stories
from sayso.types import (
    Activity,
    Annotated,
    Collated,
    Judgement,
    Member,
    Problem,
    Row,
    hash_of,
    spans_of,
    values,
)
from sayso.workers import in_processes


class Stage(NamedTuple):
    """One stage: what it yields and the function that yields it. Several names where it yields several lists."""

    yields: str
    function: Callable[..., Any]

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(inspect.signature(self.function).parameters)


def all_members(stories: Sequence[Member], entities: Sequence[Member], clusters: Sequence[Member]) -> list[Member]:
    """The members of every kind of cluster, for the stages that follow names and stories across documents."""
    return [*stories, *entities, *clusters]


#: One document at a time, in this order.
ANNOTATORS = (
    Stage("parse", read_sentences),
    Stage("mentions", find_mentions),
    Stage("toponyms", resolve_places),
    Stage("timexes", find_times),
    Stage("quantities", find_quantities),
    Stage("tagged", tag_attributions),
    Stage("attributions", find_attributions),
    Stage("events", find_events),
    Stage("claims", find_claims),
)

#: Many documents at a time, in this order.
COLLATORS = (
    Stage("reuses", find_reuse),
    Stage("entities", resolve_entities),
    Stage("entities", obey_names),
    Stage("stories", cluster_stories),
    Stage("descents", find_descent),
    Stage("clusters links", relate_claims),
    Stage("members", all_members),
    Stage("origins", count_origins),
)


def needed(stages: Sequence[Stage], wanted: Collection[str] | None) -> list[Stage]:
    """The stages that yield what is wanted, and those that they read from, in order; all where ``wanted`` is None."""
    if wanted is None:
        return list(stages)
    names, kept = set(wanted), []
    for stage in reversed(stages):
        if names & set(stage.yields.split()):
            names |= set(stage.reads)
            kept.append(stage)
    return kept[::-1]


def run(stages: Sequence[Stage], pool: dict[str, Any], subject: str, problems: list[Problem]) -> None:
    """Runs the stages over the pool, which grows by what they yield. A stage that fails yields nothing and adds to the
    problems: one bad document never stops a corpus."""
    for stage in stages:
        names = stage.yields.split()
        try:
            found = stage.function(**{name: pool[name] for name in stage.reads})
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"[:500]
            problems.append(
                Problem(subject=subject, stage=names[0], reason=f"this stage failed and was left out ({reason})")
            )
            found = read_sentences(pool["document"], ()) if names == ["parse"] else [[] for _ in names]
            found = found if len(names) > 1 or names == ["parse"] else []
        pool |= zip(names, found, strict=True) if len(names) > 1 else {names[0]: found}


def unread(page: Page) -> Iterator[str]:
    """Why a page, or a part of it, is kept but not annotated."""
    if page.document.language not in (None, "en"):
        yield f"the text is in {page.document.language!r}: it is kept and zoned, but only English is annotated"
    elif beyond := left_out(page.document, page.blocks):
        yield f"the last {beyond:,} characters of its prose are kept but not annotated: no article is as long"


def annotate(page: Page, wanted: Collection[str] | None = None) -> Annotated:
    """One page → what the annotators find on it; only the kinds of rows that are wanted, where given (``("claims",)``).

    The same page gives the same rows.
    """
    pool: dict[str, Any] = {"document": page.document, "blocks": page.blocks, "credits": page.credits}
    problems: list[Problem] = []
    try:
        with time_limit(ANNOTATING):
            run(needed(ANNOTATORS, wanted), pool, page.document.id, problems)
    except TimeLimitError as error:  # between two stages
        problems.append(Problem(subject=page.document.id, stage="annotate", reason=f"it was broken off: {error}"))
    problems += [Problem(subject=page.document.id, stage="parse", reason=reason) for reason in unread(page)]
    kept = {name: tuple(pool[name]) for name in Annotated._fields if name in pool and name != "document"}
    return Annotated(document=page.document, **kept, problems=tuple(problems))


def collate(
    pages: Iterable[Annotated], wanted: Collection[str] | None = None, judgements: Sequence[Judgement] = ()
) -> Collated:
    """Rows of many documents → relations among them, all or those wanted, in which people's judgements are obeyed. The
    order of the pages does not matter."""
    once = {page.document.id: page for page in pages}
    held = [once[key] for key in sorted(once)]
    pool: dict[str, Any] = {"documents": [page.document for page in held], "judgements": judgements}
    pool["told_of"] = None
    for name in ("blocks", "credits", "mentions", "toponyms", "timexes", "attributions", "events", "claims"):
        pool[name] = [row for page in held for row in getattr(page, name)]
    problems: list[Problem] = []
    run(needed(COLLATORS, wanted), pool, "collation", problems)
    kept = {name: tuple(pool[name]) for name in Collated._fields if name in pool}
    return Collated(**kept, problems=tuple(problems))


def annotate_all(pages: Iterable[Page], workers: int = 1, wanted: Collection[str] | None = None) -> Iterator[Annotated]:
    """:func:`annotate` over many pages, in their order, in ``workers`` processes; few pages are in memory at a time.

    A page that ends its process is kept without annotations, with the problem; with one worker nothing can.
    """
    if workers <= 1:
        yield from (annotate(page, wanted) for page in pages)
        return
    yield from in_processes(partial(annotate, wanted=wanted), pages, workers, unannotated)


def unannotated(page: Page) -> Annotated:
    """What is kept of a page that ended the process which annotated it."""
    reason = (
        "annotating it ended the process, for want of memory, of time or by a fault in a library; it is kept as it is"
    )
    problem = Problem(subject=page.document.id, stage="annotate", reason=reason)
    return Annotated(document=page.document, blocks=page.blocks, credits=page.credits, problems=(problem,))


# Over a record.


def activity_of(stage: str, **parameters: str) -> Activity:
    """The activity of running a stage with this version of Sayso and its assets."""
    used = values(**{name: digest[:16] for name, digest in assets.digests().items()})
    return Activity(stage=stage, version=__version__, parameters=values(**parameters), assets=used)


class Kept(NamedTuple):
    """What reading into a record did."""

    readings: int = 0
    new_documents: int = 0
    known_documents: int = 0
    new_rows: int = 0
    problems: int = 0


Progress = Callable[[str, int], None]


def read_into(
    record: Record, readings: Iterable[Reading], workers: int = 1, progress: Progress = lambda _what, _n: None
) -> Kept:
    """Keeps what is read: bytes, pages, annotations, one transaction a document, so that stopping loses at most the
    one in hand. Documents already annotated by this version are passed over. Relations are made by :func:`relate`."""
    tally = {"readings": 0, "new_documents": 0, "known_documents": 0, "new_rows": 0, "problems": 0}
    activity = activity_of("annotate")

    def unseen() -> Iterator[Page]:
        for reading in readings:
            tally["readings"] += 1
            tally["problems"] += len(reading.problems)
            page = reading.page
            with record.writing() as writer:
                if reading.capture is not None:
                    writer.keep(reading.capture, reading.data)
                tally["new_rows"] += writer.add(reading.problems)
                if page is not None:
                    tally["new_rows"] += writer.add([page.document, *page.blocks, *page.credits])
            if page is None:
                progress("read", tally["readings"])
            elif record.stands(page.document.id, activity.stage, activity.id):
                tally["known_documents"] += 1
                progress("read", tally["readings"])
            else:
                yield page

    for page in annotate_all(unseen(), workers):
        with record.writing() as writer:
            started = Activity(**{**_fields(activity), "started_at": now()})
            tally["new_rows"] += writer.add([started])
            rows: list[Row] = [row for name in ANNOTATED_ROWS for row in getattr(page, name)]
            tally["new_rows"] += writer.add([*rows, *page.problems], activity)
            writer.index(page.document, page.body)
            writer.stand(page.document.id, activity.stage, activity)
        tally["new_documents"] += 1
        tally["problems"] += len(page.problems)
        progress("read", tally["readings"])
    return Kept(**tally)


ANNOTATED_ROWS = ("mentions", "toponyms", "timexes", "quantities", "attributions", "events", "claims")


def _fields(activity: Activity) -> dict[str, Any]:
    return {
        "stage": activity.stage,
        "version": activity.version,
        "parameters": activity.parameters,
        "assets": activity.assets,
    }


def pages_of(record: Record) -> list[Annotated]:
    """The pages of a record as they were annotated, by document id."""
    found: dict[str, dict[str, list[Any]]] = {document.id: {} for document in record.documents()}
    for name in ("blocks", "credits", *ANNOTATED_ROWS):
        for row in getattr(record, name)():
            found[next(spans_of(row)).document_id].setdefault(name, []).append(row)
    pages = []
    for document in sorted(record.documents(), key=lambda d: d.id):
        rows: dict[str, Any] = {name: tuple(held) for name, held in found[document.id].items()}
        pages.append(Annotated(**{"document": document, "blocks": (), **rows}))
    return pages


def relate(record: Record) -> int:
    """Makes the relations among all documents of a record, unless those that stand are of these very documents and
    judgements and this version; how many rows were new."""
    ids = sorted(document.id for document in record.documents())
    holding = held(record.judgements())
    activity = activity_of(
        "collate", documents=hash_of("set", ids), annotate=activity_of("annotate").id, judgements=digest_of(holding)
    )
    if record.stands("", activity.stage, activity.id):
        return 0
    started = Activity(**{**_fields(activity), "started_at": now()})
    pages = pages_of(record)
    current = Current(record, (p.document for p in pages), (c for p in pages for c in p.claims))
    found = collate(pages, judgements=current.present(holding)[0])
    rows: list[Row] = [row for name in Collated._fields for row in getattr(found, name)]
    with record.writing() as writer:
        new = writer.add([started])
        new += writer.add(rows, activity)
        writer.stand("", activity.stage, activity)
    return new
