"""PDF: printed pages, press releases and e-papers, as the lines and paragraphs that a reader sees.

The only importer of pypdfium2, which is optional. A PDF has letters at places, no paragraphs: these are told by the
distance of lines, their size, their indent, and where a line ends short. What runs along the top and bottom of every
page is put last, so that a paragraph which goes over a page's end stays one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from sayso.documents.formats.kinds import Kind
from sayso.documents.formats.readings import Location, capture_of, later, problem_reading, read_text
from sayso.documents.page import Given, Reading
from sayso.limits import READING, TimeLimitError, time_limit
from sayso.types import Capture

INSTALL = "reading PDF needs pypdfium2: python -m pip install 'pypdfium2>=5'"
#: More pages, or characters on one page, than these are not read: no article is as long.
MOST_PAGES = 1_000
MOST_LETTERS = 200_000
#: A line further below the last than this many times the page's usual distance begins a paragraph.
APART = 1.3
#: Letters that differ in height by more than this share are of another font: a headline, a caption.
OTHER_SIZE = 0.18
#: A first line is indented by at least this share of its height, and at most by this many heights.
INDENT, DEEPEST_INDENT = 0.6, 5.0
#: A line that ends before this share of its column's width ends its paragraph, if it ends a sentence too.
SHORT = 0.85
#: This many lines at the top and at the bottom of a page may run through the document, on this share of its pages.
RUNNING, RUNS_ON = 3, 0.5

ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
DIGITS = re.compile(r"\d+")
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")
#: How pdfium writes a hyphen that only divides a word at a line's end.
HYPHEN = ("\ufffe", "\x02")


class Printed(NamedTuple):
    """A line of a page: its words, and its box in points, from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    height: float


def read_pdf(
    data: bytes, *, place: Location, now: str | None = None, status: int | None = None, reasons: Sequence[str] = ()
) -> Iterator[Reading]:
    """The document that a PDF holds. ``now`` is when it was received (ISO 8601, UTC), ``status`` and ``reasons`` are
    what an archive says of it."""
    capture = capture_of(data, place, Kind.PDF.value, now, status)
    yield later(_read_document, capture, data, place, reasons=reasons)


def _read_document(capture: Capture, data: bytes, place: Location, *, reasons: Sequence[str]) -> Reading:
    try:
        import pypdfium2
    except ImportError:
        return problem_reading(place.uri, INSTALL)
    said = list(reasons)
    try:
        with time_limit(READING), pypdfium2.PdfDocument(data) as document:
            pages = _read_pages(document, said)
    except TimeLimitError as error:
        return problem_reading(place.uri, *said, f"reading it was broken off: {error}")
    except (pypdfium2.PdfiumError, ValueError) as error:
        return problem_reading(
            place.uri, *said, f"the PDF cannot be read: it is broken or locked by a password ({error})"
        )
    text, running = linear_text(pages)
    if not text.strip():
        return problem_reading(
            place.uri, *said, "the PDF holds no text: it is a scan, which needs character recognition first"
        )
    address = place.uri if place.uri.startswith(("http://", "https://")) else _stated_address(running)
    return read_text(capture, data, Given(url=address), text=text, reasons=said)


def _read_pages(document: Any, said: list[str]) -> list[list[Printed]]:
    """The lines of each page; what could not be read of them is added to ``said``. A broken page spares the others."""
    from pypdfium2 import PdfiumError

    pages: list[list[Printed]] = []
    if len(document) > MOST_PAGES:
        said.append(f"only the first {MOST_PAGES:,} of its {len(document):,} pages were read")
    for number in range(min(len(document), MOST_PAGES)):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as letters:
                if (count := letters.count_chars()) > MOST_LETTERS:
                    said.append(
                        f"of its page {number + 1} only the first {MOST_LETTERS:,} of {count:,} letters were read"
                    )
                pages.append(_printed_lines(letters))
        except PdfiumError as error:
            said.append(f"its page {number + 1} cannot be read ({error})")
    return pages


def _printed_lines(letters: Any) -> list[Printed]:
    """The lines of one page, in the order in which they were set."""
    count = min(letters.count_chars(), MOST_LETTERS)
    found: list[Printed] = []
    start = 0
    codes = letters.get_text_range(0, count, errors="replace") if count else ""
    if len(codes) != count:  # letters outside the basic plane are two units each: places would be off by one
        codes = "".join(letters.get_text_range(i, 1, errors="replace")[:1] or " " for i in range(count))
    for end in [*(i for i, code in enumerate(codes) if code in "\r\n"), count]:
        words = codes[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip()) - 1
            left, bottom, _, top = letters.get_charbox(first, loose=True)
            right = letters.get_charbox(last, loose=True)[2]
            found.append(Printed(" ".join(words.split()), left, bottom, right, max(top - bottom, 0.1)))
        start = end + 1
    return found


def linear_text(pages: Sequence[Sequence[Printed]]) -> tuple[str, list[str]]:
    """The paragraphs of a document, an empty line between them, then its running lines; and these once more."""
    places = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, count in places.items() if count >= 2 and count >= RUNS_ON * len(pages)}
    running: list[str] = []
    paragraphs: list[list[str]] = []
    for page in pages:
        edges = {id(line) for line in _edges(page) if _key(line) in often}
        running += [line.text for line in page if id(line) in edges]
        kept = [line for line in page if id(line) not in edges]
        for number, paragraph in enumerate(_paragraphs(kept)):
            if number == 0 and paragraphs and _goes_on(paragraphs[-1][-1], paragraph[0]):
                paragraphs[-1] += paragraph
            else:
                paragraphs.append(paragraph)
    return "\n\n".join([*(_joined(lines) for lines in paragraphs), *running]), running


def _edges(page: Sequence[Printed]) -> list[Printed]:
    ordered = sorted(page, key=lambda line: line.bottom)
    return ordered[:RUNNING] + ordered[RUNNING:][-RUNNING:]


def _key(line: Printed) -> tuple[str, int]:
    """A line without its numbers, which differ from page to page, and the height at which it stands on every page."""
    return DIGITS.sub("0", line.text), round(line.bottom / 3)


def _paragraphs(lines: Sequence[Printed]) -> list[list[str]]:
    """The lines of a page in paragraphs."""
    steps = [step for a, b in pairwise(lines) if (step := a.bottom - b.bottom) > 0]
    pitch = median(steps) if steps else 0.0
    width = max((line.right - line.left for line in lines), default=0.0)
    found: list[list[str]] = []
    last: Printed | None = None
    for line in lines:
        if last is None or _begins(line, last, pitch, width):
            found.append([line.text])
        else:
            found[-1].append(line.text)
        last = line
    return found


def _begins(line: Printed, last: Printed, pitch: float, width: float) -> bool:
    if abs(line.height - last.height) > OTHER_SIZE * max(line.height, last.height):
        return True
    step = last.bottom - line.bottom
    if step <= 0:  # the top of the next column
        return not _goes_on(last.text, line.text)
    if step > APART * pitch and step > APART * line.height:
        return True
    indent = line.left - last.left
    ended = ENDS.search(last.text) is not None
    if ended and INDENT * line.height <= indent <= DEEPEST_INDENT * line.height:
        return True
    return ended and last.right - last.left < SHORT * width and indent > -INDENT * line.height


def _goes_on(text: str, following: str) -> bool:
    """Whether a paragraph goes on over the end of a column or a page."""
    return not ENDS.search(text) and (following[:1].islower() or text.endswith((*HYPHEN, ",", "-")))


def _joined(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one, words put together that were divided at a line's end."""
    text = " ".join(lines)
    for mark in HYPHEN:
        text = text.replace(f"{mark} ", "").replace(mark, "")
    return text


def _stated_address(running: Sequence[str]) -> str | None:
    """The address of the page that a browser printed, which it writes on every sheet; None where they differ."""
    found = {match[0] for line in running if (match := ADDRESS.search(line))}
    return found.pop() if len(found) == 1 else None
