"""The shape of a parsed sentence: who hangs from whom, and how far each subtree reaches. Linear in its length."""

from __future__ import annotations

import functools

from sayso.layers.parsing.parse import Sentence, Token

MODALS = frozenset(("could", "may", "might"))
UNSURE = frozenset(("perhaps", "possibly", "maybe", "probably", "likely", "potentially", "conceivably"))

#: Relations of a preposition to what it hangs from.
PREPOSITIONS = frozenset(("prep", "agent"))

#: Relations by which a verb shares the subject of the verb above it.
SHARING = frozenset(("conj", "advcl", "xcomp", "acl", "aux", "dep", "parataxis"))


class Dependencies:
    """A sentence's dependencies, indexed once."""

    def __init__(self, sentence: Sentence):
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.kids: list[list[Token]] = [[] for _ in self.tokens]  # what hangs from each token, in text order
        for token in self.tokens:
            if token.head != token.index:
                self.kids[token.head].append(token)

    @functools.cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the sentence, in small letters."""
        return frozenset(t.lemma.lower() for t in self.tokens)

    @functools.cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """The indexes of the first and of the last word of each token's subtree."""
        order = [t for t in self.tokens if t.head == t.index]
        for token in order:  # grows while it is walked: breadth first from the roots
            order.extend(self.kids[token.index])
        left, right = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for token in reversed(order):
            left[token.head] = min(left[token.head], left[token.index])
            right[token.head] = max(right[token.head], right[token.index])
        return left, right

    @property
    def left(self) -> list[int]:
        return self._edges[0]

    @property
    def right(self) -> list[int]:
        return self._edges[1]

    def children(self, token: Token) -> list[Token]:
        return self.kids[token.index]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of the relations."""
        return next((t for t in self.kids[token.index] if t.dep in deps), None)

    def behind(self, token: Token | None, *words: str) -> Token | None:
        """The noun behind the first of these prepositions that hangs from a token: "the fall of Tarven"."""
        kids = self.kids[token.index] if token is not None else ()
        joint = next((t for t in kids if t.dep in PREPOSITIONS and t.text.lower() in words), None)
        return self.child(joint, "pobj") if joint is not None else None

    def agent(self, verb: Token) -> Token | None:
        """By whom a verb in the passive says that it was done."""
        by = self.child(verb, "agent")
        return self.child(by, "pobj") if by is not None else None

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
                return own
            if above is None:
                return None
            if at.dep in {"acl", "relcl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
                # "sent a text to voters saying": whoever sent it, not the voters
                doer = self.doer(above) if at.tag == "VBG" else None
                return doer or above
            if at.dep not in SHARING:
                return None
            at = above if above.pos in {"VERB", "AUX"} else None
        return None

    def doer(self, noun: Token) -> Token | None:
        """The subject of the verb that a noun is an object of, directly or through prepositions; None for a subject."""
        at: Token | None = noun
        while at is not None and at.dep in {"dobj", "pobj", "prep", "conj", "appos", "dative"}:
            at = self.head(at)
        if at is None or at is noun or at.pos != "VERB":
            return None
        return self.child(at, "nsubj")

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a relative pronoun stands for: "who" in "the woman who said"."""
        verb = self.head(pronoun)
        while verb is not None and verb.dep in {"conj", "xcomp", "ccomp"}:
            verb = self.head(verb)
        return self.head(verb) if verb is not None and verb.dep == "relcl" else None

    def modal(self, verb: Token) -> str | None:
        """The word by which the verb is only possible ("could", "perhaps"), if there is one."""
        for t in self.children(verb):
            word = t.text.lower()
            if (t.dep == "aux" and word in MODALS) or (t.dep == "advmod" and word in UNSURE):
                return word
        return None

    def negated(self, verb: Token) -> bool:
        above = self.head(verb)
        both = (verb, above) if verb.dep == "conj" and above is not None else (verb,)
        return any(t.dep == "neg" or t.text.lower() == "never" for t in self.children(verb)) or any(
            t.text.lower() == "neither" for v in both for t in self.children(v)
        )

    def passive(self, verb: Token) -> bool:
        return any(t.dep in {"auxpass", "nsubjpass"} for t in self.children(verb))
