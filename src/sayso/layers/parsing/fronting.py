"""Sentences whose subject the parser hung on a name before it: on that of the place where it happened ("In Orle, Arle
province, a guard was shot"), or on a people's name that only describes it ("Orlish and coalition forces")."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.parsing.labels import AUXILIARIES, FINITE, NOMINAL, PLACES, SUBJECTS, VERBAL
from sayso.layers.parsing.parse import Sentence, Token

NAMING = frozenset({"conj", "compound", "amod", "nmod"})


def fronted(sentence: Sentence) -> Sentence:
    """The sentence with its subject, which the parser took for another name of what stands before it: "In Orle, Arle
    province, a guard and a clerk were arrested", "Writing in the Post, the guard said"."""
    tokens, verb = sentence.tokens, sentence.root
    if verb is None or verb.pos not in VERBAL:
        return sentence
    kids = list(sentence.children(verb))
    helping = [t.index for t in kids if 1 < t.index < verb.index and t.dep in (*AUXILIARIES, "neg")]
    first = min([*helping, verb.index])
    finite = tokens[first].tag in FINITE
    taken = [t for t in kids if t.dep in SUBJECTS or t.dep in ("csubj", "csubjpass", "expl")]
    opening = taken[0] if len(taken) == 1 and taken[0] is tokens[0] and taken[0].tag == "VBG" else None
    if finite and taken and not opening and taken[-1].index < verb.index:
        return _behind_place(sentence, taken)
    if not finite or (taken and not opening):
        return sentence
    for noun in reversed(tokens[2:first]):
        beside = noun.dep in ("appos", "conj") and tokens[noun.head].dep in ("pobj", "appos", "conj")
        if not beside or noun.pos not in NOMINAL:
            continue
        phrase = [t.index for t in tokens[:first] if t is noun or any(a is noun for a in sentence.ancestors(t))]
        if tokens[phrase[0] - 1].text == "," and phrase[-1] == first - 1 and len(phrase) == first - phrase[0]:
            if opening is not None and noun.entity in PLACES:
                break
            passive = any(t.dep == "auxpass" for t in kids)
            moved = [opening.under(verb, "advcl")] if opening is not None else []
            return sentence.with_tokens(noun.under(verb, "nsubjpass" if passive else "nsubj"), *moved)
    return sentence


def _behind_place(sentence: Sentence, taken: Sequence[Token]) -> Sentence:
    """The sentence whose first word taken for a subject is a second name of the place before it, with what stands in
    apposition to that, or the other subject, for its own: "In Orle district, Arle province, a guard was shot"."""
    tokens, place = sentence.tokens, taken[0]
    if tokens[0].tag != "IN" or place.entity not in PLACES:
        return sentence
    first = min(t.index for t in (place, *sentence.children(place)) if t.index <= place.index)
    ahead = next((t for t in reversed(tokens[: max(0, first - 1)]) if t.dep in ("pobj", "appos")), None)
    if ahead is None or tokens[place.index + 1].text != "," or tokens[first - 1].text != ",":
        return sentence
    beside = (t for t in sentence.children(place) if t.index > place.index and t.dep in ("appos", "conj"))
    noun = taken[1] if len(taken) > 1 else next(beside, None)
    if noun is None or noun.entity in PLACES or tokens[noun.index - 1].dep == "cc":
        return sentence
    return sentence.with_tokens(noun.under(tokens[place.head], place.dep), place.under(ahead, "appos"))


def of_nations(sentence: Sentence) -> Sentence:
    """The sentence with a people's name for the adjective that it is beside another one: "Orlish and coalition forces",
    "a combined Orlish and allied force"."""
    tokens = sentence.tokens
    for nation in tokens[:-2]:
        if nation.entity != "NORP" or nation.tag not in ("NNP", "JJ") or nation.dep in NAMING:
            continue
        kids = list(sentence.children(nation))
        noun = next((t for t in kids if t.dep == "conj" and t.index > nation.index + 2), None)
        if noun is None or tokens[nation.index + 1].lemma != "and" or noun.pos != "NOUN":
            continue
        opening = [t for t in sentence.children(noun) if t.index < noun.index]
        beside = opening and all(t.dep in ("compound", "amod", "nmod") for t in opening)
        wanted = "NN" if any(t.dep in ("det", "nummod", "poss") for t in kids) else "NNS"
        if beside and opening[0].index == nation.index + 2 and noun.tag == wanted:
            moved = (t.under(noun) for t in kids if t is not noun)
            above = noun if nation.head == nation.index else tokens[nation.head]
            return sentence.with_tokens(*moved, noun.under(above, nation.dep), nation.under(noun, "amod"))
    return sentence
