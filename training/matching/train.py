"""Trains the trees that judge whether two claims are one, with the encoder that is shipped.

    python training/matching/train.py --data FOLDER [--cache FOLDER] [--only measure]
    python training/matching/weighed.py --data FOLDER
    python training/manifest.py

``README.md`` beside this file says what to install, what the trees see and how good they are. Prints figures by
cross-validation over stories: no pair is judged by trees that saw a sentence of its story, and the encoder
(``taught.py``) saw none at all. ``--only measure`` writes nothing. ``weighed.py`` then makes a likelihood of what they
give.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from articles import Unlike, read_articles, read_unlike
from catboost import CatBoostClassifier
from data import family_files, read_stories
from news import Known, kept_aside, part_of, read_judged, read_known, read_news
from pairs import NEAR, OTHER, SAME, Pair, read_pairs

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import trees_of, write_trees

from sayso.relations.claims.matching import FILE

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1] / "src" / "sayso" / "models"
SEED, FOLDS = 7, 5
#: Families up to this part are learnt from.
PARTS = 18
DEPTH = 3
TREES = {
    "iterations": 800, "depth": DEPTH, "learning_rate": 0.03, "l2_leaf_reg": 10, "rsm": 0.3, "random_seed": SEED,
    "thread_count": 1, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
#: A near miss, and a pair of one article, count so much in training. The families hold far more near misses than news.
LEARNED = 0.3
#: A judged pair of news counts so much.
NEWS = 5.0
#: Articles for pairs of claims of one article, in the folder of the data.
ARTICLES = Path("stories/ecbplus_train.jsonl")
#: What a near miss counts for in the figures: as much as any pair, a tenth of one, none.
COUNTED = (1.0, 0.1, 0.0)
#: What the rules join and trees and nearness together find less likely is parted: below it hardly a pair of rules is
#: right. What is as likely as the second is surely one: from there on no pair of the read stories is wrong (22), and
#: of those of news 99 of 102 are right.
OUT, INTO = 0.25, 0.985


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the news articles")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each sentence and article")
    parser.add_argument("--only", choices=("measure",))
    asked = parser.parse_args()
    files = family_files(HERE, PARTS)
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    stories = read_stories(HERE, PARTS)
    told = {"stories": len(stories), "accounts": sum(len(story.accounts) for story in stories), "sha256": digest}
    print(json.dumps({"seed": SEED, **told, "trees": TREES}), flush=True)
    pairs = list(read_pairs(stories, asked.cache))
    for kind in (SAME, NEAR, OTHER):
        these = [p for p in pairs if p.kind == kind]
        counts = [sum(p.found for p in these), sum(bool(p.shown) for p in these), sum(p.ruled for p in these)]
        print(f"{kind}: {len(these)} pairs, both found {counts[0]}, shown {counts[1]}, joined by rules {counts[2]}")
    pages = read_articles(asked.data / ARTICLES, asked.cache)
    unlike = list(read_unlike(pages))
    print(f"of one article: {len(unlike)} pairs of claims of {len(pages)} articles")
    rows = read_judged(HERE / "news.tsv")
    news = list(read_known(rows, read_news(rows, asked.data, asked.cache)))
    seen = Seen(pairs, unlike, [known for known in news if not kept_aside(known.matter)])
    print(f"of news: {len(seen.news)} judged pairs of {len({known.matter for known in seen.news})} matters")
    print_figures(pairs, *cross_validate(seen)[:2])
    if asked.only is None:
        write_trees(MODELS / FILE, trees_of(fit(seen), DEPTH), OUT, INTO)


class Judgements(NamedTuple):
    """The probability of each pair of ``Seen``."""

    pairs: np.ndarray
    unlike: np.ndarray
    news: np.ndarray


class Seen(NamedTuple):
    """All that the trees learn from: pairs of invented sentences, of claims of one article, and judged ones of news."""

    pairs: Sequence[Pair]
    unlike: Sequence[Unlike]
    news: Sequence[Known]


def folds_of(stories: int) -> np.ndarray:
    """The fold of each story."""
    return np.random.default_rng(SEED).permutation(stories) % FOLDS


def fit(seen: Seen) -> CatBoostClassifier:
    model = CatBoostClassifier(**TREES)
    rows = [(p.shown, p.kind == SAME, LEARNED if p.kind == NEAR else 1.0) for p in seen.pairs if p.shown]
    rows += [(u.shown, False, LEARNED) for u in seen.unlike]
    rows += [(known.shown, known.same, NEWS) for known in seen.news]
    shown, same, weights = zip(*rows, strict=True)
    model.fit(np.array(shown, dtype=np.float32), np.array(same), sample_weight=np.array(weights))
    return model


def cross_validate(seen: Seen) -> Judgements:
    """What trees give for each pair that were fitted without its story or article; 0 where they are not asked."""
    folds = folds_of(1 + max(p.story for p in seen.pairs))
    places = (
        np.array([folds[p.story] if p.shown else FOLDS for p in seen.pairs]),
        np.array([u.article % FOLDS for u in seen.unlike]),
        np.array([part_of(known.matter, FOLDS) for known in seen.news]),
    )
    found = Judgements(*(np.zeros(len(kind)) for kind in places))
    for fold in range(FOLDS):
        kept = (
            [row for row, place in zip(rows, kind, strict=True) if place != fold]
            for rows, kind in zip(seen, places, strict=True)
        )
        model = fit(Seen(*kept))
        for rows, kind, given in zip(seen, places, found, strict=True):
            these = np.flatnonzero(kind == fold)
            shown = np.array([rows[n].shown for n in these], dtype=np.float32)
            given[these] = model.predict_proba(shown)[:, 1]
    return found


def print_figures(pairs: Sequence[Pair], judged: np.ndarray, misjudged: np.ndarray) -> None:
    """One line for each way to decide; precision with near misses, with a tenth of their weight, without them. Then how
    many pairs of one article the trees alone would join."""
    same = np.array([p.kind == SAME for p in pairs])
    near = np.array([p.kind == NEAR for p in pairs])
    shown = np.array([bool(p.shown) and not p.headed for p in pairs])
    near_by = np.where(shown, np.array([p.near for p in pairs]), -1.0)
    found = np.array([p.found for p in pairs])
    ways = {"rules alone": np.array([p.ruled for p in pairs])}
    ways |= {f"trees above {at}": np.where(shown, judged, 0.0) > at for at in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)}
    ways |= {f"nearness above {at}": near_by > at for at in (0.6, 0.7, 0.8)}
    for name, joined in ways.items():
        precisions = []
        for counted in COUNTED:
            wrong = (np.where(near, counted, 1.0) * ~same)[joined].sum()
            precisions.append(f"{same[joined].sum() / max(1e-9, same[joined].sum() + wrong):.3f}")
        recall = f"{joined[same].sum()} of {same.sum()}, of those found {joined[same & found].mean():.3f}"
        print(f"{name:20} precision {' / '.join(precisions)}; recall {recall}")
    told = ", ".join(f"{at:.2f}: {(misjudged > at).sum()}" for at in (0.4, 0.7, 0.8))
    print(f"of {len(misjudged)} pairs of one article, above {told}")


if __name__ == "__main__":
    main()
