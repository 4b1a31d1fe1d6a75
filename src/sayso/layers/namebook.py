"""Names that Sayso knows: outlets, groups, bodies, people, countries and peoples, found in a text by their words.

Forms are compared word by word, case and diacritics aside; hyphens, apostrophes and stops between words don't count,
so that ``al-Nusra``, ``al Nusra`` and ``Al-Nusra`` are one form. Capitals count where the form has them: a form
without a small letter (``IS``) is found only as it is written, another only where its capitalised words are capitalised.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sayso import assets
from sayso.vocab import Category

WORD = re.compile(r"\w+|[^\w\s.'’\-‐‑&/+]")
#: What may stand between two words of one name.
JOINERS = frozenset({"", "-", "'", "’", ".", "&", "/", "‐", "‑", "+"})
LONGEST_WORD = 60


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


def words_of(text: str) -> list[Word]:
    """The words and the punctuation that parts names, with their offsets. Words of absurd length fold to nothing."""
    return [
        Word(m.start(), m.end(), m[0], folded(m[0]) if m.end() - m.start() <= LONGEST_WORD else "")
        for m in WORD.finditer(text)
    ]


def plain(name: str) -> str:
    """A name folded, one space between its words: what two spellings of it share."""
    return " ".join(w.folded for w in words_of(name))


class Namebook:
    """Forms by their first word."""

    def __init__(self, forms: Iterator[Form]) -> None:
        self.first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], list[Form]]]] = defaultdict(list)
        known: dict[tuple[str, ...], list[Form]] = {}
        for form in forms:
            words = words_of(form.text)
            written = tuple(w.text for w in words)
            if not words or "(" in written:
                continue
            if written in known:
                known[written].append(form)
                continue
            known[written] = [form]
            self.first[words[0].folded].append((tuple(w.folded for w in words), written, known[written]))
        for held in self.first.values():
            held.sort(key=lambda item: (-len(item[0]), item[1]))

    def find(self, text: str) -> list[Hit]:
        """The longest forms at each place of the text, left to right, none overlapping another."""
        words = words_of(text)
        shouted = not any(c.islower() for c in text)
        out: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at, shouted)
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

    def _longest(self, text: str, words: list[Word], at: int, shouted: bool) -> tuple[int, list[Form]] | None:
        found: list[Form] = []
        length = 0
        for keys, written, forms in self.first.get(words[at].folded, ()):
            count = len(keys)
            if found and count < length:
                break
            piece = words[at : at + count]
            if len(piece) < count or any(w.folded != k for w, k in zip(piece, keys, strict=True)):
                continue
            if _joined(text, piece) and _cased(piece, written, shouted):
                found += forms
                length = count
        return (length, found) if found else None


def _joined(text: str, piece: list[Word]) -> bool:
    for left, right in zip(piece, piece[1:], strict=False):
        gap = text[left.end : right.start]
        if gap.strip() not in JOINERS or (gap.strip() in ("-", "‐") and gap != gap.strip()):
            return False
    return True


def _cased(piece: list[Word], written: tuple[str, ...], shouted: bool) -> bool:
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
            for text in (row["name"], *_many(row["aliases"])):
                yield Form(entry, text, text in unsure)
    yield from _nations()


def _nations() -> Iterator[Form]:
    for row in assets.rows("demonyms.tsv"):
        names = [row["name"], *_many(row["aliases"])]
        if row["kind"] != "people":
            place = Entry(row["name"], Category.LOCATION, "demonyms", row["kind"], row["code"])
            for text in names:
                if not text.lower().startswith("the "):
                    yield Form(place, text, False)
        demonyms = _many(row["demonyms"])
        if not demonyms:
            continue
        people = Entry(demonyms[0], Category.NATIONALITY, "demonyms", row["kind"], row["code"])
        for text in demonyms:
            if text in names:
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
