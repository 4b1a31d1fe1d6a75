"""A clause: what it holds, word by word, and who or what acts in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
#: Nouns of what may be or ought to be done, which do nothing themselves.
IDEAS = frozenset(
    "chance fear hope risk threat danger idea prospect possibility likelihood aim intention task way habit point "
    "thought dream odds cost price plan goal job role purpose proposal".split()
)


class Preposition(NamedTuple):
    """A preposition of a clause and the nouns that follow it."""

    word: str
    token: Token
    objects: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` says what happened; ``wrappers`` are the words that colour it, outermost first. ``subject`` and
    ``object`` are logical: who does it and to whom, whatever the voice. ``governor`` is the index of the clause that
    this one hangs from; ``own`` are its tokens in text order, ``start`` and ``end`` its stretch without ties at the
    edges."""

    sentence: Sentence
    head: Token
    wrappers: tuple[Token, ...]
    subject: Token | None
    object: Token | None
    passive: bool
    dep: str
    governor: int | None
    own: tuple[Token, ...]
    prepositions: tuple[Preposition, ...]
    start: int
    end: int
    lead: tuple[int, int] | None = None  # the stretch of the noun that it describes, for "jihadists coming from …"
    shared: tuple[int, int] | None = None  # that of a subject that it shares with the clause above

    @property
    def surface(self) -> Token | None:
        """The grammatical subject."""
        return self.object if self.passive else self.subject

    @property
    def top(self) -> Token:
        """The outermost of its verbs."""
        return self.wrappers[0] if self.wrappers else self.head

    def lemmas(self) -> frozenset[str]:
        return frozenset(t.lemma.lower() for t in self.own)


def prepositions(tree: Tree, own: Sequence[Token]) -> list[Preposition]:
    """The prepositions among a clause's tokens with their nouns; two-word ones (``out of``) as the first word."""
    out = []
    for token in own:
        if token.pos not in ("ADP", "SCONJ", "ADV", "PART", "VERB"):
            continue
        noun = tree.child(token, "pobj")
        if (noun is None or noun.pos == "NUM") and token.lemma.lower() == "of":  # "of up to 50 men"
            after = [t for t in own if t.index > token.index and t.pos in ("NOUN", "PROPN")]
            nouns = [t for t in after[:4] if t.dep not in ("compound", "nmod") and t.index not in tree.names]
            noun = next(iter(nouns), noun)
        if noun is not None:
            out.append(Preposition(token.lemma.lower(), token, tree.conjuncts(noun)))
    return out
