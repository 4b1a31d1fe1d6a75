"""Headlines that write every word large, as the model is to see them: only what is a name in the text stands large.

The model takes large words for names, and in "Ada Moss Criticized for Canal Comments" finds a name of three words and
no verb.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

#: A word that may stand large or small, in a headline and in a text.
WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![^\W_])")
#: A headline writes its words large where so many of those with SHORT letters and more are, and this share of them.
SHORT, FEWEST, SHARE = 5, 3, 0.8
#: Behind this a sentence would begin for the model if a word were small: "I.R.S. official".
STOP, BEFORE = re.compile(r"\.\w\.[ \u00a0]$"), 4
#: Behind these a word is large only where it is a name.
WITHIN = re.compile(r"[\w,;)’'][ \u00a0]$")


def in_small(headline: str, body: str, common: Callable[[str], bool]) -> str:
    """A headline with those of its large words small that the body writes small, or has not and that name nobody by
    what is ``common``; of the same length. One that writes few words large, and each first word, stays as it is."""
    words = list(WORD.finditer(headline))
    long = [w for w in words[1:] if len(w[0]) >= SHORT]
    large = sum(w[0][0].isupper() for w in long)
    if large < FEWEST or large < SHARE * len(long):
        return headline
    small, named, opening = _written(body)

    def written(found: re.Match[str]) -> str:
        word, plain = found[0], found[0].lower()
        if found.start() == words[0].start() or word == "I" or word[0].islower() or word[1:].isupper():
            return word
        if len(plain) != len(word) or STOP.search(headline, max(0, found.start() - BEFORE), found.start()):
            return word
        held = named[word] <= small[plain] if small[plain] else not (opening[word] or named[word]) and common(plain)
        return plain if held else word

    return WORD.sub(written, headline)


def _written(body: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often a text has each word small, large within a sentence, and large where it may open one."""
    small: Counter[str] = Counter()
    named: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for found in WORD.finditer(body):
        word = found[0]
        if word[0].islower():
            small[word] += 1
        elif WITHIN.search(body, max(0, found.start() - 2), found.start()):
            named[word] += 1
        else:
            opening[word] += 1
    return small, named, opening
