"""Capital letters of the scripts that have them, for patterns of names: Latin with its accents, Greek, Cyrillic."""

from __future__ import annotations

import re

_FIRST, _LAST = 0x41, 0x52F

#: The inside of a character class: ``[{CAPITALS}]``.
CAPITALS = "".join(chr(code) for code in range(_FIRST, _LAST + 1) if chr(code).isupper())
#: The same with the letters of scripts without capitals: Hebrew, Arabic, Japanese, Chinese, Korean.
STARTS = CAPITALS + "\u05d0-\u05ea\u0620-\u064a\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
#: Words without figures and marks.
LETTERS = re.compile(r"[^\W\d_]+")
