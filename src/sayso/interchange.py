"""JSON Lines in, JSON Lines out: what ``sayso annotate`` and ``sayso collate`` do between a corpus and a pipe."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.documents.formats.objects import LONGEST_LINE, parse_object, read_object
from sayso.documents.formats.readings import problem_reading
from sayso.documents.formats.streams import read_rows
from sayso.documents.page import Page, Reading
from sayso.exports.annotated import is_annotated, read_line
from sayso.exports.jsonl import Line, problem_line, write_collation, write_line
from sayso.pipeline import annotate_all, collate
from sayso.types import Annotated, Problem


def read_objects(stream: BinaryIO) -> Iterator[tuple[Line | None, tuple[str, ...]]]:
    """The objects of a stream of JSON Lines; None, with the reasons, for a line that holds none."""
    for row in read_rows(stream, LONGEST_LINE):
        if row.data is None:
            yield None, (f"line {row.number} is left out: it has {row.length:,} bytes, more than {LONGEST_LINE:,}",)
        elif row.data.strip():
            yield parse_object(row.data.removeprefix(b"\xef\xbb\xbf") if row.number == 1 else row.data)


def annotate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """A line out for every line in, in order, and whether that line was read without a problem."""
    waiting: deque[tuple[Any, Reading]] = deque()

    def pages() -> Iterator[Page]:
        for found, reasons in read_objects(stream):
            reading = problem_reading("", *reasons) if found is None else read_object(found, reasons=reasons)
            waiting.append((_id_of(found), reading))
            if reading.page is not None:
                yield reading.page

    def unread() -> Iterator[tuple[Line, bool]]:
        while waiting and waiting[0][1].page is None:
            label, reading = waiting.popleft()
            yield problem_line(label, reading.problems), False

    for page in annotate_all(pages(), workers):
        yield from unread()
        _, reading = waiting.popleft()
        yield write_line(page, reading.problems), not reading.problems
    yield from unread()


def collate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """The rows of a collation of all the lines, with True; then a line for each that could not be used, with False."""
    pages: dict[str, Annotated] = {}
    claim_ids: dict[str, str] = {}
    unusable: list[Line] = []
    waiting: list[Page] = []
    seen: set[str] = set()
    for found, reasons in read_objects(stream):
        label = _id_of(found)
        known = str(label) in seen
        if found is None:
            unusable.append(_refusal(label, *reasons))
            continue
        seen.add(str(label))
        if known:
            unusable.append(_refusal(label, "this id was seen on an earlier line; this line is left out"))
        elif "text" not in found and "html" not in found and "problems" in found:
            unusable.append(found)
        elif is_annotated(found):
            try:
                page, ids = read_line(found)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                reason = f"{type(error).__name__}: {error}"[:300]
                unusable.append(_refusal(label, f"the line is not of the shape that annotate writes ({reason})"))
            else:
                pages[page.document.label] = page
                claim_ids |= ids
        else:
            reading = read_object(found, reasons=reasons)
            if reading.page is None:
                unusable.append(problem_line(label, reading.problems))
            else:
                waiting.append(reading.page)
    for page in annotate_all(waiting, workers):
        pages[page.document.label] = page
    held = list(pages.values())
    relations = collate(held)
    for line in write_collation(held, relations, claim_ids):
        yield line, True
    for problem in relations.problems:
        yield problem_line(None, [problem]), False
    for line in unusable:
        yield line, False


def _id_of(found: Line | None) -> Any:
    """The id that a line gave, as it gave it."""
    return found.get("id") if found else None


def _refusal(label: Any, *reasons: str) -> Line:
    return problem_line(label, [Problem(subject="", stage="read", reason=reason) for reason in reasons])
