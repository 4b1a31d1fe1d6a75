"""The lines of a flat text with what can be seen of each: length, punctuation, neighbours, set phrases.

A line is what stands between two line ends. Where a text is hard-wrapped at some width, the lines of one paragraph
count as one line.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from sayso import assets
from sayso.documents.datewords import find_dates
from sayso.outlets import find_outlet
from sayso.spans import trimmed

#: Only so many characters of a line are looked at: what a line is, its beginning tells.
LOOKED_AT = 1_500

#: What the words of a line tell is remembered for so many lines.
REMEMBERED = 16_384

#: A page whose lines never pass this width and often come near it is taken to be hard-wrapped.
WRAPPED_AT_MOST = 100

WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=\w))*")
BULLET = re.compile(r"(?:>>|[•◦▪■●○‣·*+►▶→»>–—-]|\d{1,2}[.)])(?:\s+|$)")
ARROWS = "►▶→»>"
LINE_END = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
SENTENCE_END = re.compile(r"[.!?。؟][\"'”’»)\]]*$")
#: The same with an agency's name after it: ``… in 1931. (AFP)``, ``… in 1931. – Reuters``.
AGENCY_AFTER = re.compile(r"[.!?][\"'”’)]*\s(?:[(\[][A-Z][^()\[\].]{1,30}[)\]]|[–—-]{1,2}\s?[A-Z][A-Za-z-]{1,20})$")
CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])(?:\s*(?:read more|more|continue reading)\W*)?$", re.IGNORECASE)


@functools.cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The words that ``linewords.tsv`` lists under a kind: ``function``, ``english``, ``outlet``."""
    return next(frozenset(row["words"].split("|")) for row in assets.rows("linewords.tsv") if row["kind"] == kind)


class Line(NamedTuple):
    """One line: ``start``/``end`` are its range of the page's text, without white space around it."""

    start: int
    end: int
    text: str  # white space collapsed, without a bullet, at most LOOKED_AT characters
    key: str  # for comparing: lower case, straight quotes, no punctuation around
    length: int
    words: int
    function_words: int
    capitalised: float  # share of the words of more than three letters that begin with a capital
    bullet: bool
    arrow: bool  # the bullet points to something: ">>", "►"
    apart: bool  # an empty line before it
    closed: bool  # an empty line after it
    script: str  # LATIN, CYRILLIC, ARABIC …: of most of its letters, "" without letters

    @property
    def ends_sentence(self) -> bool:
        return bool(SENTENCE_END.search(self.text) or self._ends_with_agency) and not self.cut_short

    @property
    def _ends_with_agency(self) -> bool:
        return bool(AGENCY_AFTER.search(self.text[-60:]))

    @property
    def cut_short(self) -> bool:
        """Whether the line breaks off with an ellipsis, as the first words of another article do in a list."""
        return bool(CUT_SHORT.search(self.text))

    @property
    def is_sentence(self) -> bool:
        """A short sentence, or a longer stretch that would be one."""
        return self.words >= 5 and self.ends_sentence and self.function_words >= 1 and not self.is_heading

    @property
    def is_prose(self) -> bool:
        """A paragraph of running text."""
        if self.cut_short and self.words < 40:
            return False
        share = self.function_words / max(1, self.words)
        if self.script not in ("LATIN", "CYRILLIC"):  # no list of function words for the other scripts
            return self.length >= 80 or (self.length >= 40 and self.ends_sentence)
        if self.ends_sentence:
            return self.words >= 10 and share >= 0.15
        return self.words >= 16 and share >= 0.22 and (self.capitalised < 0.6 or self.words > 40)

    @property
    def is_heading(self) -> bool:
        """A few words without a full stop, not a list item."""
        open_end = not self.text.endswith((".", ",", ";")) and not self._ends_with_agency
        return not self.bullet and 1 <= self.words <= 24 and open_end


def read_lines(text: str) -> list[Line]:
    """The lines of the text that are not empty, in order."""
    return list(_read_lines(text))


@functools.lru_cache(maxsize=2)
def _read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text: several steps of reading one page ask for them."""
    rows = list(_rows(text))
    paragraphs = _unwrapped(text, rows)
    lines: list[Line] = []
    for number, (start, end, apart) in enumerate(paragraphs):
        closed = number + 1 == len(paragraphs) or paragraphs[number + 1][2]
        lines.append(_line(text, start, end, apart, closed))
    return tuple(lines)


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
    out: list[tuple[int, int, bool]] = []
    last = 0  # length of the row that the paragraph ends with so far
    for start, end, apart in rows:
        first_word = len(text[start:end].split(None, 1)[0])
        wraps = last >= width - 25 and last + 1 + first_word > width and not BULLET.match(text, start)
        if out and not apart and wraps:
            out[-1] = (out[-1][0], end, out[-1][2])
        else:
            out.append((start, end, apart))
        last = end - start
    return out


def _line(text: str, start: int, end: int, apart: bool, closed: bool) -> Line:
    seen = _seen(" ".join(text[start : min(end, start + LOOKED_AT)].split()))
    return seen._replace(start=start, end=end, length=end - start, apart=apart, closed=closed)


@functools.lru_cache(maxsize=REMEMBERED)
def _seen(raw: str) -> Line:
    """What a line's words tell, wherever it stands: menus and notices stand on every page of a site."""
    bullet = BULLET.match(raw)
    if bullet and raw[0].isdigit() and find_dates(raw[:40]):
        bullet = None  # "3. March 2019"
    shown = raw[bullet.end() :] if bullet else raw
    words = WORD.findall(shown)
    long_words = [w for w in words if len(w) > 3]
    known = words_of_kind("function")
    return Line(
        start=0,
        end=0,
        text=shown or raw,
        key=key_of(shown),
        length=0,
        words=len(words),
        function_words=sum(w.lower() in known for w in words),
        capitalised=sum(w[0].isupper() or w[0].isdigit() for w in long_words) / max(1, len(long_words)),
        bullet=bool(bullet),
        arrow=bool(bullet) and raw[0] in ARROWS,
        apart=False,
        closed=False,
        script=script_of(shown[:300]),
    )


def key_of(words: str) -> str:
    """Words in the form in which phrases and lines are compared."""
    low = words.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(low.split()).strip(" \t.,:;!?-–—|•·*»«›>()[]\"'…")


def script_of(words: str) -> str:
    """The script of most of the letters, as the first word of their Unicode names; "" without letters."""
    if words.isascii():
        return "LATIN" if any(map(str.isalpha, words)) else ""
    seen: Counter[str] = Counter()
    for letter in words:
        if letter.isalpha():
            seen["LATIN" if letter < "\u0250" else _script(letter)] += 1
    return min(seen, key=lambda s: (-seen[s], s)) if seen else ""


@functools.lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]


class Phrases(NamedTuple):
    """The set phrases of news pages by where in a line they must stand."""

    whole: dict[str, str]
    starts: dict[str, str]
    contains: tuple[tuple[str, str], ...]
    any_inside: re.Pattern[str]  # one of ``contains``


@functools.cache
def phrases() -> Phrases:
    """``furniture.tsv``, read once."""
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    contains: list[tuple[str, str]] = []
    for row in assets.rows("furniture.tsv"):
        key = key_of(row["phrase"])
        if row["where"] == "whole":
            whole[key] = row["kind"]
        elif row["where"] == "starts":
            starts[key + ":" if row["phrase"].endswith(":") else key] = row["kind"]
        else:
            contains.append((key, row["kind"]))
    inside = re.compile("|".join(re.escape(phrase) for phrase, _ in contains))
    return Phrases(whole, starts, tuple(contains), inside)


COUNTED = re.compile(r"^[(\[]?\d[\d.,]*[km]?[)\]]?\s+|\s*[(\[]?\d[\d.,]*[km]?[)\]]?$")

COMMENT_COUNT = re.compile(r"^\d[\d,.]* (?:comments?|responses?|thoughts?|replies|opinions)\b", re.IGNORECASE)

NOTICE = re.compile(r"^\W{0,2}(?:disclaimer|legal notice|copyright notice|privacy notice)\b\W", re.IGNORECASE)

#: A set phrase counts only in lines of at most so many words: longer ones talk about the thing. Nor does it count
#: where somebody is quoted.
STARTS_WITHIN, CONTAINS_WITHIN, END_WITHIN = 30, 70, 9
#: A heading such as "3 comments" has at most so many words.
COMMENTS_WITHIN = 4
#: A menu that stands on one line has at most so many words.
MENU_WITHIN = 24
QUOTED = re.compile(r"[“\"«„]\w")


def phrase_kind(line: Line) -> str:
    """What the line's set phrase is there for (``kind`` of furniture.tsv); "" if it has none."""
    return _phrase_kind(line._replace(start=0, end=0, length=0, apart=False, closed=False))


@functools.lru_cache(maxsize=REMEMBERED)
def _phrase_kind(line: Line) -> str:
    known = phrases()
    key = line.key
    if line.words <= COMMENTS_WITHIN and COMMENT_COUNT.match(line.text):
        return "comments"
    kind = known.whole.get(key) or known.whole.get(COUNTED.sub("", key).strip(" :")) or ""
    if kind:
        return kind
    if 2 <= line.words <= MENU_WITHIN and _is_menu(key, known.whole) and not find_outlet(line.text):
        return "furniture"
    if NOTICE.match(line.text):
        return "promo"
    if line.words <= 20 and COMMENT_COUNT.match(line.text):
        return "comments"
    if line.words <= STARTS_WITHIN and not QUOTED.search(line.text):
        parts = line.text.casefold().replace("’", "'").lstrip("[(").split(" ", 7)[:7]
        for count in range(len(parts), 0, -1):
            start = " ".join(parts[:count]).rstrip(",.!?")
            kind = known.starts.get(start) or known.starts.get(start.rstrip(" :")) or ""
            if kind and (kind != "end" or (line.words <= END_WITHIN and not line.ends_sentence)):
                return kind
    if line.words <= CONTAINS_WITHIN and known.any_inside.search(key) and not QUOTED.search(line.text):
        return next((kind for phrase, kind in known.contains if phrase in key), "")
    return ""


def _is_menu(key: str, known: dict[str, str]) -> bool:
    """Whether a line is nothing but set phrases one after the other: ``share tweet print``, ``home | sport | arts``."""
    words = [word for word in key.split() if any(letter.isalnum() for letter in word)]
    reached = {0}
    for end in range(1, len(words) + 1):
        starts = (start for start in range(max(0, end - 4), end) if start in reached)
        if any(" ".join(words[start:end]).strip("|,/·•") in known for start in starts):
            reached.add(end)
    return len(words) in reached and len(words) >= 2
