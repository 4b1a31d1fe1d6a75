"""What nouns and pronouns of a document stand for: ``the ministry``, ``the outlet``, ``she``.

A noun phrase with a definite article goes to the nearest entity before it that is of its kind. A pronoun goes to a
subject before another word, and to the sentence it stands in before the one ahead of it. Where two fit equally, it stays open.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.layers import gazetteer
from sayso.layers.candidates import Candidate
from sayso.layers.namebook import Role, roles
from sayso.layers.naming import Entity
from sayso.layers.parse import Parse, Sentence, Token
from sayso.types import Document, Mention, Span
from sayso.vocab import Category, Level, Zone

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves"})
DEFINITE = frozenset({"the", "this", "that", "its", "their"})
CROWDS = frozenset({"forces", "troops", "marines", "peacekeepers", "warplanes", "authorities"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SPEECH = frozenset("say tell add report claim note announce warn state write publish confirm deny argue explain insist stress declare describe cite quote accuse suggest call urge".split())  # fmt: skip
#: How many sentences back a pronoun, and a noun phrase, may look.
PRONOUN_REACH, NOUN_REACH = 3, 12
#: Kinds of role words, and the categories of names that they may stand for.
STANDS_FOR = {
    "body": (Category.ORGANISATION, Category.GROUP),
    "outlet": (Category.ORGANISATION,),
    "group": (Category.GROUP, Category.ORGANISATION),
    "place": (Category.LOCATION,),
    "title": (Category.PERSON,),
    "person": (Category.PERSON,),
}
#: What kinds of place the gazetteer must know a name as, for a noun to stand for it.
PLACE_KINDS = {
    "city": ("city",), "town": ("city",), "village": ("city",), "capital": ("city",), "country": ("country",),
    "nation": ("country",), "kingdom": ("country",), "province": ("region", "county"), "governorate": ("region",),
    "state": ("region", "country"), "region": ("region", "area"), "island": ("area", "region", "country"),
    "district": ("county", "city"), "county": ("county",), "republic": ("country",),
}  # fmt: skip


@dataclass(slots=True)
class _Seen:
    """An entity as it was last named: in which sentence, whether as subject, whether as speaker."""

    entity: Entity
    sentence: int
    start: int
    subject: bool
    speaker: bool


@dataclass(slots=True)
class _Discourse:
    """The text so far: every naming of an entity in order, pronouns that were resolved included."""

    document: Document
    ids: Mapping[int, str]
    seen: list[_Seen] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)  # sentence index: its place among those that count


def resolve_back(document: Document, parse: Parse, entities: Sequence[Entity], ids: Mapping[int, str]) -> list[Mention]:
    """Mentions by noun and by pronoun, in text order; those that stand for nobody known have no ``entity_id``."""
    named: dict[int, list[tuple[Candidate, Entity]]] = {}
    for entity in entities:
        for member in entity.members:
            named.setdefault(member.sentence.index, []).append((member, entity))
    discourse = _Discourse(document, ids)
    body = [s for s in parse.sentences if s.zone is Zone.BODY]
    discourse.order = {s.index: n for n, s in enumerate(body)}
    out: list[Mention] = []
    for sentence in parse.sentences:
        if sentence.zone is not Zone.BODY:
            discourse.order[sentence.index] = max(
                (n for i, n in discourse.order.items() if i < sentence.index), default=0
            )
        here = sorted(named.get(sentence.index, ()), key=lambda item: item[0].start)
        out += _of_sentence(discourse, sentence, here)
    return out


def _of_sentence(discourse: _Discourse, sentence: Sentence, here: Sequence[tuple[Candidate, Entity]]) -> list[Mention]:
    out: list[Mention] = []
    begun = 0
    counts = sentence.zone is Zone.BODY  # captions and headlines name, but the story does not go on from them
    for token in sentence.tokens:
        while begun < len(here) and here[begun][0].start <= token.start:
            member, entity = here[begun]
            if entity.category is not Category.NATIONALITY:
                _note(discourse, sentence, _head(sentence, member.core_start, member.core_end), entity)
            begun += 1
        if any(c.start <= token.start < c.end for c, e in here if e.category is not Category.NATIONALITY):
            continue
        found = _pronoun(discourse, sentence, token) if token.pos in ("PRON", "DET") else None
        if found is None and token.pos in ("NOUN", "PROPN", "ADJ"):
            found = _noun(discourse, sentence, token, here)
        if found is not None:
            out.append(found[0])
            if found[1] is not None and counts:
                _note(discourse, sentence, token, found[1])
    return out


def _head(sentence: Sentence, start: int, end: int) -> Token | None:
    inside = sentence.between(start, end)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), inside[-1] if inside else None)


def _note(discourse: _Discourse, sentence: Sentence, token: Token | None, entity: Entity) -> None:
    subject = token is not None and token.dep in SUBJECTS
    verb = sentence.tokens[token.head] if token is not None else None
    speaker = subject and verb is not None and verb.lemma in SPEECH
    place = token.start if token is not None else sentence.start
    discourse.seen.append(_Seen(entity, discourse.order[sentence.index], place, subject, speaker))


def _mention(
    discourse: _Discourse, span: tuple[int, int], token: Token, category: Category, level: Level, name: str,
    entity: Entity | None, detail: str,
) -> Mention:  # fmt: skip
    document = discourse.document.id
    return Mention(
        span=Span(document, *span), head=Span(document, token.start, token.end), category=category, level=level,
        name=name, entity_id=discourse.ids[id(entity)] if entity else None, detail=detail,
    )  # fmt: skip


def _pronoun(discourse: _Discourse, sentence: Sentence, token: Token) -> tuple[Mention, Entity | None] | None:
    word = token.text.lower()
    now = discourse.order[sentence.index]
    if word in HE:
        fitting = [
            s for s in discourse.seen if s.entity.category is Category.PERSON and s.entity.gender in ("", HE[word])
        ]
    elif word in IT or word in THEY:
        fitting = [s for s in discourse.seen if s.entity.category in (Category.ORGANISATION, Category.GROUP)]
        if (word in IT and not _refers(sentence, token)) or (word in THEY and not _plain_they(sentence, token)):
            return None
    else:
        return None
    reach = PRONOUN_REACH if word in HE else 1
    fitting = [s for s in fitting if now - s.sentence <= reach]
    entity, why = _best(fitting, now, word in HE)
    if entity is None:
        if word not in HE:
            return None
        detail = "a pronoun; " + ("two people fit it equally" if fitting else "nobody before it fits")
        span = (token.start, token.end)
        return _mention(discourse, span, token, Category.PERSON, Level.PRONOUN, token.text, None, detail), None
    if word not in HE and not _sure_subject(fitting, entity, now):
        return None
    if word in HE and not entity.gender:
        entity.gender = HE[word]
    span = (token.start, token.end)
    made = _mention(discourse, span, token, entity.category, Level.PRONOUN, entity.name, entity, why)
    return made, entity


def _refers(sentence: Sentence, token: Token) -> bool:
    """Whether ``it`` may be a thing here, and no dummy (``it rained``, ``it is clear that``)."""
    if token.dep == "expl":
        return False
    verb = sentence.tokens[token.head]
    clausal = any(c.dep in ("ccomp", "acomp", "advcl", "csubj", "xcomp") for c in sentence.children(verb))
    return token.dep in ("poss", "dobj", "pobj") or verb.lemma in SPEECH or not (verb.lemma == "be" or clausal)


def _plain_they(sentence: Sentence, token: Token) -> bool:
    """Whether no plural noun before ``they`` in its sentence could be meant instead of a body."""
    return not any(t.tag in ("NNS", "NNPS") for t in sentence.tokens[: token.index])


def _sure_subject(fitting: Sequence[_Seen], entity: Entity, now: int) -> bool:
    """Bodies are many: a pronoun goes to one only as the subject, or the only one, of this sentence and the last."""
    near = [s for s in fitting if now - s.sentence <= 1]
    return len({id(s.entity) for s in near}) == 1 or any(s.entity is entity and s.subject for s in near)


def _best(fitting: Sequence[_Seen], now: int, person: bool) -> tuple[Entity | None, str]:
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
                where = "in this sentence" if back == 0 else "in the sentence before" if back == 1 else f"{back} sentences before"  # fmt: skip
                return group[-1].entity, f"a pronoun for {group[-1].entity.name}: {why} {where}"
            if len(entities) > 1 and why != "the only one named":
                # the last subject before the pronoun carries on
                return group[-1].entity, f"a pronoun for {group[-1].entity.name}: the last subject before it"
        return None, ""
    return None, ""


def _noun(
    discourse: _Discourse, sentence: Sentence, token: Token, here: Sequence[tuple[Candidate, Entity]]
) -> tuple[Mention, Entity | None] | None:
    """A definite noun phrase that stands for an entity, or a person by office only."""
    if token.dep in ("compound", "amod", "nmod") and sentence.tokens[token.head].index > token.index:
        return None
    found = _role_of(sentence, token)
    if found is None:
        return None
    words, role_kinds = found
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if after and after[0].text == "-" and after[0].start == token.end:
        return None
    first = _phrase_start(sentence, token)
    span = (first.start, token.end)
    inside = [e for c, e in here if c.start >= first.start and c.end <= token.end]
    office = next((r for r in role_kinds if r.kind in ("title", "rank", "person")), None)
    if office is not None and office.kind != "person":
        span = (first.start, _phrase_end(sentence, token))
        beside = _apposed(discourse, sentence, span, here)
        if beside is not None:
            why = f"{words!r} beside the name {beside.name}"
            return _mention(discourse, span, token, beside.category, Level.NOMINAL, beside.name, beside, why), beside
    definite = first.text.lower() in DEFINITE
    nations = [e.entry.country for c, e in here if span[0] <= c.start and c.end <= span[1] and e.entry]
    for role in role_kinds:
        if role.kind not in STANDS_FOR or not definite:
            continue
        if role.kind not in ("title", "person") and any(e.category is not Category.NATIONALITY for e in inside):
            continue  # "the Velm city council" has a name of its own
        entity, why = _antecedent(discourse, sentence, words, role, inside, nations)
        if entity is not None:
            made = _mention(discourse, span, token, entity.category, Level.NOMINAL, entity.name, entity, why)
            return made, entity
    single = first.pos in ("DET", "NUM") or first.dep in ("det", "poss", "nummod") or first.tag == "PRP$"
    if office is None or not single or (token.tag == "NNS" and not definite):
        return None
    name = re.sub(r"\s+", " ", discourse.document.text[span[0] : span[1]])
    detail = f"a person by office only ({words})"
    return _mention(discourse, span, token, Category.ROLE, Level.NOMINAL, name, None, detail), None


def _phrase_end(sentence: Sentence, token: Token) -> int:
    """The end of an office with what it is over: ``minister for the North``, ``commander of the Harbour Fleet``."""
    tokens = sentence.tokens
    end = token.end
    at = token.index + 1
    while at < len(tokens) and at - token.index < 10 and tokens[at].text.lower() in ("of", "for", "to"):
        step = at + 1
        if step < len(tokens) and tokens[step].text.lower() in ("a", "an", "any", "another"):
            break
        while step < len(tokens) and (tokens[step].pos in ("DET", "ADJ", "NOUN", "PROPN") or tokens[step].text == "-"):
            step += 1
        if step == at + 1:
            break
        end, at = tokens[step - 1].end, step
    return end


def _apposed(
    discourse: _Discourse, sentence: Sentence, span: tuple[int, int], here: Sequence[tuple[Candidate, Entity]]
) -> Entity | None:
    """The person named right beside an office: ``the mayor, Ada Moss, said``; ``Ada Moss, mayor of Velm, said``."""
    text = discourse.document.text
    people = [(c, e) for c, e in here if e.category is Category.PERSON]
    for c, e in people:
        if re.fullmatch(r"\s*,?\s*", text[span[1] : c.start]):
            return e
    for c, e in people:
        closed = re.match(r"\s*(?:[,.;)\n]|$|(?:said|says|told|added|who)\b|[-–—]\s)", text[span[1] : span[1] + 12])
        if re.fullmatch(r"\s*,\s*", text[c.end : span[0]]) and closed:
            return e
    return None


def _role_of(sentence: Sentence, token: Token) -> tuple[str, tuple[Role, ...]] | None:
    """The longest role word that ends at the token, and what it may be."""
    for length in (4, 3, 2, 1):
        if token.index + 1 < length:
            continue
        part = sentence.tokens[token.index + 1 - length : token.index + 1]
        found = roles().get(" ".join(t.text for t in part).lower().replace(" - ", "-"))
        if found:
            return " ".join(t.text for t in part).lower(), found
    return None


def _phrase_start(sentence: Sentence, token: Token) -> Token:
    """The first word of the noun phrase: the leftmost that hangs on the noun without a gap."""
    first = token
    for t in reversed(sentence.tokens[: token.index]):
        above = t
        for _ in range(6):
            if above.head == token.index or above.head == above.index:
                break
            above = sentence.tokens[above.head]
        if above.head != token.index or (t.pos in ("VERB", "ADP", "PUNCT") and t.text not in ("-",)):
            break
        first = t
    return first


def _antecedent(
    discourse: _Discourse,
    sentence: Sentence,
    words: str,
    role: Role,
    inside: Sequence[Entity],
    countries: Sequence[str],
) -> tuple[Entity | None, str]:
    """The nearest entity before the noun that is of its kind."""
    now = discourse.order[sentence.index]
    nations = {e.name for e in inside if e.category is Category.NATIONALITY}
    for seen in reversed(discourse.seen):
        if now - seen.sentence > NOUN_REACH:
            break
        entity = seen.entity
        if (
            entity.category not in STANDS_FOR[role.kind]
            or entity in inside
            or not (_of_kind(entity, words, role) or _holds(entity, words, countries))
        ):
            continue
        if nations and role.kind not in ("title", "person") and not any(_national(entity, n) for n in nations):
            continue
        return entity, f"{words!r} for {entity.name}, the nearest before it of that kind"
    return None, ""


def _of_kind(entity: Entity, words: str, role: Role) -> bool:
    if role.kind == "place":
        kinds = PLACE_KINDS.get(words.split()[-1])
        return bool(kinds) and _place_kind(entity.name) in (kinds or ())
    if role.kind in ("title", "person"):
        said = {t for title in entity.titles for t in title.split()}
        wanted = set(words.split())
        return wanted <= said or (
            bool(wanted & said) and wanted.isdisjoint({"deputy", "vice", "former"}) and len(wanted) == 1
        )
    if role.kind == "outlet":
        return (entity.entry is not None and entity.entry.source == "outlets") or _ends_in(entity, "outlet", "outlet")
    if role.kind == "group":
        return entity.category is Category.GROUP or _ends_in(entity, "group", role.family)
    if entity.entry is not None and entity.entry.source == "outlets":
        return words in ("agency", "network", "company", "organization", "organisation")
    last = words.split()[-1]
    same = last not in CROWDS and any(
        set(words.split()) <= set(re.findall(r"\w+", m.text.lower())) for m in entity.members
    )
    return same or (entity.entry is not None and entity.entry.kind == role.family) or _generic(entity, last)


def _holds(entity: Entity, words: str, countries: Sequence[str]) -> bool:
    """Whether a person of public life is known to hold, or have held, the office in a country that the phrase names."""
    entry = entity.entry
    if entry is None or entry.source != "people" or entry.country not in countries:
        return False
    return any(re.match(rf"{re.escape(words)}(?: of [\w ]+)?(?: \d|$)", o) for o in entry.offices.split("|"))


def _generic(entity: Entity, noun: str) -> bool:
    """Nouns that any body of some sort may go by."""
    kind = entity.entry.kind if entity.entry and entity.entry.source == "bodies" else ""
    return (
        (noun in ("company", "firm", "corporation") and kind == "company")
        or (noun in ("organization", "organisation", "body", "agency") and kind in ("ngo", "igo", "agency", "monitor"))
        or (noun in ("group", "watchdog", "charity") and kind in ("ngo", "monitor"))
    )


def _ends_in(entity: Entity, kind: str, family: str) -> bool:
    return any(
        r.kind == kind and r.family == family
        for m in entity.members
        for text in (m.text, m.full_text())
        for r in roles().get(text.lower().split()[-1] if text.split() else "", ())
    )


def _national(entity: Entity, nation: str) -> bool:
    return any(nation.lower() in m.full_text().lower() for m in entity.members)


@functools.lru_cache(maxsize=4096)
def _place_kind(name: str) -> str:
    found = gazetteer.look_up(name)
    return found[0].kind if found else ""
