"""Patterns that most lines do not match, told so by a look for the words that every match holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Keyed(NamedTuple):
    """A pattern with its keys, in lower case: words that hold none of them hold no match. To look for a few fixed
    words takes a tenth of the time of a pattern with alternatives, which every line of every page would be searched
    with."""

    pattern: re.Pattern[str]
    keys: tuple[str, ...]

    def search(self, words: str, at: int = 0) -> re.Match[str] | None:
        return self.pattern.search(words, at) if self.may_match(words) else None

    def match(self, words: str) -> re.Match[str] | None:
        return self.pattern.match(words) if self.may_match(words) else None

    def may_match(self, words: str) -> bool:
        """Whether the words hold one of the keys."""
        return any(map(words.lower().__contains__, self.keys))


def one_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of many fixed words, none empty, that looks at each letter of a text once: beginnings that words share
    are shared in it. From some thirty words on it takes less time than to look for each."""
    return re.compile(_branches(frozenset(words)))


def _branches(words: frozenset[str]) -> str:
    """The pattern of words by their first letters; blank where one of them ends here, for that is enough."""
    if "" in words:
        return ""
    first = sorted({word[0] for word in words})
    rest = (_branches(frozenset(word[1:] for word in words if word[0] == letter)) for letter in first)
    return f"(?:{'|'.join(re.escape(letter) + more for letter, more in zip(first, rest, strict=True))})"
