"""Names made ready to be compared, whatever their case, accents, hyphens and transliteration."""

from __future__ import annotations

import functools
import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
#: Ways to write one sound in names that come from other scripts.
SPELLINGS = (("ee", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("ei", "ai"), ("ey", "ai"), ("q", "k"))


@functools.lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name for comparison: no case, no accents, no hyphens, no article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = WORD.findall(plain.replace("'s", " "))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@functools.lru_cache(maxsize=65536)
def spelling(place: str) -> str:
    """A place's name without what differs between ways to write one sound: Rasheed and Rashid, Deir and Deyr."""
    plain = folded(place)
    for long, short in SPELLINGS:
        plain = plain.replace(long, short)
    return re.sub(r"(.)\1", r"\1", plain)
