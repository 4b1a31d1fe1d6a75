"""Nouns and names side by side: ``the mayor, Ada Moss``, ``its mayor is Ada Moss``, ``Karsk Steel, a small firm``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.layers.names.namebook import Role
from sayso.layers.names.naming import Entity
from sayso.layers.names.stretches import Candidate
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category

#: Kinds of role words, and the categories of names that they may stand for.
STANDS_FOR = {
    "body": (Category.ORGANISATION, Category.GROUP),
    "outlet": (Category.ORGANISATION,),
    "group": (Category.GROUP, Category.ORGANISATION),
    "place": (Category.LOCATION,),
    "title": (Category.PERSON,),
    "rank": (Category.PERSON,),
    "person": (Category.PERSON,),
}

#: What stands between an office and its holder's name.
BESIDE = re.compile(r"\s*,?\s*|\s+(?:is|was)\s+")


def before_name(span: tuple[int, int], here: Sequence[tuple[Candidate, Entity]]) -> int:
    """The end of an office, before a person's name that the parser takes for a part of it."""
    people = (c.start for c, e in here if e.category is Category.PERSON and span[0] < c.start < span[1])
    return min((start - 1 for start in people if start - 1 > span[0]), default=span[1])


def described(
    sentence: Sentence, token: Token, role_kinds: Sequence[Role], here: Sequence[tuple[Candidate, Entity]]
) -> Entity | None:
    """The body or place named just before a noun that stands in apposition to it: ``Karsk Steel, a small firm``."""
    if token.dep != "appos":
        return None
    head = sentence.tokens[token.head]
    for c, e in here:
        if c.core_start <= head.start < c.end and c.end <= token.start:
            fitting = any(e.category in STANDS_FOR.get(r.kind, ()) for r in role_kinds)
            comma = any(t.text in (",", "-", "–", "—") for t in sentence.between(c.end, token.start))
            return e if fitting and comma and e.category is not Category.PERSON else None
    return None


def holder(
    text: str,
    sentence: Sentence,
    span: tuple[int, int],
    here: Sequence[tuple[Candidate, Entity]],
    token: Token,
) -> Entity | None:
    """The person named right beside an office: ``the mayor, Ada Moss, said``; ``Ada Moss, mayor of Velm, said``; or
    who is said to hold it: ``its mayor is Ada Moss``, ``Ada Moss is the mayor of Velm``."""
    people = [(c, e) for c, e in here if e.category is Category.PERSON]
    for c, e in people:
        if c.start >= span[1] and BESIDE.fullmatch(text[span[1] : c.start][:8]):
            return e
    for c, e in people:
        heads = [t for t in sentence.between(c.core_start, c.core_end) if t.dep == "appos" and t.head == token.index]
        if heads and c.start >= span[1] and text[span[1] : c.start].lstrip().startswith(","):
            return e
        if c.end < span[0] and re.fullmatch(r"\s(?:is|was) the ?", text[c.end : span[0] + 4][:9]):
            return e
    for c, e in people:
        stopped = re.match(r"\s*(?:[,.;)\n]|$|(?:said|says|told|added|who)\b|[-–—]\s)", text[span[1] : span[1] + 12])
        closed = stopped is not None or any(
            t.pos in ("VERB", "AUX") for t in sentence.between(span[1], span[1] + 16)[:1]
        )
        if re.fullmatch(r"\s*,\s*", text[c.end : span[0]]) and closed:
            return e
    return None
