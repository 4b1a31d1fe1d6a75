"""Which way a claim's words point in their sentence: the direction that an encoder gives them, trained on our stories.

``training/matching`` made it from claims told in several ways and their near misses. Two directions near each other are
evidence for one claim, weighed with the rest by ``matching``, and bring claims together that are to be compared. A
claim is read twice: with the sentence that it stands in, which says what it is about, and where only what the encoder
says at the claim's own words counts; and by itself, with names for its pronouns, since several claims of one sentence
lie near each other there whatever they say.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import assets
from sayso.networks import Graph, open_graph, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

#: The encoder in 8 bits, and the tokeniser, which it shares with the tagger.
FILE, TOKENIZER = "matching-encoder.onnx", "tagger-tokenizer.json"
#: This many sub-tokens of a claim are read, and of its sentence with it, marks of begin and end included.
LONGEST, WHOLE = 48, 128
#: Of its sentence so many characters before and behind a claim are read.
AROUND = 160
#: So many characters hold as many sub-tokens as are read, and more.
LOOKED = 2000
#: So many sentences are remembered as they were read: several claims may stand in one.
REMEMBERED = 256
#: Where sentences end: behind the mark, its quotation marks and spaces.
ENDS = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z])|\n")
#: Curly quotation marks and the straight ones.
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Passage(NamedTuple):
    """The words that make a claim, in their sentence: ``spans`` are their begins and ends in ``text``. ``by_itself``:
    the same words as they are read without it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    by_itself: str


class Encoder(NamedTuple):
    tokenizer: Tokenizer
    graph: Graph


def load_encoder(tokenizer_file: str, graph_file: str) -> Encoder:
    return Encoder(open_tokenizer(tokenizer_file), open_graph(graph_file))


@functools.cache
def shipped() -> Encoder:
    """What is shipped, loaded once a process. Raises AssetError where a file is missing or changed."""
    return load_encoder(str(assets.path(TOKENIZER)), str(assets.path(FILE)))


def alone(text: str) -> Passage:
    """Words without a sentence around them."""
    words = plain(text)
    return Passage(words, ((0, len(words)),), words)


def passage(text: str, spans: Sequence[tuple[int, int]], by_itself: str | None = None) -> Passage:
    """Some words of a text, in order, with as much of their sentence as is read; ``by_itself``: how they are read
    without it, where that is other words."""
    first, last = spans[0][0], spans[-1][1]
    start, end = max(0, first - AROUND), min(len(text), last + AROUND)
    for found in ENDS.finditer(text, start, min(first + 1, len(text))):
        start = found.end()
    behind = ENDS.search(text, last, end)
    sentence = text[start : behind.start() + 1 if behind is not None else end]
    words = plain(" ".join(text[begin:stop] for begin, stop in spans) if by_itself is None else by_itself)[:LOOKED]
    return Passage(sentence.translate(STRAIGHT), tuple((begin - start, stop - start) for begin, stop in spans), words)


@functools.lru_cache(maxsize=16384)
def meaning(words: Passage) -> Floats:
    """The direction of a claim's words in their sentence and by themselves, shape (768,), of length 1: how near two
    claims lie is the mean of both. Each passage is read once a process."""
    import numpy as np

    bare = alone(words.by_itself)
    one = read(shipped(), words)
    other = one if bare == words else read(shipped(), bare)
    out: Floats = np.concatenate([one, other]) * np.float32(math.sqrt(0.5))
    return out


def read(encoder: Encoder, words: Passage) -> Floats:
    """The direction of a claim's words in their sentence by any encoder, shape (384,), of length 1. A sentence is read
    alone: in a batch its numbers would hang on what else is in it."""
    import numpy as np

    found = encoded(encoder, words.text)
    held = meant(words, found.offsets)
    states = found.states[held if held else slice(None)].mean(axis=0)
    out: Floats = states / max(float(np.linalg.norm(states)), 1e-6)
    return out


def meant(words: Passage, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the sub-tokens that make the claim, of those with these begins and ends; marks have none."""
    inside = (
        place
        for place, (start, end) in enumerate(offsets[:WHOLE])
        if start < end and any(start < stop and begin < end for begin, stop in words.spans)
    )
    return list(itertools.islice(inside, LONGEST))


class Sentence(NamedTuple):
    """A sentence as it was read: where its sub-tokens begin and end, and what was found at each, shape (sub-tokens,
    384)."""

    offsets: Sequence[tuple[int, int]]
    states: Floats


@functools.lru_cache(maxsize=REMEMBERED)
def encoded(encoder: Encoder, text: str) -> Sentence:
    import numpy as np

    found = encoder.tokenizer.encode(text[:LOOKED])
    ids = found.ids if len(found.ids) <= WHOLE else [*found.ids[: WHOLE - 1], found.ids[-1]]
    states: Floats = encoder.graph(("states",), {"ids": np.array([ids], dtype=np.int64)})[0][0]
    return Sentence(found.offsets[: len(ids)], states)


def plain(text: str) -> str:
    """A claim's words as the encoder reads them: one space between words, straight quotation marks."""
    return " ".join(text.translate(STRAIGHT).split())


def likeness(a: Floats, b: Floats) -> float:
    """How near two directions are, -1 to 1; the same whichever is named first."""
    return round(float(a @ b), 4)
