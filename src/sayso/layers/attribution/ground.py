"""What the attribution rules stand on: a document's paragraphs, quotations and trees; and what they yield."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sayso.layers.attribution.cues import Cue
from sayso.layers.parsing.fronting import fronted
from sayso.layers.parsing.parse import Parse, Sentence, Token
from sayso.layers.parsing.quotes import Quotation, by_paragraph
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, contains, trimmed
from sayso.types import Document
from sayso.vocab import Zone

#: Marks around a phrase that are none of it.
TRIM = " ,;:-–—(["
#: Words of the longest sentence whose parse is looked at.
LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A prose block: its extent, its sentences and its outermost quotations."""

    index: int
    zone: Zone
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def quotations_over(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations that share something with ``[start, end)``."""
        low = bisect.bisect_right(self.quotations, start, key=lambda q: q.end)
        high = bisect.bisect_left(self.quotations, end, key=lambda q: q.start)
        return self.quotations[low:high]


class Ground:
    """A document with its parse, indexed for the rules."""

    def __init__(self, document: Document, parse: Parse):
        self.document = document
        self.text = document.text
        self.parse = replace(parse, sentences=tuple(fronted(s) for s in parse.sentences))
        self.paragraphs = tuple(self._paragraphs())
        self._trees: dict[int, Dependencies] = {}
        self._starts = [s.start for s in self.parse.sentences]
        self._place = {p.index: n for n, p in enumerate(self.paragraphs)}

    def _paragraphs(self) -> Iterator[Paragraph]:
        groups = [(n, tuple(group)) for n, group in groupby(self.parse.sentences, key=lambda s: s.paragraph)]
        extents = [(sentences[0].start, sentences[-1].end) for _, sentences in groups]
        for (index, sentences), quotations in zip(groups, by_paragraph(self.text, extents), strict=True):
            yield Paragraph(index, sentences[0].zone, sentences[0].start, sentences[-1].end, sentences, quotations)

    def readable(self) -> Iterator[Sentence]:
        """The sentences short enough to be prose: what hangs from what means nothing in longer ones."""
        return (s for s in self.parse.sentences if len(s.tokens) <= LONGEST_SENTENCE)

    def tree(self, sentence: Sentence) -> Dependencies:
        if sentence.index not in self._trees:
            self._trees[sentence.index] = Dependencies(sentence)
        return self._trees[sentence.index]

    def phrase(self, tree: Dependencies, token: Token) -> Range:
        """What hangs from a word, itself included, without the marks around it."""
        return trimmed(self.text, *tree.reach(token), TRIM)

    def paragraph_of(self, sentence: Sentence) -> Paragraph:
        return self.paragraphs[self._place[sentence.paragraph]]

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        place = self._place[paragraph.index]
        return self.paragraphs[place - 1] if place else None

    def sentence_at(self, offset: int) -> Sentence | None:
        at = bisect.bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.parse.sentences[at].end:
            return None
        return self.parse.sentences[at]

    def tokens(self, ranges: Sequence[Range]) -> list[tuple[Sentence, Token]]:
        """The words that lie wholly in the ranges, each with its sentence."""
        out = []
        for start, end in ranges:
            at = max(0, bisect.bisect_right(self._starts, start) - 1)
            while at < len(self._starts) and self._starts[at] < end:
                sentence = self.parse.sentences[at]
                low = bisect.bisect_left(sentence.tokens, start, key=lambda t: t.start)
                high = bisect.bisect_right(sentence.tokens, end, lo=low, key=lambda t: t.end)
                out += [(sentence, t) for t in sentence.tokens[low:high]]
                at += 1
        return out

    def words(self, ranges: Sequence[Range]) -> str:
        return " ".join(" ".join(self.text[s:e] for s, e in ranges).split())


def unmarked(tokens: Sequence[Token], *others: str) -> list[Token]:
    """Some words without the marks at their end, nor words of the other parts of speech."""
    kept = list(tokens)
    while kept and kept[-1].pos in ("PUNCT", *others):
        kept.pop()
    return kept


@dataclass(slots=True)
class Finding:
    """An attribution in the making: ranges of code points, the cue's entry, and who else stands in the chain.

    ``told`` is the source's extent where it is less than the words that name it and its chain.
    ``nearer`` and ``farther`` are ranges that name sources between the outlet and ``source``, and beyond it.
    ``verb`` is the cue's verb and ``main`` the content's main verb, with their sentences, where a rule knows them.
    ``alone`` says that the tagger read the document and passed over what a rule found.
    ``hidden`` says that the words attribute but name nobody; ``quoted`` that the content is a quotation, marks and all.
    """

    cue: list[Range]
    source: list[Range]
    content: list[Range]
    entry: Cue
    detail: str
    verb: tuple[Sentence, Token] | None = None
    main: tuple[Sentence, Token] | None = None
    told: list[Range] = field(default_factory=list)
    nearer: list[Range] = field(default_factory=list)
    farther: list[Range] = field(default_factory=list)
    hidden: bool = False
    quoted: bool = False
    negated: bool = False
    alone: bool = False
    score: float = 1.0

    @property
    def start(self) -> int:
        return min((s for s, _ in self.content + self.cue + self.source), default=0)

    def holds(self, ranges: Sequence[Range]) -> bool:
        """Whether every range lies in one of the content's."""
        return all(any(contains(c, r) for c in self.content) for r in ranges)
