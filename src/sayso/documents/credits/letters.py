"""Capital letters of the scripts that have them (Latin with its accents, Greek, Cyrillic), for patterns of names, and
names that are set in capitals; letters, names and marks of scripts that have none.
"""

from __future__ import annotations

import re

_FIRST, _LAST = 0x41, 0x52F

#: The inside of a character class: ``[{CAPITALS}]``.
CAPITALS = "".join(chr(code) for code in range(_FIRST, _LAST + 1) if chr(code).isupper())
#: Letters of scripts without capitals, with their marks: Hebrew, Arabic, those of India and of South-East Asia,
#: Georgian, Ethiopic; and of those that set no blanks between words: Japanese, Chinese, Korean.
_SPACED = "\u05d0-\u05ea\u0620-\u065f\u0671-\u06d3\u0900-\u0963\u0970-\u0e3a\u0e40-\u0e4e\u10d0-\u10ff\u1200-\u135a"
_JOINED = "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
CASELESS = _SPACED + _JOINED
#: Capitals and these: what a name may begin with.
STARTS = CAPITALS + CASELESS
#: A person's name in such a script.
CASELESS_NAME = re.compile(
    rf"[{_SPACED}]{{2,}}(?: [{_SPACED}]{{2,}}){{1,3}}|[{_JOINED}]{{2,4}}|[\u30a0-\u30ff・]{{4,16}}"
)
#: The marks of East Asian scripts as others write them, each one character.
_MARKS = str.maketrans("：；，。／｜（）　", ":;,./|() ")
#: Words without figures and marks.
LETTERS = re.compile(r"[^\W\d_]+")


def capitalised(words: str) -> str:
    """Words set in capitals as names are written: ``MCLEAN-OST`` as *McLean-Ost*."""
    return LETTERS.sub(_first_letter, words)


def plain_marks(words: str) -> str:
    """Words with the marks that Latin script has, in the places of those of East Asian ones."""
    return words if words.isascii() else words.translate(_MARKS)


def as_title(words: str) -> str:
    """Words set in capitals, each with one: ``THE HARBOUR GAZETTE`` as *The Harbour Gazette*."""
    return capitalised(words) if words.isupper() and " " in words else words


def _first_letter(match: re.Match[str]) -> str:
    part = match[0]
    return f"Mc{part[2:].capitalize()}" if part.startswith("MC") and len(part) > 4 else part.capitalize()
