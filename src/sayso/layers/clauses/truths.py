"""What is said to be false, or not to be true: "it was not true that the bridge had fallen"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token

FALSE = frozenset(
    """false untrue incorrect baseless unfounded groundless fictitious nonsense lie fabrication falsehood invention hoax
    """.split()
)
TRUE = frozenset({"true", "correct", "case"})
#: Nouns for what somebody says, which is false with them.
SAYINGS = frozenset("claim report allegation assertion rumour rumor accusation suggestion story".split())
#: What a saying has none of that is false: "is without foundation", "there is no truth in it".
GROUNDS = frozenset("foundation basis substance truth merit".split())
VERDICTS = ("acomp", "attr")


def called_false(clause: Clause, tree: Tree) -> bool:
    """Whether the words above a clause say that it is not so: "it is false that", "the claim that … is untrue",
    "there is no truth in reports that"."""
    tokens = tree.tokens
    top = clause.top
    above = tokens[top.head]
    if clause.dep == "acl" and above.lemma.lower() in SAYINGS and above.dep in ("nsubj", "pobj"):
        over = tokens[above.head]
        if above.dep == "pobj":
            return _groundless(over, tree)
        above = over
    elif clause.dep not in ("ccomp", "csubj"):
        return False
    elif above.dep in VERDICTS:
        above = tokens[above.head]
    return above.index != top.index and _denies(above, tree)


def only_verdict(clause: Clause, clauses: Sequence[Clause], tree: Tree) -> bool:
    """Whether a clause says no more than that another one, which is a claim of its own, is false."""
    if not (_denies(clause.head, tree) or any(_no_grounds(t, tree) for t in tree.kids[clause.head.index])):
        return False
    return any(called_false(c, tree) for c in clauses if c is not clause)


def _groundless(link: Token, tree: Tree) -> bool:
    """Whether a preposition says of what it leads that it has no grounds: "there is no truth in"."""
    noun = tree.tokens[link.head]
    if noun.lemma.lower() == "be":  # the parser hangs it from the verb as well
        return any(_no_grounds(t, tree) for t in tree.kids[noun.index])
    return _no_grounds(noun, tree)


def _no_grounds(noun: Token, tree: Tree) -> bool:
    """``no truth``, where it is all that there is."""
    if noun.lemma.lower() not in GROUNDS or noun.dep not in ("attr", "nsubj"):
        return False
    return any(t.text.lower() == "no" for t in tree.kids[noun.index]) and _exists(noun, tree)


def _exists(noun: Token, tree: Tree) -> bool:
    verb = tree.tokens[noun.head]
    return verb.lemma.lower() == "be" and any(t.dep == "expl" for t in tree.kids[verb.index])


def _without_grounds(verb: Token, tree: Tree) -> bool:
    """``is without any foundation``."""
    links = (t for t in tree.kids[verb.index] if t.text.lower() == "without")
    return any(t.dep == "pobj" and t.lemma.lower() in GROUNDS for link in links for t in tree.kids[link.index])


def _denies(verb: Token, tree: Tree) -> bool:
    if verb.lemma.lower() != "be":
        return False
    kids = tree.kids[verb.index]
    said = {t.lemma.lower() for t in kids if t.dep in VERDICTS}
    negated = any(t.dep == "neg" for t in kids)
    return bool(said & TRUE) if negated else bool(said & FALSE) or _without_grounds(verb, tree)
