"""Sentences whose verb the parser hung below a noun: whole ones stand in ``tests/cases/statements/whole.txt``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.parsing.rooting import rooted


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("The smaller comet moves in the opposite direction to the rotation of the planet.", "moves"),
        ("From forty-six farmers he had borrowed 5,000 euros each.", "borrowed"),
        ("The council met on Monday.", "met"),
        ("Three boats and a raft.", "boats"),
    ],
)
def test_the_verb_of_a_sentence_is_its_root(page: Callable[..., Any], text: str, root: str) -> None:
    found = rooted(page(text).parse.sentences[0])
    assert found.root is not None
    assert found.root.text == root
    assert all(0 <= t.head < len(found.tokens) for t in found.tokens)
