"""Names → what they are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.relations.words.spellings import folded


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Red Column", "red column"),
        ("Deïr al-Zhor", "deir al zhor"),
        ("Tarven's mayor", "tarven mayor"),
        ("the", ""),
    ],
)
def test_folded(name: str, plain: str) -> None:
    assert folded(name) == plain


@given(st.text())
def test_folded_words_stand_one_space_apart(text: str) -> None:
    once = folded(text)
    assert once == once.strip()
    assert "  " not in once
