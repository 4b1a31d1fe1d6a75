"""The words beside a cue that name its source: before it, behind it, or the subject of what introduces it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.cues import lemma_of, noun_cue
from sayso.layers.attribution.ground import Ground
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import Range, trimmed

Words = Sequence[tuple[Sentence, Token]]


def in_aside(words: Words, n: int) -> bool:
    """Whether the verb belongs to the description of a noun: "the man who came", "a woman named Ada"."""
    token = words[n][1]
    before = words[n - 1][1] if n else None
    if before is not None and before.text.lower() in {"who", "which", "that", "whom", "whose", "had", "has"}:
        return any(t.text.lower() in {"who", "which", "that", "whom", "whose"} for _, t in words[max(0, n - 3) : n])
    return token.tag in {"VBN", "VBG"} and token.dep in {"acl", "amod", "compound"}


def source_before(ground: Ground, words: Words) -> Range | None:
    """The noun phrase that the words make, without the auxiliaries and adverbs behind it."""
    kept = list(words)
    while kept and (kept[-1][1].pos in {"AUX", "ADV", "PUNCT", "PART"} or kept[-1][1].dep in {"aux", "neg", "advmod"}):
        kept.pop()
    if not kept or not any(t.pos in {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"} for _, t in kept):
        return None
    return trimmed(ground.text, kept[0][1].start, kept[-1][1].end, ",")


def source_behind(ground: Ground, sentence: Sentence, verb: Token, words: Words) -> Range | None:
    """The noun phrase after an inverted cue: the verb's subject, or else the words up to a stop, verb or adverbial."""
    if not words:
        return None
    floor, ceiling = words[0][1].start, words[-1][1].end
    tree = ground.tree(sentence)
    subject = tree.child(verb, "nsubj")
    if subject is None:
        subject = tree.child(verb, "dobj") if lemma_of(verb) == "say" else None
    if subject is not None and floor <= subject.start < ceiling:
        start, end = tree.reach(subject)
        return trimmed(ground.text, max(start, floor), min(end, ceiling), ",")
    kept: list[Token] = []
    for _, token in words:
        issued = kept and token.text.lower() in {"from", "by"} and noun_cue(kept[-1]) is not None
        joined = issued or token.text.lower() in {"of", "for"}
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"} and not joined:
            break
        kept.append(token)
    after = sentence.tokens[kept[-1].index + 1] if kept and kept[-1].index + 1 < len(sentence.tokens) else None
    if after is not None and after.tag in FINITE and after.dep != "relcl":
        return None  # "citing “a joke”, said the candidate could win"
    if not any(t.pos in {"NOUN", "PROPN"} for t in kept):
        return None
    return kept[0].start, kept[-1].end


def introduced(ground: Ground, sentence: Sentence, verb: Token, words: Words, ceiling: int) -> Range | None:
    """The source of a cue that stands before its quotation: the verb's subject, clipped to what lies outside."""
    tree = ground.tree(sentence)
    subject = tree.subject(verb)
    if subject is not None and subject.end <= ceiling:
        start, end = tree.reach(subject)
        if start < verb.start:
            end = min(end, verb.start)
        source = trimmed(ground.text, start, min(end, ceiling), ",-–—(")
        if source[0] < source[1]:
            return source
    return source_before(ground, words[-8:]) if words and words[-1][1].pos in {"PROPN", "PRON", "NOUN"} else None
