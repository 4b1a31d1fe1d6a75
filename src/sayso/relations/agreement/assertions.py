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
#: What is turned down by a vote or a decision is no claim.
TURNED_DOWN = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refus(?:es?|ed|ing)|turn(?:s|ed|ing)? down)"
    r" (?:(?!that\b|any\b|all\b)[\w'’$.-]+ ){0,5}?"
    r"(?:veto|bill|motion|appeal|petition|bid|lawsuit|amendment|application|resolution|proposal|offer|request|demand)s?\b",
    re.IGNORECASE,
)
#: The words of a law or a rule, and what is only meant to be done.
UNCLAIMED = re.compile(
    r"\W*(?:who(?:so)?ever\b|any(?:one|body| person)\b|(?:the|an?|his|her|its|their|our) [\w'’-]+ to [a-z])", re.IGNORECASE
)
#: Who denies to have done a thing says nothing of what others did.
OWN_DEED = re.compile(r"\bden(?:y|ies|ied|ying) (?:ever )?\w+ing\b", re.IGNORECASE)


def as_so(fact: Fact) -> bool:
    """Whether a claim is told as so, or denied; not as wished, ordered, planned or possible."""
    return fact.claim.modality in (Modality.FACT, Modality.DENIED)


def both_so(no: Fact, yes: Fact) -> bool:
    """Whether a negation is told as so and denies something, and what it may deny is claimed, at least as possible."""
    if not as_so(no) or not (as_so(yes) or yes.claim.modality is Modality.POSSIBLE):
        return False
    if UNCLAIMED.match(yes.opening) or TURNED_DOWN.search(no.opening) or _another_doer(no, yes):
        return False
    return no.claim.modality is Modality.DENIED or IDLE.search(no.opening) is None


def _another_doer(no: Fact, yes: Fact) -> bool:
    """Whether somebody denies to have done a thing, and the claim lays it to somebody else."""
    if yes.slot is not Slot.RESPONSIBILITY or OWN_DEED.search(no.opening) is None:
        return False
    return parties(sourced_to(no), yes.one("agent"), no.armed_groups) is Fit.DIFFERENT
