"""Who has it from whom: the words by which one source is said to cite another, or to have seen what another wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.attribution.cues import SEEN, lemma_of, noun_cue
from sayso.layers.attribution.ground import LONGEST_SENTENCE, Finding, Ground
from sayso.layers.attribution.medianames import sounds_medial
from sayso.layers.attribution.voices import head_of, speaker_of
from sayso.layers.names.namebook import roles
from sayso.layers.parsing.labels import NOMINAL
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed
from sayso.vocab import AttributionType

CITING = frozenset({"cite", "quote"})

#: Words by which a medium tells whom it has a thing from, and the prepositions behind which he is named; none for those
#: that have him, or his document, for their object. Of anybody but media they may tell of anything.
TAKING = {
    **dict.fromkeys(("refer", "attribute", "link", "point"), ("to",)),
    **dict.fromkeys(("rely", "draw", "base", "build"), ("on", "upon")),
    **dict.fromkeys(("pick", "take", "lift", "copy", "borrow", "source", "get", "obtain", "receive", "have", "hear",
                     "learn"), ("from",)),
    **dict.fromkeys(("relay", "republish", "reprint", "repost", "rebroadcast", "retransmit", "reproduce", "recirculate",
                     "repeat", "echo", "carry", "summarise", "summarize", "paraphrase", "translate"), ()),
}  # fmt: skip

#: Words between such a word and its preposition: "picked up from", "attributing the information to".
LONGEST_LINK = 4

#: Tags of verbs that say something of a "which" or "who".
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})

#: What a role word may be that tells nothing itself.
MUTE = frozenset({"place", "product", "event"})

#: How nouns of those who do something end, and nouns of what is no one.
DOERS = ("er", "or", "ist", "eer", "ian", "ant")
NO_ONE = ("ty", "ion", "ment", "ness", "ance", "ence", "ism", "ure", "age", "cy", "ing", "ss")

#: Words for somebody who is not described.
SOMEBODY = frozenset({"someone", "somebody", "one", "those", "others"})


class TwoSources(NamedTuple):
    """The words of two sources in one noun phrase. ``seen``: the nearer one only saw what the farther one wrote, or has
    him in its pay, and stands in a chain only where it is a medium."""

    nearer: list[Token]
    farther: list[Token]
    seen: bool = False


def parted(tokens: Sequence[Token]) -> TwoSources | None:
    """The two sources of ``X, citing Y``, ``X, which cited Y``, ``Y, quoted by X``, ``Y, seen by X``, ``Y, which X has
    seen`` and ``X's Y``; None where a phrase names one. Either may be parted again."""
    for n in range(1, len(tokens) - 1):
        token, word = tokens[n], lemma_of(tokens[n])
        by = token.tag == "VBN" and tokens[n + 1].text.lower() == "by"
        if by and n + 2 < len(tokens) and word in CITING | SEEN:
            return TwoSources(list(tokens[n + 2 :]), list(tokens[:n]), seen=word in SEEN)
        start = linked(tokens, n) if token.tag in {"VBG", "VBN", "IN"} else None
        if start is not None and _links(word, tokens[:n], tokens[start:]):
            return TwoSources(list(tokens[:n]), list(tokens[start:]))
        if token.tag == "POS" and _is_of_medium(tokens, n):
            return TwoSources(list(tokens[:n]), list(tokens[n + 1 :]), seen=True)
    return _by_relative(tokens)


def _is_medial(tokens: Sequence[Token]) -> bool:
    return sounds_medial(" ".join(t.text for t in tokens if t.pos == "PROPN" or t.text == "The"), tokens)


def _is_of_medium(tokens: Sequence[Token], mark: int) -> bool:
    """``the Herald's sources``, ``the Herald's Ada Moss``."""
    after = tokens[mark + 1 :]
    if any(t.lemma == "source" for t in after[:2]):
        return True
    called = len(after) > 1 and all(t.pos == "PROPN" for t in after[:2])
    return called and (all(t.entity == "PERSON" for t in after[:2]) or _is_medial(tokens[:mark]))


def linked(tokens: Sequence[Token], n: int) -> int | None:
    """Where the words begin that name whom somebody has it from, behind the verb or the ``with reference to`` at a
    place; None where none follow."""
    word = lemma_of(tokens[n])
    start: int | None = None
    if word in CITING:
        start = n + 1
    elif word in TAKING:
        behind = range(n + 1, min(n + 1 + LONGEST_LINK, len(tokens)))
        place = next((k for k in behind if tokens[k].text.lower() in TAKING[word]), None)
        start = n + 1 if not TAKING[word] else place + 1 if place is not None else None
    elif [t.text.lower() for t in tokens[n : n + 3]] == ["with", "reference", "to"]:
        start = n + 3
    return start if start is not None and start < len(tokens) and tokens[start].tag != "IN" else None


def _links(word: str, nearer: Sequence[Token], farther: Sequence[Token]) -> bool:
    """Whether a word that may link two noun phrases tells whom the one has it from: anybody may cite, but where nobody
    is a medium, who relies on somebody or repeats something need not tell it."""
    return vouches(farther) and (word in CITING or _is_medial(nearer) or _is_medial(farther))


def _by_relative(tokens: Sequence[Token]) -> TwoSources | None:
    """``X, which cited Y``; ``Y, which X has seen``."""
    for n in range(1, len(tokens) - 1):
        if tokens[n].tag not in {"WDT", "WP"} and tokens[n].text.lower() != "that":
            continue
        clause = [t for t in tokens[n + 1 :] if t.dep not in {"aux", "neg"}]
        verb = next((at for at, t in enumerate(clause) if t.tag in FINITE), 0)
        told = bool(clause) and clause[verb].tag in FINITE and all(t.pos != "PROPN" for t in clause[:verb])
        start = linked(clause, verb) if told else None
        if start is not None and _links(lemma_of(clause[verb]), tokens[:n], clause[start:]):
            return TwoSources(list(tokens[:n]), clause[start:])  # "which (in turn) cited Y"
        if verb and lemma_of(clause[verb]) in SEEN:
            return TwoSources(clause[:verb], list(tokens[:n]), seen=True)
    return None


def cited_by(ground: Ground, finding: Finding) -> list[Range]:
    """Whom a ``citing …`` beside the cue or behind the source names, the nearest first, unless the source's own words
    already hold it. It is cut out of the finding's content."""
    words = ground.tokens(finding.source)
    sentence = finding.verb[0] if finding.verb is not None else words[-1][0] if words else None
    if sentence is None or len(sentence.tokens) > LONGEST_SENTENCE:
        return []
    tree = ground.tree(sentence)
    nearer = [t for _, t in words]
    found: list[Range] = []
    for token in sentence.tokens:
        if not (token.tag.startswith("VB") or token.tag == "IN") or token.head == token.index:
            continue
        thing = _cited(tree, token)
        if thing is None or any(s <= token.start < e for s, e in (*finding.source, *found)):
            continue
        farther = tree.tokens[tree.left[thing.index] : tree.right[thing.index] + 1]
        first = _opening(tree, token)
        written = first.dep == "prep" and first is not token  # "in a report based on …"
        if not (written or lemma_of(token) in CITING or _links("", nearer, farther)):
            continue
        follows = _follows(ground, found or finding.source, first)
        if follows or (not found and _beside_cue(ground, tree, finding, first, thing)):
            cited = ground.phrase(tree, thing)
            finding.content = [
                _without_citing(ground, (s, e), (first.start, cited[1])) if s <= first.start < e else (s, e)
                for s, e in finding.content
            ]
            if not vouches(farther):
                break
            found.append(cited)
            nearer = list(farther)
    return found


def _cited(tree: Dependencies, token: Token) -> Token | None:
    """Whom a word that links names: ``citing two clerks``, ``with reference to a clerk``, ``relying on a clerk``."""
    above, start = tree.head(token), linked(tree.tokens, token.index)
    if start is None or (above is not None and above.text.lower() == "without"):
        return None
    thing = tree.tokens[start]
    while (above := tree.head(thing)) is not None and above.pos in NOMINAL and tree.left[above.index] == start:
        thing = above
    return thing


def _opening(tree: Dependencies, token: Token) -> Token:
    """The word that opens the phrase of a word that links: itself, the ``which`` of its clause, or the preposition of
    the document that it is said of: "in a story picked up from X"."""
    if token.tag in FINITE:
        subject = tree.child(token, "nsubj")
        if subject is not None and subject.tag in {"WDT", "WP"}:
            return subject
    noun = tree.head(token)
    above = tree.head(noun) if noun is not None and token.dep == "acl" and noun_cue(noun) is not None else None
    return above if above is not None and above.dep == "prep" else token


def _follows(ground: Ground, spans: Sequence[Range], first: Token) -> bool:
    """``the paper, citing two clerks, says``; ``the paper, which cited two clerks, says``."""
    if first.tag not in {"VBG", "VBN", "IN", "WDT", "WP"}:
        return False
    return any(_set_off(ground.text, e, first.start) for _, e in spans)


def _set_off(text: str, end: int, start: int) -> bool:
    """Whether no more than a comma parts two stretches; it may stand in the quotation that the first ends with."""
    gap = text[end:start].strip()
    return 0 < start - end < 4 and (gap == "," or (not gap and text[max(0, end - 2) : end - 1] == ","))


def _beside_cue(ground: Ground, tree: Dependencies, finding: Finding, first: Token, thing: Token) -> bool:
    """``said, citing two clerks, that``; ``Citing two clerks, the paper said``; ``…, it said, citing two clerks``."""
    if finding.verb is None or first.tag not in {"VBG", "VBN", "IN"}:
        return False
    verb = finding.verb[1]
    if first.start < verb.start and (first.head != verb.index or first.index):
        return False
    edges = {verb.end, *(e for ranges in (finding.content, finding.cue) for _, e in ranges)}
    behind = any(_set_off(ground.text, e, first.start) for e in edges)
    close = any(0 <= s - tree.reach(thing)[1] < 4 for s, _ in finding.content)
    return first.head == verb.index or behind or close or any(s <= first.start < e for s, e in finding.content)


def vouches(words: Sequence[Token]) -> bool:
    """Whether a noun phrase is somebody or something that tells, and can be cited for it: "two clerks", "a letter";
    not a reason that is given: "citing security concerns"."""
    if not words:
        return False
    head = head_of(words)
    if head.pos == "PROPN" or head.text.lower() in SOMEBODY or speaker_of(head, words) is not None:
        return True
    told = noun_cue(head)
    if told is not None:
        return told.type is AttributionType.STATEMENT
    lemma = head.lemma.lower()
    if any(role.kind not in MUTE for role in roles().get(lemma, ())) or lemma in assets.words("nouns.tsv", "people"):
        return True
    theirs = any(t.tag == "PRP$" and t.head == head.index for t in words)  # "its scouts"
    return head.tag == "NNS" and (lemma.endswith(DOERS) or (theirs and not lemma.endswith(NO_ONE)))


def quoted_as_saying(tree: Dependencies, verb: Token) -> Token | None:
    """The ``saying`` of ``quoted the mayor as saying``, which is the cue of what is told."""
    if lemma_of(verb) not in CITING | {"report", "describe"}:
        return None
    for token in tree.children(verb):
        if token.text.lower() == "as" and (said := tree.child(token, "pcomp")) is not None:
            return said
        opening = tree.child(token, "mark") if token.dep == "advcl" else None
        if opening is not None and opening.text.lower() == "as" and tree.child(token, "nsubj") is None:
            return token  # "as having said"
    return None


def _without_citing(ground: Ground, content: Range, citing: Range) -> Range:
    """The content before a ``, citing …``; what comes behind it where it stands first: "said, citing X, that …"."""
    before = trimmed(ground.text, content[0], citing[0], " ,")
    behind = trimmed(ground.text, min(citing[1], content[1]), content[1], " ,")
    return before if before[0] < before[1] else behind if behind[0] < behind[1] else content
