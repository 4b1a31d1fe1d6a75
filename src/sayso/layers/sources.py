"""Who a source's words name: from a noun phrase to a name, or to a description that begins with ``unnamed``.

A chain entry that begins with ``unnamed`` stands for somebody whom the text does not name: ``unnamed officials``
where it describes them, ``unnamed`` alone where it hides them. Offices and bodies called by a common noun ("the mayor
of X", "the union") keep that description, without the article.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.cues import Cue, lemma_of, lexicon, noun_cue
from sayso.layers.ground import Ground
from sayso.layers.parse import Sentence, Token
from sayso.layers.trees import Tree
from sayso.spans import Range, trimmed
from sayso.types import Mention
from sayso.vocab import Category, Level

UNNAMED = "unnamed"

#: Words that begin or end the names of media.
MEDIA_WORDS = frozenset(
    ("news", "times", "post", "herald", "tribune", "tv", "television", "radio", "press", "gazette", "journal", "daily",
     "courier", "ledger", "observer", "telegraph", "chronicle", "broadcasting", "channel", "weekly", "magazine")
)  # fmt: skip

#: Nouns for media that are part of the name before them: "the X Coordination network", but "the Y news agency" is Y.
NAME_ENDS = frozenset(("network", "service", "press", "journal", "gazette", "observer"))

ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))
AMOUNTS = frozenset(
    ("number", "group", "dozen", "dozens", "hundred", "hundreds", "thousands", "couple", "handful", "majority",
     "series", "range", "host", "some", "many", "several", "few", "most", "all", "one", "each", "pair")
)  # fmt: skip
HE = frozenset(("he", "she", "him", "her", "i", "me", "himself", "herself"))
THEY = frozenset(("they", "them", "we", "us", "themselves"))


class Voice(NamedTuple):
    """One source. ``kind``: person, body, media, document (to be resolved to its issuer), he, they, it (pronouns to
    be resolved), speaker (first person), unnamed."""

    name: str
    kind: str


@functools.cache
def outlets() -> frozenset[str]:
    """The names and aliases of known media, in lower case."""
    out: set[str] = set()
    for row in assets.rows("outlets.tsv"):
        out |= {n.lower() for n in (row["name"], *row["aliases"].split("|")) if n}
    return frozenset(out)


def is_medium(name: str) -> bool:
    """Whether a name is a known outlet's, or built like one's."""
    bare = name.lower().removeprefix("the ")
    words = bare.split()
    return bare in outlets() or bool(words and len(words) > 1 and (words[-1] in MEDIA_WORDS or words[0] in MEDIA_WORDS))


def speaker_of(token: Token) -> Cue | None:
    """What kind of speaker a noun is, if it is one."""
    return lexicon().get((token.lemma.lower(), "speaker")) or lexicon().get((token.text.lower(), "speaker"))


class Sources:
    """Reads noun phrases of one document, with the help of its mentions."""

    def __init__(self, ground: Ground, mentions: Sequence[Mention]):
        self.ground = ground
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.id))
        self._starts = [m.span.start for m in self._mentions]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in the range."""
        return self._mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def read(self, span: Range) -> list[Voice]:
        """The sources that a range names, the nearest first: ``AP, citing the X network`` gives two."""
        words = self.ground.tokens([span])
        if not words:
            return []
        sentence = words[0][0]
        tokens = [t for s, t in words if s.index == sentence.index]
        for n, token in enumerate(tokens):
            if n and n + 1 < len(tokens) and lemma_of(token) in {"cite", "quote"} and token.tag in {"VBG", "VBN"}:
                first = self._one(sentence, tokens[:n])
                passive = token.tag == "VBN" and tokens[n + 1].text.lower() == "by"
                if token.tag == "VBN" and not passive:
                    continue
                second = self._one(sentence, tokens[n + (2 if passive else 1) :])
                return [v for v in ((second, first) if passive else (first, second)) if v is not None]
        one = self._one(sentence, tokens)
        return [one] if one is not None else []

    def _one(self, sentence: Sentence, tokens: list[Token]) -> Voice | None:
        while tokens and tokens[-1].pos == "PUNCT":
            tokens = tokens[:-1]
        while tokens and (tokens[0].pos == "PUNCT" or tokens[0].text.lower() in {"even", "both", "as", "also", "only"}):
            tokens = tokens[1:]
        if not tokens:
            return None
        named = self._included(sentence, tokens)
        if named is not None:
            return named
        head = _head(tokens)
        if head.pos == "PRON" or head.text.lower() in HE | THEY | {"it"}:
            return self._pronoun(head)
        tree = self.ground.tree(sentence)
        document = noun_cue(head)
        speaker = speaker_of(head)
        if speaker is not None and speaker.fits("voice"):
            found = self._spokesman(tree, head, tokens)
            if found is not None:
                return found
        if head.pos == "NOUN" and document is not None and document.fits("issued") and speaker is None:
            return self._document(tree, head, tokens)
        return self._by_name(head, tokens, speaker) or _described(head, tokens, speaker)

    def _included(self, sentence: Sentence, tokens: list[Token]) -> Voice | None:
        """``a number of ministers, including NAME``: the name is who is known to have said it."""
        if _head(tokens).pos == "PROPN":
            return None
        for n, token in enumerate(tokens[:-1]):
            if n and (
                token.text.lower() == "including" or (token.text.lower(), tokens[n + 1].text.lower()) == ("such", "as")
            ):
                rest = tokens[n + (1 if token.text.lower() == "including" else 2) :]
                if any(t.pos == "PROPN" for t in rest):
                    return self._one(sentence, rest)
        return None

    def _pronoun(self, head: Token) -> Voice:
        """Whoever the mentions say it stands for, or its kind for the chain to resolve."""
        for m in self.inside(head.start, head.end):
            if m.entity_id and m.name and m.name.lower() != head.text.lower() and m.category is not Category.LOCATION:
                return Voice(m.name, "person" if m.category is Category.PERSON else "body")
        word = head.text.lower()
        if word in {"i", "we", "me", "us"}:
            return Voice("", "speaker")
        if word in HE:
            return Voice("", "he")
        if word in THEY:
            return Voice("", "they")
        return Voice("", "it") if word in {"it", "itself"} else Voice(UNNAMED, "unnamed")

    def _document(self, tree: Tree, head: Token, tokens: list[Token]) -> Voice:
        """A statement stands for whoever issued it, if the phrase says who; a named one for itself."""
        for t in tree.children(head):
            if (t.dep in {"prep", "agent"} and t.text.lower() in {"by", "from", "of"}) or t.dep == "poss":
                owner = t if t.dep == "poss" else tree.child(t, "pobj")
                if owner is not None and (t.text.lower() != "of" or owner.pos == "PROPN"):
                    found = self.read(trimmed(self.ground.text, *tree.reach(owner)))
                    if found:
                        return found[0]
            if t.dep == "acl" and t.tag == "VBN":
                agent = tree.child(t, "agent")
                owner = tree.child(agent, "pobj") if agent is not None else None
                found = self.read(trimmed(self.ground.text, *tree.reach(owner))) if owner is not None else []
                if found:
                    return found[0]
        before = [t for t in tokens if t.index < head.index and t.pos == "PROPN"]
        if before:
            named = self._by_name(before[-1], before, None)
            if named is not None:
                return named
        definite = tokens[0].text.lower() in {"the", "this", "that", "its", "his", "her", "their", "these"}
        alone = len(tokens) <= 3
        return Voice("" if definite and alone else _bare(tokens), "document")

    def _spokesman(self, tree: Tree, head: Token, tokens: list[Token]) -> Voice | None:
        """A spokesman without a name speaks for his body."""
        if any(t.dep == "appos" and t.pos == "PROPN" for t in tree.children(head)):
            return None
        for t in tree.children(head):
            if t.dep == "prep" and t.text.lower() in {"for", "of", "from"}:
                owner = tree.child(t, "pobj")
                if owner is not None:
                    found = self.read(trimmed(self.ground.text, *tree.reach(owner)))
                    return found[0] if found else None
        before = [t for t in tokens if t.index < head.index and t.pos not in {"DET", "PART", "NUM"}]
        if not before:
            return None
        named = self._by_name(before[-1], before, None)
        return named or Voice(" ".join(t.text for t in before).lower(), "body")

    def _by_name(self, head: Token, tokens: list[Token], speaker: Cue | None) -> Voice | None:
        """The name in the phrase: that of the mention on its head or of one in apposition, or its run of capitals."""
        start, end = tokens[0].start, tokens[-1].end
        named = [m for m in self.inside(start, end) if m.span.end <= end and m.level is Level.NAME]
        fitting = [m for m in named if m.category not in {Category.LOCATION, Category.NATIONALITY, Category.ROLE}]
        on_head = [m for m in named if m.span.start <= head.start < m.span.end]
        beside = [m for m in fitting if _is_beside(m, head, tokens)]
        for m in (*on_head, *beside):
            kind = "person" if m.category is Category.PERSON else "body"
            return Voice(m.name, "media" if kind == "body" and _sounds_medial(m.name, tokens) else kind)
        for m in self.inside(start, end):
            if (
                m.level is Level.NOMINAL
                and m.span.start <= head.start < m.span.end
                and m.entity_id
                and m.name[:1].isupper()
            ):
                return Voice(m.name, "person" if m.category in {Category.PERSON, Category.ROLE} else "body")
        return _by_capitals(head, tokens, speaker)


def _is_beside(mention: Mention, head: Token, tokens: list[Token]) -> bool:
    """Whether a named mention in the phrase is in apposition to its head, or forms the name of a medium with it."""
    token = next((t for t in tokens if t.start <= mention.head.start < t.end), None)
    if token is None:
        return False
    if token.dep == "appos" or (token.head == head.index and token.dep == "appos"):
        return True
    return (
        token.index < head.index
        and token.dep == "compound"
        and speaker_of(head) is not None
        and (
            mention.category is Category.PERSON
            or is_medium(mention.name)
            or bool((s := speaker_of(head)) and s.fits("media"))
        )
    )


def _sounds_medial(name: str, tokens: Sequence[Token]) -> bool:
    return is_medium(name) or any(
        (s := speaker_of(t)) is not None and s.fits("media") for t in tokens if t.pos == "NOUN"
    )


def _head(tokens: Sequence[Token]) -> Token:
    """The word that the others hang from; of an amount ("a number of officials") the noun that is counted."""
    inside = {t.index for t in tokens}
    nominal = [t for t in tokens if t.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}] or list(tokens)
    tops = [t for t in nominal if t.head not in inside or t.head == t.index]
    head = tops[0] if tops else nominal[0]
    if head.text.lower() in AMOUNTS or head.pos == "NUM":
        of = next((t for t in tokens if t.head == head.index and t.text.lower() == "of"), None)
        counted = next((t for t in tokens if of is not None and t.head == of.index and t.dep == "pobj"), None)
        if counted is not None:
            return counted
    return head


def _by_capitals(head: Token, tokens: list[Token], speaker: Cue | None) -> Voice | None:
    """The name that the capitals spell, without what stands before a person's name."""
    person = [t for t in tokens if t.entity == "PERSON"]
    appos = next((t for t in tokens if t.dep == "appos" and t.pos == "PROPN" and t.head == head.index), None)
    for anchor in (head, appos):
        run = [t for t in person if anchor is not None and abs(t.index - anchor.index) <= 4]
        if anchor is not None and anchor.entity == "PERSON" and run:
            return Voice(_joined(run), "person")
    if appos is not None:
        run = _run(appos, tokens)
        return Voice(_joined(run), "media" if _sounds_medial(_joined(run), tokens) else "person")
    if head.pos != "PROPN" and not any(t.pos == "PROPN" and t.index < head.index for t in tokens):
        return None
    medial = speaker is not None and speaker.fits("media")
    if head.pos != "PROPN" and speaker is not None and speaker.fits("person"):
        return None
    if medial and head.pos != "PROPN" and head.lemma not in NAME_ENDS:  # "an X-backed Y news agency" is Y
        before = [t for t in tokens if t.index < head.index and t.pos == "PROPN"]
        return Voice(_joined(_run(before[-1], tokens)), "media")
    run = _run(head, tokens)
    name = _joined(run)
    return Voice(name, "media" if _sounds_medial(name, run) else "body") if name else None


def _run(head: Token, tokens: list[Token]) -> list[Token]:
    """The capitalised words up to the head, what lies between them, and ``of`` or ``for`` with a capital behind it."""
    place = {t.index: n for n, t in enumerate(tokens)}
    at = place[head.index]
    low = at
    for n in range(at - 1, -1, -1):
        t = tokens[n]
        if t.text[:1].isupper() and t.text.lower() not in ARTICLES and t.pos != "ADV":
            low = n
        elif (
            t.pos not in {"PROPN", "NOUN", "ADJ"}
            and t.text not in {"-", "&", "'s"}
            and t.text.lower() not in {"of", "for", "and"}
        ):
            break
    high = at
    while high + 2 < len(tokens) and tokens[high + 1].text.lower() in {"of", "for", "&"}:
        ahead = high + (3 if tokens[high + 2].text.lower() == "the" and high + 3 < len(tokens) else 2)
        if not tokens[ahead].text[:1].isupper():
            break
        high = ahead
        while high + 1 < len(tokens) and tokens[high + 1].pos == "PROPN":
            high += 1
    return tokens[low : high + 1]


def _joined(tokens: Sequence[Token]) -> str:
    """The words as they stand in the text: no space where there is none."""
    out = ""
    gap = False
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = gap or (before is not None and before.end < token.start)
        if token.text in {"[", "]", '"'}:
            continue
        out, gap = out + (" " if gap and out else "") + token.text, False
    return out.removesuffix("'s").strip()


def _bare(tokens: Sequence[Token]) -> str:
    """The phrase in lower case (but for names) without its article and amounts."""
    kept = [t for n, t in enumerate(tokens) if not (t.text.lower() in ARTICLES and n < 2)]
    return _joined([t for t in kept if t.pos != "PUNCT"]) if kept else UNNAMED


def _described(head: Token, tokens: list[Token], speaker: Cue | None) -> Voice | None:
    """Somebody called by a common noun: unnamed if it could be anybody, else by office or as a body."""
    skipped = AMOUNTS | ARTICLES | {"of"}
    before = [
        t
        for t in tokens
        if t.index <= head.index
        and t.pos not in {"DET", "NUM", "PUNCT", "ADV"}
        and t.tag not in {"JJR", "JJS", "RBR"}
        and t.text.lower() not in skipped
    ]
    first = tokens[0].text.lower()
    definite = first in {"the", "its", "his", "her", "their", "our", "my"} or any(t.dep == "poss" for t in tokens)
    plural = head.tag == "NNS"
    words = _joined(before)
    words = " ".join(w if any(c.isupper() for c in w[1:]) or t_is_name(w, before) else w.lower() for w in words.split())
    if not words:
        return Voice(UNNAMED, "unnamed")
    person = speaker is None or speaker.fits("person")
    office = speaker is not None and speaker.fits("office")
    if speaker is not None and speaker.fits("collective") and any(t.pos == "PROPN" for t in before):
        return Voice(words, "body")
    if first in {"a", "an", "one", "some", "another"} or (plural and person) or tokens[0].pos == "NUM":
        return Voice(f"{UNNAMED} {words}", "unnamed")
    if office or not person or (speaker is None and definite):
        end = next((n for n, t in enumerate(tokens) if t.index > head.index and t.text.lower() in {"of", "for"}), None)
        if end is not None and any(t.text[:1].isupper() for t in tokens[end + 1 : end + 4]):
            run = []
            for t in tokens[end:]:
                if t.pos == "PUNCT" or t.tag in {"WP", "WDT"} or t.pos == "VERB":
                    break
                run.append(t)
            words = f"{words} {_joined(run)}"
        return Voice(
            words, "media" if speaker is not None and speaker.fits("media") else "person" if office else "body"
        )
    return Voice(f"{UNNAMED} {words}", "unnamed")


def t_is_name(word: str, tokens: Sequence[Token]) -> bool:
    return any(t.text == word and (t.pos == "PROPN" or t.entity) for t in tokens)
