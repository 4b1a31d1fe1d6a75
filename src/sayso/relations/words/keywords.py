"""What a document is about, as weighted words: rare words, names and the words of headline and lead weigh more."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import assets
from sayso.types import Block, Document, Mention
from sayso.vocab import Level, Zone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Words that are read, headline first; the first LEAD of them count LEAD_COUNT times, words of names weigh NAMED times.
#: Chosen on BASIL and on ECB+'s training topics, as are the thresholds of ``stories``.
READ, LEAD, LEAD_COUNT, NAMED = 400, 60, 3, 1.3

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

Weights = dict[str, float]


class Background(NamedTuple):
    """In how many of ``texts`` news texts a word stands."""

    texts: int
    counts: dict[str, int]


@functools.cache
def background() -> Background:
    counts: Counter[str] = Counter()
    for row in assets.rows("background.tsv"):
        counts[_bare(row["word"])] += int(row["texts"])
    return Background(counts.pop("*"), dict(counts))


def words(text: str, start: int, end: int) -> Iterator[str]:
    """The words of a stretch in lower case, without accents or the possessive; single letters are left out."""
    for match in WORD.finditer(text, start, end):
        word = _bare(match.group().casefold().replace("’", "'").removesuffix("'s"))
        if len(word) > 1:
            yield word


def _bare(word: str) -> str:
    """A word without accents, which one paper prints and another one leaves out."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def tell(documents: Sequence[Document], blocks: Iterable[Block], mentions: Iterable[Mention]) -> list[Weights]:
    """For each document its words and how much it tells of each: the more the oftener, and more of names."""
    bodies: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.zone == Zone.BODY:
            bodies[block.span.document_id].append(block)
    named: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.level == Level.NAME:
            named[mention.span.document_id].update(words(mention.name, 0, len(mention.name)))
    out = []
    for document in documents:
        counts = count_words(document, sorted(bodies[document.id], key=lambda b: b.span.start))
        names = named[document.id]
        out.append({w: round((1 + math.log(n)) * (NAMED if w in names else 1.0), 4) for w, n in counts.items()})
    return out


def weigh(told: Sequence[Weights], together: bool = False) -> list[Weights]:
    """For each document its words with their weights, a vector of length 1 (or empty).

    A word weighs less the more texts of the background have it; of the documents at hand too, where they are weighed
    ``together``, so that what all of a subject have in common does not make them one story.
    """
    held = Counter(word for counts in told for word in counts) if together else Counter[str]()
    known = background()
    total = known.texts + (len(told) if together else 0)
    rarities: dict[str, float] = {}
    vectors = []
    for counts in told:
        vector = {}
        for word, told_of in counts.items():
            rarity = rarities.get(word)
            if rarity is None:
                rarity = rarities[word] = math.log(total / (known.counts.get(word, 1) + held.get(word, 0) + 1))
            if rarity > 0:
                vector[word] = told_of * rarity
        length = math.sqrt(sum([w * w for w in vector.values()]))
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def matrix_of(vectors: Sequence[Weights]) -> tuple[Floats, dict[str, int]]:
    """Vectors as rows, shape (vectors, words), and the column of each word."""
    import numpy as np

    places = {word: place for place, word in enumerate(sorted({word for vector in vectors for word in vector}))}
    matrix = np.zeros((len(vectors), len(places)), np.float32)
    for row, vector in enumerate(vectors):
        matrix[row, [places[word] for word in vector]] = list(vector.values())
    return matrix, places


def count_words(document: Document, body: Sequence[Block]) -> Counter[str]:
    """How often the headline and the body have each word, as far as they are read."""
    counts: Counter[str] = Counter()
    headline = document.headline or ""
    places = [(headline, 0, len(headline)), *((document.text, b.span.start, b.span.end) for b in body)]
    read = 0
    for text, start, end in places:
        for word in words(text, start, end):
            counts[word] += LEAD_COUNT if read < LEAD else 1
            read += 1
            if read == READ:
                return counts
    return counts
