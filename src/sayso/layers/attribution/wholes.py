"""Whole names as sources: the tagger and the parser may take a part of a name for the source and leave the rest."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.parsing.parse import Token
from sayso.spans import Range, overlap, trimmed, without
from sayso.types import Mention
from sayso.vocab import Level


def take_whole_names(ground: Ground, mentions: Sequence[Mention], findings: Sequence[Finding]) -> None:
    """Gives each source the whole of a name that it has a part of, and takes that part from the content. The findings
    are changed in place."""
    names = sorted({(m.span.start, m.span.end) for m in mentions if m.level is Level.NAME})
    for finding in findings:
        cut: list[Range] = []
        for spans in {id(s): s for s in (finding.source, finding.told) if s}.values():
            for n, span in enumerate(spans):
                start = _whole_from(ground, names, span)
                if start < span[0] and not any(overlap((start, span[0]), c) for c in finding.cue):
                    spans[n] = (start, span[1])
                    cut.append((start, span[0]))
        if cut:
            pieces = [trimmed(ground.text, *piece, " ,") for piece in without(finding.content, cut)]
            finding.content = [piece for piece in pieces if piece[0] < piece[1]] or finding.content


def _whole_from(ground: Ground, names: Sequence[Range], span: Range) -> int:
    """Where the name begins that the span begins inside of, with whose it is before it; else the span's beginning."""
    at = bisect.bisect_left(names, (span[0], 0))
    inside = [start for start, end in names[max(0, at - 4) : at] if start < span[0] < end <= span[1]]
    if not inside:
        return span[0]
    sentence = ground.sentence_at(inside[0])
    if sentence is None or sentence.start > inside[0]:
        return span[0]
    before = [t for t in sentence.tokens if t.end <= inside[0]]
    return _with_owner(before, inside[0])


def _with_owner(before: Sequence[Token], start: int) -> int:
    """The start of a name with the article before it, or with the nation or the body that it belongs to."""
    if before and before[-1].tag == "DT":
        return before[-1].start
    if len(before) < 2 or before[-1].tag != "POS" or before[-2].pos != "PROPN":
        return start
    place = len(before) - 2
    while place and before[place - 1].pos == "PROPN":
        place -= 1
    if place and before[place - 1].tag == "DT":
        place -= 1
    return before[place].start
