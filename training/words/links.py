"""What WordNet says of two lemmas: that they mean one thing, the contrary, or two things of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from wordnet import ANTONYM, DERIVED, Key, WordNet

#: How like two lemmas should be that share a meaning, are derived one from the other, or of which one is a kind of the
#: other or means much the same.
SYNONYMS, RELATED, KINDS = 0.8, 0.75, 0.5
#: WordNet's signs of a wider meaning and of one much the same.
WIDER = ("@", "&", "$", "*")
LEAST = 0.08  # weight of a relation
SISTERS, SHARE = 40, 0.3  # so many kinds of a thing are held apart; words with such a share of their use for the kind


class Pairs(NamedTuple):
    """Numbers of two lemmas, shape (pairs, 2), how much each pair counts, and how like the two should be."""

    places: np.ndarray
    weights: np.ndarray
    goals: np.ndarray


Found = tuple[int, int, float, float]


class Relations:
    """The pairs of a list of lemmas: ``alike``, ``contrary``, ``sisters`` (two kinds of one thing)."""

    def __init__(self, wordnet: WordNet, lemmas: Sequence[str], seed: int) -> None:
        self.wordnet = wordnet
        self.numbers = {lemma: number for number, lemma in enumerate(lemmas)}
        self.shares: list[dict[Key, float]] = []
        self.held: dict[Key, list[tuple[int, float]]] = defaultdict(list)
        for number, lemma in enumerate(lemmas):
            own: dict[Key, float] = defaultdict(float)
            for ((of, _), key), share in wordnet.weights(lemma).items():
                if of == lemma:
                    own[key] += share
            self.shares.append(dict(own))
            for key, share in own.items():
                self.held[key].append((number, share))
        contrary = list(self._worded((ANTONYM,), 0.2, 0.0))
        apart = {frozenset(p[:2]) for p in contrary}
        alike = [p for p in self._alike() if p[2] > LEAST and frozenset(p[:2]) not in apart]
        known = {frozenset(p[:2]) for p in alike} | apart
        self.contrary = packed(contrary)
        self.alike = packed(alike)
        self.sisters = packed([p for p in self._sisters(seed) if frozenset(p[:2]) not in known])

    def _alike(self) -> Iterator[Found]:
        for key, words in self.held.items():
            for (a, share), (b, other) in combinations(words, 2):
                yield a, b, (share * other) ** 0.5, SYNONYMS
            for sign, target, _, _ in self.wordnet.synsets[key].links:
                if sign in WIDER:
                    for a, share in words:
                        for b, other in self.held.get(target, ()):
                            if a != b:
                                yield a, b, 0.5 * (share * other) ** 0.5, KINDS
        yield from self._worded(DERIVED, 0.3, RELATED)

    def _worded(self, signs: Sequence[str], least: float, goal: float) -> Iterator[Found]:
        """Pairs by relations that hold between words, not between meanings."""
        for key in self.held:
            synset = self.wordnet.synsets[key]
            for sign, target, here, there in synset.links:
                if sign in signs and here and there:
                    a = self.numbers.get(synset.words[here - 1].lower())
                    b = self.numbers.get(self.wordnet.synsets[target].words[there - 1].lower())
                    if a is not None and b is not None and a != b:
                        weight = (self.shares[a].get(key, 0.0) * self.shares[b].get(target, 0.0)) ** 0.5
                        yield a, b, max(least, weight), goal

    def _sisters(self, seed: int) -> Iterator[Found]:
        chance = np.random.default_rng(seed)
        kinds: Mapping[Key, list[Key]] = defaultdict(list)
        for key in self.held:
            for sign, target, _, _ in self.wordnet.synsets[key].links:
                if key[0] == "n" and sign == "@":
                    kinds[target].append(key)
        for keys in kinds.values():
            some = keys
            if len(keys) > SISTERS:
                some = [keys[n] for n in sorted(chance.choice(len(keys), SISTERS, replace=False))]
            for one, other in combinations(some, 2):
                for a, share in self.held[one]:
                    for b, then in self.held[other]:
                        if a != b and min(share, then) > SHARE:
                            yield a, b, (share * then) ** 0.5, 0.0


def packed(found: Sequence[Found]) -> Pairs:
    places = np.array([p[:2] for p in found], dtype=np.int64).reshape(-1, 2)
    return Pairs(places, np.array([p[2] for p in found], np.float32), np.array([p[3] for p in found], np.float32))
