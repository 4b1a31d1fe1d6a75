"""Which lines of a flat page are the article's, by trees trained on pages whose markup tells: ``training/zones`` makes
them, and says on what.

The trees are oblivious: every node of one depth asks the same question, so that a tree is a row of questions and a
table of values, and a page's lines go through all of them at once.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso import assets
from sayso.documents.features import line_features
from sayso.documents.lines import Line
from sayso.documents.words import read_word_scores, word_figures
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones import PageLines

FILE = "zones-trees.npz"


class Trees(NamedTuple):
    """``questions`` (trees, depth): numbers of figures; ``borders`` (trees, depth): what these must exceed; ``values``
    (trees, 2 ** depth); ``bias``: what is added to the sum; ``out``, ``into``: the sums below which a line is taken out
    of the article and above which it is taken into it."""

    questions: Any
    borders: Any
    values: Any
    bias: float
    out: float
    into: float


@functools.cache
def read_trees() -> Trees:
    """The trees that are shipped. Raises AssetError where the file is missing or changed."""
    import numpy as np

    with np.load(assets.path(FILE), allow_pickle=False) as held:
        return Trees(
            held["questions"].astype(np.intp),
            held["borders"],
            held["values"].astype(np.float32) * held["scale"],
            float(held["bias"]),
            float(held["out"]),
            float(held["into"]),
        )


def scores(trees: Trees, figures: Any) -> Any:
    """What the trees say of each line, as log odds, shape (lines,). ``figures`` has shape (lines, figures)."""
    import numpy as np

    count, depth = trees.questions.shape
    asked = np.ascontiguousarray(figures.T)[trees.questions.T.ravel()]  # (depth * trees, lines)
    answers = (asked > trees.borders.T.reshape(-1, 1)).reshape(depth, count, -1)
    leaves = np.repeat(np.arange(count, dtype=np.intp)[:, None] << depth, len(figures), axis=1)
    for level in range(depth):
        leaves += answers[level].astype(np.intp) << level
    return trees.values.ravel()[leaves].sum(axis=0) + trees.bias


def figures_of(page: PageLines, zones: Sequence[Zone], words: Mapping[str, float]) -> Any:
    """All that the trees see of the page's lines: of their form and place, then of their words."""
    import numpy as np

    return np.hstack([line_features(page, zones), word_figures(page.lines, words)])


def correct(page: PageLines, zones: Sequence[Zone]) -> list[Zone]:
    """The zones with what the trees say of the article's lines."""
    if Zone.BODY not in zones:
        return list(zones)
    trees = read_trees()
    odds = scores(trees, figures_of(page, zones, read_word_scores()))
    return combined(zones, page.lines, odds.tolist(), (trees.out, trees.into))


def combined(
    zones: Sequence[Zone], lines: Sequence[Line], odds: Sequence[float], limits: tuple[float, float]
) -> list[Zone]:
    """The zones of the rules with what the trees are sure of.

    ``limits`` are the log odds below which a line of the article becomes furniture, and above which furniture becomes
    the article's, unless it stands above the headline or repeats it or a line of the article. The other zones are
    given by what a line says: they stay.
    """
    out = list(zones)
    if Zone.BODY not in out:
        return out
    below, above = limits
    headline = next((n for n, zone in enumerate(zones) if zone is Zone.HEADLINE), -1)
    held = {line.key for line, zone in zip(lines, zones, strict=True) if zone in (Zone.BODY, Zone.HEADLINE)}
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone is Zone.BODY and odds[number] < below:
            out[number] = Zone.FURNITURE
        elif zone is Zone.FURNITURE and odds[number] > above and number > headline and line.key not in held:
            out[number] = Zone.BODY
    return out
