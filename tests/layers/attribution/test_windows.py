"""Paragraphs as windows: every word once, no window too long."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.layers.attribution.windows import CLOSING, LONGEST, OPENING, Range, read_windows, read_words


def split(text: str) -> list[tuple[int, Range, int]]:
    """A tokeniser of our own: pieces of at most three characters of each word."""
    return [
        (1000 + len(m.group()[i : i + 3]), (m.start() + i, min(m.end(), m.start() + i + 3)), number)
        for number, m in enumerate(re.finditer(r"\w+|[^\w\s]", text))
        for i in range(0, len(m.group()), 3)
    ]


def test_words_have_the_offsets_of_the_whole_text() -> None:
    text = "Before. “Dams,” she said"
    words = read_words(text, 8, len(text), split)
    assert [text[w.start : w.end] for w in words] == ["“", "Dams", ",", "”", "she", "said"]
    assert [len(w.pieces) for w in words] == [1, 2, 1, 1, 1, 2]


def test_a_window_is_framed_and_knows_the_first_piece_of_each_word() -> None:
    (window,) = read_windows("The levee held", [(0, 14)], split)
    assert (window.ids[0], window.ids[-1]) == (OPENING, CLOSING)
    assert window.firsts == (1, 2, 4)
    assert window.words == ((0, 3), (4, 9), (10, 14))


def test_windows_are_cut_at_the_end_of_a_sentence() -> None:
    sentence = "aa " * 100
    windows = read_windows(sentence * 3, [(0, 300), (300, 600), (600, 900)], split)
    assert [w.words[0][0] for w in windows] == [0, 300, 600]


def test_a_sentence_too_long_is_cut_inside() -> None:
    windows = read_windows("aa " * 400, [(0, 1200)], split)
    assert [len(w.words) for w in windows] == [190, 190, 20]


@given(st.lists(st.text(alphabet="ab .,“😀\n", max_size=60), max_size=12))
def test_every_word_stands_in_one_window(pieces: list[str]) -> None:
    text = "".join(pieces)
    ends = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces))]
    sentences = list(zip([0, *ends], ends, strict=False))
    windows = read_windows(text, sentences, split)
    expected = [(w.start, w.end) for s, e in sentences for w in read_words(text, s, e, split)]
    assert [word for window in windows for word in window.words] == expected
    assert all(len(window.ids) <= LONGEST + 2 for window in windows)
