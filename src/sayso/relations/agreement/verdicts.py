"""How two different claims of one story stand to each other, by slot and by time."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from sayso.relations.agreement.blame import relate_blame
from sayso.relations.agreement.counts import relate_figures
from sayso.relations.agreement.denials import denied_deed, named_deed, plainly_negated, rejected
from sayso.relations.agreement.endings import ended
from sayso.relations.agreement.happenings import relate_amounts, relate_happenings, relate_sayings
from sayso.relations.agreement.headcounts import relate_flights, relate_strengths
from sayso.relations.agreement.holdings import faces, relate_holdings
from sayso.relations.agreement.losses import relate_tolls
from sayso.relations.agreement.standing import Relation, told_together
from sayso.relations.agreement.turns import contradicted
from sayso.relations.claims.comparing import (
    Fit,
    parties,
    places,
    times,
)
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import ahead, uprooted
from sayso.relations.claims.sameness import one_slot, one_sort_of_crowd
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind, Slot

#: So many of a group's tellings are held against those of another one.
TOLD = 3
#: What any of two groups' tellings may show of them; the first comes first, and before what else the first ones show.
BY_ANY = (LinkKind.UPDATES, LinkKind.DENIAL, LinkKind.COMPATIBLE)


def relate(a: Group, b: Group) -> Relation | None:
    """How two groups stand to each other; None where they have nothing to do with each other. Each is looked at in
    several of its tellings, for one says "nine" and another "at least nine"; tellings other than the first, which are
    more likely to be misread, only show of counts in a story of one scene that both can be, or that one has changed."""
    held = Slot.CONTROL in (a.lead.slot, b.lead.slot)  # each state of a place tells of another time
    of_one = a.lead.scenes <= 1 and a.lead.numbered() and b.lead.numbered()
    if not (held or of_one):
        return _relate(a, b)
    found: dict[LinkKind, Relation] = {}
    for number, one in enumerate(tellings(a)):
        for place, other in enumerate(tellings(b)):
            told = _relate(one, other)
            if told is not None and (held or not number + place or told.kind in BY_ANY):
                later = a if told.later is one else b if told.later is other else told.later
                found.setdefault(told.kind, told._replace(later=later))
    kinds = found if held else (*BY_ANY, *found)
    return next((found[kind] for kind in kinds if kind in found), None)


def tellings(group: Group) -> list[Group]:
    """A group as several of its distinct claims tell it, the most telling first; of who holds a place, each state."""
    if len(group.nodes) == 1:
        return [group]
    if group.lead.slot is Slot.CONTROL:
        return faces(group)
    rest = [Group([node, *(n for n in group.nodes if n is not node)], group.facts) for node in group.nodes[1:TOLD]]
    return [group, *rest]


def _relate(a: Group, b: Group) -> Relation | None:
    return _by_slot(a, b) or ended(a, b)


def _by_slot(a: Group, b: Group) -> Relation | None:
    if a.lead.slot is not b.lead.slot:
        return _across(a, b)
    if a.lead.positive != b.lead.positive:
        return contradicted(a, b) or rejected(a, b) or denied_deed(a, b)
    to_come = a.lead.positive and ahead(a.lead) and ahead(b.lead)
    if a.lead.real != b.lead.real and not to_come:
        return relate_amounts(a, b)
    if not a.lead.positive or not (a.lead.real or to_come):
        return None  # two plans, or two denials, can both be
    if a.lead.past != b.lead.past:
        return None  # an earlier state is no news beside a later one
    rule = _rules().get(a.lead.slot)
    return rule(a, b) if rule is not None else None


@functools.cache
def _rules() -> Mapping[Slot, Callable[[Group, Group], Relation | None]]:
    """Which rule relates two groups of a slot; of who supports whom all can be."""
    return {
        Slot.TOLL: relate_tolls,
        Slot.CONTROL: relate_holdings,
        Slot.STRENGTH: relate_strengths,
        Slot.MOVEMENT: _movements,
        Slot.RESPONSIBILITY: relate_blame,
        Slot.OCCURRENCE: relate_happenings,
        Slot.STATEMENT: relate_sayings,
    }


def _across(a: Group, b: Group) -> Relation | None:
    """How two groups of different slots stand to each other."""
    if a.lead.positive != b.lead.positive:
        denial = (contradicted(a, b) or rejected(a, b)) if one_slot(a.lead, b.lead) else plainly_negated(a, b)
        return denial or named_deed(a, b) or denied_deed(a, b)
    if a.lead.real != b.lead.real:
        return relate_amounts(a, b)
    if uprooted(a.lead) and uprooted(b.lead):
        return relate_flights(a, b)
    return relate_sayings(a, b)


def _movements(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or (one.one("sense") == "withdrew") != (other.one("sense") == "withdrew"):
        return None
    if any("toll" in folded(f.one("party") or "").split() for f in (one, other)):
        return None  # a toll goes nowhere
    source, goal = places(one, other, "from"), places(one, other, "to")
    if one.numbered() and other.numbered():
        crowd = one_sort_of_crowd(one, other) and Fit.DIFFERENT not in (source, goal, times(one, other))
        if not crowd or told_together(a, b):
            return None
        sure = Fit.SAME in (source, goal) or party is Fit.SAME
        return relate_figures(
            a, b, Fit.SAME if sure else Fit.UNKNOWN, "of those who went one way", "the route or the day"
        )
    if not (one.many("from") and other.many("from")):
        return None
    named = party is Fit.SAME or goal is Fit.SAME
    passed = set(one.many("from")) & set(other.many("to")) or set(other.many("from")) & set(one.many("to"))
    alike = one.one("of") is not None and one.one("of") == other.one("of")
    if not (named or passed or alike):
        return None
    told = f"from {', '.join(one.many('from'))} and from {', '.join(other.many('from'))}"
    if source is Fit.SAME:
        return Relation(LinkKind.AGREES, 0.6, f"{told}: a source in common")
    return Relation(LinkKind.COMPATIBLE, 0.75 if named else 0.6, f"{told}: some may have come from each")
