"""What words that point are said of; more stands in ``tests/cases/statements/whole.txt``."""

from __future__ import annotations

import pytest

from claimcases import told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"They are cheats," the mayor said of the builders.', "They are cheats … the builders"),
        ('"The builders are cheats," the mayor said of the firm.', "The builders are cheats"),
        ('"They are cheats," said the mayor of Pelm.', "They are cheats"),
    ],
)
def test_only_words_that_point_take_a_topic(text: str, words: str) -> None:
    assert words in {found for *_, found in told(text)}
