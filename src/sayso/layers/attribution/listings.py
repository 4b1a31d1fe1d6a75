"""``The inspector said:`` with a list under it: every item is told."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.layers.attribution.cues import verb_cue
from sayso.layers.attribution.ground import Finding, Ground, Paragraph
from sayso.layers.attribution.reported import source_of
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import Range, trimmed
from sayso.vocab import AttributionType

#: What opens an item.
BULLET = re.compile(r"(?:[•▪●◦‣·*–—-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")

#: Words between the cue and the colon: "said the following:".
LONGEST_GAP = 4

#: Items of one list.
MOST_ITEMS = 30


def find_listed(ground: Ground, taken: set[int]) -> list[Finding]:
    """The attributions of this form, in text order. ``taken`` holds the starts of verbs that have a content already."""
    found = []
    for number, (paragraph, after) in enumerate(pairwise(ground.paragraphs)):
        last = paragraph.sentences[-1]
        if ground.text[paragraph.end - 1] != ":" or last.tokens[-1].text != ":" or not _item(ground, after):
            continue
        cue = _cue(last)
        if cue is None or cue[0].start in taken:
            continue
        source = source_of(ground, ground.tree(last), cue[0])
        items = []
        for item in ground.paragraphs[number + 1 : number + 1 + MOST_ITEMS]:
            span = _item(ground, item)
            if span is None:
                break
            items.append(span)
        known = verb_cue(last, cue[0])
        if source is not None and known is not None:
            found.append(
                Finding(
                    cue=[(cue[0].start, cue[1].end)],
                    source=[source],
                    content=items,
                    entry=known[0],
                    verb=(last, cue[0]),
                    detail=f"“{ground.text[cue[0].start : cue[1].end]}” before a list",
                    negated=ground.tree(last).negated(cue[0]),
                )
            )
    return found


def _cue(sentence: Sentence) -> tuple[Token, Token] | None:
    """The first and last word of the cue that stands before the colon, if it tells a statement."""
    for token in reversed(sentence.tokens[-LONGEST_GAP - 2 : -1]):
        known = verb_cue(sentence, token) if token.tag.startswith("VB") else None
        if known is not None and known[0].type is AttributionType.STATEMENT and known[0].fits("that", "quote"):
            return token, known[1][-1]
    return None


def _item(ground: Ground, paragraph: Paragraph) -> Range | None:
    """What a paragraph says behind its bullet, without the stop at its end; None where it has no bullet."""
    bullet = BULLET.match(ground.text, paragraph.start, paragraph.end)
    if bullet is None or paragraph.quotations:
        return None
    span = trimmed(ground.text, bullet.end(), paragraph.end, " ;,.")
    return span if span[0] < span[1] else None
