from __future__ import annotations

import pytest

from sayso import assets
from sayso.documents.zones.lines import key_of, read_lines
from sayso.documents.zones.phrases import kind_of_words, phrase_kind


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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home » Harbour", "promo"),
        ("Home Harbour Ferry stays in dock", "promo"),
        ("Home Secretary Ada Bell told members on Monday that the ferry would stay in dock.", ""),
        ("Comments (12)", "comments"),
        ("Comments by the minister had drawn anger from families of the dead on Sunday.", ""),
        ("File – The ferry at Lower Quay in March", "caption"),
        ("File sharing of the inquiry's papers had been banned by a judge in March.", ""),
        ("Sorry, this page is gone", "promo"),
        ("Sorry tales of the harbour were told on Sunday.", ""),
    ],
)
def test_in_a_sentence_a_mark_that_is_part_of_a_phrase_is_asked_for(line, kind):
    assert kind_of_words(line) == kind
