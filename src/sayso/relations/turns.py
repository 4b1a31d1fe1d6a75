"""What turned round: a plan that was dropped, somebody who says the contrary of what she said, opposite states."""

from __future__ import annotations

import re

from sayso.relations.comparing import Fit, any_party, overlap, parties, places
from sayso.relations.facts import Fact
from sayso.relations.grouping import GIVEN_UP, Group
from sayso.relations.incidents import near
from sayso.relations.saying import OPEN, speaker_of
from sayso.relations.senses import contrary, senses
from sayso.relations.senses import opposed as opposites
from sayso.relations.standing import Relation, by_publication, in_time, quoted, speaker, told_together
from sayso.vocab import LinkKind

#: Senses of words for plans, and all that words for giving them up may mean: they say nothing of what was planned.
ENDS = GIVEN_UP | senses("scrapped dropped shelved abandoned withdrawn")
PLANS = senses("plan plans planned planning idea proposal scheme project intention intend ready want wants called")
#: Opposites that can both be true: what rises falls another day, and a deal or a match has two sides.
TWO_SIDED = frozenset({"rise", "fall", "buy", "sell", "win", "lose", "flee", "arrive"})
#: Of what remains of two wordings without their opposite words, this share is in common, and so many words at least.
REST, FEWEST = 0.6, 2
#: What is longer than this in characters is a page's furniture or a list, not a plan.
LONG = 300
#: Whoever says the contrary of what she said before, says it so many days later at most.
MONTHS = 90


#: What makes an earlier decision void, or less.
UNDOING = re.compile(
    r"\b(?:overturn\w*|overrul\w*|overrode|quash\w*|annul\w*|revers(?:e|ed|es|ing)|revok\w*|rescind\w*|repeal\w*"
    r"|void(?:ed|s)|set aside|struck down|strikes? down|reinstat\w*|commut(?:e|ed|es|ing)|reduc(?:e|ed|es|ing)"
    r"|shorten\w*|lift(?:ed|s|ing)?|suspend\w*|dropp?(?:ed|s|ing)?|withdr[ae]w\w*|retract\w*|recant\w*"
    r"|call(?:ed|s|ing)? off|cancel\w*|scrapp?\w*|shelv\w*)\b",
    re.IGNORECASE,
)


#: What drops so falls, and is not given up.
FALLING = re.compile(r"\bdrop\w*\s+(?:to|by|from|in|off|below|sharply)\b", re.IGNORECASE)


def dropped(a: Group, b: Group) -> Relation | None:
    """A plan, and that it was given up, in words that have what was planned in common."""
    for given_up, planned in ((a, b), (b, a)):
        new, old = given_up.lead, planned.lead
        if not (new.positive and new.real and old.positive and not old.real) or new.claim.slot not in OPEN:
            continue
        if max(len(new.text), len(old.text)) > LONG:
            continue
        common = (new.words & old.words) - ENDS - PLANS
        if not (new.words & GIVEN_UP) or old.words & GIVEN_UP or len(common) < FEWEST or FALLING.search(new.text):
            continue
        rest = overlap(new.words - ENDS - PLANS, old.words - ENDS - PLANS)
        if rest < REST or _apart(new, old):
            continue
        following = by_publication(a, b)
        if following is not None and following[1] is planned:
            continue
        detail = (
            f"{speaker(given_up)} says that it was given up: {quoted(planned)}; in both {', '.join(sorted(common))}"
        )
        return Relation(LinkKind.UPDATES, 0.65, detail, given_up)
    return None


def reversed_(a: Group, b: Group) -> Relation | None:
    """Somebody who says later the contrary of what she said before: she no longer says it."""
    following = by_publication(a, b)
    one, other = a.lead, b.lead
    if following is None or not (speaker_of(one) and speaker_of(other)) or one.real != other.real:
        return None
    own = parties(one.claim.chain[-1], other.claim.chain[-1], one.armed_groups) is Fit.SAME
    apart = abs((one.published or 0) - (other.published or 0)) > MONTHS
    if not own or apart or _apart(one, other) or overlap(one.words, other.words) < REST or len(one.words) < FEWEST:
        return None
    earlier, later = following
    detail = f"{speaker(earlier)} said {quoted(earlier)}; {speaker(later)} says the contrary"
    return Relation(LinkKind.UPDATES, 0.7, detail, later)


def _may_rest(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether enough words can be in common when two words that exclude each other are left out of both."""
    return not one.isdisjoint(other) and len(one & other) >= REST * (min(len(one), len(other)) - 2)


def opposite(a: Group, b: Group) -> Relation | None:
    """Two states of one thing that cannot both be, told in words of which one excludes the other."""
    one, other = a.lead, b.lead
    if one.claim.slot not in OPEN or other.claim.slot not in OPEN or not _may_rest(one.words, other.words):
        return None
    if not near(one, other):
        return None
    deeds = contrary(one.one("event"), other.one("event"))
    found = deeds or opposites(one.words, other.words)
    following = by_publication(a, b)
    if told_together(a, b) and (deeds is None or following is None):
        return None
    if found is None or not TWO_SIDED.isdisjoint(found) or _apart(one, other):
        return None
    rests = one.words - set(found), other.words - set(found)
    named = any_party(one.people, other.people, one.armed_groups) is Fit.SAME or places(one, other) is Fit.SAME
    if overlap(*rests) < REST or len(rests[0] & rests[1]) < (1 if named else FEWEST):
        return None
    if following is not None and told_together(a, b):  # one voice tells the one as what came after the other
        earlier, later = following
        return Relation(LinkKind.UPDATES, 0.65, f"{quoted(earlier)}, then {quoted(later)}", later)
    why = f"{quoted(a)} and {quoted(b)} exclude each other: {' and '.join(sorted(found))}"
    return in_time(a, b, why)


def _apart(one: Fact, other: Fact) -> bool:
    """Whether two claims are of different places, people or parties."""
    groups = one.armed_groups
    roles = [parties(one.one(key), other.one(key), groups) for key in ("agent", "target", "thing", "party", "with")]
    return Fit.DIFFERENT in (*roles, any_party(one.people, other.people, groups), places(one, other))


def undoes(fact: Fact) -> bool:
    """Whether a claim tells of a decision that was made void, or less, by a later one."""
    return fact.positive and fact.real and fact.claim.slot in OPEN and UNDOING.search(fact.opening) is not None
