"""How well vectors of words tell words of one line of ``synonyms.tsv``, which had no part in making them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

LEXICON = Path(__file__).resolve().parents[2] / "src" / "sayso" / "lexicons" / "synonyms.tsv"
SEED = 7
DRAWN = 5  # pairs of words of two lines, for each pair of words of one


def print_figures(name: str, words: Sequence[str], vectors: np.ndarray) -> None:
    places = {word: place for place, word in enumerate(words)}
    lines = [line for line in LEXICON.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    held = {row["sense"]: [places[w] for w in row["words"].split("|") if w in places] for row in rows}
    same = np.array([pair for numbers in held.values() for pair in combinations(numbers, 2)])
    contrary = np.array(
        [(a, b) for r in rows if r["opposite"] in held for a in held[r["sense"]] for b in held[r["opposite"]] if a != b]
    )
    together = {frozenset(pair) for pair in same.tolist()}
    chance, every = np.random.default_rng(SEED), np.array(sorted({n for numbers in held.values() for n in numbers}))
    drawn = chance.choice(every, (DRAWN * len(same), 2))
    other = np.array([p for p in drawn.tolist() if p[0] != p[1] and frozenset(p) not in together])
    near = [(vectors[p[:, 0]] * vectors[p[:, 1]]).sum(axis=1) for p in (same, other, contrary)]
    limit = np.quantile(near[1], 0.99)
    print(
        f"{name}: {len(same)} pairs of one line above {len(other)} of two lines: {above(near[0], near[1]):.3f}; above "
        f"{len(contrary)} contraries: {above(near[0], near[2]):.3f}; where 1% of the others are taken for one, "
        f"{(near[0] > limit).mean():.3f} of those of one line are"
    )


def above(one: np.ndarray, other: np.ndarray) -> float:
    """The chance that one of the first exceeds one of the second."""
    order = np.concatenate([one, other]).argsort().argsort() + 1
    return float((order[: len(one)].sum() - len(one) * (len(one) + 1) / 2) / (len(one) * len(other)))
