"""What the tagger's network reads: a paragraph, or as much as fits, as sub-tokens with the way back to offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.layers.parsing.parse import NORMAL

#: The most sub-tokens of a window, without the two that frame it.
LONGEST = 190

#: Ids of the sub-tokens that open and close a window.
OPENING, CLOSING = 101, 102

Range = tuple[int, int]


class Word(NamedTuple):
    """A word of the tokeniser: its offsets and its sub-tokens."""

    start: int
    end: int
    pieces: tuple[int, ...]


class Window(NamedTuple):
    """``ids`` go to the network; ``firsts`` holds, for each word, the place of its first sub-token in ``ids``."""

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    words: tuple[Range, ...]


#: Splits a text into sub-tokens: for each its id, its offsets in the text, and the number of its word.
Splitter = Callable[[str], Sequence[tuple[int, Range, int]]]


def read_words(text: str, start: int, end: int, split: Splitter) -> list[Word]:
    """The words of a stretch of the text, with offsets of the whole text. Quotes and dashes are normalised first."""
    words: list[Word] = []
    number = -1
    for piece, (first, last), word in split(text[start:end].translate(NORMAL)):
        if word == number:
            before = words[-1]
            words[-1] = Word(before.start, start + last, (*before.pieces, piece))
        else:
            words.append(Word(start + first, start + last, (piece,)))
            number = word
    return words


def read_windows(text: str, sentences: Sequence[Range], split: Splitter) -> list[Window]:
    """The windows of a paragraph, given its sentences: cut at the end of a sentence, or inside one that is too long."""
    windows: list[Window] = []
    held: list[Word] = []
    size = 0
    for start, end in sentences:
        words = read_words(text, start, end, split)
        length = sum(len(w.pieces) for w in words)
        if held and size + length > LONGEST:
            windows.append(_window(held))
            held, size = [], 0
        for word in words:
            if held and size + len(word.pieces) > LONGEST:
                windows.append(_window(held))
                held, size = [], 0
            held.append(word)
            size += len(word.pieces)
    if held:
        windows.append(_window(held))
    return windows


def _window(words: Sequence[Word]) -> Window:
    ids, firsts = [OPENING], []
    for word in words:
        firsts.append(len(ids))
        ids += word.pieces[:LONGEST]
    return Window((*ids, CLOSING), tuple(firsts), tuple((w.start, w.end) for w in words))
