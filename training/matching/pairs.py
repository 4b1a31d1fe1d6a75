"""Pairs of accounts of one story: whether they make the same claim, and what the trees are shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from data import Account, Told, annotated, facts_of

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import comparable, figures_of, how_near
from sayso.relations.claims.sameness import ruled

#: How two accounts stand to each other: one claim; a claim and its near miss or contrary; two claims of one story.
SAME, NEAR, OTHER = "same", "near", "other"
#: Pairs as near as this are learnt from, and a little further ones than the trees are asked of in use.
LEARNT = 0.4


class Pair(NamedTuple):
    """Two accounts, by their numbers in the story. ``found``: whether both are claims in Sayso's eyes. ``ruled``:
    whether the rules alone take them for one. ``headed``: whether a headline is one of them, of which trees are not
    asked in use. ``near``: the nearness of the two. ``shown``: the figures, none where the rules hold the two apart or
    they are too far from each other."""

    story: int
    left: int
    right: int
    kind: str
    found: bool
    ruled: bool
    headed: bool
    near: float
    shown: tuple[float, ...]


def read_pairs(stories: Sequence[Told], cache: Path | None) -> Iterator[Pair]:
    """All pairs of all stories, but for those of two near misses of one claim: how these stand is not said."""
    for number, told in enumerate(stories):
        facts, standing = facts_of(told, annotated(told, cache))
        for left, right in combinations(range(len(standing)), 2):
            kind = kind_of(told.accounts[left], told.accounts[right])
            if kind is not None:
                held = [(facts[a], facts[b]) for a, b in product(standing[left], standing[right])]
                yield Pair(number, left, right, kind, bool(held), *_likest(held))


def kind_of(a: Account, b: Account) -> str | None:
    if a.claim != b.claim:
        return OTHER
    if a.stance == b.stance == "=":
        return SAME
    return NEAR if "=" in (a.stance, b.stance) else None


def _likest(pairs: Sequence[tuple[Fact, Fact]]) -> tuple[bool, bool, float, tuple[float, ...]]:
    """Of the claims that stand for two accounts, the nearest two that can be compared; whether rules join any two."""
    joined = [ruled(a, b).same for a, b in pairs]
    asked = [(how_near(a, b), n) for n, (a, b) in enumerate(pairs) if comparable(a, b)]
    if not asked:
        return any(joined), False, -1.0, ()
    near, place = max(asked, key=lambda n: (n[0], -n[1]))
    a, b = pairs[place]
    shown = tuple(figures_of(a, b, joined[place], near)) if near >= LEARNT or joined[place] else ()
    return any(joined), a.headline or b.headline, near, shown
