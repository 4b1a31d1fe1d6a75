"""The names behind the prepositions of a notice."""

from __future__ import annotations

import pytest

from sayso.documents.credits.prepositions import names_after


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (" from Harbour Gazette via Coastal Tribune", [("from", "Harbour Gazette"), ("via", "Coastal Tribune")]),
        (" with the permission of Harbour Gazette", [("leave", "Harbour Gazette")]),
        (" on March 3, 2016 in Harbour Gazette", [("in", "Harbour Gazette")]),
        (" from the French by Simon Attlee", [("by", "Simon Attlee")]),
        (" yesterday", []),
    ],
)
def test_names_after(line: str, wanted: list[tuple[str, str]]) -> None:
    assert [(preposition, named.name) for preposition, named in names_after(line, 0)] == wanted
