"""How two different claims of one story stand to each other, by slot and by time."""

from __future__ import annotations

from typing import NamedTuple

from sayso.relations.comparing import Fit, any_party, bounds_meet, figures, overlap, parties, places, same_figure, times
from sayso.relations.facts import Fact
from sayso.relations.grouping import Group
from sayso.relations.sameness import alike, one_incident
from sayso.types import Value
from sayso.vocab import LinkKind, Modality, Slot

#: So many distinct wordings of a group are held against those of another one.
FEW = 4
#: Happenings that cannot both be said of one thing on one day.
EXCLUDING = (
    frozenset({"up", "down"}), frozenset({"won", "lost"}), frozenset({"convicted", "acquitted"}),
    frozenset({"vote", "rejected"}), frozenset({"imposed", "lifted"}),
)  # fmt: skip


class Relation(NamedTuple):
    """``later`` is the group on the left of a directed relation (the later state, the denier); None elsewhere."""

    kind: LinkKind
    score: float
    detail: str
    later: Group | None = None


def relate(a: Group, b: Group) -> Relation | None:
    """How two groups of one slot stand to each other; None where they have nothing to do with each other."""
    if a.lead.positive != b.lead.positive:
        return _opposed(a, b)
    if a.lead.real != b.lead.real:
        return _planned(a, b)
    if not a.lead.positive or not a.lead.real:
        return None  # two plans, or two denials, can both be
    if a.lead.past != b.lead.past:
        return _earlier(a, b)
    rule = {
        Slot.TOLL: _tolls,
        Slot.CONTROL: _controls,
        Slot.STRENGTH: _strengths,
        Slot.MOVEMENT: _movements,
        Slot.RESPONSIBILITY: _responsibilities,
        Slot.SUPPORT: _supports,
        Slot.OCCURRENCE: _occurrences,
    }.get(a.lead.claim.slot)
    return rule(a, b) if rule is not None else None


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


def figure(fact: Fact) -> str:
    """A fact's bounds in words."""
    low, high, unit = fact.values.get("low"), fact.values.get("high"), fact.one("unit")
    tail = f" {unit}" if unit else ""
    if low == high:
        return f"{_number(low)}{tail}"
    if low is None:
        return f"at most {_number(high)}{tail}"
    return f"at least {_number(low)}{tail}" if high is None else f"{_number(low)} to {_number(high)}{tail}"


def _number(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int | float) else "?"


def quoted(group: Group) -> str:
    text = " ".join(group.lead.text.split())
    return f"“{text if len(text) <= 90 else text[:89] + '…'}”"


def _opposed(a: Group, b: Group) -> Relation | None:
    """A claim and its negation."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    found = alike(a.lead, b.lead)
    moved = a.lead.claim.slot is Slot.MOVEMENT and not (a.lead.one("party") and b.lead.one("party"))
    if not found.same or moved:
        return None
    rejecting = [f for f in denier.facts if f.claim.attribution_id is not None or f.claim.modality is Modality.DENIED]
    if rejecting:
        who = rejecting[0].claim.chain[-1] if rejecting[0].claim.chain else "a source"
        return Relation(LinkKind.DENIAL, found.score, f"{who} rejects {quoted(claimed)}", denier)
    following = order(a, b)
    state = claimed.lead.claim.slot in (Slot.CONTROL, Slot.OCCURRENCE)
    if following and state and times(a.lead, b.lead) is Fit.DIFFERENT:
        return Relation(LinkKind.UPDATES, found.score, "the later of a state and its negation", following[1])
    return Relation(LinkKind.CONFLICTS, found.score, f"{quoted(denier)} negates {quoted(claimed)}")


def _earlier(a: Group, b: Group) -> Relation | None:
    """A state that is told as an earlier one, and one that is not."""
    before, after = (a, b) if a.lead.past else (b, a)
    found = _controls(a, b) if a.lead.claim.slot is Slot.CONTROL else None
    if found is None:
        return None
    return Relation(LinkKind.UPDATES, found.score, f"{quoted(before)} is told as an earlier state", after)


def _planned(a: Group, b: Group) -> Relation | None:
    """What was planned or ordered, and what is said to have come of it."""
    done, planned = (a, b) if a.lead.real else (b, a)
    found = alike(a.lead, b.lead)
    if not found.same:
        return None
    first, second = planned.first(), done.first()
    if first is not None and second is not None and second < first:
        return None
    return Relation(LinkKind.UPDATES, round(found.score * 0.9, 3), f"what {quoted(planned)} planned is said done", done)


def _tolls(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if not (one.numbered() and other.numbered()):
        return None
    if times(one, other) is Fit.DIFFERENT:
        return None
    pairs = [one_incident(x, y) for x in a.nodes[:FEW] for y in b.nodes[:FEW]]
    if any(fit is Fit.DIFFERENT for fit, _ in pairs):
        return None
    incident, shared = max(pairs)
    if _told_together(a, b):
        return _overtaken(a, b)
    return _overtaken(a, b) or _figures(
        a, b, incident, f"same {shared}" if shared else "nothing names the incident", "the place or the day"
    )


def _told_together(a: Group, b: Group) -> bool:
    """Whether one voice tells both in one document: then they are of two things, for nobody contradicts herself."""
    voices = {(f.document.id, f.claim.chain) for f in a.facts}
    return any((f.document.id, f.claim.chain) in voices for f in b.facts)


def _worth_asking(one: Fact, other: Fact) -> bool:
    """Whether two counts that nothing ties together are still likely to be of one thing: one sort of victims, neither a
    handful, published within days."""
    if one.published is None or other.published is None or abs(one.published - other.published) > 2:
        return False
    return one.one("of") == other.one("of") is not None and min(figures(one) | figures(other)) > FEW


def _overtaken(a: Group, b: Group) -> Relation | None:
    """A toll that says of itself that it has risen, or was lowered, beside one that it exceeds, or falls short of."""
    for new, old in ((a, b), (b, a)):
        change, now = new.lead.one("change"), figures(new.lead)
        was = figures(old.lead)
        risen = change == "up" and now and was and min(now) > max(was)
        if risen or (change == "down" and now and was and max(now) < min(was)):
            detail = f"{figure(old.lead)} became {figure(new.lead)}: the account itself says that it changed"
            return Relation(LinkKind.UPDATES, 0.75, detail, new)
    return None


def _figures(a: Group, b: Group, incident: Fit, shared: str, lacking: str) -> Relation | None:
    """Two counts of what may be one thing: SAME where something shows that it is."""
    one, other = a.lead, b.lead
    told = f"{figure(one)} and {figure(other)}"
    sure = incident is Fit.SAME
    if same_figure(one, other) and sure:
        return Relation(LinkKind.AGREES, 0.7, f"one figure told twice, {shared}")
    if bounds_meet(one, other):
        if not sure and not figures(one) & figures(other):
            return None
        return Relation(LinkKind.COMPATIBLE, 0.75 if sure else 0.5, f"the bounds overlap: {told}; {shared}")
    if not sure:
        if one.document.id == other.document.id or not _worth_asking(one, other):
            return None
        detail = f"{told}, but {shared}; {lacking} of each would decide whether they are of one happening"
        return Relation(LinkKind.UNDECIDED, 0.4, detail)
    following = by_publication(a, b)
    if following is None:
        return Relation(LinkKind.CONFLICTS, 0.7, f"{told} cannot both be true of one time; {shared}")
    earlier, later = following
    change = f"{figure(earlier.lead)} became {figure(later.lead)}"
    return Relation(LinkKind.UPDATES, 0.75, f"{change} in a later account; {shared}", later)


#: How far a place has come under somebody: a state later in the row takes in the ones before it.
STEPS = {"besieges": 0, "entered": 1, "took": 2, "holds": 3}


def _controls(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    known = places(one, other)
    if known is Fit.DIFFERENT or (
        known is Fit.UNKNOWN and not (one.one("part") and one.one("part") == other.one("part"))
    ):
        return None
    where = ", ".join((*([f"the {one.one('part')}"] if one.one("part") else []), *one.many("place")))
    if one.one("part") != other.one("part"):
        return _parts(a, b, where)
    holder = parties(one.one("holder"), other.one("holder"), one.armed_groups)
    states = {one.one("state") or "", other.one("state") or ""}
    if "lost" in states:
        return _lost(a, b, holder, where)
    if "repelled" in states:
        return _repelled(a, b, holder, where)
    if not states <= STEPS.keys():
        return None
    if holder is not Fit.DIFFERENT:
        return _same_holder(a, b, holder, where)
    return _in_time(a, b, f"{one.one('holder')} and {other.one('holder')} cannot both hold {where} at one time")


def _parts(a: Group, b: Group, where: str) -> Relation | None:
    """A place and a part of it."""
    holder = parties(a.lead.one("holder"), b.lead.one("holder"), a.lead.armed_groups)
    if times(a.lead, b.lead) is Fit.DIFFERENT:
        return None
    if holder is Fit.DIFFERENT or {a.lead.one("state"), b.lead.one("state")} & {"lost", "repelled"}:
        return None
    part = next(p for p in (a.lead.one("part"), b.lead.one("part")) if p)
    if None in (a.lead.one("part"), b.lead.one("part")):
        whole = a if a.lead.one("part") is None else b
        some = b if whole is a else a
        ahead = STEPS.get(whole.lead.one("state") or "", 0) > STEPS.get(some.lead.one("state") or "", 0)
        following = order(a, b)
        if ahead and (following is None or following[1] is whole):
            detail = f"the whole of {where} after a part of it ({part})"
            return Relation(LinkKind.UPDATES, 0.6, detail, whole)
    return Relation(LinkKind.COMPATIBLE, 0.6, f"{where} and a part of it ({part}): both can be true")


def _same_holder(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    steps = STEPS[a.lead.one("state") or ""], STEPS[b.lead.one("state") or ""]
    following = order(a, b)
    score = 0.75 if holder is Fit.SAME else 0.6
    if steps[0] == steps[1]:
        if following is None or times(a.lead, b.lead) is not Fit.DIFFERENT:
            return Relation(LinkKind.AGREES, score, f"one state of {where}") if holder is Fit.SAME else None
        return Relation(LinkKind.UPDATES, score, f"{where} once more, later", following[1])
    ahead, behind = (a, b) if steps[0] > steps[1] else (b, a)
    if following is not None and following[1] is behind:
        return Relation(LinkKind.COMPATIBLE, score, f"one state of {where} before another: both can be true")
    if {ahead.lead.one("state"), behind.lead.one("state")} == {"took", "holds"}:
        return Relation(LinkKind.AGREES, score, f"who took {where} holds it")
    detail = f"{behind.lead.one('state')} {where}, then {ahead.lead.one('state')} it"
    return Relation(LinkKind.UPDATES, score, detail, ahead)


def _lost(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    lost, other = (a, b) if a.lead.one("state") == "lost" else (b, a)
    state = other.lead.one("state")
    if state == "took" and holder is not Fit.SAME:
        return Relation(LinkKind.AGREES, 0.65, f"one side's loss of {where} is the other's gain")
    alike_told = lost.lead.one("holder") and lost.lead.one("holder") == other.lead.one("holder")
    if state in ("holds", "repelled", "took") and (holder is Fit.SAME or alike_told):
        return _in_time(a, b, f"{lost.lead.one('holder')} cannot have lost {where} and hold it at one time")
    return None


def _repelled(a: Group, b: Group, holder: Fit, where: str) -> Relation | None:
    other = b if a.lead.one("state") == "repelled" else a
    state = other.lead.one("state")
    if state == "repelled" or holder is Fit.SAME:
        return None
    if state in ("entered", "besieges"):
        return Relation(LinkKind.COMPATIBLE, 0.5, f"attacks on {where} repelled, another one let in: both can be true")
    return _in_time(a, b, f"{where} cannot be taken and its attackers repelled at one time")


def _in_time(a: Group, b: Group, why: str) -> Relation:
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


def _strengths(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT:
        return None
    if one.one("of") != other.one("of") and party is not Fit.SAME:
        return None
    if _told_together(a, b):
        return None
    sure = party is Fit.SAME or places(one, other) is Fit.SAME
    shared = f"of {one.one('party')}" if sure else "nothing names whose they are"
    return _figures(a, b, Fit.SAME if sure else Fit.UNKNOWN, shared, "the name of the force")


def _movements(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or (one.one("sense") == "withdrew") != (other.one("sense") == "withdrew"):
        return None
    source, goal = places(one, other, "from"), places(one, other, "to")
    if not (one.many("from") and other.many("from")):
        return None
    named = party is Fit.SAME or goal is Fit.SAME
    if not named and not (
        set(one.many("from")) & set(other.many("to")) or set(other.many("from")) & set(one.many("to"))
    ):
        sides = one.one("of") is not None and one.one("of") == other.one("of")
        if not sides and not _besides(one, other):
            return None
    told = f"from {', '.join(one.many('from'))} and from {', '.join(other.many('from'))}"
    if source is Fit.SAME:
        return Relation(LinkKind.AGREES, 0.6, f"{told}: a source in common")
    widened = _besides(one, other)
    extra = f"; one account says not only from {', '.join(sorted(widened))}" if widened else ""
    return Relation(LinkKind.COMPATIBLE, 0.75 if named else 0.6, f"{told}: some may have come from each{extra}")


def _besides(one: Fact, other: Fact) -> set[str]:
    """Places that one account sets beside its own and the other account gives."""
    return (set(one.many("besides")) & set(other.many("from"))) | (set(other.many("besides")) & set(one.many("from")))


def _responsibilities(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if (
        "cause" in (one.one("sense"), other.one("sense"))
        or parties(one.one("agent"), other.one("agent"), one.armed_groups) is not Fit.DIFFERENT
    ):
        return None
    if one.one("act") != other.one("act") and places(one, other) is not Fit.SAME:
        return None
    if places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT or _told_together(a, b):
        return None
    why = f"{one.one('agent')} or {other.one('agent')}: one act is put to two"
    return Relation(LinkKind.CONFLICTS, 0.6, why)


def _supports(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if (
        not one.one("supported")
        or parties(one.one("supported"), other.one("supported"), one.armed_groups) is not Fit.SAME
    ):
        return None
    if any_party(one.many("supporter"), other.many("supporter"), one.armed_groups) is Fit.SAME:
        return None
    return Relation(LinkKind.COMPATIBLE, 0.6, f"{one.one('supported')} may have more than one supporter")


def _occurrences(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    if times(one, other) is Fit.DIFFERENT or places(one, other) is Fit.DIFFERENT:
        return None
    fits = {k: parties(one.one(k), other.one(k), one.armed_groups) for k in ("agent", "target", "thing", "with")}
    same = places(one, other) is Fit.SAME or Fit.SAME in fits.values()
    events = frozenset({one.one("event") or "", other.one("event") or ""})
    if events in EXCLUDING:
        if fits["thing" if "up" in events else "agent"] is not Fit.SAME:
            return None
        return _in_time(a, b, f"{' and '.join(sorted(events))} exclude each other")
    if len(events) > 1 or not same or Fit.DIFFERENT in fits.values():
        return None
    if not (one.numbered() and other.numbered()) or one.one("unit") != other.one("unit"):
        return None
    if overlap(one.words, other.words) < 0.2:
        return None
    return _figures(a, b, Fit.SAME, f"of one {one.one('event')}", "the place or the day")
