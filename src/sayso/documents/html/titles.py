"""What a page shows of its site's name: on the links to its front page and its logo, and around the headline in its
title."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sayso.documents.dates.labels import is_date_line
from sayso.documents.html.sitenames import DOMAIN, FORM, agree, host_of, is_platform
from sayso.documents.keyed import Keyed
from sayso.documents.zones.lines import key_of
from sayso.documents.zones.phrases import phrases
from sayso.outlets import find_outlet

#: What parts a title.
SEPARATOR = re.compile(r"\s+(?:[|·•»«›:~]|[-–—]{1,2}|::)\s+|(?<=\w):\s+")
#: "by Ada Bell" behind a headline.
SIGNED = re.compile(r"by\s+\S", re.IGNORECASE)
FIGURES = re.compile(r"[\d\s./-]+")
#: The front page, as links name it.
HOME = re.compile(r"(?:https?://[^/]+|\.)?/?(?:(?:index|default|home)\.\w{3,5})?", re.IGNORECASE)
LOGO = Keyed(
    re.compile(r"logo|masthead|nameplate|site-?(?:title|name)|brand", re.IGNORECASE),
    ("logo", "masthead", "nameplate", "site", "brand"),
)
#: What the head of a page is called, and that of an article.
HEAD = re.compile(r"header[-_]inner|header section|site[-_]?header|masthead|branding|entete")
OF_ARTICLE = re.compile(r"article|entry|post|story|content|main")
#: What pictures of logos are called beside the name.
BESIDE_NAME = re.compile(
    r"^welcome to (?:the )?|^(?:zurück )?(?:zur )?startseite\b\W*"
    r"|^(?:back to )?(?:the )?(?:home ?page(?: of)?|home|logo(?: of)?)\b\W*"
    r"|\W*\b(?:home ?page|home|logo)$",
    re.IGNORECASE,
)
#: A logo's picture and the words beside it.
DOUBLED = re.compile(r"^(.{3,40})\s?\1$", re.IGNORECASE)
#: So many links and pictures are looked at; names are no longer than this (words, characters).
MOST_LINKS, MOST_WORDS, LONGEST = 60, 7, 80
TOP_PICTURES = 3
#: Of a page without an address so many links are asked for its host, and at least so many have to have it.
MOST_ASKED, FEWEST_LINKS = 200, 5


class Title(NamedTuple):
    """A page's title without what it says of the site, and the site's name; None where it does not tell."""

    headline: str
    site: str | None


def read_title(title: str, known: Sequence[str]) -> Title | None:
    """The two parts of a title, where one of its first or last parts is one of the names by which the page is ``known``
    to call its site, or its address; None where none is."""
    parts = list(_parts(title))
    if len(parts) < 2:
        return None
    names = [part for _, _, part in parts]
    sites = [n for n in (len(parts) - 1, 0, len(parts) - 2) if n >= 0 and any(agree(names[n], one) for one in known)]
    if not sites:
        return None
    site = names[sites[0]]
    if len(set(sites)) == len(parts):
        sites = sites[:1]  # a picture is called as the headline is
    kept = [n for n in range(len(parts)) if n not in sites and not _is_beside(names[n])]
    if is_platform(site) and len(kept) > 1:
        site = names[kept.pop()]
    if not kept:
        return None
    last = next((n for n in kept if n + 1 not in kept), kept[-1])
    named = next((one for one in known if agree(site, one)), site)
    if is_platform(site):
        return Title(title[parts[kept[0]][0] : parts[last][1]], None)
    return Title(title[parts[kept[0]][0] : parts[last][1]], named if DOMAIN.fullmatch(site) else site)


def site_alone(title: str, known: Sequence[str]) -> str | None:
    """The site's name in a title that has nothing else but the names of sections: ``Inland Eye: World``."""
    parts = [part for _, _, part in _parts(title)]
    sites = [part for part in parts if not is_platform(part) and any(agree(part, one) for one in known)]
    rest = [part for part in parts if part not in sites]
    return sites[0] if sites and rest and all(map(_is_beside, rest)) else None


def home_names(tree: Any, host: str | None = None) -> tuple[str, ...]:
    """How a page's links to its front page, its logos and the element of the site's title name the site, from its top;
    without doubles. ``host`` is the page's own, where that is known: the front pages of others are not its."""
    found: dict[str, None] = {}
    host = host or _usual_host(tree)
    for element in islice(tree.iter("a", "img", "h1", "p", "div", "span"), 4 * MOST_LINKS):
        for words in _named(element, host):
            name = DOUBLED.sub(r"\1", BESIDE_NAME.sub("", " ".join(words[: 2 * LONGEST].split())))
            if _could_name(name):
                found.setdefault(name)
    return tuple(found)


def _usual_host(tree: Any) -> str | None:
    """The host that most of a page's whole addresses have; None where there are few."""
    hosts = Counter(host_of(a.get("href")) for a in islice(tree.iter("a"), MOST_ASKED) if "://" in a.get("href", ""))
    host, count = next(iter(hosts.most_common(1)), (None, 0))
    return host if count >= FEWEST_LINKS and 2 * count > hosts.total() else None


def top_pictures(tree: Any) -> Iterator[str]:
    """What the first pictures of a page are called, of which one is mostly its masthead; only a name that the page's
    title has, too, says so."""
    for image in islice(tree.iter("img"), TOP_PICTURES):
        if name := " ".join(BESIDE_NAME.sub("", image.get("alt", "")[: 2 * LONGEST]).split()):
            yield name


def names_platform(title: str) -> bool:
    """Whether a part of a title is a platform's name: its site has none of its own there."""
    return any(is_platform(part) for _, _, part in _parts(title))


def _named(element: Any, host: str | None) -> Iterator[str]:
    """What an element says that leads to the front page or is called a logo: its words, or those of its picture."""
    if element.tag == "a":
        href = element.get("href", "x").strip()
        leads_home = HOME.fullmatch(href) or "home" in element.get("rel", "").lower().split()
        if leads_home and not (host and host_of(href) not in (None, host)):
            yield "".join(islice(element.itertext(), 4))
            yield from (image.get("alt", "") for image in islice(element.iter("img"), 2))
            yield element.get("title", "")
        return
    if element.tag == "h1" and _is_of_site(element):
        yield "".join(islice(element.itertext(), 4))
    called = f"{element.get('class', '')} {element.get('id', '')} {element.get('src', '')}"
    if len(called) > 2 and LOGO.search(called[-300:]):
        yield element.get("alt", "") if element.tag == "img" else "".join(islice(element.itertext(), 4))


def _is_of_site(heading: Any) -> bool:
    """Whether a heading stands in the head of the page, not in that of an article."""
    around = [
        f"{e.tag} {e.get('class', '')} {e.get('id', '')}"[:200].lower() for e in islice(heading.iterancestors(), 2)
    ]
    return any(map(HEAD.search, around)) and not any(map(OF_ARTICLE.search, around))


def _parts(title: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a title with where they stand in it."""
    at = 0
    for mark in (*SEPARATOR.finditer(title), None):
        end = mark.start() if mark else len(title)
        if part := title[at:end].strip():
            yield at, end, part
        at = mark.end() if mark else end


def _is_beside(part: str) -> bool:
    """Whether a part of a title is a section's name, a day, a platform's name or the author's."""
    return (
        key_of(part) in phrases().whole
        or is_platform(part)
        or is_date_line(part)
        or bool(SIGNED.match(part) or FIGURES.fullmatch(part) or DOMAIN.fullmatch(part))
    )


@functools.lru_cache(maxsize=1024)
def _could_name(name: str) -> bool:
    """Whether words may be a site's name: few, with a capital, no words of any menu."""
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or len(name) > LONGEST or not any(c.isupper() or c.isdigit() for c in name):
        return False
    if find_outlet(name):
        return True
    return not (
        is_platform(name) or key_of(name) in phrases().whole or FORM.sub("", name).endswith((".", "?", "!", ":"))
    )
