"""Whom a page's markup calls the author: people, and the outlets that stand beside or behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sayso.documents.credits.bylines import PERSON, is_nobody, is_person_line
from sayso.documents.credits.parts import offices
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.html.sitenames import agree
from sayso.documents.html.stated import LONGEST_VALUE, names_of
from sayso.outlets import canonical, find_outlet, same_outlet

#: Meta elements that name the author; some set *By* before the name.
AUTHOR_KEYS = ("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "article:author")
BY = re.compile(r"^(?:(?:written\s)?by|(?:von|par|por|di|door)(?=\s[A-ZÀ-Þ]\S+\s\S))\s+", re.IGNORECASE)
#: "Bell, Ada", as libraries write it.
TURNED = re.compile(r"([^\W\d_][^\s,]+), ([^\W\d_][^\s,]*(?: [^\W\d_]\.?)?)")
#: What parts a name from the outlet behind it.
BEHIND = re.compile(r"\s*[,|/•·]\s*|\s+[–—-]\s+|\s+(?:for|of|via)\s+(?:the\s)?")
#: What parts of a house are called: "Communications Team".
COLLECTIVE = re.compile(r"\b(?:team|desk|office|department|dept|newsroom|communications|bureau)$", re.IGNORECASE)
#: What the names of companies end with.
COMPANY = re.compile(
    r"\s(?:gmbh(?: & co\. ?kg)?|ltd|limited|inc|llc|plc|(?-i:AG|KG|B\.?V|S\.?A|S\.?L)|s\.?r\.?l|pty|corp)\.?$", re.I
)
#: A longer value is no byline (characters).
LONGEST = 200


class Authors(NamedTuple):
    """The byline that the markup states, if any, and the outlets that it names there, canonical where known."""

    byline: str | None
    outlets: tuple[str, ...]


def stated_authors(
    node: Mapping[str, Any], metas: Mapping[str, str], item: str | None, house: tuple[str | None, str | None]
) -> Authors:
    """The authors by JSON-LD, then by the meta elements, then by microdata's ``item``: the first of these that names
    somebody other than the ``house``, its publisher and its host, and whom a later one adds; the outlets of all."""
    publisher, host = house
    stated = [list(names_of(node.get("author"))), list(names_of(node.get("creator")))]
    stated += [[_turned(metas[key])] for key in AUTHOR_KEYS if key in metas]
    stated.append([item] if item else [])
    byline: str | None = None
    outlets: list[str] = []
    for names in stated:
        people = []
        for name in names:
            person, behind = _parted(BY.sub("", name))
            if _is_byline(person, publisher) and not (host and " " not in person and agree(person, host)):
                people.append(person)
            known = (
                outlet
                for outlet in behind
                if not any(same_outlet(outlet, own) or agree(outlet, own) for own in house if own)
            )
            outlets += [canonical(outlet) for outlet in known]
        joined = ", ".join(dict.fromkeys(people))
        if 0 < len(joined) <= LONGEST_VALUE and (not byline or _adds_people(byline, joined)):
            byline = joined
    return Authors(byline, tuple(dict.fromkeys(outlets)))


def _adds_people(byline: str, longer: str) -> bool:
    """Whether another byline has the same names and more behind them: ``Ada Bell, Omar Saidi``, not *Ada Bell,
    Editor*."""
    more = longer[len(byline) :].removeprefix(", ").split(", ") if longer.startswith(f"{byline}, ") else []
    return bool(more) and all(" " in name and is_person_line(name) and not offices().search(name) for name in more)


def _turned(name: str) -> str:
    """A name as people say it, where the family's comes first: *Bell, Ada*."""
    match = TURNED.fullmatch(name)
    return f"{match[2]} {match[1]}" if match and not find_outlet(match[2]) else name


def _parted(name: str) -> tuple[str, Sequence[str]]:
    """A name without the outlet behind it, and that outlet: ``Ada Bell, Harbour Gazette``."""
    if find_outlet(name) or len(name) > LONGEST:
        return name, ()
    parts = [part for part in BEHIND.split(name) if part]
    person, the, rest = name.partition(" The ")
    if len(parts) == 1 and the and PERSON.match(person) and sounds_like_outlet(f"The {rest}"):
        parts = [person, f"The {rest}"]  # no mark between, as some systems set them
    if len(parts) < 2 or not PERSON.match(parts[0]):
        return name, ()
    behind = [part for part in parts[1:] if find_outlet(part) or sounds_like_outlet(part)]
    people = [part for part in parts if part not in behind]
    return (", ".join(people), behind) if behind else (name, ())


def _is_byline(name: str, publisher: str | None) -> bool:
    """Whether a name is somebody's: not an address, not a login, not the publisher itself."""
    if not name or "://" in name or name.startswith("www.") or "@" in name or len(name) > LONGEST:
        return False
    nobody = is_nobody(name) or COLLECTIVE.search(name) or COMPANY.search(name)
    return not nobody and name.casefold() != (publisher or "").casefold()
