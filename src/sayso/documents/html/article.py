"""Which lines of a web page are those of an article whose words are known, as where the page's data state them.

Lines are told by runs of words, so that offsets never depend on how the words were rewritten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from sayso.documents.html.lines import Layout, Line, Shown
from sayso.documents.html.marks import OUTSIDE
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


def with_article(text: str, lines: tuple[Line, ...], layout: Layout, article: str) -> Shown:
    """What a page shows with the paragraphs of an article added at the end."""
    out, nodes = list(lines), list(layout.nodes)
    for paragraph in article.splitlines():
        if content := paragraph.strip():
            start = len(text) + (2 if text else 0)
            text = f"{text}\n\n{content}" if text else content
            out.append(Line(start, len(text), "p", (), 0.0))
            nodes.append(0)
    return Shown(text, tuple(out), layout._replace(nodes=nodes), 0)


def body_lines(lines: Sequence[Line], words: Sequence[Words], article: str) -> frozenset[int]:
    """The indexes of the lines whose words, given beside them, are the article's."""
    rows = [(row, words_of(row)) for row in article.splitlines()]
    runs = set(_runs([word for _, own in rows for word in own]))
    stated = Counter(own for _, own in rows if own)
    for row, _ in rows:
        # A table's row may be one line, its cells divided by bars.
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
