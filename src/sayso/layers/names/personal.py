"""Which words are names of people: given names, with their gender, and frequent surnames.

They come from one country's census, so a word that is not listed may still be somebody's name; a word that is listed
needs more than a gazetteer to be a place.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from sayso import assets
from sayso.layers.names import gazetteer
from sayso.layers.names.namebook import folded, roles, surnames

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
