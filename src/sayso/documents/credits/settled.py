"""What the credits of a page make of one another, and the page's other words of them: initials that another line has in
full, a source that the text only cites, a name that the byline has and the notice of rights vouches for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits import rights
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS
from sayso.documents.credits.provenance import SOURCES
from sayso.documents.credits.signed import WRITTEN_FOR
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.outlets import find_outlet, key, same_outlet
from sayso.vocab import CreditRole, Zone

#: The detail of a credit to whoever a line calls the original.
CALLED_ORIGINAL = "the line calls it the original"
#: The detail of a credit that the dateline names.
BY_DATELINE = "the dateline"
#: "O. C.", "A.B."; "dockside2", an account of the site's.
INITIALS_ALONE = re.compile(rf"(?:[{CAPITALS}]\.?\s?-?){{1,4}}|(?=\D*[a-z])[a-z\d][a-z\d_.-]*")
#: A station's name has so many words at most, and ends with a number or with one of these.
LONGEST_NAME = 4
STATION = frozenset({"News", "TV", "Radio", "Television"})
#: The detail of a guest's credit: whoever else the page says posted it did no more than that.
GUEST = "the line says whose guest's text it is"
BYLINE = "the byline"
#: "South Pacific correspondent" below a byline: what its author covers.
BEAT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} (?:correspondent|editor|reporter|writer|bureau chief|columnist)")
#: A label that may be of whom the text is from as well as of whom it cites.
SOURCE_LABEL = re.compile(
    r"\W{0,3}(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|källa|kilder?)\s?:\s*$", re.I
)
#: Before and after the name of whom a text cites.
CITED_BY = r"(?:according to|reported by|citing|laut|selon|d['’]après|según|secondo|segundo|volgens|enligt|ifølge)"
CITES = r"(?:said|says|reports?|reported|wrote|writes|found|revealed|noted|berichtete|meldete|rapporte|informó)"


def settled(text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit]) -> list[FoundCredit]:
    """The credits of a page as all of them together have it, in text order."""
    whole = [*found, *_vouched(text, ranges, found)]
    whole = [_in_full(credit, whole, text, ranges) for credit in whole]
    whole = [c for c in whole if c.role is not CreditRole.AUTHOR or not _is_beat(text, c, whole)]
    if any(c.detail == GUEST for c in whole):
        whole = [c for c in whole if c.role is not CreditRole.AUTHOR or c.detail != BYLINE]
    whole = _without_nearer(_without_initials(text, _without_partners(_without_sent(whole))))
    whole = _without_cited(text, ranges, whole)
    sources = {key(credit.name) for credit in whole if credit.role in SOURCES}
    whole = [c for c in whole if c.role is not CreditRole.AUTHOR or key(c.name) not in sources]
    return sorted({credit[:4]: credit for credit in reversed(whole)}.values())


def _is_beat(text: str, credit: FoundCredit, found: Sequence[FoundCredit]) -> bool:
    """Whether an author's name is what the author on the line above covers: ``South Pacific correspondent``."""
    begin = text.rfind("\n", 0, credit.start) + 1
    line = text[begin : text.find("\n", begin) if "\n" in text[begin:] else len(text)].strip()
    if begin < 2 or begins_with_given(credit.name) or not BEAT.fullmatch(line):
        return False
    above = text.rfind("\n", 0, begin - 1) + 1
    return any(c.role is CreditRole.AUTHOR and above <= c.start < begin for c in found)


def _without_sent(found: Sequence[FoundCredit]) -> list[FoundCredit]:
    """The credits without a source's that is the agency which a dateline names, where others had the text between:
    the agency is the farthest."""
    sent = {c.name for c in found if c.role is CreditRole.AGENCY}
    between = {c.name for c in found if c.role in SOURCES} - sent
    return [c for c in found if not (between and c.role is CreditRole.REPUBLISHED_FROM and c.name in sent)]


def _vouched(text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit]) -> Iterator[FoundCredit]:
    """The name of an unknown kind that holds the rights in a notice beside the article and stands in the byline with
    whoever signs: the text is from there."""
    if any(credit.role in SOURCES for credit in found):
        return
    held = {c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == rights.BESIDE}
    if all(c.name in held for c in found if c.role is CreditRole.AUTHOR):
        return  # a person's own, of whatever name
    for name in sorted(name for name in held if " " in name and not begins_with_given(name)):
        for start, end, zone in ranges:
            at = text.find(name, start, end) if zone is Zone.BYLINE else -1
            if at >= 0:
                detail = "the byline and the notice of rights have the name"
                yield FoundCredit(at, at + len(name), CreditRole.ORIGINAL, name, None, detail)
                return


def _without_cited(text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit]) -> list[FoundCredit]:
    """The credits without the one name behind a label such as *Source* below a text that somebody signs and that cites
    this name for what it tells: ``According to X …``, ``X said …``."""
    authors = any(c.role is CreditRole.AUTHOR for c in found)
    bodies = [r for r in ranges if r.zone is Zone.BODY]
    below = [c for c in found if c.role in SOURCES and bodies and c.start > bodies[-1].end] if authors else []
    cited = set()
    for credit in below:
        line = text[text.rfind("\n", 0, credit.start) + 1 : credit.start]
        lone = {c.name for c in found if c.role in SOURCES} == {credit.name}
        if lone and SOURCE_LABEL.fullmatch(line) and _cites(text, bodies, text[credit.start : credit.end]):
            cited.add(credit)
    return [c for c in found if c not in cited]


def _cites(text: str, bodies: Sequence[ZonedRange], name: str) -> bool:
    """Whether the paragraphs name somebody as their source."""
    said = re.compile(rf"\b{CITED_BY}\s(?:the\s)?{re.escape(name)}\b|\b{re.escape(name)}\s{CITES}\b", re.I)
    return any(name in text[r.start : r.end] and said.search(text, r.start, r.end) for r in bodies)


def _in_full(credit: FoundCredit, found: Sequence[FoundCredit], text: str, ranges: Sequence[ZonedRange]) -> FoundCredit:
    """An agency or a station that a dateline names by its letters, under the name that another line has for it."""
    if credit.role is not CreditRole.AGENCY or not credit.name.isupper() or find_outlet(credit.name):
        return credit
    long = (other.name for other in found if other.name != credit.name and same_outlet(other.name, credit.name))
    alone = (text[r.start : r.end] for r in ranges if r.zone in (Zone.FURNITURE, Zone.CREDIT) and r.end - r.start <= 40)
    called = (words for words in alone if words.startswith(f"{credit.name} ") and _is_name(words))
    return credit._replace(name=next(long, None) or next(called, credit.name))


def _is_name(words: str) -> bool:
    """Whether a line is a few words with capitals, of which the last is a number or a word for a station."""
    parts = words.split()
    called = len(parts) <= LONGEST_NAME and all(part[:1].isupper() and part.isalnum() for part in parts[:-1])
    return called and (parts[-1].isdigit() or parts[-1] in STATION)


def _without_partners(found: list[FoundCredit]) -> list[FoundCredit]:
    """The credits without the other outlets of a byline (``Ada Bell, Harbour Gazette, and Omar Saidi, Inland Eye``) of
    which a notice calls one the original: these did the work together."""
    named = {key(c.name) for c in found if c.role is CreditRole.ORIGINAL and c.detail == CALLED_ORIGINAL}
    signed = [c for c in found if c.role is CreditRole.ORIGINAL and c.detail == WRITTEN_FOR]
    if not any(key(c.name) in named for c in signed):
        return found
    return [c for c in found if c not in signed or key(c.name) in named]


def _without_initials(text: str, found: list[FoundCredit]) -> list[FoundCredit]:
    """The credits without an author's initials (``O. C.``), account or, on a line that says who *posted* the text, lone
    given name where another line signs in full, or says whose the text is that was posted."""
    brief = [c for c in found if c.role is CreditRole.AUTHOR and _is_brief(text, c)]
    full = any(c.role in SOURCES or (c.role is CreditRole.AUTHOR and c not in brief) for c in found)
    return [c for c in found if not (full and c in brief)]


def _is_brief(text: str, credit: FoundCredit) -> bool:
    """Whether an author's name is initials or an account, or a single word on a line that says who posted a text."""
    line = text[text.rfind("\n", 0, credit.start) + 1 : credit.start].lower()
    return bool(INITIALS_ALONE.fullmatch(credit.name)) or (" " not in credit.name and line.startswith("posted"))


def _without_nearer(found: Sequence[FoundCredit]) -> list[FoundCredit]:
    """Without the outlets of bylines that a notice says had the text from another, which are no original; and without
    the notice's word for one that is the original or the dateline's agency, where it names another besides."""
    taken = {credit.name for credit in found if credit.role is CreditRole.REPUBLISHED_FROM}
    far = {credit.name for credit in found if credit.role is CreditRole.ORIGINAL} - taken
    kept = [c for c in found if not (far and c.role is CreditRole.ORIGINAL and c.name in taken)]
    first = {c.name for c in kept if c.role is CreditRole.ORIGINAL or c.detail == BY_DATELINE}
    if taken <= first:
        return kept
    return [c for c in kept if not (c.role is CreditRole.REPUBLISHED_FROM and c.name in first and not c.date)]
