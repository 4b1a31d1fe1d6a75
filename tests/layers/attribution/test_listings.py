"""Lists under a cue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.attribution.annotator import find_attributions
from sayso.spans import text_of


def read(page: Callable[..., Any], text: str) -> list[str]:
    document, _, parse = page(text)
    rows = find_attributions(document, parse, [], [])
    return [f"{text_of(text, r.source)}|{text_of(text, r.cue)}|{text_of(text, r.content)}" for r in rows]


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "1.", "a)"])
def test_every_item_is_told(page: Callable[..., Any], bullet: str) -> None:
    text = f"The auditor said:\n{bullet} the books were false;\n{bullet} the safe was empty.\nThe town is small."
    assert read(page, text) == ["The auditor|said|the books were false … the safe was empty"]


def test_a_list_without_a_cue_is_nobodys(page: Callable[..., Any]) -> None:
    assert read(page, "The hall has three doors:\n- the north door\n- the south door") == []


def test_lines_without_bullets_are_not_told(page: Callable[..., Any]) -> None:
    assert read(page, "The auditor said:\nThe books were false.") == []
