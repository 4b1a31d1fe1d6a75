"""Makes a likelihood of what the trees of ``train.py`` give: how likely two claims of articles are one.

    python training/matching/weighed.py --data FOLDER [--cache FOLDER] [--only measure]
    python training/manifest.py

What the trees give is a figure of the pairs that they learnt from, of which most are invented sentences. A logistic
regression on the pairs of claims of the stories of ``tests/corpora`` that may be read weighs it anew, which changes no
order; done again it changes nothing. Prints how many pairs are right from some likelihoods on, of these stories with
the weights of the other stories, and of the judged pairs of news (``news.tsv``) that are kept aside, which nothing
learnt from; then the same for nearness alone. ``--only measure`` writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from news import kept_aside, read_judged, read_known, read_news
from sklearn.linear_model import LogisticRegression
from stories import read_paired
from train import HERE, INTO, MODELS, OUT

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import write_trees

from sayso.relations.claims.matching import FILE, PROBABLE, read_trees
from sayso.trees import Trees, scores

SEED, FOLDS = 7, 6
#: Limits of likelihood and of nearness that figures are printed of.
LIKELY = (0.5, 0.6, 0.7, 0.8, 0.84, 0.88, 0.9, 0.95)
NEAR = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


class Pairs(NamedTuple):
    """What the trees give each pair, and how near it is; whether it is one claim; the story or matter that it is of."""

    given: np.ndarray
    near: np.ndarray
    same: np.ndarray
    of: np.ndarray


class Weights(NamedTuple):
    """What the trees count, and what is added."""

    trees: float
    bias: float

    def odds(self, given: np.ndarray) -> np.ndarray:
        out: np.ndarray = given * self.trees + self.bias
        return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the news articles")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each article of news")
    parser.add_argument("--only", choices=("measure",))
    asked = parser.parse_args()
    trees = read_trees()
    stories = pairs_of(trees, [(p.story, p.same, p.shown) for p in read_paired()])
    rows = read_judged(HERE / "news.tsv")
    judged = list(read_known(rows, read_news(rows, asked.data, asked.cache)))
    news = pairs_of(trees, [(known.matter, known.same, known.shown) for known in judged if kept_aside(known.matter)])
    weights = fit(stories)
    print(f"{weights}; in use from {PROBABLE}")
    ways = {"stories": (stories, cross_validate(stories)), "news": (news, weights.odds(news.given))}
    for name, (pairs, odds) in ways.items():
        print(f"{name}: {len(pairs.same)} pairs, one claim {pairs.same.sum()}")
        print_figures("trees", pairs.same, likely(odds), LIKELY)
        print_figures("nearness alone", pairs.same, pairs.near, NEAR)
    if asked.only is None:
        write_trees(MODELS / FILE, weighed(trees, weights), OUT, INTO)


def pairs_of(trees: Trees, rows: list[tuple[str, bool, tuple[float, ...]]]) -> Pairs:
    of, same, figures = (np.array(column) for column in zip(*rows, strict=True))
    figures = figures.astype(np.float32)
    return Pairs(scores(trees, figures), figures[:, 0], same, of)


def fit(pairs: Pairs) -> Weights:
    model = LogisticRegression(C=100, max_iter=1000).fit(pairs.given[:, None], pairs.same)
    return Weights(float(model.coef_[0, 0]), float(model.intercept_[0]))


def cross_validate(pairs: Pairs) -> np.ndarray:
    """The log odds of each pair with weights that its story had no part in."""
    names = np.unique(pairs.of)
    folds = (np.random.default_rng(SEED).permutation(len(names)) % FOLDS)[np.searchsorted(names, pairs.of)]
    found = np.zeros(len(pairs.same))
    for fold in range(FOLDS):
        kept = Pairs(*(column[folds != fold] for column in pairs))
        found[folds == fold] = fit(kept).odds(pairs.given[folds == fold])
    return found


def weighed(trees: Trees, weights: Weights) -> Trees:
    """The trees with the weights worked in."""
    values = (trees.values * weights.trees).astype(np.float32)
    return trees._replace(values=values, bias=trees.bias * weights.trees + weights.bias)


def likely(odds: np.ndarray) -> np.ndarray:
    out: np.ndarray = 1 / (1 + np.exp(-odds))
    return out


def print_figures(name: str, same: np.ndarray, given: np.ndarray, limits: tuple[float, ...]) -> None:
    """How often a pair of one claim is above one of two; how many pairs are right of those from some limits on."""
    above = (given[same][:, None] > given[~same][None, :]).mean()
    told = ", ".join(f"{at}: {same[given >= at].sum()} of {(given >= at).sum()}" for at in limits)
    print(f"  {name}: in order {above:.3f}; right from {told}")


if __name__ == "__main__":
    main()
