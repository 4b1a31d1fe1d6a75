"""JSON Lines in, JSON Lines out: what ``sayso annotate`` and ``sayso collate`` do between a corpus and a pipe."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple

from sayso.documents.formats.objects import LONGEST_LINE, parse_object, read_object
from sayso.documents.formats.readings import Location, problem_reading
from sayso.documents.formats.streams import read_rows
from sayso.documents.page import Page, Reading
from sayso.exports.annotated import is_annotated, read_line
from sayso.exports.jsonl import Line, problem_line, write_collation, write_line
from sayso.pipeline import annotate_all, collate
from sayso.types import Annotated, Problem


class Given(NamedTuple):
    """A line that came in: its number from 1, the id that it goes by (None where it holds no object), the object, and
    what is wrong with it."""

    number: int
    label: str | None
    found: Line | None
    reasons: tuple[str, ...]

    def reading(self) -> Reading:
        """The page that it holds, or why it holds none."""
        if self.found is None:
            return problem_reading("", *self.reasons)
        place = None if _id_of(self.found) else Location(uri=str(self.label))
        return read_object(self.found, place=place, reasons=self.reasons)

    def refusal(self, *reasons: str) -> Line:
        """What is written of it where it cannot be used."""
        said = reasons or self.reasons
        return problem_line(self.label, [Problem(subject="", stage="read", reason=reason) for reason in said])


def read_given(stream: BinaryIO) -> Iterator[Given]:
    """The lines of a stream of JSON Lines that are not empty. One without an id goes by its number."""
    for row in read_rows(stream, LONGEST_LINE):
        if row.data is None:
            reason = f"line {row.number}: left out: it has {row.length:,} bytes, more than {LONGEST_LINE:,}"
            yield Given(row.number, None, None, (reason,))
        elif row.data.strip():
            found, reasons = parse_object(row.data.removeprefix(b"\xef\xbb\xbf") if row.number == 1 else row.data)
            if found is None:
                yield Given(row.number, None, None, tuple(f"line {row.number}: {reason}" for reason in reasons))
                continue
            if found.get("id") in (None, ""):
                reasons = (*reasons, "id is missing; the number of the line stands for it")
            yield Given(row.number, _id_of(found) or f"line {row.number}", found, reasons)


def annotate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """A line out for every line in, in order, and whether that line was read without a problem."""
    waiting: deque[tuple[str | None, Reading]] = deque()

    def pages() -> Iterator[Page]:
        for given in read_given(stream):
            reading = given.reading()
            waiting.append((given.label, reading))
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
    """What the lines hold that are to be related: pages read and annotated by their ids, the ids that the lines gave
    their claims by our own, pages still to be annotated; and what is written of the lines that cannot be used."""

    pages: dict[str, Annotated] = field(default_factory=dict)
    claim_ids: dict[str, str] = field(default_factory=dict)
    waiting: list[Page] = field(default_factory=list)
    unusable: list[Line] = field(default_factory=list)

    def take(self, given: Given) -> Line | None:
        """Takes what a line holds, or says why it cannot be used."""
        found = given.found
        if found is None:
            return given.refusal()
        if "text" not in found and "html" not in found and "problems" in found:
            return found  # what annotate wrote of a line that it could not read
        if not is_annotated(found):
            reading = given.reading()
            if reading.page is None:
                return problem_line(given.label, reading.problems)
            self.waiting.append(reading.page)
            return problem_line(given.label, reading.problems) if reading.problems else None
        try:
            page, ids = read_line(found)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{type(error).__name__}: {error}"[:300]
            return given.refusal(f"the line is not of the shape that annotate writes ({reason})")
        self.pages[page.document.label] = page
        self.claim_ids |= ids
        return None


def collate_lines(stream: BinaryIO, workers: int = 1) -> Iterator[tuple[Line, bool]]:
    """The rows of a collation of all the lines, with True; then, with False, a line for each that could not be used, or
    not all of it."""
    gathered = _Gathered()
    seen: set[str] = set()
    for given in read_given(stream):
        again = given.label is not None and given.label in seen
        reason = "this id was seen on an earlier line; this line is left out"
        said = given.refusal(reason) if again else gathered.take(given)
        seen.add(given.label or "")
        if said is not None:
            gathered.unusable.append(said)
    pages = gathered.pages
    for page in annotate_all(gathered.waiting, workers):
        pages[page.document.label] = page
    held = list(pages.values())
    relations = collate(held)
    for line in write_collation(held, relations, gathered.claim_ids):
        yield line, True
    for problem in relations.problems:
        yield problem_line(None, [problem]), False
    yield from ((line, False) for line in gathered.unusable)


def _id_of(found: dict[str, Any]) -> str | None:
    """The id that a line gives: words, or a whole number in its digits."""
    value = found.get("id")
    whole = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if whole or (isinstance(value, str) and value) else None
