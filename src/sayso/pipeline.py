"""Runs the stages: over one page, over many pages, and into a record.

A stage is a plain function. Its parameters say which rows it reads, and the name beside it in the list says which rows
it yields; both are keys of one pool of rows. This list and those of ``sayso.collating`` are all the wiring there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from sayso.collating import collate
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
from sayso.relating import relate
from sayso.stages import Stage, activity_of, needed, run, started
from sayso.types import Activity, Annotated, Problem
from sayso.workers import in_processes

__all__ = ["ANNOTATORS", "ReadResult", "annotate", "annotate_all", "collate", "read_into", "relate"]

#: The annotators, in the order in which they run on each document.
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


#: The fields of a page that annotators fill with rows of a record; a parse, for one, is no row.
ANNOTATED_ROWS = tuple(stage.yields for stage in ANNOTATORS if stage.yields in Annotated._fields)


def annotate(page: Page, wanted: Collection[str] | None = None) -> Annotated:
    """Finds everything on one page; the same page always gives the same rows.

    ``wanted`` names the kinds of rows to find (``("claims",)``); by default all of them. A stage that fails becomes a
    problem of the page. Raises TypeError where ``page`` is not a page, such as the whole reading that holds it.
    """
    if not isinstance(page, Page):
        raise TypeError(f"annotate takes a page (reading.page, where it is not None), not {type(page).__name__}")
    pool: dict[str, Any] = {"document": page.document, "blocks": page.blocks, "credits": page.credits}
    problems: list[Problem] = []
    try:
        with time_limit(ANNOTATING):
            run(needed(ANNOTATORS, wanted), pool, page.document.id, problems, lambda: _unparsed(page))
    except TimeLimitError as error:  # between two stages
        problems.append(Problem(subject=page.document.id, stage="annotate", reason=f"it was broken off: {error}"))
    problems += [Problem(subject=page.document.id, stage="parse", reason=reason) for reason in _not_annotated(page)]
    kept = {name: tuple(pool[name]) for name in Annotated._fields if name in pool and name != "document"}
    return Annotated(document=page.document, **kept, problems=tuple(problems))


def _not_annotated(page: Page) -> Iterator[str]:
    """Why a page, or part of it, is kept without annotations."""
    if page.document.language not in (None, "en"):
        yield f"the text is in {page.document.language!r}: it is kept and zoned, but only English is annotated"
    elif beyond := left_out(page.blocks):
        yield f"the last {beyond:,} characters of its prose are kept but not annotated: no article is as long"


def _unparsed(page: Page) -> dict[str, Any]:
    """What the later stages are given if the parse fails."""
    return {"parse": read_sentences(page.document, ())}


def annotate_all(pages: Iterable[Page], workers: int = 1, wanted: Collection[str] | None = None) -> Iterator[Annotated]:
    """:func:`annotate` over many pages, in order, in ``workers`` processes; only a few pages are in memory at a time.

    With several workers, a page that kills its process is yielded without annotations, with a problem that says so.
    """
    if workers <= 1:
        yield from (annotate(page, wanted) for page in pages)
        return
    yield from in_processes(partial(annotate, wanted=wanted), pages, workers, unannotated)


def unannotated(page: Page) -> Annotated:
    """What is left of a page that killed the process that annotated it."""
    reason = (
        "annotating it ended the process, for want of memory, of time or by a fault in a library; it is kept as it is"
    )
    problem = Problem(subject=page.document.id, stage="annotate", reason=reason)
    return Annotated(document=page.document, blocks=page.blocks, credits=page.credits, problems=(problem,))


# Into a record.


class ReadResult(NamedTuple):
    """How much a call of :func:`read_into` took in and added."""

    readings: int = 0
    new_documents: int = 0
    known_documents: int = 0
    new_rows: int = 0
    problems: int = 0


#: Is told how many readings have come in so far.
Progress = Callable[[int], None]


def read_into(
    record: Record, readings: Iterable[Reading], workers: int = 1, progress: Progress = lambda _: None
) -> ReadResult:
    """Keeps readings in a record: their bytes, their pages and all annotations; call :func:`relate` afterwards.

    Each document is one transaction for its page and one for its annotations, so an interruption loses at most the one
    in hand. Documents that this version has annotated already are skipped.
    """
    tally: Counter[str] = Counter()
    activity = activity_of("annotate")
    for page in annotate_all(_new_pages(record, readings, activity, tally, progress), workers):
        tally["new_rows"] += _keep_annotations(record, page, activity)
        tally["new_documents"] += 1
        tally["problems"] += len(page.problems)
        progress(tally["readings"])
    return ReadResult(**tally)


def _new_pages(
    record: Record, readings: Iterable[Reading], activity: Activity, tally: Counter[str], progress: Progress
) -> Iterator[Page]:
    """Keeps what was read and yields the pages that are still to be annotated."""
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
        if page is not None and not record.stands(page.document.id, activity.stage, activity.id):
            yield page
            continue
        tally["known_documents"] += page is not None
        progress(tally["readings"])


def _keep_annotations(record: Record, page: Annotated, activity: Activity) -> int:
    """Keeps what was found on a page, and queues its document for :func:`relate`; how many rows were new."""
    rows = [row for name in ANNOTATED_ROWS for row in getattr(page, name)]
    with record.writing() as writer:
        new = writer.add([started(activity, now())]) + writer.add([*rows, *page.problems], activity)
        writer.index(page.document, page.body)
        writer.stand(page.document.id, activity.stage, activity)
        writer.desk().arrive(page.document.id)
    return new
