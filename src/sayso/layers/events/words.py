"""The words that name events: which token of a sentence names one, and what kind of event it is."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Mention
from sayso.vocab import Category, EventType

#: Nouns of places: to capture one is to seize it.
PLACE_NOUNS = frozenset(
    [
        "town",
        "city",
        "village",
        "area",
        "district",
        "province",
        "base",
        "airport",
        "port",
        "bridge",
        "region",
        "territory",
        "building",
        "headquarters",
        "hill",
        "neighbourhood",
        "neighborhood",
        "suburb",
        "crossing",
        "airbase",
        "checkpoint",
        "stronghold",
        "position",
        "land",
        "island",
        "field",
        "post",
        "capital",
        "castle",
        "outpost",
        "refinery",
        "road",
    ]
)
#: What takes place on a day: the day that the paragraph spoke of holds for it.
HAPPENING = frozenset(
    [
        "kill",
        "wound",
        "airstrike",
        "bombing",
        "shelling",
        "shooting",
        "clash",
        "attack",
        "arrest",
        "capture",
        "seize",
        "abduct",
        "protest",
        "meet",
        "sign",
    ]
)
#: What needs somebody that it is done to; of these, what is done to people only.
HARM = frozenset(["kill", "wound", "arrest", "abduct", "capture", "sentence", "charge"])
TO_PEOPLE = frozenset(["kill", "wound", "arrest", "abduct"])


#: What is confiscated, not arrested.
THINGS = frozenset(
    "weapon arm cache rifle gun pistol firearm ammunition munition explosive grenade rocket mortar missile bomb device"
    " material equipment component vehicle truck car tank boat ship vessel aircraft drug narcotic opium heroin cocaine"
    " cannabis money cash currency document computer phone radio passport goods property asset oil cargo shipment"
    " uniform magazine round fuse supply it".split()
)
#: What is carried out when it is executed, beside the deeds of the lexicon.
DEEDS = frozenset(
    "plan order operation mission duty technique trade strategy project task command search policy warrant contract"
    " manoeuvre maneuver program programme budget".split()
)
#: How a word that an entry needs may hang from a verb.
NEEDED = ("prt", "prep", "dobj", "advmod", "agent", "oprd", "acomp")


class EventEntry(NamedTuple):
    """One line of the lexicon."""

    type: EventType
    mode: str
    needs: str


@functools.cache
def lexicon() -> dict[tuple[str, str], tuple[EventEntry, ...]]:
    """The event words by lemma and part of speech (``verb`` or ``noun``); entries that need a word come first."""
    out: dict[tuple[str, str], list[EventEntry]] = {}
    for row in assets.rows("events.tsv"):
        out.setdefault((row["word"], row["pos"]), []).append(
            EventEntry(EventType(row["type"]), row["mode"], row["with"])
        )
    return {key: tuple(sorted(entries, key=lambda e: e.needs == "")) for key, entries in out.items()}


def named(sentence: Sentence) -> Iterator[tuple[Token, EventEntry]]:
    """The tokens of a sentence that name an event, each with its line of the lexicon."""
    words = lexicon()
    for token in sentence.tokens:
        if token.pos == "VERB":
            entries = words.get((token.lemma.lower(), "verb"), ())
        elif token.pos == "NOUN":
            if token.dep == "compound":  # "attack helicopters", "peace talks venue": the head is what is spoken of
                continue
            entries = words.get((token.lemma.lower(), "noun"), ())
        else:
            continue
        entry = next((e for e in entries if _has(sentence, token, e.needs)), None)
        if entry is not None and not (token.dep == "amod" and token.tag in ("VBN", "VBG")):
            yield token, entry


def _has(sentence: Sentence, token: Token, needs: str) -> bool:
    """Whether what an entry needs stands with the token: a particle, preposition, object or outcome after a verb
    (``dead``), a preposition with its noun (``into custody``; ``in VIOLENCE`` for any noun of violence), a modifier
    before a noun, or above a noun one of several verbs (``of lead|result``)."""
    if not needs:
        return True
    if needs.startswith("of "):
        above = list(sentence.ancestors(token))[:2]
        return any(t.lemma in needs[3:].split("|") for t in above)
    if token.pos == "NOUN":
        return token.index > 0 and sentence.tokens[token.index - 1].text.lower() == needs
    preposition, _, noun = needs.partition(" ")
    wanted = preposition.split("|")
    below = [t for t in sentence.children(token) if t.dep in NEEDED and _holds(sentence, t, wanted)]
    if not noun:
        return bool(below)
    objects = [o for t in below for o in sentence.children(t) if o.dep == "pobj"]
    return any(_violent(o) if noun == "VIOLENCE" else o.lemma == noun for o in objects)


def _holds(sentence: Sentence, token: Token, wanted: Sequence[str]) -> bool:
    """Whether a token is one of the words, or an amount of one: ``30 tons of grain``."""
    if token.lemma in wanted:
        return True
    measured = (o for t in sentence.children(token) if t.text == "of" for o in sentence.children(t))
    return token.dep == "dobj" and any(o.lemma in wanted for o in measured)


def _violent(noun: Token) -> bool:
    entries = lexicon().get((noun.lemma.lower(), "noun"), ())
    return any(e.type is EventType.ASSAULT and not e.needs for e in entries)


def who_suffers(heads: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """Those of the heads that can be killed, wounded or arrested: no place, no deed, and no thing beside people. A
    parse may run a dateline, a place after a comma or the next clause into a list of people."""
    people = tuple(
        t
        for t in heads
        if t.lemma.lower() not in PLACE_NOUNS | DEEDS
        and (t.lemma.lower(), "noun") not in lexicon()
        and not any(m.category is Category.LOCATION for m in mentions if m.head.start <= t.start < m.head.end)
    )
    return tuple(t for t in people if t.lemma.lower() not in THINGS) or people


def sense(
    token: Token, named: EventEntry, heads: Sequence[Token], mentions: Sequence[Mention]
) -> tuple[EventType, str] | None:
    """Type and mode: to capture a town or a weapon is to seize it, to capture a man to arrest him. None where the word
    means something else: to execute a plan is not to kill."""
    things = bool(heads) and all(t.lemma.lower() in THINGS for t in heads)
    if token.lemma in ("execute", "execution"):
        deeds = any(t.lemma.lower() in DEEDS or (t.lemma.lower(), "noun") in lexicon() for t in heads)
        return None if deeds or things or (token.pos == "VERB" and not heads) else (named.type, named.mode)
    if named.mode == "arrest" and things:
        return EventType.COERCE, "confiscate"
    if named.mode not in ("capture", "seize"):
        return named.type, named.mode
    held = [next((m.category for m in mentions if m.head.start <= t.start < m.head.end), None) for t in heads]
    people = {Category.PERSON, Category.GROUP, Category.ROLE} & set(held)
    if any(t.lemma.lower() in PLACE_NOUNS for t in heads) or (held and not people and held[-1] == Category.LOCATION):
        return EventType.ASSAULT, "seize"
    if things:
        return EventType.COERCE, "confiscate"
    if named.mode == "capture" or people:
        return EventType.COERCE, "arrest"
    return named.type, named.mode
