"""A claim and what denies it."""

from __future__ import annotations

import dataclasses
import functools
import re

from sayso.relations.agreement.standing import Relation, quoted, side_by_side, speaker, told_together
from sayso.relations.agreement.ties import part_only
from sayso.relations.claims.comparing import (
    ATTACKS,
    Fit,
    any_party,
    bounds_meet,
    of_no_side,
    one_heading,
    overlap,
    parties,
    places,
    side_of,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import harm, near
from sayso.relations.claims.negating import NEGATION
from sayso.relations.claims.sameness import alike
from sayso.relations.claims.saying import BACKED, NO, OPEN, Verdict, sourced_to, speaker_of
from sayso.relations.words.meanings import alone
from sayso.relations.words.senses import akin, senses, senses_of
from sayso.relations.words.spellings import folded
from sayso.types import Claim, replaced
from sayso.vocab import LinkKind, Modality, Polarity, Slot

#: A denial has this share of its words in common with what it denies.
PLAINLY = 0.7
#: A denial that names nobody whom the claim names has this share of its words in common with it.
HALF = 0.5
#: Words with which somebody begins who speaks of her own side.
OWN = re.compile(r"\W*(?:I|my|we|our|they|their|its|no)\b", re.IGNORECASE)
#: A report may be kept a day after the denial of it that another one has.
BEFOREHAND = 1
#: What speaks of what is to come.
AHEAD = re.compile(r"\b(?:would|will|plan\w*|intend\w*|going to|about to)\b", re.IGNORECASE)
#: A denial that is itself denied: what that says, nobody knows from here.
DENIALS = re.compile(r"\bdenials?\b", re.IGNORECASE)
#: What tells of a denial: who repeats it denies nothing that it says.
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|disput\w*|dismiss\w*|doubt(?:s|ed|ing)?)\b", re.IGNORECASE
)


def rejected(a: Group, b: Group) -> Relation | None:
    """A claim and what somebody says who rejects it. What an outlet negates in its own voice denies nothing: whoever
    tells a story negates much that nobody claimed."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    no, yes = denier.lead, claimed.lead
    if all(f.claim.attribution_id is None and f.claim.modality is not Modality.DENIED for f in denier.facts):
        return None
    if no.claim.modality in (Modality.PLANNED, Modality.ORDERED):
        return None  # who plans not to do a thing denies nothing
    if (
        any(DENYING.search(f.text) for f in claimed.nodes)
        or DENIALS.search(no.opening)
        or beforehand(denier, claimed)
        or part_only(no, yes)
    ):
        return None
    found = _what_is_denied(denier, claimed)
    parted = parties(no.one("party"), yes.one("party"), no.armed_groups)
    moved = no.slot is Slot.MOVEMENT and parted is not Fit.SAME and not _same_kind(no, yes)
    if not found.same or moved or told_together(a, b) or one_wording(a, b):
        return None
    if not yes.real and no.real and not AHEAD.search(no.text):
        return None
    if not _tied(no, yes):
        return None
    told = f"{speaker(denier)} rejects what {speaker(claimed)} says: {quoted(claimed)}"
    return Relation(LinkKind.DENIAL, found.score, told, denier)


def _what_is_denied(denier: Group, claimed: Group) -> Verdict:
    """Whether rules take what is negated for what is claimed, and why: the first that does."""
    no, yes = denier.lead, claimed.lead
    found = alike(no, yes)
    if found.same:
        return found
    rules = (
        (_plainly_denied, 0.6, "the words of the denial are those of the claim"),
        (_own_figure, 0.65, "who denies it is said to do it, and the figures can be of one thing"),
    )
    told = next((Verdict(True, score, why) for rule, score, why in rules if rule(no, yes)), NO)
    if not told.same and _own_part(denier, claimed):
        return Verdict(True, 0.65, "the accused denies a part in it")
    return told


def beforehand(denier: Group, claimed: Group) -> bool:
    """Whether all that deny were published before anybody is known to have claimed it: of what, nothing shows."""
    last = max((f.published for f in denier.facts if f.published is not None), default=None)
    first = claimed.first()
    return last is not None and first is not None and first - last > BEFOREHAND


def affirmed(fact: Fact) -> Fact:
    """A negated claim as the claim that it negates, without the words that negate it."""
    text = " ".join(NEGATION.sub(" ", fact.text).split())
    return dataclasses.replace(fact, claim=_positive(fact.claim), text=text, passage=alone(text))


@functools.lru_cache(maxsize=1024)
def _positive(claim: Claim) -> Claim:
    """A claim as one of a fact; held, as one denial meets many claims."""
    return replaced(claim, polarity=Polarity.POSITIVE, modality=Modality.FACT)


def _same_kind(a: Fact, b: Fact) -> bool:
    """Whether two descriptions of who moved say one thing: "troops", "soldiers", "no unit"."""
    one, other = folded(a.one("party") or a.one("of") or ""), folded(b.one("party") or b.one("of") or "")
    if not one or not other:
        return False
    sides = {side_of(name, a.armed_groups) for name in (one, other)}
    return akin(one.split(" ")[-1], other.split(" ")[-1]) or (len(sides) == 1 and "" not in sides)


def one_wording(a: Group, b: Group) -> bool:
    """Whether a claim and its negation are in the very same words of two articles: then it is the reading that differs,
    not what is said. In one article a report and its rejection may share their words."""
    left, right = ({(" ".join(f.text.split()), f.document.id) for f in g.facts} for g in (a, b))
    return any(x == y and d != e and (x, e) not in left for x, d in left for y, e in right)


def _tied(denier: Fact, claimed: Fact) -> bool:
    """Whether something shows that a denial is of this claim: somebody or a place that both name, or most of the words,
    told within days."""
    groups = denier.armed_groups
    accused = claimed.one("agent") if claimed.one("event") in ATTACKS else None
    if accused and not denier.one("agent"):  # who denies to have struck says nothing of another's strikes
        own = parties(speaker_of(denier), folded(accused), groups) is Fit.SAME
        return (own or places(denier, claimed) is Fit.SAME) and near(denier, claimed)
    roles = ("agent", "target", "thing", "party", "holder", "victims", "supported", "with")
    fits = [parties(denier.one(key), claimed.one(key), groups) for key in roles]
    fits += [places(denier, claimed), places(denier, claimed, "from"), places(denier, claimed, "to")]
    fits.append(any_party(denier.people, claimed.people, groups))
    fits.append(any_party(denier.many("supporter"), claimed.many("supporter"), groups))
    common = denier.said & claimed.said
    worded = overlap(denier.words, claimed.words) >= HALF and len(common) >= BACKED
    if denier.claim.modality is not Modality.DENIED and Fit.SAME not in fits:
        worded = worded and places(denier, claimed) is not Fit.DIFFERENT and AHEAD.search(denier.text) is None
    if {denier.slot, claimed.slot} == {Slot.RESPONSIBILITY}:  # who struck once may have struck elsewhere
        here = Fit.SAME in (places(denier, claimed), times(denier, claimed)) or denier.one_scene
        return (here or one_heading(denier, claimed)) and near(denier, claimed)
    return (Fit.SAME in fits or worded) and near(denier, claimed)


def denied_deed(a: Group, b: Group) -> Relation | None:
    """A deed that one source lays to somebody, and that another one says did not happen: "accused them of having shot
    two teachers", "nobody shot any teachers"."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    slots = denier.lead.slot, claimed.lead.slot
    act, event = (g.lead.one("act") or g.lead.one("event") for g in (claimed, denier))
    own = Slot.RESPONSIBILITY in slots or (act != event and _of_own_side(denier.lead))
    if denier.lead.one("sense") == "claimed" or beforehand(denier, claimed):
        return None  # where nobody says that he did it, it may have been done
    known = own and set(slots) <= {Slot.OCCURRENCE, Slot.RESPONSIBILITY} and slots != (Slot.RESPONSIBILITY,) * 2
    if not known or not act or not event or not (act == event or {act, event} <= ATTACKS):
        return None
    deed = {*senses_of(act), *senses_of(event), "people"}
    of_it = (denier.lead.said & claimed.lead.said) - deed
    told = len(of_it) > HALF * len(denier.lead.said - deed) or _of_own_side(denier.lead)
    apart = Fit.DIFFERENT in (places(denier.lead, claimed.lead), times(denier.lead, claimed.lead))
    sourced = any(f.claim.attribution_id is not None for f in denier.facts)
    if apart or not sourced or not (of_it and told) or told_together(a, b) or not near(denier.lead, claimed.lead):
        return None
    doer = f" lays to {claimed.lead.one('agent')}" if claimed.lead.one("agent") else " says"
    detail = f"{speaker(denier)} rejects what {speaker(claimed)}{doer}: {quoted(claimed)}"
    return Relation(LinkKind.DENIAL, 0.6, detail, denier)


def _of_own_side(fact: Fact) -> bool:
    """Whether somebody speaks of what her own side did, or did not: "we did not fire"."""
    own = parties(fact.one("agent"), sourced_to(fact), fact.armed_groups) is Fit.SAME
    return own or OWN.match(fact.text) is not None


def _plainly_denied(denier: Fact, claimed: Fact) -> bool:
    """Whether somebody denies, in so many words, what another one says at more length."""
    if denier.claim.modality is not Modality.DENIED or not {denier.slot, claimed.slot} <= OPEN:
        return False
    said = denier.said & claimed.said
    kinds = {denier.one("event"), claimed.one("event")}
    if len(kinds) == 2 and kinds <= ATTACKS:
        said |= denier.said & {"attack", "shoot", "bomb", "shell"}  # "attacked", of whoever opened fire
    fits = {places(denier, claimed), times(denier, claimed)}
    fits.add(any_party(denier.people, claimed.people, denier.armed_groups))
    return len(said) >= BACKED and len(said) >= PLAINLY * len(denier.said) and Fit.DIFFERENT not in fits


def _own_figure(denier: Fact, claimed: Fact) -> bool:
    """Whether somebody denies a count of what she is said to do, with a bound that the claim's figures do not leave:
    "denied that it planned to cut up to 600 jobs", of between 400 and 600."""
    tolls = denier.slot is claimed.slot is Slot.TOLL and harm(denier) == harm(claimed)
    if not tolls or not (denier.numbered() and claimed.numbered() and bounds_meet(denier, claimed)):
        return False
    doer = parties(sourced_to(denier), claimed.one("agent"), denier.armed_groups)
    fits = [parties(denier.one(key), claimed.one(key), denier.armed_groups) for key in ("agent", "victims")]
    return Fit.DIFFERENT not in (*fits, places(denier, claimed)) and Fit.SAME in (doer, *fits)


def plainly_negated(a: Group, b: Group) -> Relation | None:
    """A claim told in open words that has nearly all its words in common with a claim of whatever slot, and negates
    them: "soldiers ringed the university", "no soldiers were at the university"."""
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    no, yes = denier.lead, claimed.lead
    common = no.said & yes.said
    fits = [places(no, yes), times(no, yes), any_party(no.people, yes.people, no.armed_groups)]
    negated = senses(no.one("predicate") or no.one("event") or "")
    if negated and negated.isdisjoint(yes.words):
        return None  # who does not acknowledge deaths denies nothing that tells of deaths
    if no.slot not in OPEN or Fit.DIFFERENT in fits or not yes.real or not no.real:
        return None
    if len(common) < BACKED or len(common) < PLAINLY * len(no.said) or not near(no, yes) or told_together(a, b):
        return None
    if (len(common) == BACKED and Fit.SAME not in fits) or DENYING.search(yes.text):
        return None
    if no.numbered() or yes.numbered() or one_wording(a, b):
        return None
    if all(f.claim.attribution_id is None for f in denier.facts):
        return None  # an outlet that tells a story negates much that nobody claimed
    told = f"{speaker(denier)} rejects what {speaker(claimed)} says: {quoted(claimed)}"
    return Relation(LinkKind.DENIAL, 0.55, f"{told}; in both {', '.join(sorted(common))}", denier)


def _own_part(denier: Group, claimed: Group) -> bool:
    """Whether somebody denies to have done what another one blames her for: by name, or as "the group", a few lines
    off."""
    no, yes = denier.lead, claimed.lead
    if {no.slot, yes.slot} != {Slot.RESPONSIBILITY} or no.claim.modality is not Modality.DENIED:
        return False
    accused, groups = yes.one("agent"), no.armed_groups
    if not accused or "cause" in (no.one("sense"), yes.one("sense")):
        return False
    own = [parties(name, accused, groups) for name in (sourced_to(no), no.one("agent"))]
    here = side_by_side(denier, claimed)
    unnamed = of_no_side(accused, groups) and Fit.DIFFERENT not in own
    acts = {no.one("act"), yes.one("act")} - {None}
    return (Fit.SAME in own and (here or len(acts) < 2)) or (unnamed and here)


def named_deed(a: Group, b: Group) -> Relation | None:
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
