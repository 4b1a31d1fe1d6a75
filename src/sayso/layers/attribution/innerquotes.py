"""Speech inside speech: ``"She told me, 'The bridge is ours,'" he said``. Only where a cue stands beside the inner
quotation, so that words in single marks that are no speech ("the word 'queue'") stay what they are."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.attribution.direct import Beside, beside_inner
from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.parsing.quotes import Quotation, quotations_of

#: How somebody names himself, alone or with others, and the one he speaks to.
OWN = frozenset(("i", "we", "you"))


def find_inner(ground: Ground) -> list[Finding]:
    """The attributions of quotations that stand inside a quotation, in text order; contents are with their marks."""
    found = []
    for paragraph in ground.paragraphs:
        for outer in paragraph.quotations:
            for inner, floor, ceiling in _inside(ground, outer):
                beside = beside_inner(ground, paragraph, inner, floor, ceiling)
                if beside is not None and _is_told(ground, beside):
                    found.append(_finding(ground, beside, inner))
    return found


def _inside(ground: Ground, outer: Quotation) -> Iterator[tuple[Quotation, int, int]]:
    """The closed quotations inside one, each with the end of the one before and the start of the next."""
    inner = [q for q in quotations_of(ground.text, outer.inner, outer.inner_end) if q.closed]
    ends = [outer.inner, *(q.end for q in inner)]
    starts = [*(q.start for q in inner), outer.inner_end]
    yield from zip(inner, ends, starts[1:], strict=False)


def _is_told(ground: Ground, beside: Beside) -> bool:
    """Whether somebody else is said to have said it. What he may, would or is to say (all in the bare form of the
    verb) is nobody's word, and who quotes himself adds no voice."""
    words = [t.text.lower() for _, t in ground.tokens([beside.source])] if beside.source else []
    if not words or (len(words) == 1 and words[0] in OWN):
        return False
    return beside.verb.tag != "VB" and not ground.tree(beside.sentence).negated(beside.verb)


def _finding(ground: Ground, beside: Beside, inner: Quotation) -> Finding:
    return Finding(
        cue=[beside.cue],
        source=[beside.source] if beside.source else [],
        content=[(inner.start, inner.end)],
        entry=beside.entry,
        verb=(beside.sentence, beside.verb),
        detail=f"a quotation in a quotation, beside “{ground.text[slice(*beside.cue)]}”",
        quoted=True,
    )
