"""What kind of happening harmed somebody, by the nouns that tell of it."""

from __future__ import annotations

import functools

from sayso import assets
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token


@functools.cache
def causes(kind: str = "happening") -> dict[str, str]:
    """Words for what harmed people, or with the kind ``weapon`` for what it was done with, and the happening that they
    tell of: two tolls of different ones are of different happenings."""
    return {row["word"]: row["cause"] for row in assets.rows("causes.tsv") if row["kind"] == kind}


def _part(clause: Clause, tree: Tree) -> int:
    """The index from which a toll speaks of some of its victims only: "31 people, 14 of them in a single strike"."""
    for token in clause.own:
        noun = tree.behind(token, "of") if token.pos in ("NUM", "NOUN", "ADJ", "DET", "PRON") else None
        if noun is not None and noun.text.lower() in ("them", "whom", "these", "those"):
            return token.index
    return clause.sentence.tokens[-1].index + 1


def _kind(token: Token, tree: Tree) -> str:
    """The kind of happening that a noun names."""
    of_weapons = token.lemma.lower() in ("fire", "strike", "bombardment")
    weapon = tree.child(token, "compound", "amod", "nmod") if of_weapons else None
    return causes("weapon").get(weapon.lemma.lower() if weapon is not None else "", causes()[token.lemma.lower()])


def cause_of(clause: Clause, tree: Tree, agent: Token | None, victim: Token | None) -> str | None:
    """What kind of happening did the harm: the doing noun, or one among the clause's own words but the victims'."""
    if agent is not None and agent.lemma.lower() in causes():
        return _kind(agent, tree)
    part = _part(clause, tree)
    nouns_here = [
        t for t in clause.own if t.index < part and t.pos in ("NOUN", "PROPN") and t.lemma.lower() in causes()
    ]
    nouns_here = [t for t in nouns_here if victim is None or t.index != victim.index]
    return _kind(nouns_here[-1], tree) if nouns_here else None
