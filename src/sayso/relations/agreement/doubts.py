"""Relations between claims in open words that rules propose and that their words do not bear out."""

from __future__ import annotations

from itertools import product

from sayso.relations.agreement.assertions import as_so, both_so
from sayso.relations.agreement.measures import AMOUNTS
from sayso.relations.agreement.restating import near_enough, nearness, of_it, one_voice, restates
from sayso.relations.agreement.standing import Relation, side_by_side
from sayso.relations.agreement.ties import apart, named_in, shared
from sayso.relations.claims.comparing import Fit, counted, figures, in_money
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import uprooted
from sayso.relations.claims.matching import legible
from sayso.relations.claims.saying import OPEN
from sayso.vocab import LinkKind, Modality, Slot

#: So near two claims must be at least for one to be the end, or the contrary, of the other. Contraries are near each
#: other as well: of one thing they say two.
NEAR = {LinkKind.UPDATES: 0.55, LinkKind.CONFLICTS: 0.51}
#: So near are two figures told in open words that can both be true, of one thing: shares, and what each has names for
#: that the other lacks; other counts.
FIGURES, COUNTS = 0.72, 0.58
#: So many wordings of either are looked at.
COMPARED = 3


def doubtful(found: Relation, one: Group, other: Group) -> bool:
    """Whether two claims in open words are too unlike for the relation that rules found, or the one does not restate
    what it is said to deny. Figures that are compared need no words."""
    worded = OPEN | {Slot.SUPPORT}
    if found.kind not in (LinkKind.DENIAL, *NEAR) or one.lead.slot not in worded or other.lead.slot not in worded:
        return False
    if (one.lead.numbered() and other.lead.numbered()) or (one.lead.one("score") and other.lead.one("score")):
        return False
    if one.lead.positive != other.lead.positive:
        denier, claimed = (other, one) if one.lead.positive else (one, other)
        return _no_denial(found, denier, claimed)
    if found.kind is LinkKind.CONFLICTS and not (as_so(one.lead) and as_so(other.lead)):
        return True
    wished = Modality.ORDERED in (one.lead.claim.modality, other.lead.claim.modality)
    return wished or _unlike(found, one, other)  # what is wished for is no state that another one ends


def of_two_things(found: Relation, one: Group, other: Group) -> bool:
    """Whether two figures that can both be true are told in words too unlike for one thing: of bounds nearly all meet,
    so that the words must show it. Amounts of a substance, and sums that name the same, have rules of their own."""
    a, b = one.lead, other.lead
    worded = a.slot in OPEN or (a.slot is not b.slot and not (uprooted(a) and uprooted(b)))
    if found.kind is not LinkKind.COMPATIBLE or not worded or not (a.numbered() and b.numbered()):
        return False
    named, kind = apart(a, b), counted(a.one("of"), b.one("of"))
    if a.one("unit") == "%" and named_in(a) != named_in(b):
        return True  # shares of two places
    if a.one("unit") in AMOUNTS or (in_money(a) and not named) or figures(a) & figures(b) or kind is Fit.SAME:
        return False
    strict = (a.one("unit") is not None and not in_money(a)) or kind is Fit.DIFFERENT or named
    return nearness(a, b) < (FIGURES if strict else COUNTS)


def _no_denial(found: Relation, denier: Group, claimed: Group) -> bool:
    """Whether a negated claim does not deny the other one, which it may tell nothing of."""
    no, yes = denier.lead, claimed.lead
    if found.kind is LinkKind.DENIAL and (one_voice(denier, claimed) or not both_so(no, yes)):
        return True
    expressly = no.claim.modality is Modality.DENIED
    if expressly and side_by_side(denier, claimed):
        return False  # of what, the lines around it show
    if not of_it(no, yes, shared(no, yes)):
        return True
    pairs = [(no, yes) for no, yes in product(_told(denier), _told(claimed))]
    if not pairs:
        return found.kind is LinkKind.DENIAL
    return not any(restates(no, yes) and near_enough(no, yes) for no, yes in pairs)


def _unlike(found: Relation, one: Group, other: Group) -> bool:
    near = [nearness(a, b) for a, b in product(_told(one), _told(other))]
    return bool(near) and max(near) < NEAR[found.kind]


def _told(group: Group) -> list[Fact]:
    return [fact for fact in group.nodes[:COMPARED] if legible(fact)]
