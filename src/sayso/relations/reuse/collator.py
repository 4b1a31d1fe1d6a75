"""Passages that two documents share: candidates by fingerprints, every one verified by alignment.

There is one way to find them: documents are entered into an index, and what that changes is verified. A record adds
its new documents to the index that it keeps; :func:`find_reuse` adds all to an empty one.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from sayso.relations.index.candidates import Pair, Rule, displaced, near, still_near
from sayso.relations.index.postings import Entry, Postings, Shelf, number_of
from sayso.relations.reuse.passages import Passage, align
from sayso.relations.reuse.sources import Compared
from sayso.relations.reuse.stock import settle_stock
from sayso.relations.reuse.wording import SHINGLE, Words, read_all
from sayso.types import Block, Document, Reuse, Span, hash_of

#: Two texts are compared where they have at least this share of the shorter one's fingerprints in common, in any case
#: if this many.
RULE = Rule(share=0.03, least=1, enough=3)

#: Pairs whose words are read at once, which bounds the memory.
AT_ONCE = 4000

#: Two texts share text where passages make this share of the shorter, or one passage has this many words. Chosen on
#: pairs of war reports with known word-5-gram containment and on texts abridged, damaged and blended by script.
LEAST_SHARE, LONG_PASSAGE = 0.2, 50

#: Each passage counts this many words less than it has: a handful of short ones is what two reports of one thing share.
TOLL = SHINGLE - 1

#: Standing text of a publisher does not count, unless with the rest it makes this share of the shorter text, which is
#: then a copy and no text with a notice.
COPY = 0.7

#: A shared quotation of no more words than this is no sign of copying: two reporters heard the same person. A longer
#: one is a statement that somebody passed on. This much of it stands inside quotation marks on both sides; the rest is
#: room for "she said".
QUOTATION, QUOTED = 60, 0.7


class Shared(NamedTuple):
    """What two texts have in common, in words: plain passages, quotations and stock apart."""

    plain: tuple[Passage, ...]
    quotations: tuple[Passage, ...]
    stock: tuple[Passage, ...]


class Text(NamedTuple):
    """The words of a text; by ``places``, ascending, 1 where the fingerprint there is standing text; empty where none
    is."""

    words: Words
    places: list[int]
    stock: bytes


class Library(Protocol):
    """What is asked of whoever keeps the documents."""

    def words(self, documents: Iterable[int]) -> Mapping[int, Words]:
        """The words of some documents, by number."""

    def sharing(self, documents: Iterable[int]) -> set[Pair]:
        """The pairs that were found to share text and have one of these documents, the lower number first."""


class Update(NamedTuple):
    """What some new documents changed: the rows of the pairs that were verified, the pairs that have a row no longer,
    and the pairs that were verified, each once."""

    rows: dict[Pair, Reuse]
    gone: set[Pair]
    verified: Sequence[Pair]


def find_reuse(documents: Sequence[Document], blocks: Iterable[Block]) -> list[Reuse]:
    """Every pair of documents of which one may have its words from the other, the lower id first, sorted.

    ``matched`` pairs the passages, quotations included; shares are of the body's words. Documents without body words
    have none. The order of the input does not matter.
    """
    bodies: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        bodies[block.span.document_id].append(block)
    read = read_all([(document, bodies[document.id]) for document in documents])
    held = {number_of(words.document.id): words for words in read}
    shelf = Shelf()
    shelf.enter([entry_of(number, words) for number, words in held.items()])
    settle_stock(shelf, sorted(held))
    found = _verified(shelf, held, _in_families(near(shelf, sorted(held), RULE)))
    return [row for _, row in sorted(found.items())]


def update_reuse(postings: Postings, library: Library, new: Sequence[int]) -> Update:
    """Enters documents into an index and finds what they change: their own pairs, and of earlier pairs those whose
    passages are standing text now, or that are no candidates any more.

    However the documents are parted into batches, and in whatever order these come, the rows that stand at the end are
    the same.
    """
    held = library.words(new)
    postings.enter([entry_of(number, held[number]) for number in new if number in held])
    settled = settle_stock(postings, new)
    plain_again = set(postings.every(settled.fewer).documents.tolist())
    asked = near(postings, sorted(plain_again.union(new)), RULE)
    stock_changed = set(postings.every(settled.more).documents.tolist()) | plain_again
    known = library.sharing(displaced(postings, new) | stock_changed)
    still = set(still_near(postings, known - set(asked), RULE))
    same = {pair for pair in still if stock_changed.isdisjoint(pair)}  # their words are what they were
    pairs = _in_families({*asked, *still} - same)
    rows: dict[Pair, Reuse] = {}
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start : start + AT_ONCE]
        rows |= _verified(postings, library.words({number for pair in some for number in pair}), some)
    return Update(rows, known - rows.keys() - same, pairs)


def _in_families(pairs: Collection[Pair]) -> list[Pair]:
    """The pairs sorted, those that hang together one after the other: few texts are at hand at a time."""
    heads: dict[int, int] = {}

    def head(number: int) -> int:
        while heads.setdefault(number, number) != number:
            heads[number] = number = heads[heads[number]]
        return number

    for left, right in pairs:
        low, high = sorted((head(left), head(right)))
        heads[high] = low
    return sorted(pairs, key=lambda pair: (head(pair[0]), pair))


def entry_of(number: int, words: Words) -> Entry:
    """What an index holds of a text."""
    publisher = words.document.publisher
    return Entry(number, number_of(hash_of("name", publisher)) if publisher else 0, words.fingerprints.distinct())


def _verified(postings: Postings, held: Mapping[int, Words], pairs: Sequence[Pair]) -> dict[Pair, Reuse]:
    texts = _marked({number: held[number] for number in sorted({n for pair in pairs for n in pair})}, postings)
    with_longer: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        with_longer[max(reversed(pair), key=lambda number: _length(held[number]))].append(pair)
    out: dict[Pair, Reuse] = {}
    for longer, some in with_longer.items():
        shorter = [texts[left if right == longer else right] for left, right in some]
        rows = compare(shorter, texts[longer])
        out |= {pair: row for pair, row in zip(some, rows, strict=True) if row is not None}
    return out


def _length(words: Words) -> tuple[int, Sequence[int]]:
    """Which of two texts is the longer: of the same length the one whose words come later."""
    return len(words.ids), words.ids


def _marked(several: Mapping[int, Words], postings: Postings) -> dict[int, Text]:
    import numpy as np

    found = [words.fingerprints for words in several.values()]
    standing = postings.standing(np.concatenate([one.keys for one in found] or [np.zeros(0, np.int64)]))
    ends = np.cumsum([0, *(len(one.keys) for one in found)]).tolist()
    out: dict[int, Text] = {}
    for (number, words), start, end in zip(several.items(), ends, ends[1:], strict=False):
        some = standing[start:end].tobytes()
        out[number] = Text(words, words.fingerprints.places.tolist(), some if 1 in some else b"")
    return out


def compare(several: Sequence[Text], longest: Text) -> list[Reuse | None]:
    """The rows for several texts, each with one that is no shorter; None where what the two share is not enough to say
    that one may have it from the other. The document with the lower id is on the left.

    The shorter text is aligned with the longer, or what comes first with the other, so that what is found is the same
    whichever document has the lower id.
    """
    out: list[Reuse | None] = []
    for one, passages in zip(several, align([text.words for text in several], longest.words), strict=True):
        if one.words.document.id <= longest.words.document.id:
            out.append(row_of(one, longest, passages))
        else:
            turned = [Passage(p.right, p.right_end, p.left, p.left_end, p.equal) for p in passages]
            out.append(row_of(longest, one, sorted(turned)))
    return out


def row_of(one: Text, other: Text, found: Sequence[Passage]) -> Reuse | None:
    """The row for two texts, given the passages that they share."""
    a, b = one.words, other.words
    shared = sort_passages(found, one, other)
    shorter = min(len(a.ids), len(b.ids))
    if shared.stock and _words(shared.plain) + _words(shared.stock) >= COPY * shorter:
        shared = Shared((*shared.plain, *shared.stock), shared.quotations, ())
    share = (_words(shared.plain) - TOLL * len(shared.plain)) / max(1, shorter - TOLL)
    if share < LEAST_SHARE and not any(p.equal >= LONG_PASSAGE for p in shared.plain):
        return None
    passages = sorted((*shared.plain, *shared.quotations))
    lefts = _spans(a, [(p.left, p.left_end) for p in passages])
    rights = _spans(b, [(p.right, p.right_end) for p in passages])
    left, right = lefts[0], rights[0]
    if len(passages) > 1:
        left = Span(left.document_id, left.start, max([span.end for span in lefts]))
        right = Span(right.document_id, min([s.start for s in rights]), max([s.end for s in rights]))
    words = _words(passages)
    return Reuse(
        left=left,
        right=right,
        matched=tuple(zip(lefts, rights, strict=True)),
        share_of_left=min(1.0, round(words / len(a.ids), 4)),
        share_of_right=min(1.0, round(words / len(b.ids), 4)),
        score=round(min(1.0, share), 4),
        detail=_detail(a, b, shared),
    )


def sort_passages(passages: Sequence[Passage], a: Text, b: Text) -> Shared:
    """The passages by what they show: quotations that both texts give, stock text, and the rest."""
    kinds: tuple[list[Passage], list[Passage], list[Passage]] = ([], [], [])
    for one in passages:
        if one.equal <= QUOTATION and _quoted(a, one.left, one.left_end) and _quoted(b, one.right, one.right_end):
            kinds[1].append(one)
        elif _standing(a, one.left, one.left_end) or _standing(b, one.right, one.right_end):
            kinds[2].append(one)
        else:
            kinds[0].append(one)
    return Shared(*map(tuple, kinds))


def _quoted(text: Text, first: int, last: int) -> bool:
    return text.words.places[2].count(1, first, last) >= QUOTED * (last - first)


def _standing(text: Text, first: int, last: int) -> bool:
    """Whether most of a passage is stock. A variant of a standing paragraph is one where either text has it so."""
    if not text.stock:
        return False
    low, high = bisect.bisect_left(text.places, first), bisect.bisect_right(text.places, last - SHINGLE)
    return 2 * text.stock.count(1, low, high) > high - low


def _words(passages: Iterable[Passage]) -> int:
    return sum([p.equal for p in passages])


def _spans(words: Words, places: Iterable[tuple[int, int]]) -> list[Span]:
    starts, ends, _ = words.places
    document = words.document.id
    return [Span(document, starts[first], ends[last - 1]) for first, last in places]


def _detail(a: Words, b: Words, shared: Shared) -> str:
    """``62 of 80 words of … stand in …, in 2 passages; the longest, 40 words, begins “…”.``"""
    short, other = (a, b) if len(a.ids) <= len(b.ids) else (b, a)
    longest = max(shared.plain, key=lambda p: (p.equal, -p.left))
    starts, ends, _ = a.places
    opening = a.document.text[starts[longest.left] : ends[min(longest.left + 7, longest.left_end - 1)]]
    many = f", in {len(shared.plain)} passages" if len(shared.plain) > 1 else ""
    where = title(other.document)
    said = (
        f"{_words(shared.plain)} of {len(short.ids)} words of {title(short.document)} stand in {where}{many}; "
        f"the longest, {longest.equal} words, begins “{' '.join(opening.split())}”."
    )
    if shared.quotations:
        said += f" Both also give {_words(shared.quotations)} words of quotation, which two reporters may have heard."
    if shared.stock:
        said += f" {_words(shared.stock)} more words are standing text of a publisher and not counted."
    return said


def title(document: Compared) -> str:
    """How a sentence names a document: headline and publisher, else its label, else its id."""
    name = f"“{document.headline}”" if document.headline else document.label or document.id
    return f"{name} ({document.publisher})" if document.publisher and document.publisher != name else name
