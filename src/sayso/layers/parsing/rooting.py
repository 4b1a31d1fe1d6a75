"""Sentences whose verb the parser hung below a noun: "A depot of the dairy Weidegoud was consumed by flames" has no
main verb where the depot is taken for the root and "consumed" for what describes it."""

from __future__ import annotations

import dataclasses

from sayso.layers.parsing.labels import ASKING, AUXILIARIES, FINITE, NOMINAL, SUBJECTS, VERBAL
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Zone


def rooted(sentence: Sentence) -> Sentence:
    """A sentence of the body whose root is no verb, with the finite verb below it for its root, where one is plain."""
    root = sentence.root
    if sentence.zone is not Zone.BODY or root is None or root.pos in VERBAL or len(sentence.tokens) < 4:
        return sentence
    found = _described(sentence, root) or _behind_relative(sentence, root) or _noun_verb(sentence, root)
    return found or _past(sentence, root) or sentence


def _described(sentence: Sentence, root: Token) -> Sentence | None:
    """``A depot …/ROOT … Weidegoud was consumed/acl``: a participle with a finite auxiliary is no description; and what
    hangs from a preposition that opens the sentence is its verb: ``From 46 people he had collected``."""
    for verb in sentence.tokens[root.index :]:
        if verb.dep not in ("acl", "relcl") or verb.pos != "VERB" or not _is_finite(sentence, verb):
            continue
        kids = list(sentence.children(verb))
        if any(t.tag in ASKING or t.dep == "mark" or t.tag == "TO" for t in kids):
            continue
        subject = next((t for t in kids if t.dep in SUBJECTS), None)
        if root.pos == "ADP" and root.index == 0 and subject is not None:
            return _under(sentence, root, verb, "prep")
        if verb.dep == "acl" and root.pos in NOMINAL and subject is not None and subject.index > root.index + 1:
            if subject.pos != "PROPN":
                continue  # the name of what the noun is, taken for the subject
            name = subject.under(sentence.tokens[subject.index - 1], "appos")
            return _under(sentence, root, verb, subject.dep).with_tokens(name)
    return None


def _behind_relative(sentence: Sentence, root: Token) -> Sentence | None:
    """``the company/ROOT that makes the filters/nsubj is taking/ccomp back``: the filters are what it makes."""
    for verb in sentence.tokens if root.pos in NOMINAL else ():
        above = sentence.tokens[verb.head]
        if verb.dep != "ccomp" or above.dep != "relcl" or above.head != root.index or verb.pos not in VERBAL:
            continue
        kids = list(sentence.children(verb))
        subject = next((t for t in kids if t.dep in SUBJECTS and above.index < t.index < verb.index), None)
        if subject is None or not _is_finite(sentence, verb) or any(t.dep == "mark" for t in kids):
            continue
        opened = any(t.tag in ASKING for t in sentence.children(above))
        if opened and sentence.child(above, "dobj") is None:
            return _under(sentence, root, verb, subject.dep).with_tokens(subject.under(above, "dobj"))
    return None


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb, or what helps it, says when."""
    return any(t.tag in FINITE for t in (verb, *sentence.children(verb)) if t is verb or t.dep in AUXILIARIES)


def _noun_verb(sentence: Sentence, root: Token) -> Sentence | None:
    """``The larger moon orbits/NNS in the direction …``: a sentence without a main verb that says when, whose root is a
    form in -s behind the noun that goes before it."""
    tokens = sentence.tokens
    if root.tag != "NNS" or tokens[-1].text != "." or root.text.endswith("ss"):
        return None
    verbs = [tokens[t.head] if t.dep in AUXILIARIES else t for t in tokens if t.tag in FINITE]
    if any(t.dep not in ("advcl", "relcl") for t in verbs):
        return None
    before, after = tokens[max(0, root.index - 1)], tokens[min(root.index + 1, len(tokens) - 1)]
    if before.tag != "NN" or before.dep != "compound" or before.head != root.index or after.pos in ("PUNCT", "CCONJ"):
        return None
    ahead = [t for t in sentence.children(root) if t.index < before.index]
    if not any(t.dep in ("det", "poss") for t in ahead):
        return None
    verb = dataclasses.replace(root, pos="VERB", tag="VBZ", lemma=root.lemma.lower())
    return sentence.with_tokens(*(t.under(before) for t in ahead), before.under(root, "nsubj"), verb)


def _past(sentence: Sentence, root: Token) -> Sentence | None:
    """``A helicopter/ROOT with eleven workers on board ditched/acl in the sea``: in a sentence without any other verb,
    what hangs from a noun behind a preposition is no description of that, nor is one with a particle: ``thieves made
    off with a statue``, or behind an aside: ``33 people, mostly women, suffered from coughs``."""
    tokens = sentence.tokens
    if root.pos not in NOMINAL or tokens[-1].text not in ".!" or any(t.tag in FINITE for t in tokens):
        return None
    for verb in tokens[root.index + 1 :]:
        if verb.dep != "acl" or verb.tag != "VBN":
            continue
        noun = tokens[verb.head]
        aside = any(t.dep == "appos" for t in sentence.children(root) if t.index < verb.index)
        told = (aside and tokens[verb.index - 1].text == ",") or sentence.child(verb, "prt") is not None
        behind = noun.dep == "pobj" and tokens[noun.head].head == root.index
        if not behind and (noun.index != root.index or not told):
            continue
        if sentence.child(verb, "agent", "punct", *AUXILIARIES) is None:
            return _under(sentence, root, dataclasses.replace(verb, tag="VBD"), "nsubj")
    return None


def _under(sentence: Sentence, root: Token, verb: Token, dep: str) -> Sentence:
    """The sentence with ``verb`` for its root and the old root below it; what stood behind the verb goes with it."""
    moved = (t.under(verb) for t in sentence.children(root) if t.index > verb.index)
    return sentence.with_tokens(*moved, verb.under(verb, "ROOT"), root.under(verb, dep))
