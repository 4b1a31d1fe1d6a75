"""Words made ready to be compared: endings taken off, words that say one thing in news made one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from sayso import assets
from sayso.relations.words.keywords import background
from sayso.relations.words.spellings import WORD, folded

#: Words that say nothing of what a claim claims; what denies it, and who says it, is held elsewhere.
EMPTY = frozenset(
    "a an the and or but nor for of to in on at by as if so than then there here this that these those with from "
    "without into onto over under after before about between among against during since until while when where which "
    "who whom whose what how why it its he him his she her hers they them their we us our you your i me my mine one "
    "ones is are was were be been being am has have had having do does did done doing will would shall should can "
    "could may might must not no none never any anybody anyone anything nobody nothing neither ever "
    "some all more most many much few several other another each every both either such only just very too also even "
    "still already yet again now out up down off back away least almost nearly around roughly approximately exceed "
    "said say says told tell tells according added stated reported "
    "made make makes making become became remain remained number figure total toll count "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week day month year".split()
)


#: "close" and "open" where they say nothing of doors.
NEARLY = re.compile(r"\b(?:close (?:to|by)|open(?:ed|ing|s)?(?= fire\b))")


class Sense(NamedTuple):
    """One line of the lexicon: its label and the label of what cannot be true beside it, blank where there is none."""

    label: str
    opposite: str


@functools.cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    """Stem → its senses, in the lexicon's order."""
    out: dict[str, tuple[Sense, ...]] = {}
    for row in assets.rows("synonyms.tsv"):
        sense = Sense(row["sense"], row["opposite"])
        for known in dict.fromkeys(map(stem, row["words"].split("|"))):
            out[known] = (*out.get(known, ()), sense)
    return out


@functools.cache
def _opposites() -> dict[str, str]:
    return {s.label: s.opposite for held in _senses().values() for s in held if s.opposite}


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the endings of English inflection; not a word of its own ("closing", "closed": "clos")."""
    for ending, instead, least in (("ies", "y", 5), ("ied", "y", 5), ("sses", "ss", 5), ("ing", "", 6), ("ed", "", 5)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith(("xes", "ches", "shes", "zes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@functools.lru_cache(maxsize=65536)
def senses_of(word: str) -> tuple[str, ...]:
    """The senses of a folded word, else its stem."""
    known = _senses().get(stem(word))
    return tuple(s.label for s in known) if known is not None else (stem(word),)


def akin(a: str, b: str) -> bool:
    """Whether two folded words say one thing for another."""
    return not set(senses_of(a)).isdisjoint(senses_of(b))


def senses(text: str) -> frozenset[str]:
    """The senses of what a text says: no empty words, no figures."""
    return frozenset(s for w in telling_words(text) for s in senses_of(w))


def telling_words(text: str) -> list[str]:
    """The folded words of a text that are not empty, and no figures, in their order."""
    words = WORD.findall(NEARLY.sub(" ", folded(text)))
    return [w for w in words if len(w) > 1 and w not in EMPTY and not w.isdigit()]


@functools.cache
def meant_by(listed: str) -> frozenset[str]:
    """The senses of the words of a list that a rule asks for, looked up once."""
    return senses(listed)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """What both say over what either says."""
    return len(a & b) / len(a | b) if a or b else 0.0


def rarest(said: Iterable[str], number: int) -> list[str]:
    """The senses that the fewest news texts have, first."""
    counts = background().counts
    return sorted(said, key=lambda w: (counts.get(w, 0), w))[:number]


def opposite_of(sense: str) -> str | None:
    """The sense that cannot be true beside one."""
    return _opposites().get(sense)


@functools.lru_cache(maxsize=16384)
def contrary(a: str | None, b: str | None) -> tuple[str, str] | None:
    """The senses by which two words cannot both be true of one thing; None where they can."""
    if not a or not b:
        return None
    return opposed(frozenset(senses_of(a)), frozenset(senses_of(b)))


def opposed(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """Two senses, one of each wording and not in the other one, that cannot both be true of one thing."""
    for sense in sorted(a - b):
        other = _opposites().get(sense)
        if other is not None and other in b - a:
            return sense, other
    return None
