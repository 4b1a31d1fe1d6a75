"""Names that small words hold together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.layers.names.joinednames import joined_by_links

WHOLE = [
    ("Nine people died, the Food and Drugs Authority said.", "Food and Drugs Authority"),
    ("Ostravia's Harbours and Fisheries Board closed the quay.", "Harbours and Fisheries Board"),
    ("The Ministry of Trade and Tourism said so.", "Ministry of Trade and Tourism"),
    ("The Transport and Main Roads Department closed the road.", "Transport and Main Roads Department"),
]
APART = [
    ("The Ministry of Health and Unicef said nine people had died.", ["Ministry of Health", "UNICEF"]),
    ("Oxfam and the Food Authority said nine people had died.", ["Food Authority", "Oxfam"]),
]


def names(page: Callable[..., Any], text: str) -> list[str]:
    document, _, parse = page(text)
    return sorted({m.name for m in find_mentions(document, parse) if m.level.value == "name"})


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_name_is_whole(page: Callable[..., Any], text: str, name: str) -> None:
    assert name in names(page, text)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Correo de la Sierra reported it.", "Sierra", "Correo de la Sierra"),
        ("The bus failed, Gaceta del Valle reported.", "Valle", "Gaceta del Valle"),
        ("Karsk und Umland Kurier reported it.", "Karsk", "Karsk und Umland"),
        ("She left for Karsk and Harrow.", "Harrow", "Harrow"),
        ("President de Vries spoke.", "Vries", "Vries"),
    ],
)
def test_small_words_join(page: Callable[..., Any], text: str, part: str, whole: str) -> None:
    tokens = page(text).parse.sentences[0].tokens
    at = next(t.index for t in tokens if t.text == part)
    first, stop = joined_by_links(tokens, at, at + 1)
    assert text[tokens[first].start : tokens[stop - 1].end] == whole


@pytest.mark.parametrize(("text", "expected"), APART)
def test_two_bodies_are_two(page: Callable[..., Any], text: str, expected: list[str]) -> None:
    assert names(page, text) == expected
