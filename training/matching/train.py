"""Trains the trees that judge whether two claims are one, and writes what Sayso ships.

    python training/matching/train.py [--cache FOLDER] [--only-measure]
    python training/manifest.py

``README.md`` beside this file says what to install, what the trees see and how good they are. Prints figures by
cross-validation over stories: no pair is judged by trees that saw a sentence of its story.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from data import read_stories
from pairs import NEAR, OTHER, SAME, Pair, read_pairs

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import trees_of, write_trees

from sayso.relations.matching import FILE

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1] / "src" / "sayso" / "models"
SEED, FOLDS = 7, 5
DEPTH = 4
TREES = {
    "iterations": 250, "depth": DEPTH, "learning_rate": 0.05, "l2_leaf_reg": 10, "rsm": 0.3, "random_seed": SEED,
    "thread_count": 1, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
#: A near miss counts so much in training. The families hold far more of them than news does.
LEARNED = 0.3
#: What a near miss counts for in the figures: as much as any pair, a tenth of one (by which the limit is chosen), none.
COUNTED = (1.0, 0.1, 0.0)
PRECISION = 0.965  # that the limit is to give where a near miss counts a tenth
#: What the rules join and the trees give less is parted. Chosen by hand: below it hardly a pair of rules is right.
OUT = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each sentence")
    parser.add_argument("--only-measure", action="store_true")
    asked = parser.parse_args()
    files = sorted(HERE.glob("families-*.txt"))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    stories = read_stories(HERE)
    told = {"stories": len(stories), "accounts": sum(len(story.accounts) for story in stories), "sha256": digest}
    print(json.dumps({"seed": SEED, **told, "trees": TREES}), flush=True)
    pairs = list(read_pairs(stories, asked.cache))
    for kind in (SAME, NEAR, OTHER):
        these = [p for p in pairs if p.kind == kind]
        counts = [sum(p.found for p in these), sum(bool(p.shown) for p in these), sum(p.ruled for p in these)]
        print(f"{kind}: {len(these)} pairs, both found {counts[0]}, shown {counts[1]}, joined by rules {counts[2]}")
    judged = cross_validate(pairs)
    into = limit(pairs, judged)
    print_figures(pairs, judged, into)
    if not asked.only_measure:
        write_trees(MODELS / FILE, trees_of(fit([p for p in pairs if p.shown]), DEPTH), OUT, into)
        print(f"{FILE}: limits {OUT} and {into:.3f}, {(MODELS / FILE).stat().st_size} bytes")


def fit(pairs: Sequence[Pair]) -> CatBoostClassifier:
    model = CatBoostClassifier(**TREES)
    model.fit(
        np.array([p.shown for p in pairs], dtype=np.float32),
        np.array([p.kind == SAME for p in pairs]),
        sample_weight=np.array([LEARNED if p.kind == NEAR else 1.0 for p in pairs]),
    )
    return model


def cross_validate(pairs: Sequence[Pair]) -> np.ndarray:
    """For each pair its probability by trees fitted without its story; 0 where the rules hold it apart."""
    stories = 1 + max(p.story for p in pairs)
    folds = np.random.default_rng(SEED).permutation(stories) % FOLDS
    judged = np.zeros(len(pairs))
    for fold in range(FOLDS):
        model = fit([p for p in pairs if p.shown and folds[p.story] != fold])
        these = [n for n, p in enumerate(pairs) if p.shown and folds[p.story] == fold]
        shown = np.array([pairs[n].shown for n in these], dtype=np.float32)
        judged[these] = model.predict_proba(shown)[:, 1]
    return judged


def limit(pairs: Sequence[Pair], judged: np.ndarray) -> float:
    """The lowest probability from which on the pairs are one claim with the precision asked for."""
    same = np.array([p.kind == SAME for p in pairs])
    weights = np.array([COUNTED[1] if p.kind == NEAR else 1.0 for p in pairs])
    order = np.argsort(-judged, kind="stable")
    right = np.cumsum(same[order])
    wrong = np.cumsum((weights * ~same)[order])
    good = np.flatnonzero(right >= PRECISION * (right + wrong))
    return float(judged[order[good[-1]]])


def print_figures(pairs: Sequence[Pair], judged: np.ndarray, into: float) -> None:
    """One line for each way to decide; precision with near misses, with a tenth of their weight, without them."""
    same = np.array([p.kind == SAME for p in pairs])
    near = np.array([p.kind == NEAR for p in pairs])
    ruled = np.array([p.ruled for p in pairs])
    shown = np.array([bool(p.shown) for p in pairs])
    found = np.array([p.found for p in pairs])
    ways = {"rules alone": ruled, "with the trees": (ruled & (~shown | (judged > OUT))) | (judged > into)}
    ways |= {f"trees above {at}": judged > at for at in (0.5, 0.6, 0.7, 0.8)}
    for name, joined in ways.items():
        precisions = []
        for counted in COUNTED:
            wrong = (np.where(near, counted, 1.0) * ~same)[joined].sum()
            precisions.append(f"{same[joined].sum() / max(1e-9, same[joined].sum() + wrong):.3f}")
        recall = f"{joined[same].sum()} of {same.sum()}, of those found {joined[same & found].mean():.3f}"
        print(f"{name:16} precision {' / '.join(precisions)}; recall {recall}")


if __name__ == "__main__":
    main()
