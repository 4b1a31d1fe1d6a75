"""``…, the ministry said on Sunday.``: who told it stands at the end of the sentence, behind a comma.

The parser often takes such a source for an apposition to the noun before the comma; so this looks at the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.cues import verb_cue
from sayso.layers.attribution.ground import TRIM, Finding, Ground
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import trimmed
from sayso.vocab import AttributionType, Zone

#: What may follow the cue: when, where and how it was said, or what happened after the content.
FOLLOWING = frozenset(
    ("on", "in", "at", "late", "early", "earlier", "later", "this", "last", "yesterday", "today", "during", "after",
     "before", "as", "when", "while", "by", "via", "through", "over", "to", "again", "separately", "without", ",", ".",
     "-", ")", ";")
)  # fmt: skip

#: Words between a source and its cue that belong to neither.
BETWEEN = frozenset(("also", "later", "had", "has", "have", "separately", "earlier", "then", "both", "each", "all"))

#: Words that a headline must have before such a comma: it may have no finite verb.
SHORTEST_HEADLINE = 3

#: Verbs with whoever is told behind them, of what words that is made, and of how many.
TELLING = frozenset(("tell", "inform"))
HEARERS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"))
LONGEST_HEARER = 4

#: Words of the longest source that is read so.
LONGEST = 30


def find_closing(ground: Ground, taken: set[int]) -> list[Finding]:
    """The attributions of this form, in text order. ``taken`` holds the starts of verbs that have a content already."""
    found = []
    for sentence in ground.readable():
        for verb in sentence.tokens:
            if verb.start in taken or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"} or verb.index < 4:
                continue
            finding = _read(ground, sentence, verb)
            if finding is not None:
                found.append(finding)
    return found


def _read(ground: Ground, sentence: Sentence, verb: Token) -> Finding | None:
    known = verb_cue(sentence, verb)
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    if verb.tag == "VBN" and behind and behind[0].text.lower() == "by":
        return None  # "the losses reported by the bank"
    if known is None or known[0].type is not AttributionType.STATEMENT or not known[0].fits("that"):
        return None
    last = known[1][-1]
    tokens = sentence.tokens
    told = _told(tokens, last) if known[0].lemma in TELLING else last
    after = tokens[told.index + 1] if told.index + 1 < len(tokens) else None
    if after is not None and after.text.lower() not in FOLLOWING and after.entity not in {"DATE", "TIME"}:
        return None
    end = verb.index
    while end and (tokens[end - 1].text.lower() in BETWEEN or tokens[end - 1].pos == "ADV"):
        end -= 1
    begin = _source_start(tokens, end)
    if begin is None:
        return None
    before = tokens[: begin - 1]
    whole = any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in before) and any(t.tag in FINITE for t in before)
    if sentence.zone is Zone.HEADLINE:
        whole = len(before) >= SHORTEST_HEADLINE
    if not whole or before[0].pos == "SCONJ":
        return None
    source = trimmed(ground.text, tokens[begin].start, tokens[end - 1].end, TRIM)
    content = trimmed(ground.text, before[0].start, before[-1].end, TRIM)
    if ground.paragraph_of(sentence).quotations_over(*source) or source[0] >= source[1] or content[0] >= content[1]:
        return None
    return Finding(
        cue=[(verb.start, last.end)],
        source=[source],
        content=[content],
        entry=known[0],
        verb=(sentence, verb),
        main=next(((sentence, t) for t in before if t.tag in FINITE), None),
        detail=f"“{ground.text[verb.start : last.end]}” with its source behind the comma that ends what was told",
        negated=ground.tree(sentence).negated(verb),
    )


def _told(tokens: Sequence[Token], verb: Token) -> Token:
    """The last word of whoever was told, right behind the verb: "told (Interfax)"; the verb where nobody was."""
    at = verb.index + 1
    while at < len(tokens) and at - verb.index <= LONGEST_HEARER and tokens[at].pos in HEARERS:
        at += 1
    return tokens[at - 1] if tokens[at - 1].pos in {"NOUN", "PROPN", "PRON", "NUM"} else verb


def _source_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase begins that ends before ``end``, right behind a comma: with its apposition, where a comma
    stands before the cue."""
    parts = 2 if end and tokens[end - 1].text == "," else 1
    at = end - 1 if parts == 2 else end
    for _ in range(parts):
        stop = at
        while at and tokens[at - 1].text != ",":
            at -= 1
            if end - at > LONGEST or tokens[at].text in {";", ":", ".", '"'}:
                return None
        if not at or not _is_phrase(tokens[at:stop]):
            return None
        begin = at
        at -= 1
    return begin


def _adds(words: Sequence[Token]) -> bool:
    """Whether the words add something to a name with a verb of their own: "which developed it"."""
    return words[0].tag in {"WDT", "WP", "WP$"} and any(t.tag in FINITE for t in words[1:])


def _is_phrase(words: Sequence[Token]) -> bool:
    """Whether the words make a noun phrase: they open and end as one, and no verb of theirs stands outside "who …",
    which has one of its own: not "the groups who" of "the groups who wrote"."""
    if not words or words[0].pos not in {"DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"} or words[0].tag in {"WDT", "WP"}:
        return False
    aside = next((n for n, t in enumerate(words) if t.tag in {"WP", "WDT", "WP$"}), len(words))
    nominal = any(t.pos in {"NOUN", "PROPN", "PRON"} for t in words[:aside])
    whole = aside == len(words) or (_adds(words[aside:]) and words[aside - 1].entity not in {"GPE", "LOC"})
    return nominal and whole and not any(t.tag in FINITE or t.tag == "TO" for t in words[:aside])
