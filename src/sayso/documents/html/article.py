"""The article of a web page: its words as the extractor finds them, and which of the page's lines they are.

The only importer of trafilatura. Lines are told by runs of words, so that offsets never depend on how the extractor
rewrites what it finds.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from copy import copy
from typing import Any

from sayso.documents.html.marks import OUTSIDE
from sayso.documents.html.markup import Line
from sayso.documents.zones.lines import BEYOND_LATIN, LATIN_ENDS

#: Runs of this many words tell a line of the article; a shorter line must equal a line of the article.
RUN = 4
#: A line is the article's when at least this share of its runs are.
SHARE = 0.6
#: An article of fewer words is not missed.
LEAST = 40

_EAST = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
EAST = re.compile(f"[{_EAST}]")
WORD = re.compile(r"\w+")
#: The same in lower case and ASCII, and where the letters are Latin: to name them takes less time than to ask of each.
ASCII_WORD = re.compile(r"[a-z0-9_]+")
LATIN_WORD = re.compile(f"[{''.join(c for c in map(chr, range(LATIN_ENDS)) if c.isalnum() or c == '_')}]+")
EASTERN_WORD = re.compile(rf"[{_EAST}]|[^\W{_EAST}]+")

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text, lower case; each letter of a script without spaces is one."""
    low = text.casefold()
    if low.isascii():
        return tuple(ASCII_WORD.findall(low))
    if not BEYOND_LATIN.search(low):
        return tuple(LATIN_WORD.findall(low))
    return tuple((EASTERN_WORD if EAST.search(low) else WORD).findall(low))


def find_article(tree: Any, url: str | None, *, quick: bool) -> str:
    """The words of the article as the extractor gives them, a paragraph a line; empty if it finds none. ``quick``
    leaves out the other extractors that it compares itself with."""
    import trafilatura

    options = copy(_options(quick))
    options.url = url
    try:
        found = trafilatura.bare_extraction(tree, options=options)
    except Exception:
        # A library that walks hostile trees: whatever it stumbles over, the page is still read by its lines.
        return ""
    return str(getattr(found, "text", None) or "")


@functools.cache
def _options(quick: bool) -> Any:
    """What the extractor is asked for; made once, for that reads its settings anew each time."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, fast=quick)


def find_body(
    tree: Any, url: str | None, lines: Sequence[Line], words: Sequence[Words], told: Sequence[int]
) -> tuple[str, frozenset[int]]:
    """The article as the extractor finds it, and its lines. Where it holds less than a third of what the lines' own
    words say is the article (the lines ``told``), and has not as many other words, the extractor tries all its other
    ways too; what holds more of that is taken."""

    def held(body: frozenset[int]) -> int:
        return sum(len(words[index]) for index in told if index in body)

    article = find_article(tree, url, quick=True)
    body = body_lines(lines, words, article)
    count = sum(len(words[index]) for index in told)
    if count >= LEAST and 3 * held(body) < count and len(words_of(article)) < count:
        other = find_article(tree, url, quick=False)
        others = body_lines(lines, words, other)
        if held(others) >= held(body):
            return other, others
    return article, body


def with_article(text: str, lines: tuple[Line, ...], article: str) -> tuple[str, tuple[Line, ...]]:
    """The text and lines with the paragraphs of an article added at the end."""
    out = list(lines)
    for paragraph in article.splitlines():
        if content := paragraph.strip():
            start = len(text) + (2 if text else 0)
            text = f"{text}\n\n{content}" if text else content
            out.append(Line(start, len(text), "p", (), 0.0))
    return text, tuple(out)


def body_lines(lines: Sequence[Line], words: Sequence[Words], article: str) -> frozenset[int]:
    """The indexes of the lines whose words, given beside them, are the article's."""
    rows = [(row, words_of(row)) for row in article.splitlines()]
    runs = set(_runs([word for _, own in rows for word in own]))
    stated = Counter(own for _, own in rows if own)
    for row, _ in rows:
        # The extractor writes a table's row as one line, its cells divided by bars.
        if "|" in row:
            stated.update(filter(None, map(words_of, set(row.split("|")))))
    found = {index: own for index, own in enumerate(words) if own in stated or _is_like(own, runs)}
    long = [index for index, own in found.items() if len(own) >= RUN]
    if not long:
        return frozenset()
    # A short line may be like one of the article's by chance: it must stand among them.
    kept = {index for index, own in found.items() if len(own) >= RUN or long[0] <= index <= long[-1]}
    return frozenset(kept - _doubles({i: found[i] for i in kept}, lines, stated, long[len(long) // 2]))


def _is_like(own: Words, runs: Set[Words]) -> bool:
    """Whether most runs of a line's words are among those of the article; a line shorter than a run has none."""
    return len(own) >= RUN and sum(map(runs.__contains__, _runs(own))) >= SHARE * (len(own) - RUN + 1)


def lacks_most(words: Sequence[Words], body: frozenset[int], article: str) -> bool:
    """Whether the page's lines, whose words are given, have less than half of what an article has; ``body`` are those
    known to be its own."""
    stated = words_of(article)
    if len(stated) < LEAST or 2 * sum(len(words[index]) for index in body) >= len(stated):
        return False
    held = set(_runs([word for own in words for word in own]))
    runs = list(_runs(stated))
    return 2 * sum(map(held.__contains__, runs)) < len(runs)


def _runs(words: Sequence[str]) -> Iterator[Words]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _doubles(found: dict[int, Words], lines: Sequence[Line], stated: Counter[Words], middle: int) -> set[int]:
    """Lines that repeat the words of another without the article doing so: all but those nearest its middle."""
    groups: dict[Words, list[int]] = {}
    for index, own in found.items():
        groups.setdefault(own, []).append(index)
    out: set[int] = set()
    for own, indexes in groups.items():
        if len(indexes) > 1:
            indexes.sort(key=lambda i: (any(m in OUTSIDE for m, _ in lines[i].marks), abs(i - middle), i))
            out.update(indexes[max(1, stated[own]) :])
    return out
