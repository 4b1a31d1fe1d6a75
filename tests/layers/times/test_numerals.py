"""Numbers in digits and in words."""

from __future__ import annotations

import re

import pytest

from sayso.layers.times.numerals import NUMBER, number_of, ordinal_of, year_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("4,000", 4000),
        ("3.2 million", 3_200_000),
        ("2 1/2", 2.5),
        ("2½", 2.5),
        ("twenty six", 26),
        ("one hundred and twenty", 120),
        ("a hundred", 100),
        ("two hundred and six thousand", 206_000),
        ("one million two hundred thousand", 1_200_000),
        ("two and a half million", 2_500_000),
        ("zero", 0),
    ],
)
def test_number(words: str, number: float) -> None:
    match = re.fullmatch(NUMBER, words)
    assert match is not None
    assert number_of(words) == number


@pytest.mark.parametrize("words", ["", "several", "and"])
def test_no_number(words: str) -> None:
    assert number_of(words) is None


@pytest.mark.parametrize(("word", "place"), [("third", 3), ("21st", 21), ("twenty-second", 22), ("often", None)])
def test_ordinal(word: str, place: int | None) -> None:
    assert ordinal_of(word) == place


@pytest.mark.parametrize(
    ("words", "year"),
    [("1994", 1994), ("nineteen ninety-four", 1994), ("two thousand and four", 2004), ("twenty sixteen", 2016)],
)
def test_year(words: str, year: int) -> None:
    assert year_of(words) == year
