"""What a line beside the article says of whom its text is from, however it says so.

There whatever tells of a text tells of this one; and lines count that are no sentences of a text's way: whose newsroom
made it (``X is a nonprofit newsroom``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sayso.documents.credits.named import name_at
from sayso.documents.credits.sourcelabels import Source
from sayso.documents.credits.sources import read_sources
from sayso.documents.credits.wayitems import TOKEN, kind_of
from sayso.documents.credits.waykinds import Kind
from sayso.documents.credits.ways import speaks_of_text
from sayso.documents.zones.lines import REMEMBERED
from sayso.vocab import CreditRole

#: Longer lines are text (words).
MOST_WORDS = 60
#: What such a newsroom asks of readers.
ASKS = re.compile(r"\b(?:sign up|subscribe|newsletter|inbox|donate|republish)\b", re.I)
#: Whose it is: "X is a nonprofit newsroom that …".
IS_NEWSROOM = re.compile(
    r"\s(?:is|are|was)\s(?:an?|the|our)\s(?:[\w’'-]+,?\s){0,6}?(?:newsroom"
    r"|news (?:organi[sz]ation|outlet|site|service|agency|website)|wire service|newswire"
    r"|content (?:agency|service|provider)|(?:reporting|news|journalism) (?:project|initiative|collaboration))\b",
    re.I,
)
OPENING = " ([–—*_•→"


@functools.lru_cache(maxsize=REMEMBERED)
def hops_in(words: str) -> tuple[Source, ...]:
    """Whom a line beside the article says that the text is from, in text order; none where it says nothing of it."""
    if "“" in words[:2] or words[:1] == '"':
        return ()
    found = read_sources(words, near=True, most=MOST_WORDS)
    newsroom = list(_newsroom(words))
    return tuple(sorted({*found, *newsroom})) if newsroom else found


def leads_on(words: str) -> bool:
    """Whether a line leads to where the rest of the text stands: ``Read the full story at X``."""
    return any(kind_of(word) == Kind.READ for word in TOKEN.findall(words.lower())[:3])


def _newsroom(words: str) -> Iterator[Source]:
    """Whose newsroom made the text, by what a line begins with: ``X is a nonprofit newsroom that …``."""
    match = IS_NEWSROOM.search(words)
    begin = len(words) - len(words.lstrip(OPENING))
    named = name_at(words, begin) if match else None
    if match and named and named.end == match.start() and (ASKS.search(words) or speaks_of_text(words)):
        yield Source(*named, CreditRole.REPUBLISHED_FROM)
