"""Names of outlets and agencies: which ones are known, what they are called, and what the page calls its own site."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso import assets
from sayso.documents.lines import Line, key_of, phrase_kind, phrases, words_of_kind

#: What stands between a title and the name of its site.
SEPARATOR = re.compile(r"\s[-–—|·»]+\s")
SUFFIX = re.compile(r"^(?P<title>.+)\s[-–—|·»]+\s+(?P<name>[^|–—·»]{2,60})$")
PREFIX = re.compile(r"^(?P<name>[^|–—·»]{2,40}?)\s+[|–—·»:-]\s+\S")
COPYRIGHT_LINE = re.compile(
    r"(?:©|\(c\)|copyright)(?:\W+(?:copyright|©|\(c\)))?\W+"
    r"(?:(?:19|20)\d\d\s*(?:[-–—]\s*(?:(?:19|20)\d\d|present)?)?,?)?"
    r"\s*(?:by\s+)?(?P<name>[^.,|©•·\d(]{2,60})",
    re.IGNORECASE,
)
OWNER_TAIL = re.compile(
    r"[\s,]*\b(?:all rights|inc|llc|ltd|limited|gmbh|plc|corp|corporation|co|s\.?a|b\.?v|pty|rights|reserved|powered"
    r"|terms)\b.*$",
    re.IGNORECASE,
)
#: What an outlet's name may have or lack.
EDITION = re.compile(
    r"\s+(?:international|online|news|news agency|agency|english|world|network|media|group|tv|\w{2,3} edition)$"
    r"|\.\w{2,4}$"
)
DOMAIN = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.IGNORECASE)


class Outlet(NamedTuple):
    """A known outlet: its canonical name and whether it is an ``outlet`` or an ``agency``."""

    name: str
    kind: str


class Outlets(NamedTuple):
    by_name: dict[str, Outlet]
    by_domain: dict[str, Outlet]


@functools.cache
def known_outlets() -> Outlets:
    """``outlets.tsv`` by name and alias, and by domain; empty where it is not installed."""
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    rows = assets.rows("outlets.tsv") if "outlets.tsv" in assets.manifest() else ()
    for row in rows:
        outlet = Outlet(row["name"], row.get("kind", ""))
        for alias in [row["name"], *row.get("aliases", "").split("|")]:
            if alias.strip():
                by_name.setdefault(_name_key(alias), outlet)
        for domain in row.get("domains", "").split("|"):
            if domain.strip():
                by_domain.setdefault(domain.strip().lower().removeprefix("www."), outlet)
    return Outlets(by_name, by_domain)


def _name_key(name: str) -> str:
    key = key_of(name).removeprefix("www.")
    return key.removeprefix("the ")


def find_outlet(name: str) -> Outlet | None:
    """The known outlet or agency of that name, alias or domain."""
    known = known_outlets()
    key = _name_key(name)
    return known.by_name.get(key) or known.by_domain.get(key)


def canonical(name: str) -> str:
    """The name under which an outlet is known, or the name as it was found."""
    outlet = find_outlet(name)
    return outlet.name if outlet else " ".join(name.split()).strip(" ,;:|-–—")


def same_outlet(left: str, right: str) -> bool:
    """Whether two names are one outlet's: the same canonical name, or the same but for a word like *International*."""
    if canonical(left) == canonical(right):
        return True
    first, second = (EDITION.sub("", _name_key(name)).strip() for name in (left, right))
    return bool(first) and first == second


def sounds_like_outlet(name: str) -> bool:
    """Whether a name is a known outlet's, or is made as such names are: a word like *Gazette*, a domain, an acronym."""
    words = name.split()
    if not words or len(words) > 7:
        return False
    if find_outlet(name) or DOMAIN.match(name):
        return True
    if key_of(name) in phrases().whole:
        return False  # "World News": a section of any site
    if any(word.lower().strip(",.") in words_of_kind("outlet") for word in words):
        return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in words)
    return len(words) == 1 and 2 <= len(name) <= 6 and name.isupper() and name.isalpha()


def outlet_of_address(address: str | None) -> Outlet | None:
    """The known outlet whose domain a URL lies under."""
    try:
        host = (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    known = known_outlets().by_domain
    return next((known[d] for i in range(len(parts) - 1) if (d := ".".join(parts[i:])) in known), None)


def find_site_name(lines: Sequence[Line]) -> str | None:
    """What the page calls its own site, learnt from how it repeats it; None where it does not tell.

    In order: the tail of a title whose first part stands as a line of its own; a tail that several lines share; the
    tail or head of one of the first lines, or such a line as a whole, where it sounds like an outlet.
    """
    keys = {line.key for line in lines}
    tails: Counter[str] = Counter()
    for number, line in enumerate(lines):
        match = SUFFIX.search(line.text) if line.words <= 80 else None
        name = site_part(match) if match else ""
        if not match or not _could_be_name(name):
            continue
        if number < len(lines) - 1 and keys & title_keys(match["title"]):
            return _site_of_title(line.text, keys) or name
        tails[name] += 1
    shared = [name for name, count in tails.items() if count >= 3 or (count >= 2 and sounds_like_outlet(name))]
    if shared:
        return min(shared, key=lambda name: (-tails[name], name))
    for line in lines[:3]:
        for pattern in (SUFFIX, PREFIX):
            match = pattern.search(line.text) if line.words <= 40 else None
            if match and _could_be_name(match["name"]) and sounds_like_outlet(match["name"].strip()):
                return match["name"].strip()
    return next((line.text for line in lines[:2] if _names_site(line)), None)


def _names_site(line: Line) -> bool:
    """Whether one of a page's first lines is nothing but a name that sounds like an outlet's; a dash may stand before
    it, left by a title whose own words were lost."""
    alone = 2 <= line.words <= 5 and line.capitalised == 1.0 and not phrase_kind(line)
    return alone and sounds_like_outlet(line.text) and not line.ends_sentence


def _site_of_title(title: str, keys: set[str]) -> str | None:
    """Of a title's parts after the headline, the first that sounds like an outlet: ``Title - Outlet - Motto``."""
    parts = SEPARATOR.split(title)
    first = next((n for n, part in enumerate(parts[:-1]) if key_of(part) in keys), 0)
    return next((p.strip() for p in parts[first + 1 :] if _could_be_name(p) and sounds_like_outlet(p.strip())), None)


def site_part(match: re.Match[str]) -> str:
    """The site's name in a match of SUFFIX, without the size and date that picture descriptions add."""
    return str(match["name"]).split(",")[0].strip()


def title_keys(title: str) -> set[str]:
    """What the headline may be in a page's title without its last part: all of it, or what stands before a section."""
    return {key_of(title), key_of(SEPARATOR.split(title, maxsplit=1)[0])}


def find_owner(line: str) -> str | None:
    """The name in a copyright line, without years and what follows the name."""
    match = COPYRIGHT_LINE.search(line[:300])
    if not match:
        return None
    names = [OWNER_TAIL.sub("", part).strip(" ,.;:-–—|&") for part in _owners(line[match.start("name") :])]
    names = [name for name in names if _could_be_name(name)]
    return next((name for name in names if sounds_like_outlet(name)), names[0] if names else None)


def _owners(words: str) -> list[str]:
    """The parts of what follows ©, up to a full stop or a year: ``A. Author, Outlet, 2016``."""
    part = re.split(r"[.|©•·\d(]", " ".join(words[:120].split()))[0]
    return part.split(", ")[:3]


def _could_be_name(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 7 and any(c.isalpha() for c in name) and (name.strip()[0].isupper() or "." in name)
