"""A source that is a part of a name gets the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.attribution.cues import PLAIN
from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.attribution.wholes import take_whole_names
from sayso.layers.names.annotator import find_mentions

TEXT = "Four people have died, Ostravia's Food and Drugs Authority said on Tuesday."


@pytest.mark.parametrize("part", ["Authority", "Drugs Authority", "Ostravia's Food and Drugs Authority"])
def test_the_whole_name_is_the_source_and_no_content(page: Callable[..., Any], part: str) -> None:
    document, _, parse = page(TEXT)
    at = TEXT.index(part)
    said = TEXT.index("said")
    finding = Finding(
        cue=[(said, said + 4)], source=[(at, said - 1)], told=[], content=[(0, at)], entry=PLAIN, detail=""
    )
    take_whole_names(Ground(document, parse), find_mentions(document, parse), [finding])
    assert [TEXT[s:e] for s, e in finding.source] == ["Ostravia's Food and Drugs Authority"]
    assert [TEXT[s:e].rstrip(", ") for s, e in finding.content] == ["Four people have died"]
