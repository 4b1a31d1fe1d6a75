"""Which lines of a web page are the article's, by trees trained on pages of many sites: ``training/zones`` makes them,
and says on what.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso import assets
from sayso.documents.html.linefigures import line_figures
from sayso.trees import Trees, open_trees, scores

if TYPE_CHECKING:
    from sayso.documents.html.linezones import Read

FILE = "lines-trees.npz"
NAMES = "lines-names.tsv"
#: So many lines go through the trees together.
AT_ONCE = 1_000


@functools.cache
def read_trees() -> Trees:
    """The trees that are shipped. Raises AssetError where the file is missing or changed."""
    return open_trees(assets.path(FILE))


@functools.cache
def read_name_scores() -> dict[str, float]:
    """The names of elements that are shipped, each with its score. Raises AssetError where the file is missing or
    changed."""
    rows = assets.path(NAMES).read_text(encoding="utf-8").splitlines()
    return {name: float(score) for name, _, score in (row.partition("\t") for row in rows)}


def find_body(read: Read, title: str | None) -> frozenset[int]:
    """The indexes of the article's lines; ``title`` is what the page says its headline is."""
    if not read.lines:
        return frozenset()
    trees, figures = read_trees(), line_figures(read, title, read_name_scores())
    found: set[int] = set()
    for first in range(0, len(figures), AT_ONCE):
        odds = scores(trees, figures[first : first + AT_ONCE])
        found.update((first + (odds > trees.into).nonzero()[0]).tolist())
    return frozenset(found)
