"""The lines that the classifier is trained on: of each page its figures, its labels and the site it is from.

Labels are silver: the zones that Sayso gives the page's HTML, where an extractor finds the article, carried over to the
lines of its text; lines that hold one of the hand-marked segments of ``pages/trafilatura.jsonl.gz`` are labelled by
them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np

from sayso.documents.features import line_features
from sayso.documents.html import read_page
from sayso.documents.lines import Line, key_of, read_lines
from sayso.documents.page import Given, Page
from sayso.documents.words import tokens
from sayso.documents.zones import PageLines
from sayso.vocab import Zone

FILES = ("dates/pages.jsonl.gz", "pages/trafilatura.jsonl.gz")
FLAT = ("wet", "screen")
#: A line that a hand-marked segment labels counts as much as so many others; so does one of the evaluated flattenings.
MARKED, EVALUATED = 4.0, 2.0


class PageData(NamedTuple):
    """One flattening of one page. Arrays have a row a line."""

    site: str
    flattening: str  # "wet", "screen", or "own": the text as Sayso reads it off the HTML
    form: np.ndarray
    tokens: list[list[str]]
    labels: np.ndarray  # 1 where the line is the article's
    weights: np.ndarray
    zones: list[Zone]  # by the rules
    lines: list[Line]
    shown: list[str]
    wanted: list[str]  # hand-marked segments of the article, white space collapsed
    unwanted: list[str]


def digest(data: Path) -> dict[str, str]:
    """SHA-256 of the files by name."""
    return {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in FILES}


def read_pages(data: Path, workers: int = 2) -> list[PageData]:
    """Every flattening of every page that has an article, in the order of the files."""
    tasks = [("own", row) for row in rows(data / FILES[0])]
    tasks += [(field, row) for row in rows(data / FILES[1]) for field in FLAT]
    with Pool(workers) as pool:
        return [page for page in pool.imap(read_one, tasks, chunksize=8) if page and page.labels.any()]


def rows(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def read_one(task: tuple[str, dict[str, Any]]) -> PageData | None:
    flattening, row = task
    html = read_page(row["html"], capture_id="training", uri=row["url"], given=Given(url=row["url"])).page
    text = html.document.text if flattening == "own" else row[flattening]
    lines = read_lines(text)
    if not lines:
        return None
    page = PageLines(lines)
    zones = page.label(Given())
    shown = [" ".join(text[line.start : line.end].split()) for line in lines]
    labels = by_place(html, lines) if flattening == "own" else by_words(html, lines)
    weights = np.full(len(lines), 1.0 if flattening == "own" else EVALUATED)
    wanted, unwanted = ([" ".join(s.split()) for s in row.get(side, ())] for side in ("with", "without"))
    for number, words in enumerate(shown):
        label = 1 if any(s in words for s in wanted) else 0 if any(s in words for s in unwanted) else None
        if label is not None:
            labels[number] = label
            weights[number] *= MARKED
    site = urlsplit(row["url"]).hostname or ""
    words = [tokens(line.text) for line in lines]
    form = line_features(page, zones)
    return PageData(site, flattening, form, words, labels, weights, zones, lines, shown, wanted, unwanted)


def by_place(html: Page, lines: Sequence[Line]) -> np.ndarray:
    """The labels of the lines of a page's own text: whether a block of the article lies in them."""
    bodies = [(block.span.start, block.span.end) for block in html.blocks if block.zone is Zone.BODY]
    starts = [start for start, _ in bodies]
    places = [(line, bisect_right(starts, line.end - 1) - 1) for line in lines]
    return np.array([int(at >= 0 and bodies[at][1] > line.start) for line, at in places])


def by_words(html: Page, lines: Sequence[Line]) -> np.ndarray:
    """The labels of the lines of another flattening: whether the article has a line of the same words."""
    text = html.document.text
    bodies = [text[block.span.start : block.span.end] for block in html.blocks if block.zone is Zone.BODY]
    keys = {key_of(" ".join(line.split())) for body in bodies for line in body.split("\n")}
    return np.array([int(line.key in keys) for line in lines])
