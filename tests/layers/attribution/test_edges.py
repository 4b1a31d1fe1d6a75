"""Where stretches end that the trained tagger found: text, its source, cue and content; what they are in the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.attribution.annotator import find_attributions
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.spans import text_of

FOUND = [
    ("Ada Brenn, who said the mill was lost, left.", "Ada Brenn, who", "said", "the mill was lost",
     "Ada Brenn|said|the mill was lost"),
    ("Ada Brenn praised the miners of Harrow.", "Ada Brenn", "praised", "the miners of",
     "Ada Brenn|praised|the miners of Harrow"),
    ("Ada Brenn praised the miners and left.", "Ada Brenn", "praised", "the miners and",
     "Ada Brenn|praised|the miners"),
    ("Ada Brenn’s claim that the mill was lost held.", "Ada Brenn", "’s claim", "that the mill was lost",
     "Ada Brenn’s|claim|that the mill was lost"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), FOUND)
def test_edges(text: str, source: str, cue: str, content: str, expected: str, page: Callable[..., Any]) -> None:
    document, _, parse = page(text)

    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    rows = find_attributions(document, parse, [], [TaggedAttribution(at(source), at(cue), at(content), 0.9)])
    assert [f"{text_of(text, r.source)}|{text_of(text, r.cue)}|{text_of(text, r.content)}" for r in rows] == [expected]
