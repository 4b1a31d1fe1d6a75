"""Names that Sayso knows: outlets, groups, bodies, people, countries and peoples, found in a text by their words.

Forms are compared word by word, case and diacritics aside; hyphens, apostrophes and stops between words don't count,
so that ``al-Nusra``, ``al Nusra`` and ``Al-Nusra`` are one form. Capitals count where the form has them: a form
without a small letter (``IS``) is found only as it is written, another only where its capitalised words have theirs.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso import assets
from sayso.vocab import Category

WORD = re.compile(r"\w+|[^\w\s.'’\-‐‑&/+]")
#: What may stand between two words of one name.
JOINERS = frozenset({"", "-", "'", "’", ".", "&", "/", "‐", "‑", "+"})
LONGEST_WORD = 60
#: Texts up to this many characters are names, whose words are asked for again and again.
SHORT = 100


class Entry(NamedTuple):
    """One thing with a name. ``source`` is the lexicon; ``kind`` what sort within it; ``country`` ISO 3166-1 or "";
    ``gender`` ``m``, ``f`` or ""."""

    name: str
    category: Category
    source: str
    kind: str = ""
    country: str = ""
    gender: str = ""
    offices: str = ""


class Form(NamedTuple):
    """One way to write an entry's name. An ambiguous one counts only with evidence from the text."""

    entry: Entry
    text: str
    ambiguous: bool


class Hit(NamedTuple):
    """Where a form was found: offsets in the text that was searched. ``forms`` are of one spelling, several entries."""

    start: int
    end: int
    forms: tuple[Form, ...]


class Word(NamedTuple):
    start: int
    end: int
    text: str
    folded: str


def folded(word: str) -> str:
    """The word without case and diacritics."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("İ", "I"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def words_of(text: str) -> Sequence[Word]:
    """The words and the punctuation that parts names, with their offsets. Words of absurd length fold to nothing."""
    return _words(text) if len(text) <= SHORT else _split(text)


@functools.lru_cache(maxsize=8192)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(_split(text))


def _split(text: str) -> list[Word]:
    lower = text.casefold() if text.isascii() else ""
    out = []
    for match in WORD.finditer(text):
        start, end = match.span()
        word = text[start:end]
        short = end - start <= LONGEST_WORD
        out.append(Word(start, end, word, (lower[start:end] if lower else folded(word)) if short else ""))
    return out


def plain(name: str) -> str:
    """A name folded, one space between its words: what two spellings of it share."""
    return " ".join(w.folded for w in words_of(name))


class _Node:
    """A word of the tree of forms: the words that go on from here, and the forms that end here by their spelling."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: dict[tuple[str, ...], list[Form]] = {}


class Namebook:
    """Forms as a tree of words."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.root = _Node()
        for form in forms:
            words = _split(form.text)
            if not words or any(w.text == "(" for w in words):
                continue
            node = self.root
            for word in words:
                node = node.next.setdefault(word.folded, _Node())
            node.ends.setdefault(tuple(w.text for w in words), []).append(form)

    def find(self, text: str) -> list[Hit]:
        """The longest forms at each place of the text, left to right, none overlapping another."""
        words = words_of(text)
        shouted = not any(c.islower() for c in text)
        out: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at, shouted) if words[at].folded in self.root.next else None
            if hit is None:
                at += 1
                continue
            count, forms = hit
            end = words[at + count - 1].end
            if text[end : end + 1] == "." and any(f.text.endswith(".") for f in forms):
                end += 1
            out.append(Hit(words[at].start, end, tuple(forms)))
            at += count
        return out

    def _longest(self, text: str, words: Sequence[Word], at: int, shouted: bool) -> tuple[int, list[Form]] | None:
        nodes: list[_Node] = []
        node = self.root.next.get(words[at].folded)
        while node is not None:
            nodes.append(node)
            step = at + len(nodes)
            if step >= len(words) or not node.next:
                break
            node = node.next.get(words[step].folded)
        for count in range(len(nodes), 0, -1):
            piece = words[at : at + count]
            found = [
                form
                for written, forms in sorted(nodes[count - 1].ends.items())
                if _cased(piece, written, shouted)
                for form in forms
            ]
            if found and _joined(text, piece):
                return count, found
        return None


def _joined(text: str, piece: Sequence[Word]) -> bool:
    for left, right in pairwise(piece):
        gap = text[left.end : right.start]
        if gap.strip() not in JOINERS or (gap.strip() in ("-", "‐") and gap != gap.strip()):
            return False
    return True


def _cased(piece: Sequence[Word], written: tuple[str, ...], shouted: bool) -> bool:
    """Whether the capitals of the text allow the form."""
    acronym = not any(c.islower() for w in written for c in w)
    for word, form in zip(piece, written, strict=True):
        if acronym:
            if word.text != form:
                return False
        elif form[:1].isupper():
            if not word.text[:1].isupper():
                return False
            if len(form) < 5 and word.text != form and word.text.isupper() and len(word.text) > 1 and not shouted:
                return False
    return True


def _many(value: str) -> list[str]:
    return [v for v in value.split("|") if v]


def _forms() -> Iterator[Form]:
    for file, category in (
        ("outlets.tsv", Category.ORGANISATION),
        ("groups.tsv", Category.GROUP),
        ("bodies.tsv", Category.ORGANISATION),
        ("people.tsv", Category.PERSON),
    ):
        for row in assets.rows(file):
            entry = Entry(
                re.sub(r" \([^)]*\)$", "", row["name"]),
                category,
                file.removesuffix(".tsv"),
                row.get("kind", ""),
                row.get("country", ""),
                row.get("gender", ""),
                row.get("offices", ""),
            )
            unsure = set(_many(row.get("ambiguous", "")))
            for written in (row["name"], *_many(row["aliases"])):
                # "GNA (Libya)": a name that others have as well
                text = re.sub(r" \([^)]*\)$", "", written)
                doubtful = text in unsure or (text != written and written != row["name"])
                yield Form(entry, text, doubtful)
                if text.isascii() and text.isalpha() and text.isupper() and 3 <= len(text) <= 5:
                    yield Form(entry, ".".join(text) + ".", doubtful)
    yield from _nations()


def _nations() -> Iterator[Form]:
    for row in assets.rows("demonyms.tsv"):
        names = [row["name"], *_many(row["aliases"])]
        if row["kind"] not in ("people", "region"):  # a region's name may be a town's or a person's as well
            place = Entry(row["name"], Category.LOCATION, "demonyms", row["kind"], row["code"])
            for text in names:
                if not text.lower().startswith("the "):
                    yield Form(place, text, False)
        demonyms = _many(row["demonyms"])
        if not demonyms:
            continue
        people = Entry(demonyms[0], Category.NATIONALITY, "demonyms", row["kind"], row["code"])
        for text in demonyms:
            if row["kind"] != "people" and text in names:
                continue
            yield Form(people, text, False)
            if not text.endswith(("s", "ese", "ish", "ch", "man")):
                yield Form(people, text + "s", False)


@functools.cache
def namebook() -> Namebook:
    """The forms of all lexicons, read once a process."""
    return Namebook(_forms())


class Role(NamedTuple):
    """What a role word says: see the head of ``roles.tsv``."""

    kind: str
    family: str  # the ``class`` column
    gender: str


@functools.cache
def roles() -> dict[str, tuple[Role, ...]]:
    """Role words (small letters, one space between words) with all that they may be."""
    out: dict[str, list[Role]] = defaultdict(list)
    for row in assets.rows("roles.tsv"):
        out[row["form"]].append(Role(row["kind"], row["class"], row["gender"]))
    return {form: tuple(held) for form, held in out.items()}


@functools.cache
def surnames() -> dict[str, tuple[Entry, ...]]:
    """People in public life by the last word of their name, folded."""
    out: dict[str, set[Entry]] = defaultdict(set)
    for row in assets.rows("people.tsv"):
        entry = Entry(row["name"], Category.PERSON, "people", "", row["country"], row["gender"], row["offices"])
        for text in (row["name"], *_many(row["aliases"])):
            words = words_of(text)
            if len(words) > 1:
                out[words[-1].folded].add(entry)
    return {name: tuple(sorted(held)) for name, held in out.items()}
