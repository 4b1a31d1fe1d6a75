"""The text so far, for what stands for something before it: which entity was named where, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.layers.naming import Entity
from sayso.layers.parse import Sentence, Token
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
    """An entity as it was last named: in which sentence, whether as subject, whether as speaker."""

    entity: Entity
    sentence: int
    start: int
    subject: bool
    speaker: bool


@dataclass(slots=True)
class Discourse:
    """The text so far: every naming of an entity in order, pronouns that were resolved included."""

    document: Document
    ids: Mapping[int, str]
    seen: list[Seen] = field(default_factory=list)
    now: int = 0  # how many sentences of the body have begun


def recent(discourse: Discourse, reach: int) -> list[Seen]:
    """The namings of the last sentences, ``reach`` sentences back at most, in text order."""
    out: list[Seen] = []
    for seen in reversed(discourse.seen):
        if discourse.now - seen.sentence > reach or len(out) >= MOST:
            break
        out.append(seen)
    return out[::-1]


def note(discourse: Discourse, sentence: Sentence, token: Token | None, entity: Entity) -> None:
    subject = token is not None and token.dep in SUBJECTS
    verb = sentence.tokens[token.head] if token is not None else None
    speaker = subject and verb is not None and verb.lemma in SPEECH
    place = token.start if token is not None else sentence.start
    discourse.seen.append(Seen(entity, discourse.now, place, subject, speaker))


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
