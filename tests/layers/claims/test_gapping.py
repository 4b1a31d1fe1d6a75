"""Counts told in one breath by several sources, and what only looks like that."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def told(text: str) -> set[tuple[str, object]]:
    """Who gives which count."""
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    return {(c.chain[-1], dict(c.values).get("low")) for c in annotate(page).claims if "low" in dict(c.values)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Police spoke of 9,000 marchers, the organisers of 20,000.",
            {("police", 9000), ("unnamed organisers", 20000)},
        ),
        (
            "Police put the crowd at 12,000, the organisers at 40,000.",
            {("police", 12000), ("unnamed organisers", 40000)},
        ),
    ],
)
def test_a_second_source_gives_its_count_in_the_same_breath(text: str, wanted: set[tuple[str, object]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The firm says it has 4,000 staff and 300 lorries.", 300),
        ("Police said 12 people died in the first blast and 30 in the second.", 30),
        ("Police said 12 people died, and the minister arrived with 20 guards.", 20),
    ],
)
def test_no_second_source_is_made_up(text: str, absent: int) -> None:
    assert not {who for who, low in told(text) if low == absent and who.startswith("unnamed")}
