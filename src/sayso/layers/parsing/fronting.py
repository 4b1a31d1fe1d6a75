"""Sentences whose subject the parser hung on a name before it: on that of the place where it happened ("In Orle, Arle
province, a guard was shot"), or on a people's name that only describes it ("Orlish and coalition forces")."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.layers.parsing.parse import Sentence, Token

NOMINAL = ("NOUN", "PROPN")
PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMING = frozenset({"conj", "compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def fronted(sentence: Sentence) -> Sentence:
    """The sentence with its subject, which the parser took for another name of the place before it: "In Orle, Arle
    province, a guard and a clerk were arrested"."""
    tokens, verb = sentence.tokens, sentence.root
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return sentence
    kids = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    ahead = [t for t in kids if t.index < verb.index and t.dep in ("aux", "auxpass", "neg", "advmod")]
    first = min([t.index for t in ahead if t.index > 1 and t.dep != "advmod"] + [verb.index])
    finite = tokens[first].tag in ("VBD", "VBZ", "VBP", "MD")
    taken = [t for t in kids if t.dep in SUBJECTS]
    if finite and taken and taken[-1].index < verb.index:
        return _behind_place(sentence, taken)
    if not finite or taken:
        return sentence
    for noun in reversed(tokens[2:first]):
        beside = noun.dep in ("appos", "conj") and tokens[noun.head].dep in ("pobj", "appos", "conj")
        if not beside or noun.pos not in NOMINAL:
            continue
        phrase = [t.index for t in tokens[:first] if t is noun or any(a is noun for a in sentence.ancestors(t))]
        if tokens[phrase[0] - 1].text == "," and phrase[-1] == first - 1 and len(phrase) == first - phrase[0]:
            passive = any(t.dep == "auxpass" for t in kids)
            return sentence.with_tokens(
                dataclasses.replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index)
            )
    return sentence


def _behind_place(sentence: Sentence, taken: Sequence[Token]) -> Sentence:
    """The sentence whose first word taken for a subject is a second name of the place before it, with what stands in
    apposition to that, or the other subject, for its own: "In Orle district, Arle province, a guard was shot"."""
    tokens, place = sentence.tokens, taken[0]
    if tokens[0].tag != "IN" or place.entity not in PLACES:
        return sentence
    first = min(t.index for t in tokens if t is place or (t.head == place.index and t.index < place.index))
    ahead = next((t for t in reversed(tokens[: first - 1]) if t.dep in ("pobj", "appos")), None) if first > 1 else None
    comma = tokens[place.index + 1].text == ","
    if ahead is None or not comma or tokens[first - 1].text != ",":
        return sentence
    beside = (t for t in tokens[place.index + 1 :] if t.head == place.index and t.dep in ("appos", "conj"))
    noun = taken[1] if len(taken) > 1 else next(beside, None)
    if noun is None or noun.entity in PLACES or tokens[noun.index - 1].dep == "cc":
        return sentence
    changed = list(tokens)
    if noun.pos == "ADJ":  # "Arle province, Orlish and coalition forces"
        named = noun
        noun = next((t for t in tokens if t.head == named.index and t.dep == "conj" and t.pos == "NOUN"), noun)
        changed[named.index] = dataclasses.replace(named, dep="amod", head=noun.index)
    changed[noun.index] = dataclasses.replace(noun, dep=place.dep, head=place.head)
    changed[place.index] = dataclasses.replace(place, dep="appos", head=ahead.index)
    return dataclasses.replace(sentence, tokens=tuple(changed))


def of_nations(sentence: Sentence) -> Sentence:
    """The sentence with a people's name for the adjective that it is beside another one: "Orlish and coalition forces",
    "a combined Orlish and allied force"."""
    tokens = sentence.tokens
    for nation in tokens[:-2]:
        if nation.entity != "NORP" or nation.tag not in ("NNP", "JJ") or nation.dep in NAMING:
            continue
        noun = next((t for t in tokens[nation.index + 3 :] if t.head == nation.index and t.dep == "conj"), None)
        if noun is None or tokens[nation.index + 1].lemma != "and" or noun.pos != "NOUN":
            continue
        opening = [t for t in tokens if t.head == noun.index and t.index < noun.index]
        opened = any(t.head == nation.index and t.dep in ("det", "nummod", "poss") for t in tokens)
        beside = opening and all(t.dep in ("compound", "amod", "nmod") for t in opening)
        if not beside or opening[0].index != nation.index + 2 or (opened and noun.tag != "NN"):
            continue
        if not opened and noun.tag != "NNS":
            continue
        changed = list(tokens)
        for token in tokens:
            if token.head == nation.index and token is not noun:
                changed[token.index] = dataclasses.replace(token, head=noun.index)
        changed[noun.index] = dataclasses.replace(noun, dep=nation.dep, head=nation.head)
        changed[nation.index] = dataclasses.replace(nation, dep="amod", head=noun.index)
        return dataclasses.replace(sentence, tokens=tuple(changed))
    return sentence
