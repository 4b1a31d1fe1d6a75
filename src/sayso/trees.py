"""Ensembles of decision trees as arrays: for the lines of a page, and for pairs of claims.

The trees are oblivious: all nodes of one depth ask the same question, so a tree is a row of questions and a table of
values, and many inputs go through all trees at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]


class Trees(NamedTuple):
    """``questions`` (trees, depth) are columns of features, ``borders`` (trees, depth) the thresholds they must exceed,
    ``values`` (trees, 2 ** depth) the leaves. ``bias`` is added to their sum. A sum below ``out`` or above ``into`` is
    believed."""

    questions: NDArray[np.intp]
    borders: Floats
    values: NDArray[np.float32]
    bias: float
    out: float
    into: float


def open_trees(file: Path) -> Trees:
    """The trees in a file that ``training/trees.py`` wrote."""
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


def scores(trees: Trees, figures: Floats) -> Floats:
    """The log odds of each row, shape (rows,); ``figures`` are its features, shape (rows, features)."""
    import numpy as np

    count, depth = trees.questions.shape
    asked: Floats = np.ascontiguousarray(figures.T)[trees.questions.T.ravel()]  # (depth * trees, rows)
    answers = (asked > trees.borders.T.reshape(-1, 1)).reshape(depth, count, -1)
    leaves = np.repeat(np.arange(count, dtype=np.intp)[:, None] << depth, len(figures), axis=1)
    for level in range(depth):
        leaves += answers[level].astype(np.intp) << level
    summed: Floats = trees.values.ravel()[leaves].sum(axis=0) + trees.bias
    return summed
