"""Clauses that say by their own verb that something is to be done: orders, and wishes in the subjunctive."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause

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
    if clause.head.tag != "VB" or _subject(clause) or not bare(clause) or _unseen_subject(clause):
        return False
    return clause.dep in ("ROOT", "ccomp") or _opens(clause) or _goes_on(clause)


def _unseen_subject(clause: Clause) -> bool:
    """Whether a noun right before the verb does it, though the parser tied it otherwise: "Army Allies Kill 100"."""
    before = clause.sentence.tokens[clause.head.index - 1] if clause.head.index else None
    return before is not None and before.pos in ("NOUN", "PROPN") and before.entity not in ("DATE", "TIME")


def _opens(clause: Clause) -> bool:
    """Whether a clause with no tie opens its sentence, before who says it: "Do not shake hands, the mayor asked"."""
    tied = any(t.dep == "mark" or t.tag == "TO" for t in clause.own if t.head == clause.head.index)
    words = [t for t in clause.sentence.tokens if t.pos != "PUNCT"]
    return clause.dep == "advcl" and not tied and words[0] in clause.own and clause.head.index < clause.head.head


def _goes_on(clause: Clause) -> bool:
    """Whether a clause goes on with what the one above it tells to do: "put a hat on and keep in the shade"."""
    above = clause.sentence.tokens[clause.head.head]
    before = clause.sentence.tokens[: above.index]
    opens = all(t.pos in ("PUNCT", "INTJ", "ADV") or (t.tag == "VB" and t.dep == "aux") for t in before)
    return clause.dep == "conj" and above.tag == "VB" and opens


def _subject(clause: Clause) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in clause.own)


def bare(clause: Clause) -> bool:
    """Whether the first verb of a clause stands in its bare form, with no modal and no "to" before it."""
    verbs = [t for t in clause.own if t.head == clause.head.index and t.dep in ("aux", "auxpass")]
    verbs = sorted([*verbs, clause.head], key=lambda t: t.index)
    ordering = len(verbs) > 1 and verbs[0].lemma.lower() == "do" and verbs[1].tag == "VB"  # "don't bake"
    return verbs[0].tag == "VB" or (ordering and not _subject(clause))
