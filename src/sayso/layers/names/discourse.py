"""The text so far, for what stands for something before it: which entity was named where, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.layers.names.naming import Entity
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.quotes import Quotation, in_speech
from sayso.spans import Range
from sayso.types import Document, Mention, Span
from sayso.vocab import Category, Level

#: At most this many namings are weighed for one pronoun or noun.
MOST = 200
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

SPEECH = frozenset(
    (
        "say tell add report claim note announce warn state write publish confirm deny argue explain insist stress "
        "declare describe cite quote accuse suggest call urge"
    ).split()
)


@dataclass(slots=True)
class Seen:
    """An entity as it was last named: in which sentence, whether as subject, whether as speaker, whether in words that
    somebody is quoted with."""

    entity: Entity
    sentence: int
    start: int
    subject: bool
    speaker: bool
    quoted: bool = False


@dataclass(slots=True)
class Discourse:
    """The text so far: every naming of an entity in order, pronouns that were resolved included."""

    document: Document
    ids: Mapping[int, str]
    seen: list[Seen] = field(default_factory=list)
    now: int = 0  # how many sentences of the body have begun
    unnamed: list[int] = field(default_factory=list)  # sentences in which somebody stands by office only
    quotations: Sequence[Quotation] = ()  # those of the paragraph that is read


def recent(discourse: Discourse, reach: int) -> list[Seen]:
    """The namings of the last sentences, ``reach`` sentences back at most, in text order."""
    out: list[Seen] = []
    for seen in reversed(discourse.seen):
        if discourse.now - seen.sentence > reach or len(out) >= MOST:
            break
        out.append(seen)
    return out[::-1]


def note(
    discourse: Discourse, sentence: Sentence, token: Token | None, entity: Entity, span: Range | None = None
) -> None:
    """Remembers that an entity was named, at a token; ``span`` is the extent of a name."""
    doer = _apposed_to(sentence, token) if token is not None else None
    subject = doer is not None and doer.dep in SUBJECTS
    verb = sentence.tokens[doer.head] if doer is not None else None
    speaker = subject and verb is not None and speaks(sentence, verb)
    place = token.start if token is not None else sentence.start
    quoted = in_speech(discourse.quotations, *(span or (place, place)))
    discourse.seen.append(Seen(entity, discourse.now, place, subject, speaker, quoted))


def _apposed_to(sentence: Sentence, token: Token) -> Token:
    """The noun that a name in apposition stands beside, the token itself where it is in none: in "the mayor of Velm,
    Ada Moss," the parser may hang the name from the place."""
    at, steps = token, 0
    while steps < 4 and at.dep in (("appos",) if not steps else ("appos", "pobj", "prep")):
        at, steps = sentence.tokens[at.head], steps + 1
    return at if at.dep in SUBJECTS else token


def speaks(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb, or one that is joined to it, is of saying."""
    joined = (t for t in sentence.tokens if t.head == verb.index and t.dep == "conj")
    return verb.lemma in SPEECH or any(t.lemma in SPEECH for t in joined)


def mention_for(
    discourse: Discourse,
    span: tuple[int, int],
    token: Token,
    level: Level,
    entity: Entity | None,
    detail: str,
    unnamed: tuple[Category, str] = (Category.ROLE, ""),
) -> Mention:
    """The mention of an entity; without one, of somebody ``unnamed``: a category and the words for it."""
    document = discourse.document.id
    return Mention(
        span=Span(document, *span),
        head=Span(document, token.start, token.end),
        category=entity.category if entity else unnamed[0],
        level=level,
        name=entity.name if entity else unnamed[1],
        entity_id=discourse.ids[id(entity)] if entity else None,
        detail=detail,
    )


def head_of(sentence: Sentence, start: int, end: int) -> Token | None:
    inside = sentence.between(start, end)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), inside[-1] if inside else None)
