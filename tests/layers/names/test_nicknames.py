"""People with a nickname in quotation marks between their names."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.nicknames import nicknamed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Police freed Jan "the Heron" Orr.', ['Jan "the Heron" Orr']),
        ("Police freed Pedro “El Tordo” Vargas.", ["Pedro “El Tordo” Vargas"]),
        ('Moss said "Never" Friday and left.', []),
        ('The play "the Heron" opened.', []),
        ('She called Jan "a liar" Monday.', []),
    ],
)
def test_nicknamed(page: Callable[..., Any], text: str, names: list[str]) -> None:
    _, _, parse = page(text)
    assert [c.text for s in parse.sentences for c in nicknamed(text, s)] == names


def test_a_long_hostile_text_is_searched_in_good_time(page: Callable[..., Any]) -> None:
    text = 'Jan "the Heron ' * 300
    _, _, parse = page(text)
    start = time.process_time()
    assert [c.text for s in parse.sentences for c in nicknamed(text, s)] == []
    assert time.process_time() - start < 1
