"""What the line classifier sees of a flat page: one row of figures a line, its neighbours' included.

The figures are of form: lengths, punctuation, set phrases, repetition, place beside the running text, words shared with
it; what the words of a line themselves tell is in ``words``.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.documents.headlines import stems
from sayso.documents.lines import Line, words_of_kind
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones import PageLines

KINDS = ("furniture", "promo", "end", "comments", "teaser", "caption", "listed", "licence")
NEAR = (Zone.BYLINE, Zone.DATELINE, Zone.CREDIT, Zone.LICENCE)
RULED = (
    Zone.BODY, Zone.CAPTION, Zone.TEASER, Zone.FURNITURE, Zone.HEADLINE, Zone.CREDIT, Zone.BYLINE, Zone.DATELINE,
    Zone.COMMENT,
)  # fmt: skip
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
#: Distances are cut off here (lines).
FAR = 25
#: Half the widths of the windows over which running text is summed (lines).
WINDOWS = (2, 5, 12)
#: Lines above and below whose own figures are seen too, and how many of a line's first figures those are.
BESIDE = (-3, -2, -1, 1, 2, 3)


def line_features(page: PageLines, zones: Sequence[Zone]) -> Any:
    """An array of float32, shape (lines, figures); ``zones`` are those that the rules give the lines."""
    import numpy as np

    own = np.array([_of_line(page, n, zones[n]) for n in range(len(page.lines))], dtype=np.float32)
    around = np.array(_of_place(page, zones), dtype=np.float32)
    padded = np.zeros((len(own) + 2 * max(BESIDE), own.shape[1]), dtype=np.float32)
    padded[max(BESIDE) : max(BESIDE) + len(own)] = own
    beside = [padded[max(BESIDE) + step : max(BESIDE) + step + len(own)] for step in BESIDE]
    return np.hstack([own, around, *beside])


def _of_line(page: PageLines, number: int, zone: Zone) -> list[float]:
    """What a line's own words show. The first figure is 1: beside the page's edges there are lines of zeros."""
    line, kind, near = page.lines[number], page.kinds[number], page.near(number)
    text = line.text
    digits = sum(map(text.count, "0123456789"))
    if not text.isascii():
        digits += sum(map(str.isdigit, BEYOND_ASCII.findall(text)))
    return [
        1.0, math.log1p(line.words), line.function_words / max(1, line.words), line.capitalised,
        digits / max(1, len(text)), line.ends_sentence, line.cut_short, line.bullet, line.apart, line.closed,
        line.is_prose, line.is_sentence, min(page.counts[line.key], 4), page.captions[number], text.endswith(":"),
        text.endswith("?"), text[0].islower(), "|" in text, "@" in text or "http" in text,
        '"' in text or "“" in text, line.script != "LATIN", _to_reader(line),
        *(kind == known for known in KINDS), *(near is known for known in NEAR), page.own[number] is not None,
        *(zone is known for known in RULED),
    ]  # fmt: skip


def _to_reader(line: Line) -> float:
    """The share of words such as *you* and *our*."""
    if not line.words:
        return 0.0
    addressed = words_of_kind("reader")
    return sum(map(addressed.__contains__, line.key.split())) / line.words


def _of_place(page: PageLines, zones: Sequence[Zone]) -> list[list[float]]:
    """Where each line stands among the running text, and how many of its words that has."""
    lines = page.lines
    count = len(lines)
    runs = [n for n in range(count) if page.runs(n)]
    held = [line.words if page.runs(n) else 0 for n, line in enumerate(lines)]
    words = [0, *itertools.accumulate(held)]
    plain = [0, *itertools.accumulate(int(h == 0) for h in held)]
    body = [0, *itertools.accumulate(int(zone is Zone.BODY) for zone in zones)]
    total = max(1, words[-1])
    begin, end = page.core
    headline = page.headline if page.headline is not None else page.first
    shared = _shared(page, runs)
    ended = commented = FAR
    out: list[list[float]] = []
    for number in range(count):
        ended = 0 if page.kinds[number] == "end" else min(ended + 1, FAR)
        commented = 0 if page.kinds[number] == "comments" else min(commented + 1, FAR * 4)
        at = bisect.bisect_left(runs, number)
        above = number - runs[at - 1] if at else FAR
        ahead = bisect.bisect_right(runs, number)
        below = runs[ahead] - number if ahead < len(runs) else FAR
        row = [
            min(above, FAR), min(below, FAR), words[number] / total, (words[-1] - words[number + 1]) / total,
            begin <= number < end, _cut(number - begin), _cut(end - number), _cut(number - page.first),
            _cut(number - headline), math.log1p(count), math.log1p(total), number / count, ended, commented,
            shared[number],
        ]  # fmt: skip
        for width in WINDOWS:
            low, high = max(0, number - width), min(count, number + width + 1)
            row += [math.log1p(words[high] - words[low] - held[number]), (plain[high] - plain[low]) / (high - low)]
            row.append((body[high] - body[low]) / (high - low))
        out.append([float(value) for value in row])
    return out


def _cut(distance: int) -> int:
    return max(-FAR, min(FAR, distance))


def _shared(page: PageLines, runs: Sequence[int]) -> list[float]:
    """The share of each line's longer words that other lines of running text in the article's stretch have; -1 where
    it has no such word."""
    of_lines = [stems(line.text[:400]) for line in page.lines]
    inside = [n for n in runs if page.core[0] <= n < page.core[1]]
    held = Counter(stem for n in inside for stem in of_lines[n])
    counted = set(inside)
    out = []
    for number, own in enumerate(of_lines):
        others = sum(held[stem] > (number in counted) for stem in own)
        out.append(others / len(own) if own else -1.0)
    return out
