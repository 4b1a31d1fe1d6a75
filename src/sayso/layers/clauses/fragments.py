"""Clauses where the parser saw none: phrases without a verb, and headlines whose verb it took for a name."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause, prepositions
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token


def phrase_clause(tree: Tree, tokens: Sequence[Token]) -> Clause:
    """A stretch without a verb of its own, as a clause around its highest word."""
    indexes = {t.index for t in tokens}
    head = next((t for t in tokens if t.head not in indexes or t.head == t.index), tokens[0])
    words = [t for t in tokens if t.pos not in ("PUNCT", "SPACE")] or list(tokens)
    return Clause(
        sentence=tree.sentence,
        head=head,
        wrappers=(),
        subject=None,
        object=head if head.pos in ("NOUN", "PROPN") else None,
        passive=False,
        dep="ROOT",
        governor=None,
        own=tuple(tokens),
        prepositions=tuple(prepositions(tree, tokens)),
        start=words[0].start,
        end=words[-1].end,
    )


def headline_clause(tree: Tree, verb: Token) -> Clause:
    """A headline around a verb that the parser did not see: what is named before it does, what is named after it is
    done to."""
    tokens = tree.tokens
    nouns = [t for t in tokens if t.pos in ("NOUN", "PROPN", "NUM") and t.index != verb.index]
    before = [t for t in nouns if t.index < verb.index]
    after = [t for t in nouns if t.index > verb.index]
    ends = [t for t in after if t.index + 1 not in {n.index for n in after}]
    own = tuple(verb if t.index == verb.index else t for t in tokens)
    return dataclasses.replace(
        phrase_clause(tree, own),
        head=verb,
        subject=before[-1] if before else None,
        object=ends[0] if ends else None,
    )
