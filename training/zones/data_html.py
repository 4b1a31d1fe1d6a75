"""The lines of web pages that the trees which read HTML are trained on: of each page its lines and elements, its labels
and the site it is from.

Labels are silver: the zones that the page has where an extractor tells which lines are its article's. Lines that hold
one of the hand-marked segments of ``pages/trafilatura.jsonl.gz`` are labelled by them.
"""

from __future__ import annotations

import math
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from data import FILES, LEAST, MARKED, MARKED_PAGE, MOST, USUAL, rows, site_of
from silver import extracted

from sayso.documents.html import article as articles
from sayso.documents.html import markup, metadata
from sayso.documents.html.linezones import PageZones, Read
from sayso.documents.html.reader import is_elsewhere
from sayso.documents.page import Given
from sayso.vocab import Zone


class HtmlData(NamedTuple):
    """One page. Arrays have a row a line."""

    site: str
    read: Read
    title: str | None
    names: list[frozenset[str]]  # of the elements around each line
    labels: np.ndarray  # 1 where the line is the article's
    weights: np.ndarray
    before: frozenset[int]  # the lines that the extractor takes for the article's
    stated: bool  # the article is not in the page's lines but in its data
    wanted: list[str]  # hand-marked segments of the article, white space collapsed
    unwanted: list[str]


def read_html(data: Path, workers: int = 2) -> list[HtmlData]:
    """The pages that have text, in the order of the files; a page that both files have is read from the marked ones."""
    marked = list(rows(data / FILES[1]))
    known = {row["html"] for row in marked}
    others = [row for row in rows(data / FILES[0]) if row["html"] not in known]
    with Pool(workers) as pool:
        return [page for page in pool.imap(read_one, [*others, *marked], chunksize=8) if page]


def read_one(row: dict[str, Any]) -> HtmlData | None:
    parsed = markup.read_markup(row["html"])
    shown = markup.read_lines(parsed.tree) if parsed else None
    if not (parsed and shown and shown.lines):
        return None
    known = metadata.read_metadata(parsed.tree, row["url"])
    title = known.metadata.title
    given = Given(url=row["url"], publisher=known.metadata.publisher)
    read = Read.of(shown, given)
    article, body = extracted(parsed.tree, row["url"], read)
    if articles.lacks_most(read.words, body, article) and (whole := markup.read_markup(row["html"])):
        read = Read.of(markup.read_lines(whole.tree, hidden=True), given)
        body = articles.body_lines(read.lines, read.words, article)
    stated = is_elsewhere(known.article_text, read.words, body)
    if stated:
        read = Read.of(articles.with_article(read.text, read.lines, read.layout, known.article_text), given)
        body = articles.body_lines(read.lines, read.words, known.article_text)
    wanted, unwanted = ([" ".join(s.split()) for s in row.get(side, ())] for side in ("with", "without"))
    labels = np.zeros(len(read.lines), dtype=int)
    weight = min(MOST, max(LEAST, math.sqrt(USUAL / len(read.lines)))) * (MARKED_PAGE if "with" in row else 1.0)
    weights = np.full(len(read.lines), weight)
    bodies = [r.start for r in PageZones(read, body).label(title) if r.zone is Zone.BODY]
    places = np.searchsorted([line.start for line in read.lines], bodies, side="right") - 1
    labels[places] = 1
    for number, line in enumerate(read.lines):
        words = " ".join(read.text[line.start : line.end].split())
        label = 1 if any(s in words for s in wanted) else 0 if any(s in words for s in unwanted) else None
        if label is not None:
            labels[number] = label
            weights[number] *= MARKED
    return HtmlData(
        site_of(row["url"]), read, title, names_around(read), labels, weights, body, stated, wanted, unwanted
    )


def names_around(read: Read) -> list[frozenset[str]]:
    """The names of the elements around each line, but for the page's own."""
    elements, kinds = read.layout.elements, read.layout.kinds
    held: dict[int, frozenset[str]] = {0: frozenset()}
    for number, (parent, _, _, kind) in enumerate(elements[1:], 1):
        held[number] = held[parent].union(kinds[kind].names)
    return [held[node] for node in read.layout.nodes]
