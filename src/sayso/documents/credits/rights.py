"""Notices of rights: licences, claims of copyright, offers to take a text down, and where they are at odds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents.credits.allrights import ALL_RIGHTS
from sayso.documents.credits.owners import find_owner
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.keyed import Keyed, one_of
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.outlets import find_outlet
from sayso.spans import without
from sayso.vocab import CreditRole, Zone

COPYRIGHT = re.compile(
    rf"^\W{{0,6}}(?:(?:{ALL_RIGHTS}|(?:this |the )?(?:article|text|story|content)|artikel|text)\W{{1,4}})?"
    r"(?:copyright\b|©|\(c\)\s)",
    re.IGNORECASE,
)
RESERVED = re.compile(
    r"rights reserved|riservat[ai]|réservés|vorbehalten|voorbehouden|(?:derechos|direitos) reservados|zastrzeżone"
    r"|förbehåll|forbehold|vyhrazen|saklıdır|защищены",
    re.I,
)
#: A claim that begins with its year, which those of pictures seldom do.
DATED = re.compile(r"^\W{0,6}(?:copyright\W{1,3})?(?:©\s*|\(c\)\s*)?(?:19|20)\d\d\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TAKEDOWN = Keyed(
    re.compile(
        r"\b(?:remov(?:e|ed|al)|tak(?:e|en|ing) (?:it |this |them |(?:the|this|any|your) \w+ )?(?:down|off)"
        r"|takedown|delet(?:e|ed|ion)|withdrawn?)\b",
        re.IGNORECASE,
    ),
    ("remov", "take", "taking", "delet", "withdraw"),
)
OFFER = re.compile(
    r"\b(?:if you|should you|want|(?:may|can) (?:ask|request)|please|contact|write|e-?mail|request|notify"
    r"|let (?:us|me) know|wish|on demand|asap|immediately)\b",
    re.IGNORECASE,
)
RIGHTS_IN = re.compile(
    r"\b(?:articles?|content|posts?|your works?|material|images?|photos?|pictures?|copyright|rights|blog|site"
    r"|texts?)\b",
    re.I,
)
CREATIVE = Keyed(
    re.compile(
        r"creative[- ]commons(?:\s+(?:attribution|zero|public domain)[\w\s./-]{0,60}?(?:licen[cs]e|\d\.\d)"
        r"|\s+(?:cc[ -])?by(?:(?:-(?:nc|nd|sa)){1,3}(?:[ -]\d\.\d)?|[ -]\d\.\d)\b)?"
        r"|\bcc[ -]by(?:[ -](?:nc|nd|sa))*(?:[ -]\d\.\d)?\b|\bcc0(?:\s\d\.\d)?\b",
        re.IGNORECASE,
    ),
    ("commons", "cc by", "cc-by", "cc0"),
)
OTHER_LICENCE = Keyed(
    re.compile(
        r"\b(?:open government licen[cs]e|gnu free documentation licen[cs]e|public domain|fair use|copyleft)\b",
        re.IGNORECASE,
    ),
    ("open government", "gnu free", "public domain", "fair use", "copyleft"),
)
LICENCE_KEYS = (*CREATIVE.keys, *OTHER_LICENCE.keys, *TAKEDOWN.keys)
_LICENCE_KEY = one_of(LICENCE_KEYS)
#: A licence named with what it asks.
VERSION = re.compile(r"\d\.\d")
ASKS = re.compile(r"\b(?:by|attribution|zero|0)\b|cc0", re.I)
#: Other licences are named in running text too: they count only beside words of rights.
LICENSING = re.compile(r"\b(?:licen[cs]\w*|republi\w+|reproduc\w+|reprint\w*|copyright\w*|notice|section 107)\b", re.I)
#: Longer paragraphs are about licences rather than granting one (words).
MOST_WORDS = 110

#: What parts the names of several holders.
CLAIMED_AGAIN = re.compile(
    r"[.;,|]\s+(?=(?:translation|foreword|introduction|text|illustrations?|photo(?:graph)?s?|pictures?|this edition)\s"
    r"(?:copyright\b|©|\(c\)))\w+(?:\sedition)?\s",
    re.IGNORECASE,
)
BETWEEN_OWNERS = re.compile(r"\s?/\s?|\s(?:and|&|und|et|y)\s(?:the\s)?", re.I)
#: What stands behind the name of a company.
COMPANY = re.compile(
    r"[\s,]{0,3}(?:(?:inc|llc|ltd|limited|gmbh|plc|corp|corporation|co|pty|ag|oy|ab|spa|srl|bv|s\.?[al]\.?)\b|(?:[A-Z]\.\s?(?:p\.)?){2,})",
    re.IGNORECASE,
)
#: How a copyright notice's place enters the detail of its credit.
BESIDE = "a copyright notice beside the article"
AT_EDGE = "a copyright notice at the page's edge"


def is_licence(words: str) -> bool:
    """Whether a line grants a licence, claims an exception, or offers to take the text down."""
    if not _LICENCE_KEY.search(words.lower()) or len(words.split()) > MOST_WORDS:
        return False
    if CREATIVE.search(words):
        return True
    return bool(OTHER_LICENCE.search(words) and LICENSING.search(words)) or is_takedown_offer(words)


def is_takedown_offer(words: str) -> bool:
    return bool(TAKEDOWN.search(words) and OFFER.search(words) and RIGHTS_IN.search(words) and _to_reader(words))


def _to_reader(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:you|your|yours|contact us|owners?|holders?|authors?)\b|^\W*(?:to (?:have|ask|request)|request)\b",
            words,
            re.IGNORECASE,
        )
    )


def copyright_owner(words: str) -> tuple[int, int] | None:
    """The range of the owner's name in a copyright line."""
    name = find_owner(words)
    start = words.find(name) if name else -1
    return (start, start + len(name)) if name and start >= 0 else None


def copyright_owners(words: str) -> list[tuple[int, int]]:
    """The ranges of the names in a copyright line: of both where two outlets hold it."""
    whole = copyright_owner(words)
    if not whole:
        return []
    start, end = whole
    if again := CLAIMED_AGAIN.search(words, end):  # "© 2016 by Ada Bell. Translation © 2016 by Lena Ost"
        at = again.end()
        return [*copyright_owners(words[:at]), *((s + at, e + at) for s, e in copyright_owners(words[at:]))]
    parts = without([whole], [match.span() for match in BETWEEN_OWNERS.finditer(words, start, end)])
    names = [words[slice(*part)] for part in parts]
    known = "/" in words[start:end] or any(map(find_outlet, names))  # "Harbour News and Views" is one
    apart = known and not find_outlet(words[start:end]) and all(map(sounds_like_outlet, names))
    return parts if apart else [whole]


def read_licence(text: str, ranges: Sequence[ZonedRange]) -> str | None:
    """The licence that a notice on the page names."""
    for start, end, zone in ranges:
        if zone is Zone.LICENCE:
            words = text[start:end]
            free = [match[0] for match in CREATIVE.pattern.finditer(words)] if CREATIVE.search(words) else []
            if free:  # "a Creative Commons license (CC BY-ND 4.0)"
                told = {name: (bool(ASKS.search(name)), bool(VERSION.search(name))) for name in free}
                return licence_name(max(told, key=lambda name: told[name]))
            if match := OTHER_LICENCE.search(words):
                return licence_name(match[0])
    return None


def licence_name(words: str) -> str:
    """A licence's usual name: ``creative commons`` → *Creative Commons*, ``cc-by-nc 4.0`` → *CC BY-NC 4.0*."""
    flat = " ".join(words.split())
    if re.match(r"cc[ -]?(?:by|0)", flat, re.IGNORECASE):
        return re.sub(r"^CC[ -]BY", "CC BY", re.sub(r"[ -](?=N|SA)", "-", flat.upper()))
    return flat.title() if flat.islower() or flat.isupper() else flat


def read_notices(
    text: str, ranges: Sequence[ZonedRange], found: Sequence[FoundCredit], publisher: str | None
) -> tuple[str, ...]:
    """What the page's notices of rights say that a reader must weigh, each as a sentence."""
    notices: list[str] = []
    licences = [text[start:end] for start, end, zone in ranges if zone is Zone.LICENCE]
    free = next((match[0] for words in licences if (match := CREATIVE.search(words))), None)
    if free:
        owners = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == BESIDE]
        notices += [
            f"The page claims a {licence_name(free)} licence, while a notice beside the article says © {name}."
            for name in dict.fromkeys(owners)
            if name != publisher
        ]
        agencies = [c.name for c in found if c.role is CreditRole.AGENCY and c.name != publisher]
        notices += [
            f"The page claims a {licence_name(free)} licence, while its text is from {name}."
            for name in dict.fromkeys(agencies)
        ]
    originals = list(dict.fromkeys(c.name for c in found if c.role is CreditRole.ORIGINAL))
    if len(originals) > 1:
        notices.append(f"The page names more than one original: {' and '.join(originals)}.")
    if any(is_takedown_offer(words) for words in licences):
        notices.append(
            "The page offers to take the article down on request, so it may have been published without permission."
        )
    return tuple(notices)
