"""Clauses with what completes them: whole sentences stand in ``tests/cases/statements/whole.txt``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.clauses.colours import wrapping
from sayso.layers.clauses.completing import conditional, opening, whole
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.splitting import find_clauses


@pytest.mark.parametrize(
    ("text", "head", "words", "only_if"),
    [
        ("The boats leave if nothing changes.", "leave", "The boats leave if nothing changes", True),
        ("The boats leave even if nothing changes.", "leave", "The boats leave", False),
        ("They waited until the rain stopped.", "waited", "They waited until the rain stopped", False),
        ("They waited, until the rain stopped.", "waited", "They waited", False),
        ("They talked and the guards listened.", "talked", "They talked", False),
    ],
)
def test_what_completes_a_clause(page: Callable[..., Any], text: str, head: str, words: str, only_if: bool) -> None:
    sentence = page(text).parse.sentences[0]
    clauses = find_clauses(Tree(sentence), wrapping())
    clause = next(c for c in clauses if c.head.text == head)
    full = whole(clause, clauses)
    assert text[full.start : full.end] == words
    assert {t.index for t in clause.own} <= {t.index for t in full.own}
    assert conditional(clause, clauses) is only_if


def test_a_main_clause_is_opened_by_nothing(page: Callable[..., Any]) -> None:
    sentence = page("We leave.").parse.sentences[0]
    (clause,) = find_clauses(Tree(sentence), wrapping())
    assert opening(clause) == ""
