"""A folder of news pages beside the ``expected.json`` in it, and where the words of the one stand in the other."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.documents.formats.files import read
from sayso.pipeline import annotate, collate
from sayso.spans import Range, overlap
from sayso.types import Annotated, Attribution, Claim, Collated, Span

FOLDER = Path(__file__).resolve().parent.parent / "examples"
Expected = dict[str, Any]


@dataclass
class Newswire:
    expected: Expected
    pages: dict[str, Annotated]  # by label
    collated: Collated
    folder: str = ""  # its name


def newswire(folder: Path = FOLDER) -> Newswire:
    """The pages of a folder, read, annotated and collated by themselves, beside what is expected of them.

    They are read from addresses that are the same wherever the folder lies, so that every run has the same ids."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    by_place: dict[tuple[str, int], str] = {
        (entry["file"], entry.get("line", 0)): label for label, entry in expected["documents"].items()
    }
    pages = {}
    for file in sorted({file for file, _ in by_place}):
        with contextlib.chdir(folder.resolve().parent):
            readings = list(read(Path(folder.resolve().name) / file))
        for number, reading in enumerate(readings, 1):
            if reading.page is None:
                raise RuntimeError(f"{file} was not read: {reading.problems}")
            label = by_place.get((file, number)) or by_place[(file, 0)]
            pages[label] = annotate(reading.page)
    return Newswire(expected, pages, collate(pages.values()), folder.name)


def folded(text: str) -> str:
    """For comparing wordings: white space made one space, curly quotes straight."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("‘’“”", "''\"\""))).strip()


def pattern_of(words: str) -> str:
    """What matches some words, whatever white space stands between them."""
    return r"\s+".join(map(re.escape, words.split()))


def places_of(text: str, words: str) -> list[Range]:
    """Where some words stand in a text."""
    return [match.span() for match in re.finditer(pattern_of(words), text)]


def place_of(text: str, words: str) -> Range | None:
    """Where some words stand first."""
    return next(iter(places_of(text, words)), None)


def covered(text: str, ranges: Iterable[Sequence[int]]) -> set[int]:
    """The offsets of the characters in some ranges that are not white space."""
    return {i for start, end in ranges for i in range(start, end) if not text[i].isspace()}


def content_of(text: str, row: Attribution | Claim) -> set[int]:
    """The offsets of what is attributed or claimed, white space aside."""
    return covered(text, [(span.start, span.end) for span in row.content])


def attributed(page: Annotated, wanted: set[int]) -> list[Attribution]:
    """The attributions whose content and the wanted offsets share half of what both have."""
    held = ((row, content_of(page.document.text, row)) for row in page.attributions)
    return [row for row, own in held if own and wanted and len(own & wanted) >= 0.5 * len(own | wanted)]


def meets(page: Annotated, span: Span, words: str) -> bool:
    """Whether a span shares a character with some words, wherever they stand on the page."""
    return any(overlap((span.start, span.end), place) for place in places_of(page.document.text, words))


def listed_lines(text: str, listed: list[list[str]]) -> list[tuple[Range | None, str, str]]:
    """Where each ``[first words, zone]`` stands, down the page: to the end of its line or to the next one on it."""
    starts: list[Range | None] = []
    at = 0
    for words, _ in listed:
        pattern = pattern_of(words)
        at_start = re.compile(rf"^[^\S\n]*(?:{pattern})", re.MULTILINE)
        found = at_start.search(text, at) or re.compile(pattern).search(text, at)
        starts.append(found.span() if found else None)
        at = found.end() if found else at
    places: list[Range | None] = []
    following = len(text)
    for span in reversed(starts):
        if span:
            end_of_line = text.find("\n", span[1])
            places.append((span[0], min(following, len(text) if end_of_line < 0 else end_of_line)))
            following = span[0]
        else:
            places.append(None)
    return [(place, words, zone) for place, (words, zone) in zip(reversed(places), listed, strict=True)]
