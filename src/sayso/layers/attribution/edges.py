"""Where source, cue and content begin and end: no stretch ends on a word that opens what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.ground import LONGEST_SENTENCE, TRIM, Finding, Ground
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import Range, trimmed

#: Tags of words that only open what follows: "and", "the", "his", "who".
OPENING = frozenset({"CC", "DT", "PRP$", "WP", "WDT", "WP$"})

#: Words before a noun phrase that are no part of a source.
JOINING = frozenset({"and", "or", "but", "of", "by", "from"})

#: Tags of words that open a phrase which belongs to what they stand in, and how many words more it may have.
PHRASAL = frozenset({"DT", "PRP$", "IN"})
LONGEST_PHRASE = 12

#: What may end a stretch though its tag is that of an opening word: pronouns.
PRONOUNS = frozenset({"this", "that", "these", "those", "all", "both", "each", "some", "any", "either", "neither"})

Words = list[tuple[Sentence, Token]]


def tidy_edges(ground: Ground, finding: Finding) -> None:
    """Cuts what opens the next phrase off the ends of a finding's ranges, as the trained tagger leaves it: "the Guard |
    who", "the brothers | from", "said in | an"; a possessive's mark goes from the cue to the source."""
    _take_mark(ground, finding)
    for ranges in (finding.source, finding.told):
        for n, span in enumerate(ranges):
            ranges[n] = _tidied(ground, span, joined=True)
    if not finding.quoted and finding.content:
        finding.content[-1] = _completed(ground, finding) or _tidied(ground, finding.content[-1], joined=False)


def _take_mark(ground: Ground, finding: Finding) -> None:
    """Moves the mark of a possessive to its owner: "Holt | 's claims" is "Holt's | claims"."""
    first = next((t for _, t in ground.tokens(finding.cue[:1])), None)
    if first is None or first.tag != "POS" or first.end >= finding.cue[0][1]:
        return
    for ranges in (finding.source, finding.told):
        for n, (start, end) in enumerate(ranges):
            if end == first.start:
                ranges[n] = (start, first.end)
    finding.cue[0] = trimmed(ground.text, first.end, finding.cue[0][1], " ")


def _completed(ground: Ground, finding: Finding) -> Range | None:
    """The last range of a content with the phrase that its last word opens, if that is short and stands clear of source
    and cue: "the bill into | law"; None where nothing is left to complete."""
    span = finding.content[-1]
    words = ground.tokens([span])
    if not words or not _opens(ground, words) or len(words[-1][0].tokens) > LONGEST_SENTENCE:
        return None
    sentence, last = words[-1]
    tree = ground.tree(sentence)
    top = last if last.tag == "IN" else tree.head(last)
    end = tree.tokens[tree.right[top.index]] if top is not None and last.tag in PHRASAL else last
    if not 0 < end.index - last.index <= LONGEST_PHRASE:
        return None
    taken = (*finding.source, *finding.cue)
    return None if any(start < end.end and last.end < stop for start, stop in taken) else (span[0], end.end)


def _tidied(ground: Ground, span: Range, joined: bool) -> Range:
    """The range without what opens something at its end and, of a source, what joins it to the words before."""
    words = ground.tokens([span])
    if words and any(c.isalnum() for c in ground.text[words[-1][1].end : span[1]]):
        return span  # it ends within a word: "the U.S | ."
    kept = list(words)
    while len(kept) > 1 and _opens(ground, kept):
        kept.pop()
    while joined and len(kept) > 1 and kept[0][1].text.lower() in JOINING:
        kept.pop(0)
    if len(kept) == len(words) or not kept:
        return span
    start = kept[0][1].start if kept[0] is not words[0] else span[0]
    end = kept[-1][1].end if kept[-1] is not words[-1] else span[1]
    return trimmed(ground.text, start, end, TRIM)


def _opens(ground: Ground, words: Sequence[tuple[Sentence, Token]]) -> bool:
    """Whether the last of the words opens what comes behind it: something does, in the same sentence."""
    sentence, last = words[-1]
    following = sentence.tokens[last.index + 1 : last.index + 2]
    if not following or following[0].pos == "PUNCT" or last.text.lower() in PRONOUNS:
        return False
    if last.tag in OPENING:
        return len(words) < 2 or words[-2][1].text.lower() != "of"  # "both of whom"
    # "the brothers | from Norland", but "what they fought for | on Monday"
    return last.tag == "IN" and any(t.head == last.index and t.dep in {"pobj", "pcomp"} for t in sentence.tokens)
