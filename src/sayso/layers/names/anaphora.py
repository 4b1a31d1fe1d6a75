"""What nouns and pronouns of a document stand for: ``the ministry``, ``the outlet``, ``she``.

A noun phrase with a definite article goes to the nearest entity before it that is of its kind. A pronoun goes to a
subject before another word, and to the sentence it stands in before the one ahead of it. Where two fit equally, it
stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.layers.names.discourse import SPEECH, SUBJECTS, Discourse, Seen, head_of, mention_for, note, recent, speaks
from sayso.layers.names.naming import Entity
from sayso.layers.names.nominals import find_noun
from sayso.layers.names.stretches import Candidate
from sayso.layers.parsing.parse import Parse, Sentence, Token
from sayso.layers.parsing.quotes import Quotation, by_paragraph, in_speech
from sayso.types import Document, Mention
from sayso.vocab import Category, Level, Zone

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}

IT = frozenset({"it", "its", "itself"})

THEY = frozenset({"they", "them", "their", "themselves"})

#: Verbs whose ``it`` is nobody.
DUMMY_VERBS = frozenset({"rain", "snow", "hail", "thunder", "seem", "appear", "happen", "take", "turn", "matter"})
#: How many sentences back a pronoun may look.
PRONOUN_REACH = 3


def resolve_back(document: Document, parse: Parse, entities: Sequence[Entity], ids: Mapping[int, str]) -> list[Mention]:
    """Mentions by noun and by pronoun, in text order; those that stand for nobody known have no ``entity_id``."""
    named: dict[int, list[tuple[Candidate, Entity]]] = {}
    for entity in entities:
        for member in entity.members:
            named.setdefault(member.sentence.index, []).append((member, entity))
    discourse = Discourse(document, ids)
    out: list[Mention] = []
    count = 0
    quotations = _quotations(document, parse)
    for sentence in parse.sentences:
        discourse.quotations = quotations[sentence.paragraph]
        body = sentence.zone is Zone.BODY
        count += body
        discourse.now = count
        before = len(discourse.seen)
        here = sorted(named.get(sentence.index, ()), key=lambda item: item[0].start)
        out += _references(discourse, sentence, here)
        if not body:  # the story does not go on from a caption or a headline
            del discourse.seen[before:]
    return out


def _quotations(document: Document, parse: Parse) -> dict[int, tuple[Quotation, ...]]:
    """The quotations of each paragraph, by its number."""
    extents: dict[int, tuple[int, int]] = {}
    for s in parse.sentences:
        extents[s.paragraph] = (extents.get(s.paragraph, (s.start, s.end))[0], s.end)
    return dict(zip(extents, by_paragraph(document.text, extents.values()), strict=True))


def _references(discourse: Discourse, sentence: Sentence, here: Sequence[tuple[Candidate, Entity]]) -> list[Mention]:
    out: list[Mention] = []
    begun = named_until = 0
    for token in sentence.tokens:
        while begun < len(here) and here[begun][0].start <= token.start:
            member, entity = here[begun]
            if entity.category is not Category.NATIONALITY:
                head = head_of(sentence, member.core_start, member.core_end)
                note(discourse, sentence, head, entity, (member.start, member.end))
                named_until = max(named_until, member.end)
            begun += 1
        if token.start < named_until:
            continue
        found = _pronoun(discourse, sentence, token) if token.pos in ("PRON", "DET") else None
        if found is None and token.pos in ("NOUN", "PROPN", "ADJ"):
            found = find_noun(discourse, sentence, token, here)
        if found is not None:
            out.append(found[0])
            if found[1] is not None:
                note(discourse, sentence, token, found[1])
    return out


def _pronoun(discourse: Discourse, sentence: Sentence, token: Token) -> tuple[Mention, Entity | None] | None:
    word = token.text.lower()
    span = (token.start, token.end)
    if word in HE and _is_ahead(sentence, token):
        return None
    if word in HE:
        people = [s for s in recent(discourse, PRONOUN_REACH) if s.entity.category is Category.PERSON]
        fitting = _outside(discourse, sentence, token, [s for s in people if s.entity.gender in ("", HE[word])])
        fitting = _without_own_subject(sentence, token, fitting)
        nearest = max((s.sentence for s in fitting if s.subject), default=0)
        known = [
            s
            for s in fitting
            if s.entity.gender and discourse.now - s.sentence < PRONOUN_REACH and s.sentence >= nearest
        ]
        entity, why = _best(known or fitting, discourse.now)
        if entity is None:
            why = "a pronoun; " + ("two people fit it equally" if fitting else "nobody before it fits")
        else:
            entity.gender = entity.gender or HE[word]
        unnamed = (Category.PERSON, token.text)
        return mention_for(discourse, span, token, Level.PRONOUN, entity, why, unnamed), entity
    if not (word in IT and _refers(sentence, token)) and not (word in THEY and _plain_they(sentence, token)):
        return None
    bodies = [s for s in recent(discourse, 1) if s.entity.category in (Category.ORGANISATION, Category.GROUP)]
    fitting = _without_own_subject(sentence, token, _outside(discourse, sentence, token, bodies))
    entity, why = _best(fitting, discourse.now)
    if entity is None or not _sure_subject(fitting, entity):
        return None
    return mention_for(discourse, span, token, Level.PRONOUN, entity, why), entity


def _outside(discourse: Discourse, sentence: Sentence, token: Token, fitting: Sequence[Seen]) -> list[Seen]:
    """Whom of those who fit a pronoun means: in the outlet's own words not whom only somebody's quoted words named,
    where anybody else may be meant: ``"Ada Moss lied," he said. She denied it.``"""
    if in_speech(discourse.quotations, token.start, token.end):
        return list(fitting)
    told = [s for s in fitting if not s.quoted]
    unnamed = any(at > discourse.now - PRONOUN_REACH for at in discourse.unnamed)
    if told or unnamed:
        return told
    verb = sentence.tokens[token.head]
    own = token.dep in SUBJECTS and speaks(sentence, verb)  # nobody is named by herself in what she is quoted with
    return [s for s in fitting if not own or s.sentence < discourse.now]


def _is_ahead(sentence: Sentence, token: Token) -> bool:
    """Whether the pronoun means somebody who comes after it: ``For her part, the minister …``."""
    around = [t.text.lower() for t in sentence.tokens[max(0, token.index - 1) : token.index + 2]]
    return token.index < 3 and around[:1] == ["for"] and around[2:] == ["part"]


def _without_own_subject(sentence: Sentence, token: Token, fitting: Sequence[Seen]) -> list[Seen]:
    """``Moss told him``: an object is not the subject of its own verb, unless it says ``himself``."""
    if token.dep not in ("dobj", "iobj", "pobj", "dative") or token.text.lower().endswith(("self", "selves")):
        return list(fitting)
    verb = sentence.tokens[token.head]
    if verb.pos == "ADP":
        verb = sentence.tokens[verb.head]
    own = {c.start for c in sentence.children(verb) if c.dep in SUBJECTS}
    barred = {id(s.entity) for s in fitting if s.start in own}
    return [s for s in fitting if id(s.entity) not in barred]


def _refers(sentence: Sentence, token: Token) -> bool:
    """Whether ``it`` may be a thing here, and no dummy (``it rained``, ``it is clear that``)."""
    verb = sentence.tokens[token.head]
    if token.dep == "expl" or verb.lemma in DUMMY_VERBS or (token.dep == "dobj" and verb.lemma in SPEECH):
        return False  # "denied it": what was said
    clausal = any(c.dep in ("ccomp", "acomp", "advcl", "csubj", "xcomp") for c in sentence.children(verb))
    return token.dep in ("poss", "dobj", "pobj") or verb.lemma in SPEECH or not (verb.lemma == "be" or clausal)


def _plain_they(sentence: Sentence, token: Token) -> bool:
    """Whether no plural noun before ``they`` in its sentence could be meant instead of a body."""
    return not any(t.tag in ("NNS", "NNPS") for t in sentence.tokens[: token.index])


def _sure_subject(fitting: Sequence[Seen], entity: Entity) -> bool:
    """Bodies are many: a pronoun goes to one only as the subject, or the only one, of this sentence and the last."""
    return len({id(s.entity) for s in fitting}) == 1 or any(s.entity is entity and s.subject for s in fitting)


def _best(fitting: Sequence[Seen], now: int) -> tuple[Entity | None, str]:
    """The entity that fits best and why; None where two fit equally."""
    for back in range(PRONOUN_REACH + 1):
        level = [s for s in fitting if now - s.sentence == back]
        if not level:
            continue
        for group, why in (
            ([s for s in level if s.speaker], "the one who speaks"),
            ([s for s in level if s.subject], "the subject"),
            (level, "the only one named"),
        ):
            entities = list(dict.fromkeys(id(s.entity) for s in group))
            if len(entities) == 1:
                where = ("in this sentence", "in the sentence before")[back] if back < 2 else f"{back} sentences before"
                return group[-1].entity, f"a pronoun for {group[-1].entity.name}: {why} {where}"
            if len(entities) > 1 and why != "the only one named":
                # the last subject before the pronoun carries on
                return group[-1].entity, f"a pronoun for {group[-1].entity.name}: the last subject before it"
        return None, ""
    return None, ""
