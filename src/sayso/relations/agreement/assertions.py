"""What is told so that it can be denied, and what negates so that it denies: a law is claimed by nobody, and who says
that a thing is not known yet denies nothing of it."""

from __future__ import annotations

import re

from sayso.relations.claims.comparing import Fit, parties
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.saying import sourced_to
from sayso.vocab import Modality, Slot

#: Negations that leave a thing as it was told: "not until May", "not only", "it was not clear", "no one knew of it",
#: "we are the ones who do not": others do.
IDLE = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?(?:until|till|only|just|merely|simply)\b"
    r"|\b(?:is|was|are|were|been|remains?|remained) (?:not|n['’]t|never) (?:\w+ ){0,2}(?:known|clear|certain)\b"
    r"|\b(?:no ?one|nobody|none) (?:\w+ ){0,2}?(?:knows|knew|known)\b"
    r"|\bthe (?:ones?|only \w+) (?:who|that|which) (?:\w+ )?(?:not|n['’]t|never)\b",
    re.IGNORECASE,
)
#: What is turned down by a vote or a decision is no claim: "rejected the president's veto of a bill".
TURNED_DOWN = re.compile(
    r"\W*(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z][\w.-]*|[\w-]+['’]s?) ){1,4}"
    r"(?:veto|bill|motion|appeal|petition|bid|lawsuit|amendment|application|resolution|proposal|offer|request|demand)s?\b"
)
#: The words of a law or a rule, and what is only meant to be done.
UNCLAIMED = re.compile(
    r"\W*(?:who(?:so)?ever\b|any(?:one|body| person)\b|(?:the|an?|his|her|its|their|our) [\w'’-]+ to [a-z])",
    re.IGNORECASE,
)
#: What somebody denies to have done herself: that says nothing of what others did.
OWN_DEED = re.compile(r"\W*(?:(?:ever |having )?\w+ing|(?:it|its|their|our|they|we)) \w", re.IGNORECASE)


def as_so(fact: Fact) -> bool:
    """Whether a claim is told as so, or denied; not as wished, ordered, planned or possible."""
    return fact.claim.modality in (Modality.FACT, Modality.DENIED)


def both_so(no: Fact, yes: Fact) -> bool:
    """Whether a negation is told as so and denies something, and what it may deny is claimed, at least as possible."""
    if not as_so(no) or not (as_so(yes) or yes.claim.modality is Modality.POSSIBLE):
        return False
    if UNCLAIMED.match(yes.opening) or _another_doer(no, yes):
        return False
    if no.claim.modality is Modality.DENIED:
        return TURNED_DOWN.match(no.opening) is None
    return IDLE.search(no.opening) is None


def _another_doer(no: Fact, yes: Fact) -> bool:
    """Whether somebody denies to have done a thing, and the claim lays it to somebody who is not known to be hers."""
    if no.claim.modality is not Modality.DENIED or yes.slot is not Slot.RESPONSIBILITY or not yes.one("agent"):
        return False
    own = [parties(name, yes.one("agent"), no.armed_groups) for name in (sourced_to(no), no.one("agent"))]
    return OWN_DEED.match(no.opening) is not None and Fit.SAME not in own
