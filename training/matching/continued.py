"""Continues the trees that learnt from the families on claims as they stand in articles.

    python training/matching/continued.py --data FOLDER [--cache FOLDER] [--only measure]
    python training/manifest.py

The trees of ``train.py`` know paraphrases of invented sentences. Claims of articles are parts of longer sentences, and
what a reader takes for one is told in news less alike than there: more trees are added to theirs, which learn from
pairs of the stories of ``tests/corpora`` that may be read, from the judged pairs of news, and from pairs of claims of
one article. Prints figures by cross-validation: no pair is judged by trees that saw a pair of its story or matter.
``--only measure`` writes nothing; else the trees are put where Sayso reads them, which decision 0021 advises against.
Run again it adds to the trees of the families, never to what it added before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from articles import read_articles, read_unlike
from catboost import CatBoostClassifier, Pool
from news import read_judged, read_known
from stories import read_paired

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import trees_of, write_trees

from sayso.relations.claims.matching import FILE, PROBABLE, read_trees
from sayso.relations.words.meanings import meaning
from sayso.trees import Trees, scores

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1] / "src" / "sayso" / "models"
#: Articles for pairs of claims of one article, in the folder of the data.
ARTICLES = Path("stories/ecbplus_train.jsonl")
SEED, FOLDS = 7, 6
#: So many trees of a file learnt from the families.
FAMILIES = 400
TREES = {
    "iterations": 100, "depth": 3, "learning_rate": 0.05, "l2_leaf_reg": 10, "rsm": 0.3, "random_seed": SEED,
    "thread_count": 1, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
#: A pair of one article counts so much in training: there are very many, and some of them are one claim.
ALONE = 0.01
#: Limits: what the rules join is parted below the first; what the trees give the second and more is surely one.
OUT, INTO = 0.1, 0.97
SHOWN = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.84, 0.9)


class Seen(NamedTuple):
    """Pairs of one kind: what they are called, figures (pairs, figures), whether each is one claim, the story, matter
    or article of each, and what a pair counts."""

    name: str
    shown: np.ndarray
    same: np.ndarray
    of: np.ndarray
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the news articles")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each article of news")
    parser.add_argument("--only", choices=("measure",))
    asked = parser.parse_args()
    seen, begun = read_seen(asked.data, asked.cache), families(read_trees())
    for kind in seen:
        print(f"{kind.name}: {len(kind.same)} pairs, one claim {kind.same.sum()}, of {len(set(kind.of))}")
    print_figures("trees of the families", seen, [scores(begun, kind.shown) for kind in seen])
    print_figures("continued, by cross-validation", seen, cross_validate(seen, begun))
    if asked.only is None:
        added = trees_of(fit(seen, begun), int(TREES["depth"]))
        write_trees(MODELS / FILE, together(begun, added), OUT, INTO)
        print(f"{FILE}: limits {OUT} and {INTO}, {(MODELS / FILE).stat().st_size} bytes")


def read_seen(data: Path, cache: Path | None) -> list[Seen]:
    """The pairs of stories, of news, and of one article."""
    paired = list(read_paired())
    known = list(read_known(read_judged(HERE / "news.tsv"), data, cache, meaning))
    unlike = list(read_unlike(read_articles(data / ARTICLES, cache), lambda _, text: meaning(text)))
    return [
        _seen("stories", [p.shown for p in paired], [p.same for p in paired], [p.story for p in paired], 1.0),
        _seen("news", [k.shown for k in known], [k.same for k in known], [k.matter for k in known], 1.0),
        _seen("one article", [u.shown for u in unlike], [False for _ in unlike], [u.article for u in unlike], ALONE),
    ]


def _seen(
    name: str, shown: Sequence[Sequence[float]], same: Sequence[bool], of: Sequence[object], weight: float
) -> Seen:
    return Seen(name, np.array(shown, dtype=np.float32), np.array(same), np.array(list(map(str, of))), weight)


def families(trees: Trees) -> Trees:
    """The trees of a file that learnt from the families."""
    return trees._replace(
        questions=trees.questions[:FAMILIES], borders=trees.borders[:FAMILIES], values=trees.values[:FAMILIES]
    )


def together(begun: Trees, added: Trees) -> Trees:
    pairs = zip(begun[:3], added[:3], strict=True)
    questions, borders, values = (np.concatenate(pair) for pair in pairs)
    return begun._replace(questions=questions, borders=borders, values=values, bias=begun.bias + added.bias)


def fit(seen: Sequence[Seen], begun: Trees) -> CatBoostClassifier:
    """Trees that add to what those of the families give."""
    shown = np.vstack([kind.shown for kind in seen])
    same = np.concatenate([kind.same for kind in seen])
    weights = np.concatenate([np.full(len(kind.same), kind.weight) for kind in seen])
    model = CatBoostClassifier(**TREES)
    model.fit(Pool(shown, same, weight=weights, baseline=scores(begun, shown)))
    return model


def cross_validate(seen: Sequence[Seen], begun: Trees) -> list[np.ndarray]:
    """The log odds of each pair by trees that saw none of its story, matter or article."""
    folds = [_folds(kind.of) for kind in seen]
    found = [np.zeros(len(kind.same)) for kind in seen]
    for fold in range(FOLDS):
        kept = [
            kind._replace(shown=kind.shown[place != fold], same=kind.same[place != fold], of=kind.of[place != fold])
            for kind, place in zip(seen, folds, strict=True)
        ]
        added = trees_of(fit(kept, begun), int(TREES["depth"]))
        for kind, place, odds in zip(seen, folds, found, strict=True):
            odds[place == fold] = scores(together(begun, added), kind.shown[place == fold])
    return found


def _folds(of: np.ndarray) -> np.ndarray:
    """The fold of each pair: one for all of a story, matter or article."""
    names = np.unique(of)
    drawn = np.random.default_rng(SEED).permutation(len(names)) % FOLDS
    return drawn[np.searchsorted(names, of)]


def print_figures(name: str, seen: Sequence[Seen], odds: Sequence[np.ndarray]) -> None:
    """How often a pair of one claim is above one of two; how many pairs are right of those from some limits on."""
    print(f"{name}; in use from {PROBABLE}")
    for kind, given in zip(seen, odds, strict=True):
        above = (given[kind.same][:, None] > given[~kind.same][None, :]).mean() if kind.same.any() else float("nan")
        likely = 1 / (1 + np.exp(-given))
        told = ", ".join(f"{at}: {kind.same[likely >= at].sum()} of {(likely >= at).sum()}" for at in SHOWN)
        print(f"  {kind.name}: in order {above:.3f}; right from {told}")


if __name__ == "__main__":
    main()
