"""How like the words of two claims are: which word stands for which, by vectors of words that ``training/words`` made.

Vectors say which words are used alike, not what is claimed: ``matching`` takes them as evidence among others.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso import assets
from sayso.relations.words.keywords import background
from sayso.relations.words.senses import EMPTY, senses_of, stem
from sayso.relations.words.spellings import WORD, folded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = "words.npy"
#: This many different words of a claim are looked at.
MOST = 28
#: How like a word is to another one of its line in ``synonyms.tsv``.
LISTED = 0.8
#: Two words used this much alike do not stand for each other at all, and stand for each other fully; linear between.
NONE, FULL = 0.35, 0.75
#: Endings that make a name of a place or a people another form of it.
FORMS = ("ians", "ian", "ans", "an", "ese", "ish", "is", "s")
#: Numbers as words.
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {word: 10 * tens for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
#: Names of days and of months, but for those that are words as well.
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february april june july august september october november december".split()
)
NEGATIONS = frozenset("no not never nobody none nothing neither without".split())


class Table(NamedTuple):
    """``rows``: the number of each word; ``vectors``: int8, shape (words, dimensions); ``deeds``: uint8, how much of
    each word's use is for something that is done or happens."""

    rows: dict[str, int]
    vectors: Any
    deeds: Any


class Wording(NamedTuple):
    """The telling words of a claim, each once. ``weights`` are the rarer in news the higher; ``vectors``, shape (words,
    dimensions), have length 1, or 0 where the word has none (``names``: 1); ``deeds`` are weights by how much a
    word is used for what is done.
    ``by_stem`` and ``by_sense`` hold the places of the words. ``direction``, shape (dimensions,), is that of the
    weighted sum of the vectors, of length 1, or 0 where there are none."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    weights: Floats
    vectors: Floats
    names: Floats
    deeds: Floats
    by_stem: Mapping[str, int]
    by_sense: Mapping[str, tuple[int, ...]]
    numbers: frozenset[int]
    days: frozenset[str]
    negated: bool
    direction: Floats


@functools.cache
def table() -> Table:
    """The vectors that are shipped, mapped into memory. Raises AssetError where the file is missing or changed."""
    import numpy as np

    held = np.load(assets.path(FILE), mmap_mode="r", allow_pickle=False)
    words = held["word"].tolist()
    return Table({word.decode("ascii"): number for number, word in enumerate(words)}, held["vector"], held["deed"])


@functools.lru_cache(maxsize=8192)
def wording(text: str) -> Wording:
    """The words of a claim's text that say something, in their order; figures apart."""
    import numpy as np

    known = table()
    said = WORD.findall(folded(text))
    words = [w for w in dict.fromkeys(said) if w not in EMPTY and w not in NUMBERS and not w[0].isdigit() and w[1:]]
    del words[MOST:]
    rows = np.array([known.rows.get(w, -1) for w in words], dtype=np.intp)
    unknown = rows < 0
    vectors = known.vectors[rows].astype(np.float32)
    vectors /= np.maximum(np.sqrt((vectors * vectors).sum(axis=1, keepdims=True)), 1)
    vectors[unknown] = 0
    weights = np.array([rarity(w) for w in words], dtype=np.float32)
    deeds = known.deeds[rows].astype(np.float32) / 255
    deeds[unknown] = 0
    deeds = weights * deeds + np.float32(1e-3)
    stems = tuple(root(w) if new else stem(w) for w, new in zip(words, unknown.tolist(), strict=True))
    senses: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        for sense in senses_of(word):
            senses[sense].append(place)
    return Wording(
        words=tuple(words),
        stems=stems,
        weights=weights,
        vectors=vectors,
        names=unknown.astype(np.float32),
        deeds=deeds,
        by_stem={known: place for place, known in enumerate(stems)},
        by_sense={sense: tuple(places) for sense, places in senses.items()},
        numbers=frozenset(n for w in said if (n := number(w)) is not None),
        days=DAYS.intersection(said),
        negated=not NEGATIONS.isdisjoint(said),
        direction=direction(vectors, weights),
    )


def direction(vectors: Floats, weights: Floats) -> Floats:
    """The direction of the weighted sum of some vectors, of length 1; 0 where there are none."""
    import numpy as np

    told: Floats = weights @ vectors
    length = float(np.sqrt(told @ told))
    return told / length if length > 1e-6 else np.zeros_like(told)


def number(word: str) -> int | None:
    """The whole number that one word tells."""
    return NUMBERS.get(word, int(word) if word.isdecimal() and len(word) < 10 else None)


def root(name: str) -> str:
    """A name without what makes other forms of it: "tarskian", "tarsk"."""
    ending = next((e for e in FORMS if name.endswith(e) and len(name) - len(e) >= 4), "")
    return name.removesuffix(ending).rstrip("aeiouy") or name


@functools.lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a word tells: 1 for one that no news text has, near 0 for one that all have."""
    texts, counts = background()
    return math.log((texts + 1) / (counts.get(word, 0) + 1)) / math.log(texts + 1)


def near(a: Wording, b: Wording) -> Floats:
    """How like each word of one wording is to each of the other, shape (words, words): 1 for forms of one word."""
    import numpy as np

    found: Floats = np.maximum(a.vectors @ b.vectors.T, 0)
    for row, known in enumerate(a.stems):
        column = b.by_stem.get(known)
        if column is not None:
            found[row, column] = 1
    return found


def standing(likest: Floats) -> Floats:
    """How far words stand for others that are so much alike, 0 to 1."""
    import numpy as np

    found: Floats = np.clip((likest - NONE) / (FULL - NONE), 0, 1)
    return found


def listed(found: Floats, a: Wording, b: Wording) -> Floats:
    """The same, with LISTED at least for words of one line of the lexicon."""
    out: Floats = found.copy()
    for sense in a.by_sense.keys() & b.by_sense.keys():
        for row in a.by_sense[sense]:
            for column in b.by_sense[sense]:
                out[row, column] = max(out[row, column], LISTED)
    return out


def covered(these: Wording, told: Wording) -> float:
    """The share of some words that others stand for, 0 to 1."""
    if not these.words or not told.words:
        return 0.0
    held = standing(alike(these, told).max(axis=1))
    return float(these.weights @ held / max(float(these.weights.sum()), 1e-6))


def alike(these: Wording, told: Wording) -> Floats:
    """How like each of some words is each of others, with what the lists add."""
    return listed(near(these, told), these, told)
