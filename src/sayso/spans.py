"""Span algebra: what ranges of a text cover, where they overlap, and what is left of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.types import Span

Range = tuple[int, int]


def text_of(text: str, spans: Span | Sequence[Span]) -> str:
    """The words that a span covers; those of several spans are joined by `` … ``."""
    if isinstance(spans, Span):
        return text[spans.start : spans.end]
    return " … ".join(text[s.start : s.end] for s in spans)


def overlap(a: Range, b: Range) -> int:
    """How many code points two ranges share; 0 where they only touch."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def contains(outer: Range, inner: Range) -> bool:
    """Whether one range holds all of another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def trimmed(text: str, start: int, end: int, also: str = "") -> Range:
    """The range without white space, and without characters of ``also``, at either end; empty if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end


def merged(ranges: Iterable[Range], gap: int = 0) -> list[Range]:
    """The union of the ranges, sorted; ranges at most ``gap`` apart become one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def without(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """What is left of the ranges when the holes are cut out."""
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
