"""JSON Lines in, JSON Lines out: what ``sayso annotate`` and ``sayso collate`` do."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from sayso.documents.formats.objects import LONGEST_LINE, parse_object, read_object
from sayso.documents.formats.readings import Location, problem_reading
from sayso.documents.formats.streams import read_rows
from sayso.documents.page import Page, Reading
from sayso.exports.annotated import is_annotated, read_line
from sayso.exports.jsonl import Line, problem_line, write_collation, write_line
from sayso.pipeline import annotate_all, collate
from sayso.types import Annotated, Problem


class InputLine(NamedTuple):
    """A line of the input: its number from 1, its id (None if it holds no object), the object, and what is wrong."""

    number: int
    label: str | None
    found: Line | None
    reasons: tuple[str, ...]

    def reading(self) -> Reading:
        """The page that the line holds, or a reading that says why it holds none."""
        if self.found is None:
            return problem_reading("", *self.reasons)
        place = None if _id_of(self.found) else Location(uri=str(self.label))
        return read_object(self.found, place=place, reasons=self.reasons)

    def refusal(self, *reasons: str) -> Line:
        """The line to write out in place of one that cannot be used."""
        said = reasons or self.reasons
        return problem_line(self.label, [Problem(subject="", stage="read", reason=reason) for reason in said])


def read_input(stream: BinaryIO) -> Iterator[InputLine]:
    """The lines of a JSON Lines stream, without empty ones. A line without an id is identified by its number."""
    for row in read_rows(stream, LONGEST_LINE):
        if row.data is None:
            reason = f"line {row.number}: left out: it has {row.length:,} bytes, more than {LONGEST_LINE:,}"
            yield InputLine(row.number, None, None, (reason,))
        elif row.data.strip():
            found, reasons = parse_object(row.data.removeprefix(b"\xef\xbb\xbf") if row.number == 1 else row.data)
            if found is None:
                yield InputLine(row.number, None, None, tuple(f"line {row.number}: {reason}" for reason in reasons))
                continue
            if found.get("id") in (None, ""):
                reasons = (*reasons, "id is missing; the number of the line stands for it")
            yield InputLine(row.number, _id_of(found) or f"line {row.number}", found, reasons)


def annotate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """An annotated line for each line of the stream, in order, and whether it was read without a problem."""
    waiting: deque[tuple[str | None, Reading]] = deque()

    def pages() -> Iterator[Page]:
        for line in read_input(stream):
            reading = line.reading()
            waiting.append((line.label, reading))
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


@dataclass
class _Gathered:
    """What the input of a collation holds.

    ``pages`` are annotated pages by their labels, ``waiting`` pages still to be annotated, ``claim_ids`` maps our ids
    of claims to those in the input, and ``unusable`` are the lines to write out for input that cannot be used.
    """

    pages: dict[str, Annotated] = field(default_factory=dict)
    claim_ids: dict[str, str] = field(default_factory=dict)
    waiting: list[Page] = field(default_factory=list)
    unusable: list[Line] = field(default_factory=list)

    def take(self, line: InputLine) -> Line | None:
        """Takes in what a line holds; returns the line to write out where it cannot be used, or only in part."""
        found = line.found
        if found is None:
            return line.refusal()
        if "text" not in found and "html" not in found and "problems" in found:
            return found  # what annotate wrote for a line that it could not read
        if not is_annotated(found):
            reading = line.reading()
            if reading.page is None:
                return problem_line(line.label, reading.problems)
            self.waiting.append(reading.page)
            return problem_line(line.label, reading.problems) if reading.problems else None
        try:
            page, ids = read_line(found)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{type(error).__name__}: {error}"[:300]
            return line.refusal(f"the line is not of the shape that annotate writes ({reason})")
        self.pages[page.document.label] = page
        self.claim_ids |= ids
        return None


def collate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """The rows of a collation of all lines, each with True; then, with False, a line for each input line that could not
    be used, or only in part."""
    gathered = _Gathered()
    seen: set[str] = set()
    for line in read_input(stream):
        again = line.label is not None and line.label in seen
        reason = "this id was seen on an earlier line; this line is left out"
        said = line.refusal(reason) if again else gathered.take(line)
        seen.add(line.label or "")
        if said is not None:
            gathered.unusable.append(said)
    pages = gathered.pages
    for page in annotate_all(gathered.waiting, workers):
        pages[page.document.label] = page
    held = list(pages.values())
    relations = collate(held)
    for row in write_collation(held, relations, gathered.claim_ids):
        yield row, True
    for problem in relations.problems:
        yield problem_line(None, [problem]), False
    yield from ((refused, False) for refused in gathered.unusable)


def _id_of(found: Line) -> str | None:
    """The id that a line states: a string, or a whole number as its digits; None if there is neither."""
    value = found.get("id")
    whole = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if whole or (isinstance(value, str) and value) else None
