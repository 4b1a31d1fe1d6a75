"""Clauses that say by their own verb that something is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.clauses.colours import wrapping
from sayso.layers.clauses.demands import demanded, imperative
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.splitting import find_clauses


@pytest.mark.parametrize(
    ("text", "orders", "demands"),
    [
        ("Send us more boats.", True, True),
        ("Don't go home.", True, True),
        ("Barges must leave the lock.", False, True),
        ("Barges leave the lock.", False, False),
        ("Barges may leave the lock.", False, False),
    ],
)
def test_what_is_to_be_done(page: Callable[..., Any], text: str, orders: bool, demands: bool) -> None:
    (clause,) = find_clauses(Tree(page(text).parse.sentences[0]), wrapping())
    assert imperative(clause) is orders
    assert demanded(clause) is demands
