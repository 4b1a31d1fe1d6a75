"""Reads WordNet 3.0's files: what a word's lemmas are, what these mean, and which words stand for which."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
#: Endings of each part of speech and what stands in their place in the lemma, as WordNet's own morphology has them.
ENDINGS = {
    "n": (("s", ""), *((f"{e}es", e) for e in ("s", "x", "z", "ch", "sh")), ("men", "man"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}  # fmt: skip
DOUBLED = re.compile(r"([b-df-hj-np-tvz])\1(?:ed|ing)$")
#: WordNet's signs of an antonym and of a word derived from another one or a participle.
ANTONYM, DERIVED = "!", ("+", "<", "\\")

Key = tuple[str, int]  # part of speech and offset of a set of synonyms
Sense = tuple[str, str]  # lemma and part of speech


@dataclass(slots=True)
class Synset:
    words: tuple[str, ...]
    gloss: str
    field: int  # the number of the lexicographers' file: 4 holds acts, 11 events, 22 processes
    links: list[tuple[str, Key, int, int]] = field(default_factory=list)  # sign, target, word here, word there


class WordNet:
    """``synsets`` by key; ``senses`` of each lemma and part of speech, the commonest first; ``counts`` of each lemma in
    each sense, from texts whose senses were marked by hand."""

    def __init__(self, folder: Path) -> None:
        self.synsets: dict[Key, Synset] = {}
        self.senses: dict[Sense, list[Key]] = {}
        self.counts: dict[tuple[str, str, int], int] = defaultdict(int)
        self.irregular: dict[Sense, tuple[str, ...]] = {}
        for name, part in PARTS.items():
            self._read_data(folder / f"data.{name}", part)
            self._read_index(folder / f"index.{name}", part)
            for line in (folder / f"{name}.exc").read_text("utf-8").splitlines():
                form, *lemmas = line.split()
                self.irregular[form, part] = tuple(lemmas)
        kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
        for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
            key, number, count = line.split()
            lemma, _, rest = key.partition("%")
            self.counts[lemma, kinds[rest[0]], int(number) - 1] += int(count)

    def _read_data(self, file: Path, part: str) -> None:
        for line in file.read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue  # the licence
            told, _, gloss = line.partition(" | ")
            cells = told.split()
            number = int(cells[3], 16)
            words = tuple(re.sub(r"\(.*\)$", "", w) for w in cells[4 : 4 + 2 * number : 2])
            synset = Synset(words, gloss.strip(), int(cells[1]))
            at = 5 + 2 * number
            for start in range(at, at + 4 * int(cells[at - 1]), 4):
                sign, offset, kind, ends = cells[start : start + 4]
                target = ("a" if kind == "s" else kind, int(offset))
                synset.links.append((sign, target, int(ends[:2], 16), int(ends[2:], 16)))
            self.synsets[part, int(cells[0])] = synset

    def _read_index(self, file: Path, part: str) -> None:
        for line in file.read_text("utf-8").splitlines():
            if not line.startswith(" "):
                cells = line.split()
                self.senses[cells[0], part] = [(part, int(o)) for o in cells[-int(cells[2]) :]]

    def lemmas(self, form: str) -> list[Sense]:
        """What a lower-case word may be a form of, in every part of speech."""
        found: dict[Sense, None] = {}
        for part, endings in ENDINGS.items():
            if (form, part) in self.senses:
                found[form, part] = None
            if (form, part) in self.irregular:
                found |= {(lemma, part): None for lemma in self.irregular[form, part] if (lemma, part) in self.senses}
                continue
            tries = [form[: -len(end)] + instead for end, instead in endings if form.endswith(end)]
            if part == "v" and DOUBLED.search(form):
                tries.append(DOUBLED.sub(r"\1", form))
            found |= {(lemma, part): None for lemma in tries if (lemma, part) in self.senses}
        return list(found)

    def weights(self, form: str) -> dict[tuple[Sense, Key], float]:
        """The senses of a word with their shares, which add up to 1 (empty for a word that is not listed)."""
        raw: dict[tuple[Sense, Key], float] = {}
        for lemma, part in self.lemmas(form):
            for number, key in enumerate(self.senses[lemma, part]):
                raw[(lemma, part), key] = self.counts[lemma, part, number] + 0.5 / (1 + number)
        total = sum(raw.values())
        return {sense: weight / total for sense, weight in raw.items()}
