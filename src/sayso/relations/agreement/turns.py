"""What turned round: a plan that was dropped, somebody who says the contrary of what she said, opposite states."""

from __future__ import annotations

import re

from sayso.relations.agreement.assertions import as_so
from sayso.relations.agreement.restating import told_over
from sayso.relations.agreement.standing import Relation, by_publication, in_time, order, quoted, speaker, told_together
from sayso.relations.agreement.ties import named_in, shared, violent
from sayso.relations.claims.comparing import Fit, any_party, overlap, parties, places
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import near
from sayso.relations.claims.parting import GIVEN_UP
from sayso.relations.claims.saying import OPEN, speaker_of
from sayso.relations.words.senses import akin, contrary, meant_by, opposed, senses
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind

#: Words for plans and for giving them up: they say nothing of what was planned.
ENDS = f"{GIVEN_UP} scrapped dropped shelved abandoned"
PLANS = "plan plans planned planning idea proposal scheme project intention intend ready want wants called"
#: Opposites that can both be true: what rises falls another day, and a deal or a match has two sides.
TWO_SIDED = frozenset({"rise", "fall", "buy", "sell", "win", "lose", "flee", "arrive"})
#: What stands for a time, and says of nothing that it ended or began: "in the end they agreed".
BY_THEN = re.compile(r"\b(?:in|at|by|from|until|to) the (?:very )?(?:end|beginning|start|outset)\b", re.IGNORECASE)
#: Opposites of which the one follows upon the other, so that they are only at odds where their days tell of a change.
FOLLOWING = frozenset({"arrest", "release"})
#: Of what remains of two wordings without their opposite words, this share is in common, and so many words at least.
REST, FEWEST = 0.6, 2
#: Whoever says the contrary of what she said before, says it so many days later at most.
MONTHS = 90
#: What ties a decision to what made it void may stand in any of so many of its tellings.
COMPARED = 3
#: What makes an earlier decision void, or less.
UNDOING = re.compile(
    r"\b(?:overturn\w*|overrul\w*|overrode|quash\w*|annul\w*|revers(?:e|ed|es|ing)|revok\w*|rescind\w*|repeal\w*"
    r"|void(?:ed|s)|set aside|struck down|strikes? down|reinstat\w*|commut(?:e|ed|es|ing)|reduc(?:e|ed|es|ing)"
    r"|shorten\w*|lift(?:ed|s|ing)?|suspend\w*|dropp?(?:ed|s|ing)?|withdr[ae]w\w*|retract\w*|recant\w*"
    r"|call(?:ed|s|ing)? off|cancel\w*|scrapp?\w*|shelv\w*)\b",
    re.IGNORECASE,
)
#: Words for what is decided, and can be undone.
DECISIONS = (
    "ban bans sentence conviction convicted verdict ruling order decision strike walkout bid law tax sanctions recall "
    "warning curfew embargo contract deal agreement suspension penalty fine licence permit match election visit talks "
    "meeting march tariff blockade lockdown alert evacuation offer charge charges claim statement restriction rule "
    "measure measures closure dismissal appointment award acquittal pardon"
)
#: So many characters about a word that undoes something are of what it undoes.
BEFORE_IT, AFTER_IT = 60, 60
#: What tells, before a word that undoes something, that this is not settled, or only planned.
OPEN_YET = re.compile(r"\b(?:whether|if|might|may|could|would|should|unclear|to)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: What drops so falls, and is not given up.
FALLING = re.compile(r"\bdrop\w*\s+(?:to|by|from|in|off|below|sharply)\b", re.IGNORECASE)


def contradicted(a: Group, b: Group) -> Relation | None:
    """Somebody who says later the contrary of what she said before: she no longer says it."""
    following = by_publication(a, b)
    one, other = a.lead, b.lead
    if following is None or not (speaker_of(one) and speaker_of(other)) or one.real != other.real:
        return None
    own = parties(one.claim.chain[-1], other.claim.chain[-1], one.armed_groups) is Fit.SAME
    apart = abs((one.published or 0) - (other.published or 0)) > MONTHS
    if not own or apart or _apart(one, other) or overlap(one.words, other.words) < REST or len(one.words) < FEWEST:
        return None
    if one.claim.modality is not other.claim.modality and not (as_so(one) and as_so(other)):
        return None
    if not told_over(one, other):
        return None
    earlier, later = following
    detail = f"{speaker(earlier)} said {quoted(earlier)}; {speaker(later)} says the contrary"
    return Relation(LinkKind.UPDATES, 0.7, detail, later)


def _may_rest(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether enough words can be in common when two words that exclude each other are left out of both."""
    return not one.isdisjoint(other) and len(one & other) >= REST * (min(len(one), len(other)) - 2)


def excluding(a: Group, b: Group) -> Relation | None:
    """Two states of one thing that cannot both be, told in words of which one excludes the other."""
    one, other = a.lead, b.lead
    if one.slot not in OPEN or other.slot not in OPEN or not _may_rest(one.words, other.words):
        return None
    if not near(one, other):
        return None
    found = contrary(one.one("event"), other.one("event")) or opposed(one.words, other.words)
    if told_together(a, b):
        return None
    if found is None or not TWO_SIDED.isdisjoint(found) or _apart(one, other):
        return None
    if any(not senses(" ".join(BY_THEN.findall(f.opening))).isdisjoint(found) for f in (one, other)):
        return None
    if FOLLOWING.issuperset(found) and order(a, b) is None:
        return None
    if any(predicates(f).isdisjoint(found) for f in (one, other)) or _other_things(one, other):
        return None  # either tells it in passing, or they tell it of two things
    rests = one.words - set(found), other.words - set(found)
    named = any_party(one.people, other.people, one.armed_groups) is Fit.SAME or places(one, other) is Fit.SAME
    if overlap(*rests) < REST or len(rests[0] & rests[1]) < (1 if named else FEWEST):
        return None
    why = f"{quoted(a)} and {quoted(b)} exclude each other: {' and '.join(sorted(found))}"
    return in_time(a, b, why)


def _other_things(one: Fact, other: Fact) -> bool:
    """Whether two deeds are done to two things by the nouns for them: a night ended, a roll call began."""
    heads = [folded(f.one("target") or f.one("thing") or "").split(" ")[-1] for f in (one, other)]
    return all(heads) and not akin(*heads)


def predicates(fact: Fact) -> frozenset[str]:
    """The senses of what a claim tells first of all; of all its words where its predicate says nothing."""
    return senses(f"{fact.one('predicate') or ''} {fact.one('event') or ''}") or fact.words


def _apart(one: Fact, other: Fact) -> bool:
    """Whether two claims are of different places, people or parties."""
    groups = one.armed_groups
    roles = [parties(one.one(key), other.one(key), groups) for key in ("agent", "target", "thing", "party", "with")]
    return Fit.DIFFERENT in (*roles, any_party(one.people, other.people, groups), places(one, other))


def undone(undoing: Group, before: Group) -> Relation | None:
    """A decision or a plan, and that it was made void: "banned her for two years", "overturned the ban on her"."""
    new, old = undoing.lead, before.lead
    following = by_publication(undoing, before)
    if not undoes(new) or UNDOING.search(old.opening) or FALLING.search(new.opening):
        return None
    if following is None or following[1] is not undoing or not old.positive:
        return None
    ends = meant_by(ENDS) | senses(" ".join(UNDOING.findall(new.opening)))
    common = (new.said & old.said & _undone_of(new)) - ends - meant_by(PLANS)
    if old.real:
        common &= meant_by(DECISIONS)
    apart = (undoing.first() or 0) - (before.first() or 0)
    named = named_in(new) & named_in(old)
    if not common or (old.real and not named) or (not old.real and len(common) < FEWEST) or apart > 4 * MONTHS:
        return None
    if violent(new) or violent(old) or not any(shared(new, fact) for fact in before.nodes[:COMPARED]):
        return None
    detail = f"{speaker(undoing)} says that it was undone: {quoted(before)}; in both {', '.join(sorted(common)[:3])}"
    return Relation(LinkKind.UPDATES, 0.6, detail, undoing)


def _undone_of(fact: Fact) -> frozenset[str]:
    """The senses of the words that stand about those with which a claim undoes something."""
    text = fact.opening
    around = (text[max(0, m.start() - BEFORE_IT) : m.end() + AFTER_IT] for m in UNDOING.finditer(text))
    return frozenset().union(*(senses(words) for words in around))


def undoes(fact: Fact) -> bool:
    """Whether a claim tells of a decision that was made void, or less, by a later one; not that it may be."""
    if not (fact.positive and fact.real and fact.slot in OPEN):
        return False
    text = fact.opening
    return any(not OPEN_YET.search(text[max(0, m.start() - BEFORE_IT) : m.start()]) for m in UNDOING.finditer(text))
