"""Pairs of accounts of one story: whether they make the same claim, and what the trees are shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from data import Account, Told, annotated, facts_of

from sayso.relations.facts import Fact
from sayso.relations.matching import comparable, figures_of
from sayso.relations.sameness import ruled

#: How two accounts stand to each other: one claim; a claim and its near miss or contrary; two claims of one story.
SAME, NEAR, OTHER = "same", "near", "other"


class Pair(NamedTuple):
    """Two accounts, by their numbers in the story. ``found``: whether both are claims in Sayso's eyes. ``ruled``:
    whether the rules alone take them for one. ``shown``: the figures, none where the rules hold the two apart."""

    story: int
    left: int
    right: int
    kind: str
    found: bool
    ruled: bool
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


def _likest(pairs: Sequence[tuple[Fact, Fact]]) -> tuple[bool, tuple[float, ...]]:
    """Of the claims that stand for two accounts, the first two that can be compared; whether rules join any two."""
    joined = [ruled(a, b).same for a, b in pairs]
    for (a, b), rule in zip(pairs, joined, strict=True):
        if comparable(a, b):
            return any(joined), tuple(figures_of(a, b, rule))
    return any(joined), ()
