"""Clauses and participles that the parser hung on the word before them: what describes a happening is said of it, and
not of the place where it was: "the attack on a mill in Tarven, which killed four"."""

from __future__ import annotations

import dataclasses

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
PLACES = frozenset({"GPE", "LOC", "FAC"})
RELATIVES = frozenset({"which", "that"})
#: What a participle that has its own subject or object, or an auxiliary, has below it.
TAKEN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "agent"})
OBJECTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
#: Nouns in -ing for violence, which the parser takes for participles: "in mortar shelling by militants".
DEEDS = frozenset("shelling bombing shooting fighting stabbing looting rioting firing killing ambushing".split())


def attached(sentence: Sentence) -> Sentence:
    """The sentence with a relative clause of harm on the happening that did it, one of "including those who" on those
    alone, with nouns in -ing for nouns, and with the month for no verb: "since 21 May have killed"."""
    tokens = sentence.tokens
    for token in tokens[1:]:
        before = tokens[token.index - 1]
        if token.text == "May" and token.tag == "MD" and (before.tag == "CD" or before.text.lower() in BEFORE_MONTHS):
            return sentence.with_tokens(dataclasses.replace(token, pos="PROPN", tag="NNP", lemma="May", dep="npadvmod"))
        if token.dep == "relcl":
            moved = _of_those_included(token, tokens)
            if moved is not None:
                return sentence.with_tokens(moved)
        if token.dep == "relcl" and token.lemma.lower() in RESULTS and tokens[token.head].entity in PLACES:
            happening = _happening(tokens[token.head], tokens)
            which = any(t.head == token.index and t.dep == "nsubj" and t.text.lower() in RELATIVES for t in tokens)
            if happening is not None and which:
                return sentence.with_tokens(dataclasses.replace(token, head=happening.index))
        if token.tag == "VBG" and token.dep == "pcomp" and token.text.lower() in DEEDS and not _acting(token, tokens):
            noun = dataclasses.replace(token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep="pobj")
            return sentence.with_tokens(noun)
        if token.tag == "VBG" and token.dep in ("acl", "advcl") and token.text.lower() in DEEDS:
            bare = before.tag == "NN" and before.dep == "pobj" and before.index == tokens[before.head].index + 1
            sought = any(t.head == token.index and t.text.lower() in ("for", "against", "at") for t in tokens)
            if bare and not (sought or _acting(token, tokens)):  # "died in prison fighting for his rights"
                noun = dataclasses.replace(
                    token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep="pobj", head=before.head
                )
                return sentence.with_tokens(noun, dataclasses.replace(before, dep="compound", head=token.index))
    return sentence


def _acting(verb: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a form in -ing is a verb: it has an object, an auxiliary or a subject of its own."""
    return any(t.head == verb.index and t.dep in ("dobj", "aux", "auxpass", "nsubj") for t in tokens)


def _of_those_included(verb: Token, tokens: tuple[Token, ...]) -> Token | None:
    """A relative clause that stands right behind those who are included, with these for what it describes."""
    who = next((t for t in tokens[: verb.index] if t.head == verb.index and t.tag in ("WP", "WDT")), None)
    noun = tokens[who.index - 1] if who is not None and who.index else None
    if noun is None or noun.index == verb.head or noun.dep != "pobj" or tokens[noun.head].text.lower() != "including":
        return None
    return dataclasses.replace(verb, head=noun.index)


def _happening(noun: Token, tokens: tuple[Token, ...]) -> Token | None:
    """The noun for a happening that a place belongs to: ``attack`` of "the attack on a mill in Tarven, Arle"."""
    while noun.dep in ("pobj", "appos"):
        up = tokens[noun.head]
        noun = tokens[up.head] if noun.dep == "pobj" else up
        if noun.lemma.lower() in DOING:
            return noun
    return None


def counted_too(sentence: Sentence) -> Sentence:
    """The sentence with a bare number before a participle for its subject, where it goes on with a passive: "thousands
    have been killed in the fighting and more than 10 million displaced"."""
    tokens = sentence.tokens
    for verb in tokens[4:]:
        number = tokens[verb.index - 1]
        if verb.tag not in ("VBN", "VBD") or verb.dep not in ("advcl", "conj", "acl") or number.pos != "NUM":
            continue
        if (
            number.entity in ("DATE", "TIME")
            or number.head == verb.index
            or any(t.head == verb.index and t.dep in TAKEN for t in tokens)
        ):
            continue
        joint = next((t for t in reversed(tokens[: number.index]) if t.dep == "cc"), None)
        within = tokens[joint.index + 1 : number.index] if joint is not None else ()
        if (
            joint is None
            or joint.text.lower() != "and"
            or any(t.pos not in ("NUM", "ADV", "ADJ", "ADP") for t in within)
        ):
            continue
        passive = {t.head for t in tokens[: joint.index] if t.dep == "auxpass"}
        above = next((t for t in reversed(tokens[: joint.index]) if t.index in passive and t.tag == "VBN"), None)
        if above is not None:
            return sentence.with_tokens(
                dataclasses.replace(verb, tag="VBN", dep="conj", head=above.index),
                dataclasses.replace(number, dep="nsubjpass", head=verb.index),
            )
    return sentence


def hyphened(sentence: Sentence) -> Sentence:
    """The sentence with the parts of a hyphened noun for one: "a counter-offensive", "his co-worker"."""
    tokens = sentence.tokens
    changed = list(tokens)
    for mark in tokens[1:-1]:
        first, last = tokens[mark.index - 1], tokens[mark.index + 1]
        if mark.text != "-" or first.end != mark.start or mark.end != last.start:
            continue
        if first.dep == last.dep != "conj" and first.head == last.head != last.index and last.dep in OBJECTS:
            changed[first.index] = dataclasses.replace(first, dep="compound", head=last.index)
            changed[mark.index] = dataclasses.replace(mark, pos="PUNCT", dep="punct", head=last.index)
            changed[last.index] = dataclasses.replace(last, pos="NOUN", tag="NN" if last.tag == "JJ" else last.tag)
            for token in tokens:
                if token.head == first.index and token.dep in ("det", "poss", "amod", "nummod"):
                    changed[token.index] = dataclasses.replace(token, head=last.index)
    return sentence if changed == list(tokens) else dataclasses.replace(sentence, tokens=tuple(changed))
