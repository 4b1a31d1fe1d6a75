"""How two groups of claims stand to each other: the row for it, and what of it holds for every slot."""

from __future__ import annotations

from typing import NamedTuple

from sayso.relations.comparing import Fit, times
from sayso.relations.grouping import Group
from sayso.vocab import LinkKind


class Relation(NamedTuple):
    """``later`` is the group on the left of a directed relation (the later state, the denier); None elsewhere."""

    kind: LinkKind
    score: float
    detail: str
    later: Group | None = None


def order(a: Group, b: Group) -> tuple[Group, Group] | None:
    """(earlier, later) by the days that they state, else by first publication; None where these do not tell."""
    first, second = a.day(), b.day()
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)


def by_publication(a: Group, b: Group) -> tuple[Group, Group] | None:
    """(earlier, later) by first publication."""
    first, second = a.first(), b.first()
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)


def quoted(group: Group) -> str:
    text = " ".join(group.lead.text.split())
    return f"“{text if len(text) <= 90 else text[:89] + '…'}”"


def told_together(a: Group, b: Group) -> bool:
    """Whether one voice tells both in one document: then they are of two things, for nobody contradicts herself."""
    voices = {(f.document.id, f.claim.chain) for f in a.facts}
    return any((f.document.id, f.claim.chain) in voices for f in b.facts)


def in_time(a: Group, b: Group, why: str) -> Relation:
    """Two states that exclude each other: the later one updates, where the days that they state tell which is later."""
    stated = [any(f.window is not None for f in g.facts) for g in (a, b)]
    following = order(a, b)
    if following is None:
        return Relation(LinkKind.CONFLICTS, 0.75, why)
    earlier, later = following
    if times(a.lead, b.lead) is not Fit.DIFFERENT and not any(stated) and (later.day() or 0) - (earlier.day() or 0) < 1:
        return Relation(LinkKind.CONFLICTS, 0.65, why)
    alone = [f for f in later.facts if f.window is None and f.published == earlier.first()]
    still = "; an account of the same day without a time of its own was at odds with it" if alone else ""
    return Relation(LinkKind.UPDATES, 0.75, f"{why}, but one is later{still}", later)
