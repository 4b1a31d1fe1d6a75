"""Which words are names of people: given names, with their gender, and frequent surnames.

They come from one country's census, so a word that is not listed may still be somebody's name; a word that is listed
needs more than a gazetteer to be a place.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.names import gazetteer
from sayso.layers.names.namebook import folded, roles, surnames, words_of
from sayso.layers.names.stretches import PLACING, Candidate
from sayso.vocab import Category

#: The least prominence of a place whose name, standing alone, is taken for the place's unless a person bears it.
PLAIN_PLACE = 0.6


class _Names(NamedTuple):
    given: dict[str, str]
    surnames: frozenset[str]


@functools.cache
def _names() -> _Names:
    rows = assets.rows("personal.tsv")
    return _Names(
        {row["name"]: row["gender"] for row in rows if row["kind"] == "given"},
        frozenset(row["name"] for row in rows if row["kind"] == "surname"),
    )


def is_given(word: str) -> bool:
    return folded(word) in _names().given


def given_gender(word: str) -> str:
    """``m`` or ``f`` where nearly all who bear the given name are of one gender, else ""."""
    return _names().given.get(folded(word), "")


def is_personal(word: str) -> bool:
    """Whether people are often called so, by given name or surname."""
    return folded(word) in _names().given or folded(word) in _names().surnames


def has_initial(name: str) -> bool:
    """Whether a name is a word, an initial and a word, one of them such as people bear: ``Tyrise M. Bell``."""
    words = name.split()
    initial = len(words) == 3 and len(words[1]) < 3 and words[1][0].isupper() and words[1].endswith(".")
    return initial and words[0].isalpha() and (is_given(words[0]) or is_personal(words[2]))


def plainly_place(name: str) -> bool:
    """Whether a name of one word is a well-known place's, and hardly anybody's."""
    last = name.split("-")[-1]
    if name.lower() in roles():
        return False  # a town is called Police
    return gazetteer.prominence(name) >= PLAIN_PLACE and not is_personal(last) and folded(last) not in surnames()


def give_to_people(candidates: Sequence[Candidate]) -> None:
    """Makes the name of a country or another place a person's where it is the last word of somebody's full name in the
    text, and nowhere stands as a place does: ``Michael Jordan … Jordan smiled``. Changes the candidates."""
    last: dict[str, bool] = {}  # whether a given name is before it
    for c in candidates:
        words = words_of(c.text)
        if len(words) > 1 and (c.votes[Category.PERSON] > 0 or c.category is Category.PERSON):
            last[words[-1].folded] = last.get(words[-1].folded, False) or is_given(words[0].text)
    doubtful = [
        c
        for c in candidates
        if folded(c.text) in last
        and (c.category is Category.LOCATION and is_personal(c.text) if c.entry else last[folded(c.text)])
    ]
    placed = {folded(c.text) for c in doubtful if c.category is not Category.PERSON and _stands_as_place(c)}
    for c in doubtful:
        if folded(c.text) not in placed and (c.entry or c.votes[Category.LOCATION] > 0):
            c.category, c.origin, c.entry, c.key = Category.PERSON, "label", None, None
            c.votes[Category.PERSON] += 2 + c.votes.pop(Category.LOCATION, 0)
            c.reasons[:] = ["the last word of a full name in the text, which never speaks of the place"]


def tell_by_surname(candidates: Sequence[Candidate]) -> None:
    """Makes a given name and a surname that the parser's model takes for a firm a person's, where the text goes on with
    the surname alone: firms that bear a person's name are cut short to its first word. Changes the candidates."""
    alone = {folded(c.text) for c in candidates if " " not in c.text}
    for c in candidates:
        words = words_of(c.text)
        both = len(words) == 2 and is_given(words[0].text) and is_personal(words[1].text)
        if both and c.origin == "label" and c.category is Category.ORGANISATION and words[1].folded in alone:
            c.votes[Category.PERSON] += 2
            c.reasons.append("the text goes on with the surname alone")


def _stands_as_place(candidate: Candidate) -> bool:
    before = [t for t in candidate.sentence.tokens if t.end <= candidate.start][-1:]
    return bool(before) and before[0].text.lower() in PLACING | {"of", "and", ","}
