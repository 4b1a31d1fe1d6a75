"""Sentences whose verb the parser hung below a noun: "A depot of the dairy Weidegoud was consumed by flames" has no
main verb where the depot is taken for the root and "consumed" for what describes it."""

from __future__ import annotations

import dataclasses

from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Zone

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
#: What opens a clause that describes a noun or hangs from another one.
OPENING = frozenset({"WDT", "WP", "WP$", "WRB"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


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
    for verb in sentence.tokens:
        if verb.dep not in ("acl", "relcl") or verb.index < root.index or verb.pos != "VERB":
            continue
        kids = [t for t in sentence.tokens if t.head == verb.index and t.index != verb.index]
        finite = any(t.dep in ("aux", "auxpass") and t.tag in FINITE for t in kids) or verb.tag in FINITE
        if not finite or any(t.tag in OPENING or t.dep == "mark" or t.tag == "TO" for t in kids):
            continue
        subject = next((t for t in kids if t.dep in SUBJECTS), None)
        if root.pos == "ADP" and root.index == 0 and subject is not None:
            return _under(sentence, root, verb, "prep")
        if verb.dep == "acl" and root.pos in NOMINAL and subject is not None and subject.index > root.index + 1:
            if subject.pos != "PROPN":
                continue  # the name of what the noun is, taken for the subject
            changed = _under(sentence, root, verb, subject.dep)
            return changed.with_tokens(dataclasses.replace(subject, dep="appos", head=subject.index - 1))
    return None


def _behind_relative(sentence: Sentence, root: Token) -> Sentence | None:
    """``the company/ROOT that makes the filters/nsubj is taking/ccomp back``: the filters are what it makes."""
    if root.pos not in NOMINAL:
        return None
    for verb in sentence.tokens:
        above = sentence.tokens[verb.head]
        if verb.dep != "ccomp" or above.dep != "relcl" or above.head != root.index or verb.pos not in VERBAL:
            continue
        kids = [t for t in sentence.tokens if t.head == verb.index and t.index != verb.index]
        subject = next((t for t in kids if t.dep in SUBJECTS and above.index < t.index < verb.index), None)
        finite = any(t.dep in ("aux", "auxpass") and t.tag in FINITE for t in kids) or verb.tag in FINITE
        has_object = any(t.head == above.index and t.dep == "dobj" for t in sentence.tokens)
        opened = any(t.head == above.index and t.tag in OPENING for t in sentence.tokens)
        if subject is None or not finite or has_object or not opened or any(t.dep == "mark" for t in kids):
            continue
        changed = _under(sentence, root, verb, subject.dep)
        return changed.with_tokens(dataclasses.replace(subject, dep="dobj", head=above.index))
    return None


def _noun_verb(sentence: Sentence, root: Token) -> Sentence | None:
    """``The larger moon orbits/NNS in the direction …``: a sentence without a main verb that says when, whose root is a
    form in -s behind the noun that goes before it."""
    tokens = sentence.tokens
    if root.tag != "NNS" or tokens[-1].text != ".":
        return None
    verbs = [tokens[t.head] if t.dep in ("aux", "auxpass") else t for t in tokens if t.tag in FINITE]
    if any(t.dep not in ("advcl", "relcl") for t in verbs):
        return None
    before = tokens[root.index - 1] if root.index else None
    after = tokens[root.index + 1] if root.index + 1 < len(tokens) else None
    if before is None or before.tag != "NN" or before.dep != "compound" or before.head != root.index:
        return None
    opened = any(t.head == root.index and t.dep in ("det", "poss") and t.index < before.index for t in tokens)
    if after is None or after.pos in ("PUNCT", "CCONJ") or not opened or root.text.endswith("ss"):
        return None
    changed = list(tokens)
    for token in tokens:
        if token.head == root.index and token.index < before.index:
            changed[token.index] = dataclasses.replace(token, head=before.index)
    changed[before.index] = dataclasses.replace(before, dep="nsubj")
    verb = dataclasses.replace(root, pos="VERB", tag="VBZ", lemma=root.lemma.lower())
    changed[root.index] = verb
    return dataclasses.replace(sentence, tokens=tuple(changed))


def _past(sentence: Sentence, root: Token) -> Sentence | None:
    """``A helicopter/ROOT with eleven workers on board ditched/acl in the sea``: in a sentence without any other verb,
    what hangs from a noun behind a preposition is no description of that, nor is one with a particle: ``thieves made
    off with a statue``, or behind an aside: ``33 people, mostly women, suffered from coughs``."""
    tokens = sentence.tokens
    if root.pos not in NOMINAL or tokens[-1].text not in ".!" or any(t.tag in FINITE for t in tokens):
        return None
    for verb in tokens[root.index + 1 :]:
        noun = tokens[verb.head]
        if verb.dep != "acl" or verb.tag != "VBN":
            continue
        off = noun.index == root.index and any(t.head == verb.index and t.dep == "prt" for t in tokens)
        told = any(t.head == root.index and t.dep == "appos" for t in tokens[: verb.index])
        behind = noun.index == root.index and told and tokens[verb.index - 1].text == ","
        if not off and not behind and (noun.dep != "pobj" or tokens[noun.head].head != root.index):
            continue
        if not any(t.head == verb.index and t.dep in ("agent", "aux", "auxpass", "punct") for t in tokens):
            changed = _under(sentence, root, verb, "nsubj")
            return changed.with_tokens(dataclasses.replace(changed.tokens[verb.index], tag="VBD"))
    return None


def _under(sentence: Sentence, root: Token, verb: Token, dep: str) -> Sentence:
    """The sentence with ``verb`` for its root and the old root below it; what stood behind the verb goes with it."""
    changed = list(sentence.tokens)
    changed[verb.index] = dataclasses.replace(verb, dep="ROOT", head=verb.index)
    changed[root.index] = dataclasses.replace(root, dep=dep, head=verb.index)
    for token in sentence.tokens:
        if token.head == root.index and token.index > verb.index:
            changed[token.index] = dataclasses.replace(token, head=verb.index)
    return dataclasses.replace(sentence, tokens=tuple(changed))
