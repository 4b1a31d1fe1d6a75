"""Tolls that one clause states in parts: of several groups, in several places."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import Named, bounds, counted, round_number
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.scene import place_of
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.harmed import PEOPLE
from sayso.layers.values.roles import amount_of
from sayso.layers.values.settings import where
from sayso.layers.values.slots import harmful, nouns
from sayso.types import Quantity

#: What can befall people only, so that men, women and children add up to people.
OF_PEOPLE = frozenset({"killed", "wounded", "missing", "detained", "abducted", "captured", "rescued", "ill"})
AT = frozenset({"in", "at", "near", "outside", "off"})
OPENING = frozenset({"det", "poss", "nummod", "amod"})
WITH = frozenset({"with", "alongside"})
ARTICLES = frozenset({"a", "an", "one", "another", "his", "her", "its", "their", "my", "our", "the"})


def parts(named: Named, clause: Clause, victim: Token | None, tree: Tree, findings: Findings) -> list[Named]:
    """The toll ``named`` as the clause states it: once; with all coordinated victims summed; or, where they are of
    different groups, or counted place by place, once each."""
    if named.get("effect") not in OF_PEOPLE:
        return [named]
    found = counted(clause, findings)
    return _by_place(named, clause, found, findings) or _by_group(named, victim, found, tree) or [named]


def _by_place(named: Named, clause: Clause, found: Sequence[Quantity], findings: Findings) -> list[Named]:
    """ "It killed 23 in Tarven and nine in Pelm": each count with the place behind it; none where a count has none."""
    counts = [q for q in found if q.unit is None]
    if len(counts) < 2:
        return []
    out = []
    ends = [*(q.span.start for q in counts[1:]), clause.end]
    for quantity, end in zip(counts, ends, strict=True):
        places = findings.toponyms.inside(quantity.span.end, end)
        between = [t for t in clause.own if quantity.span.end <= t.start < end]
        prepositions = [t for t in between if t.pos == "ADP" and t.text.lower() in AT]
        if len(places) != 1 or len(prepositions) != 1 or any(t.pos == "VERB" for t in between):
            return []
        if any(harmful(t) for t in between):
            return []  # "12 dead in Tarven and 30 hurt in Pelm": of two kinds
        out.append(named | bounds(quantity) | where((place_of(places[0]),)) | {"place_inherited": None})
    return out


def _by_group(named: Named, victim: Token | None, found: Sequence[Quantity], tree: Tree) -> list[Named]:
    """Coordinated victims: "two women and a boy" are three people, "five soldiers and 12 rebels" two tolls."""
    if victim is None or victim.pos not in ("NOUN", "PROPN"):
        return []
    groups = _groups(victim, tree)
    if len(groups) < 2 or any(harmful(t) for t in groups[1:]):
        return []
    counts = [_count(t, found, tree) for t in groups]
    told = [(t, c) for t, c in zip(groups, counts, strict=True) if c is not None]
    armed = [t for t in groups if t.lemma.lower() in nouns("armed")]
    if armed and len(told) < len(groups):
        return []
    each = [named | {"low": c[0], "high": c[1], "of": t.lemma.lower(), "victims": None} for t, c in told]
    if len(armed) == len(groups) and all(numbered for _, (_, _, numbered) in told):
        return each  # of two sides
    low = sum(c[0] or 0 for _, c in told)
    known = [c[1] for _, c in told if c[1] is not None]
    high = sum(known) if len(known) == len(groups) else None
    if low == 0:
        return []
    whole = named | {"low": round_number(low), "high": round_number(high), "of": "people", "victims": None}
    sorts = armed and not any(kin(t, tree) for t in groups)
    return [whole, *each] if sorts else [whole]  # five soldiers of the six people another one may tell of alone


def _groups(victim: Token, tree: Tree) -> list[Token]:
    """The nouns of all who were harmed together: coordinated ones, those that the parser gave the verb for another
    subject, and those whom somebody has with her: "a woman with four of her children and an old man"."""
    groups = [t for t in tree.conjuncts(victim) if t is victim or (t.dep == "conj" and not _aside(t, victim, tree))]
    beside = [t for t in tree.kids[victim.head] if t is not victim and _joined(t, victim, tree)]
    groups += [t for t in beside if t not in groups]  # "a captain, Jan Kovar, and six of his men"
    listed = victim.pos == "PROPN" and len(groups) > 1
    groups += [t for t in tree.kids[victim.index] if listed and t.dep == "appos" and kin(t, tree)]
    taken = (t for t in tree.kids[victim.index] if t.dep == "prep" and t.text.lower() in WITH)
    with_them = [t for up in taken for t in tree.kids[up.index] if t.dep == "pobj" and kin(t, tree)]
    if victim.tag == "NN" and with_them:
        groups += [t for noun in with_them for t in tree.conjuncts(noun)]
    groups.sort(key=lambda t: t.index)
    apart = (
        n for n, t in enumerate(groups) if n and any(harmful(k) for k in tree.tokens[groups[n - 1].index : t.index])
    )
    return groups[: next(apart, None)]  # "four guards killed in Orle at least four guards were killed": a headline


def _joined(noun: Token, victim: Token, tree: Tree) -> bool:
    """Whether a noun is harmed beside the victim, though the parser did not join them: a number behind "and", or a
    second subject of the verb before it: "Jan Kovar and at least ten members were killed"."""
    if noun.dep == "conj" and noun.pos == "NUM":
        return noun.index > victim.index and amount_of(noun, tree) is not None
    one, other = sorted((noun, victim), key=lambda t: t.index)
    between = tree.tokens[one.index + 1 : other.index]
    both = noun.dep == victim.dep == "nsubjpass" and noun.pos in ("NOUN", "PROPN", "NUM")
    return both and any(t.dep == "cc" and t.text.lower() == "and" for t in between)


def kin(noun: Token, tree: Tree) -> bool:
    """Whether a noun is of somebody's own people, who are beside her: "Jan Kovar, his wife and two children", "four of
    her children"; but not "his hands tied"."""
    whose = amount_of(noun, tree) or noun
    word = whose.lemma.lower()
    people = word in nouns("people", "folk", "armed") or is_title(word) or word.endswith(PEOPLE)
    return people and whose.pos == "NOUN" and any(t.tag == "PRP$" for t in tree.kids[whose.index])


def _aside(noun: Token, victim: Token, tree: Tree) -> bool:
    """Whether a noun is coordinated with what is said of the victims in passing: "nine people, two nuns and a guard
    among them"; but not with somebody's name."""
    above = list(itertools.takewhile(lambda t: t is not victim, tree.sentence.ancestors(noun)))
    if any(t.dep == "appos" and t.pos != "PROPN" and not kin(t, tree) for t in above):
        return True
    joined = [t for t in tree.conjuncts(victim) if t.dep == "conj"]
    among = next((t for t in tree.tokens[joined[-1].index + 1 :][:1] if t.text.lower() == "among"), None)
    return among is not None and any(t.text.lower() in ("them", "whom") for t in tree.kids[among.index])


def _count(noun: Token, found: Sequence[Quantity], tree: Tree) -> tuple[float | None, float | None, bool] | None:
    """Bounds of one of several coordinated victims, and whether it has a number of its own; None where unknown."""
    numbers = [t for t in (noun, *tree.kids[noun.index]) if t.pos == "NUM" and t.dep in ("nummod", "conj", "dobj")]
    numbers += [noun] if noun.pos == "NUM" else []
    for number in numbers:
        quantity = next((q for q in found if q.span.start <= number.start and number.end <= q.span.end), None)
        if quantity is not None and quantity.unit is None:
            return quantity.low, quantity.high, True
    first = tree.tokens[noun.head] if noun.dep == "conj" else noun  # "his father and brother"
    bare = noun is not first and first.tag == "NN" and not any(t.dep in OPENING for t in tree.kids[noun.index])
    opening = tree.kids[(first if bare else noun).index]
    singular = noun.tag == "NN" and any(t.text.lower() in ARTICLES or t.dep == "poss" for t in opening)
    singular |= noun.entity == "NORP" and any(t.text.lower() in ("a", "an", "one") for t in opening)
    if singular or (noun.tag == "NNP" and noun.entity == "PERSON"):
        return 1, 1, False
    return None
