"""The lines of a flat text with what can be seen of each: length, punctuation, neighbours, set phrases.

A line is what stands between two line ends. Where a text is hard-wrapped at some width, the lines of one paragraph
count as one line.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from sayso import assets
from sayso.documents.dates.words import find_dates
from sayso.spans import trimmed

#: Only this many characters of a line are looked at: what a line is, its beginning tells.
LOOKED_AT = 1_500

#: This much of a line is looked at for what it ends with (characters).
END = 60

#: What the words of a line tell is remembered for this many lines.
REMEMBERED = 16_384

#: A heading has at most this many words.
HEADING_WITHIN = 24

#: A page whose lines never pass this width and often come near it is taken to be hard-wrapped.
WRAPPED_AT_MOST = 100
#: So large a share of the rows of half that width goes on in the next row.
WRAPPED_SHARE = 0.3
#: Letters from here on are of scripts without blanks, whose rows break anywhere.
WITHOUT_BLANKS = "\u2e80"

#: This many words that end as a sentence does are prose in whatever language.
UNLISTED = 16

#: Letters and figures below this code point are Latin.
LATIN_ENDS = 0x250
WORD = re.compile(r"[^\W_]+(?:['’](?=\w)[^\W_]*)*")
#: The same in words of ASCII, and of Latin letters: to name them takes less time than to ask of each what it is.
ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:'(?=\w)[A-Za-z0-9]*)*")
LATIN = "".join(c for c in map(chr, range(LATIN_ENDS)) if c.isalnum())
LATIN_WORD = re.compile(f"[{LATIN}]+(?:['’](?=[_{LATIN}])[{LATIN}]*)*")
#: Scripts of languages with a list of function words.
WITH_WORDS = frozenset({"LATIN", "CYRILLIC"})
#: Scripts in which a letter is a syllable or a word, and how many letters of others it is worth.
SYLLABIC = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
DENSE = 3
LETTER = re.compile(r"[A-Za-z]")
#: What is neither Latin nor a common mark: dashes and quotes, signs of currencies.
BEYOND_LATIN = re.compile("[^\x00-\u024f\u2000-\u206f\u20a0-\u20cf]")
BULLET = re.compile(r"(?:>>|[•◦▪■●○‣·*+►▶→»>–—-]|\d{1,2}[.)])(?:\s+|$)")
ARROWS = "►▶→»>"
#: One list of letters at the beginning is what is looked for fastest.
LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
#: One of these stands in the end of every line that ends a sentence.
ENDS = frozenset(".!?。؟")
SENTENCE_END = re.compile(r"[.!?。؟][\"'”’»)\]]*$")
#: The same with an agency's name after it: ``… in 1931. (AFP)``, ``… in 1931. – Reuters``.
AGENCY_AFTER = re.compile(r"[.!?][\"'”’)]*\s(?:[(\[][A-Z][^()\[\].]{1,30}[)\]]|[–—-]{1,2}\s?[A-Z][A-Za-z-]{1,20})$")
CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])(?:\s*(?:read more|more|continue reading)\W*)?$", re.IGNORECASE)

Value = TypeVar("Value")


@functools.cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The words that ``linewords.tsv`` lists under a kind: ``function``, ``english``, ``outlet``."""
    return next(frozenset(row["words"].split("|")) for row in assets.rows("linewords.tsv") if row["kind"] == kind)


class Words(NamedTuple):
    """What the words of a line tell, wherever it stands."""

    text: str  # white space collapsed, without a bullet, at most LOOKED_AT characters
    key: str  # for comparing: lower case, straight quotes, no punctuation around
    words: int
    function_words: int
    capitalised: float  # share of the words of more than three letters that begin with a capital
    bullet: bool
    arrow: bool  # the bullet points to something: ">>", "►"
    script: str  # LATIN, CYRILLIC, ARABIC …: of most of its letters, "" without letters
    ends_sentence: bool
    cut_short: bool  # breaks off with an ellipsis, as the first words of another article do in a list
    is_sentence: bool  # a short sentence, or a longer stretch that would be one
    is_heading: bool  # a few words without a full stop, not a list item


class Line(NamedTuple):
    """One line: ``start``/``end`` are its range of the page's text, without white space around it; from ``text`` on
    its fields are those of :class:`Words`, beside it here because every step reads them of every line."""

    start: int
    end: int
    length: int
    apart: bool  # an empty line before it
    closed: bool  # an empty line after it
    is_prose: bool  # a paragraph of running text
    text: str
    key: str
    words: int
    function_words: int
    capitalised: float
    bullet: bool
    arrow: bool
    script: str
    ends_sentence: bool
    cut_short: bool
    is_sentence: bool
    is_heading: bool


class OfLines(dict[int, Value]):
    """What is asked of a page's lines, by their numbers: found out when it is first asked, for most of them stand in
    menus, of which little is."""

    def __init__(self, find: Callable[[int], Value]):
        self._find = find

    def __missing__(self, number: int) -> Value:
        value = self[number] = self._find(number)
        return value


def read_lines(text: str) -> list[Line]:
    """The lines of the text that are not empty, in order."""
    return list(_read_lines(text))


@functools.lru_cache(maxsize=2)
def _read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a page: several steps of reading it ask for them."""
    return tuple(lines_of(text))


def lines_of(text: str) -> list[Line]:
    """As :func:`read_lines`, for a part of a page: the page's own lines stay remembered."""
    if not LINE_END.search(text):
        start, end = trimmed(text, 0, len(text))
        return [_line(text, start, end, apart=True, closed=True)] if start < end else []
    paragraphs = _unwrapped(text, list(_rows(text)))
    lines: list[Line] = []
    for number, (start, end, apart) in enumerate(paragraphs):
        closed = number + 1 == len(paragraphs) or paragraphs[number + 1][2]
        lines.append(_line(text, start, end, apart, closed))
    return lines


def parts_of(text: str) -> Sequence[Words | Line]:
    """The lines of a part of a page, of which only the words are asked for: most such parts are one line."""
    if LINE_END.search(text):
        return lines_of(text)
    raw = _folded(text)
    return [_seen(raw)] if raw else []


def _folded(text: str) -> str:
    """The beginning of a line with single spaces."""
    return " ".join((text if len(text) <= LOOKED_AT else text.strip()[:LOOKED_AT]).split())


def _rows(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether an empty line comes before, of every line that is not empty."""
    at, apart = 0, True
    for match in chain(LINE_END.finditer(text), [None]):
        start, end = trimmed(text, at, match.start() if match else len(text))
        if start < end:
            yield start, end, apart
            apart = False
        else:
            apart = True
        at = match.end() if match else len(text)


def _unwrapped(text: str, rows: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The rows with those of one hard-wrapped paragraph joined.

    The next row belongs to the paragraph where its first word would not have fitted on this one, which is how
    wrapping decides.
    """
    lengths = sorted(end - start for start, end, _ in rows)
    if not lengths or lengths[-1] > WRAPPED_AT_MOST or lengths[-1] < 40:
        return rows
    width = lengths[-1]
    wraps = [False]
    for (start, end, _), (begin, stop, apart) in pairwise(rows):
        first_word = len(text[begin:stop].split(None, 1)[0])
        full = end - start >= width - 25 and end - start + 1 + first_word > width
        wraps.append(full and not apart and text[begin] < WITHOUT_BLANKS and not BULLET.match(text, begin))
    if sum(wraps) < WRAPPED_SHARE * sum(length >= width / 2 for length in lengths):
        return rows
    out: list[tuple[int, int, bool]] = []
    for (start, end, apart), joins in zip(rows, wraps, strict=True):
        if joins:
            out[-1] = (out[-1][0], end, out[-1][2])
        else:
            out.append((start, end, apart))
    return out


def _line(text: str, start: int, end: int, apart: bool, closed: bool) -> Line:
    length = end - start
    seen = _seen(" ".join(text[start : end if length <= LOOKED_AT else start + LOOKED_AT].split()))
    # what is shorter than ten words is no paragraph in any script that parts its words
    is_prose = (seen.words >= 10 or seen.script not in WITH_WORDS) and _is_prose(seen, length)
    return Line(start, end, length, apart, closed, is_prose, *seen)


@functools.lru_cache(maxsize=REMEMBERED)
def _seen(raw: str) -> Words:
    """What a line's words tell: menus and notices stand on every page of a site."""
    bullet = None if raw[0].isalpha() else BULLET.match(raw)
    if bullet and raw[0].isdigit() and find_dates(raw[:40]):
        bullet = None  # "3. March 2019"
    shown = raw[bullet.end() :] if bullet else raw
    text = shown or raw
    words = _words(shown)
    count = len(words)
    function_words = len(list(filter(words_of_kind("function").__contains__, map(str.lower, words))))
    long_words = [w for w in words if len(w) > 3]
    capitals = [w for w in long_words if w[0].isupper() or w[0].isdigit()]
    cut_short = ("..." in text or "…" in text) and bool(CUT_SHORT.search(text))
    end = text[-END:]
    stops = not ENDS.isdisjoint(end)
    signed = stops and bool(AGENCY_AFTER.search(end))
    ends_sentence = stops and not cut_short and (signed or bool(SENTENCE_END.search(end)))
    is_heading = not bullet and 1 <= count <= HEADING_WITHIN and not signed and not text.endswith((".", ",", ";"))
    return Words(
        text=text,
        key=key_of(shown),
        words=count,
        function_words=function_words,
        capitalised=len(capitals) / max(1, len(long_words)),
        bullet=bool(bullet),
        arrow=bool(bullet) and raw[0] in ARROWS,
        script=script_of(shown[:300]),
        ends_sentence=ends_sentence,
        cut_short=cut_short,
        is_sentence=count >= 5 and ends_sentence and function_words >= 1 and not is_heading,
        is_heading=is_heading,
    )


def _words(shown: str) -> list[str]:
    if shown.isascii():
        return ASCII_WORD.findall(shown)
    return (WORD if BEYOND_LATIN.search(shown) else LATIN_WORD).findall(shown)


def _is_prose(seen: Words, length: int) -> bool:
    """Whether such words, so many characters in all, are a paragraph of running text."""
    if seen.cut_short and seen.words < 40:
        return False
    if seen.script not in WITH_WORDS:  # no list of function words for the other scripts
        length *= DENSE if seen.script in SYLLABIC else 1
        return length >= 80 or (length >= 40 and seen.ends_sentence)
    share = seen.function_words / max(1, seen.words)
    if seen.ends_sentence:
        # long sentences in small letters are prose in the languages whose function words are not listed, too
        return seen.words >= 10 and (share >= 0.15 or (seen.words >= UNLISTED and seen.capitalised < 0.4))
    return seen.words >= 16 and share >= 0.22 and (seen.capitalised < 0.6 or seen.words > 40)


def key_of(words: str) -> str:
    """Words in the form in which phrases and lines are compared."""
    low = words.casefold()
    if not low.isascii():
        low = low.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(low.split()).strip(" \t.,:;!?-–—|•·*»«›>()[]\"'…")


def script_of(words: str) -> str:
    """The script of most of the letters, as the first word of their Unicode names; "" without letters."""
    if words.isascii():
        return "LATIN" if LETTER.search(words) else ""
    if not BEYOND_LATIN.search(words):
        return "LATIN" if any(map(str.isalpha, words)) else ""
    seen: Counter[str] = Counter()
    for letter in words:
        if letter.isalpha():
            seen["LATIN" if letter < "\u0250" else _script(letter)] += 1
    return min(seen, key=lambda s: (-seen[s], s)) if seen else ""


@functools.lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]
