"""The lines that the classifier is trained on: of each page its figures, its labels and the site it is from.

Labels are silver: the zones that Sayso gives the page's HTML, where an extractor finds the article, carried over to the
lines of its text by their words; lines that hold one of the hand-marked segments of ``pages/trafilatura.jsonl.gz`` are
labelled by them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import inscriptis
import numpy as np
from resiliparse.extract.html2text import extract_plain_text

from sayso.documents.html import lines as pagelines
from sayso.documents.html.article import body_lines, words_of
from sayso.documents.html.reader import read_page
from sayso.documents.page import Given, Page
from sayso.documents.zones.features import line_features
from sayso.documents.zones.finder import PageLines
from sayso.documents.zones.lines import Line, read_lines
from sayso.documents.zones.words import tokens
from sayso.vocab import Zone

FILES = ("dates/pages.jsonl.gz", "pages/trafilatura.jsonl.gz")
FLAT = ("wet", "screen")
#: Every page is read in each of these; its weight is shared by them.
WAYS = ("own", *FLAT)
#: A line that a hand-marked segment labels counts as much as this many others.
MARKED = 12.0
#: Their pages count as much as this many others.
MARKED_PAGE = 2.0
#: A page of this many lines counts as it is; of four times as many the square root of that less, the extremes cut off.
USUAL, LEAST, MOST = 120, 0.25, 2.0


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
    """The pages that have an article, in the order of the files, each in every flattening. A page that both files have
    is read from the marked ones."""
    marked = list(rows(data / FILES[1]))
    known = {row["html"] for row in marked}
    others = [row for row in rows(data / FILES[0]) if row["html"] not in known]
    with Pool(workers) as pool:
        read = pool.imap(read_one, [*others, *marked], chunksize=8)
        return [page for pages in read for page in pages if page.labels.any()]


def rows(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def site_of(url: str) -> str:
    """The domain that a page is of, whichever of its hosts it comes from: pages of one are never on both sides."""
    host = (urlsplit(url).hostname or url.removeprefix("hard::").removesuffix(".html").split("-")[0]).lower()
    parts = host.removeprefix("www.").split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3 if short else -2 :])


def flattened(way: str, row: dict[str, Any], html: Page) -> str:
    """The page as flat text; the two ways of the evaluation set are those of the libraries that it was made with."""
    if way in row:
        return str(row[way])
    if way == "wet":
        return str(extract_plain_text(row["html"], preserve_formatting=True, alt_texts=False))
    return inscriptis.get_text(row["html"]) if way == "screen" else html.document.text


def read_one(row: dict[str, Any]) -> list[PageData]:
    html = read_page(row["html"], capture_id="training", uri=row["url"], given=Given(url=row["url"])).page
    return [page for way in WAYS if (page := read_flattening(row, html, way, flattened(way, row, html)))]


def read_flattening(row: dict[str, Any], html: Page, name: str, text: str) -> PageData | None:
    lines = read_lines(text)
    if not lines:
        return None
    page = PageLines(lines)
    zones = page.label(Given())
    shown = [" ".join(text[line.start : line.end].split()) for line in lines]
    labels = labelled(html, lines, shown)
    share = min(MOST, max(LEAST, math.sqrt(USUAL / len(lines)))) / len(WAYS)
    weights = np.full(len(lines), share * (MARKED_PAGE if "with" in row else 1.0))
    wanted, unwanted = ([" ".join(s.split()) for s in row.get(side, ())] for side in ("with", "without"))
    for number, words in enumerate(shown):
        label = 1 if any(s in words for s in wanted) else 0 if any(s in words for s in unwanted) else None
        if label is not None:
            labels[number] = label
            weights[number] *= MARKED
    words = [tokens(line.text) for line in lines]
    form = line_features(page, zones)
    site = site_of(row["url"])
    return PageData(site, name, form, words, labels, weights, zones, lines, shown, wanted, unwanted)


def labelled(html: Page, lines: Sequence[Line], shown: Sequence[str]) -> np.ndarray:
    """The labels of the lines: whether their words are those of the article in the page's HTML."""
    text = html.document.text
    article = "\n".join(text[block.span.start : block.span.end] for block in html.blocks if block.zone is Zone.BODY)
    plain = [pagelines.Line(line.start, line.end, "p", (), 0.0) for line in lines]
    found = body_lines(plain, [words_of(words) for words in shown], article)
    return np.array([int(number in found) for number in range(len(lines))])
