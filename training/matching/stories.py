"""Pairs of claims of small stories, each whole articles, and whether a reader took them for one.

The stories are those of ``tests/corpora`` that may be read; what is expected of them says which accounts are one claim.
A claim of Sayso's stands for an account where it holds most of its words and is not much longer.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from articles import facts_of

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import comparable, figures_of, how_near, legible
from sayso.relations.claims.sameness import ruled

sys.path.append(str(Path(__file__).resolve().parents[2] / "evaluation"))
from newswire import Newswire, covered, newswire, place_of

ROOT = Path(__file__).resolve().parents[2]
#: The folders of ``tests/corpora`` that are read: all stories, or those named.
READ: Mapping[str, tuple[str, ...]] = {
    "dev": (),
    "later": (),
    "fresh": ("hill-of-ak-dobo", "letter-on-sunday", "ninth-level"),
}
#: A claim stands for an account where it holds this share of its characters, and they make up that share of its own.
HELD, MEANT = 0.6, 0.35


class Paired(NamedTuple):
    """Two claims that trees are asked of: their story, whether they are one, and the figures."""

    story: str
    same: bool
    shown: tuple[float, ...]


def read_paired() -> Iterator[Paired]:
    """The pairs of claims of two articles of each story, both of which stand for an expected account."""
    for folder, names in READ.items():
        for file in sorted((ROOT / "tests" / "corpora" / folder).glob("*/expected.json")):
            if not names or file.parent.name in names:
                yield from _paired(newswire(file.parent))


def _paired(wire: Newswire) -> Iterator[Paired]:
    told = _told(wire)
    facts = [fact for fact in facts_of(list(wire.pages.values())) if told[fact.claim.id]]
    for a, b in combinations(facts, 2):
        if _asked(a, b):
            near = how_near(a, b)
            same = not told[a.claim.id].isdisjoint(told[b.claim.id])
            yield Paired(wire.folder, same, tuple(figures_of(a, b, ruled(a, b).same, near)))


def _asked(a: Fact, b: Fact) -> bool:
    return legible(a) and legible(b) and a.text.split() != b.text.split() and comparable(a, b)


def _told(wire: Newswire) -> dict[str, set[str]]:
    """The expected claims that each claim stands for, by its id."""
    out: dict[str, set[str]] = defaultdict(set)
    for claim in wire.expected["claims"]:
        for member in claim["members"]:
            page = wire.pages[member["document"]]
            place = place_of(page.document.text, member["wording"])
            words = covered(page.document.text, [place] if place else [])
            for ours in page.claims:
                held = covered(page.document.text, [(s.start, s.end) for s in ours.content])
                if len(words & held) >= max(HELD * len(words), MEANT * len(held), 1):
                    out[ours.id].add(claim["id"])
    return out
