"""What a headline says, found in its own article: a headline says what its article says, in fewer words.

So trees and rules ask less of a headline and a claim of the text below it than of two articles. What a headline is put
to changes nothing but where it stands: it is no wording that others are held against, and counts for nothing beside a
text (``origins``).
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import how_near, legible, likelihood, read_trees, weigh
from sayso.relations.claims.parting import apart
from sayso.relations.claims.sameness import ruled
from sayso.relations.claims.saying import Verdict

#: A headline is held against so many claims of its article, those with most words in common, the first ones before
#: others.
COMPARED = 16
#: Likely enough to be one with a claim of its own article, and as near to it as this.
OWN, NEAR = 0.4, 0.57
#: The same where one is told as to come and the other is not: headlines tell what is to come in the present.
TO_COME = 0.7
#: Each claim further down counts so much less, as far as FURTHEST.
LATER, FURTHEST = 0.01, 10


def in_its_text(head: Fact, claims: Sequence[Fact]) -> tuple[Fact, Verdict] | None:
    """The claim of a headline's article that says what the headline says, and what shows it. ``claims`` are those of
    the article's text, as they stand there."""
    fitting = [(rank, claim) for rank, claim in enumerate(claims) if _may_be_one(head, claim)]
    fitting.sort(key=lambda held: (-len(head.words & held[1].words), held[0]))
    best: tuple[tuple[bool, float], Fact, Verdict] | None = None
    for rank, claim in fitting[:COMPARED]:
        verdict = _verdict(head, claim)
        score = verdict.shown, verdict.score - LATER * min(rank, FURTHEST)
        if verdict.same and (best is None or score > best[0]):
            best = score, claim, verdict
    return best[1:] if best else None


def _may_be_one(head: Fact, claim: Fact) -> bool:
    return head.positive == claim.positive and not apart(head, claim)


def _verdict(head: Fact, claim: Fact) -> Verdict:
    """Whether a claim says what a headline says; ``shown`` where rules find so."""
    by_rule = ruled(head, claim)
    if not (legible(head) and legible(claim)):
        return by_rule
    nearness = how_near(head, claim)
    likely = likelihood(weigh(read_trees(), head, claim, by_rule.same, nearness))
    if by_rule.same:
        return by_rule._replace(score=max(likely, by_rule.score), shown=True)
    least = OWN if head.real == claim.real else TO_COME
    return Verdict(likely >= least and nearness >= NEAR, likely, "said by the text below it in other words")
