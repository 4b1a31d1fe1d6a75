"""Clefts as the plain sentences that they are: "It was not the army that shelled the town" says that the army did not
shell it, and "It was on Monday that the dam broke" that it broke on Monday."""

from __future__ import annotations

import dataclasses

from sayso.layers.parsing.parse import Sentence, Token

#: What opens the second half of a cleft: "that", "who", "which".
RELATIVE = frozenset({"WDT", "WP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: What an "it is" may set apart besides a noun: "on Monday", "eleven years ago", "only then".
ADVERBIAL = frozenset({"prep", "npadvmod", "advmod"})
#: What makes a noun one that is known, so that it is set apart and not described.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})


def uncleft(sentence: Sentence) -> Sentence:
    """The sentence with the verb of the second half of a cleft for the verb of the whole."""
    tokens = sentence.tokens
    for it in tokens:
        be = tokens[it.head]
        if it.text.lower() != "it" or it.dep != "nsubj" or be.lemma.lower() != "be" or it.index > be.index:
            continue
        kids = [t for t in tokens if t.head == be.index and t.index != be.index]
        attribute = next((t for t in kids if t.dep == "attr" and t.index > be.index), None)
        changed = _of_noun(tokens, be, attribute, kids) if attribute is not None else _of_adverbial(tokens, be, kids)
        if changed is not None:
            return dataclasses.replace(sentence, tokens=tuple(changed))
    return sentence


def _of_noun(tokens: tuple[Token, ...], be: Token, attribute: Token, kids: list[Token]) -> list[Token] | None:
    """``It was the army that shelled the town``."""
    below = _below(tokens, attribute)
    for verb in tokens:
        if verb.dep != "relcl" or verb.head not in below or verb.pos not in ("VERB", "AUX"):
            continue
        who = next((t for t in tokens if t.head == verb.index and t.tag in RELATIVE), None)
        if who is None or who.dep not in (*SUBJECTS, "dobj") or who.index < attribute.index:
            return None
        between = [t.text.lower() for t in tokens[attribute.index + 1 : who.index]]
        if "," in between and not (between[:1] == between[-1:] == [","] and between[1:2] in (["not"], ["rather"])):
            return None  # "it was the army, which shelled the town"; but "the army, not the rebels, that shelled it"
        denied = any(t.dep == "neg" for t in kids)
        if not denied and not _known(attribute, tokens):
            return None
        changed = _lifted(tokens, be, verb)
        changed[attribute.index] = dataclasses.replace(attribute, head=verb.index, dep=who.dep)
        changed[who.index] = dataclasses.replace(who, dep="mark")
        for token in tokens[attribute.index + 1 : who.index]:
            if "," in between and token.head == attribute.index and token.dep in ("appos", "conj"):
                changed[token.index] = dataclasses.replace(token, dep="dep")
        return changed
    return None


def _of_adverbial(tokens: tuple[Token, ...], be: Token, kids: list[Token]) -> list[Token] | None:
    """``It was on Monday that the dam broke``."""
    if any(t.dep in ("acomp", "ccomp", "oprd") and t.pos == "ADJ" for t in kids):
        return None  # "it was clear that"
    apart = [t for t in kids if t.dep in ADVERBIAL and t.index > be.index]
    for that in tokens[be.index :]:
        verb = tokens[that.head]
        if that.text.lower() != "that" or that.dep != "mark" or verb.dep not in ("ccomp", "advcl", "relcl", "acl"):
            continue
        if not any(t.index < that.index for t in apart) or verb.head < be.index:
            return None
        return _lifted(tokens, be, verb)
    return None


def _known(noun: Token, tokens: tuple[Token, ...]) -> bool:
    kids = [t for t in tokens if t.head == noun.index]
    named = noun.pos in ("PROPN", "PRON") or any(t.dep in ("nummod", "poss") for t in kids)
    return named or any(t.dep == "det" and t.lemma.lower() in DEFINITE for t in kids)


def _below(tokens: tuple[Token, ...], noun: Token) -> set[int]:
    """The indexes of a noun and of what hangs from it over prepositions."""
    out = {noun.index}
    for token in tokens[noun.index :]:
        if token.head in out and token.dep in ("prep", "pobj", "pcomp", "dobj", "conj", "appos"):
            out.add(token.index)
    return out


def _lifted(tokens: tuple[Token, ...], be: Token, verb: Token) -> list[Token]:
    """The tokens with the verb in the place of the "be" above it, and what hung from that below the verb."""
    changed = list(tokens)
    for token in tokens:
        if token.head == be.index and token.index not in (be.index, verb.index):
            dep = "mark" if token.dep in SUBJECTS else token.dep
            changed[token.index] = dataclasses.replace(token, head=verb.index, dep=dep)
    head = verb.index if be.head == be.index else be.head
    changed[verb.index] = dataclasses.replace(verb, head=head, dep=be.dep)
    changed[be.index] = dataclasses.replace(be, head=verb.index, dep="mark")
    return changed
