"""Pairs of claims of real news, each judged by a reader: whether they are one claim.

``news.tsv`` says where the two claims stand, in articles of which no text is in this repository. Each pair is read as a
story of its two articles. Invented sentences are crisper than news, and what saw nothing else is too sure there. Of the
matters of the articles a third is kept aside for figures.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from articles import annotated_row, facts_of

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import comparable, figures_of, how_near
from sayso.relations.claims.sameness import ruled
from sayso.relations.words.meanings import Passage, passage
from sayso.types import Annotated

#: A claim that is found now stands for one that was judged where they share so much of all characters of both.
SHARED = 0.6
#: One matter in so many is kept aside: nothing learns from its pairs.
ASIDE = 3


class Place(NamedTuple):
    """An article, and the characters of its text from the first of a claim to behind its last."""

    article: str
    start: int
    end: int


class Judged(NamedTuple):
    """Two claims of articles of one file, and whether a reader took them for one."""

    file: str
    one: Place
    other: Place
    same: bool


class Known(NamedTuple):
    """``matter``: what the articles are about, by the file's own cluster or by the month. ``shown``: the figures of two
    claims that trees are asked of. ``ruled``: whether the rules alone join them."""

    matter: str
    same: bool
    ruled: bool
    shown: tuple[float, ...]


def read_judged(file: Path) -> list[Judged]:
    """The rows of a file as ``news.tsv``. Raises ValueError for a row that is none, or that is there twice."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [_judged(row) for row in csv.DictReader(lines, delimiter="\t")]
    if len({frozenset((row.one, row.other)) for row in rows}) < len(rows):
        raise ValueError(f"{file.name}: a pair is there twice")
    return rows


def _judged(row: Mapping[str, str]) -> Judged:
    one = Place(row["one"], int(row["start"]), int(row["end"]))
    other = Place(row["other"], int(row["other start"]), int(row["other end"]))
    if row["same"] not in ("0", "1") or not (one.start < one.end and other.start < other.end):
        raise ValueError(f"not a judged pair: {dict(row)}")
    return Judged(row["file"], one, other, row["same"] == "1")


class News(NamedTuple):
    """The articles of some judged pairs by file and name, and what each is about."""

    pages: dict[tuple[str, str], Annotated]
    matters: dict[tuple[str, str], str]

    def of(self, row: Judged) -> tuple[Annotated, Annotated] | None:
        """The articles of a pair; none where one could not be read."""
        one, other = (self.pages.get((row.file, place.article)) for place in (row.one, row.other))
        return (one, other) if one is not None and other is not None else None

    def matter(self, row: Judged) -> str:
        return self.matters[row.file, row.one.article]


def read_news(judged: Sequence[Judged], data: Path, cache: Path | None) -> News:
    """The articles of some rows; ``data``: the folder of the files."""
    news = News({}, {})
    for name in sorted({row.file for row in judged}):
        wanted = {place.article for row in judged if row.file == name for place in (row.one, row.other)}
        for line in (data / name).read_text("utf-8").splitlines():
            found = json.loads(line)
            page = annotated_row(found, cache) if found["id"] in wanted else None
            if page is not None:
                news.pages[name, found["id"]] = page
                news.matters[name, found["id"]] = f"{name} {found.get('cluster') or found['published'][:7]}"
    return news


def kept_aside(matter: str) -> bool:
    """Whether nothing learns from the pairs of a matter: one matter in ASIDE."""
    return part_of(matter, ASIDE) == 0


def part_of(matter: str, parts: int) -> int:
    """Which of some parts a matter is of, whatever the others are."""
    return int(hashlib.sha256(matter.encode()).hexdigest(), 16) % parts


class Read(NamedTuple):
    """Two claims as an encoder reads them, and whether a reader took them for one."""

    one: Passage
    other: Passage
    same: bool


def read_learnt(judged: Sequence[Judged], news: News) -> Iterator[Read]:
    """The judged pairs that may be learnt from."""
    for row in judged:
        pages = news.of(row)
        if pages is not None and not kept_aside(news.matter(row)):
            one, other = (
                passage(page.document.text, [(place.start, place.end)])
                for page, place in zip(pages, (row.one, row.other), strict=True)
            )
            yield Read(one, other, row.same)


def read_known(judged: Sequence[Judged], news: News) -> Iterator[Known]:
    """The judged pairs of which Sayso finds both claims, and would ask its trees."""
    for row in judged:
        pages = news.of(row)
        known = _known(row, pages) if pages is not None else None
        if known is not None:
            yield Known(news.matter(row), row.same, *known)


def _known(row: Judged, pages: Sequence[Annotated]) -> tuple[bool, tuple[float, ...]] | None:
    """Whether rules join the claims of a row, and the figures; none where a claim or an article is not found."""
    facts = facts_of(pages)
    pairs = product(standing(row.one, facts), standing(row.other, facts))
    asked = [(ruled(a, b).same, a, b) for a, b in pairs if comparable(a, b)]
    if not asked:
        return None
    joined, a, b = max(asked, key=lambda pair: pair[0])
    return joined, tuple(figures_of(a, b, joined, how_near(a, b)))


def standing(place: Place, facts: Sequence[Fact]) -> list[Fact]:
    """The claims that stand for a judged one: of those that share enough characters with it, the nearest."""
    shares: dict[float, list[Fact]] = {}
    for fact in facts:
        if fact.document.label == place.article:
            start, end = fact.claim.content[0].start, fact.claim.content[-1].end
            common = min(end, place.end) - max(start, place.start)
            shares.setdefault(common / (max(end, place.end) - min(start, place.start)), []).append(fact)
    best = max(shares, default=0.0)
    return shares[best] if best >= SHARED else []
