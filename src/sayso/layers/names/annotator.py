"""The mentions of people, bodies, groups and places in a document, those of one entity under one id.

Names first (:mod:`candidates`, :mod:`naming`), then the nouns and pronouns that stand for them (:mod:`anaphora`). A
mention's span takes in a title before the name (``Governor Ada Moss``) and a noun after it that says what it is (``the
Harbour Times newspaper``), but no article; ``name`` is the canonical name of its entity.
"""

from __future__ import annotations

from sayso.layers.names.anaphora import resolve_back
from sayso.layers.names.candidates import find_candidates
from sayso.layers.names.naming import Entity, group_names
from sayso.layers.names.stretches import Candidate
from sayso.layers.parsing.parse import Parse
from sayso.types import Document, Mention, Span, hash_of
from sayso.vocab import Level


def find_mentions(document: Document, parse: Parse) -> list[Mention]:
    """The mentions in the document's headline, body and captions, in text order."""
    entities = group_names(document, find_candidates(document, parse))
    names = [_mention(document, entity, member) for entity in entities for member in entity.members]
    rest = resolve_back(document, parse, entities, {id(e): _entity_id(document, e) for e in entities})
    taken = {(m.span.start, m.span.end) for m in names}
    names += [m for m in rest if (m.span.start, m.span.end) not in taken]
    return sorted(names, key=lambda m: (m.span.start, m.span.end, m.id))


def _entity_id(document: Document, entity: Entity) -> str:
    return hash_of("entity", [document.id, *entity.key])


def _mention(document: Document, entity: Entity, member: Candidate) -> Mention:
    inside = member.sentence.between(member.core_start, member.core_end)
    indices = {t.index for t in inside}
    head = next((t for t in inside if t.head not in indices or t.head == t.index), inside[-1] if inside else None)
    reasons = [*member.reasons[:2]]
    if member.start in entity.why:
        reasons.append(entity.why[member.start])
    return Mention(
        span=Span(document.id, member.start, member.end),
        head=Span(document.id, head.start if head else member.core_start, head.end if head else member.core_end),
        category=entity.category,
        level=Level.NAME,
        name=entity.name,
        entity_id=_entity_id(document, entity),
        detail="; ".join(reasons),
    )
