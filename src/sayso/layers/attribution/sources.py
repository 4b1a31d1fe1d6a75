"""Who a source's words name: from a noun phrase to a name, or to a description that begins with ``unnamed``.

A chain entry that begins with ``unnamed`` stands for somebody whom the text does not name: ``unnamed officials``
where it describes them, ``unnamed`` alone where it hides them. Offices and bodies called by a common noun ("the mayor
of X", "the union") keep that description, without the article."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from sayso.layers.attribution.citing import parted
from sayso.layers.attribution.cues import Cue, noun_cue
from sayso.layers.attribution.employers import belonging, of_body
from sayso.layers.attribution.ground import Ground, unmarked
from sayso.layers.attribution.issuers import SITES, issuer
from sayso.layers.attribution.medianames import (
    is_medium,
    medium_named,
    sounds_medial,
    speaks_for_news,
    without_kind,
)
from sayso.layers.attribution.voices import (
    HE,
    THEY,
    UNNAMED,
    SourcePhrase,
    bare_phrase,
    by_capitals,
    described,
    given_name,
    head_of,
    is_watcher,
    speaker_of,
    untitled,
)
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.trees import Dependencies
from sayso.outlets import SITE
from sayso.spans import Range
from sayso.types import Mention
from sayso.vocab import Category, Level, Zone

#: Word pairs behind which a phrase that began without a name gives one: "ministers such as X", "a group known as X".
PAIRS = frozenset({("such", "as"), ("known", "as")})

#: Words for a document as it lies before somebody, or for some of it.
PARTS = frozenset(("copy", "version", "draft", "excerpt", "extract", "portion", "part", "translation", "summary"))

#: How a source is said to have kept his name to himself.
NO_NAME = re.compile(
    r"\b(?:names? (?:was|were) (?:not|withheld)|anonym\w{2,6}|"
    r"(?:was|were|asked|wished|declined|requested) (?:not )?(?:to be )?(?:named|identified))\b"
)

#: A member's party and constituency, which name nobody: "(D-Vt.)".
SEAT = re.compile(r"\([A-Z]{1,3}-[A-Z][\w. ]{0,20}\)")


def source_head(ground: Ground, ranges: Sequence[Range]) -> Token | None:
    """The head of a source's words; of a "who" the noun that it stands for."""
    pairs = ground.tokens(ranges)
    head = head_of([t for _, t in pairs]) if pairs else None
    if head is None or head.tag not in {"WP", "WDT"}:
        return head
    return ground.tree(pairs[0][0]).antecedent(head) or head


class Sources:
    """Reads noun phrases of one document, with the help of its mentions."""

    def __init__(self, ground: Ground, mentions: Sequence[Mention]):
        self.ground = ground
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.id))
        self._starts = [m.span.start for m in self._mentions]
        self.people = {m.name for m in mentions if m.category is Category.PERSON and m.level is Level.NAME}

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in the range."""
        return self._mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def read(self, span: Range) -> list[SourcePhrase]:
        """The sources that a range names, the nearest first: ``AP, citing the X network`` gives two."""
        words = self.ground.tokens([span])
        if not words:
            return []
        sentence = words[0][0]
        return self._several(sentence, [t for s, t in words if s.index == sentence.index])

    def _several(self, sentence: Sentence, tokens: list[Token]) -> list[SourcePhrase]:
        """The sources that words of a sentence name, from hop to hop."""
        both = parted(tokens)
        if both is None:
            one = self._one(sentence, tokens)
            return [one] if one is not None else []
        nearer = self._several(sentence, both.nearer)
        if both.seen:
            nearer = [v for v in nearer if v.kind == "media"]
        return [*nearer, *self._several(sentence, both.farther)]

    def _one(self, sentence: Sentence, tokens: list[Token]) -> SourcePhrase | None:
        tokens = unmarked(tokens)
        seat = next((n for n, t in enumerate(tokens) if t.text == "(" and SEAT.match(self.ground.text, t.start)), None)
        tokens = tokens[:seat]
        while tokens and (tokens[0].pos == "PUNCT" or tokens[0].text.lower() in {"even", "both", "as", "also", "only"}):
            tokens = tokens[1:]
        if not tokens:
            return None
        head = head_of(tokens)
        named = self._included(sentence, tokens) or given_name(head, tokens)
        if named is not None:
            return named
        if len(tokens) == 1 and SITE.fullmatch(head.text):
            return SourcePhrase(head.text, "media")
        if head.tag in {"WP", "WDT"}:
            body = head.text.isupper() and not self.ground.text[sentence.start : sentence.end].isupper()
            return SourcePhrase(head.text, "body") if body else self._relative(sentence, head)  # "WHO data show"
        beside = [t for t in tokens if t.dep in {"appos", "nsubj"} and t.entity == "PERSON" and t.index > head.index]
        if beside and (head.pos == "PRON" or head.tag == "CD" or tokens[0].text.lower() == "one"):
            return self.by_name(beside[0], tokens, None)  # "one of them, Ada Moss", "one of his friends, Ada Moss"
        if head.pos == "PRON" or (head.text.lower() in HE | THEY | {"it"} and head.text != "US"):
            return self.pronoun(head)
        return self._noun(sentence, head, tokens)

    def _noun(self, sentence: Sentence, head: Token, tokens: list[Token]) -> SourcePhrase | None:
        """Whom a phrase whose head is a noun names or describes."""
        tree = self.ground.tree(sentence)
        whole = tree.behind(head, "of") if head.lemma.lower() in PARTS else None
        if whole is not None and noun_cue(whole) is not None and whole.index <= tokens[-1].index:
            start, end = self.ground.phrase(tree, whole)
            return next(iter(self.read((start, min(end, tokens[-1].end)))), None)  # "a copy of the ministry's memo"
        apposed = any(t.dep == "appos" and t.pos == "PROPN" and t.head == head.index for t in tokens)
        if tokens[0].text.lower() in {"the", "this"} and not apposed and is_watcher(head, tokens):
            return SourcePhrase(bare_phrase(tokens[: tokens.index(head) + 1]), "watcher")
        document, speaker = noun_cue(head), speaker_of(head, tokens)
        owner = tree.child(head, "poss") if head.pos == "NOUN" and not apposed else None
        shown = head.lemma.lower() in SITES or (owner is not None and owner.tag == "PRP$" and head.lemma == "channel")
        if owner is not None and shown and tokens[0].start <= owner.start:  # "the group's website", "its Web site"
            return next(iter(self.read(self.ground.phrase(tree, owner))), None)
        found = None
        if sentence.zone is Zone.HEADLINE and speaker is not None and speaker.fits("person"):
            found = self._titled(tokens)
        voice = speaker is not None and speaker.fits("voice")
        if found is None and voice:
            found = self._spokesman(tree, head, tokens)
        if found is not None:
            return found
        if head.pos == "NOUN" and document is not None and document.fits("issued") and speaker is None:
            return issuer(self, tree, head, tokens)
        found = self.by_name(head, tokens, speaker)
        if found is not None:
            return found
        if NO_NAME.search(self.ground.text, head.end, tokens[-1].end):
            return SourcePhrase(f"{UNNAMED} {bare_phrase(tokens[: tokens.index(head) + 1])}", UNNAMED)
        if voice and len(tokens) <= 2:
            return SourcePhrase("", "voice")
        return belonging(self, tree, head, tokens) or of_body(self, tree, head, described(head, tokens, speaker))

    def _titled(self, tokens: Sequence[Token]) -> SourcePhrase | None:
        """In a headline, where every word may be large: a speaker without a name, by what he is."""
        names = [m for m in self.inside(tokens[0].start, tokens[-1].end) if m.entity_id]
        if names or any(t.dep == "appos" for t in tokens):
            return None
        words = " ".join(t.text.lower() for t in tokens if t.pos not in {"DET", "PUNCT"})
        return SourcePhrase(f"{UNNAMED} {words}", UNNAMED)

    def _included(self, sentence: Sentence, tokens: list[Token]) -> SourcePhrase | None:
        """``a number of ministers, including NAME``: the name is who is known to have said it."""
        if head_of(tokens).pos == "PROPN":
            return None
        for n, token in enumerate(tokens[:-1]):
            if n and (token.text.lower() == "including" or (token.text.lower(), tokens[n + 1].text.lower()) in PAIRS):
                rest = tokens[n + (1 if token.text.lower() == "including" else 2) :]
                if any(t.pos == "PROPN" for t in rest):
                    one = len(rest) > 2 and rest[0].text.lower() in {"one", "those", "that"}
                    return self._one(sentence, rest[2:] if one and rest[1].tag == "IN" else rest)
        return None

    def _relative(self, sentence: Sentence, pronoun: Token) -> SourcePhrase | None:
        """Whom ``who`` or ``which`` stands for: the noun phrase before its clause."""
        tree = self.ground.tree(sentence)
        noun = tree.antecedent(pronoun)
        if noun is None or noun.index >= pronoun.index:
            return SourcePhrase(UNNAMED, "unnamed")
        return self._one(sentence, list(sentence.tokens[tree.left[noun.index] : pronoun.index]))

    def pronoun(self, head: Token) -> SourcePhrase:
        """Whoever the mentions say it stands for, or its kind for the chain to resolve."""
        if head.text.lower() == "it" and (written := self._document_before(head)) is not None:
            return written
        for m in self.inside(head.start, head.end):
            several = head.text.lower() in THEY and is_medium(m.name)  # "them" are people whom an agency heard
            named = m.entity_id and m.name and m.name.lower() != head.text.lower()
            if named and not several and m.category is not Category.LOCATION:
                kind = "he" if head.text.lower() in HE else "they" if head.text.lower() in THEY else "body"
                return SourcePhrase(m.name, "person" if m.category is Category.PERSON and kind != "he" else kind)
        word = head.text.lower()
        if word in {"i", "we", "me", "us"}:
            return SourcePhrase("", "speaker")
        if word in HE or word == "his":
            return SourcePhrase("", "he")
        if word in THEY or word == "their":
            return SourcePhrase("", "they")
        return SourcePhrase("", "it") if word in {"it", "its", "itself"} else SourcePhrase(UNNAMED, "unnamed")

    def _document_before(self, pronoun: Token) -> SourcePhrase | None:
        """The document that the sentence before is about, or its issuer: "The report names no one. It says …"."""
        sentence = self.ground.sentence_at(pronoun.start)
        before = self.ground.parse.sentences[sentence.index - 1] if sentence is not None and sentence.index else None
        root = before.root if before is not None else None
        if before is None or root is None or pronoun.dep != "nsubj":
            return None
        tree = self.ground.tree(before)
        subject = tree.subject(root)
        cue = noun_cue(subject) if subject is not None and subject.pos == "NOUN" else None
        written = subject is not None and subject.tag == "NN" and cue is not None and cue.fits("issued")
        if subject is None or not written or tree.child(root, "agent") is not None:
            return None  # "The letter was sent by X. It says …" is X's
        found = self.read(self.ground.phrase(tree, subject))
        return found[0] if found and found[0].name else SourcePhrase("", "it")

    def is_place(self, token: Token) -> bool:
        """Whether a word is of a place's name."""
        return any(m.category is Category.LOCATION for m in self.inside(token.start, token.end))

    def _spokesman(self, tree: Dependencies, head: Token, tokens: list[Token]) -> SourcePhrase | None:
        """A spokesman without a name speaks for his body."""
        held = self.inside(tokens[0].start, tokens[-1].end)
        called = {m.entity_id for m in held if m.level is Level.NOMINAL and m.span.start <= head.start < m.span.end}
        if any(m.level is Level.NAME and m.entity_id in called for m in held):
            return None  # his name stands in the phrase
        if any(
            t.dep == "appos" and t.pos == "PROPN" and (t.head == head.index or t.entity == "PERSON") for t in tokens
        ):
            return None
        body = tree.behind(head, "for", "of", "from")
        if body is not None:
            return next(iter(self.read(self.ground.phrase(tree, body))), None)
        owner = next((t for t in tokens if t.tag == "PRP$" and t.head == head.index), None)
        if owner is not None:
            return self.pronoun(owner)
        before = [t for t in tokens if t.index < head.index and t.pos not in {"DET", "PART", "NUM"}]
        if not before:
            return None
        people = any(m.category is Category.NATIONALITY and m.span.end >= before[-1].end for m in held)
        if people and before[-1].end < head.start:  # "a U.S. spokesman" may be anybody's
            return SourcePhrase(f"{UNNAMED} {bare_phrase(tokens[: tokens.index(head) + 1])}", UNNAMED)
        named = self.by_name(before[-1], before, None)
        of = speaker_of(before[-1], before)
        if named is None and of is not None and of.fits("person"):  # "a rebel spokesman" is of some band of them
            return SourcePhrase(f"{UNNAMED} {bare_phrase(tokens[: tokens.index(head) + 1])}", UNNAMED)
        return named or SourcePhrase(" ".join(t.text for t in before).lower(), "body")

    def by_name(self, head: Token, tokens: list[Token], speaker: Cue | None) -> SourcePhrase | None:
        """The name in the phrase: that of the mention on its head or of one in apposition, or its run of capitals."""
        start, end = tokens[0].start, tokens[-1].end
        named = [m for m in self.inside(start, end) if m.span.end <= end and m.level is Level.NAME]
        named = [m for m in named if m.category not in {Category.PRODUCT, Category.EVENT}]  # no source is one
        fitting = [m for m in named if m.category not in {Category.LOCATION, Category.NATIONALITY, Category.ROLE}]
        on_head = [m for m in named if m.span.start <= head.start < m.span.end]
        beside = [m for m in fitting if _is_beside(m, head, tokens)]
        medium = medium_named(head, tokens)  # "the weekly Farol", though the parser takes that for a man
        bodies = [m for m in on_head if m.category is Category.ORGANISATION]
        if medium is not None and all(m.name.endswith(f" {head.text}") and head.text.islower() for m in bodies):
            return SourcePhrase(medium, "media")
        for m in (*on_head, *beside):
            kind = "person" if m.category is Category.PERSON else "body"
            if kind == "body" and (person := untitled(m.name)) is not None:
                return SourcePhrase(person, "person")
            if kind == "body" and sounds_medial(m.name, tokens):
                return SourcePhrase(without_kind(m.name), "media")
            return SourcePhrase(m.name, kind)
        for m in self.inside(start, end):
            if (
                m.level is Level.NOMINAL
                and m.span.start <= head.start < m.span.end
                and m.entity_id
                and m.name[:1].isupper()
            ):
                return SourcePhrase(m.name, "person" if m.category in {Category.PERSON, Category.ROLE} else "body")
        return by_capitals(head, tokens, speaker)


def _is_beside(mention: Mention, head: Token, tokens: list[Token]) -> bool:
    """Whether a named mention in the phrase is in apposition to its head, or forms the name of a medium with it."""
    token = next((t for t in tokens if t.start <= mention.head.start < t.end), None)
    if token is None:
        return False
    if token.dep == "appos" or (token.head == head.index and token.dep == "appos"):
        return True
    opens = mention.category is Category.PERSON and token.index == head.index - 1 and head.tag == "NN"
    opens = opens and tokens[0].start == mention.span.start and token is not tokens[0]  # not "a Moss aide"
    return (
        token.index < head.index
        and token.dep == "compound"
        and speaker_of(head) is not None
        and (opens or is_medium(mention.name) or speaks_for_news(head, tokens))
    )
