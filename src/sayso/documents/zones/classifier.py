"""Which lines of a flat page are the article's, by trees trained on pages whose markup tells: ``training/zones`` makes
them, and says on what.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sayso import assets
from sayso.documents.zones.features import line_features
from sayso.documents.zones.lines import Line
from sayso.documents.zones.words import read_word_scores, word_figures
from sayso.trees import Trees, open_trees, scores
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones.finder import PageLines

FILE = "zones-trees.npz"
#: Fewer words above a headline are no article.
ABOVE_HEADLINE = 40
#: What stands below the article's last line must be likelier to be of it (log odds, a probability of 0.8): there are
#: other articles and their first words.
BELOW_LAST = math.log(0.8 / 0.2)


@functools.cache
def read_trees() -> Trees:
    """The trees that are shipped. Raises AssetError where the file is missing or changed."""
    return open_trees(assets.path(FILE))


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
    the article's, unless it repeats the headline or a line of the article. Below the article's last line more is asked
    for; what stands above the headline is taken in only where it is so much that the headline is in doubt. The other
    zones are given by what a line says: they stay.
    """
    out = list(zones)
    if Zone.BODY not in out:
        return out
    below, above = limits
    for number, zone in enumerate(zones):
        if zone is Zone.BODY and odds[number] < below:
            out[number] = Zone.FURNITURE
    headline = next((n for n, zone in enumerate(zones) if zone is Zone.HEADLINE), 0)
    last = max((n for n, zone in enumerate(out) if zone is Zone.BODY), default=-1)
    held = {line.key for line, zone in zip(lines, zones, strict=True) if zone in (Zone.BODY, Zone.HEADLINE)}
    taken = [
        number
        for number, (line, zone) in enumerate(zip(lines, zones, strict=True))
        if zone is Zone.FURNITURE
        and odds[number] > (above if number < last else max(above, BELOW_LAST))
        and line.key not in held
    ]
    if sum(lines[number].words for number in taken if number < headline) < ABOVE_HEADLINE:
        taken = [number for number in taken if number > headline]
    for number in taken:
        out[number] = Zone.BODY
    return out
