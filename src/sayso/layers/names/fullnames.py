"""What the words around a name that the parser labels say of it: whether it goes on, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.names.namebook import roles
from sayso.layers.names.stretches import CALENDAR, is_title, kind_of
from sayso.layers.parsing.parse import Token


def is_verb(token: Token) -> bool:
    """A finite verb inside what is labelled shows that it is no name: "Ree told Radio Two"."""
    return token.tag in ("VBD", "VBZ") and token.text.islower() and token.text not in ("'s", "is")


def whole_name(tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int]:
    """An entity with the unlabelled names that are compounds of it, or that it is a compound of: the model may label
    only a part of a person's name."""
    label = tokens[at].entity
    while (
        label == "PERSON"
        and at
        and _is_bare_name(tokens, at - 1)
        and tokens[at - 1].dep == "compound"
        and at <= tokens[at - 1].head < stop
    ):
        at -= 1
    while (
        label in ("PERSON", "GPE", "ORG")
        and stop < len(tokens)
        and _is_bare_name(tokens, stop)
        and tokens[stop - 1].dep == "compound"
        and tokens[stop - 1].head == stop
    ):
        stop += 1
    return at, stop


def _is_bare_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a name that has no label, and neither a title nor the noun of a body."""
    token = tokens[at]
    word = token.text.lower()
    before = f"{tokens[at - 1].text} {word}".lower() if at else word
    plain = token.pos == "PROPN" and not token.entity and token.text[0].isupper() and token.text[1:].islower()
    return plain and not roles().get(word) and not roles().get(before) and word not in CALENDAR


def is_office(name: str) -> bool:
    """Whether a stretch that the model takes for a body is an office: ``Minister of Health``, ``Spokesman``."""
    head = name.lower().split(" of ")[0].split(" for ")[0]
    return any(
        is_title(words) and not kind_of(words)
        for words in (head, " ".join(head.split()[1:]), head.split()[-1] if head else "")
    )


def beside_office(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a stretch of two names or more is in apposition to an office: ``its chief executive, Ada Moss``."""
    head = next((t for t in tokens[at:stop] if t.dep == "appos" and not at <= t.head < stop), None)
    if head is None or stop - at < 2 or tokens[at - 1 : at] == () or tokens[at - 1].text != ",":
        return False
    noun = tokens[head.head]
    return noun.pos == "NOUN" and any(
        is_title(words) for words in (noun.text.lower(), f"{tokens[noun.index - 1].text} {noun.text}".lower())
    )
