"""Sources that share the verb of the one before them: "police put it at 9,000, the unions at upwards of 40,000"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.cues import noun_cue
from sayso.layers.attribution.ground import LONGEST_SENTENCE, Finding, Ground
from sayso.layers.attribution.voices import speaker_of
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import Range, trimmed

#: The prepositions before an amount by which such a source is known, as its own words have no verb.
LINKS = frozenset({"at", "of"})
#: What may part it from the one before.
PARTING = frozenset({",", ";", "and", "but", "while"})
#: So many words name such a source at most, and so many tell its amount.
LONGEST_SOURCE = 12
LONGEST_AMOUNT = 8
OPENING = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON"})
AMOUNT = frozenset({"NUM", "NOUN", "ADJ", "ADP", "CCONJ", "ADV", "SYM", "DET"})
#: Nouns for what somebody has counted, besides the documents of the lexicon of cues.
COUNTS = frozenset({"count", "reckoning", "projection", "calculation"})


def find_gaps(ground: Ground, found: Sequence[Finding]) -> list[Finding]:
    """The attributions of this form behind those of ``found``, whose contents are cut where the next one begins."""
    out: list[Finding] = []
    for finding in found:
        if finding.verb is None or len(finding.content) != 1 or finding.quoted:
            continue
        sentence = finding.verb[0]
        link, at = _amount(sentence, finding) if len(sentence.tokens) <= LONGEST_SENTENCE else ("", 0)
        while link:
            gap = _next(sentence, at, link)
            if gap is None:
                break
            source, preposition, content, at = gap
            start, end = finding.content[0]
            if start < source[0] < end:
                finding.content = [trimmed(ground.text, start, source[0], " ,;")]
                finding.content = [_without_link(ground, finding.content[0])]
            out.append(
                Finding(
                    cue=[(preposition.start, preposition.end)],
                    source=[source],
                    content=[content],
                    entry=finding.entry,
                    detail=f"shares “{ground.words(finding.cue)}” with the source before it",
                )
            )
    return out


def _amount(sentence: Sentence, finding: Finding) -> tuple[str, int]:
    """The preposition before the first amount that a finding tells, and the index behind that amount; "" for none."""
    start, end = finding.cue[0][0], finding.content[0][1]
    for token in sentence.tokens:
        if token.tag != "CD" or not start < token.start < end:
            continue
        before = next((t for t in sentence.tokens[max(0, token.index - 5) : token.index] if _links(t)), None)
        verbs = any(t.pos in ("VERB", "AUX") for t in sentence.tokens[before.index : token.index]) if before else True
        return ("", 0) if before is None or verbs else (before.text.lower(), token.index + 1)
    return "", 0


def _links(token: Token) -> bool:
    return token.text.lower() in LINKS and token.pos == "ADP" and token.dep == "prep"


def _next(sentence: Sentence, at: int, link: str) -> tuple[Range, Token, Range, int] | None:
    """Source, preposition and amount of the next part of a sentence behind the index ``at``, and where it ends."""
    tokens = sentence.tokens
    first = next((t.index for t in tokens[at : at + LONGEST_AMOUNT] if t.text.lower() in PARTING), None)
    if first is None or any(t.pos in ("VERB", "AUX") for t in tokens[at:first]):
        return None
    while first < len(tokens) and tokens[first].text.lower() in PARTING:
        first += 1
    ahead = tokens[first : first + LONGEST_SOURCE]
    preposition = next((t for t in ahead if t.text.lower() == link and _counted(tokens, t.index + 1)), None)
    source = tokens[first : preposition.index] if preposition is not None else ()
    if preposition is None or not source or not _tells(source):
        return None
    last = end = preposition.index
    for token in tokens[last + 1 : last + 1 + LONGEST_AMOUNT]:
        if token.pos not in AMOUNT or (token.pos == "CCONJ" and not _counted(tokens, token.index + 1)):
            break
        end = token.index if token.pos not in ("ADP", "CCONJ", "DET") else end
    span = (tokens[last + 1].start, tokens[end].end)
    return (source[0].start, source[-1].end), preposition, span, end + 1


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether an amount begins at an index."""
    ahead = tokens[at : at + 4]
    amount = next((n for n, t in enumerate(ahead) if t.tag == "CD"), None)
    return amount is not None and all(t.pos in AMOUNT for t in ahead[:amount])


def _tells(words: Sequence[Token]) -> bool:
    """Whether a noun phrase names somebody, or something, that gives counts."""
    if words[0].pos not in OPENING or any(t.pos in ("AUX", "NUM") or t.tag in ("VBD", "VBZ", "VBP") for t in words):
        return False
    aside = next((n for n, t in enumerate(words) if n and t.tag in ("VBN", "IN", ",")), len(words))
    head = words[aside - 1]
    document = noun_cue(head)
    named = head.pos == "PROPN" and head.entity not in ("GPE", "LOC", "DATE", "TIME")
    issued = document is not None and document.fits("issued")
    return named or issued or speaker_of(head) is not None or head.lemma.lower() in COUNTS


def _without_link(ground: Ground, content: Range) -> Range:
    """A content without the ``and`` that led to the next source."""
    start, end = content
    for word in (" and", " but", " while"):
        if ground.text[start:end].endswith(word):
            return trimmed(ground.text, start, end - len(word), " ,;")
    return content
