"""The shape of a parsed sentence: who hangs from whom, and how far each subtree reaches. Linear in its length."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.parse import Sentence, Token

MODALS = frozenset(("could", "may", "might"))
UNSURE = frozenset(("perhaps", "possibly", "maybe", "probably", "likely", "potentially", "conceivably"))

#: Relations by which a verb shares the subject of the verb above it.
SHARING = frozenset(("conj", "advcl", "xcomp", "acl", "aux", "dep", "parataxis"))


class Tree:
    """A sentence's dependencies, indexed once."""

    def __init__(self, sentence: Sentence):
        self.sentence = sentence
        self.tokens = sentence.tokens
        count = len(self.tokens)
        self.kids: list[list[int]] = [[] for _ in range(count)]
        order: list[int] = []
        for token in self.tokens:
            if token.head != token.index:
                self.kids[token.head].append(token.index)
            else:
                order.append(token.index)
        for index in order:  # grows while it is walked: breadth first from the roots
            order.extend(self.kids[index])
        self.left = list(range(count))
        self.right = list(range(count))
        for index in reversed(order):
            head = self.tokens[index].head
            self.left[head] = min(self.left[head], self.left[index])
            self.right[head] = max(self.right[head], self.right[index])

    def children(self, token: Token) -> Iterator[Token]:
        return (self.tokens[i] for i in self.kids[token.index])

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of the relations."""
        return next((t for t in self.children(token) if t.dep in deps), None)

    def reach(self, token: Token) -> tuple[int, int]:
        """The code points from the first to the last word of the token's subtree."""
        return self.tokens[self.left[token.index]].start, self.tokens[self.right[token.index]].end

    def over(self, token: Token, below: Token) -> bool:
        """Whether the token's subtree reaches over the other word."""
        return self.left[token.index] <= below.index <= self.right[token.index]

    def head(self, token: Token) -> Token | None:
        return None if token.head == token.index else self.tokens[token.head]

    def subject(self, verb: Token) -> Token | None:
        """Who does it: the verb's own subject, or the one it shares with the verb it is joined to or hangs from."""
        at: Token | None = verb
        while at is not None:
            own = self.child(at, "nsubj", "nsubjpass")
            above = self.head(at)
            if own is not None:
                # "the woman who said": the noun itself
                return above if own.tag in {"WP", "WDT"} and at.dep == "relcl" and above is not None else own
            if above is None:
                return None
            if at.dep in {"acl", "relcl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
                return above
            if at.dep not in SHARING:
                return None
            at = above if above.pos in {"VERB", "AUX"} else None
        return None

    def modal(self, verb: Token) -> str | None:
        """The word by which the verb is only possible ("could", "perhaps"), if there is one."""
        for t in self.children(verb):
            word = t.text.lower()
            if (t.dep == "aux" and word in MODALS) or (t.dep == "advmod" and word in UNSURE):
                return word
        return None

    def negated(self, verb: Token) -> bool:
        return any(t.dep == "neg" or t.text.lower() == "never" for t in self.children(verb))

    def passive(self, verb: Token) -> bool:
        return any(t.dep in {"auxpass", "nsubjpass"} for t in self.children(verb))
