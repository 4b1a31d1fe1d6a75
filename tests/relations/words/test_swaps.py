"""What stands in the place of what in two claims that run alike."""

from __future__ import annotations

import pytest

from sayso.relations.words.likeness import listed, near, wording
from sayso.relations.words.swaps import Place, longest_run, swapped

RUNS = [
    ([], []),
    ([(0, 0)], [(0, 0)]),
    ([(0, 1), (1, 0)], [(0, 1)]),
    ([(0, 0), (1, 2), (2, 1), (3, 3)], [(0, 0), (1, 2), (3, 3)]),
    ([(0, 0), (0, 1), (1, 1)], [(0, 0), (1, 1)]),
]


@pytest.mark.parametrize(("places", "run"), RUNS)
def test_the_longest_run_rises_in_both(places: list[Place], run: list[Place]) -> None:
    assert longest_run(places) == run


def figures(a: str, b: str) -> list[float]:
    said = wording(a), wording(b)
    plain = near(*said)
    return swapped(plain, listed(plain, *said), (plain.max(axis=1), plain.max(axis=0)), said)


def test_one_word_in_the_place_of_another_is_seen() -> None:
    likest, telling, run, weight, least = figures("thieves stole the crown", "thieves stole the sword")
    assert 0 < likest < 0.6
    assert telling > 0.2
    assert run == pytest.approx(2 / 3)
    assert weight > 0.2
    assert least == pytest.approx(likest)


def test_more_words_in_one_claim_stand_in_nothing_s_place() -> None:
    _, _, run, weight, least = figures("thieves stole the crown", "masked thieves stole the golden crown")
    assert (run, weight, least) == (1.0, 0.0, 1.0)
