"""The list of stages, and running it: over one page, over many, into a record.

A stage is a function. The names of its parameters say what it reads and the name beside it here says what it yields;
both are names in the pool of one page (or of one collation), so the list here and those of ``sayso.collating`` are the
whole wiring.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from sayso.collating import COLLATORS, collate
from sayso.documents.page import Page, Reading
from sayso.layers.attribution.annotator import find_attributions
from sayso.layers.attribution.tagger import tag_attributions
from sayso.layers.claims.annotator import find_claims
from sayso.layers.events.annotator import find_events
from sayso.layers.names.annotator import find_mentions
from sayso.layers.parsing.parse import left_out, read_sentences
from sayso.layers.places.annotator import resolve_places
from sayso.layers.quantities.annotator import find_quantities
from sayso.layers.times.annotator import find_times
from sayso.limits import ANNOTATING, TimeLimitError, time_limit
from sayso.record.store import Record, now
from sayso.relating import ANNOTATED_ROWS, pages_of, relate
from sayso.stages import Stage, activity_of, needed, run, started
from sayso.types import Annotated, Problem, Row
from sayso.workers import in_processes

__all__ = [
    "ANNOTATED_ROWS", "ANNOTATORS", "COLLATORS", "Kept", "Stage", "annotate", "annotate_all", "collate", "needed",
    "pages_of", "read_into", "relate", "run",
]  # fmt: skip

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


def unread(page: Page) -> Iterator[str]:
    """Why a page, or a part of it, is kept but not annotated."""
    if page.document.language not in (None, "en"):
        yield f"the text is in {page.document.language!r}: it is kept and zoned, but only English is annotated"
    elif beyond := left_out(page.blocks):
        yield f"the last {beyond:,} characters of its prose are kept but not annotated: no article is as long"


def annotate(page: Page, wanted: Collection[str] | None = None) -> Annotated:
    """One page → what the annotators find on it; only the kinds of rows that are wanted, where given (``("claims",)``).

    The same page gives the same rows.
    """
    pool: dict[str, Any] = {"document": page.document, "blocks": page.blocks, "credits": page.credits}
    problems: list[Problem] = []
    try:
        with time_limit(ANNOTATING):
            run(needed(ANNOTATORS, wanted), pool, page.document.id, problems, lambda: _unparsed(page))
    except TimeLimitError as error:  # between two stages
        problems.append(Problem(subject=page.document.id, stage="annotate", reason=f"it was broken off: {error}"))
    problems += [Problem(subject=page.document.id, stage="parse", reason=reason) for reason in unread(page)]
    kept = {name: tuple(pool[name]) for name in Annotated._fields if name in pool and name != "document"}
    return Annotated(document=page.document, **kept, problems=tuple(problems))


def _unparsed(page: Page) -> dict[str, Any]:
    """What the other stages are given where the parse fails."""
    return {"parse": read_sentences(page.document, ())}


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


class Kept(NamedTuple):
    """What reading into a record did."""

    readings: int = 0
    new_documents: int = 0
    known_documents: int = 0
    new_rows: int = 0
    problems: int = 0


#: Is told how many readings came in so far.
Progress = Callable[[int], None]


def read_into(
    record: Record, readings: Iterable[Reading], workers: int = 1, progress: Progress = lambda _: None
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
                progress(tally["readings"])
            elif record.stands(page.document.id, activity.stage, activity.id):
                tally["known_documents"] += 1
                progress(tally["readings"])
            else:
                yield page

    for page in annotate_all(unseen(), workers):
        with record.writing() as writer:
            tally["new_rows"] += writer.add([started(activity, now())])
            rows: list[Row] = [row for name in ANNOTATED_ROWS for row in getattr(page, name)]
            tally["new_rows"] += writer.add([*rows, *page.problems], activity)
            writer.index(page.document, page.body)
            writer.stand(page.document.id, activity.stage, activity)
            writer.desk().arrive(page.document.id)
        tally["new_documents"] += 1
        tally["problems"] += len(page.problems)
        progress(tally["readings"])
    return Kept(**tally)
