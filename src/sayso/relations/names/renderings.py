"""Full names of people that are one name written in two ways: "Khaled Osman Tirab", "Khalid Osman Tirab"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.relations.names.namekeys import PARTICLES
from sayso.spelling import CONSONANTS, ENDS, I_SOUNDS

#: Sounds as :mod:`sayso.spelling` has them, but for the vowels: here what is written ``e`` may be an ``a`` or an ``i``.
SOUNDS = (*CONSONANTS, (re.compile(r"ou|oo|[uow]"), "u"), I_SOUNDS, *ENDS)
VOWELS = frozenset("aeiu")
OPEN = (frozenset("ae"), frozenset("ei"))
#: A word that is written in two ways has this many letters at least: "Jan" and "Jen" are two names.
LEAST = 4


def renderings(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of any two of some folded names, of two words and more, that may be one name in two spellings."""
    by_frame: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if len(_words(name)) > 1:
            by_frame["".join(c for c in _sound(" ".join(_words(name))) if c not in VOWELS)].append(place)
    for _, held in sorted(by_frame.items()):
        for number, one in enumerate(held):
            for other in held[number + 1 :]:
                if names[one] != names[other] and one_name(names[one], names[other]):
                    yield one, other


def one_name(a: str, b: str) -> bool:
    """Whether two folded names are the same, word by word, but for how they are spelt. The last letter of a word that
    is a vowel is no matter of spelling: "Maria", "Mario"."""
    left, right = _words(a), _words(b)
    return len(left) == len(right) and all(_one_word(x, y) for x, y in zip(left, right, strict=True))


def _words(name: str) -> list[str]:
    return [w for w in name.split() if w not in PARTICLES]


def _one_word(a: str, b: str) -> bool:
    if a == b:
        return True
    one, other = _sound(a), _sound(b)
    if min(len(a), len(b)) < LEAST or len(one) != len(other) or (a[-1] in "aeiou" and a[-1] != b[-1]):
        return False
    return all(x == y or frozenset((x, y)) in OPEN for x, y in zip(one, other, strict=True))


def _sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word
