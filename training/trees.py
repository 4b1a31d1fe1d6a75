"""Trained oblivious trees as the arrays that ``sayso.trees`` runs."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

from sayso.trees import Trees


def trees_of(model: CatBoostClassifier, depth: int) -> Trees:
    """The model's trees as arrays; a tree that asks less than the others asks what is never so."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        held = json.loads(file.read_text(encoding="utf-8"))
    trees = held["oblivious_trees"]
    questions = np.zeros((len(trees), depth), dtype=np.int16)
    borders = np.full((len(trees), depth), np.inf, dtype=np.float32)
    values = np.zeros((len(trees), 2**depth), dtype=np.float64)
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or []):
            questions[number, level] = split["float_feature_index"]
            borders[number, level] = split["border"]
        values[number, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, (bias,) = held["scale_and_bias"]
    return Trees(questions.astype(np.intp), borders, (values * scale).astype(np.float32), float(bias), 0.0, 0.0)


def mean_of(ensembles: Sequence[Trees]) -> Trees:
    """Ensembles that were trained with other seeds as one, which says what they say in the mean."""
    return Trees(
        np.concatenate([trees.questions for trees in ensembles]),
        np.concatenate([trees.borders for trees in ensembles]),
        np.concatenate([trees.values for trees in ensembles]) / np.float32(len(ensembles)),
        sum(trees.bias for trees in ensembles) / len(ensembles),
        0.0,
        0.0,
    )


def write_trees(file: Path, trees: Trees, out: float, into: float) -> None:
    """Writes trees, their values as 16-bit numbers, with the probabilities below and above which they are believed."""
    scale = float(np.abs(trees.values).max()) / 32767
    np.savez_compressed(
        file,
        questions=trees.questions.astype(np.int16),
        borders=trees.borders,
        values=np.round(trees.values / scale).astype(np.int16),
        scale=np.float32(scale),
        bias=np.float64(trees.bias),
        out=np.float64(log_odds(out)),
        into=np.float64(log_odds(into)),
    )


def log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))
