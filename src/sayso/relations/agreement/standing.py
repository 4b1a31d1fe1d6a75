"""How two groups of claims stand to each other: the row for it, and what of it holds for every slot."""

from __future__ import annotations

import sys
from typing import NamedTuple

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.vocab import LinkKind

#: Two claims of one document this many characters apart are of one passage.
FEW_LINES = 400


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
    """What a group is about in the words of the account that reasons speak of, at most ninety characters."""
    text = " ".join(first_told(group).text.split())
    return f"“{text if len(text) <= 90 else text[:89] + '…'}”"


def told_together(a: Group, b: Group) -> bool:
    """Whether one voice tells both in one document: then they are of two things, for nobody contradicts herself."""
    voices = {(f.document.id, f.claim.chain) for f in a.facts}
    return any((f.document.id, f.claim.chain) in voices for f in b.facts)


def speaker(group: Group) -> str:
    """Who says first what a group is about: "Ana Dovic in the Dawn Courier of 2024-05-13"."""
    fact = first_told(group)
    own = fact.document.provenance or ((fact.document.publisher,) if fact.document.publisher else ())
    published = fact.document.published
    day = f" of {published.date[:10]}" if published is not None else ""
    outlet = f"{own[0] if own else fact.document.label or 'an unknown outlet'}{day}"
    sourced = fact.claim.attribution_id is not None and len(fact.claim.chain) > len(own)
    return f"{fact.claim.chain[-1]} in {outlet}" if sourced else outlet


def first_told(group: Group) -> Fact:
    """The account that reasons speak of: of a text before a headline, of somebody named before others, the first."""
    return min(group.facts, key=_telling_first)


def _telling_first(fact: Fact) -> tuple[object, ...]:
    unnamed = fact.claim.chain[-1:] == ("unnamed",)
    document = fact.document
    told = fact.headline, unnamed, fact.published or sys.maxsize, document.publisher or "", document.label
    return *told, document.id, fact.claim.content


def began_after(fact: Fact, told: Group) -> bool:
    """Whether a claim states a day after another one was first told: then it is of another happening."""
    first = told.first()
    return fact.window is not None and first is not None and fact.window[0] > first


def dated(group: Group) -> str:
    """The time that a group states, as it states it; blank where it states none."""
    stated = sorted((f.window, f.one("time") or "") for f in group.facts if f.window is not None)
    return f" ({stated[0][1].partition('T')[0]})" if stated else ""


def side_by_side(a: Group, b: Group) -> bool:
    """Whether one document tells both within a few lines, so that they are of one thing though neither names it."""
    places = [(f.document.id, f.claim.content[0].start) for f in a.facts]
    return any(
        f.document.id == document and abs(f.claim.content[0].start - start) <= FEW_LINES
        for f in b.facts
        for document, start in places
    )


def at_odds(a: Group, b: Group) -> bool:
    """Whether one document tells both, in different voices: then neither has overtaken the other."""
    documents = {f.document.id for f in a.facts if not f.headline}
    return any(f.document.id in documents for f in b.facts if not f.headline)


def in_order(a: Group, b: Group) -> tuple[Group, Group]:
    """The earlier of two groups first, where their days tell."""
    return order(a, b) or (a, b)


def in_time(a: Group, b: Group, why: str) -> Relation:
    """Two states that exclude each other: the later one updates, where the days that they state tell which is later."""
    following = order(a, b)
    if following is None or any(f.values.get("always") for f in (a.lead, b.lead)):
        return Relation(LinkKind.CONFLICTS, 0.75, why)
    earlier, later = following
    alone = [f for f in later.facts if f.window is None and f.published == earlier.first()]
    still = "; an account of the same day without a time of its own was at odds with it" if alone else ""
    return Relation(LinkKind.UPDATES, 0.75, f"{why}, but one is later{still}", later)
