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
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed
from sayso.vocab import AttributionType

CITING = frozenset({"cite", "quote"})

#: Verbs and nouns by which a medium names whom it has it from, behind "to": "referring to police", "with reference to".
#: Of anybody else they may tell whom he means.
NAMING = frozenset({"refer", "attribute"})

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
    """The words of two sources in one noun phrase. ``seen``: the nearer one only saw what the farther one wrote, and
    stands in a chain only where it is a medium."""

    nearer: list[Token]
    farther: list[Token]
    seen: bool = False


def parted(tokens: Sequence[Token]) -> TwoSources | None:
    """The two sources of ``X, citing Y``, ``X, which cited Y``, ``Y, quoted by X``, ``Y, seen by X`` and ``Y, which X
    has seen``; None where a phrase names one."""
    for n in range(1, len(tokens) - 1):
        token, word = tokens[n], lemma_of(tokens[n])
        by = token.tag == "VBN" and tokens[n + 1].text.lower() == "by"
        if by and n + 2 < len(tokens) and word in CITING | SEEN:
            return TwoSources(list(tokens[n + 2 :]), list(tokens[:n]), seen=word in SEEN)
        if word in CITING and token.tag == "VBG" and vouches(tokens[n + 1 :]):
            return TwoSources(list(tokens[:n]), list(tokens[n + 1 :]))
        if token.tag == "POS" and any(t.lemma == "source" for t in tokens[n + 1 : n + 3]):
            return TwoSources(list(tokens[:n]), list(tokens[n + 1 :]), seen=True)  # "the Herald's sources"
    return _by_relative(tokens)


def _by_relative(tokens: Sequence[Token]) -> TwoSources | None:
    """``X, which cited Y``; ``Y, which X has seen``."""
    for n in range(1, len(tokens) - 1):
        if tokens[n].tag not in {"WDT", "WP"} and tokens[n].text.lower() != "that":
            continue
        clause = [t for t in tokens[n + 1 :] if t.dep not in {"aux", "neg"}]
        verb = next((at for at, t in enumerate(clause) if t.tag in FINITE), 0)
        told = bool(clause) and lemma_of(clause[verb]) in CITING and all(t.pos != "PROPN" for t in clause[:verb])
        if told and clause[verb].tag in FINITE and verb + 1 < len(clause):  # "which (in turn) cited Y"
            return TwoSources(list(tokens[:n]), clause[verb + 1 :])
        if verb and lemma_of(clause[verb]) in SEEN:
            return TwoSources(clause[:verb], list(tokens[:n]), seen=True)
    return None


def cited_by(ground: Ground, finding: Finding) -> list[Range]:
    """Whom a ``citing …`` beside the cue or behind the source names, unless the source's own words already hold it. It
    is cut out of the finding's content."""
    words = ground.tokens(finding.source)
    sentence = finding.verb[0] if finding.verb is not None else words[-1][0] if words else None
    if sentence is None or len(sentence.tokens) > LONGEST_SENTENCE:
        return []
    tree = ground.tree(sentence)
    medial = sounds_medial(ground.words(finding.source), [t for _, t in words])
    for token in sentence.tokens:
        thing = _cited(tree, token, medial) if token.head != token.index else None
        if thing is None or any(s <= token.start < e for s, e in finding.source):
            continue
        if _follows_source(ground, tree, finding, token) or _beside_cue(ground, tree, finding, token, thing):
            cited = ground.phrase(tree, thing)
            finding.content = [
                _without_citing(ground, (s, e), (token.start, cited[1])) if s <= token.start < e else (s, e)
                for s, e in finding.content
            ]
            if vouches(tree.tokens[tree.left[thing.index] : tree.right[thing.index] + 1]):
                return [cited]
    return []


def _cited(tree: Dependencies, token: Token, medial: bool) -> Token | None:
    """Whom a word that cites names: ``citing two clerks``; of a medium also ``with reference to a clerk``."""
    if medial and token.text.lower() == "with":
        reference = tree.child(token, "pobj")
        return tree.behind(reference, "to") if reference is not None and lemma_of(reference) == "reference" else None
    above = tree.head(token)
    if not token.tag.startswith("VB") or (above is not None and above.text.lower() == "without"):
        return None
    if medial and token.tag == "VBG" and lemma_of(token) in NAMING:
        return tree.behind(token, "to") or tree.behind(tree.child(token, "dobj"), "to")
    return tree.child(token, "dobj") if lemma_of(token) in CITING else None


def _follows_source(ground: Ground, tree: Dependencies, finding: Finding, token: Token) -> bool:
    """``the paper, citing two clerks, says``; ``the paper, which cited two clerks, says``."""
    ends = [e for _, e in finding.source]
    if token.tag == "VBG":
        return any(0 < token.start - e < 4 and ground.text[e : token.start].strip() == "," for e in ends)
    subject = tree.child(token, "nsubj") if token.tag in FINITE else None
    if subject is None or subject.tag not in {"WDT", "WP"}:
        return False
    return any(0 < subject.start - e < 4 and ground.text[e : subject.start].strip() == "," for e in ends)


def _beside_cue(ground: Ground, tree: Dependencies, finding: Finding, token: Token, thing: Token) -> bool:
    """``said, citing two clerks, that``; ``Citing two clerks, the paper said``; ``…, it said, citing two clerks``."""
    if finding.verb is None or token.tag not in {"VBG", "IN"}:
        return False
    verb = finding.verb[1]
    if token.start < verb.start and (token.head != verb.index or token.index):
        return False
    edges = {verb.end, *(e for ranges in (finding.content, finding.cue) for _, e in ranges)}
    behind = any(ground.text[e : token.start].strip() == "," for e in edges if 0 < token.start - e < 4)
    close = any(0 <= s - tree.reach(thing)[1] < 4 for s, _ in finding.content)
    return token.head == verb.index or behind or close or any(s <= token.start < e for s, e in finding.content)


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
