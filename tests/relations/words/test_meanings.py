"""The direction of a claim's words: near for one claim in other words, the same whatever else is read."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.relations.words.meanings import LONGEST, likeness, meaning, plain, read, shipped

#: A claim, the same in other words, and another one in much the same words.
NEARER = [
    ("Police detained the banker", "Officers took the bank's former chief into custody", "Police praised the banker"),
    ("Schools will stay shut until Wednesday", "No lessons before midweek", "Schools will get new roofs by Wednesday"),
    ("The freighter saved 118 migrants", "118 people were rescued by a cargo ship", "The freighter carried 118 cars"),
    ("The minister has stepped down", "She handed in her resignation", "The minister has stepped up controls"),
]


@pytest.mark.parametrize(("claim", "alike", "other"), NEARER)
def test_one_claim_in_other_words_is_nearer_than_another_claim_in_the_same_words(
    claim: str, alike: str, other: str
) -> None:
    assert likeness(meaning(claim), meaning(alike)) > likeness(meaning(claim), meaning(other))


def test_a_direction_has_length_one_and_hangs_on_nothing_else_that_is_read() -> None:
    texts = [claim for three in NEARER for claim in three]
    forth = [read(shipped(), text) for text in texts]
    back = [read(shipped(), text) for text in reversed(texts)][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(forth, back, strict=True))
    assert all(abs(float(a @ a) - 1) < 1e-5 for a in forth)


def test_quotation_marks_and_spaces_make_no_difference() -> None:
    assert plain("the  “town”\nfell") == 'the "town" fell'
    assert likeness(meaning("the  “town”\nfell"), meaning('the "town" fell')) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "…", "word " * 50_000, "𒀀" * 400, "\x00\ud800".encode("utf-8", "replace").decode()]
)
def test_any_text_has_a_direction(text: str) -> None:
    assert read(shipped(), text).shape == (384,)


def test_what_stands_behind_the_longest_is_not_read() -> None:
    start = "the town fell " * LONGEST
    assert np.array_equal(read(shipped(), f"{start} today"), read(shipped(), f"{start} last year"))
