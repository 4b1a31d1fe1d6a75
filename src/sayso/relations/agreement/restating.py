"""Whether a denial restates a claim: what it negates is told by the claim as well, in these words or in others.

Whoever speaks for or against a thing negates much that is near what others say of it, and denies nothing of that. A
denial says the claim over again and negates it: its predicate is among the claim's words, and so are most of the rest.
"""

from __future__ import annotations

import re

from sayso.relations.agreement.denials import DENYING, affirmed
from sayso.relations.agreement.ties import HEADED, of_war
from sayso.relations.claims.comparing import Fit, parties, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close
from sayso.relations.claims.matching import legible
from sayso.relations.claims.negating import told_with_negation
from sayso.relations.claims.saying import sourced_to, speaker_of
from sayso.relations.words.likeness import Wording, alike, covered, wording
from sayso.relations.words.meanings import alone, likeness, meaning
from sayso.relations.words.spellings import folded
from sayso.vocab import Modality

#: The share of a denial's words, the rarer in news the heavier, that the claim has words for; how like its predicate
#: one of them is.
COVERED, TOLD = 0.6, 0.65
#: A claim that says much more is still of the matter where it has words for this share, the predicate's among them.
PLAINLY = 0.7
#: The same for what somebody expressly denies in words that lie so near.
EXPRESSLY, LOOSELY, NEAR = 0.55, 0.5, 0.68
#: The least that a denial, and what is only negated, lies near to what it is of.
DENIED, NEGATED = 0.53, 0.68
#: Words so near need not have the very predicate.
VERY_NEAR = 0.74
#: What says that a thing is not so without a negation: "misconstrued as a licence", "falsely accused".
MISTAKEN = re.compile(
    r"\b(?:mis(?:constru|underst[oa]|represent|interpret|characteri[sz]|portray|read|taken|took|quot)\w*|wrongly|falsely"
    r"|mistakenly|untrue|myth\b|baseless|groundless|unfounded|illogical|absurd|ludicrous|nonsense|fabricat\w+)",
    re.IGNORECASE,
)
#: What is denied by its bearer alone, and does not say of what: "denied the paper's report".
REPORT = re.compile(
    r"(?:\b(?:den(?:y|ies|ied|ying)|reject\w*|disput\w*|dismiss\w*)|^\W*(?:the|this|that|an?)) (?:[\w'’]+ ){0,3}"
    r"(?:report|story|article|account)s?\W*$",
    re.IGNORECASE,
)
#: The noun of a phrase, before what is said of it or at its end.
NOUN = re.compile(
    r"\W*(?:[\w'’-]+ ){0,4}?(?!(?:report|rumou?r|claim|allegation|accusation|suggestion|charge|idea)s?\b)([\w'’-]+)"
    r"(?: (?:of|in|at|on|into|over|after|for|from|by|with|to|against|during|before|under|following|that|who)\b|\W*$)",
    re.IGNORECASE,
)
#: Happenings that only say how a figure moved.
CHANGED = frozenset({"up", "down", "reached"})
#: Where all is told again, this share of so many words, and they lie so near, nothing else need tie the two.
ALL, MANY, LIKE = 0.9, 3, 0.63


def restates(denier: Fact, claimed: Fact) -> bool:
    """Whether what one claim negates is what the other one tells; not where that one negates, or tells of a denial, as
    well."""
    if not (legible(denier) and legible(claimed)):
        return False
    if told_with_negation(claimed.passage) or DENYING.search(claimed.opening) or REPORT.search(denier.opening):
        return False
    if MISTAKEN.search(claimed.opening) and not MISTAKEN.search(denier.opening):
        return False  # both deny it; but "not wrongly convicted" does deny "wrongly convicted"
    negated, told = wording(affirmed(denier).text), wording(claimed.text)
    share, predicate = covered(negated, told), _predicate(denier)
    # a predicate that says nothing, "was in talks", leaves it to the other words, or to the noun of what is denied
    named = predicate if predicate.words else _denied_noun(denier)
    by = 1.0 if not named.words else float(alike(named, told).max()) if told.words else 0.0
    bare = not predicate.words and (len(negated.words) < MANY or share < ALL)
    if by >= TOLD and share >= COVERED and not bare:
        return True
    expressly = denier.claim.modality is Modality.DENIED and share >= EXPRESSLY
    lie = nearness(denier, claimed) if by >= (LOOSELY if predicate.words else TOLD) and share >= EXPRESSLY else 0.0
    return lie >= NEAR if expressly else lie >= VERY_NEAR and share >= COVERED and not bare


def near_enough(denier: Fact, claimed: Fact) -> bool:
    """Whether a claim lies so near to what negates it that it is what is meant: less near where somebody expressly
    denies it than where she only says that it is not so, which she may say of much else. Where either says most of what
    the other says they need not lie near."""
    least = DENIED if denier.claim.modality is Modality.DENIED else NEGATED
    return nearness(denier, claimed) >= least or in_common(denier, claimed) >= PLAINLY


def plainly_restated(denier: Fact, claimed: Fact) -> bool:
    """Whether a claim has a word for what a shorter one says, negated, was done, and for most of the rest: "has never
    accepted a single rouble" beside all that is said of who received how many roubles."""
    negated, told, predicate = wording(affirmed(denier).text), wording(claimed.text), _predicate(denier)
    if not predicate.words or not told.words or covered(negated, told) < PLAINLY:
        return False
    return float(alike(predicate, told).max()) >= TOLD


def all_told(denier: Fact, claimed: Fact) -> bool:
    """Whether a claim tells all that one of many words negates."""
    negated = wording(affirmed(denier).text)
    whole = len(negated.words) >= MANY and covered(negated, wording(claimed.text)) >= ALL
    return whole and nearness(denier, claimed) >= LIKE


def in_common(one: Fact, other: Fact) -> float:
    """The lesser share of what either of two claims says, what negates it left out, that the other has words for."""
    told = [wording(f.text if f.positive else affirmed(f).text) for f in (one, other)]
    return min(covered(told[0], told[1]), covered(told[1], told[0]))


def told_over(one: Fact, other: Fact) -> bool:
    """Whether of two contraries either says most of what the other says, so that they are of one thing."""
    return in_common(one, other) >= PLAINLY


def one_predicate(one: Fact, other: Fact) -> bool:
    """Whether either of two claims has a word for what the other says was done, where it says so: who broke chairs
    sold none. That something rose or fell says of what there is a figure, and nothing else."""
    for fact, beside in ((one, other), (other, one)):
        predicate, told = _predicate(fact), wording(beside.text)
        known = predicate.words and told.words and fact.one("event") not in CHANGED
        if known and float(alike(predicate, told).max()) < TOLD:
            return False
    return True


def _predicate(fact: Fact) -> Wording:
    """The words of a claim's predicate; none where it is a verb that says nothing, or denies what the rest says."""
    found = fact.one("predicate") or fact.one("event") or ""
    return wording("" if DENYING.search(found) else found)


def _denied_noun(fact: Fact) -> Wording:
    """The noun of what is expressly denied, where that is no clause: "arson following a fire"."""
    found = NOUN.match(fact.opening) if fact.claim.modality is Modality.DENIED else None
    return wording(found[1] if found is not None else "")


def nearness(one: Fact, other: Fact) -> float:
    """How near two claims lie to each other, negations left out."""
    return likeness(*(meaning(alone(f.text if f.positive else affirmed(f).text)) for f in (one, other)))


def dated(one: Fact, other: Fact) -> bool:
    """Whether two claims are known to be of days near each other."""
    return times(one, other) is Fit.SAME or (None not in (one.published, other.published) and close(one, other))


def of_it(no: Fact, yes: Fact, tie: str) -> bool:
    """Whether something besides its words shows that a negation is of a claim: both name somebody or a place, or the
    one tells all that the other denies, or expressly denies it in words that lie very near. In a story of few scenes,
    and of no war, any express denial will do."""
    if tie not in ("", HEADED) or all_told(no, yes):
        return True
    expressly = no.claim.modality is Modality.DENIED
    if not no.one_scene or of_war(no) or of_war(yes):
        whole = no.one_scene and covered(wording(affirmed(no).text), wording(yes.text)) >= ALL
        return expressly and nearness(no, yes) >= (DENIED if whole else VERY_NEAR)
    return expressly


def one_voice(a: Group, b: Group) -> bool:
    """Whether one person or body says both; of the unnamed, those who are said to belong to one body by its name."""
    one, other = a.lead, b.lead
    if not (speaker_of(one) and speaker_of(other)):
        names = [re.sub(r"^unnamed ", "", sourced_to(f)) for f in (one, other)]
        return any(name != name.lower() for name in names) and folded(names[0]) == folded(names[1])
    return parties(one.claim.chain[-1], other.claim.chain[-1], one.armed_groups) is Fit.SAME
