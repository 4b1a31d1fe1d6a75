"""Keys for names: by spelling, without ways of writing, and by sound, without ways of transliterating.

The gazetteer is filed by these keys, so it must be built anew after a change here.
"""

from __future__ import annotations

import functools
import re
import unicodedata

#: The Arabic article as it is written before a name.
ARTICLES = frozenset("al ar as ad an el er es ed ez az at ash esh adh ath ud uz us ul".split())

_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mtn": "mountain", "pt": "point"}
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
_DROPPED = re.compile(r"['’‘ʼʻ`´′ʾʿ.]")
_WORD = re.compile(r"\w+")
#: Ways to transliterate one consonant.
CONSONANTS = (
    (re.compile(r"kh|ch|ck|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj"), "j"),
)
I_SOUNDS = (re.compile(r"ay|ai|ey|ei|ee|ie|iy|[iy]"), "i")
ENDS = ((re.compile(r"(.)\1+"), r"\1"), (re.compile(r"h\b"), ""))
_SOUNDS = (
    *CONSONANTS,
    (re.compile(r"ou|oo|aw|au|ow|[uow]"), "u"),
    I_SOUNDS,
    (re.compile(r"[ae]+"), "a"),
    *ENDS,
)


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name without case, diacritics, apostrophes, stops and hyphens, with ``St.``, ``Ft.``, ``Mt.`` written out."""
    plain = unicodedata.normalize("NFKD", name[:200]).casefold().translate(_LETTERS)
    parts = _WORD.findall(_DROPPED.sub("", "".join(c for c in plain if not unicodedata.combining(c))))
    if len(parts) > 1:
        parts[:-1] = [_WRITTEN_OUT.get(p, p) for p in parts[:-1]]
        if parts[0] == "the":
            del parts[0]
    return " ".join(parts)


def sounded(folded: str) -> str:
    """The sound of a folded name, without articles and with transliterations merged; "" if too little is left."""
    parts = [p for p in folded.split() if p not in ARTICLES] or folded.split()
    out = " ".join("deir" if p in ("deir", "deyr", "dayr", "dair", "der") else p for p in parts)
    for pattern, sound in _SOUNDS:
        out = pattern.sub(sound, out)
    return out if len(out) > 2 else ""
