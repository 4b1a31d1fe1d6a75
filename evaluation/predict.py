"""Runs Sayso on a data file and writes the predictions that a scorer takes.

    python evaluation/predict.py TASK IN.jsonl[.gz] OUT.jsonl [--field wet|screen|html] [--flat] [--workers N]

Tasks: attribution, pages, pages_segments, dates, entities, places, times, stories, reuse, events. The file is in the
format of the development data; Sayso's rows are mapped to its labels and no more: nothing is decided here that a
user's run would not decide. Only the stages that a task needs are run; stages are pure, so the rest changes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import isaf
from tqdm import tqdm

from sayso.documents.formats.objects import read_object
from sayso.pipeline import annotate_all, collate
from sayso.types import Annotated, Span

Line = dict[str, Any]


def read_lines(path: str) -> Iterator[Line]:
    opener: Callable[..., Any] = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def prose(line: Line) -> Line:
    """What ``sayso annotate`` would be given for a line that holds an article's text."""
    given = {"id": line["id"], "text": line["text"], "prose": True}
    published = line.get("published") or line.get("dct")
    if published and len(published) == 10:
        given["published"] = published
    for name in ("publisher", "title"):
        if line.get(name):
            given[name] = line[name]
    return given


def flattened(line: Line) -> Line:
    """The page as flat text: the text of its HTML, line by line."""
    page = read_object({"id": line["id"], "html": line["html"]}).page
    return {"id": line["id"], "text": page.document.text if page else "", "url": line.get("url")}


def page_line(field: str, line: Line) -> Line:
    return {"id": line["id"], "html" if field == "html" else "text": line[field], "url": line.get("url")}


def dated_line(flat: bool, line: Line) -> Line:
    return flattened(line) if flat else {"id": line["id"], "html": line["html"], "url": line.get("url")}


def attribution_of(page: Annotated) -> Line:
    """A line an attribution; sources named side by side, of which each has a row of its own, are one phrase there."""
    roles = ("source", "cue", "content")
    by_words: dict[object, Line] = {}
    for row in page.attributions:
        line = by_words.setdefault((row.cue, row.content), {r: pairs(getattr(row, r)) for r in roles})
        if line["source"] and row.source and row.source[0].start > line["source"][-1][1]:
            line["source"] = [*line["source"][:-1], [line["source"][-1][0], row.source[-1].end]]
    return {"attributions": list(by_words.values())}


def body_of(page: Annotated) -> Line:
    return {"body": page.body}


def date_of(page: Annotated) -> Line:
    published = page.document.published
    return {"date": published.date if published else None}


#: The data set has no armed groups and no offices: it calls the former organisations and the latter persons.
COARSER = {"GROUP": "ORGANISATION", "ROLE": "PERSON"}


def entities_of(page: Annotated) -> Line:
    found = [
        {
            "span": [m.span.start, m.span.end],
            "type": COARSER.get(m.category.value, m.category.value),
            "entity_id": m.entity_id,
        }
        for m in page.mentions
    ]
    return {"entities": found}


def toponyms_of(page: Annotated) -> Line:
    """All its toponyms, of whatever use: the data counts nationalities and places in the names of bodies as well."""
    return {
        "toponyms": [{"span": [t.span.start, t.span.end], "lat": t.latitude, "lon": t.longitude} for t in page.toponyms]
    }


def timex_of(page: Annotated) -> Line:
    return {
        "timex": [{"span": [t.span.start, t.span.end], "type": t.type.value, "value": t.value} for t in page.timexes]
    }


def event_of(page: Annotated) -> Line:
    return {"event": isaf.fields(page)}


#: What each task gives Sayso for a line, which rows it needs, and how they become a prediction.
PER_DOCUMENT: dict[str, tuple[Callable[[Line], Line], tuple[str, ...], Callable[[Annotated], Line]]] = {
    "attribution": (prose, ("attributions",), attribution_of),
    "entities": (prose, ("mentions",), entities_of),
    "places": (prose, ("mentions", "toponyms"), toponyms_of),
    "times": (prose, ("timexes",), timex_of),
    "events": (prose, ("events",), event_of),
}


def predict(task: str, source: str, field: str = "wet", flat: bool = False, workers: int = 1) -> Iterator[Line]:
    """The predictions for a data file, in its order (for reuse: one line a pair)."""
    lines: Iterable[Line] = read_lines(source)
    if task in ("pages", "pages_segments"):
        yield from per_document(lines, partial(page_line, field), (), body_of, workers)
    elif task == "dates":
        yield from per_document(lines, partial(dated_line, flat), (), date_of, workers)
    elif task in PER_DOCUMENT:
        yield from per_document(lines, *PER_DOCUMENT[task], workers)
    elif task in ("stories", "reuse"):
        yield from over_all(task, lines, workers)
    else:
        raise ValueError(f"no task called {task!r}")


def per_document(
    lines: Iterable[Line],
    given: Callable[[Line], Line],
    wanted: tuple[str, ...],
    said: Callable[[Annotated], Line],
    workers: int,
) -> Iterator[Line]:
    readable = (page for line in lines if (page := read_object(given(line)).page) is not None)
    for page in annotate_all(readable, workers, wanted):
        yield {"id": page.document.label, **said(page)}


def over_all(task: str, lines: Iterable[Line], workers: int) -> Iterator[Line]:
    wanted = ("mentions",) if task == "stories" else ()
    readable = (page for line in lines if (page := read_object(prose(line)).page) is not None)
    pages = list(annotate_all(readable, workers, wanted))
    label = {page.document.id: page.document.label for page in pages}
    if task == "stories":
        for member in collate(pages, ("stories",)).stories:
            yield {"id": label[member.member_id], "cluster": member.cluster_id}
    else:
        for reuse in collate(pages, ("reuses",)).reuses:
            yield {"kind": "reuse", "a": label[reuse.left.document_id], "b": label[reuse.right.document_id]}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=[*PER_DOCUMENT, "pages", "pages_segments", "dates", "stories", "reuse"])
    parser.add_argument("source", metavar="IN.jsonl[.gz]")
    parser.add_argument("target", metavar="OUT.jsonl")
    parser.add_argument("--field", choices=("wet", "screen", "html"), default="wet", help="which form of a page")
    parser.add_argument("--flat", action="store_true", help="dates: flatten the page to text first")
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args(argv)
    found = predict(asked.task, asked.source, asked.field, asked.flat, asked.workers)
    with Path(asked.target).open("w", encoding="utf-8") as out:
        for line in tqdm(found, unit=" lines", disable=not sys.stderr.isatty()):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
