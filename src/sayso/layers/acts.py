"""Clauses that do something by their verb and attribute no words: "the union rejected the offer"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.claimvoice import cue_of
from sayso.layers.clauses import Clause
from sayso.types import Attribution, Claim

#: Verbs that take a stand or decide, and whose object is what was decided and no report of it.
DECIDING = frozenset(
    "accept adopt annul approve authorise authorize back block cancel dismiss endorse grant lift oppose overturn pass "
    "quash ratify refuse reject suspend uphold veto withdraw".split()
)
#: An object of more words says something itself.
LONGEST = 6


def decisions(clauses: Sequence[Clause], near: Sequence[Attribution], made: Sequence[Claim]) -> list[Clause]:
    """The deciding clauses of a sentence whose object, a few words without a verb, made no claim among ``made``."""
    out = []
    for clause in clauses:
        cue = cue_of(clause, near)
        if cue is None or clause.head.lemma.lower() not in DECIDING or len(cue.content) != 1:
            continue
        said = cue.content[0]
        words = [t for t in clause.own if said.start <= t.start and t.end <= said.end]
        silent = all(not (s.start < said.end and said.start < s.end) for c in made for s in c.content)
        whole = sum(said.start <= t.start and t.end <= said.end for t in clause.sentence.tokens) == len(words)
        if words and whole and len(words) <= LONGEST and silent:
            out.append(clause)
    return out
