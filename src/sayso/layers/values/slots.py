"""Which slot a clause fills, and how far it is said to be so: from the lexicons of predicates and of modality."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.clauses.colours import NOBODY
from sayso.layers.parsing.parse import Token
from sayso.vocab import Slot

FROM = frozenset({"from", "out"})
TO = frozenset({"to", "into", "toward", "towards", "onto"})
#: Nouns of a count that says whom it counts: "its count of dead soldiers".
TALLIES = frozenset({"number", "count", "tally", "toll", "figure", "total"})


class Frame(NamedTuple):
    """One line of the lexicon of predicates."""

    word: str
    pos: str
    slot: Slot
    sense: str
    subject: str
    object: str
    beside: frozenset[str]
    needs: str


@functools.cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by word and part of speech, in the order of the lexicons: harm first."""
    out: dict[tuple[str, str], list[Frame]] = {}
    told = [(Slot.TOLL, row["effect"], row) for row in assets.rows("harms.tsv")]
    told += [(Slot(row["slot"]), row["sense"], row) for row in assets.rows("slots.tsv")]
    for slot, sense, row in told:
        for word in row["words"].split("|"):
            frame = Frame(word, row["pos"], slot, sense, row["subject"], row["object"], _beside(row), row["needs"])
            out.setdefault((frame.word, frame.pos), []).append(frame)
    return {key: tuple(found) for key, found in out.items()}


def _beside(row: dict[str, str]) -> frozenset[str]:
    """The words one of which must stand beside; ``@kind`` means all nouns of a kind."""
    words = [word for word in row["with"].split("|") if word]
    of_kinds = [noun for word in words if word.startswith("@") for noun in nouns(word[1:])]
    return frozenset([word for word in words if not word.startswith("@")] + of_kinds)


def nouns(*kinds: str) -> frozenset[str]:
    """The nouns of some kinds: armed, people, place, part, amount, locator."""
    return assets.words("nouns.tsv", *kinds)


def verbs(*kinds: str) -> frozenset[str]:
    """The verbs of some kinds: lasting, going, vague, taking, changing."""
    return assets.words("verbs.tsv", *kinds)


def harmful(token: Token) -> bool:
    """Whether a word calls for a toll by itself: "wounded", "injuries"."""
    forms = [(token.lemma.lower(), "noun"), (token.text.lower(), "adj")]
    if token.pos != "NOUN":  # "a student nurse" nurses nothing
        forms.append((token.lemma.lower(), "verb"))
    return any(f.slot is Slot.TOLL for form in forms for f in frames().get(form, ()))


def headline_verb(tokens: Sequence[Token], names: Collection[int]) -> Token | None:
    """The verb of a headline whose capitals made the parser take it for a name ("Red Column Seizes Town")."""
    for token in tokens[1:]:
        plain = token.text.lower()
        if token.pos == "VERB" and token.index not in names:
            return None
        if token.index in names or token.pos not in ("PROPN", "NOUN") or not token.text[:1].isupper():
            continue
        for form in (plain.removesuffix("s"), plain.removesuffix("es"), f"{plain.removesuffix('ies')}y"):
            if form != plain and (form, "verb") in frames():
                return dataclasses.replace(token, lemma=form, pos="VERB", tag="VBZ")
    return None


def content_words(tokens: Sequence[Token]) -> list[str]:
    """Lemmas of the words that say something, in text order; "nobody" is one of them."""
    telling = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    return [t.lemma.lower() for t in tokens if (t.pos in telling and len(t.text) > 1) or t.lemma.lower() in NOBODY]
