"""Nouns that stand for an entity of the text: ``the ministry``, ``the outlet``, ``the mayor, Ada Moss``."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.names import gazetteer
from sayso.layers.names.appositions import STANDS_FOR, before_name, described, holder
from sayso.layers.names.bands import band_of
from sayso.layers.names.discourse import Discourse, mention_for, recent
from sayso.layers.names.epithets import aged, in_force, in_office, is_epithet, only_person
from sayso.layers.names.namebook import Role, roles
from sayso.layers.names.naming import Entity
from sayso.layers.names.stretches import COMPANY_ENDS, Candidate
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Mention
from sayso.vocab import Category, Level, Zone

#: Kinds of role words for people.
PEOPLE = ("title", "rank", "person")

DEFINITE = frozenset({"the", "this", "that", "its", "their"})

CROWDS = frozenset({"forces", "troops", "marines", "peacekeepers", "warplanes", "authorities"})

#: Adjectives by which an office is told from that of somebody named before.
OTHER_HOLDERS = frozenset(("current", "present", "incumbent", "next", "previous", "other", "another"))


#: How many sentences back a noun phrase may look.
NOUN_REACH, PLACE_REACH = 12, 5

#: What kinds of place the gazetteer must know a name as, for a noun to stand for it.
PLACE_KINDS = {
    "city": ("city",), "town": ("city",), "village": ("city",), "capital": ("city",), "country": ("country",),
    "nation": ("country",), "kingdom": ("country",), "province": ("region", "county"), "governorate": ("region",),
    "state": ("region", "country"), "region": ("region", "area"), "island": ("area", "region", "country"),
    "district": ("county", "city"), "county": ("county",), "republic": ("country",),
}  # fmt: skip


def find_noun(
    discourse: Discourse, sentence: Sentence, token: Token, here: Sequence[tuple[Candidate, Entity]]
) -> tuple[Mention, Entity | None] | None:
    """A definite noun phrase that stands for an entity, or a person by office only."""
    if token.dep in ("compound", "amod", "nmod") and sentence.tokens[token.head].index > token.index:
        return None
    found = _role_of(sentence, token)
    if found is None:
        return _by_age(discourse, sentence, token)
    words, role_kinds = found
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if after and after[0].text == "-" and after[0].start == token.end:
        return None
    first = _phrase_start(sentence, token)
    span = (first.start, token.end)
    if (band := band_of(discourse, sentence, token)) is not None:
        return mention_for(discourse, span, token, Level.NOMINAL, *band), band[0]
    noun = _Noun(token, words, role_kinds, first, span, [e for c, e in here if _within(c, first.start, token.end)])
    if noun.office is not None and noun.office.kind != "person":
        span = (first.start, _phrase_end(sentence, token))
        noun = noun._replace(span=(span[0], before_name(span, here)))
    meant = _beside(discourse, sentence, noun, here)
    if meant is None and first.text.lower() in DEFINITE and not noun.is_other(sentence):
        meant = _before(discourse, noun, here) or _by_epithet(discourse, sentence, noun)
    if meant is not None:
        return mention_for(discourse, noun.span, token, Level.NOMINAL, *meant), meant[0]
    return _by_office(discourse, noun)


class _Noun(NamedTuple):
    """A noun for somebody or something: what it may say, its phrase, and the entities that are named inside of it."""

    token: Token
    words: str
    roles: Sequence[Role]
    first: Token
    span: tuple[int, int]
    inside: Sequence[Entity]

    @property
    def office(self) -> Role | None:
        """What it says of a person, if it does."""
        return next((role for role in self.roles if role.kind in PEOPLE), None)

    def is_other(self, sentence: Sentence) -> bool:
        """Whether an adjective tells it from whoever was named before: ``the next mayor``."""
        before = (t for t in sentence.tokens if self.first.start <= t.start < self.token.start)
        return any(t.text.lower() in OTHER_HOLDERS for t in before)


def _within(candidate: Candidate, start: int, end: int) -> bool:
    return start <= candidate.start and candidate.end <= end


def _beside(
    discourse: Discourse, sentence: Sentence, noun: _Noun, here: Sequence[tuple[Candidate, Entity]]
) -> tuple[Entity, str] | None:
    """Whom the name beside a noun tells: ``the mayor, Ada Moss``."""
    if noun.office is not None and noun.office.kind != "person":
        held_by = holder(discourse.document.text, sentence, noun.span, here, noun.token)
        if held_by is not None:
            held_by.titles.add(noun.words)
            return held_by, f"{noun.words!r} beside the name {held_by.name}"
    named = described(sentence, noun.token, noun.roles, here)
    if named is None or named in noun.inside:
        return None
    return named, f"{noun.words!r} beside the name {named.name}"


def _before(discourse: Discourse, noun: _Noun, here: Sequence[tuple[Candidate, Entity]]) -> tuple[Entity, str] | None:
    """Which of those named before a definite noun stands for."""
    nations = [e.entry.country for c, e in here if e.entry and _within(c, *noun.span)]
    for role in noun.roles:
        if role.kind not in STANDS_FOR:
            continue
        if role.kind not in PEOPLE and any(e.category is not Category.NATIONALITY for e in noun.inside):
            continue  # "the Velm city council" has a name of its own
        entity, why = _antecedent(discourse, noun.words, role, noun.inside, nations)
        if entity is None and role.kind == "title" and not noun.inside:
            entity = in_force(discourse, noun.words)
        if entity is not None:
            return entity, why or f"{noun.words!r} for {entity.name}, who alone of those named before held the office"
    return None


def _by_epithet(discourse: Discourse, sentence: Sentence, noun: _Noun) -> tuple[Entity, str] | None:
    """The only person of the lines before, whom a definite noun calls something: ``the widow``."""
    called = next((role for role in noun.roles if is_epithet(role)), None)
    if called is None or noun.token.tag != "NN":
        return None
    entity = only_person(discourse, sentence, noun.token, called.gender)
    if entity is None or entity in noun.inside:
        return None
    return entity, f"{noun.words!r} for {entity.name}, the only one whom the lines before name"


def _by_office(discourse: Discourse, noun: _Noun) -> tuple[Mention, None] | None:
    """A person whom a text knows by office only: ``a police spokesman``."""
    first, token = noun.first, noun.token
    single = first.pos in ("DET", "NUM") or first.dep in ("det", "poss", "nummod") or first.tag == "PRP$"
    if noun.office is None or not single or (token.tag == "NNS" and first.text.lower() not in DEFINITE):
        return None
    name = re.sub(r"\s+", " ", discourse.document.text[slice(*noun.span)])
    detail = f"a person by office only ({noun.words})"
    discourse.unnamed.append(discourse.now)
    return mention_for(discourse, noun.span, token, Level.NOMINAL, None, detail, (Category.ROLE, name)), None


def _by_age(discourse: Discourse, sentence: Sentence, token: Token) -> tuple[Mention, Entity | None] | None:
    """``The 52-year-old`` for the only person of the lines before."""
    span = aged(discourse.document.text, sentence, token)
    entity = only_person(discourse, sentence, token) if span is not None else None
    if span is None or entity is None:
        return None
    why = f"an age for {entity.name}, the only one whom the lines before name"
    return mention_for(discourse, span, token, Level.NOMINAL, entity, why), entity


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
    discourse: Discourse,
    words: str,
    role: Role,
    inside: Sequence[Entity],
    countries: Sequence[str],
) -> tuple[Entity | None, str]:
    """The nearest entity before the noun that is of its kind."""
    nations = {e.name for e in inside if e.category is Category.NATIONALITY}
    fitting: list[Entity] = []
    for seen in reversed(recent(discourse, NOUN_REACH if role.kind != "place" else PLACE_REACH)):
        entity = seen.entity
        if (
            entity.category not in STANDS_FOR[role.kind]
            or entity in inside
            or not (_of_kind(entity, words, role) or _holds(entity, words, countries))
        ):
            continue
        if (
            nations
            and role.kind not in PEOPLE
            and words not in _firms()
            and not any(_national(entity, n) for n in nations)
        ):
            continue
        fitting.append(entity)
    if fitting and role.kind != "place":
        entity = next((e for e in fitting if words not in _firms() or _is_firm(e)), fitting[0])
        return entity, f"{words!r} for {entity.name}, the nearest before it of that kind"
    if fitting:  # a story is about one place more than about others
        place = max(fitting, key=lambda e: len(e.members))
        return place, f"{words!r} for {place.name}, the place of that kind that the text names most"
    return None, ""


def _of_kind(entity: Entity, words: str, role: Role) -> bool:
    if role.kind == "place":
        kinds = PLACE_KINDS.get(words.split()[-1])
        return bool(kinds) and not _place_kinds(entity.name).isdisjoint(kinds or ())
    if role.kind in PEOPLE:
        return in_office(entity, words)
    if role.kind == "outlet":
        return (
            _called(entity, words.split()[-1])
            or (entity.entry is not None and entity.entry.source == "outlets")
            or _ends_in(entity, "outlet", "outlet")
        )
    if role.kind == "group":
        called = entity.category is Category.ORGANISATION and _called(entity, words.split()[-1])
        return entity.category is Category.GROUP or called or _ends_in(entity, "group", role.family)
    if entity.entry is not None and entity.entry.source == "outlets":
        return words in ("agency", "network", "organization", "organisation")
    last = words.split()[-1]
    if _called(entity, last) or (last in _firms() and _is_plain_name(entity)):
        return True
    same = last not in CROWDS and any(set(words.split()) <= set(form.split()) for form in entity.forms())
    same = same or (" " in words and any(form.endswith(f" {words}") for form in entity.forms()))
    return same or (entity.entry is not None and entity.entry.kind == role.family) or _generic(entity, last)


def _called(entity: Entity, noun: str) -> bool:
    """Whether the text puts the noun beside the name where it first has it: "the charity X", "X, a charity in Velm"."""
    first = next((m for m in entity.members if m.sentence.zone is Zone.BODY), None)
    if first is None:
        return False
    tokens = first.sentence.tokens
    for t in tokens:
        if t.text == noun:
            if t.end <= first.start <= t.end + 2 or first.core_end <= t.start <= first.core_end + 1:
                return True
            if t.dep == "appos" and first.core_start <= tokens[t.head].start < first.core_end:
                return True
            if any(
                a.dep == "appos" and a.head == t.index and first.core_start <= a.start < first.core_end for a in tokens
            ):
                return True
    return False


def _firms() -> frozenset[str]:
    """Nouns for firms."""
    return assets.words("bodywords.tsv", "firm")


def _is_firm(entity: Entity) -> bool:
    """Whether a body's name, or what the text calls it, says that it is a firm."""
    last = entity.name.lower().split()[-1:]
    endings = assets.words("bodywords.tsv", "ending") | COMPANY_ENDS
    return bool(last) and (last[0] in endings or any(_called(entity, noun) for noun in _firms()))


def _is_plain_name(entity: Entity) -> bool:
    """Whether nothing says that a body is other than a firm: no lexicon has it, and no noun in it tells its kind."""
    bodies = ("body", "outlet", "group")
    return (
        entity.category is Category.ORGANISATION
        and entity.entry is None
        and not any(r.kind in bodies for w in entity.name.lower().split() for r in roles().get(w, ()))
    )


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
        for form in entity.forms()
        for r in roles().get(form.split()[-1] if form.split() else "", ())
    )


def _national(entity: Entity, nation: str) -> bool:
    return any(nation.lower() in form for form in entity.forms())


@functools.lru_cache(maxsize=4096)
def _place_kinds(name: str) -> frozenset[str]:
    """What the best-known places of a name are."""
    return frozenset(p.kind for p in gazetteer.look_up(name)[:4])
