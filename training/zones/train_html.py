"""Trains the trees that say which lines of a web page are the article's, and writes what Sayso ships.

    python training/zones/train_html.py --data ../shared/data [--workers 2] [--only-measure]
    python training/manifest.py

``requirements.txt`` beside this file says what to install. First figures by cross-validation over sites are printed:
no page is scored by trees or names that pages of its site had a part in. Then trees and names are made from all pages
and written to ``src/sayso/models``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from data import digest
from data_html import HtmlData, read_html
from folds import FOLDS, SEED, asked_for, by_site
from train import MODELS, count_words, f1

sys.path.append(str(Path(__file__).resolve().parents[1]))
from trees import log_odds, mean_of, trees_of, write_trees

from sayso.documents.html.linefigures import line_figures
from sayso.documents.html.linetrees import FILE, NAMES
from sayso.documents.html.linezones import PageZones
from sayso.trees import Trees, scores
from sayso.vocab import Zone

TREES = {
    "iterations": 200, "depth": 6, "learning_rate": 0.1, "l2_leaf_reg": 6, "rsm": 0.3, "border_count": 64,
    "thread_count": 2, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
#: So many ensembles, of seeds that follow one another, are trained and their mean taken: one alone is .005 of luck.
ENSEMBLES = 3
#: The probability above which a line is the article's, and others that are printed beside it.
INTO, OTHERS = 0.45, (0.25, 0.3, 0.35, 0.4, 0.5, 0.6)


def main() -> None:
    asked = asked_for(__doc__)
    print(json.dumps({"seed": SEED, "data": digest(asked.data), "trees": TREES}, indent=1), flush=True)
    pages = read_html(asked.data, asked.workers)
    lines, bodies = sum(len(p.labels) for p in pages), sum(int(p.labels.sum()) for p in pages)
    print(
        f"{len(pages)} pages of {len({p.site for p in pages})} sites, {lines} lines, {bodies} of articles", flush=True
    )
    print_figures(pages, cross_validate(pages, by_site((page.site for page in pages), seed=asked.folds_seed)))
    if not asked.only_measure:
        write(pages)


def names_of_sites(pages: Iterable[HtmlData]) -> dict[str, tuple[set[str], set[str]]]:
    """The names that each site has around lines of its articles, and around others."""
    held: dict[str, tuple[set[str], set[str]]] = {}
    for page in pages:
        inside, around = held.setdefault(page.site, (set(), set()))
        for names, label in zip(page.names, page.labels, strict=True):
            (inside if label else around).update(names)
    return held


def whole(page: HtmlData, names: Mapping[str, float]) -> np.ndarray:
    return np.asarray(line_figures(page.read, page.title, names))


def fit(pages: Sequence[HtmlData]) -> tuple[Trees, dict[str, float]]:
    """Trees and names of some pages. The names that a page's lines are shown with come from other sites' pages."""
    seen = [page for page in pages if not page.stated]
    inner = by_site((page.site for page in seen), step=FOLDS)
    held = names_of_sites(seen)
    tables = [count_words(held[site] for site in held if inner[site] != fold) for fold in range(FOLDS)]
    figures = np.vstack([whole(page, tables[inner[page.site]]) for page in seen])
    labels = np.concatenate([page.labels for page in seen])
    weights = np.concatenate([page.weights for page in seen])
    models = [CatBoostClassifier(**TREES, random_seed=SEED + 1 + number) for number in range(ENSEMBLES)]
    ensembles = [trees_of(model.fit(figures, labels, sample_weight=weights), TREES["depth"]) for model in models]
    return mean_of(ensembles), count_words(held.values())


def cross_validate(pages: Sequence[HtmlData], folds: Mapping[str, int]) -> list[np.ndarray]:
    """What trees fitted without the page's site say of each page's lines, as log odds."""
    judged: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        trees, names = fit([page for page in pages if folds[page.site] != fold])
        for number, page in enumerate(pages):
            if folds[page.site] == fold:
                judged[number] = scores(trees, whole(page, names))
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return judged


def segments(page: HtmlData, body: Collection[int]) -> np.ndarray:
    """Hand-marked segments that the page's zones keep rightly, keep wrongly and leave out wrongly, where such lines are
    taken for the article's."""
    ranges = PageZones(page.read, frozenset(body)).label(page.title)
    kept = " ".join(" ".join(page.read.text[r.start : r.end].split()) for r in ranges if r.zone is Zone.BODY)
    right = sum(segment in kept for segment in page.wanted)
    return np.array([right, sum(segment in kept for segment in page.unwanted), len(page.wanted) - right])


def print_figures(pages: Sequence[HtmlData], judged: Sequence[np.ndarray]) -> None:
    """The figures of the extractor and of the trees, at several limits."""
    marked = [(page, odds) for page, odds in zip(pages, judged, strict=True) if page.wanted or page.unwanted]
    print(f"extractor: F1 {f1(sum(segments(page, page.before) for page, _ in marked)):.4f}")
    for limit in (INTO, *OTHERS):
        bodies = (p.before if p.stated else np.flatnonzero(odds > log_odds(limit)).tolist() for p, odds in marked)
        counted = sum(segments(page, body) for (page, _), body in zip(marked, bodies, strict=True))
        print(f"trees at {limit}: F1 {f1(counted):.4f}, {counted.tolist()}", flush=True)


def write(pages: Sequence[HtmlData]) -> None:
    """Trees and names of all pages into the package."""
    trees, names = fit(pages)
    write_trees(MODELS / FILE, trees, INTO, INTO)
    rows = [f"{name}\t{score:g}" for name, score in sorted(names.items())]
    (MODELS / NAMES).write_text("\n".join(rows) + "\n", encoding="utf-8")
    sizes = {name: (MODELS / name).stat().st_size for name in (FILE, NAMES)}
    print(f"{len(names)} names, {len(trees.values)} trees; bytes {sizes}")


if __name__ == "__main__":
    main()
