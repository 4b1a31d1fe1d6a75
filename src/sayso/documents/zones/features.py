"""What the line classifier sees of a flat page: one row of figures a line, its neighbours' included.

The figures are of form: lengths, punctuation, set phrases, repetition, place beside the running text, words shared with
it; what the words of a line themselves tell is in ``words``.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.documents.zones.headlines import stems
from sayso.documents.zones.lines import REMEMBERED, Line, words_of_kind
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones.finder import PageLines

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

    own = _of_lines(page, zones)
    padded = np.zeros((len(own) + 2 * max(BESIDE), own.shape[1]), dtype=np.float32)
    padded[max(BESIDE) : max(BESIDE) + len(own)] = own
    beside = [padded[max(BESIDE) + step : max(BESIDE) + step + len(own)] for step in BESIDE]
    return np.hstack([own, _of_places(page, zones), *beside])


def _of_lines(page: PageLines, zones: Sequence[Zone]) -> Any:
    """What the lines' own words show. The first figure is 1: beside the page's edges there are lines of zeros."""
    import numpy as np

    count = len(page.lines)
    numbers = range(count)
    captions = map(page.captions.__getitem__, numbers)
    seen = [
        (
            1.0, math.log1p(line.words), line.function_words / max(1, line.words), line.capitalised,
            shown.digits, line.ends_sentence, line.cut_short, line.bullet, line.apart, line.closed,
            line.is_prose, line.is_sentence, min(page.counts[line.key], 4), caption, *shown[1:7],
            line.script != "LATIN", shown.to_reader,
        )
        for line, caption, shown in zip(page.lines, captions, map(shown_of, page.lines), strict=True)
    ]  # fmt: skip
    told = np.zeros((count, len(KINDS) + len(NEAR) + 1 + len(RULED)), dtype=np.float32)
    told[numbers, len(KINDS) + len(NEAR)] = [page.own[number] is not None for number in numbers]
    at = 0
    kinds, near = map(page.kinds.__getitem__, numbers), map(page.near, numbers)
    for known, given in ((KINDS, kinds), (NEAR, near), (RULED, zones)):
        held = [(number, at + known.index(value)) for number, value in enumerate(given) if value in known]
        if held:
            told[tuple(zip(*held, strict=True))] = 1.0
        at += len(known) + (known is NEAR)
    return np.hstack([np.array(seen, dtype=np.float32), told])


class Shown(NamedTuple):
    """What the characters of a line show, wherever it stands."""

    digits: float  # share of the characters
    before: bool  # it ends with a colon
    asks: bool
    small: bool  # it begins with a small letter
    bar: bool
    address: bool
    quoted: bool
    to_reader: float  # share of words such as *you* and *our*


def shown_of(line: Line) -> Shown:
    """What a line's characters show."""
    return _shown_by(line.text, line.key, line.words)


@functools.lru_cache(maxsize=REMEMBERED)
def _shown_by(text: str, key: str, words: int) -> Shown:
    digits = sum(map(text.count, "0123456789"))
    if not text.isascii():
        digits += sum(map(str.isdigit, BEYOND_ASCII.findall(text)))
    to_reader = len(list(filter(words_of_kind("reader").__contains__, key.split()))) / words if words else 0.0
    return Shown(
        digits / max(1, len(text)), text.endswith(":"), text.endswith("?"), text[0].islower(), "|" in text,
        "@" in text or "http" in text, '"' in text or "“" in text, to_reader,
    )  # fmt: skip


def _of_places(page: PageLines, zones: Sequence[Zone]) -> Any:
    """Where each line stands among the running text, and how many of its words that has."""
    import numpy as np

    count = len(page.lines)
    at = np.arange(count)
    running = [page.runs(number) for number in range(count)]
    runs = np.flatnonzero(running)
    held = np.where(running, [line.words for line in page.lines], 0)
    words, plain, body = map(_summed, (held, held == 0, [zone is Zone.BODY for zone in zones]))
    total = max(1, int(words[-1]))
    begin, end = page.core
    headline = page.headline if page.headline is not None else page.first
    ended, commented = (np.flatnonzero([page.kinds[n] == known for n in range(count)]) for known in ("end", "comments"))
    columns = [
        np.minimum(_since(runs, at, 1), FAR), np.minimum(_since((count - 1 - runs)[::-1], at, 1)[::-1], FAR),
        words[:-1] / total, (words[-1] - words[1:]) / total, (begin <= at) & (at < end),
        *(np.clip(distance, -FAR, FAR) for distance in (at - begin, end - at, at - page.first, at - headline)),
        np.full(count, math.log1p(count)), np.full(count, math.log1p(total)), at / count,
        np.minimum(_since(ended, at), FAR), np.minimum(_since(commented, at), FAR * 4), _shared(page, runs.tolist()),
    ]  # fmt: skip
    for width in WINDOWS:
        low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, count)
        around = (words[high] - words[low] - held).tolist()
        columns += [list(map(math.log1p, around)), *((of[high] - of[low]) / (high - low) for of in (plain, body))]
    return np.column_stack(columns).astype(np.float32)


def _summed(values: Any) -> Any:
    """The sums of the first values: of none of them, of one, and so on to all."""
    import numpy as np

    return np.concatenate([[0], np.cumsum(values)])


def _since(places: Any, at: Any, least: int = 0) -> Any:
    """How far each of ``at`` lies behind the last of the places that is ``least`` before it; from above the first line
    where there is none."""
    import numpy as np

    held = np.concatenate([[-FAR - 1], places])
    return at - held[np.searchsorted(places, at - least, side="right")]


def _shared(page: PageLines, runs: Sequence[int]) -> list[float]:
    """The share of each line's longer words that other lines of running text in the article's stretch have; -1 where
    it has no such word."""
    of_lines = [stems(line.text[:400]) for line in page.lines]
    counted = {n for n in runs if page.core[0] <= n < page.core[1]}
    held = Counter(chain.from_iterable(of_lines[n] for n in counted))
    several = {stem for stem, times in held.items() if times > 1}
    return [
        len(own & (several if number in counted else held.keys())) / len(own) if own else -1.0
        for number, own in enumerate(of_lines)
    ]
