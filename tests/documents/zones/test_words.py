from __future__ import annotations

import pytest

from sayso.documents.zones.lines import read_lines
from sayso.documents.zones.words import MOST, MOST_WORDS, read_word_scores, tokens, word_figures


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Sign up!", ["sign", "up", "^ sign", "sign up", "up $"]),
        ("It’s 3", ["it's", "0", "^ it's", "it's 0", "0 $"]),
        ("—", ["^ $"]),
    ],
)
def test_tokens(line: str, found: list[str]) -> None:
    assert tokens(line) == found


def test_long_lines_are_looked_at_in_part() -> None:
    assert len(tokens("a b " * 500)) == 2 * MOST_WORDS + 1


def test_figures_of_a_line_and_of_those_beside_it() -> None:
    lines = read_lines("ferry news\n\nsign up\n\nnothing")
    figures = word_figures(lines, {"ferry": 2.0, "news": 1.0, "sign": -3.0})
    assert figures.shape == (3, 13)
    assert figures[0, :4].tolist() == [1.5, 3.0, 1.5, 1.5]
    assert figures[1, :2].tolist() == figures[0, 9:11].tolist() == [-3.0, -3.0]
    assert figures[2, :5].tolist() == [0.0] * 5


def test_sums_are_cut_off() -> None:
    (line,) = read_lines("up " * 30)
    assert word_figures([line], {"up": -5.0})[0, 1] == -MOST


def test_the_shipped_table_knows_what_is_no_article() -> None:
    scores = read_word_scores()
    assert scores["newsletter"] < 0 < scores["said"]
