"""Clefts: whole sentences stand in ``tests/cases/statements/whole.txt``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.parsing.clefts import uncleft


@pytest.mark.parametrize(
    ("text", "root", "subject"),
    [
        ("It was the rebels who fired the rockets.", "fired", "rebels"),
        ("It was not the army that shelled the town.", "shelled", "army"),
        ("It was on Monday that the dam broke.", "broke", "dam"),
        ("It was clear that the dam would break.", "was", "It"),
        ("It was a town that had seen war.", "was", "It"),
        ("It was the army, which shelled the town.", "was", "It"),
    ],
)
def test_the_second_half_of_a_cleft_is_its_verb(page: Callable[..., Any], text: str, root: str, subject: str) -> None:
    found = uncleft(page(text).parse.sentences[0])
    assert found.root is not None
    assert found.root.text == root
    assert subject in {t.text for t in found.tokens if t.head == found.root.index and t.dep in ("nsubj", "nsubjpass")}
    assert all(0 <= t.head < len(found.tokens) for t in found.tokens)
