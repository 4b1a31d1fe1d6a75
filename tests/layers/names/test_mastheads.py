"""Newspapers told by how their titles are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.mastheads import are_districts, is_masthead


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Reporters of the Harbour and District Echo left.", "Harbour and District Echo"),
        ("Reporters of the Marrow Valley Gazette left.", "Marrow Valley Gazette"),
        ("Reporters of the Guardian and Daily Mail left.", None),
        ("Reporters of the Gazette left.", None),
    ],
)
def test_titles(page: Callable[..., Any], text: str, title: str | None) -> None:
    _, _, parse = page(text)
    tokens = parse.sentences[0].tokens
    stop = len(tokens) - 2
    assert is_masthead(tokens, 3, stop) == (title is not None)


@pytest.mark.parametrize(("words", "fit"), [("Marrow Valley", True), ("Mayor", False), ("Harbour Council", False)])
def test_districts(page: Callable[..., Any], words: str, fit: bool) -> None:
    _, _, parse = page(f"We saw {words}.")
    assert are_districts(parse.sentences[0].tokens[2:-1]) == fit
