"""What is said to be false, or not to be true: "it was not true that the bridge had fallen"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token

FALSE = frozenset({"false", "untrue", "incorrect", "baseless", "unfounded"})
TRUE = frozenset({"true", "correct", "case"})
#: Nouns for what somebody says, which is false with them.
SAYINGS = frozenset("claim report allegation assertion rumour rumor accusation suggestion story".split())
VERDICTS = ("acomp", "attr")


def called_false(clause: Clause, tree: Tree) -> bool:
    """Whether the words above a clause say that it is not so: "it is false that", "the claim that … is untrue"."""
    tokens = tree.tokens
    top = clause.top
    above = tokens[top.head]
    if clause.dep == "acl" and above.lemma.lower() in SAYINGS and above.dep == "nsubj":
        above = tokens[above.head]
    elif clause.dep not in ("ccomp", "csubj"):
        return False
    elif above.dep in VERDICTS:
        above = tokens[above.head]
    return above.index != top.index and _denies(above, tree)


def only_verdict(clause: Clause, clauses: Sequence[Clause], tree: Tree) -> bool:
    """Whether a clause says no more than that another one, which is a claim of its own, is false."""
    return _denies(clause.head, tree) and any(called_false(c, tree) for c in clauses if c is not clause)


def _denies(verb: Token, tree: Tree) -> bool:
    if verb.lemma.lower() != "be":
        return False
    kids = tree.kids[verb.index]
    said = {t.lemma.lower() for t in kids if t.dep in VERDICTS}
    negated = any(t.dep == "neg" for t in kids)
    return bool(said & TRUE) if negated else bool(said & FALSE)
