"""Armed bands without their names: which group ``the militants`` are, and which body a bare ``Coalition`` is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.layers.names.bands import bare_coalitions

STAND_FOR = [
    ("Boko Haram burned the mill. The insurgents fled.", "The insurgents", "Boko Haram"),
    ("Boko Haram burned the mill. The rebels fled.", "The rebels", None),
    ("Boko Haram burned the mill. The three insurgents fled.", "The three insurgents", None),
    ("Boko Haram fought the insurgents at the mill.", "the insurgents", None),
    ("Boko Haram and Islamic State fought. The insurgents fled.", "The insurgents", None),
]


@pytest.mark.parametrize(("text", "words", "name"), STAND_FOR)
def test_members_stand_for_the_only_group(page: Callable[..., Any], text: str, words: str, name: str | None) -> None:
    document, _, parse = page(text)
    start = text.rindex(words)
    at = [m.name for m in find_mentions(document, parse) if m.span[1:] == (start, start + len(words))]
    assert at == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Coalition jets hit a depot.", 1),
        ("Coalition talks went on.", 0),
        ("Farmers met the Velm Coalition.", 0),
        ("Farmers met the Coalition of Millers.", 0),
        ("Farmers said the Coalition had left.", 1),
    ],
)
def test_a_bare_coalition(page: Callable[..., Any], text: str, count: int) -> None:
    _, _, parse = page(text)
    assert len([c for s in parse.sentences for c in bare_coalitions(s)]) == count
