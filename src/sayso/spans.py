"""Span algebra, and the way back from a changed text to the one it was made from."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence

from sayso.types import Span

Range = tuple[int, int]


def text_of(text: str, spans: Span | Sequence[Span]) -> str:
    """The words that a span, or several in text order, cover (several joined by `` … ``)."""
    if isinstance(spans, Span):
        return text[spans.start : spans.end]
    return " … ".join(text[s.start : s.end] for s in spans)


def overlap(a: Range, b: Range) -> int:
    """How many code points two ranges share; 0 where they only touch."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def contains(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def trimmed(text: str, start: int, end: int, also: str = "") -> Range:
    """The range without white space, or characters of ``also``, at either end; empty if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end


def merged(ranges: Iterable[Range], gap: int = 0) -> list[Range]:
    """The union of the ranges, sorted; two that lie at most ``gap`` apart become one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def without(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """What is left of the ranges once the holes are cut out."""
    out = merged(ranges)
    for hole_start, hole_end in merged(holes):
        cut: list[Range] = []
        for start, end in out:
            if hole_end <= start or end <= hole_start:
                cut.append((start, end))
                continue
            if start < hole_start:
                cut.append((start, hole_start))
            if hole_end < end:
                cut.append((hole_end, end))
        out = cut
    return out


class Alignment:
    """Offsets of a derived text ↔ offsets of the text it was derived from.

    ``pieces`` are ``(derived start, original start, length)`` stretches copied unchanged, in derived order. What lies
    between two pieces was inserted, dropped or replaced; an offset there maps to the nearer edge of its gap.
    """

    def __init__(self, pieces: Iterable[tuple[int, int, int]]):
        self.pieces = [p for p in pieces if p[2] > 0]
        self._starts = [p[0] for p in self.pieces]

    @classmethod
    def of_substitution(
        cls, text: str, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]
    ) -> tuple[str, Alignment]:
        """``pattern.sub(replacement, text)`` together with the alignment back to ``text``."""
        out: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        at = derived = 0
        for match in pattern.finditer(text):
            kept = text[at : match.start()]
            pieces.append((derived, at, len(kept)))
            new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            out += [kept, new]
            derived += len(kept) + len(new)
            at = match.end()
        pieces.append((derived, at, len(text) - at))
        out.append(text[at:])
        return "".join(out), cls(pieces)

    def original(self, start: int, end: int) -> Range:
        """The range of the original text that a range of the derived text came from."""
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        i = bisect.bisect_right(self._starts, offset) - 1
        if i < 0:
            return self.pieces[0][1] if self.pieces else 0
        derived, original, length = self.pieces[i]
        if offset < derived + length or i + 1 == len(self.pieces):
            return original + min(offset - derived, length)
        return self.pieces[i + 1][1]

    def _end(self, offset: int) -> int:
        i = bisect.bisect_left(self._starts, offset) - 1
        if i < 0:
            return self.pieces[0][1] if self.pieces else 0
        derived, original, length = self.pieces[i]
        return original + min(offset - derived, length)
