"""Whole names as sources: the tagger and the parser may take a part of a name for the source and leave the rest."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.layers.attribution.ground import Finding, Ground
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
    """Where the name begins that the span begins inside of, with its article or owner; else the span's beginning."""
    at = bisect.bisect_left(names, (span[0], 0))
    inside = [start for start, end in names[max(0, at - 4) : at] if start < span[0] < end <= span[1]]
    if not inside:
        return span[0]
    sentence = ground.sentence_at(inside[0])
    if sentence is None or sentence.start > inside[0]:
        return span[0]
    before = [t for t in sentence.tokens if t.end <= inside[0]]
    at = len(before)
    if at and before[-1].tag == "POS":
        at -= 1
        while at and before[at - 1].pos == "PROPN":
            at -= 1
    at -= bool(at) and before[at - 1].tag == "DT"
    return before[at].start if at < len(before) else inside[0]
