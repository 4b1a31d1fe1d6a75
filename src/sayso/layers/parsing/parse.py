"""Sentences, tokens and dependencies. Made by the pipeline of ``model``.

A parse is not a row: it is not kept, because it can be made again from the document at any time. The other layers
see only :class:`Token` and :class:`Sentence`, whose offsets are code points of ``Document.text``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.layers.parsing.capitals import in_small
from sayso.layers.parsing.model import language_model, names_nobody
from sayso.spans import trimmed
from sayso.types import Block, Document, Span
from sayso.vocab import Zone

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Zones whose text is written in sentences.
PROSE = (Zone.HEADLINE, Zone.BODY, Zone.CAPTION)

#: What the model was not trained on, and what it knows instead; one character for one, so that offsets survive.
NORMAL = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "‒": "-", "―": "-", "−": "-", "‐": "-", "‑": "-",
        "…": ".", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
        "\u2028": " ", "\u2029": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": " ",
        "\u200e": " ", "\u200f": " ", "\u2068": " ", "\u2069": " ",
    }
)  # fmt: skip

#: Names in capitals that are spelt like common words, what a text that means them names in full, and a name of the same
#: length that the model knows.
SPELT_LIKE_WORDS = {"IS": ("Islamic State", "UN"), "WHO": ("World Health Organi", "FBI")}
IN_SMALL = re.compile(r"[a-z]")

#: A word that the model takes apart, and what it sees for it: of the same length, and no English word.
E_MAIL, ONE_WORD = re.compile(r"\b[eE]-mail"), "exmail"

#: Stops inside which a sentence ends although the model may not see it: an ellipsis before a capital.
ELLIPSIS_BREAK = re.compile(r"(?:…|\.\.\.)[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-Z])")

#: What ends a dateline, and within how many characters of its beginning.
DATELINE_END = re.compile(r"\s*(?:[—–]|--?(?=\s))\s*(?=\S)")
LONGEST_DATELINE = 80

#: A paragraph longer than this many characters is cut (after a full stop, else at white space, where there is any)
#: before it is parsed: the parser's memory grows with the longest text that it is given.
LONGEST = 8_000

#: Characters that are parsed together: an article is one batch, and memory stays small.
BATCH = 16_000

#: Of one document, this many characters of prose are parsed: half a book. No article is longer, and a corpus must not
#: wait for what only looks like one.
MOST_PROSE = 300_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``index`` counts in its sentence; ``head`` is the index of its syntactic head, for a root its own."""

    index: int
    start: int
    end: int
    text: str  # with quotes and dashes normalised
    lemma: str
    pos: str  # universal part of speech
    tag: str  # Penn Treebank tag
    dep: str
    head: int
    entity: str  # spaCy's entity label, "" outside
    entity_start: bool  # whether an entity begins here

    def under(self, head: Token, dep: str = "") -> Token:
        """The same word hanging from another one, with another relation where one is given; from itself as a root."""
        return replace(self, head=head.index, dep=dep or self.dep)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block. ``paragraph`` is the index of that block among the document's blocks."""

    document_id: str
    index: int
    paragraph: int
    zone: Zone
    start: int
    end: int
    tokens: tuple[Token, ...] = field(repr=False)

    @property
    def span(self) -> Span:
        return Span(self.document_id, self.start, self.end)

    @property
    def root(self) -> Token | None:
        return next((t for t in self.tokens if t.head == t.index), None)

    def children(self, token: Token) -> Iterator[Token]:
        return (t for t in self.tokens if t.head == token.index and t.index != token.index)

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of the relations."""
        return next((t for t in self.children(token) if t.dep in deps), None)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above the token, nearest first, up to the root."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly in ``[start, end)``."""
        return tuple(t for t in self.tokens if start <= t.start and t.end <= end)

    def with_tokens(self, *tokens: Token) -> Sentence:
        """The sentence with these tokens for those of the same index."""
        changed = {t.index: t for t in tokens}
        return replace(self, tokens=tuple(changed.get(t.index, t) for t in self.tokens))


@dataclass(frozen=True, slots=True)
class Parse:
    """The sentences of a document's prose, in text order."""

    document_id: str
    sentences: tuple[Sentence, ...] = ()


def read_sentences(document: Document, blocks: Sequence[Block]) -> Parse:
    """Parses the prose blocks of an English document; a document in another language has an empty parse."""
    if document.language not in (None, "en"):
        return Parse(document.id)
    pieces = [
        (paragraph, block, start, end)
        for paragraph, block in enumerate(blocks)
        if block.zone in PROSE
        for part in _without_dateline(document, block)
        for start, end in _pieces(document.text, *part)
    ]
    pieces = pieces[: _within(pieces)]
    if not pieces:
        return Parse(document.id)
    nlp = language_model()
    names = [name for name, (meant, _) in SPELT_LIKE_WORDS.items() if meant in document.text]
    spelt = [document.text[start:end].translate(NORMAL) for _, _, start, end in pieces]
    texts = [_plain(text, names) for text in _in_small(spelt, [block.zone for _, block, _, _ in pieces])]
    parsed = (doc for batch in _batches(texts) for doc in nlp.pipe(batch, batch_size=len(batch)))
    sentences: list[Sentence] = []
    for (paragraph, block, start, end), text, seen, doc in zip(pieces, spelt, texts, parsed, strict=True):
        breaks = {start + m.end() for m in ELLIPSIS_BREAK.finditer(document.text[start:end])}
        for tokens in _sentences(doc, start, breaks):
            tokens = _as_spelt(document.text, tokens) if seen != text else tokens
            first, last = tokens[0].start, tokens[-1].end
            sentences.append(Sentence(document.id, len(sentences), paragraph, block.zone, first, last, tokens))
    return Parse(document.id, tuple(sentences))


def _in_small(texts: Sequence[str], zones: Sequence[Zone]) -> list[str]:
    """The pieces of a document, headlines with only those words large that name somebody or something."""
    if Zone.HEADLINE not in zones:
        return list(texts)
    body = "\n".join(text for text, zone in zip(texts, zones, strict=True) if zone is Zone.BODY)
    held = zip(texts, zones, strict=True)
    return [in_small(text, body, names_nobody) if zone is Zone.HEADLINE else text for text, zone in held]


def _plain(text: str, names: Sequence[str]) -> str:
    """The text as the model is to see it: a name that it would take for a common word stands as another name, unless
    all is in capitals around it, and an e-mail is one word."""
    for name in names:
        text = re.sub(rf"\b{name}\b", functools.partial(_seen_as, SPELT_LIKE_WORDS[name][1]), text)
    return E_MAIL.sub(ONE_WORD, text) if "-mail" in text else text


def _seen_as(other: str, found: re.Match[str]) -> str:
    """Another name for the one that was found, where a small letter stands near."""
    near = IN_SMALL.search(found.string, max(0, found.start() - 20), found.end() + 20)
    return other if near is not None else found[0]


def _as_spelt(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens in the document's spelling, where the model saw another one."""
    spelt = ((t, text[t.start : t.end].translate(NORMAL)) for t in tokens)
    return tuple(t if t.text == s else replace(t, text=s, lemma=_lemma(t, s)) for t, s in spelt)


def _lemma(token: Token, spelt: str) -> str:
    if token.text.lower() == spelt.lower():
        return token.lemma
    return token.lemma.replace(ONE_WORD, "e-mail") if ONE_WORD in token.lemma else spelt


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in batches of at most BATCH characters, one text at least."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def left_out(blocks: Sequence[Block]) -> int:
    """How many characters of a document's prose are beyond what is parsed."""
    return max(0, sum(b.span.end - b.span.start for b in blocks if b.zone in PROSE) - MOST_PROSE)


def _within(pieces: Sequence[tuple[int, Block, int, int]]) -> int:
    """How many of the pieces lie within MOST_PROSE characters."""
    total = 0
    for count, (_, _, start, end) in enumerate(pieces):
        total += end - start
        if total > MOST_PROSE:
            return count
    return len(pieces)


def _without_dateline(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The block's range; where the block opens with the document's dateline, that and the rest apart, because what
    follows the dash is a sentence of its own."""
    start, end = block.span.start, block.span.end
    place = document.dateline.place if document.dateline else None
    opening = document.text[start : min(end, start + LONGEST_DATELINE)]
    if block.zone is Zone.BODY and place and opening.casefold().startswith(place.casefold()):
        dash = DATELINE_END.search(opening, len(place))
        if dash:
            yield start, start + dash.end()
            start += dash.end()
    yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The block in stretches of at most LONGEST characters, without white space around them."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            window = text[start : start + LONGEST]
            cut = next((at for mark in (". ", "\n", " ") if (at := window.rfind(mark) + 1) > LONGEST // 2), LONGEST)
            stop = start + cut
        kept = trimmed(text, start, stop)
        if kept[0] < kept[1]:
            yield kept
        start = stop


def _sentences(doc: Doc, offset: int, breaks: set[int]) -> Iterator[tuple[Token, ...]]:
    """The sentences of a parsed piece as our own tokens; a break inside one cuts it, and a cut subtree gets a root."""
    for sent in doc.sents:
        words = [t for t in sent if not t.is_space]
        group: list[int] = []
        groups = [group]
        for t in words:
            if group and offset + t.idx in breaks:
                group = []
                groups.append(group)
            group.append(t.i)
        for members in groups:
            if not members:
                continue
            place = {i: n for n, i in enumerate(members)}
            yield tuple(
                Token(
                    index=n,
                    start=offset + doc[i].idx,
                    end=offset + doc[i].idx + len(doc[i].text),
                    text=doc[i].text,
                    lemma=doc[i].lemma_.lower() if doc[i].pos_ != "PROPN" else doc[i].text,
                    pos=doc[i].pos_,
                    tag=doc[i].tag_,
                    dep=doc[i].dep_,
                    head=place.get(doc[i].head.i, n),
                    entity=doc[i].ent_type_,
                    entity_start=doc[i].ent_iob_ == "B",
                )
                for n, i in enumerate(members)
            )
