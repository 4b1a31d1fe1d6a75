"""Who claims copyright in a line: the name behind the sign and the year, or before them."""

from __future__ import annotations

import re

from sayso.documents.credits.allrights import ALL_RIGHTS
from sayso.documents.credits.sites import COPYRIGHT_LINE, SEPARATOR, could_be_name, sounds_like_outlet
from sayso.outlets import find_outlet

#: What may stand behind the name.
OWNER_TAIL = re.compile(
    r"\son the [\w ]{2,30}\btheme$"
    r"|\s(?:is|ist|est|è|es|are|gehört|wird)\s.*$"
    r"|\s(?:tous (?:les )?droits|alle rechte|todos los derechos|tutti i diritti)\b.*$"
    r"|\s(?:未经|未經|保留|禁止|不得|转载|轉載).*$"
    r"|[\s,]*\b(?:or (?:by )?(?:its|other|their|the)|and (?:the )?(?:authors?|contributors|individual)"
    r"|all rights|inc|llc|ltd|limited|gmbh|plc|corp|corporation|co|s\.?a|b\.?v|pty|rights|reserved|powered"
    r"|terms|privacy|imprint|impressum|datenschutz|cookies?|disclaimer|disclosure|mentions)\b.*$",
    re.IGNORECASE,
)
#: What ends the name in a notice: no full stop behind an initial (``Thomas W. Malone``) or a saint.
OWNER_ENDS = re.compile(
    r"[|©•·(]|(?<!\b[A-Z])(?<!\bSt)(?<!\bDr)\.(?!\w)|\.(?!\w|\s[A-Z])|(?<![A-Za-z])\d|\d(?![A-Za-z])"
)
#: "Bennett, Coleman & Co." is one firm, "Ministerium für Bau, Verkehr und Umwelt" one body.
PARTNERS = re.compile(
    r"[^,]{0,40}(?:[Mm]inist(?:er|r|èr)\w*|Department|Senat\w*|Secretar\w+|Amt)"
    r" [^,&]{2,30}(?:, [^,]{2,30}){1,3} (?:und|and|et|y|e) \S+"
    r"|[^,&]{2,30}(?:, [^,&]{2,30}){1,3},? (?:&|and|und|et) (?:Co|Company|Sons|Partners|Cie|Söhne)\b"
)
#: "Harbour Gazette, 2022 © All Rights Reserved".
OWNER_AHEAD = re.compile(
    r"(?![Cc]opyright\b|COPYRIGHT\b)(?P<name>[^\W\d_a-zß-ÿ][^©|\d]{2,50}?),?\s(?:(?:19|20)\d\d\s)?©"
)
#: "© All rights reserved by X", "Todos os direitos reservados X ©": what is claimed, before whose it is.
CLAIM_FIRST = re.compile(
    rf"^\W*(?:{ALL_RIGHTS})"
    r"(?:\W+(?:by|de|an?|do|da|von|bei))?\W+(?:(?:19|20)\d\d\W+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
#: Whose the software or the look of a page is, and not the page: "Forum software by XenForo", "Theme by Bell Themes".
OF_LOOK = re.compile(r"\b(?:themes?|templates?|forum software)\b", re.IGNORECASE)
SOFTWARE = re.compile(r"\b(?:wordpress|xenforo|vbulletin|phpbb|joomla|drupal|typo3|woltlab)\b", re.IGNORECASE)
SIGN = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
#: "Copyright & Permissions".
MENU_ITEM = re.compile(r"\W*copyright\s(?:&|(?:and|policy|notice|info)\b)", re.IGNORECASE)
#: "L.P.", cut at its first full stop.
LETTER_LAST = re.compile(r"\s[A-Z]$")
#: "e. V.", cut at its first full stop.
SMALL_LAST = re.compile(r"\s[a-z]$")
#: "S.A.C." behind a name, which is a company's.
INITIALS = re.compile(r"(?<=\w)[ ,]{1,2}(?:[A-Z]\.){2,}(?=$|[\s,|(]{0,3}(?:$|\d|[Aa]ll rights))")


def find_owner(line: str) -> str | None:
    """The name in a copyright line, without years and what follows the name."""
    if SIGN.search(line):
        line = CLAIM_FIRST.sub("© ", line, count=1)
    match = COPYRIGHT_LINE.search(line[:300])
    if not (match or "©" in line) or MENU_ITEM.match(line):
        return None
    names = [
        SMALL_LAST.sub("", OWNER_TAIL.sub("", SEPARATOR.split(part)[0]).strip(" ,.;:-–—|&"))
        for part in (_owners(line[match.start("name") :]) if match else ())
    ]
    names = [LETTER_LAST.sub("", name) if find_outlet(LETTER_LAST.sub("", name)) else name for name in names]
    names = [name for name in names if _may_own(name)]
    if not names and (ahead := OWNER_AHEAD.match(line)):
        return ahead["name"].strip() if _may_own(ahead["name"]) else None
    return next((name for name in names if sounds_like_outlet(name)), names[0] if names else None)


def _may_own(name: str) -> bool:
    """Whether a page may be of whoever is called so: an outlet may write of software, and be called after it."""
    if not could_be_name(name) or OF_LOOK.search(name):
        return False
    return not SOFTWARE.search(name) or sounds_like_outlet(SOFTWARE.sub("", name).strip())


def _owners(words: str) -> list[str]:
    """The parts of what follows ©, up to a full stop or a year: ``A. Author, Outlet, 2016``."""
    flat = INITIALS.sub("", " ".join(words[:120].split()))
    part = OWNER_ENDS.split(flat)[0]
    firm = PARTNERS.match(part)
    return [firm[0]] if firm else part.split(", ")[:3]
