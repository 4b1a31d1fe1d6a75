"""Headlines that say more than the text below them, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.relations.agreement.counts import figure
from sayso.relations.claims.comparing import Fit, bounds_meet, counted, parties, places
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.sameness import alike
from sayso.types import Link
from sayso.vocab import LinkKind, Modality, Slot


def find_drift(facts: Sequence[Fact]) -> Iterator[Link]:
    """Where a headline says more, or something else, than the text below it."""
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document.id].append(fact)
    for held in by_document.values():
        above = [f for f in held if f.headline]
        below = [f for f in held if not f.headline]
        for head in above:
            alongside = [b for b in below if b.slot is head.slot and b.positive == head.positive]
            if any(_bounds(b) == _bounds(head) and head.numbered() and _same_count(head, b) for b in alongside):
                continue  # the text bears it out, whatever other figures it gives
            for body in alongside:
                yield from _drifted(head, body)


def _drifted(head: Fact, body: Fact) -> Iterator[Link]:
    left, right = sorted((head.claim.id, body.claim.id))
    detail, relation = "", LinkKind.COMPATIBLE
    counts = head.slot in (Slot.TOLL, Slot.STRENGTH, Slot.OCCURRENCE) and head.one("unit") == body.one("unit")
    if counts and head.numbered() and body.numbered() and _bounds(head) != _bounds(body) and _same_count(head, body):
        detail = f"headline drift: the headline says {figure(head)}, the text {figure(body)}"
        relation = LinkKind.COMPATIBLE if bounds_meet(head, body) else LinkKind.CONFLICTS
    elif alike(head, body).same and head.claim.modality is Modality.FACT and body.claim.modality is not Modality.FACT:
        detail = f"headline drift: the headline states as fact what the text calls {body.claim.modality.value}"
    if detail:
        yield Link(relation=relation, left=left, right=right, score=0.8, detail=detail)


def _bounds(fact: Fact) -> tuple[float | None, float | None]:
    return fact.number("low"), fact.number("high")


def _same_count(head: Fact, body: Fact) -> bool:
    """Whether a headline's count and one of the text are of the same thing."""
    if head.slot is Slot.TOLL and head.one("effect") != body.one("effect"):
        return False
    if head.slot is Slot.OCCURRENCE and head.one("event") != body.one("event"):
        return False
    groups = head.armed_groups
    fits = [places(head, body), counted(head.one("of"), body.one("of"))]
    fits += [parties(head.one(key), body.one(key), groups) for key in ("party", "victims", "thing", "agent")]
    return Fit.DIFFERENT not in fits
