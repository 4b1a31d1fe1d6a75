"""Which words get a vector: common lower-case English words, with their inflected forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from wordnet import WordNet

#: Acts, events and processes in WordNet's list of fields: what is done or happens, told by a noun.
DONE = frozenset({4, 11, 22})
LONGEST = 19  # letters


def plain(words: Iterable[str]) -> set[str]:
    """Those of lower-case ASCII letters, two at least: no names, no figures."""
    return {w for w in words if w.isascii() and w.isalpha() and w.islower() and 1 < len(w) <= LONGEST}


def vocabulary(wordnet: WordNet, dictionaries: Iterable[Path], tokens: Path, background: Path) -> list[str]:
    """The words of spelling dictionaries (which write names with a capital) that are common: sub-tokens of the encoder,
    words of the background of news texts, or forms of a word that WordNet counted in a text."""
    spelled = plain(word for file in dictionaries for word in file.read_text("utf-8").split())
    known = set(tokens.read_text("utf-8").split())
    known |= {line.partition("\t")[0] for line in background.read_text("utf-8").splitlines()}
    lemmas = {lemma for word in spelled & known for lemma, _ in wordnet.lemmas(word)}
    lemmas |= {lemma for (lemma, _, _), count in wordnet.counts.items() if count > 0}
    return sorted(w for w in spelled if w in known or not lemmas.isdisjoint(lemma for lemma, _ in wordnet.lemmas(w)))


def shares_of(wordnet: WordNet, words: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each word the lemmas that it may be a form of, with their shares; itself where WordNet does not list it."""
    out = {}
    for word in words:
        shares: dict[str, float] = defaultdict(float)
        for ((lemma, _), _), share in wordnet.weights(word).items():
            shares[lemma] += share
        out[word] = dict(shares) or {word: 1.0}
    return out


def deed(wordnet: WordNet, word: str) -> float:
    """How much of a word's use is for what is done or happens: as a verb, or as a noun for an act or event."""
    return sum(
        share
        for ((_, part), key), share in wordnet.weights(word).items()
        if part == "v" or (part == "n" and wordnet.synsets[key].field in DONE)
    )
