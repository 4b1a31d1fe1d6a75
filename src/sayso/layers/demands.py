"""Clauses that say by their own verb that something is to be done: orders, and wishes in the subjunctive."""

from __future__ import annotations

from sayso.layers.clauses import Clause

#: Modal verbs that say what is to be done.
BOUND = frozenset({"must", "should", "shall"})


def demanded(clause: Clause) -> bool:
    """Whether a clause says by its own verb that something is to be done: "give us dogs", "that it be closed", "cars
    must be off the street by noon"."""
    if any(t.tag == "MD" and t.head == clause.head.index for t in clause.own):
        return any(t.tag == "MD" and t.lemma.lower() in BOUND for t in clause.own)
    return imperative(clause) or (_subject(clause) and bare(clause))


def imperative(clause: Clause) -> bool:
    """Whether a clause tells somebody to do something: "don't bake today"."""
    return clause.dep in ("ROOT", "ccomp") and clause.head.tag == "VB" and not _subject(clause) and bare(clause)


def _subject(clause: Clause) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in clause.own)


def bare(clause: Clause) -> bool:
    """Whether the first verb of a clause stands in its bare form, with no modal and no "to" before it."""
    verbs = [t for t in clause.own if t.head == clause.head.index and t.dep in ("aux", "auxpass")]
    verbs = sorted([*verbs, clause.head], key=lambda t: t.index)
    ordering = len(verbs) > 1 and verbs[0].lemma.lower() == "do" and verbs[1].tag == "VB"  # "don't bake"
    return verbs[0].tag == "VB" or (ordering and not _subject(clause))
