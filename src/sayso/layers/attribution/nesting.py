"""Which finding lies inside another's content. Looks only at what covers the same stretch of text, so that the time
that a document of many attributions takes grows with its length."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.ground import Finding
from sayso.spans import Range, overlap
from sayso.vocab import AttributionType, Certainty

#: Code points of one stretch of the index.
STRETCH = 256


def size(ranges: Sequence[Range]) -> int:
    return sum(e - s for s, e in ranges)


def share(a: Sequence[Range], b: Sequence[Range]) -> float:
    """How much of the two's union they share; each holds no range that overlaps another."""
    both = sum(overlap(x, y) for x in a for y in b)
    union = size(a) + size(b) - both
    return both / union if union else 0.0


class Cover:
    """Findings by the stretches of text that their contents, or their cues, cover. Numbers are places in the list."""

    def __init__(self, findings: Sequence[Finding], role: str = "content"):
        self._at: dict[int, list[int]] = {}
        for n, finding in enumerate(findings):
            for start, end in getattr(finding, role):
                for stretch in range(start // STRETCH, (max(start, end - 1)) // STRETCH + 1):
                    self._at.setdefault(stretch, []).append(n)

    def near(self, ranges: Sequence[Range]) -> list[int]:
        """The findings that cover a stretch in which one of the ranges begins or ends, in order."""
        stretches = {edge // STRETCH for start, end in ranges for edge in (start, max(start, end - 1))}
        return sorted({n for s in stretches for n in self._at.get(s, ())})


def worth_keeping(findings: list[Finding]) -> list[Finding]:
    """Without what lies inside another's content and adds no further voice: there only statements count, and a denial
    that the whole content is about (``the minister rejected the charges, AP reported``)."""
    cover = Cover(findings)
    mains = {f.main[1].start for f in findings if f.main is not None and f.entry.type is AttributionType.STATEMENT}

    def inside(number: int) -> bool:
        cue = findings[number].cue
        around = (n for n in cover.near(cue[:1]) if n != number)
        return any(findings[n].entry.type is AttributionType.STATEMENT and findings[n].holds(cue) for n in around)

    def is_main(finding: Finding) -> bool:
        return finding.verb is not None and finding.verb[1].start in mains and _denies(finding)

    return [f for n, f in enumerate(findings) if _is_statement(f) or is_main(f) or not inside(n)]


def _denies(finding: Finding) -> bool:
    return finding.entry.type is AttributionType.STATEMENT and finding.entry.certainty is Certainty.DENIED


def _is_statement(finding: Finding) -> bool:
    """Whether the finding says that somebody said that something is so."""
    whole = finding.quoted or finding.hidden or finding.main is None or finding.main[1].pos in {"VERB", "AUX"}
    return whole and finding.entry.type is AttributionType.STATEMENT


def outer_of(findings: Sequence[Finding]) -> list[int | None]:
    """For each finding the one with the smallest content that holds its cue and content whole and is larger."""
    cover = Cover(findings)
    sizes = [size(f.content) for f in findings]
    out: list[int | None] = []
    for number, finding in enumerate(findings):
        fitting = [
            (sizes[n], n)
            for n in cover.near(finding.cue[:1])
            if sizes[n] > sizes[number] and findings[n].holds(finding.cue) and findings[n].holds(finding.content)
        ]
        out.append(min(fitting)[1] if fitting else None)
    return out
