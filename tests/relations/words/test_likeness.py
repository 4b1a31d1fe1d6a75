"""Which words stand for which, by vectors; what a claim's words weigh in their story."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.relations.words.likeness import LISTED, listed, near, rarity, root, table, wording


def like(a: str, b: str) -> float:
    return float(near(wording(a), wording(b))[0, 0])


#: Two words, a third: the first two are more alike than the first and the third.
NEARER = [
    ("arrested", "detained", "released"),
    ("quit", "resigned", "elected"),
    ("blaze", "fire", "flood"),
    ("freighter", "ship", "lorry"),
    ("northern", "north", "southern"),
    ("shut", "closed", "opened"),
    ("bought", "purchase", "sold"),
    ("rose", "climbed", "fell"),
]


@pytest.mark.parametrize(("word", "alike", "other"), NEARER)
def test_words_that_stand_for_each_other_are_nearer(word: str, alike: str, other: str) -> None:
    assert like(word, alike) > like(word, other) + 0.1


def test_forms_of_one_word_and_of_one_name_are_one() -> None:
    assert like("arrests", "arrested") == 1
    assert like("Tarskian", "Tarsk") == 1
    assert like("Tarsk", "Orlets") == 0
    assert [root(name) for name in ("maravian", "maravia", "ost")] == ["marav", "marav", "ost"]


def test_words_of_one_line_of_the_lexicon_are_alike_at_least_so_much() -> None:
    a, b = wording("the firm"), wording("the company")
    assert listed(near(a, b), a, b)[0, 0] >= LISTED


def test_a_wording_has_no_empty_words_and_its_figures_apart() -> None:
    said = wording("On Monday the 14 drones were not shot down over Varnic; eleven of them fell")
    assert said.words == ("drones", "shot", "varnic", "fell")
    assert said.numbers == {14, 11}
    assert said.negated
    assert said.names.tolist() == [0, 0, 1, 0]
    assert not said.vectors[2].any()


def test_a_text_without_words_has_no_direction() -> None:
    assert wording("It was 14.").words == ()
    assert not wording("It was 14.").direction.any()
    assert not wording("Varnic").direction.any()


def test_rare_words_tell_more() -> None:
    assert rarity("government") < rarity("reservoir") <= rarity("nosuchwordanywhere") == 1


def test_vectors_are_one_row_a_word() -> None:
    known = table()
    assert len(known.rows) == len(known.vectors) == len(known.deeds)
    assert known.vectors.dtype == np.int8
    assert list(known.rows) == sorted(known.rows)
    assert known.deeds[known.rows["arrested"]] > 200 > 50 > known.deeds[known.rows["bottle"]]
