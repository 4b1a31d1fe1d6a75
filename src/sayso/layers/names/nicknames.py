"""People whose nickname stands in quotation marks between their names: ``Jan "the Heron" Orr``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.layers.names.personal import is_given, is_personal
from sayso.layers.names.stretches import CALENDAR, Candidate
from sayso.layers.parsing.parse import Sentence
from sayso.vocab import Category

_WORD = r"[^\W\d_][\w'’.-]{0,19}"
#: One or two names, up to three words in quotation marks, one or two names.
NICKNAMED = re.compile(
    rf"(?<![\w\"“])({_WORD})(?: ({_WORD}))? [\"“‘']({_WORD}(?: {_WORD}){{0,2}})[\"”’'] ({_WORD})(?: {_WORD})?(?!\w)"
)


def nicknamed(text: str, sentence: Sentence) -> Iterable[Candidate]:
    """The people of a sentence who are named so. Both names are proper nouns, and people bear one of them: else it may
    be a quotation between two names."""
    if not any(t.text == '"' for t in sentence.tokens):
        return
    proper = {t.start for t in sentence.tokens if t.tag in ("NNP", "NNPS") and t.text[0].isupper()}
    ends = {t.start: t.end for t in sentence.tokens}
    for match in NICKNAMED.finditer(text, sentence.start, sentence.end):
        first = next((n for n in (1, 2) if match[n] and match.start(n) in proper), None)
        if first is None or match.start(4) not in proper or (first == 1 and match[2] and match.start(2) not in proper):
            continue
        start, end = match.start(first), ends.get(match.start(4), match.end(4))
        last = text[match.start(4) : end]
        if last.lower() in CALENDAR or not any(c.isupper() for c in match[3]):
            continue
        if not (is_given(match[first]) or is_personal(last)):
            continue
        made = Candidate(
            sentence, start, end, start, end, text[start:end], Category.PERSON, "run",
            reasons=["a nickname in quotation marks between two names"],
        )  # fmt: skip
        made.votes[Category.PERSON] += 4
        yield made
