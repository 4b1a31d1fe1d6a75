"""From bytes to text, as a browser would: byte-order mark, what is declared, UTF-8, and only then a guess. The only
importer of charset-normalizer."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

#: Byte-order marks, longest first: UTF-32's little-endian one begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What a page's markup declares is looked for in this many bytes.
DECLARED_WITHIN = 4096
#: A guess is made from this many bytes, and only among encodings that news is written in.
GUESSED_FROM = 32_768
#: Where at most this share of the bytes is not ASCII, they are taken for the quotes and accents of western text.
FEW = 0.1
GUESSES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "iso8859_2", "koi8_r",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip

DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
XML_DECLARED = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})["']""")
#: Names of encodings that a page may declare; Python knows others (``unicode_escape``) that do not belong on pages.
ALLOWED = re.compile(
    r"utf-(?:8|16|32)|cp\d+|iso8859|koi8|gb|big5|shift_jis|euc_|mac-|hz|iso2022_|tis-620|ptcp154|johab|ascii"
)
#: Browsers read what is declared to be the left as the right, which holds more characters.
WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip


#: UTF-16 is told by this much of the beginning (bytes), where that has this many characters, most of them of ASCII.
UNMARKED_WITHIN, FEWEST_UNITS, MOSTLY_ZERO = 1_000, 20, 0.7


class Decoded(NamedTuple):
    """A text, the encoding it was read in, how many bytes or sequences had to be replaced by U+FFFD, and whether the
    encoding is a guess."""

    text: str
    encoding: str
    replaced: int
    guessed: bool = False


def decode(data: bytes, declared: str | None = None, markup: bool = False) -> Decoded:
    """The text that the bytes hold, without a byte-order mark. Never fails.

    ``declared`` is what came with the bytes (an HTTP header); ``markup`` says to look for a declaration inside.
    """
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], marked)
    if unmarked := _unmarked_encoding(data):
        return _replacing(data, unmarked)._replace(guessed=True)
    name = known_encoding(declared) or (_declared_inside(data) if markup else None)
    for encoding in (name, "utf-8"):
        if encoding:
            try:
                return Decoded(data.decode(encoding), encoding, 0)
            except (UnicodeError, LookupError):
                continue
    if name and name != "utf-8":
        return _replacing(data, name)
    broken = _replacing(data, "utf-8")
    # Sequences of UTF-8 that hold are strong evidence: other encodings hardly ever look like that by chance. What is
    # only declared is less: the frame of a site says so of old pages, too.
    sequences = sum(1 for _ in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]", data[:GUESSED_FROM]))
    if sequences and sequences >= data[:GUESSED_FROM].decode("utf-8", "replace").count("\ufffd"):
        return broken
    return _replacing(data, _guess(data[:GUESSED_FROM]))._replace(guessed=True)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its byte-order mark or without one; None for anything else."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    return _unmarked_encoding(data) if marked is None else None if marked == "utf-8" else marked


def _unmarked_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark, as some programs of Windows write: every other byte of its beginning is zero,
    which no other text has. None for anything else."""
    sample = data[:UNMARKED_WITHIN]
    half = len(sample) // 2
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if half < FEWEST_UNITS or min(low, high) or max(low, high) < MOSTLY_ZERO * half:
        return None
    return "utf-16-le" if high else "utf-16-be"


def known_encoding(label: str | None) -> str | None:
    """The name under which Python knows a declared encoding; None if it is none that text may come in."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")[:60]).name
    except (LookupError, ValueError):
        return None
    return WIDER.get(name, name) if ALLOWED.match(name) else None


def _declared_inside(data: bytes) -> str | None:
    head = data[:DECLARED_WITHIN]
    match = XML_DECLARED.search(head) or DECLARED.search(head)
    name = known_encoding(match[1].decode("ascii")) if match else None
    # A declaration that can be read as ASCII cannot be in UTF-16: browsers take it for UTF-8.
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    replaced = text.count("\ufffd")
    if replaced and encoding == "utf-8":
        replaced -= data.count(b"\xef\xbf\xbd")  # was already a replacement character when it came
    return Decoded(text, encoding, max(0, replaced))


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    if sum(byte > 127 for byte in sample) <= FEW * len(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=GUESSES, enable_fallback=False).best()
    return best.encoding if best else "cp1252"
