"""Which line of a flat page is its headline, by trees trained on pages whose markup tells.

``training/zones/train_headlines.py`` makes them, and says on what.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import assets
from sayso.documents.zones.headfigures import candidates, head_figures
from sayso.trees import Trees, open_trees, scores

if TYPE_CHECKING:
    from sayso.documents.zones.finder import PageLines
    from sayso.documents.zones.headlines import HeadlineFinder

FILE = "heads-trees.npz"
#: By so much another line must be likelier than the one that the rules choose.
AHEAD = 0.08


@functools.cache
def read_trees() -> Trees:
    """The trees that are shipped. Raises AssetError where the file is missing or changed."""
    return open_trees(assets.path(FILE))


def pick(page: PageLines, finder: HeadlineFinder, ruled: int | None) -> int | None:
    """The number of the likeliest line; None where none is likely enough. ``ruled`` is the line that the rules choose:
    it is one thing among those that the trees see, and they have to be surer of another than of it."""
    numbers = candidates(page, finder)
    if not numbers:
        return ruled
    trees = read_trees()
    odds = scores(trees, head_figures(page, finder, ruled, numbers)).tolist()
    at = chosen(odds, numbers.index(ruled) if ruled in numbers else None, (trees.out, trees.into))
    return None if at is None else numbers[at]


def chosen(odds: Sequence[float], ruled: int | None, limits: tuple[float, float]) -> int | None:
    """Which of some lines is the headline by their log odds, ``ruled`` being the one of the rules; ``limits`` are the
    log odds from which that one and any other may be it."""
    likely = [1 / (1 + math.exp(-one)) for one in odds]
    best = max(range(len(odds)), key=odds.__getitem__)
    own, other = limits
    if ruled is not None and likely[ruled] >= likely[best] - AHEAD:
        return ruled if odds[ruled] >= own else None
    return best if odds[best] >= other else None
