"""A document's body as numbers, one a word: equal words have equal numbers, in every run, record and process.

The words are told in arrays, a few operations for a whole text: most of the documents that are compared at all share
nothing with any other, so that reading their words is what they cost.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.relations.reuse.fingerprints import Fingerprints, fingerprints_of
from sayso.relations.reuse.sources import Compared
from sayso.types import Block, Document
from sayso.vocab import Zone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

#: Words of a shingle: what a passage must have in common, unbroken, to be found.
SHINGLE = 5

#: Characters of a body that are read; what is longer than a book is not compared to its end.
LONGEST = 1_500_000

#: Characters that are read at once, the texts of some documents, which costs less than each alone.
AT_ONCE = 50_000

#: The bits of a shingle's key that give the place of its first word.
PLACE = (1 << 21) - 1

#: Places of a text's sieve for each of its shingles, at least, and what is there where not just one shingle is.
SIEVE = 16
NONE, SEVERAL = -1, -2

MARKS = '"“”„«»'
MARK = re.compile(f"[{MARKS}]")

#: What stands between two words; every other character has a number above it, 0 is not yet known.
APART = 1

#: Odd numbers of 64 bits, one for each word of a shingle, and one that mixes the sum.
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
MIXER = 0xFF51AFD7ED558CCD

#: What takes most of the memory of words that were compared, and is soon made again.
MADE = ("numbers", "keys", "sieve", "places")

#: Characters of a word that have a factor each; in a longer word the factors come again.
FACTORED = 64


class Words:
    """A document's body as numbers of words; where each stands, and whether inside quotation marks, when asked for.

    Words are letters, digits and underscores in a row, in upper and lower case alike; none reaches over two blocks.
    """

    def __init__(self, document: Compared, ranges: Sequence[tuple[int, int]], read: _Read) -> None:
        self.document = document
        self._ranges = ranges
        self.ids = array("Q", read.numbers.tobytes())
        self._edges = read.starts.astype("uint32"), read.ends.astype("uint32")
        #: The shingles by the place of their first word, as numbers of 64 bits; shape (words - SHINGLE + 1,).
        self.hashes = read.hashes.copy()
        #: The shingles that stand for the text in an index.
        self.fingerprints = read.fingerprints

    @property
    def size(self) -> int:
        """About how many bytes it takes, without what is only made when asked for."""
        return 3000 + len(self.document.text) + 24 * len(self.ids)

    def shed(self) -> None:
        """Lets go of what is made when asked for; what it returns is made again then."""
        for name in MADE:
            self.__dict__.pop(name, None)

    @cached_property
    def numbers(self) -> Hashes:
        """``ids`` as an array."""
        import numpy as np

        return np.frombuffer(self.ids, np.uint64)

    @cached_property
    def keys(self) -> Hashes:
        """The upper bits of each shingle and in its PLACE bits where it stands, ascending: sorts faster than order."""
        import numpy as np

        keys = self.hashes & ~np.uint64(PLACE)
        keys |= np.arange(len(keys), dtype=np.uint64)
        keys.sort()
        return keys

    @cached_property
    def sieve(self) -> NDArray[np.signedinteger[Any]]:
        """By the upper bits of a shingle the place of the only one with these, or NONE, or SEVERAL; their number is a
        power of two, with so many for each word that few shingles of another text find one that is not theirs."""
        import numpy as np

        small: type[np.signedinteger[Any]] = np.int16 if len(self.hashes) < 1 << 15 else np.int32
        sieve = np.full(1 << self._sieve_bits, NONE, small)
        slots = self.slots(self.hashes)
        places = np.arange(len(slots), dtype=small)
        sieve[slots] = places
        sieve[slots[sieve.take(slots) != places]] = SEVERAL
        return sieve

    @property
    def _sieve_bits(self) -> int:
        return (SIEVE * len(self.hashes)).bit_length()

    def slots(self, hashes: Hashes) -> Hashes:
        """Where shingles would stand in the sieve; shape (shingles,)."""
        import numpy as np

        return hashes >> np.uint64(64 - self._sieve_bits)

    @cached_property
    def places(self) -> tuple[array[int], array[int], bytes]:
        """The first character of every word, the one after its last, and 1 where it is inside quotation marks."""
        import numpy as np

        first = np.array([start for start, _ in self._ranges], np.int64)
        lengths = [end - start + 1 for start, end in self._ranges]
        shifts = first - np.cumsum([0, *lengths])[:-1]  # how far each block stands from its place in the body
        shift = shifts[np.searchsorted(first - shifts, self._edges[0], "right") - 1]
        starts, ends = self._edges[0] + shift, self._edges[1] + shift
        inside = np.zeros(len(starts), np.bool_)
        for start, end in self._ranges:
            for opened, closed in quotations(self.document.text, start, end):
                low, high = np.searchsorted(starts, (opened, closed))
                inside[low:high] = True
        return array("q", starts.tobytes()), array("q", ends.tobytes()), inside.tobytes()


class _Read(NamedTuple):
    """What arrays say of a text: the number of each word, its first character, the one after its last; of each shingle
    its hash."""

    numbers: Hashes
    starts: Places
    ends: Places
    hashes: Hashes
    fingerprints: Fingerprints


def read_words(document: Document, blocks: Sequence[Block]) -> Words:
    """The words of the document's body blocks."""
    return read_all([(document, blocks)])[0]


def read_all(pages: Iterable[tuple[Document, Sequence[Block]]]) -> list[Words]:
    """The words of the body blocks of each page."""
    return read_bodies(
        (document, [(b.span.start, b.span.end) for b in blocks if b.zone == Zone.BODY]) for document, blocks in pages
    )


def read_bodies(pages: Iterable[tuple[Compared, Iterable[tuple[int, int]]]]) -> list[Words]:
    """The words of each document in the ranges of its text that are its body, in any order; some documents at once."""
    out: list[Words] = []
    waiting: list[tuple[Compared, list[tuple[int, int]], str]] = []
    size = 0
    for document, body in pages:
        ranges = sorted(body)
        text = "\n".join([document.text[start:end] for start, end in ranges])[:LONGEST]
        waiting.append((document, ranges, text))
        size += len(text)
        if size >= AT_ONCE:
            out += _read(waiting)
            waiting, size = [], 0
    return [*out, *_read(waiting)]


def _read(waiting: Sequence[tuple[Compared, Sequence[tuple[int, int]], str]]) -> list[Words]:
    import numpy as np

    texts = [text for *_, text in waiting]
    numbers, starts, ends = _numbered("\n".join(texts))
    first = np.cumsum([0, *(len(text) + 1 for text in texts)])
    edges = np.searchsorted(starts, first).tolist()
    hashes = _shingles(numbers)
    found = fingerprints_of(hashes, [(low, max(low, high - SHINGLE + 1)) for low, high in itertools.pairwise(edges)])
    out = []
    for n, (document, ranges, _) in enumerate(waiting):
        low, high = edges[n : n + 2]
        shift, last = first[n], max(low, high - SHINGLE + 1)
        read = _Read(numbers[low:high], starts[low:high] - shift, ends[low:high] - shift, hashes[low:last], found[n])
        out.append(Words(document, ranges, read))
    return out


def _shingles(numbers: Hashes) -> Hashes:
    """The hash of every SHINGLE numbers in a row."""
    import numpy as np

    count = max(0, len(numbers) - SHINGLE + 1)
    out = np.zeros(count, np.uint64)
    for place, factor in enumerate(FACTORS):
        out += numbers[place : place + count] * np.uint64(factor)
    out ^= out >> np.uint64(31)
    out *= np.uint64(MIXER)
    out ^= out >> np.uint64(29)
    return out


def _numbered(text: str) -> tuple[Hashes, Places, Places]:
    """The number of each word of a text, of 64 bits, its first character and the one after its last; shape (words,)."""
    import numpy as np

    known = _values()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    values = known.take(codes)
    if not values.all():
        for code in np.unique(codes[values == 0]).tolist():
            known[code] = _value(chr(code))
        values = known.take(codes)
    framed = np.zeros(len(codes) + 2, np.bool_)
    inside = framed[1:-1]
    np.greater(values, np.uint64(APART), out=inside)
    edges = np.flatnonzero(framed[1:] != framed[:-1])
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return np.zeros(0, np.uint64), starts, ends
    lengths = ends - starts
    firsts = lengths.cumsum() - lengths
    within = np.arange(int(firsts[-1] + lengths[-1])) - firsts.repeat(lengths)
    letters = values[inside] * _factors().take(within & (FACTORED - 1))
    numbers: Hashes = np.add.reduceat(letters, firsts)
    numbers ^= numbers >> np.uint64(32)
    return numbers, starts, ends


@functools.cache
def _values() -> Hashes:
    """The values of all characters met so far, by their code; 0 for the others."""
    import numpy as np

    return np.zeros(sys.maxunicode + 1, np.uint64)


def _value(character: str) -> int:
    """A number of 64 bits, the same for upper and lower case; APART for what is no part of a word."""
    if not (character.isalnum() or character == "_"):
        return APART
    return _digest(character.casefold()) | (APART + 1)


@functools.cache
def _factors() -> Hashes:
    import numpy as np

    return np.array([_digest(f"letter {place}") | 1 for place in range(FACTORED)], np.uint64)


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges inside double quotation marks; one that is never closed goes on to the end."""
    if all(text.find(mark, start, end) < 0 for mark in MARKS):
        return []
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        char, at = match.group(), match.start()
        if opened is not None and char not in "“„«":
            out.append((opened, at))
            opened = None
        elif opened is None and char not in "”»":
            opened = at
    return [*out, (opened, end)] if opened is not None else out
