"""Passages that two documents share: candidates by shingles, every one verified by alignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.relations.candidates import candidates, index_of, stock_of
from sayso.relations.passages import Passage, align
from sayso.relations.wording import SHINGLE, Words, read_words
from sayso.types import Block, Document, Reuse, Span

#: Two texts share text where passages make this share of the shorter, or one passage has so many words. Chosen on
#: pairs of war reports with known word-5-gram containment and on texts abridged, damaged and blended by script.
LEAST_SHARE, LONG_PASSAGE = 0.2, 50

#: Each passage counts so many words less than it has: a handful of short ones is what two reports of one thing share.
TOLL = SHINGLE - 1

#: Standing text of a publisher does not count, unless with the rest it makes this share of the shorter text, which is
#: then a copy and no text with a notice.
COPY = 0.7

#: A shared quotation of no more words than this is no sign of copying: two reporters heard the same person. A longer
#: one is a statement that somebody passed on. So much of it stands inside quotation marks on both sides; the rest is
#: room for "she said".
QUOTATION, QUOTED = 60, 0.7


class Shared(NamedTuple):
    """What two texts have in common, in words: plain passages, quotations and stock apart."""

    plain: tuple[Passage, ...]
    quotations: tuple[Passage, ...]
    stock: tuple[Passage, ...]


def find_reuse(documents: Sequence[Document], blocks: Iterable[Block]) -> list[Reuse]:
    """Every pair of documents of which one may have its words from the other, the lower id first, sorted.

    ``matched`` pairs the passages, quotations included; shares are of the body's words. Documents without body words
    have none. The order of the input does not matter.
    """
    bodies: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        bodies[block.span.document_id].append(block)
    ordered = sorted({d.id: d for d in documents}.values(), key=lambda d: d.id)
    texts = [read_words(d, bodies[d.id]) for d in ordered]
    index = index_of(texts)
    standing = stock_of(index, texts)
    stock = frozenset(index.keys[standing].tolist())
    for text in texts:
        text.standing = stock
    pairs = candidates(index, standing)
    del index
    found = (compare(texts[left], texts[right]) for left, right in pairs)
    return [row for row in found if row is not None]


def compare(a: Words, b: Words) -> Reuse | None:
    """The row for two texts, if what they share is enough to say that one may have it from the other."""
    shared = sort_passages(align(a, b), a, b)
    shorter = min(len(a.ids), len(b.ids))
    if _words(shared.plain) + _words(shared.stock) >= COPY * shorter:
        shared = Shared((*shared.plain, *shared.stock), shared.quotations, ())
    share = sum(p.equal - TOLL for p in shared.plain) / max(1, shorter - TOLL)
    if share < LEAST_SHARE and not any(p.equal >= LONG_PASSAGE for p in shared.plain):
        return None
    passages = sorted((*shared.plain, *shared.quotations))
    matched = tuple((_span(a, p.left, p.left_end), _span(b, p.right, p.right_end)) for p in passages)
    shares = [round(_words(passages) / len(t.ids), 4) for t in (a, b)]
    return Reuse(
        left=Span(a.document.id, matched[0][0].start, matched[-1][0].end),
        right=Span(b.document.id, min(m[1].start for m in matched), max(m[1].end for m in matched)),
        matched=matched,
        share_of_left=min(1.0, shares[0]),
        share_of_right=min(1.0, shares[1]),
        score=round(min(1.0, share), 4),
        detail=_detail(a, b, shared),
    )


def sort_passages(passages: Sequence[Passage], a: Words, b: Words) -> Shared:
    """The passages by what they show: quotations that both texts give, stock text, and the rest."""
    kinds: tuple[list[Passage], list[Passage], list[Passage]] = ([], [], [])
    for one in passages:
        sides = a.places[2][one.left : one.left_end], b.places[2][one.right : one.right_end]
        quoted = all(side.count(1) >= QUOTED * len(side) for side in sides)
        standing = _standing(a, one.left, one.left_end) or _standing(b, one.right, one.right_end)
        if quoted and one.equal <= QUOTATION:
            kinds[1].append(one)
        elif standing:
            kinds[2].append(one)
        else:
            kinds[0].append(one)
    return Shared(*map(tuple, kinds))


def _standing(words: Words, first: int, last: int) -> bool:
    """Whether most of a passage is stock. A variant of a standing paragraph is one where either text has it so."""
    shingles = words.stock[first : last - SHINGLE + 1] if words.standing else b""
    return 2 * shingles.count(1) > len(shingles)


def _words(passages: Iterable[Passage]) -> int:
    return sum(p.equal for p in passages)


def _span(words: Words, first: int, last: int) -> Span:
    starts, ends, _ = words.places
    return Span(words.document.id, starts[first], ends[last - 1])


def _detail(a: Words, b: Words, shared: Shared) -> str:
    """``62 of 80 words of … stand in …, in 2 passages; the longest, 40 words, begins “…”.``"""
    left, right = (title(t.document) for t in (a, b))
    short, other = (a, right) if len(a.ids) <= len(b.ids) else (b, left)
    longest = max(shared.plain, key=lambda p: (p.equal, -p.left))
    starts, ends, _ = a.places
    opening = a.document.text[starts[longest.left] : ends[min(longest.left + 7, longest.left_end - 1)]]
    many = f", in {len(shared.plain)} passages" if len(shared.plain) > 1 else ""
    said = (
        f"{_words(shared.plain)} of {len(short.ids)} words of {title(short.document)} stand in {other}{many}; "
        f"the longest, {longest.equal} words, begins “{' '.join(opening.split())}”."
    )
    if shared.quotations:
        said += f" Both also give {_words(shared.quotations)} words of quotation, which two reporters may have heard."
    if shared.stock:
        said += f" {_words(shared.stock)} more words are standing text of a publisher and not counted."
    return said


def title(document: Document) -> str:
    """How a sentence names a document: headline and publisher, else its label, else its id."""
    name = f"“{document.headline}”" if document.headline else document.label or document.id
    return f"{name} ({document.publisher})" if document.publisher and document.publisher != name else name
