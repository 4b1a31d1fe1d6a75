"""Headlines as sentences: participles and infinitives stand there for verbs, and the parser takes verbs for nouns.

"Workers buried in silo" says that they were, "Brands to cover costs" that they will; in "Council blocks budget" the
parser sees three nouns.
"""

from __future__ import annotations

import dataclasses

from sayso.layers.attribution.cues import lexicon
from sayso.layers.parsing.labels import FINITE, NOMINAL
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.values.slots import frames
from sayso.vocab import Zone

#: Marks behind which a headline begins anew.
PARTING = frozenset({":", ";", "|", "?"})
#: What stands before the clause that a headline ends with.
MARKS = frozenset({"as", "after", "while", "when", "before"})
#: What hangs from a verb before it.
HELPING = frozenset({"aux", "auxpass", "advmod", "neg"})


def as_sentence(sentence: Sentence) -> Sentence:
    """A headline without a finite verb with what stands for one made its verb; any other sentence as it is."""
    if sentence.zone is not Zone.HEADLINE:
        return sentence
    sentence = _timed(sentence)
    tokens = sentence.tokens
    if any(t.text in PARTING or (t.tag in FINITE and t.dep in ("ROOT", "ccomp")) for t in tokens):
        return sentence
    root = sentence.root
    if root is None or root.pos not in (*NOMINAL, "NUM"):
        return sentence
    verb = _participle(tokens, root) or _infinitive(tokens, root)
    if verb is not None:
        return _around(sentence, root, verb, "nsubjpass" if verb.tag == "VBN" else "nsubj")
    taken = _taken(tokens)
    return _around(sentence, root, taken[1], "nsubj", taken[0]) if taken is not None else sentence


def _timed(sentence: Sentence) -> Sentence:
    """A headline with the verb behind its "as" or "after" made one, where it was taken for a noun: "Two held as council
    presses for inquiry", "Captain arrested as toll reaches 14"."""
    tokens = sentence.tokens
    for when, token in ((tokens[t.head], t) for t in tokens[2:] if t.dep == "pobj"):
        before = tokens[token.index - 1]
        named = before.head == token.index and before.dep in ("compound", "nsubj") and before.pos in NOMINAL
        if when.text.lower() not in MARKS or not named or token.tag not in ("NNS", "VBZ"):
            continue
        form = token.lemma.lower() if token.tag == "VBZ" else _verb_form(token.text.lower())
        if form is None:
            continue
        verb = dataclasses.replace(token, lemma=form, pos="VERB", tag="VBZ").under(tokens[when.head], "advcl")
        ahead = [t.under(before) for t in tokens[when.index + 1 : before.index] if t.head == token.index]
        counts = (t for t in tokens[token.index + 1 :] if t.head < when.index and t.pos == "NUM")
        beyond = [t.under(token, "dobj") for t in counts]
        return sentence.with_tokens(verb, when.under(token, "mark"), before.under(token, "nsubj"), *ahead, *beyond)
    return sentence


def _verb_form(plain: str) -> str | None:
    """The verb of the lexicons whose form in -s a word in small letters may be."""
    for form in (plain.removesuffix("s"), plain.removesuffix("es"), f"{plain.removesuffix('ies')}y"):
        if form != plain and ((form, "verb") in frames() or (form, "verb") in lexicon()):
            return form
    return None


def parts(sentence: Sentence) -> list[Sentence]:
    """A headline cut at its colons, bars and semicolons, each part a sentence of its own; none where it has one part:
    "Phone in shoe: grandmaster disqualified in Tbilisi"."""
    if sentence.zone is not Zone.HEADLINE:
        return []
    cuts = [t.index for t in sentence.tokens if t.text in PARTING and 0 < t.index < len(sentence.tokens) - 1]
    ends = [*cuts, len(sentence.tokens)]
    starts = [0, *(c + 1 for c in cuts)]
    return [_cut(sentence, low, high) for low, high in zip(starts, ends, strict=True) if high > low + 1 and cuts]


def _cut(sentence: Sentence, low: int, high: int) -> Sentence:
    """The tokens from ``low`` to ``high`` as a sentence; what hangs from without hangs from its first such word."""
    inside = sentence.tokens[low:high]
    root = next(t.index for t in inside if not low <= t.head < high or t.head == t.index)
    tokens = []
    for token in inside:
        loose = not low <= token.head < high
        head, dep = (root, "ROOT" if token.index == root else "dep") if loose else (token.head, token.dep)
        tokens.append(dataclasses.replace(token, index=token.index - low, head=head - low, dep=dep))
    return dataclasses.replace(sentence, start=tokens[0].start, end=tokens[-1].end, tokens=tuple(tokens))


def _participle(tokens: tuple[Token, ...], root: Token) -> Token | None:
    """The participle right behind the noun phrase, be it taken for the past tense: "Two divers missing" has none,
    "Workers buried in silo" and "Official held over bribes" have."""
    verb = next((t for t in tokens if t.dep == "acl" and t.tag in ("VBN", "VBD") and t.head == root.index), None)
    if verb is None or verb.index != root.index + 1:
        return None
    active = any(t.head == verb.index and t.dep == "dobj" for t in tokens)
    return None if active else dataclasses.replace(verb, tag="VBN")  # "Rebels seized town" is mended as what it is


def _infinitive(tokens: tuple[Token, ...], root: Token) -> Token | None:
    """The infinitive right behind the noun phrase: "Brands to cover costs"."""
    verb = next((t for t in tokens if t.dep in ("relcl", "acl") and t.tag == "VB" and t.head == root.index), None)
    to = tokens[root.index + 1] if root.index + 1 < len(tokens) else None
    return verb if verb is not None and to is not None and to.tag == "TO" and to.head == verb.index else None


def _taken(tokens: tuple[Token, ...]) -> tuple[Token, Token] | None:
    """The subject and the verb of a headline whose verb was taken for a noun: a form in -s between two nouns that the
    lexicons know for a verb."""
    for token in tokens[1:-1]:
        before, after = tokens[token.index - 1], tokens[token.index + 1]
        if token.pos not in NOMINAL or token.dep != "compound" or before.pos not in NOMINAL:
            continue
        plain, follows = token.text.lower(), after.pos in (*NOMINAL, "ADJ", "NUM", "DET")
        if not follows or after.text in ("'s", "'") or token.text.isupper() or not plain.endswith("s"):
            continue
        form = _verb_form(plain)
        if form is not None:
            return before, dataclasses.replace(token, lemma=form, pos="VERB", tag="VBZ")
    return None


def _around(sentence: Sentence, root: Token, verb: Token, role: str, subject: Token | None = None) -> Sentence:
    """The sentence with another verb for its root: what hangs from the old root before it, or is it, does or suffers
    it; what hangs from the old root behind it, or is it, is done to or beside it."""
    subject = subject or root
    changed = [verb.under(verb, "ROOT"), subject.under(verb, role)]
    for token in sentence.tokens:
        at, head = token.index, token.head
        if at in (verb.index, subject.index) or (at < verb.index == head and token.dep in HELPING):
            continue
        if at < verb.index and (head >= verb.index or head == at):
            changed.append(token.under(subject, "compound" if head == at else token.dep))
        elif at > verb.index and (head < verb.index or head == at):
            changed.append(token.under(verb, "dobj" if head == at else token.dep))  # the old root, or what it had
    return sentence.with_tokens(*changed)
