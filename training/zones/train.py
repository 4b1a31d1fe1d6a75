"""Trains the classifier of lines and writes what Sayso ships.

    python training/zones/train.py --data ../shared/data [--workers 2] [--only-measure]
    python training/manifest.py

``requirements.txt`` beside this file says what to install. First figures by cross-validation over sites are printed:
no page is scored by trees, words or limits that pages of its site had a part in. Then trees, words and limits
are made from all pages and written to ``src/sayso/models``.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from data import FLAT, PageData, digest, read_pages
from folds import FOLDS, SEED, asked_for, by_site

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import log_odds, trees_of, write_trees

from sayso.documents.zones.classifier import FILE, combined
from sayso.documents.zones.words import FILE as WORDS
from sayso.documents.zones.words import word_figures
from sayso.trees import Trees, scores
from sayso.vocab import Zone

MODELS = Path(__file__).resolve().parents[2] / "src" / "sayso" / "models"
#: A word is in the table where it stands in this many places, a site's articles and what is around them being one each.
FEWEST_PLACES = 8
TREES = {
    "iterations": 200, "depth": 6, "learning_rate": 0.1, "l2_leaf_reg": 6, "rsm": 0.3, "border_count": 64,
    "random_seed": SEED, "thread_count": 2, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
Limits = tuple[float, float]
#: Probabilities below which a line may be taken out of the article, and above which into it: what lies between stays as
#: the rules have it. The second is no lower: furniture in the article harms a reader more than a line that is left out.
LIMITS = tuple((out, into) for out in (0.25, 0.3, 0.35) for into in (0.5, 0.6, 0.7))


def main() -> None:
    asked = asked_for(__doc__)
    print(json.dumps({"seed": SEED, "data": digest(asked.data), "trees": TREES}, indent=1), flush=True)
    pages = read_pages(asked.data, asked.workers)
    lines, bodies = sum(len(p.labels) for p in pages), sum(int(p.labels.sum()) for p in pages)
    print(
        f"{len(pages)} pages of {len({p.site for p in pages})} sites, {lines} lines, {bodies} of articles", flush=True
    )
    folds = by_site((page.site for page in pages), seed=asked.folds_seed)
    judged = cross_validate(pages, folds)
    limits = print_figures(pages, folds, judged)
    if not asked.only_measure:
        write(pages, limits)


def words_of_sites(pages: Iterable[PageData]) -> dict[str, tuple[set[str], set[str]]]:
    """The words that each site has in its articles, and those that it has around them."""
    held: dict[str, tuple[set[str], set[str]]] = {}
    for page in pages:
        inside, around = held.setdefault(page.site, (set(), set()))
        for tokens, label in zip(page.tokens, page.labels, strict=True):
            (inside if label else around).update(tokens)
    return held


def count_words(sites: Iterable[tuple[set[str], set[str]]]) -> dict[str, float]:
    """The table of words: the logarithm of how many more sites have them in articles than around these."""
    held = list(sites)
    inside = Counter(chain.from_iterable(own for own, _ in held))
    around = Counter(chain.from_iterable(own for _, own in held))
    counted = {token: (inside[token], around[token]) for token in sorted(inside.keys() | around.keys())}
    return {t: round(math.log((i + 1) / (a + 1)), 2) for t, (i, a) in counted.items() if i + a >= FEWEST_PLACES}


def whole(page: PageData, words: Mapping[str, float]) -> np.ndarray:
    return np.hstack([page.form, word_figures(page.lines, words)])


def fit(pages: Sequence[PageData]) -> tuple[Trees, dict[str, float]]:
    """Trees and words of some pages. The words that a page's lines are shown with come from other sites' pages."""
    inner = by_site((page.site for page in pages), step=FOLDS)
    held = words_of_sites(pages)
    tables = [count_words(held[site] for site in held if inner[site] != fold) for fold in range(FOLDS)]
    model = CatBoostClassifier(**TREES)
    model.fit(
        np.vstack([whole(page, tables[inner[page.site]]) for page in pages]),
        np.concatenate([page.labels for page in pages]),
        sample_weight=np.concatenate([page.weights for page in pages]),
    )
    return trees_of(model, TREES["depth"]), count_words(held.values())


def cross_validate(pages: Sequence[PageData], folds: Mapping[str, int]) -> list[np.ndarray]:
    """What trees fitted without the page's site say of each page's lines, as log odds."""
    judged: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        trees, words = fit([page for page in pages if folds[page.site] != fold])
        for number, page in enumerate(pages):
            if folds[page.site] == fold:
                judged[number] = scores(trees, whole(page, words))
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return judged


def segments(page: PageData, zones: Sequence[Zone]) -> np.ndarray:
    """Hand-marked segments that the zones keep rightly, keep wrongly and leave out wrongly."""
    body = " ".join(words for words, zone in zip(page.shown, zones, strict=True) if zone is Zone.BODY)
    kept = sum(segment in body for segment in page.wanted)
    return np.array([kept, sum(segment in body for segment in page.unwanted), len(page.wanted) - kept])


def f1(counts: np.ndarray) -> float:
    right, wrong, missed = counts.tolist()
    return float(2 * right / (2 * right + wrong + missed)) if right else 0.0


def print_figures(pages: Sequence[PageData], folds: Mapping[str, int], judged: Sequence[np.ndarray]) -> Limits:
    """The figures of the rules and of the classifier. Returns the limits that are best over all folds; each fold is
    scored by those that are best on the others."""
    table: dict[tuple[str, int, Limits | None], np.ndarray] = {}
    for page, odds in zip(pages, judged, strict=True):
        if not (page.wanted or page.unwanted):
            continue
        for limits in (None, *LIMITS):
            where = tuple(map(log_odds, limits)) if limits else (-math.inf, math.inf)
            key = (page.flattening, folds[page.site], limits)
            counted = segments(page, combined(page.zones, page.lines, odds.tolist(), where))
            table[key] = table.get(key, np.zeros(3, dtype=int)) + counted

    def total(limits: Limits | None, where: Iterable[str], which: Iterable[int]) -> np.ndarray:
        return sum((table[w, f, limits] for w in where for f in which), np.zeros(3, dtype=int))

    every = range(FOLDS)
    for flattening in FLAT:
        chosen = np.zeros(3, dtype=int)
        for fold in every:
            others = [f for f in every if f != fold]
            best = max(LIMITS, key=lambda limits, others=others: f1(total(limits, FLAT, others)))
            chosen += total(best, (flattening,), (fold,))
        rules = f1(total(None, (flattening,), every))
        print(f"{flattening}: rules F1 {rules:.3f}, cross-validated F1 {f1(chosen):.3f}", flush=True)
        shown = (f"{limits}: {f1(total(limits, (flattening,), every)):.3f}" for limits in LIMITS)
        print("   at " + ", ".join(shown), flush=True)
    return max(LIMITS, key=lambda limits: f1(total(limits, FLAT, every)))


def write(pages: Sequence[PageData], limits: Limits) -> None:
    """Trees, words and limits of all pages into the package."""
    trees, words = fit(pages)
    write_trees(MODELS / FILE, trees, *limits)
    rows = [f"{word}\t{score:g}" for word, score in sorted(words.items())]
    (MODELS / WORDS).write_text("\n".join(rows) + "\n", encoding="utf-8")
    sizes = {name: (MODELS / name).stat().st_size for name in (FILE, WORDS)}
    print(f"limits {limits}, {len(words)} words, {len(trees.values)} trees; bytes {sizes}")


if __name__ == "__main__":
    main()
