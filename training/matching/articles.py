"""Pairs of claims of one article, which seldom tells one thing twice: near in real news, and still not one claim.

The sentences of ``families-*.txt`` are written claim by claim, so that two claims of a story are clearly two. Those of
an article are about one matter, in parts of sentences, and an encoder puts them far nearer to each other.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from data import facts_of_story, kept
from pairs import LEARNT

from sayso.documents.formats.objects import read_object
from sayso.pipeline import annotate
from sayso.relations.claims.comparing import overlap
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import FREELY_TOLD, figures_of, how_near
from sayso.relations.claims.parting import apart
from sayso.relations.claims.sameness import ruled
from sayso.types import Annotated

#: This many articles are drawn, and read up to this many characters.
ARTICLES, LONGEST = 170, 4000
#: Nearer pairs, and those with this many of their words in common, may well be one claim told twice.
TWICE, COPIED = 0.8, 0.7
SEED = 7


class Unlike(NamedTuple):
    """The number of an article, and the figures of two of its claims."""

    article: int
    shown: tuple[float, ...]


def read_articles(file: Path, cache: Path | None) -> list[Annotated]:
    """Some articles of lines of JSON with an ``id`` and a ``text``, annotated, drawn by SEED."""
    lines = file.read_text("utf-8").splitlines()
    random.Random(SEED).shuffle(lines)
    return [page for line in lines[:ARTICLES] if (page := _annotated(line, cache)) is not None]


def _annotated(line: str, cache: Path | None) -> Annotated | None:
    row = json.loads(line)
    thing = {"id": row["id"], "publisher": "x", "text": row["text"][:LONGEST], "prose": True}
    return annotated_row(thing, cache)


def annotated_row(row: Mapping[str, object], cache: Path | None) -> Annotated | None:
    """The article of an object, annotated, or none where no text could be read; from the cache where it is there."""

    def made() -> Annotated | None:
        page = read_object(row).page
        return annotate(page) if page is not None else None

    return kept(cache, json.dumps(row, sort_keys=True), made)


def read_unlike(pages: Sequence[Annotated]) -> Iterator[Unlike]:
    """The pairs of claims of each article that the trees would be asked of in two articles, but for those that may be
    one claim."""
    for number, page in enumerate(pages):
        for a, b in combinations(facts_of([page]), 2):
            if not _askable(a, b):
                continue
            near = how_near(a, b)
            if LEARNT <= near < TWICE:
                yield Unlike(number, tuple(figures_of(a, b, ruled(a, b).same, near)))


def facts_of(pages: Sequence[Annotated]) -> list[Fact]:
    """What some articles claim below their headlines, taken for one story."""
    facts = facts_of_story(pages, [a for page in pages for a in page.attributions])
    return [fact for fact in facts if not fact.headline]


def _askable(a: Fact, b: Fact) -> bool:
    if {a.claim.slot, b.claim.slot}.isdisjoint(FREELY_TOLD) or a.positive != b.positive or a.past != b.past:
        return False
    one, other = a.claim.content, b.claim.content
    nested = any(x.start < y.end and y.start < x.end for x in one for y in other)
    return not nested and overlap(a.words, b.words) < COPIED and not apart(a, b)
