"""The direction of a claim's words in their sentence: near for one claim in other words, whatever else is read."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.relations.words.meanings import AROUND, WHOLE, Passage, alone, likeness, meaning, passage, read, shipped

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
    assert likeness(meaning(alone(claim)), meaning(alone(alike))) > likeness(
        meaning(alone(claim)), meaning(alone(other))
    )


def test_a_direction_has_length_one_and_hangs_on_nothing_else_that_is_read() -> None:
    texts = [claim for three in NEARER for claim in three]
    forth = [read(shipped(), alone(text)) for text in texts]
    back = [read(shipped(), alone(text)) for text in reversed(texts)][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(forth, back, strict=True))
    assert all(abs(float(a @ a) - 1) < 1e-5 for a in forth)


def test_quotation_marks_and_spaces_make_no_difference() -> None:
    assert (
        alone("the  “town”\nfell")
        == alone('the "town" fell')
        == Passage('the "town" fell', ((0, 15),), 'the "town" fell')
    )


@pytest.mark.parametrize(
    "text", ["", " ", "…", "word " * 50_000, "𒀀" * 400, "\x00\ud800".encode("utf-8", "replace").decode()]
)
def test_any_text_has_a_direction(text: str) -> None:
    assert read(shipped(), alone(text)).shape == (384,)


def test_what_stands_behind_the_longest_is_not_read() -> None:
    start = "the town fell " * WHOLE
    assert np.array_equal(read(shipped(), alone(f"{start} today")), read(shipped(), alone(f"{start} last year")))


TEXT = "The bank shut at noon. “Its chief, who was ill, had left,” the mayor said. Nobody knew why."


def in_text(words: str, text: str = TEXT) -> Passage:
    start = text.index(words)
    return passage(text, [(start, start + len(words))])


def test_a_claim_is_read_in_its_sentence() -> None:
    found = in_text("had left")
    assert found.text == '"Its chief, who was ill, had left," the mayor said.'
    assert [found.text[start:end] for start, end in found.spans] == ["had left"]
    assert in_text("Nobody knew why").text == "Nobody knew why."
    assert not np.array_equal(meaning(found), meaning(alone("had left")))


def test_a_sentence_ends_with_its_line_and_is_not_read_from_afar() -> None:
    assert in_text("two", "Head without a mark\nand two lines\nmore").text.strip() == "and two lines"
    far = in_text("here", f"{'x' * 1000} and here it is {'y' * 1000}")
    assert len(far.text) == len("here") + 2 * AROUND


def test_of_its_sentence_only_what_is_said_at_the_claim_counts() -> None:
    text = "The chief left on Monday, and the bridge was shut."
    left, shut = in_text("The chief left on Monday", text), in_text("the bridge was shut", text)
    asked = meaning(alone("Its head quit at the start of the week"))
    assert likeness(meaning(left), asked) > likeness(meaning(shut), asked) + 0.1


def test_words_that_stand_apart_are_read_together() -> None:
    text = "“The bridge”, he said on Friday, “was shut”."
    spans = [(text.index(words), text.index(words) + len(words)) for words in ("The bridge", "was shut")]
    assert likeness(meaning(passage(text, spans)), meaning(alone("The bridge was shut"))) > 0.8
