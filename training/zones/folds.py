"""What both trainings of this folder share: their options, and how sites are divided into folds."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

SEED = 7
FOLDS = 5


def asked_for(description: str | None) -> argparse.Namespace:
    """The options of the command line: ``data``, ``workers``, ``only_measure``, ``folds_seed``."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only-measure", action="store_true")
    parser.add_argument("--folds-seed", type=int, default=SEED, help="another division of the sites")
    return parser.parse_args()


def by_site(named: Iterable[str], step: int = 1, seed: int = SEED) -> dict[str, int]:
    """The fold of each site; another ``step`` or ``seed`` gives another division."""
    sites = sorted(set(named))
    order = np.random.RandomState(seed).permutation(len(sites))
    return {sites[place]: (number // step) % FOLDS for number, place in enumerate(order)}
