"""A sentence as a tree: what hangs from a word, the phrase of a noun, and where in the text it stands."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence

from sayso.layers.clauses.scene import Scene
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.trees import Dependencies


class Tree(Dependencies):
    """A sentence's dependencies, with what the sentence stands in: the places of its document, and the name of whoever
    speaks it, where known."""

    def __init__(self, sentence: Sentence, names: Collection[int] = (), scene: Scene | None = None):
        super().__init__(sentence)
        self.scene = scene
        self.speaker: str | None = None
        self.reporter: str | None = None
        self.quoted = False  # in the speaker's very words, in which "they" are others
        self.names = names  # indexes of tokens that belong to a name: no verbs, whatever the parser holds

    def spoken_by(self, speaker: str | None, reporter: str | None = None, quoted: bool = False) -> Tree:
        """The same tree in somebody's mouth: her ``we`` and ``our`` are known. ``reporter`` is whoever passes it on, or
        rejects it; ``quoted`` says that the words are the speaker's own."""
        other = copy.copy(self)
        other.speaker = speaker
        other.reporter = reporter
        other.quoted = quoted
        return other

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """The token and those coordinated with it, in text order."""
        out, queue, seen = [], [token], {token.index}
        while queue:
            at = queue.pop()
            out.append(at)
            for t in self.kids[at.index]:
                if t.dep in ("conj", "appos") and t.index not in seen:
                    seen.add(t.index)
                    queue.append(t)
        return tuple(sorted(out, key=lambda t: t.index))

    def phrase(self, token: Token) -> tuple[Token, ...]:
        """The noun phrase of a head noun: all that hangs from it but clauses, in text order."""
        out, queue, seen = [], [token], {token.index}
        while queue:
            at = queue.pop()
            out.append(at)
            for t in self.kids[at.index]:
                if t.dep not in ("relcl", "acl", "advcl", "appos", "conj", "cc", "punct") and t.index not in seen:
                    seen.add(t.index)
                    queue.append(t)
        return tuple(sorted(out, key=lambda t: t.index))


def stretch(tree: Tree, subject: Token | None, own: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The phrase of a subject, with those coordinated with it, that stands before the clause and not in it."""
    if subject is None or subject in own or subject.start >= start:
        return None
    phrase = [
        t for noun in tree.conjuncts(subject) for t in tree.phrase(noun) if t.end <= start and noun.dep != "appos"
    ]
    return _whole(tree, sorted(phrase, key=lambda t: t.index), start) if phrase else None


def _whole(tree: Tree, phrase: Sequence[Token], start: int) -> tuple[int, int]:
    """The stretch of a phrase; a name that the parser broke off is taken to its end."""
    last = phrase[-1]
    for token in tree.tokens[last.index + 1 :]:
        goes_on = token.index in tree.names or (token.pos == last.pos == "PROPN" and last.index > phrase[0].index)
        if not goes_on or token.end > start:
            break
        last = token
    return phrase[0].start, last.end


def lead(tree: Tree, top: Token, start: int) -> tuple[int, int] | None:
    """The noun phrase that a participle or relative clause describes, if it stands before it."""
    if top.dep not in ("acl", "relcl") or top.head == top.index:
        return None
    phrase = [t for t in tree.phrase(tree.tokens[top.head]) if t.end <= start]
    return _whole(tree, phrase, start) if phrase else None
