"""Whose a picture is, by a line that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.documents.credits.bylines import RANK
from sayso.documents.credits.letters import CAPITALS
from sayso.documents.credits.pictures import LICENCE_AFTER, OF_PICTURES, PHOTO, TAIL
from sayso.documents.page import FoundCredit
from sayso.outlets import find_outlet
from sayso.spans import Range, trimmed, without
from sayso.vocab import CreditRole

#: A full stop that belongs to a name.
ABBREVIATED = re.compile(r"(?:\b(?:Jr|Sr|St|Co|Inc|Ltd)|\b[A-Z])\.$")
#: A label or sign within what a label names: "© Bild: X", "Photo: (c) X".
LABEL_LEFT = re.compile(
    r"(?:(?:bild|foto|photo|image)\s?[:/]|(?:photos?|fotos?)\s(?=[A-ZÀ-Þ][\w’'. -]*\s?/)|fot\.|courtesy of|©|\(c\))"
    r"\s*(?=\w)",
    re.IGNORECASE,
)
#: What a label says of the picture itself, no name: ``Photo: illustration``.
NO_NAMES = frozenset(
    "illustration ilustrim ilustrasi ilustración ilustrativa ilustração ilustracija illustrazione illustratie"
    " illustrative ilustracyjne ilustrační archive archives archivo archivio arquivo archiv archief arkiv file stock"
    " symbolbild symbolfoto symboolfoto".split()
)
#: What kind of picture it is, and whose leave is asked, behind the name: "A. Moreau/dpa/Symbolbild".
KIND_LAST = re.compile(
    r"(?<=\w)\s?[/(|]\s?(?:symbol(?:bild|foto|photo)|archiv(?:bild|foto|e|es|io)?|(?:file|stock)(?: photo)?)\)?$"
    r"|,\s(?:special to|for|on assignment for)\s.*$"
    r"|(?<=(?-i:[A-Z][A-Z]))(?<!AP)\s(?:file )?photos?$"
    r"|(?<=\w)[.,]?\s(?:all|some|alle|bestimmte|einige)\s(?:rights|rechte)\b.*$"
    r"|(?<=\w),?\s(?:used |usada |usado |reproduced |shown )?(?:with|by|con|com|avec|mit|z)\s(?:\w+\s)?"
    r"(?:permission|permiso|permissão|autorisation|genehmigung)\b.*$",
    re.IGNORECASE,
)
#: What papers' names stand in.
#: "user Ada on Flickr".
_SITES = r"(?:flickr|wikimedia(?: commons)?|unsplash|pexels|pixabay|instagram)"
USER_FIRST = re.compile(rf"(?:\d{{1,2}}\.\s)?(?:{_SITES}\s)?user\s(?=\S)|\d{{1,2}}\.\s", re.IGNORECASE)
ON_SITE = re.compile(rf"\son {_SITES}$", re.IGNORECASE)
#: "1. Ada Bell; 2. Omar Saidi": what stands between the pictures' numbers.
NUMBERED = re.compile(r"[;,|]\s+(?=\d{1,2}\.\s)")
#: "Harbour Radio: Ada Bell".
HOUSE_FIRST = re.compile(rf"(?<=\w):\s(?=[{CAPITALS}])")
QUOTES = re.compile(r"[«»„“”\"]")
#: "Image 1 of 3": which picture it is.
COUNTED = re.compile(r"(?:\b\d{1,3} (?:of|von|de|di|sur) |^\W*(?:image|photo|foto|bild) )\d{1,3}$", re.IGNORECASE)
#: The year of a right: "© 2018 Ada Bell".
YEAR_FIRST = re.compile(r"(?:19|20)\d\d,?\s+(?=[^\W\d_])")
#: Whose picture it is, behind what it shows; small words that names have.
IN_BRACKETS = re.compile(r"\s\((?P<name>[^()]{3,50})\)?$")
PARTICLES = frozenset(
    "de da do dos das del della di du des la le van von der den ter ten zu al el bin ibn and for via".split()
)


def _tells_thing(words: str) -> bool:
    """Whether words tell what a picture shows, or how many: a figure, a word for pictures, or one in small letters that
    is no particle of a name."""
    small = (word.islower() and word.isalpha() and word not in PARTICLES for word in words.split())
    return any(small) or words.strip().isdigit() or words.split()[-1:] == ["Image"]


def find_photo_credit(words: str, at: int, *, beside: bool = False) -> Iterator[FoundCredit]:
    """Whose picture it is, by a line in the credit zone. ``at`` is where ``words`` begin in the page's text. An
    agency's name alone is the picture's only ``beside`` a caption."""
    found = _behind_label(words, beside)
    cuts = NUMBERED.finditer(words, *found) if found else ()
    for part in without([found], [cut.span() for cut in cuts]) if found else ():
        start, end = _within_brackets(words, *_bare(words, *part))
        named = words[start:end]
        if named.casefold() in NO_NAMES or named.isdigit() or COUNTED.search(words, 0, end):
            continue
        taker, dash, house = QUOTES.sub("", named).partition(" - ")
        name = f"{taker}/{house}" if dash and find_outlet(house) else f"{taker}{dash}{house}"  # "Ada Bell - AP"
        name = HOUSE_FIRST.sub("/", name)
        yield FoundCredit(at + start, at + end, CreditRole.PHOTO, name, None, "the line names whose picture it is")


def _behind_label(words: str, beside: bool) -> Range | None:
    """What a line names behind its label, or between its brackets; all of it where it has neither; None of an outlet's
    name alone."""
    match = TAIL.match(words) or PHOTO.search(words)
    if match and (group := next((group for group, name in match.groupdict().items() if name), None)):
        return trimmed(words, *match.span(group))
    if (find_outlet(words) and not (beside or OF_PICTURES.match(words.strip()))) or not words.strip():
        return None
    return trimmed(words, len(words) - len(words.lstrip(" |–—-")), len(words))


def _bare(words: str, start: int, end: int) -> Range:
    """A name without a second label, a year, a rank, the kind of picture, or a bracket that stands alone."""
    for before in (LABEL_LEFT, YEAR_FIRST, USER_FIRST):
        if match := before.match(words, start, end):
            start = match.end()
    if rank := RANK.match(words[start:end]):
        start += rank.end()
    for behind in (KIND_LAST, ON_SITE):
        if match := behind.search(words, start, end):
            end = match.start()
    if words[start:end].endswith(".") and not ABBREVIATED.search(words[start:end]):
        end -= 1
    if "(" not in words[start:end]:
        return trimmed(words, start, end, also=")]")
    return (start, end) if ")" in words[start:end] else trimmed(words, start, end, also="([")


def _within_brackets(words: str, start: int, end: int) -> Range:
    """A name without its licence; the one in brackets behind what the picture shows."""
    if free := LICENCE_AFTER.search(words, start, end):  # "Ada Bell (CC BY 2.0)"
        return _bare(words, start, free.start())
    inner = IN_BRACKETS.search(words, start, end)
    outer = words[start : inner.start()] if inner else ""
    if inner and "/" not in outer and _tells_thing(outer):  # "The quay at noon (Ada Bell)", "1 (AFP/Ada Bell)"
        return inner.span("name")
    return start, end
