"""What a document is about: the words that it tells most of, by themselves and by the week, and whose reports it names.

Two reports of one happening in quite other words have few words in common. Where one of them names the outlet of the
other as of these days ("as the Harrow Trumpet has reported"), that is evidence beside the words.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.outlets import find_outlet, key
from sayso.relations.index.postings import SIGN, Entry, number_of
from sayso.relations.names.press import masthead, publisher
from sayso.relations.words.keywords import Weights, tell, weigh
from sayso.types import Block, Document, Mention
from sayso.vocab import Level

#: This many words of a document are indexed: those that weigh most.
INDEXED = 32

#: Days of a window. A document is in its own and in the next one, so that any two that are published no more days apart
#: are in one; a word is looked up in the windows and, for what has no date or is far apart, over all time.
WEEK = 7

#: Documents less alike than this do not hang together.
ALIKE_AT_ALL = 0.11


#: How much more alike a document and one that it cites are: one by an outlet that it names, published at most this many
#: days from it. An outlet of our list, which everybody cites, says nothing, nor does a name of one word.
CITED, DAYS = 0.1, 3

#: This many names of a document are looked at.
NAMES = 64


class Subject(NamedTuple):
    """What is known of a document's subject: the date of publication as stated, the words that it tells of, its outlet
    ("" where unknown) and the names in it, those of well-known outlets aside, as ``sayso.outlets.key`` writes names."""

    date: str | None
    words: Weights
    outlet: str = ""
    named: tuple[str, ...] = ()

    @property
    def day(self) -> int | None:
        """The day of publication as a number, where the document has a full date."""
        try:
            return datetime.date.fromisoformat(self.date[:10]).toordinal() if self.date else None
        except ValueError:
            return None

    def cites(self, other: Subject) -> bool:
        """Whether it names the outlet of another document, by another outlet and of about the same day."""
        if " " not in other.outlet or other.outlet not in self.named or self.outlet == other.outlet:
            return False
        return self.day is None or other.day is None or abs(self.day - other.day) <= DAYS


def tell_all(documents: Sequence[Document], blocks: Iterable[Block], mentions: Iterable[Mention]) -> dict[int, Subject]:
    """What each document is about, by its number."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.level is Level.NAME:
            named[mention.span.document_id].append(mention)
    words = tell(documents, blocks, (mention for held in named.values() for mention in held))
    return {number_of(d.id): told_of(d, held, named[d.id]) for d, held in zip(documents, words, strict=True)}


def told_of(document: Document, words: Weights, names: Iterable[Mention] = ()) -> Subject:
    """What a document is about, by its words and the names in it."""
    date = document.published.date if document.published else None
    own = publisher(document) or masthead(document)
    in_order = sorted(names, key=lambda mention: mention.span)
    named = dict.fromkeys(key(mention.name) for mention in in_order)
    telling = [name for name in named if name and find_outlet(name) is None]
    return Subject(date, words, key(own) if own else "", tuple(telling[:NAMES]))


def entry_of(number: int, told: Subject) -> Entry:
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
    return sum([weight * other[word] for word, weight in one.items() if word in other])
