"""What a document is about, as an index holds it: the words that it tells most of, by themselves and by the week."""

from __future__ import annotations

import datetime
import hashlib
from typing import NamedTuple

from sayso.relations.keywords import Weights, weigh
from sayso.relations.postings import SIGN, Entry
from sayso.types import Document

#: So many words of a document are indexed: those that weigh most.
INDEXED = 32

#: Days of a window. A document is in its own and in the next one, so that any two that are published no more days apart
#: are in one; a word is looked up in the windows and, for what has no date or is far apart, over all time.
WEEK = 7

#: Documents less alike than this do not hang together.
ALIKE_AT_ALL = 0.11


class Told(NamedTuple):
    """What is known of a document's subject: the date of publication as stated, the words that it tells of."""

    date: str | None
    words: Weights

    @property
    def day(self) -> int | None:
        """The day of publication as a number, where the document has a full date."""
        try:
            return datetime.date.fromisoformat(self.date[:10]).toordinal() if self.date else None
        except ValueError:
            return None


def told_of(document: Document, words: Weights) -> Told:
    return Told(document.published.date if document.published else None, words)


def entry_of(number: int, told: Told) -> Entry:
    """What an index holds of a document. The upper bits of a key tell the word, the last 16 the window."""
    import numpy as np

    (vector,) = weigh([told.words])
    most = sorted(vector, key=lambda word: (-vector[word], word))[:INDEXED]
    windows = [0]
    if told.day is not None:
        windows += [1 + (told.day // WEEK + later) % 0xFFFF for later in (0, 1)]
    keys = [_number(word) | window for word in most for window in windows]
    return Entry(number, 0, np.unique(np.array(keys, np.int64)))


def _number(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "little") & ~0xFFFF) - SIGN


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)
