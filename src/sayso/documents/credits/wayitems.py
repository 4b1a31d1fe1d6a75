"""The pieces of a line that may tell of a text's way: names, and the few kinds of words of which such lines are made.

``notices.tsv`` lists the words by kind: what is done with texts, what leads up to a name, by whose leave, what came
first. :func:`pieces_of` tells which kind each word of a line is, as a letter; the grammar over these letters is in
``ways``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.documents.credits.letters import CAPITALS, CASELESS
from sayso.documents.credits.named import ADDRESS, QUOTED, Named, name_at, notice_pattern, notice_words
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.dates.words import begins_with_month
from sayso.documents.keyed import one_of
from sayso.documents.zones.lines import REMEMBERED, words_of_kind
from sayso.outlets import find_outlet

#: The rows of ``notices.tsv`` that list whole words (their endings behind strokes, ``publish//ed/es``), by the letter
#: of their kind. A word of two kinds is of the first.
LETTERS = {
    "S": "act-show", "K": "act-take", "D": "act-adapt", "G": "act-give", "M": "act-make", "C": "act-come",
    "R": "act-read", "I": "act-cite",
    "1": "order-first", "2": "order-later", "v": "role-via", "W": "role-way", "f": "role-from", "n": "role-von",
    "o": "role-of", "b": "role-by", "a": "role-at", "w": "role-with", "g": "role-for", "t": "role-to", "L": "leave",
    "Y": "leave-bare", "Q": "relative", "X": "block", "H": "this-text", "P": "pronoun", "E": "we", "B": "to-be",
    "h": "to-have", "J": "join", "d": "definite", "p": "possessive", "i": "indefinite", "Z": "titled", "A": "maker",
    "*": "transparent", "_": "fill",
}  # fmt: skip
#: What else there is: names, words for texts and for languages, strange words; where a sentence and a clause end.
NAME, TEXT, LANGUAGE, STRANGE, STOP, TURN = "N", "T", "l", "?", ".", ";"
#: Marks with a letter of their own; the others are small words.
MARKS = dict.fromkeys(";|–—→•·-", TURN) | {mark: mark for mark in ",:()"} | {"/": "J", "&": "J"}
TOKEN = re.compile(r"h/t\b|(?:qu|dell|dall|all|nell|sull|[dlsnjmc])['’](?=\w)|[^\W_]+(?:[-’'.][^\W_]+)*|[^\w\s]", re.I)
#: A word for what is done with texts, or for whom they are from, before which no strange word stands in its clause; or
#: a word for this text. No line without tells of a text's way.
MAY_TELL = re.compile(
    r"H(?:.{0,3}T|[BhX_]{0,3}[12]?_?[SKDGMCQ12vfa,])|TN?(?::|.*1)|1.*T|(?:^|[.;:(])[^?X.;:(]*[SKDGMCRLYvfI][^.]*N"
)
#: Behind *this*, where it stands for the text: "this was first …".
ALONE = re.compile(r"[BhX_]{0,3}[12]?_?[SKDGMCQ]|[12v]")
#: Where one sentence ends and another begins.
SENTENCE = re.compile(r"\s(?=\((?:via|h/t|hat tip|sources?)\b)|(?<!\b[A-Z])[.!?;|]\s+(?=[^\W\d_a-zß-ÿ“\"(\[])")
UPPER = frozenset(CAPITALS)
AGENCY = re.compile(r"[a-z]{1,6}[A-Z]|(?i:dpa|epd|kna|ntb|anp)\b")
MAY_NAME = re.compile(rf"[{CAPITALS}{CASELESS}\d]|{AGENCY.pattern}")
#: What may be the first word of a name that begins a sentence.
OF_NAMES = "_di*HE"
#: Words that are no names alone, wherever they have a capital.
SMALL = "_dipPEBhXJ12"
_HYPHENS = re.compile(r"[-’'/]")
#: How something is done.
ADVERB = re.compile(r"(?:ally|ently|antly|ously|ively|ingly|edly|intly|tely|mente)$")
#: What agencies begin with where the kind stands before the name.
HOUSES = frozenset("agencia agence agenzia agência agentur agencja agentura".split())
TOWN = re.compile(r"(?P<paper>(?:The )?\S+(?: \S+)*? (?!of )\S+) of \S+")
_GENITIVE = re.compile(r"[’']s$")


class Piece(NamedTuple):
    """A piece of a line: the letter of its kind, its range, its words in small letters, and the name that it is."""

    kind: str
    start: int
    end: int
    word: str
    named: Named | None = None


@functools.cache
def _listed() -> dict[str, str]:
    out: dict[str, str] = {}
    for letter, kind in LETTERS.items():
        for entry in notice_words(kind).split("|"):
            stem, *ends = entry.split("/")
            for word in (stem + end for end in ends or ("",)):
                out.setdefault(word, letter)
    return out | {word: "_" for word in words_of_kind("function") if word not in out}


@functools.cache
def _telling() -> re.Pattern[str]:
    """Any word without which no line tells of a text's way: looked for in every line."""
    told = one_of([*(word for word, kind in _listed().items() if kind in "SKDGMCRLYvfI"), "original", "h/t"])
    return re.compile(rf"\b{told.pattern}")


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = re.compile(rf"(?:{notice_pattern('text')})s?|original|reporting|series|oped|{notice_pattern('source')}")
    return (TEXT, text), (LANGUAGE, re.compile(notice_pattern("language")))


@functools.lru_cache(maxsize=REMEMBERED)
def kind_of(word: str) -> str:
    """The letter of a word's kind, the word in small letters; that of strange words where it has none."""
    word = _GENITIVE.sub("", word)
    if letter := _listed().get(word) or _listed().get(_HYPHENS.sub("", word)):
        return letter
    if word.isdigit() or ADVERB.search(word):
        return "_"
    for letter, pattern in _patterns():
        if pattern.fullmatch(word):
            return letter
    parts = _HYPHENS.split(word)
    return "_" if len(parts) > 1 and STRANGE not in map(kind_of, filter(None, parts)) else STRANGE


@functools.lru_cache(maxsize=REMEMBERED)
def tells(words: str) -> bool:
    """Whether a line may tell of a text's way, by the kinds of its words alone."""
    if _telling().search(words.lower()) is None:
        return False
    return MAY_TELL.search("".join(map(_roughly, TOKEN.findall(words)))) is not None


@functools.lru_cache(maxsize=REMEMBERED)
def _roughly(token: str) -> str:
    """The kind of a word or mark without those beside it; strange words with a capital are names."""
    if not token[0].isalnum():
        return STOP if token in ".!?" else MARKS.get(token, "_")
    kind = kind_of(token.lower())
    if token[0].isupper() and kind in "T*":
        return f"{kind}{NAME}"
    return NAME if kind == STRANGE and (not token[0].islower() or "." in token or AGENCY.match(token)) else kind


@functools.lru_cache(maxsize=REMEMBERED)
def pieces_of(words: str) -> tuple[Piece, ...]:
    """The pieces of a line from its beginning to its end; after each sentence one that stops it."""
    return tuple(_pieces(words))


def _pieces(words: str) -> Iterator[Piece]:
    stops = {match.end() for match in SENTENCE.finditer(words)}
    at, opening = 0, True
    while token := TOKEN.search(words, at):
        start, word = token.start(), token[0].lower()
        if start in stops:
            yield Piece(STOP, start, start, "")
            opening = True
        mark = not word[0].isalnum()
        kind = MARKS.get(word, "_") if mark else "E" if token[0] == "I" else kind_of(word)
        named = _named(words, start, kind, opening, mark)
        if named and begins_with_month(named.name):
            kind, named = "_", None
        if named:
            bare = _without_town(words, named)
            yield Piece(NAME, start, named.end, bare.name, bare)
            at, opening = max(named.end, token.end()), False
            while words[at : at + 1].strip() and words[named.end : named.end + 1] == "/" and "." in named.name:
                at += 1  # the path of an address
            continue
        yield Piece(kind, start, token.end(), word)
        opening = kind in (":", "(", TURN) or (opening and (mark or (kind != STRANGE and token[0][0] in UPPER)))
        at = token.end()


def is_house(name: str) -> bool:
    """Whether a name is an agency's by its first word: *Agencia Sur*."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in HOUSES


def _without_town(words: str, named: Named) -> Named:
    """A paper's name without the town that stands behind it: *The Coastal Sentinel* of ``The Coastal Sentinel of
    Lagos``."""
    town = TOWN.fullmatch(named.name)
    article = named.name.startswith("The ") or words[: named.start].lower().endswith("the ")
    if not (town and article) or find_outlet(named.name) or not sounds_like_outlet(town["paper"]):
        return named
    return Named(named.start, named.start + len(town["paper"]), town["paper"])


def _named(words: str, start: int, kind: str, opening: bool, mark: bool) -> Named | None:
    """The name that begins there; None where a word of the notice does, though with a capital."""
    if mark:
        return name_at(words, start) if QUOTED.match(words, start) else None
    address = "." in words[start : start + 60].split(maxsplit=1)[0][:-1] and ADDRESS.match(words, start)
    if not (address or MAY_NAME.match(words, start)):
        return None
    named = name_at(words, start)
    if named is None or (named.name[0].isdigit() and UPPER.isdisjoint(named.name)):
        return None
    first, *rest = named.name.split()
    if kind_of(first.lower()) == LANGUAGE and not (rest and rest[0][0] in UPPER):
        return None  # "aus dem Dänischen von Jens Holm"
    if address or kind == STRANGE:
        return named
    if words[start] not in UPPER:
        return named if kind == "_" and named.start > start else None
    if is_house(named.name):
        return named
    if not opening:
        noun = kind in "TL*YKDGSM" and not words[:start].endswith(
            "the "
        )  # "diesen Beitrag", "Genehmigung der Hafenpost"
        return None if (noun and (not rest or rest[0] in ("der", "des"))) or (not rest and kind in SMALL) else named
    if (
        kind in OF_NAMES
        and rest
        and kind_of(rest[0].lower()) == STRANGE
        and (kind in "di" or sounds_like_outlet(named.name))
    ):
        return named
    if not rest and (len(first) == 1 or not first.isupper()):
        return None
    return named if find_outlet(named.name) or (kind == "d" and sounds_like_outlet(named.name)) else None


def kinds_of(pieces: Sequence[Piece]) -> str:
    """The letters of the pieces. ``H`` is that of a word like *this* only where it has a word for a text behind it, or
    stands alone before what was done with it; else it is a small word."""
    kinds = "".join(piece.kind for piece in pieces)
    for number, piece in enumerate(pieces) if "H" in kinds else ():
        if piece.kind == "H":
            before, behind = kinds[:number].rpartition(STOP)[2], kinds[number + 1 : number + 6]
            alone = bool(ALONE.match(behind)) and {STRANGE, "N"}.isdisjoint(before)
            alone = alone or (before[-1:] in set("SKDGMCRh") and behind[:1] in set("fa12,"))
            if TEXT not in behind[:4] and not (alone and piece.word in ("this", "dies")):
                kinds = f"{kinds[:number]}_{kinds[number + 1 :]}"
    return kinds
