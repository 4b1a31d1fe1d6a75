"""Capital letters of the scripts that have them (Latin with its accents, Greek, Cyrillic), for patterns of names, and
names that are set in capitals.
"""

from __future__ import annotations

import re

_FIRST, _LAST = 0x41, 0x52F

#: The inside of a character class: ``[{CAPITALS}]``.
CAPITALS = "".join(chr(code) for code in range(_FIRST, _LAST + 1) if chr(code).isupper())
#: The same with the letters of scripts without capitals: Hebrew, Arabic, Japanese, Chinese, Korean.
STARTS = CAPITALS + "\u05d0-\u05ea\u0620-\u064a\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
#: Words without figures and marks.
LETTERS = re.compile(r"[^\W\d_]+")


def capitalised(words: str) -> str:
    """Words set in capitals as names are written: ``MCLEAN-OST`` as *McLean-Ost*."""
    return LETTERS.sub(_first_letter, words)


def as_title(words: str) -> str:
    """Words set in capitals, each with one: ``THE HARBOUR GAZETTE`` as *The Harbour Gazette*."""
    return capitalised(words) if words.isupper() and " " in words else words


def _first_letter(match: re.Match[str]) -> str:
    part = match[0]
    return f"Mc{part[2:].capitalize()}" if part.startswith("MC") and len(part) > 4 else part.capitalize()
