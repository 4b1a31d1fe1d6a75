"""The words of a claim: the stretches of a clause that are its voice's own."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from sayso import spans
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.voice import cue_of
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Attribution, Claim, Document, Span

#: Signs that may stand at the edge of a claim and are none of it.
EDGES = " ,;:.-–—\"'“”‘’«»()[]"
#: "TARVEN, Ruvia (Halden) — " before the first sentence of an article.
DATELINE = re.compile(
    r"[^\W\d_a-z]{3}[^\Wa-z\d]{0,20}(?: [^\W\da-z]{2,20}){0,3}(?:,? [^()—–]{1,30})?(?: ?\([^()]{1,40}\))? [—–-] "
)
#: So many signs may stand before a claim at the head of what is said: "that ".
OPENING = 5
#: Two stretches so near to each other are one.
NEAR = 3
#: Marks that open something, and those that close it.
PAIRS = (('"“', '"”'), ("«", "»"), ("(", ")"), ("[", "]"))
MARK = re.compile(r"[\"“”«»()\[\]]")
#: Words that nothing ends with.
ARTICLES = frozenset({"a", "an", "the"})


def own_pieces(document: Document, clause: Clause, pieces: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches of a clause that lie in its voice's pieces and hold words of its own, with the subject that it
    shares with another clause or the noun that it describes."""
    out: list[Span] = []
    opening = clause.sentence.start
    dated = DATELINE.match(document.text, opening, opening + 120) if document.text[opening].isupper() else None
    opening = dated.end() if dated is not None else opening
    for start, end in pieces:
        start = max(start, opening)
        before = clause.lead or clause.shared
        if before is not None and start <= before[0] and before[1] <= end:
            out.append(Span(document.id, *before))
        elif before is not None and before[0] < opening < before[1] <= end:
            out.append(Span(document.id, opening, before[1]))
        low, high = max(start, clause.start), min(end, clause.end)
        words = [t for t in clause.own if low <= t.start and t.end <= high and t.pos != "PUNCT"]
        words = _finished(words, clause.sentence)
        if words and words[0].text.lower() == "that" and words[0].tag == "IN":
            del words[0]
        if words:
            low, high = spans.trimmed(document.text, max(low, words[0].start), min(high, words[-1].end), EDGES)
            low, high = _with_marks(document.text, low, high, start, end)
            if clause.lead and not out and clause.dep == "relcl" and 0 < low - clause.lead[1] <= NEAR:
                out.append(Span(document.id, *clause.lead))  # "the mayor, who suspended him, says": who says it
            if low < high and out and low - out[-1].end <= NEAR:
                out[-1] = Span(document.id, out[-1].start, high)
            elif low < high:
                out.append(Span(document.id, low, high))
    return tuple(sorted(out))


def _finished(words: Sequence[Token], sentence: Sentence) -> list[Token]:
    """Some words without those at their end that open what does not follow: "and", "the", "her", "on which", "before"
    of "before leaving"."""
    kept = list(words)
    while kept:
        last = kept[-1]
        if [t.text.lower() for t in kept[-2:]] == ["as", "well"] and _before_as(last, sentence):
            del kept[-2:]  # "as well (as killing two)"
            continue
        opens = last.pos == "CCONJ" or last.text.lower() in ARTICLES or last.tag == "PRP$"
        if last.tag == "WDT" and len(kept) > 1:
            del kept[-1 - (kept[-2].pos == "ADP") :]
        elif opens or (last.dep in ("prep", "mark") and _goes_on(last, sentence)) or _cut_off(last, sentence):
            kept.pop()
        else:
            break
    return kept


def _before_as(word: Token, sentence: Sentence) -> bool:
    return any(t.text.lower() == "as" for t in sentence.tokens[word.index + 1 : word.index + 2])


def _cut_off(word: Token, sentence: Sentence) -> bool:
    """Whether a word that opens something stands right before words that are none of these, whatever it hangs from:
    "vetoed the text chalked out by (France calling for an end)", "fired him because (he misled her)"."""
    after = sentence.tokens[word.index + 1 : word.index + 2]
    opening = word.dep != "prt" and (word.pos in ("ADP", "SCONJ") or word.tag in ("WP", "WRB"))
    return opening and any(t.start == word.end + 1 and t.pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ") for t in after)


def _goes_on(word: Token, sentence: Sentence) -> bool:
    """Whether something behind a word hangs from it."""
    return any(t.head == word.index for t in sentence.tokens[word.index + 1 :])


def _with_marks(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """A stretch with the mark right beside it, and before ``end`` or behind ``start``, that closes or opens what it
    holds half of: ``a shot to “the left hip”``."""
    if MARK.search(text, low, high) is None:
        return low, high
    for opens, closes in PAIRS:
        held = text[low:high]
        marks = [c for c in held if c in opens or c in closes]
        odd = len(marks) % 2 == 1 and marks[-1] in opens
        behind = high + (text[high : high + 1] in (",", ".") and text[high + 1 : high + 2] in closes)
        if odd and text[behind : behind + 1] and text[behind] in closes and behind < max(end, high + 2):
            high = behind + 1
        elif len(marks) % 2 == 1 and marks[0] in closes and low > start and text[low - 1] in opens:
            low -= 1
    return low, high


def blaming(document: Document, clause: Clause, cue: Attribution) -> tuple[Span, ...]:
    """The words of a clause that attributes something and claims it too: "X accused Y of firing", to its end."""
    own = own_pieces(document, clause, [(clause.start, clause.end)])
    said = [s.end for s in cue.content if clause.start <= s.start and s.end <= clause.sentence.end]
    if not own or not said or max(said) <= own[-1].end:
        return own
    start, end = spans.trimmed(document.text, own[0].start, max(said), EDGES)
    return (Span(document.id, start, end),)


def with_cue(claim: Claim, attribution: Attribution | None, clauses: Sequence[Clause], document: Document) -> Claim:
    """A claim that is none, or says the contrary, without the verb by which somebody tells it, in the words of that
    verb's clause: "put (the damage at two millions)", "denied (that it had burnt)"; another one as it is."""
    clause = next((c for c in clauses if attribution and cue_of(c, [attribution]) is not None), None)
    if clause is None or attribution is None or claim.attribution_id != attribution.id or not attribution.content:
        return claim
    first, said = claim.content[0].start, attribution.content[0].start
    opens = said <= first <= said + OPENING and clause.start <= clause.head.start < said
    verb = min(s.start for s in attribution.cue)
    if not opens or clause.start > verb:
        return claim
    aside = any(t.end <= verb for other in clauses if other is not clause for t in other.own if t.start > clause.start)
    start = verb if aside else clause.start
    span = Span(document.id, *spans.trimmed(document.text, start, claim.content[-1].end, EDGES))
    return dataclasses.replace(claim, content=(span,))
