"""Trained trees as arrays: what they add up to, and that a file gives back what was written."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sayso.trees import Trees, open_trees, scores

QUESTIONS = np.array([[0, 1], [1, 0]])
BORDERS = np.array([[0.5, 2.0], [1.0, np.inf]], dtype=np.float32)
VALUES = np.array([[1.0, 2.0, 4.0, 8.0], [0.0, 16.0, 0.0, 0.0]], dtype=np.float32)


def test_each_row_takes_one_leaf_of_every_tree() -> None:
    trees = Trees(QUESTIONS, BORDERS, VALUES, 0.25, 0.0, 0.0)
    rows = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 3.0]], dtype=np.float32)
    assert scores(trees, rows).tolist() == [1.25, 2.25, 24.25]


def test_a_row_alone_scores_as_among_others() -> None:
    trees = Trees(QUESTIONS, BORDERS, VALUES, 0.25, 0.0, 0.0)
    rows = np.random.default_rng(7).random((20, 2), dtype=np.float32) * 4
    assert [float(scores(trees, row[None])[0]) for row in rows] == scores(trees, rows).tolist()


def test_a_file_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "trees.npz"
    whole = {"values": np.array([[1, 2, 4, 8]], dtype=np.int16), "scale": np.float32(0.5), "bias": np.float64(1.5)}
    np.savez(file, questions=QUESTIONS[:1], borders=BORDERS[:1], out=np.float64(-1), into=np.float64(2), **whole)
    trees = open_trees(file)
    assert trees.values.tolist() == [[0.5, 1.0, 2.0, 4.0]]
    assert (trees.bias, trees.out, trees.into) == (1.5, -1.0, 2.0)
