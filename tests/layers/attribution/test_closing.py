"""Sources behind the comma that ends what they told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.attribution.closing import find_closing
from sayso.layers.attribution.ground import Ground


def read(page: Callable[..., Any], text: str, zones: str = "") -> list[str]:
    document, _, parse = page(text, zones=zones)
    ground = Ground(document, parse)
    return ["|".join(ground.words(r) for r in (f.source, f.cue, f.content)) for f in find_closing(ground, set())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine hikers were rescued near Orrin, the rescue office said on Monday.",
         "the rescue office|said|Nine hikers were rescued near Orrin"),
        ("The mill burned in Lowmere, the Fire Watch, a volunteer group, said on Friday.",
         "the Fire Watch, a volunteer group|said|The mill burned in Lowmere"),
        ("The mill burned in Lowmere, the Fire Watch also said.", "the Fire Watch|said|The mill burned in Lowmere"),
    ],
)  # fmt: skip
def test_the_source_stands_last(page: Callable[..., Any], text: str, found: str) -> None:
    assert read(page, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He went home, the dog barked.",
        "He won by ten votes, the groups who wrote to her.",
        "The mine was shut for weeks, one list of the losses reported by the bank shows.",
        "After the flood, the mayor said that the dam was safe.",
        "Ada Brenn, the mayor said.",
        "When it rained, the office said nothing.",
    ],
)
def test_no_source_stands_last(page: Callable[..., Any], text: str) -> None:
    assert read(page, text) == []


def test_a_headline_needs_no_verb(page: Callable[..., Any]) -> None:
    text = "Nine dead in mill blast, officials say"
    assert read(page, text, "headline") == ["officials|say|Nine dead in mill blast"]
    assert read(page, text) == []
