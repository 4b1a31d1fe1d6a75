"""Names beyond what the parser labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.layers.names.fullnames import is_office, is_verb


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A geologist at the waterworks, Ilo Marend, said the dam was safe.", "Ilo Marend"),
        ("The minister, Salma Idris Bakker, said stocks had recovered.", "Salma Idris Bakker"),
    ],
)
def test_a_persons_whole_name_is_found(page: Callable[..., Any], text: str, name: str) -> None:
    document, _, parse = page(text)
    assert name in {m.name for m in find_mentions(document, parse)}


@pytest.mark.parametrize("words", ["Minister of Health", "Official Spokesman of the Coast Guard", "Spokesman"])
def test_an_office_is_no_body(words: str) -> None:
    assert is_office(words)


@pytest.mark.parametrize("words", ["Ministry of Health", "Harbour Board", "Karsk"])
def test_a_body_is_no_office(words: str) -> None:
    assert not is_office(words)


def test_a_finite_verb_is_told(page: Callable[..., Any]) -> None:
    tokens = page("Ada Brenn told the harbour board.").parse.sentences[0].tokens
    assert [t.text for t in tokens if is_verb(t)] == ["told"]
