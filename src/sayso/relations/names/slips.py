"""Names that are one but for a slip of the pen, or of whoever read a printed page: "Veldran", "Vedlran"."""

from __future__ import annotations

from sayso.relations.names.bodies import countries
from sayso.relations.words.spellings import folded

#: A word that may be written in two ways by a slip has so many letters at least, and a name so many.
WORD, NAME = 5, 8


def one_slip(a: str, b: str) -> str | None:
    """Why two names may be one, in a sentence: they differ by one letter of one long word, or by a gap in a word; None
    where they differ by more. Two names for nations are two."""
    left, right = folded(a).split(), folded(b).split()
    whole = "".join(left), "".join(right)
    if min(map(len, whole)) < NAME or not "".join(whole).isalpha() or left == right:
        return None
    if whole[0] != whole[1]:
        apart = [(x, y) for x, y in zip(left, right, strict=False) if x != y]
        if len(left) != len(right) or len(apart) != 1 or not _one_word(*apart[0]):
            return None
    return f"{a} and {b} may be one: they differ by no more than a slip of the pen"


def _one_word(a: str, b: str) -> bool:
    """Whether two words of one first letter are one but for a letter more, another letter, or two that changed
    places."""
    if min(len(a), len(b)) < WORD or a[0] != b[0] or a in countries() or b in countries():
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    one, other = a[start:], b[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
