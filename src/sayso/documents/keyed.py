"""Patterns that most lines do not match, told so by a look for the words that every match holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Keyed(NamedTuple):
    """A pattern with its keys, in lower case: words that hold none of them hold no match. To look for a few fixed
    words takes a tenth of the time of a pattern with alternatives, which every line of every page would be searched
    with."""

    pattern: re.Pattern[str]
    keys: tuple[str, ...]

    def search(self, words: str, at: int = 0) -> re.Match[str] | None:
        return self.pattern.search(words, at) if any(map(words.lower().__contains__, self.keys)) else None

    def match(self, words: str) -> re.Match[str] | None:
        return self.pattern.match(words) if any(map(words.lower().__contains__, self.keys)) else None

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


def grouped(pattern: str) -> str:
    """The alternatives of a pattern with the beginnings that several share written once: what it matches stays the
    same, and where none can match it finds so with a fraction of the comparisons. None of them may capture anything."""
    return "|".join(_groups(list(_alternatives(pattern))))


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, outermost ones only."""
    begin, depth, listed, escaped = 0, 0, False, False
    for at, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
        elif listed or sign == "[":
            listed = sign != "]"
        elif sign == "|" and not depth:
            yield pattern[begin:at]
            begin = at + 1
        else:
            depth += (sign == "(") - (sign == ")")
    yield pattern[begin:]


def _groups(alternatives: Iterable[str]) -> list[str]:
    """Alternatives with those that begin with one letter put together. The first that matches counts: none is moved
    past one that could match where it does, which those with other letters never do."""
    groups: list[tuple[str, list[str]]] = []
    going: dict[str, list[str]] = {}
    for part in alternatives:
        letter = part[:1]
        if not letter.isalpha() or part[1:2] in {"?", "*", "+", "{"}:
            going = {}
            groups.append(("", [part]))
        elif letter in going:
            going[letter].append(part[1:])
        else:
            if letter.casefold() in map(str.casefold, going):
                going = {}  # one letter where the case is nothing
            going[letter] = [part[1:]]
            groups.append((letter, going[letter]))
    return [letter + rest[0] if len(rest) == 1 else f"{letter}(?:{'|'.join(_groups(rest))})" for letter, rest in groups]
