"""Which place a text means by ``the town``: the one that it calls a town, else the one that its headline names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Toponym
from sayso.vocab import Precision, Zone

#: Nouns that a text gives to a settlement, and that can stand for it afterwards.
SETTLEMENTS = frozenset({"city", "town", "village", "settlement"})
#: Other nouns that stand for the one place of their kind.
KINDS = SETTLEMENTS | {"island", "port", "province", "governorate", "district", "camp", "enclave"}
#: What stands before a noun that takes up a place already named.
POINTING = frozenset({"the", "this", "that", "whole", "entire"})
#: Words that may stand between a name and the noun that says what it is: "Tarven, a small market town".
LONGEST_APPOSITION = 5


class NamedPlace(NamedTuple):
    """A place as a claim holds it: canonical name, gazetteer id and country, each blank where unknown."""

    name: str
    id: str
    country: str


class Scene:
    """The places of a document by the noun that they are introduced with."""

    def __init__(self, sentences: Sequence[Sentence], findings: Findings):
        self._findings = findings
        self._called: dict[str, list[NamedPlace]] = {}
        self.named: dict[str, NamedPlace] = {}  # names that the text says are those of places
        for sentence in sentences:
            for kind, start, end in _introductions(sentence.tokens):
                place = self._place(sentence.tokens[start:end])
                self.named.setdefault(" ".join(t.text for t in sentence.tokens[start:end]), place)
                if place not in self._called.setdefault(kind, []):
                    self._called[kind].append(place)
        self._head = self._headline([s for s in sentences if s.zone is Zone.HEADLINE])

    def meant(self, noun: Token, tokens: Sequence[Token]) -> NamedPlace | None:
        """The place that ``the town`` means: the only one that the text calls a town, or a settlement of any kind;
        where it calls none so, the only settlement of its headline. None where the noun has a name of its own, or
        several places could be meant."""
        kind = noun.lemma.lower()
        if kind not in KINDS or not _points(noun, tokens):
            return None
        called = self._called.get(kind, [])
        if not called and kind in SETTLEMENTS:
            called = [place for other in sorted(SETTLEMENTS) for place in self._called.get(other, [])]
            called = list(dict.fromkeys(called)) or ([self._head] if self._head is not None else [])
        return called[0] if len(called) == 1 else None

    def unnamed(self, nouns: Iterable[Token], tokens: Sequence[Token]) -> str | None:
        """The kind of a settlement that is meant and named nowhere in the text as one; its story may tell which."""
        kinds = (n.lemma.lower() for n in nouns if n.pos == "NOUN" and _points(n, tokens))
        return next((kind for kind in kinds if kind in SETTLEMENTS), None)

    def main(self) -> NamedPlace | None:
        """The one settlement that the text is about, for a bridge or a hospital that stands in none by its words: the
        only one that it calls so, else the only one of its headline."""
        called = {place for kind in SETTLEMENTS for place in self._called.get(kind, [])}
        return called.pop() if len(called) == 1 else self._head if not called else None

    def _place(self, name: Sequence[Token]) -> NamedPlace:
        known = self._findings.toponyms.over(name[0].start, name[-1].end)
        return place_of(known[0]) if known else NamedPlace(" ".join(t.text for t in name), "", "")

    def _headline(self, sentences: Sequence[Sentence]) -> NamedPlace | None:
        settled = (Precision.CITY, Precision.POINT, Precision.AREA)
        found = {
            place_of(toponym)
            for sentence in sentences
            for toponym in self._findings.toponyms.inside(sentence.start, sentence.end)
            if toponym.precision in settled
        }
        return found.pop() if len(found) == 1 else None


def place_of(toponym: Toponym) -> NamedPlace:
    country = toponym.country or ""
    known = toponym.gazetteer_id or ""
    if toponym.precision is Precision.COUNTRY:
        known = f"country:{country}"
    return NamedPlace(toponym.name, known, country)


def _introductions(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """(noun, first and last index + 1 of the name) for ``town of Tarven``, ``Tarven town`` and ``Tarven, a market
    town``."""
    for at, token in enumerate(tokens):
        kind = token.lemma.lower()
        if kind not in KINDS or token.pos not in ("NOUN", "PROPN"):
            continue
        if at + 2 < len(tokens) and tokens[at + 1].text.lower() == "of":
            end = _run(tokens, at + 2)
            if end > at + 2:
                yield kind, at + 2, end
        name = at
        while name > 0 and tokens[name - 1].pos == "PROPN" and tokens[name - 1].end + 1 == tokens[name].start:
            name -= 1
        if name < at and token.tag in ("NN", "NNP") and all(t.head in range(name, at + 1) for t in tokens[name:at]):
            yield kind, name, at
        before = at - 1
        while before > at - LONGEST_APPOSITION and before > 0 and _describes(tokens[before]):
            before -= 1
        comma = before - 1
        if comma > 0 and tokens[before].text.lower() in ("a", "an", "the") and tokens[comma].text == ",":
            start = comma
            while start > 0 and tokens[start - 1].pos == "PROPN":
                start -= 1
            if start < comma and tokens[start].dep not in ("appos",):
                yield kind, start, comma


def _describes(token: Token) -> bool:
    """Whether a word may stand between "a" and the noun: "a coffee-growing village"."""
    return token.pos in ("ADJ", "NOUN", "NUM", "ADV") or token.tag in ("VBG", "VBN", "HYPH")


def _run(tokens: Sequence[Token], start: int) -> int:
    """The end of the run of proper nouns that starts at ``start``."""
    end = start
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    return end


def _points(noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun takes up a place: it has an article that points back, and no name beside it."""
    own = [t for t in tokens if t.head == noun.index and t.index != noun.index]
    named = any(t.pos == "PROPN" and t.dep in ("compound", "appos", "nmod", "poss") for t in own)
    of_name = any(t.text.lower() == "of" and any(n.head == t.index and n.pos == "PROPN" for n in tokens) for t in own)
    return not named and not of_name and any(t.text.lower() in POINTING for t in own)
