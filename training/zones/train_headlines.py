"""Trains the trees that choose a flat page's headline and writes what Sayso ships.

    python training/zones/train_headlines.py --data ../shared/data [--workers 2] [--only-measure]
    python training/manifest.py

It needs what ``requirements.txt`` beside it says. First figures by cross-validation over sites are printed: no page
is read by trees that pages of its site had a part in. Then the trees of all pages are written to ``src/sayso/models``.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from folds import FOLDS, SEED, asked_for, by_site
from headlines import HeadData, read_heads

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import log_odds, trees_of, write_trees

from sayso.documents.zones.headpicker import FILE, chosen
from sayso.trees import Trees, scores

MODELS = Path(__file__).resolve().parents[2] / "src" / "sayso" / "models"
TREES = {
    "iterations": 200, "depth": 5, "learning_rate": 0.08, "l2_leaf_reg": 6, "rsm": 0.3, "border_count": 64,
    "random_seed": SEED, "thread_count": 2, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
#: The probabilities from which the line of the rules, and any other, may be the headline.
LIMITS = (0.07, 0.2)
SHOWN = ((0.0, 0.0), (0.1, 0.1), LIMITS, (0.2, 0.2), (0.3, 0.3), (0.4, 0.4))


def main() -> None:
    asked = asked_for(__doc__)
    print(json.dumps({"seed": SEED, "trees": TREES, "limits": LIMITS}), flush=True)
    pages = read_heads(asked.data, asked.workers)
    print(f"{len(pages)} texts of {len({page.site for page in pages})} sites", flush=True)
    measure(pages, asked.folds_seed)
    if not asked.only_measure:
        write_trees(MODELS / FILE, fit(pages), *LIMITS)
        print(f"{(MODELS / FILE).stat().st_size} bytes")


def fit(pages: Sequence[HeadData]) -> Trees:
    """The trees of some pages."""
    model = CatBoostClassifier(**TREES)
    model.fit(np.vstack([page.figures for page in pages]), np.concatenate([page.labels for page in pages]))
    return trees_of(model, TREES["depth"])


def measure(pages: Sequence[HeadData], seed: int) -> None:
    """Prints what rules and trees choose, by cross-validation over sites, at several limits."""
    folds = by_site((page.site for page in pages), seed=seed)
    found: dict[str, list[tuple[HeadData, list[float]]]] = {}
    for fold in range(FOLDS):
        trees = fit([page for page in pages if folds[page.site] != fold])
        for page in pages:
            if folds[page.site] == fold:
                found.setdefault(page.way, []).append((page, scores(trees, page.figures).tolist()))
    for way, judged in found.items():
        ruled = sum(page.ruled >= 0 and bool(page.labels[page.ruled]) for page, _ in judged)
        print(f"{way}: {len(judged)} texts, rules right {ruled / len(judged):.3f}")
        for limits in SHOWN:
            right, wrong = figures(judged, limits)
            print(f"   from {limits}: right {right:.3f}, wrong {wrong:.3f}", flush=True)


def figures(judged: Sequence[tuple[HeadData, list[float]]], limits: tuple[float, float]) -> tuple[float, float]:
    """The shares of pages whose headline is right and wrong."""
    where = (log_odds(limits[0]), log_odds(limits[1])) if all(limits) else (-math.inf, -math.inf)
    told = [(page, chosen(odds, page.ruled if page.ruled >= 0 else None, where)) for page, odds in judged]
    right = sum(bool(page.labels[at]) for page, at in told if at is not None)
    taken = sum(at is not None for _, at in told)
    return right / len(judged), (taken - right) / len(judged)


if __name__ == "__main__":
    main()
