"""Pairs of claims of real news, each judged by a reader: whether they are one claim.

``news.tsv`` says where the two claims stand, in articles of which no text is in this repository. Each pair is read as a
story of its two articles. Invented sentences are crisper than news, and trees that saw nothing else are too sure there.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from articles import annotated_row, facts_of

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import comparable, figures_of
from sayso.relations.claims.sameness import ruled
from sayso.relations.words.meanings import likeness, meaning
from sayso.types import Annotated

#: A claim that is found now stands for one that was judged where they share so much of all characters of both.
SHARED = 0.6


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


def read_known(judged: Sequence[Judged], data: Path, cache: Path | None) -> Iterator[Known]:
    """The judged pairs of which Sayso finds both claims, and would ask its trees; ``data``: the folder of the files."""
    pages: dict[tuple[str, str], Annotated] = {}
    matters: dict[str, str] = {}
    for name in sorted({row.file for row in judged}):
        wanted = {place.article for row in judged if row.file == name for place in (row.one, row.other)}
        for line in (data / name).read_text("utf-8").splitlines():
            found = json.loads(line)
            page = annotated_row(found, cache) if found["id"] in wanted else None
            if page is not None:
                pages[name, found["id"]] = page
                matters[found["id"]] = f"{name} {found.get('cluster') or found['published'][:7]}"
    for row in judged:
        both = [pages.get((row.file, place.article)) for place in (row.one, row.other)]
        known = _known(row, [page for page in both if page is not None])
        if known is not None:
            yield Known(matters[row.one.article], row.same, *known)


def _known(row: Judged, pages: Sequence[Annotated]) -> tuple[bool, tuple[float, ...]] | None:
    """Whether rules join the claims of a row, and the figures; none where a claim or an article is not found."""
    facts = facts_of(pages)
    pairs = product(standing(row.one, facts), standing(row.other, facts))
    asked = [(ruled(a, b).same, a, b) for a, b in pairs if comparable(a, b)]
    if not asked:
        return None
    joined, a, b = max(asked, key=lambda pair: pair[0])
    return joined, tuple(figures_of(a, b, joined, likeness(meaning(a.text), meaning(b.text))))


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
