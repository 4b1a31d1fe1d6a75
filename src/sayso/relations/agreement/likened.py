"""How two claims stand to each other that no key brings together, but the direction of their words: counts of one
matter, a denial in other words, a plan or a decision that was given up or undone."""

from __future__ import annotations

import re

from sayso.relations.agreement.assertions import both_so
from sayso.relations.agreement.denials import beforehand, one_wording
from sayso.relations.agreement.likecounts import relate_likened_counts, relate_many
from sayso.relations.agreement.restating import (
    near_enough,
    of_it,
    one_voice,
    plainly_restated,
    restates,
)
from sayso.relations.agreement.retold import borne_out
from sayso.relations.agreement.standing import Relation, by_publication, quoted, speaker, told_together
from sayso.relations.agreement.ties import PART, of_others, part_only, shared
from sayso.relations.agreement.turns import undoes, undone
from sayso.relations.claims.comparing import Fit, any_party, bounds_meet, parties, places, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close, near
from sayso.relations.claims.saying import OPEN, sourced_to
from sayso.relations.words.senses import meant_by, senses
from sayso.vocab import LinkKind, Modality, Slot

#: What is not decided yet lies so near to the plan that it leaves open.
BARE = 0.68
#: What somebody never did she did on no day.
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
#: The same of two days for one thing.
SET = 0.65
#: Words for what is set for one day.
SCHEDULED = (
    "election vote poll polls referendum hearing trial verdict sentencing talks summit meeting deadline ultimatum "
    "strike walkout march rally launch opening reopening match final concert ceremony funeral inauguration session"
)
#: What lays a thing to somebody without saying that she did it.
SUSPICION = re.compile(
    r"\b(?:point(?:s|ed|ing)? (?:to|at|towards?)|suspect(?:s|ed|ing)?|blam(?:es?|ed|ing)|implicat(?:es?|ed|ing)|behind"
    r"|finger at|(?:work|hand|fingerprints|hallmarks) of|link(?:s|ed|ing)? .{1,40} to)\b.{1,50}"
    r"|\bh[eo]ld(?:s|ing)? .{1,50}\b(?:responsible|accountable|liable)\b",
    re.IGNORECASE,
)
#: Predicates for what is not settled yet, where they are negated.
DECIDING = "decide decided decision"


def relate_matter(a: Group, b: Group, like: float) -> Relation | None:
    """How two groups stand to each other whose words are so ``like``; None where nothing shows that they are of one
    matter, or what they say of it can both be."""
    one, other = a.lead, b.lead
    if one.headline or other.headline or one.past != other.past or one_wording(a, b):
        return None
    if of_others(one, other) or places(one, other) is Fit.DIFFERENT:
        return None
    if one.positive and other.positive and (undoes(one) or undoes(other)):  # who says so tells what it was as well
        found = undone(a, b) or undone(b, a)
        if found is not None:
            return found
    if told_together(a, b) or not (one.positive or other.positive):
        return None
    if one.positive != other.positive:
        return _denied(a, b, like)
    if one.numbered() and other.numbered():
        return borne_out(relate_likened_counts(a, b, like), a, b) or relate_many(a, b, like)
    return _postponed(a, b, like)


def _postponed(a: Group, b: Group, like: float) -> Relation | None:
    """Two days for one thing that is to come: the later told has overtaken the earlier."""
    one, other = a.lead, b.lead
    windows, told = (one.window, other.window), (a.first(), b.first())
    if None in windows or None in told or times(one, other) is not Fit.DIFFERENT or like < SET:
        return None
    if abs((one.window or (0, 0))[0] - (other.window or (0, 0))[0]) < 2:
        return None  # "tomorrow", in a text that bears the next day's date
    if any(w is None or w[1] - w[0] > 1 or day is None or w[0] <= day for w, day in zip(windows, told, strict=True)):
        return None
    named = one.said & other.said & meant_by(SCHEDULED)
    following = by_publication(a, b)
    if not named or not one.one_scene or not near(one, other):
        return None
    detail = f"{quoted(a)}, says {speaker(a)}; {quoted(b)}, says {speaker(b)}: it is to be on one day"
    if following is None:
        return Relation(LinkKind.CONFLICTS, round(0.7 * like, 3), detail)
    return Relation(LinkKind.UPDATES, round(0.8 * like, 3), f"{detail}, and the one was told later", following[1])


def _denied(a: Group, b: Group, like: float) -> Relation | None:
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    no, yes = denier.lead, claimed.lead
    tie = shared(no, yes)
    if part_only(no, yes) or _of_harm_by_others(no, yes):
        return None
    if _suspected(no, yes) and close(no, yes) and not one_voice(a, b):
        told = f"{speaker(denier)} denies a part in what {speaker(claimed)} suspects: {quoted(claimed)}"
        return Relation(LinkKind.DENIAL, 0.6, told, denier)
    if _undecided(no) and yes.claim.modality is Modality.PLANNED:
        return _left_open(denier, claimed, like)
    if not both_so(no, yes) or not of_it(no, yes, tie):
        return None
    own = any_party(no.people, yes.people, no.armed_groups) is Fit.SAME
    always = own and no.window is None and NEVER.search(no.opening) is not None
    if (times(no, yes) is Fit.DIFFERENT and not always) or not restates(no, yes):
        return None
    if not near_enough(no, yes) and not (always and plainly_restated(no, yes)):
        return None
    if no.numbered() and yes.numbered() and not bounds_meet(no, yes):
        return None
    why = f"it says the same, negated, in words {like:.2f} alike{f', {tie}' if tie else ''}"
    if one_voice(a, b) or not near(no, yes) or beforehand(denier, claimed):
        return None
    if all(f.claim.attribution_id is None and f.claim.modality is not Modality.DENIED for f in denier.facts):
        return None  # an outlet that tells a story negates much that nobody claimed
    told = f"{speaker(denier)} rejects what {speaker(claimed)} says: {quoted(claimed)}; {why}"
    return Relation(LinkKind.DENIAL, round(0.8 * like, 3), told, denier)


def _suspected(no: Fact, yes: Fact) -> bool:
    """Whether somebody denies any part in a thing, and a claim says that suspicion falls on her, by name."""
    name = sourced_to(no)
    if no.claim.modality is not Modality.DENIED or not name[:1].isupper() or yes.slot not in OPEN:
        return False
    if PART.search(no.opening) is None and no.slot is not Slot.RESPONSIBILITY:
        return False
    return any(name in found[0] for found in SUSPICION.finditer(yes.opening))


def _of_harm_by_others(no: Fact, yes: Fact) -> bool:
    """Whether somebody denies only that it was her doing, and nobody says so: "denied any part in the fire that left
    two people dead", where two died."""
    blamed = no.slot is Slot.RESPONSIBILITY and yes.slot is Slot.TOLL
    return blamed and parties(no.one("agent"), yes.one("agent"), no.armed_groups) is not Fit.SAME


def _undecided(fact: Fact) -> bool:
    """Whether a negated claim says that something is not decided."""
    return not meant_by(DECIDING).isdisjoint(senses(fact.one("predicate") or ""))


def _left_open(denier: Group, planned: Group, like: float) -> Relation | None:
    """What is said not to be decided yet is at odds with what is planned."""
    if like < BARE or planned.lead.said.isdisjoint(denier.lead.said) or not near(denier.lead, planned.lead):
        return None
    detail = f"{quoted(denier)} leaves open what {speaker(planned)} has: {quoted(planned)}; in words {like:.2f} alike"
    return Relation(LinkKind.CONFLICTS, round(0.7 * like, 3), detail)
