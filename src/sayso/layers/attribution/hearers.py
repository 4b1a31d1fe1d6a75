"""Whom a source told it: the agency, the paper or the broadcaster that its words went through."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.attribution.cues import lemma_of, noun_cue
from sayso.layers.attribution.ground import LONGEST_SENTENCE, Finding, Ground
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies

#: What an agency or a paper does with somebody else's statement.
PASSED_ON = frozenset(("carry", "publish", "broadcast", "air", "relay", "distribute", "run", "print", "release"))

#: Occasions on which one tells a medium something: "in an interview with X".
OCCASIONS = frozenset(("interview", "conversation", "talk", "call", "message", "remark", "comment"))

SPEAKING = frozenset(("speak", "talk", "write"))


def hearers(ground: Ground, finding: Finding) -> Iterator[tuple[Dependencies, Token]]:
    """The nouns for whoever may have been told a finding, each with its sentence's tree; media or not."""
    if finding.verb is not None:
        tree = ground.tree(finding.verb[0])
        yield from ((tree, t) for t in _of_verb(tree, finding.verb[1], finding))
        as_saying = tree.head(finding.verb[1])
        if as_saying is not None and as_saying.text.lower() == "as":  # "was quoted in X as saying"
            yield from ((tree, t) for t in _at_most(tree.behind(tree.head(as_saying), "in", "on")))
    words = ground.tokens(finding.source)
    sentence = finding.verb[0] if finding.verb is not None else words[-1][0] if words else None
    if sentence is not None and len(sentence.tokens) <= LONGEST_SENTENCE:
        tree = ground.tree(sentence)
        yield from ((tree, t) for t in _of_source(tree, finding))


def _of_verb(tree: Dependencies, verb: Token, finding: Finding) -> Iterator[Token]:
    """``told X``, ``said to X``, ``said in an interview with X``, ``said in a statement carried by X``."""
    yield from (t for t in tree.children(verb) if t.dep in {"dobj", "dative"} and finding.entry.fits("person"))
    for t in tree.children(verb):
        thing = tree.child(t, "pobj") if t.dep == "prep" else None
        if thing is None or t.text.lower() not in {"to", "in", "on", "during", "with"}:
            continue
        if t.text.lower() in {"to", "on"}:
            yield thing
        if lemma_of(thing) in OCCASIONS:
            yield from _at_most(tree.behind(thing, "with", "to"))
        elif (known := noun_cue(thing)) is not None and known.fits("issued"):
            yield from _at_most(tree.behind(thing, "to", "for"))  # "said in a statement to X", "in an article for X"
        yield from carriers(tree, thing)


def _of_source(tree: Dependencies, finding: Finding) -> Iterator[Token]:
    """``the mayor, speaking to X, said``; ``according to the mayor, who spoke to X``."""
    before = finding.verb[1].index if finding.verb is not None else len(tree.tokens)
    for token in tree.tokens:
        lemma = lemma_of(token) if token.tag.startswith("VB") else ""
        if lemma == "ask" and token.tag == "VBN" and token.dep == "advcl" and token.index < before:
            yield from _at_most(tree.behind(token, "by"))  # "Asked by X if he would stand, the mayor said"
        if lemma not in SPEAKING:
            continue
        participle = token.tag == "VBG" and token.dep in {"acl", "advcl"} and token.index < before
        relative = token.tag in {"VBD", "VBZ", "VBP"} and token.dep == "relcl" and _tells_of(tree, token, finding)
        if participle or relative:
            yield from _at_most(tree.behind(token, "to", "with", "on", "in", "for"))


def _tells_of(tree: Dependencies, verb: Token, finding: Finding) -> bool:
    """Whether a relative clause is the source's: it hangs from a word of it, or begins right behind it."""
    noun = tree.head(verb)
    return noun is not None and any(start <= noun.start < end for start, end in finding.source)


def _at_most(token: Token | None) -> list[Token]:
    return [token] if token is not None else []


def carriers(tree: Dependencies, document: Token) -> list[Token]:
    """Who passed a document on: the agency of "a statement carried by the X agency"."""
    done = [t for t in tree.children(document) if t.dep == "acl" and t.tag == "VBN"]
    done += [t for first in done for t in tree.children(first) if t.dep == "conj" and t.tag == "VBN"]
    return [medium for t in done if lemma_of(t) in PASSED_ON and (medium := tree.agent(t)) is not None]
