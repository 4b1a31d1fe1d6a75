"""How two different claims of one story stand to each other, by slot and by time."""

from __future__ import annotations

from sayso.relations.comparing import (
    ATTACKS,
    Fit,
    any_party,
    bounds_meet,
    figures,
    overlap,
    parties,
    places,
    times,
)
from sayso.relations.counts import FEW, figure, relate_figures, relate_strengths, relate_tolls
from sayso.relations.facts import BEFORE, Fact
from sayso.relations.grouping import Group, money
from sayso.relations.holdings import relate_holdings
from sayso.relations.sameness import (
    BACKED,
    EXCLUDING,
    NEAR,
    OPEN,
    Verdict,
    ahead,
    alike,
    close,
    one_sort_of_crowd,
    people,
)
from sayso.relations.senses import senses_of
from sayso.relations.standing import Relation, in_time, order, quoted, side_by_side, speaker, told_together
from sayso.vocab import LinkKind, Modality, Slot

#: A denial has this share of its words in common with what it denies.
PLAINLY = 0.7
#: Happenings of which it is told, and disputed, how many took part.
GATHERINGS = frozenset({"labour strike", "protest", "rally", "demonstration", "march"})


def relate(a: Group, b: Group) -> Relation | None:
    """How two groups of one slot stand to each other; None where they have nothing to do with each other."""
    if a.lead.claim.slot is not b.lead.claim.slot:
        return _named_deed(a, b) or _sums(a, b)
    if a.lead.positive != b.lead.positive:
        return _opposed(a, b)
    to_come = a.lead.positive and ahead(a.lead) and ahead(b.lead)
    if a.lead.real != b.lead.real and not to_come:
        return _planned(a, b)
    if not a.lead.positive or not (a.lead.real or to_come):
        return None  # two plans, or two denials, can both be
    if a.lead.past != b.lead.past:
        return _earlier(a, b)
    rule = {
        Slot.TOLL: relate_tolls,
        Slot.CONTROL: relate_holdings,
        Slot.STRENGTH: relate_strengths,
        Slot.MOVEMENT: _movements,
        Slot.RESPONSIBILITY: _responsibilities,
        Slot.SUPPORT: _supports,
        Slot.OCCURRENCE: lambda one, other: _occurrences(one, other) or _sums(one, other),
        Slot.STATEMENT: _sums,
    }.get(a.lead.claim.slot)
    return rule(a, b) if rule is not None else None


def _opposed(a: Group, b: Group) -> Relation | None:
    """A claim and its negation."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    found = alike(a.lead, b.lead)
    if not found.same and _plainly_denied(denier.lead, claimed.lead):
        found = Verdict(True, 0.6, "the words of the denial are those of the claim")
    if not found.same and _own_deed(denier.lead, claimed.lead):
        found = Verdict(True, 0.65, "the accused speaks of the deed")
    moved = a.lead.claim.slot is Slot.MOVEMENT and not (a.lead.one("party") and b.lead.one("party"))
    if not found.same or moved or told_together(a, b):
        return None
    rejecting = [f for f in denier.facts if f.claim.attribution_id is not None or f.claim.modality is Modality.DENIED]
    if rejecting:
        return Relation(
            LinkKind.DENIAL,
            found.score,
            f"{speaker(denier)} rejects what {speaker(claimed)} says: {quoted(claimed)}",
            denier,
        )
    following = order(a, b)
    state = claimed.lead.claim.slot in (Slot.CONTROL, Slot.OCCURRENCE)
    if following and state and times(a.lead, b.lead) is Fit.DIFFERENT:
        return Relation(LinkKind.UPDATES, found.score, "the later of a state and its negation", following[1])
    return Relation(LinkKind.CONFLICTS, found.score, f"{quoted(denier)} negates {quoted(claimed)}")


def _earlier(a: Group, b: Group) -> Relation | None:
    """A state that is told as an earlier one, and one that is not."""
    before, after = (a, b) if a.lead.past else (b, a)
    found = relate_holdings(a, b) if a.lead.claim.slot is Slot.CONTROL else None
    told, day = before.first(), after.day()
    if found is None or (told is not None and day is not None and told - day > BEFORE):
        return None  # what was before the news is not what was before a state of long ago
    detail = f"{speaker(before)} tells {quoted(before)} as an earlier state; {speaker(after)} has {quoted(after)}"
    return Relation(LinkKind.UPDATES, found.score, detail, after)


def _planned(a: Group, b: Group) -> Relation | None:
    """What was planned or ordered, and what is said to have come of it."""
    done, planned = (a, b) if a.lead.real else (b, a)
    found = alike(a.lead, b.lead)
    if not found.same or a.lead.claim.slot is Slot.STATEMENT or told_together(a, b):
        return None
    first, second = planned.first(), done.first()
    if first is not None and second is not None and second < first:
        return None
    return Relation(LinkKind.UPDATES, round(found.score * 0.9, 3), f"what {quoted(planned)} planned is said done", done)


def _movements(a: Group, b: Group) -> Relation | None:
    one, other = a.lead, b.lead
    party = parties(one.one("party"), other.one("party"), one.armed_groups)
    if party is Fit.DIFFERENT or (one.one("sense") == "withdrew") != (other.one("sense") == "withdrew"):
        return None
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
    known = one.one("act") and other.one("act")
    crossed = _crossed(one, other) or _crossed(other, one)
    if known and not crossed and one.one("act") != other.one("act") and places(one, other) is not Fit.SAME:
        return None
    if not known and places(one, other) is not Fit.SAME and not side_by_side(a, b):
        return None
    if places(one, other) is Fit.DIFFERENT or times(one, other) is Fit.DIFFERENT or told_together(a, b):
        return None
    why = f"{speaker(a)} puts it to {one.one('agent')}, {speaker(b)} to {other.one('agent')}: one act has one doer"
    return Relation(LinkKind.CONFLICTS, 0.6, why)


def _crossed(one: Fact, other: Fact) -> bool:
    """Whether somebody who is said to have done an act of violence lays one to somebody else in turn."""
    violent = {one.one("act"), other.one("act")} <= ATTACKS
    days = [f.published for f in (one, other) if f.published is not None]
    turned = parties(one.one("accuser"), other.one("agent"), one.armed_groups) is Fit.SAME
    return violent and turned and len(days) == 2 and abs(days[0] - days[1]) <= NEAR


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
        return in_time(a, b, f"{' and '.join(sorted(events))} exclude each other")
    if events == {"won"} and fits["agent"] is Fit.DIFFERENT and one.one("agent") and close(one, other):
        if fits["target"] is not Fit.DIFFERENT and not told_together(a, b):
            who = f"{one.one('agent')} won, says {speaker(a)}; {other.one('agent')}, says {speaker(b)}"
            return Relation(LinkKind.CONFLICTS, 0.6, f"{who}: one contest of one story has one winner")
        return None
    if len(events) == 1 and not same and one.one("event") in GATHERINGS:
        return _attendance(a, b)
    if len(events) > 1 or not same or Fit.DIFFERENT in fits.values():
        return None
    if not (one.numbered() and other.numbered()) or one.one("unit") != other.one("unit"):
        return None
    if overlap(one.words, other.words) < 0.2:
        return None
    return relate_figures(a, b, Fit.SAME, f"of one {one.one('event')}", "the place or the day")


def _attendance(a: Group, b: Group) -> Relation | None:
    """How many took part in what one story tells of within days, by two sources."""
    one, other = a.lead, b.lead
    people = one.numbered() and other.numbered() and not (one.one("unit") or other.one("unit"))
    near = one.published is not None and other.published is not None and abs(one.published - other.published) <= NEAR
    if not people or not near or told_together(a, b) or min(figures(one) | figures(other)) <= FEW:
        return None
    told = f"{figure(one)} by {speaker(a)}, {figure(other)} by {speaker(b)}"
    if bounds_meet(one, other):
        return Relation(LinkKind.COMPATIBLE, 0.6, f"the bounds overlap: {told}")
    return Relation(LinkKind.CONFLICTS, 0.6, f"{told}: one {one.one('event')} has one number of those taking part")


def _plainly_denied(denier: Fact, claimed: Fact) -> bool:
    """Whether somebody denies, in so many words, what another one says at more length."""
    if denier.claim.modality is not Modality.DENIED or not {denier.claim.slot, claimed.claim.slot} <= OPEN:
        return False
    said = denier.said & claimed.said
    fits = {places(denier, claimed), times(denier, claimed)}
    fits.add(any_party(people(denier), people(claimed), denier.armed_groups))
    return len(said) >= BACKED and len(said) >= PLAINLY * len(denier.said) and Fit.DIFFERENT not in fits


def _own_deed(denier: Fact, claimed: Fact) -> bool:
    """Whether somebody denies to have done what is said of her, be it with another figure."""
    if denier.claim.slot is not Slot.OCCURRENCE or denier.one("event") != claimed.one("event"):
        return False
    speaking = denier.claim.chain[-1] if denier.claim.chain else None
    groups = denier.armed_groups
    own = parties(denier.one("agent"), speaking, groups) is Fit.SAME
    accused = parties(denier.one("agent"), claimed.one("agent"), groups) is Fit.SAME
    other = {places(denier, claimed), times(denier, claimed)} | {
        parties(denier.one(key), claimed.one(key), groups) for key in ("target", "with")
    }
    return own and accused and Fit.DIFFERENT not in other


def _sums(a: Group, b: Group) -> Relation | None:
    """Two sums of money that the same people are named with, in words that have something in common."""
    one, other = a.lead, b.lead
    if not (money(one) and money(other)) or one.one("unit") != other.one("unit") or one.positive != other.positive:
        return None
    people = [(*f.many("participants"), *f.many("agent"), *f.many("target")) for f in (one, other)]
    named = any_party(people[0], people[1], one.armed_groups) is Fit.SAME
    near = one.published is not None and other.published is not None and abs(one.published - other.published) <= NEAR
    if not (named and near and bounds_meet(one, other)) or told_together(a, b) or times(one, other) is Fit.DIFFERENT:
        return None
    if not figures(one) & figures(other):
        return None  # "less than a billion" meets nearly every sum
    return Relation(LinkKind.COMPATIBLE, 0.55, f"the bounds overlap: {figure(one)} and {figure(other)}, of one person")


def _named_deed(a: Group, b: Group) -> Relation | None:
    """A happening that one source tells, and that another one denies by its noun a few lines on: "asked for a loan",
    "denied that it had received any request"."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    event = claimed.lead.one("event")
    told = claimed.lead.positive and event is not None and not set(senses_of(event)).isdisjoint(denier.lead.words)
    denies = denier.lead.claim.modality is Modality.DENIED and claimed.lead.claim.attribution_id is not None
    if not (told and denies and side_by_side(a, b)) or told_together(a, b):
        return None
    who = [f.many("participants") for f in (denier.lead, claimed.lead)]
    if any_party(who[0], who[1], a.lead.armed_groups) is Fit.DIFFERENT:
        return None
    detail = (
        f"{speaker(denier)} denies the {event} that {speaker(claimed)} tells of a few lines away: {quoted(claimed)}"
    )
    return Relation(LinkKind.DENIAL, 0.5, detail, denier)
