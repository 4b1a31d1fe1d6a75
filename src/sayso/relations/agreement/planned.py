"""What was planned, and what is said to have come of it. Most of what is planned in a story is said over again in other
sentences, done by somebody else, or spoken of as an act that nobody has carried out: that it was done is only said
where a claim tells as so what the plan said."""

from __future__ import annotations

import re

from sayso.relations.agreement.restating import covered
from sayso.relations.agreement.standing import Relation, quoted, told_together
from sayso.relations.agreement.ties import named_in
from sayso.relations.claims.comparing import Fit, parties, places
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import near
from sayso.relations.claims.sameness import alike
from sayso.relations.words.likeness import wording
from sayso.vocab import LinkKind, Modality, Slot

#: Slots of what somebody can set out to do.
DOABLE = frozenset({Slot.OCCURRENCE, Slot.MOVEMENT, Slot.CONTROL})
#: The share of a plan's words that what came of it must have words for.
TOLD = 0.6
#: Words that speak of an act without telling that it took place: "over construction of", "the president … shutting",
#: "will win".
SPOKEN_OF = re.compile(
    r"\W*(?:over|about|on|of|for|after|before|with|without|against|to|\w+ing)\b|.{0,200}…\s*(?:to\b|\w+ing\b)"
    r"|.{0,200}\b(?:will|would)\b",
    re.IGNORECASE,
)


#: What somebody else is asked to do, and has not planned: "challenged her to oppose it", "invited him to come".
ASKED = re.compile(
    r"\b(?:(?:challeng|urg|invit|persuad|encourag)(?:es?|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)|beg(?:s|ged|ging)?"
    r"|call(?:s|ed|ing)? (?:up)?on)\b.{1,40}?\bto\b",
    re.IGNORECASE,
)


def said_done(a: Group, b: Group) -> Relation | None:
    """A plan, and a claim of as late a day that what was planned took place: by the same doer, or to the same one."""
    done, planned = (a, b) if a.lead.real else (b, a)
    new, old = done.lead, planned.lead
    if new.slot not in DOABLE or new.claim.modality is not Modality.FACT or told_together(a, b):
        return None
    if old.claim.modality is not Modality.PLANNED or new.one("event") != old.one("event"):
        return None
    first, second = planned.first(), done.first()
    if first is None or second is None or second < first or not near(old, new):
        return None
    found = alike(new, old)
    if not found.same or not _one_deed(old, new) or SPOKEN_OF.match(new.opening) or ASKED.search(old.opening):
        return None
    return Relation(LinkKind.UPDATES, round(found.score * 0.9, 3), f"what {quoted(planned)} planned is said done", done)


def _one_deed(old: Fact, new: Fact) -> bool:
    """Whether what is told as done is what was planned: nobody different in any role, somebody named in both, nobody
    named in the plan alone, and its words said over again."""
    roles = ("agent", "target", "thing", "holder", "party", "with")
    ends = [parties(old.one(key), new.one(key), old.armed_groups) for key in roles]
    ends += [places(old, new, key) for key in ("place", "from", "to")]
    if Fit.DIFFERENT in ends or Fit.SAME not in ends[: len(roles)]:
        return False
    if not named_in(old) <= named_in(new):
        return False
    return covered(wording(old.text), wording(new.text)) >= TOLD
