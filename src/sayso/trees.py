"""Trained trees as arrays: those that judge the lines of a page, and those that judge pairs of claims.

The trees are oblivious: every node of one depth asks the same question, so that a tree is a row of questions and a
table of values, and many rows go through all of them at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple


class Trees(NamedTuple):
    """``questions`` (trees, depth): numbers of figures; ``borders`` (trees, depth): what these must exceed; ``values``
    (trees, 2 ** depth); ``bias``: what is added to the sum; ``out``, ``into``: the sums below which and above which
    the trees are believed."""

    questions: Any
    borders: Any
    values: Any
    bias: float
    out: float
    into: float


def open_trees(file: Path) -> Trees:
    """The trees of a file that ``training/trees.py`` wrote."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return Trees(
            held["questions"].astype(np.intp),
            held["borders"],
            held["values"].astype(np.float32) * held["scale"],
            float(held["bias"]),
            float(held["out"]),
            float(held["into"]),
        )


def scores(trees: Trees, figures: Any) -> Any:
    """What the trees say of each row, as log odds, shape (rows,). ``figures`` has shape (rows, figures)."""
    import numpy as np

    count, depth = trees.questions.shape
    asked = np.ascontiguousarray(figures.T)[trees.questions.T.ravel()]  # (depth * trees, rows)
    answers = (asked > trees.borders.T.reshape(-1, 1)).reshape(depth, count, -1)
    leaves = np.repeat(np.arange(count, dtype=np.intp)[:, None] << depth, len(figures), axis=1)
    for level in range(depth):
        leaves += answers[level].astype(np.intp) << level
    return trees.values.ravel()[leaves].sum(axis=0) + trees.bias
