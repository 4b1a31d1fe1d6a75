"""Clauses and participles that the parser hung on the word before them: what describes a happening is said of it, and
not of the place where it was: "the attack on a mill in Tarven, which killed four"."""

from __future__ import annotations

import dataclasses
import itertools

from sayso.layers.parsing.labels import ASKING, PLACES
from sayso.layers.parsing.parse import Sentence, Token

#: What a happening leads to, told by participles behind it; and the nouns of what itself leads to it.
RESULTS = frozenset(
    "kill wound injure hurt maim destroy damage leave displace trap force cause prompt trigger spark".split()
)
DOING = frozenset(
    "blast explosion bomb bombing attack strike airstrike raid shelling fire blaze crash collision accident storm "
    "flood earthquake quake shooting ambush clash battle fight stampede collapse landslide avalanche outbreak gunman "
    "driver assault bombardment incident derailment sinking tornado hurricane cyclone missile rocket mine".split()
)
#: What stands before a month.
BEFORE_MONTHS = frozenset({"in", "since", "until", "till", "last", "this", "early", "late", "mid"})
#: What a participle that has its own subject or object, or an auxiliary, has below it.
TAKEN = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "agent")
OBJECTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
#: Nouns in -ing for violence, which the parser takes for participles: "in mortar shelling by militants".
DEEDS = frozenset("shelling bombing shooting fighting stabbing looting rioting firing killing ambushing".split())


def in_may(sentence: Sentence) -> Sentence:
    """The sentence with the month for no verb: "since 21 May have killed"."""
    for before, token in itertools.pairwise(sentence.tokens):
        if token.text == "May" and token.tag == "MD" and (before.tag == "CD" or before.text.lower() in BEFORE_MONTHS):
            return sentence.with_tokens(dataclasses.replace(token, pos="PROPN", tag="NNP", lemma="May", dep="npadvmod"))
    return sentence


def attached(sentence: Sentence) -> Sentence:
    """The sentence with a relative clause of harm on the happening that did it, and one of "including those who" on
    those alone."""
    for verb in sentence.tokens:
        who = next((t for t in sentence.children(verb) if t.tag in ASKING), None) if verb.dep == "relcl" else None
        if who is None:
            continue
        noun = _included(who, sentence) or _happening(verb, who, sentence)
        if noun is not None:
            return sentence.with_tokens(verb.under(noun))
    return sentence


def _included(who: Token, sentence: Sentence) -> Token | None:
    """Those who are included, right before a "who"."""
    noun = sentence.tokens[who.index - 1]
    return noun if noun.dep == "pobj" and sentence.tokens[noun.head].text.lower() == "including" else None


def _happening(verb: Token, who: Token, sentence: Sentence) -> Token | None:
    """The noun for a happening that the place belongs to which a clause of harm was hung on: ``attack`` of "the attack
    on a mill in Tarven, Arle, which killed four"."""
    tokens = sentence.tokens
    noun = tokens[verb.head]
    if verb.lemma.lower() not in RESULTS or noun.entity not in PLACES or who.dep != "nsubj" or who.tag == "WP":
        return None
    while noun.dep in ("pobj", "appos"):
        up = tokens[noun.head]
        noun = tokens[up.head] if noun.dep == "pobj" else up
        if noun.lemma.lower() in DOING:
            return noun
    return None


def of_deeds(sentence: Sentence) -> Sentence:
    """The sentence with nouns in -ing for nouns: "in mortar shelling by militants"."""
    tokens = sentence.tokens
    for before, token in itertools.pairwise(tokens):
        if token.tag != "VBG" or token.text.lower() not in DEEDS or token.dep not in ("pcomp", "acl", "advcl"):
            continue
        if sentence.child(token, "dobj", "aux", "auxpass", "nsubj") is not None:
            continue  # it has an object, an auxiliary or a subject of its own, as verbs have
        noun = dataclasses.replace(token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep="pobj")
        if token.dep == "pcomp":
            return sentence.with_tokens(noun)
        bare = before.tag == "NN" and before.dep == "pobj" and before.index == before.head + 1
        if bare and not any(t.text.lower() in ("for", "against", "at") for t in sentence.children(token)):
            return sentence.with_tokens(noun.under(tokens[before.head]), before.under(token, "compound"))
    return sentence  # "died in prison fighting for his rights"


def counted_too(sentence: Sentence) -> Sentence:
    """The sentence with a bare number before a participle for its subject, where it goes on with a passive: "thousands
    have been killed in the fighting and more than 10 million displaced"."""
    tokens = sentence.tokens
    for number, verb in itertools.pairwise(tokens[3:]):
        if verb.tag not in ("VBN", "VBD") or verb.dep not in ("advcl", "conj", "acl") or number.pos != "NUM":
            continue
        own = number.head == verb.index or sentence.child(verb, *TAKEN) is not None
        joint = next((t for t in reversed(tokens[: number.index]) if t.dep == "cc"), None)
        if own or number.entity in ("DATE", "TIME") or joint is None or joint.text.lower() != "and":
            continue
        if any(t.pos not in ("NUM", "ADV", "ADJ", "ADP") for t in tokens[joint.index + 1 : number.index]):
            continue
        passive = {t.head for t in tokens[: joint.index] if t.dep == "auxpass"}
        above = next((t for t in reversed(tokens[: joint.index]) if t.index in passive and t.tag == "VBN"), None)
        if above is not None:
            goes_on = dataclasses.replace(verb, tag="VBN").under(above, "conj")
            return sentence.with_tokens(goes_on, number.under(verb, "nsubjpass"))
    return sentence


def hyphened(sentence: Sentence) -> Sentence:
    """The sentence with the parts of a hyphened noun for one: "a counter-offensive", "his co-worker"."""
    changed: list[Token] = []
    for first, mark, last in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if mark.text != "-" or first.end != mark.start or mark.end != last.start:
            continue
        if first.dep == last.dep != "conj" and first.head == last.head != last.index and last.dep in OBJECTS:
            below = (t for t in sentence.children(first) if t.dep in ("det", "poss", "amod", "nummod"))
            changed += [t.under(last) for t in below]
            changed.append(first.under(last, "compound"))
            changed.append(dataclasses.replace(mark, pos="PUNCT").under(last, "punct"))
            changed.append(dataclasses.replace(last, pos="NOUN", tag="NN" if last.tag == "JJ" else last.tag))
    return sentence.with_tokens(*changed) if changed else sentence
