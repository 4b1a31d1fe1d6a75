"""What the trees that choose a headline see of each line that may be one: its form, its place, what of the article it
tells, and what stands beside it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from sayso.documents.credits.bylines import is_person_line
from sayso.documents.dates.words import find_dates
from sayso.documents.zones.features import KINDS, NEAR, shown_of
from sayso.documents.zones.headlines import HeadlineFinder, stems
from sayso.documents.zones.lines import Line
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones.finder import PageLines

#: A headline is looked for so many lines above the first paragraph and below it, and among so many first lines.
ABOVE, BELOW, TOP = 60, 14, 12
#: A headline has at most so many words and characters.
MOST_WORDS, LONGEST = 40, 260
#: This many lines of running text tell what the article is about; so many of them are its beginning.
TOPIC_LINES, BEGINNING = 60, 4
#: Distances are cut off here (lines).
FAR, NEARBY = 60, 8
#: Lines above and below whose own figures are seen too.
BESIDE = (-3, -2, -1, 1, 2, 3)
#: A line of at most so many words is short, as a menu's items are.
SHORT = 3
#: What another line may have before or after the whole of this one has at least so many letters.
LEAST_TOLD = 12
META = (Zone.BYLINE, Zone.DATELINE)


def candidates(page: PageLines, finder: HeadlineFinder) -> list[int]:
    """The lines that may be the headline, in their order; none where the page has no article."""
    if page.core == (0, 0):
        return []
    first, count = page.first, len(page.lines)
    numbers = sorted({*range(min(TOP, count)), *range(max(0, first - ABOVE), min(first + BELOW, count))})
    return [n for n in numbers if _is_short(page.lines[n]) and not finder.is_other(n)]


def _is_short(line: Line) -> bool:
    """Whether a line is as long as headlines are, and no sentence of running text."""
    told = line.is_prose and line.text.endswith(".")
    return 0 < line.words <= MOST_WORDS and line.length <= LONGEST and not told


def head_figures(page: PageLines, finder: HeadlineFinder, ruled: int | None, numbers: Sequence[int]) -> Any:
    """An array of float32, shape (lines of ``numbers``, figures); ``ruled`` is the line that the rules choose."""
    import numpy as np

    low, high = numbers[0] - max(BESIDE), numbers[-1] + max(BESIDE)
    inside = range(max(0, low), min(high + 1, len(page.lines)))
    forms = {number: _form(page, number) for number in inside}
    none = (0.0,) * len(forms[numbers[0]])
    topic = Topic(page)
    places = _places(page, finder, ruled, numbers)
    rows = [
        (*forms[n], *topic.figures(page.lines[n]), *place, *chain.from_iterable(forms.get(n + s, none) for s in BESIDE))
        for n, place in zip(numbers, places, strict=True)
    ]
    return np.array(rows, dtype=np.float32)


def _form(page: PageLines, number: int) -> tuple[float, ...]:
    """What a line's own words show; the first figure is 1: beyond the page's edges there are zeros."""
    line, kind, near = page.lines[number], page.kinds[number], page.near(number)
    shown = shown_of(line)
    return (
        1.0, math.log1p(line.words), math.log1p(line.length), line.function_words / max(1, line.words),
        line.capitalised, line.ends_sentence, line.cut_short, line.bullet, line.apart, line.closed, line.is_prose,
        line.is_sentence, line.is_heading, min(page.counts[line.key], 4), page.captions[number], shown.digits,
        shown.before, shown.asks, shown.small, shown.bar, shown.address, shown.quoted, shown.to_reader,
        line.script == page.script, line.text.isupper(),
        KINDS.index(kind) + 1 if kind in KINDS else 0, NEAR.index(near) + 1 if near in NEAR else 0,
    )  # fmt: skip


class Topic:
    """How much of what the article tells a line tells."""

    def __init__(self, page: PageLines):
        runs = [n for n in range(page.first, page.core[1]) if page.runs(n)][:TOPIC_LINES]
        held = [stems(page.lines[n].text[:1_000]) for n in runs]
        self.of_lines = Counter(chain.from_iterable(held))
        self.beginning = frozenset(chain.from_iterable(held[:BEGINNING]))
        self.count = max(1, len(runs))

    def figures(self, line: Line) -> tuple[float, ...]:
        """Its longer words that the article has: their share, how many, their mean frequency; the share that the
        article's beginning has. -1 without such a word."""
        own = stems(line.text)
        if not own:
            return (-1.0, 0.0, 0.0, -1.0)
        told = [self.of_lines[stem] for stem in own if stem in self.of_lines]
        often = sum(math.log1p(times) for times in told) / len(own)
        return (len(told) / len(own), float(len(told)), often, len(own & self.beginning) / len(own))


def _places(
    page: PageLines, finder: HeadlineFinder, ruled: int | None, numbers: Sequence[int]
) -> list[tuple[float, ...]]:
    """Where each line stands, what the rules make of it, and what stands above and below it."""
    first, end = page.first, page.core[1]
    topic = finder.topic(first, end)
    scored = {n: finder.score(n, first, topic) for n in numbers}
    best = max(scored.values())
    metas = [
        n for n in range(max(0, numbers[0] - NEARBY), min(len(page.lines), numbers[-1] + NEARBY)) if _signs(page, n)
    ]
    heads = [n for n in numbers if page.lines[n].is_heading and page.lines[n].words > SHORT and not page.kinds[n]]
    keys = _keys(page, numbers)
    rows = []
    for n in numbers:
        line = page.lines[n]
        rows.append((
            min(FAR, first - n), min(n, FAR), n / len(page.lines), math.log1p(len(page.lines)), n < end,
            page.core[0] <= n, scored[n], best - scored[n], n == ruled, n - ruled if ruled is not None else -FAR,
            *_nearest(metas, n), _short_run(page, n, -1), _short_run(page, n, 1),
            min(NEARBY, sum(n < other < first for other in heads)), min(NEARBY, sum(other < n for other in heads)),
            line.key == finder.site, bool(finder.site) and finder.site in line.key,
            *_repeats(line, keys, n), is_person_line(line.text) if line.words <= 8 else 0.0,
        ))  # fmt: skip
    return rows


def _signs(page: PageLines, number: int) -> bool:
    """Whether a line is a byline or a day."""
    line = page.lines[number]
    return page.near(number) in META or (line.words <= 12 and bool(find_dates(line.text)))


def _nearest(metas: Sequence[int], number: int) -> tuple[float, float, float]:
    """How far the next line that signs is, above and below, and whether the line itself is one."""
    above = min((number - n for n in metas if n < number), default=NEARBY)
    below = min((n - number for n in metas if n > number), default=NEARBY)
    return float(min(above, NEARBY)), float(min(below, NEARBY)), float(number in metas)


def _short_run(page: PageLines, number: int, step: int) -> float:
    """How many short lines in a row stand above or below a line."""
    count = 0
    at = number + step
    while 0 <= at < len(page.lines) and count < NEARBY and page.lines[at].words <= SHORT:
        count, at = count + 1, at + step
    return float(count)


def _keys(page: PageLines, numbers: Sequence[int]) -> list[tuple[int, str]]:
    """The lines from the page's first to a few below the candidates that are long enough to hold another, each with its
    number."""
    around = range(min(len(page.lines), numbers[-1] + NEARBY))
    return [(n, page.lines[n].key) for n in around if len(page.lines[n].key) >= LEAST_TOLD]


def _repeats(line: Line, keys: Sequence[tuple[int, str]], number: int) -> tuple[float, ...]:
    """Whether the line stands again above and below; whether a longer line begins with it, ends with it or holds it,
    and whether one of the first does."""
    key = line.key
    if len(key) < LEAST_TOLD:
        return (0.0,) * 6
    above = below = begins = ends = holds = top = 0
    for n, other in keys:
        if n == number or key not in other:
            continue
        same = other == key
        above += same and n < number
        below += same and n > number
        begins += not same and other.startswith(key)
        ends += not same and other.endswith(key)
        holds += 1
        top += n < 3
    return tuple(float(min(3, seen)) for seen in (above, below, begins, ends, holds, top))
