from __future__ import annotations

import pytest

from sayso import assets
from sayso.documents.zones.lines import key_of, read_lines
from sayso.documents.zones.phrases import phrase_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SUBSCRIBE", "furniture"),
        ("Share this article", "furniture"),
        ("Related articles", "end"),
        ("12 comments", "comments"),
        ("Leave a Reply Cancel reply", "comments"),
        ("Sign up for our newsletter and get the news every morning", "promo"),
        ("Read more: Two boats collide", "teaser"),
        ("“Follow us on foot,” the guide said.", ""),
        ("The council will share the cost of the bridge with two villages.", ""),
        ("menu | share | print", "furniture"),
        ("They said so (accept cookies), and left.", "promo"),
        ("Related costs rose by a fifth, the ministry said.", ""),
    ],
)
def test_set_phrases(line: str, kind: str) -> None:
    assert phrase_kind(read_lines(line)[0]) == kind


def test_every_phrase_that_may_stand_inside_a_line_is_found_there() -> None:
    """The lines are long enough that no other rule sees the phrase; the kind may be that of a phrase before it."""
    rows = [row for row in assets.rows("furniture.tsv") if row["where"] == "contains"]
    assert rows
    for row in rows:
        words = " ".join(["ferry"] * 31)
        line = f"{words} {key_of(row['phrase'])} {words}"
        assert phrase_kind(read_lines(line)[0]), row["phrase"]
