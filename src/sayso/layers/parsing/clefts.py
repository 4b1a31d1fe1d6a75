"""Clefts as the plain sentences that they are: "It was not the army that shelled the town" says that the army did not
shell it, and "It was on Monday that the dam broke" that it broke on Monday."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.parsing.labels import ASKING, SUBJECTS, VERBAL
from sayso.layers.parsing.parse import Sentence, Token

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
        kids = list(sentence.children(be))
        attribute = next((t for t in kids if t.dep == "attr" and t.index > be.index), None)
        changed = _of_noun(sentence, be, attribute) if attribute is not None else _of_adverbial(sentence, be, kids)
        if changed is not None:
            return changed
    return sentence


def _of_noun(sentence: Sentence, be: Token, attribute: Token) -> Sentence | None:
    """``It was the army that shelled the town``."""
    tokens, below = sentence.tokens, _below(sentence.tokens, attribute)
    verb = next((t for t in tokens if t.dep == "relcl" and t.head in below and t.pos in VERBAL), None)
    who = next((t for t in sentence.children(verb) if t.tag in ASKING), None) if verb is not None else None
    if verb is None or who is None or who.dep not in (*SUBJECTS, "dobj") or who.index < attribute.index:
        return None
    between = [t.text.lower() for t in tokens[attribute.index + 1 : who.index]]
    if "," in between and not (between[:1] == between[-1:] == [","] and between[1:2] in (["not"], ["rather"])):
        return None  # "it was the army, which shelled the town"; but "the army, not the rebels, that shelled it"
    if sentence.child(be, "neg") is None and not _known(attribute, sentence):
        return None
    return _lifted(sentence, be, verb).with_tokens(attribute.under(verb, who.dep), who.under(verb, "mark"))


def _of_adverbial(sentence: Sentence, be: Token, kids: Sequence[Token]) -> Sentence | None:
    """``It was on Monday that the dam broke``."""
    if any(t.dep in ("acomp", "ccomp", "oprd") and t.pos == "ADJ" for t in kids):
        return None  # "it was clear that"
    apart = [t for t in kids if t.dep in ADVERBIAL and t.index > be.index]
    for that in sentence.tokens[be.index :]:
        verb = sentence.tokens[that.head]
        if that.text.lower() != "that" or that.dep != "mark" or verb.dep not in ("ccomp", "advcl", "relcl", "acl"):
            continue
        set_apart = any(t.index < that.index for t in apart) and verb.head >= be.index
        return _lifted(sentence, be, verb) if set_apart else None
    return None


def _known(noun: Token, sentence: Sentence) -> bool:
    kids = list(sentence.children(noun))
    named = noun.pos in ("PROPN", "PRON") or any(t.dep in ("nummod", "poss") for t in kids)
    return named or any(t.dep == "det" and t.lemma.lower() in DEFINITE for t in kids)


def _below(tokens: Sequence[Token], noun: Token) -> set[int]:
    """The indexes of a noun and of what hangs from it over prepositions."""
    out = {noun.index}
    for token in tokens[noun.index :]:
        if token.head in out and token.dep in ("prep", "pobj", "pcomp", "dobj", "conj", "appos"):
            out.add(token.index)
    return out


def _lifted(sentence: Sentence, be: Token, verb: Token) -> Sentence:
    """The sentence with the verb in the place of the "be" above it, and what hung from that below the verb."""
    others = [t for t in sentence.children(be) if t.index != verb.index]
    moved = [t.under(verb, "mark" if t.dep in SUBJECTS else t.dep) for t in others]
    above = verb if be.head == be.index else sentence.tokens[be.head]
    return sentence.with_tokens(*moved, verb.under(above, be.dep), be.under(verb, "mark"))
