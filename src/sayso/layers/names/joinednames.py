"""Names that small words hold together: ``Correo de la Sierra``, ``Harbours and Fisheries Board``."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.names import gazetteer
from sayso.layers.names.mastheads import are_districts, is_masthead
from sayso.layers.names.namebook import namebook
from sayso.layers.names.stretches import CALENDAR, capital, is_role, is_title, kind_of
from sayso.layers.parsing.parse import Token

#: Small words of other languages that join two words of one name.
LINKS = frozenset(
    (
        "de del de' della delle dello dei degli di da do dos das du des d' la las lo los le les el al ul van von der "
        "den dem het zu zum zur im y e i und et och og ibn bin bint"
    ).split()
)
#: Labels of things that no institution is named for, but by themselves.
APART = ("PERSON", "GPE", "LOC", "FAC", "NORP", "DATE", "WORK_OF_ART", "EVENT", "PRODUCT")

#: Parts of speech of words that are capitalised only where they open a sentence.
GRAMMAR = ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PART", "NUM")


def joined_by_links(tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int]:
    """A labelled stretch with the names that small words join to it on both sides: the model may label no more than
    ``Sierra`` of "Correo de la Sierra"."""
    before = at - 1
    while before >= 0 and at - before <= 2 and tokens[before].text in LINKS:
        before -= 1
    if 0 <= before < at - 1 and _may_join(tokens, before):
        at = before
        while at and tokens[at].dep == "compound" and _may_join(tokens, at - 1) and not tokens[at - 1].entity:
            at -= 1
    behind = stop
    while behind < len(tokens) and behind - stop < 2 and tokens[behind].text in LINKS:
        behind += 1
    if stop < behind < len(tokens) and _may_join(tokens, behind):
        label = tokens[behind].entity
        stop = behind + 1
        while stop < len(tokens) and label and tokens[stop].entity == label and not tokens[stop].entity_start:
            stop += 1
    return at, stop


def _may_join(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a part of a name: capitalised, no title, no day or month, nor an English word of grammar."""
    token = tokens[at]
    word = token.text.lower()
    plain = token.text[0].isupper() and token.text.isalpha() and token.pos not in GRAMMAR
    both = f"{tokens[at - 1].text} {word}".lower() if at else word
    return plain and word not in CALENDAR and not is_role(word) and not is_title(both)


def one_institution(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """The index after the institution whose name begins at ``at`` and goes on behind the ``and`` at ``stop``; None
    where that parts two names. What stands on both sides of it is what the institution is for, and the noun of a body
    follows (``Harbours and Fisheries Board``) or goes before (``Ministry of Trade and Tourism``)."""
    if stop + 1 >= len(tokens) or tokens[stop].text.lower() not in ("and", "&") or not capital(tokens[stop + 1]):
        return None
    end = stop + 2
    while end < len(tokens) and capital(tokens[end]):
        end += 1
    left, right = tokens[at:stop], tokens[stop + 1 : end]
    if is_masthead(tokens, at, end) and are_districts(left) and are_districts(right[:-1]):
        return end
    parted = bool(tokens[stop + 1].entity) and tokens[stop + 1].entity_start
    of = next((n for n, t in enumerate(left) if t.text.lower() in ("of", "for") and n), None)
    if of is not None:
        headed = _is_body(left[:of])
        return end if headed and not parted and not _is_body(right) and _are_topics(left[of + 1 :], right) else None
    topics = left[1:] if len(left) > 1 and left[0].entity in ("GPE", "NORP") else left
    own = bool(left[-1].entity) and not tokens[stop].entity  # a name that ends before the "and"
    if len(right) < 2 or not _is_body(right) or _is_body(left) or own:
        return None
    return end if _are_topics(topics, right[:1]) else None


def _is_body(tokens: Sequence[Token]) -> bool:
    """Whether a stretch ends in the noun of a body."""
    return any(kind_of(" ".join(t.text for t in tokens[-n:]).lower()) for n in (2, 1) if len(tokens) >= n)


def _are_topics(*sides: Sequence[Token]) -> bool:
    """Whether the words are such as a body may be for: none of them is a name by itself."""
    for side in sides:
        words = [t for t in side if t.text.lower() not in ("and", "&", "of", "the")]
        name = " ".join(t.text for t in words)
        known = any(not form.ambiguous for hit in namebook().find(name) for form in hit.forms)
        if not words or known or gazetteer.prominence(name) > 0.2:
            return False
        if any(t.entity in APART or not t.text[1:].islower() or is_role(t.text.lower()) for t in words):
            return False
    return True
