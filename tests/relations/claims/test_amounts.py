"""The numbers that a claim's words give; what they part and do not is in ``test_parting``."""

from __future__ import annotations

import pytest

from sayso.relations.claims.amounts import numbers_in


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("$5.7 billion for 234 miles", {5.7e9, 234.0}),
        ("twenty-one of more than a hundred boats", {21.0, 100.0}),
        ("a two-million-crown booty", {2e6}),
        ("three of his 11 goals in a 13-10 game", {3.0}),
    ],
)
def test_numbers_are_read_as_they_are_written(words: str, numbers: set[float]) -> None:
    assert numbers_in(words) == numbers
