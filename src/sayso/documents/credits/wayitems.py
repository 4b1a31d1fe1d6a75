"""The pieces of a line that may tell of a text's way: names, and the few kinds of words of which such lines are made.

``notices.tsv`` lists the words by kind: what is done with texts, what leads up to a name, by whose leave, what came
first. :func:`pieces_of` tells of which kind each word of a line is (``waykinds``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.documents.credits.letters import CAPITALS, CASELESS
from sayso.documents.credits.named import ADDRESS, QUOTED, Named, name_at, notice_pattern, notice_words
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.waykinds import TELLING, Kind, any_in
from sayso.documents.dates.words import begins_with_month
from sayso.documents.keyed import one_of
from sayso.documents.zones.lines import REMEMBERED, words_of_kind
from sayso.outlets import find_outlet

#: Marks with a kind of their own; the others are small words.
MARKS: dict[str, str] = {**dict.fromkeys(";|–—→•·-", Kind.TURN)} | {mark: mark for mark in ",:()"}
MARKS |= {"/": Kind.JOIN, "&": Kind.JOIN}
TOKEN = re.compile(r"h/t\b|(?:qu|dell|dall|all|nell|sull|[dlsnjmc])['’](?=\w)|[^\W_]+(?:[-’'.][^\W_]+)*|[^\w\s]", re.I)
#: A word for what is done with texts, or for whom they are from, before which no strange word stands in its clause; or
#: a word for this text. No line without tells of a text's way.
MAY_TELL = re.compile(
    r"H(?:.{0,3}T|[BhX_]{0,3}[12]?_?[SKDGMCQ12vfa,])"  # "this long story", "this was first"
    r"|TN?(?::|.*1)|1.*T"  # "Text:", "the story first", "originally a story"
    rf"|(?:^|[.;:(])[^?X.;:(]*[{TELLING}][^.]*N"  # "Reprinted from X", "via X"
)
#: Behind *this*, where it stands for the text: "this was first …".
ALONE = re.compile(r"[BhX_]{0,3}[12]?_?[SKDGMCQ]|[12v]")
#: Before and behind it, where something was done to it: "published this in", "had this first".
DONE, HOW = frozenset("SKDGMCRh"), frozenset("fa12,")
#: Where one sentence ends and another begins.
SENTENCE = re.compile(r"\s(?=\((?:via|h/t|hat tip|sources?)\b)|(?<!\b[A-Z])[.!?;|]\s+(?=[^\W\d_a-zß-ÿ“\"(\[])")
UPPER = frozenset(CAPITALS)
AGENCY = re.compile(r"[a-z]{1,6}[A-Z]|(?i:dpa|epd|kna|ntb|anp)\b")
MAY_NAME = re.compile(rf"[{CAPITALS}{CASELESS}\d]|{AGENCY.pattern}")
ARTICLES = Kind.DEFINITE + Kind.INDEFINITE
#: What may be the first word of a name that begins a sentence: "Our Times", "Inside Merrow".
OF_NAMES = f"{ARTICLES}{Kind.FILL}{Kind.TRANSPARENT}{Kind.THIS}{Kind.WE}"
#: Words that are no names alone, wherever they have a capital.
SMALL = "_dipPEBhXJ12"
#: Nouns of notices, which some languages write with a capital: "Genehmigung der Hafenpost".
NOUNS = "TL*YKDGSM"
WORDS = re.compile(r"\S+")
#: What ends a name in a script without capitals.
TOLD = frozenset("SKDGMCIVvfbwatLYHQ")
BEHIND_NOUNS = frozenset("der des von vom".split())
_HYPHENS = re.compile(r"[-’'/]")
#: How something is done.
ADVERB = re.compile(r"(?:ally|ently|antly|ously|ively|ingly|edly|intly|tely|mente)$")
#: What agencies begin with where the kind stands before the name.
HOUSES = frozenset("agencia agence agenzia agência agentur agencja agentura".split())
TOWN = re.compile(r"(?P<paper>(?:The )?\S+(?: \S+)*? (?!of )\S+) of \S+")
#: "wasn't", "didn’t".
NEGATED = re.compile(r"n['’]t$")
_GENITIVE = re.compile(r"[’']s$")
#: What Turkish sets behind a name, where others lead up to it: "X'te", "X'ten", "X'in izniyle", "X tarafından".
ENDING = re.compile(r"['’](?:(?P<at>n?[dt][ae])|(?P<origin>n?[dt][ae]n)|n?[ıiuü]n(?=\s(?P<leave>izni)))?(?!\w)")
BEHIND = re.compile(
    r"\s(?:tarafından(?P<by>)|(?:aracılığıyla|üzerinden|yoluyla)(?P<via>)"
    r"|(?:\w+\s)?(?:gazetesi|dergisi|sitesi|ajansı|portalı|kanalı|radyosu|bülteni|blogu)"
    r"n(?:d[ae]n(?P<origin>)|d[ae](?P<at>)|[ıi]n\sizni\w*(?P<leave>)))\b"
)
POSTPOSED = {
    "at": Kind.AT, "origin": Kind.FROM, "leave": Kind.LEAVE_BARE, "by": Kind.BY, "via": Kind.VIA,
}  # fmt: skip
#: "Reuters' offices": somebody's things.
OWNS = re.compile(r"(?<=s)['’]\s+(?P<thing>[a-z]\w+)")


class Piece(NamedTuple):
    """A piece of a line: its kind, its range, its words in small letters, and the name that it is."""

    kind: str
    start: int
    end: int
    word: str
    named: Named | None = None


@functools.cache
def _listed() -> dict[str, str]:
    out: dict[str, str] = {}
    for kind in Kind:
        for entry in notice_words(kind.row).split("|") if kind.row else ():
            stem, *ends = entry.split("/")  # "publish//ed/es"
            for word in (stem + end for end in ends or ("",)):
                out.setdefault(word, kind)
    return out | {word: Kind.FILL for word in words_of_kind("function") if word not in out}


@functools.cache
def _telling() -> re.Pattern[str]:
    """Any word without which no line tells of a text's way: looked for in every line."""
    told = one_of([*(word for word, kind in _listed().items() if kind in TELLING), "original", "joint", "h/t"])
    return re.compile(rf"\b{told.pattern}")


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = re.compile(rf"(?:{notice_pattern('text')})s?|original|reporting|series|oped|{notice_pattern('source')}")
    return (Kind.TEXT, text), (Kind.LANGUAGE, re.compile(notice_pattern("language")))


@functools.lru_cache(maxsize=REMEMBERED)
def kind_of(word: str) -> str:
    """A word's kind, the word in small letters; that of strange words where it has none."""
    if NEGATED.search(word):
        return Kind.BLOCK
    word = _GENITIVE.sub("", word)
    if kind := _listed().get(word) or _listed().get(_HYPHENS.sub("", word)):
        return kind
    if word.isdigit() or ADVERB.search(word):
        return Kind.FILL
    for kind, pattern in _patterns():
        if pattern.fullmatch(word):
            return kind
    parts = _HYPHENS.split(word)
    return Kind.FILL if len(parts) > 1 and Kind.STRANGE not in map(kind_of, filter(None, parts)) else Kind.STRANGE


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
        return Kind.STOP if token in ".!?" else MARKS.get(token, Kind.FILL)
    kind = kind_of(token.lower())
    if token[0].isupper() and kind in (Kind.TEXT, Kind.TRANSPARENT):
        return kind + Kind.NAME  # either: "Story", "Talk"
    may_name = not token[0].islower() or "." in token or AGENCY.match(token)
    return Kind.NAME if kind == Kind.STRANGE and may_name else kind


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
            yield Piece(Kind.STOP, start, start, "")
            opening = True
        mark = not word[0].isalnum()
        kind = MARKS.get(word, Kind.FILL) if mark else Kind.WE if token[0] == "I" else kind_of(word)
        named = _named(words, start, kind, opening, mark)
        if named and begins_with_month(named.name):
            kind, named = Kind.FILL, None
        if named:
            bare, lead = _postposed(words, _without_town(words, named))
            if lead:
                yield Piece(lead, start, start, words[bare.end : named.end].lower())
            yield Piece(Kind.NAME, start, named.end, bare.name, bare)
            at, opening = _behind(words, named, token.end()), False
            if (owned := OWNS.match(words, at)) and kind_of(owned["thing"]) == Kind.STRANGE:
                yield Piece(Kind.STRANGE, at, at + 1, words[at])
                at += 1
            continue
        yield Piece(kind, start, token.end(), word)
        capital = kind != Kind.STRANGE and token[0][0] in UPPER
        opening = kind in (Kind.COLON, Kind.OPEN, Kind.TURN) or (opening and (mark or capital))
        at = token.end()


def _postposed(words: str, named: Named) -> tuple[Named, str]:
    """A name without the ending that gives it its part, and the kind of the word that leads up to one elsewhere; ``""``
    where nothing behind it does."""
    ending = next((end for end in ENDING.finditer(words, named.start, named.end + 5) if end.lastgroup), None)
    if ending and ending.lastgroup and ending.end() >= named.end:
        at = ending.start()
        return Named(named.start, at, words[named.start : at]), POSTPOSED[ending.lastgroup]
    behind = BEHIND.match(words, named.end)
    return named, POSTPOSED[behind.lastgroup] if behind and behind.lastgroup else ""


def _behind(words: str, named: Named, at: int) -> int:
    """Where the line goes on behind a name; behind an address, without its path."""
    at = max(named.end, at)
    if words[named.end : named.end + 1] == "/" and "." in named.name:
        while words[at : at + 1].strip():
            at += 1
    return at


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
    if kind_of(first.lower()) == Kind.LANGUAGE and not (rest and rest[0][0] in UPPER):
        return None  # "aus dem Dänischen von Jens Holm"
    if address or kind == Kind.STRANGE:
        return named if words.isascii() or words[start] in UPPER else _until_told(named)
    if words[start] not in UPPER:
        return named if kind == Kind.FILL and named.start > start else None
    if is_house(named.name):
        return named
    is_name = _may_open(named.name, kind) if opening else not _is_noun(words[:start], rest, kind)
    return named if is_name else None


def _until_told(named: Named) -> Named:
    """A name in a script without capitals, up to the first word of notices in it."""
    end = next((word.start() for word in WORDS.finditer(named.name) if word.start() and kind_of(word[0]) in TOLD), None)
    name = named.name[:end].rstrip()
    return Named(named.start, named.start + len(name), name)


def _may_open(name: str, kind: str) -> bool:
    """Whether what begins a sentence with a word of notices of this kind is a name: *The Lamp*, not *The Article*."""
    first, *rest = name.split()
    if rest and kind in OF_NAMES and kind_of(rest[0].lower()) == Kind.STRANGE:
        if kind in ARTICLES or sounds_like_outlet(name):
            return True
    elif not rest and (len(first) == 1 or not first.isupper()):
        return False
    return bool(find_outlet(name) or (kind == Kind.DEFINITE and sounds_like_outlet(name)))


def _is_noun(before: str, rest: list[str], kind: str) -> bool:
    """Whether a word of this kind with a capital is no name inside a sentence, by what it has around it: ``diesen
    Beitrag``, ``Genehmigung der Hafenpost``."""
    if not rest and kind in SMALL:
        return True
    return kind in NOUNS and not before.endswith("the ") and (not rest or rest[0] in BEHIND_NOUNS)


def kinds_of(pieces: Sequence[Piece]) -> str:
    """The letters of the pieces, as long as these are many; a word like *this* that stands for no text is a small one
    there."""
    kinds = "".join(piece.kind for piece in pieces)
    for at, piece in enumerate(pieces) if Kind.THIS in kinds else ():
        if piece.kind == Kind.THIS and not _is_this_text(piece.word, kinds, at):
            kinds = kinds[:at] + Kind.FILL + kinds[at + 1 :]
    return kinds


def _is_this_text(word: str, kinds: str, at: int) -> bool:
    """Whether a word like *this* is of this text: "this long story", "this was first …", "X had this first"."""
    before, behind = kinds[:at].rpartition(Kind.STOP)[2], kinds[at + 1 : at + 6]
    if Kind.TEXT in behind[:4]:
        return True
    subject = ALONE.match(behind) and not any_in(before, Kind.STRANGE + Kind.NAME)
    done_to = before[-1:] in DONE and behind[:1] in HOW
    return word in ("this", "dies") and bool(subject or done_to)
