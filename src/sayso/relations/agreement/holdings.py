"""How two claims on who holds a place stand to each other."""

from __future__ import annotations

from sayso.relations.agreement.standing import Relation, dated, in_order, in_time, order, speaker, told_together
from sayso.relations.claims.comparing import Fit, of_no_side, parties, pinned, places, side_of, times
from sayso.relations.claims.facts import BEFORE, Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import near
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind, Modality, Slot

#: Parts that may be any of a place, or of which every place has many.
VAGUE = frozenset(
    "part portion area position edge territory half quarter suburb district neighbourhood neighborhood village town "
    "city road street hill".split()
)
#: Who holds a place is compared where both are told as so.
SO = frozenset({Modality.FACT, Modality.DENIED})
#: How far a place has come under somebody: a state later in the row takes in the ones before it.
STEPS = {"besieges": 0, "entered": 1, "took": 2, "holds": 3}


def faces(group: Group) -> list[Group]:
    """A group as each of its states tells of it, the one that was told first before the others: one account says who
    took a place, another who lost it."""
    states = dict.fromkeys(node.one("state") for node in group.nodes)
    if len(states) == 1 or group.lead.slot is not Slot.CONTROL:
        return [group]
    held = [[node for node in group.nodes if node.one("state") == state] for state in states]
    told = [Group(nodes, [f for f in group.facts if f.one("state") == nodes[0].one("state")]) for nodes in held]
    return sorted(told, key=lambda g: (g.first() or 0, g.lead.signature))


def relate_holdings(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    known = places(one, other)
    if not (one.claim.modality in SO and other.claim.modality in SO):
        return None  # each of two may come to hold it
    if known is Fit.DIFFERENT or (
        known is Fit.UNKNOWN and not (one.one("part") and one.one("part") == other.one("part"))
    ):
        return None
    if {one.one("part"), other.one("part")} & VAGUE:
        return None  # nobody knows which parts
    if told_together(a, b) and times(one, other) is not Fit.DIFFERENT:
        return None  # "almost all of the town, but …"
    if not one.one("part") and not (pinned(one) and pinned(other)):
        return None  # who has taken a place in a country has not taken the country
    if _go_between(one) or _go_between(other):
        return None
    where = ", ".join((*([f"the {one.one('part')}"] if one.one("part") else []), *one.many("place")))
    holder = parties(one.one("holder"), other.one("holder"), one.armed_groups)
    if holder is Fit.UNKNOWN and _side(one) and _side(other) and _side(one) != _side(other):
        holder = Fit.DIFFERENT
    if one.one("part") != other.one("part"):
        apart = holder is Fit.DIFFERENT and times(one, other) is not Fit.DIFFERENT
        return _held_out(a, b, ", ".join(one.many("place")) or "the place") if apart else None
    states = {one.one("state") or "", other.one("state") or ""}
    if "lost" in states:
        return _lost(a, b, holder, where)
    if "repelled" in states:
        return _repelled(a, b, holder, where)
    if not states <= STEPS.keys():
        return None
    if holder is not Fit.DIFFERENT:
        return _same_holder(a, b, holder, where)
    if not states <= {"took", "holds"}:
        return None  # one may be inside while another holds it
    first, second = in_order(a, b)
    if states == {"holds"} and times(one, other) is not Fit.SAME and order(a, b) is not None:
        return None  # nobody says that it changed hands
    return in_time(a, b, f"{_told(first, where)}; {_told(second, where)}: they cannot both hold it at one time")


def _side(fact: Fact) -> str:
    """On which side a holder stands by name or description, else by who tells of it: a rebel spokesman tells of what
    his own side took."""
    holder = folded(fact.one("holder") or "")
    told_by = folded(fact.claim.chain[-1]) if fact.claim.attribution_id is not None and fact.claim.chain else ""
    return side_of(holder, fact.armed_groups) or (side_of(told_by, frozenset()) if holder else "")


def _go_between(fact: Fact) -> bool:
    """Whether the holder is who passes the claim on: an agency holds no town."""
    return fact.one("holder") in fact.claim.chain[:-1]


def _held_out(a: Group, b: Group, where: str) -> Relation | None:
    """A whole place that one side took or holds, and a part of it that another one holds."""
    whole, some = (a, b) if a.lead.one("part") is None else (b, a)
    if whole.lead.one("part") is not None:
        return None  # two parts
    firm = STEPS.get(whole.lead.one("state") or "", 0) >= STEPS["took"]
    if not firm or some.lead.one("state") != "holds":
        return None
    held = f"the {some.lead.one('part')} in it"
    why = f"{_told(whole, where)}; {_told(some, held)}: not both at one time"
    return in_time(a, b, why)


def _told(group: Group, where: str) -> str:
    """What a group says of who holds a place, from whom and of which day."""
    holders = [f.one("holder") or "" for f in (*group.nodes, *group.facts)]
    holder = next((h for h in holders if h[:1].isupper()), group.lead.one("holder") or "somebody")
    return f"{holder} {group.lead.one('state')} {where}{dated(group)}, says {speaker(group)}"


def _same_holder(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    steps = STEPS[a.lead.one("state") or ""], STEPS[b.lead.one("state") or ""]
    following = order(a, b)
    score = 0.75 if holder is Fit.SAME else 0.6
    if steps[0] == steps[1]:
        if following is None or times(a.lead, b.lead) is not Fit.DIFFERENT:
            return Relation(LinkKind.AGREES, score, f"one state of {where}") if holder is Fit.SAME else None
        before, after = _told(following[0], where), _told(following[1], where)
        named = all(g.lead.one("holder") and not of_no_side(g.lead.one("holder"), g.lead.armed_groups) for g in (a, b))
        if a.lead.one("state") != "holds" and not named:
            return None  # nobody says that it changed hands
        if a.lead.one("state") != "holds":
            return Relation(LinkKind.UPDATES, score, f"{before}; once more: {after}", following[1])
        return Relation(LinkKind.AGREES, score, f"{before}; still: {after}") if holder is Fit.SAME else None
    sides = {side_of(folded(g.lead.one("holder") or ""), g.lead.armed_groups) for g in (a, b)}
    if holder is Fit.UNKNOWN and (len(sides) > 1 or "" in sides):
        return None  # nothing says that it is one holder
    ahead, behind = (a, b) if steps[0] > steps[1] else (b, a)
    if following is not None and following[1] is behind:
        if {ahead.lead.one("state"), behind.lead.one("state")} == {"took", "holds"}:
            return None  # who takes a place had not held it all along
        return Relation(LinkKind.COMPATIBLE, score, f"one state of {where} before another: both can be true")
    if {ahead.lead.one("state"), behind.lead.one("state")} == {"took", "holds"}:
        told = f"{_told(behind, where)}; {_told(ahead, where)}"
        return Relation(LinkKind.AGREES, score, f"{told}: who took it holds it")
    detail = f"{_told(behind, where)}, then {_told(ahead, where)}"
    return Relation(LinkKind.UPDATES, score, detail, ahead)


def _lost(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    lost, other = (a, b) if a.lead.one("state") == "lost" else (b, a)
    state = other.lead.one("state")
    if state == "lost" and holder is Fit.SAME:
        return Relation(LinkKind.AGREES, 0.6, f"{_told(lost, where)}; {_told(other, where)}: it is lost either way")
    following = order(a, b)
    sides = {side_of(folded(g.lead.one("holder") or ""), g.lead.armed_groups) for g in (lost, other)}
    one_side = len(sides) == 1 and "" not in sides
    if state == "took" and holder is not Fit.SAME and not one_side:
        told = f"{_told(lost, where)}; {_told(other, where)}"
        return Relation(LinkKind.AGREES, 0.65, f"{told}: one side's loss is the other's gain")
    # "soldiers" have left, "the army" holds
    alike_told = one_side or bool(lost.lead.one("holder") and lost.lead.one("holder") == other.lead.one("holder"))
    if state in ("holds", "repelled", "took") and (holder is Fit.SAME or alike_told):
        told = f"{_told(lost, where)}; {_told(other, where)}"
        if state == "holds" and following is not None and following[1] is other and near(lost.lead, other.lead):
            return Relation(LinkKind.CONFLICTS, 0.7, f"{told}: nobody says that it was taken back between")
        return in_time(a, b, f"{told}: it cannot be lost and held at one time")
    return None


def _repelled(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    other = b if a.lead.one("state") == "repelled" else a
    state = other.lead.one("state")
    sides = {side_of(folded(g.lead.one("holder") or ""), g.lead.armed_groups) for g in (a, b)}
    if state == "repelled" or holder is Fit.SAME or (holder is Fit.UNKNOWN and (len(sides) == 1 or "" in sides)):
        return None
    if state in ("entered", "besieges"):
        return None
    days = a.day(), b.day()
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > BEFORE:
        return None  # an attack beaten back long after, or before, a place changed hands
    held_off = a if other is b else b
    told = {id(held_off): _told(held_off, f"an attack on {where}"), id(other): _told(other, where)}
    first, second = in_order(a, b)
    return in_time(a, b, f"{told[id(first)]}; {told[id(second)]}: not both at one time")
