"""What a web page's markup says of the article: JSON-LD, meta and link elements, dates.

The only importer of htmldate.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Any, NamedTuple

from sayso.documents.dates.words import iso_day
from sayso.documents.html.authors import stated_authors
from sayso.documents.html.sitenames import host_of, in_words
from sayso.documents.html.sitestated import item_names, own_name, stated_names, stated_publisher
from sayso.documents.html.stamps import stamped_day
from sayso.documents.html.stated import LONGEST_VALUE, as_list, name_of, resolved, source_logos, stated_origins
from sayso.documents.html.titles import home_names, names_platform, read_title, site_alone, top_pictures
from sayso.documents.page import Metadata
from sayso.documents.zones.lines import key_of
from sayso.documents.zones.phrases import phrases

ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlog|Reportage|OpinionNews|AnalysisNews|BackgroundNews|Report)")

#: JSON-LD beyond these is not read: bytes of one script, values in one page.
LARGEST_SCRIPT = 2_000_000
MOST_VALUES = 20_000

#: Of the links to the front page so many are asked for the site's name.
MOST_HOME = 4

#: The latest day that htmldate may find. Not today: the same page must give the same date on any day.
LATEST = "2100-12-31"

META_TITLES = ("og:title", "twitter:title")
META_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "og:article:published_time", "release_date",
)  # fmt: skip
OF_TIME = "time element"
ADDRESS_DAY = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-])")
COMMONS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z+-]{2,12})(?:/(\d\.\d))?", re.IGNORECASE)
SITE_SUFFIX = re.compile(r"^(.{15,}?)\s+(?:[|·•»«]|[-–—]{1,2})\s+([^|·•»«]{2,60})$", re.DOTALL)


class Markup(NamedTuple):
    """What was read: the metadata, and the article's text where JSON-LD holds it (may be empty)."""

    metadata: Metadata
    article_text: str


def read_metadata(tree: Any, url: str | None) -> Markup:
    """What the page says of itself; ``detail`` names the element that states the date.

    ``url`` is where the page was published, if that is known.
    """
    scripts, links, named = _elements(tree)
    node, metas, page_title = _article(list(_nodes(scripts))), _metas(named), _page_title(tree)
    canonical = _canonical(links)
    host = host_of(canonical or url)
    shown = home_names(tree, host)
    title = _title(page_title, (*shown, *top_pictures(tree)), node, metas, canonical or url)
    publisher, holder = stated_publisher(node, metas, url, title.site if title.known else None)
    items = item_names(tree)
    publisher = publisher or items.get("publisher") or own_name(metas, host)
    publisher = in_words(publisher, (*shown, title.site) if title.site else shown)
    authors = stated_authors(node, metas, items.get("author"), (publisher, host))
    published, where = find_published(tree, url, node, metas)
    article_text = node.get("articleBody")
    site_names = [name for name in (publisher, title.known and title.site, host) if name]
    origins = stated_origins(node, metas, site_names, items.get("sourceorganization"))
    return Markup(
        Metadata(
            title=_first(name_of(node.get("headline")), *map(metas.get, META_TITLES), title.headline),
            byline=authors.byline,
            publisher=publisher,
            published=published if where else None,
            likely=published,
            url=_first(canonical, _web_address(metas.get("og:url"))),
            licence=_first(_licence(links), licence_name(node.get("license"))),
            language=_language(tree, node),
            notes=tuple(_notes(node, {url, canonical, metas.get("og:url"), publisher})),
            detail=where,
            holder=holder,
            site=title.site,
            page_title=None if names_platform(page_title) else page_title,
            home=shown[:MOST_HOME],
            origins=tuple(dict.fromkeys((*origins, *authors.outlets, *source_logos(tree, publisher)))),
        ),
        article_text if isinstance(article_text, str) else "",
    )


def _language(tree: Any, node: Mapping[str, Any]) -> str | None:
    """The language that the page says it is in, without a region: ``en`` of ``en-GB``."""
    stated = _first(tree.get("lang"), name_of(node.get("inLanguage")))
    return stated.split("-")[0].split("_")[0].lower() if stated else None


class _Title(NamedTuple):
    """What the title says: the headline, the site if any, and whether the page names its site so elsewhere, too."""

    headline: str
    site: str | None
    known: bool


def _title(
    words: str, shown: Sequence[str], node: dict[str, Any], metas: dict[str, str], address: str | None
) -> _Title:
    """The title of the page in its parts: by the names that the page has for its site, else by where a site's name
    mostly stands."""
    own, sites = stated_names(node, metas)
    stated = [name for name in (*sites, own, metas.get("og:site_name"), host_of(address)) if name]
    if found := read_title(words, [*stated, *shown]):
        return _Title(*found, known=found.site is not None)
    if alone := site_alone(words, [*stated, *shown]):
        return _Title(words, alone, known=True)
    split = SITE_SUFFIX.match(words)
    site = split[2].strip() if split and key_of(split[2]) not in phrases().whole else None
    return _Title(split[1] if split else words, site, known=False)


def _first(*choices: str | None) -> str | None:
    """The first value that there is and that is not too long to be one."""
    return next((value for value in choices if value and len(value) <= LONGEST_VALUE), None)


def find_published(tree: Any, url: str | None, node: dict[str, Any], metas: dict[str, str]) -> tuple[str | None, str]:
    """The day of publication as an ISO date, and which element says so; "" where it is only some date near the top."""
    import htmldate

    try:
        found = htmldate.find_date(
            tree, url=url, original_date=True, extensive_search=False, max_date=LATEST, deferred_url_extractor=True
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        found = None  # hostile dates: out of range, or in digits that are not ASCII
    day = _day(found)
    where = _where(day, tree, node, metas) if day else ""
    if (not where or where == OF_TIME) and (stamped := stamped_day(tree, name_of(node.get("datePublished")))):
        day, where = stamped
    if not day:
        return None, ""
    local = _day_of_address(url)
    if local and abs((date.fromisoformat(local) - date.fromisoformat(day)).days) <= 1:
        # A time stamp in UTC may fall on the day after (or before) the outlet's own.
        return local, where if local == day and where else "the page's address"
    # A bare year, as in a copyright line, reads as its first day.
    return (None, "") if not where and day.endswith("-01-01") else (day, where)


def _where(day: str, tree: Any, node: dict[str, Any], metas: dict[str, str]) -> str:
    """The element that states the day; empty if none does."""
    if _day(name_of(node.get("datePublished"))) == day:
        return "JSON-LD datePublished"
    for key in META_DATES:
        if _day(metas.get(key)) == day:
            return f"meta element {key}"
    return OF_TIME if any(_day(element.get("datetime")) == day for element in tree.iter("time")) else ""


def _day_of_address(url: str | None) -> str | None:
    """The day in an address like ``/2024/05/15/`` or ``/2024-05-15-``."""
    match = ADDRESS_DAY.search(url[:LONGEST_VALUE]) if url else None
    return _day("-".join(match.groups())) if match else None


def _article(nodes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The JSON-LD node that describes the article, its references resolved; empty if there is none."""
    best: dict[str, Any] = {}
    for node in nodes:
        kinds = [kind for kind in as_list(node.get("@type")) if isinstance(kind, str)]
        if any(ARTICLE.search(kind[:80]) for kind in kinds) and len(node) > len(best):
            best = node
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and "name" in node}
    return {key: resolved(value, by_id) for key, value in best.items()}


def _elements(tree: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """The scripts, the links (``link`` and ``a``) and the meta elements of a page, found in one look over its tree."""
    scripts: list[Any] = []
    links: list[Any] = []
    metas: list[Any] = []
    kinds = {"script": scripts, "link": links, "a": links, "meta": metas}
    for element in tree.iter(*kinds):
        kinds[element.tag].append(element)
    return scripts, links, metas


def _nodes(scripts: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, outer ones first."""
    budget = MOST_VALUES
    for script in scripts:
        if "ld+json" not in script.get("type", "").lower() or not script.text or len(script.text) > LARGEST_SCRIPT:
            continue
        try:
            pending: list[Any] = [json.loads(script.text.strip().removesuffix(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending and budget > 0:
            budget -= 1
            value = pending.pop(0)
            if isinstance(value, dict):
                yield value
                pending += [v for v in value.values() if isinstance(v, dict | list)]
            elif isinstance(value, list):
                pending += [v for v in value[:budget] if isinstance(v, dict | list)]


def _metas(elements: Sequence[Any]) -> dict[str, str]:
    """The content of the meta elements by lower-case name or property; the first of each."""
    out: dict[str, str] = {}
    for element in elements:
        content = " ".join(element.get("content", "")[: 2 * LONGEST_VALUE].split())
        for key in ("property", "name", "itemprop"):
            name = element.get(key, "")[:80].strip().lower()
            if name and content:
                out.setdefault(name, content)
    return out


def _page_title(tree: Any) -> str:
    """What the title in the head says; a picture may have a title too."""
    element = tree.find("head/title")
    words = [] if element is None else [text[:LONGEST_VALUE] for text in element.itertext()]
    return " ".join("".join(words).split())[:LONGEST_VALUE]


def _day(value: str | None) -> str | None:
    """The day that a value begins with, as an ISO date."""
    day = iso_day(value)
    return day.isoformat() if day else None


def _web_address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://[^\s/]+\.[^\s/]+", value) else None


def _canonical(links: Sequence[Any]) -> str | None:
    for element in links:
        stated = element.tag == "link" and element.get("rel", "").lower() == "canonical"
        if stated and (found := _web_address(element.get("href", "").strip())):
            return found
    return None


def _licence(links: Sequence[Any]) -> str | None:
    """What a link with ``rel=license`` names; one under a picture is the picture's licence, not the page's."""
    for element in links:
        if "license" not in element.get("rel", "").lower().split():
            continue
        if any(parent.tag in ("figure", "figcaption") for parent in element.iterancestors()):
            continue
        shown = " ".join("".join(element.itertext()).split())
        if name := licence_name(element.get("href")) or shown[:LONGEST_VALUE]:
            return name
    return None


def licence_name(value: Any) -> str | None:
    """What a licence's address says it is (``Creative Commons BY-SA 4.0``); the address itself if it is another."""
    address = value.get("url") or value.get("name") if isinstance(value, dict) else value
    if not isinstance(address, str) or not address.strip():
        return None
    commons = COMMONS.search(address[:LONGEST_VALUE])
    if not commons:
        return _web_address(address.strip()[:LONGEST_VALUE])
    code = {"zero": "CC0", "mark": "Public Domain Mark"}.get(commons[1].lower(), commons[1].upper())
    return " ".join(part for part in ("Creative Commons", code, commons[2]) if part)


def _notes(node: dict[str, Any], own: Set[str | None]) -> Iterator[str]:
    """What the markup says of where the article is from; not that it is from its ``own`` address, or from another part
    of the markup (``#publisher``)."""
    for key, words in (("isBasedOn", "is based on"), ("sourceOrganization", "comes from")):
        for item in as_list(node.get(key))[:3]:
            name = item.get("name") or item.get("url") or item.get("@id") if isinstance(item, dict) else item
            if isinstance(name, str) and name.strip() and "#" not in name and name.strip() not in own:
                yield f"The page's markup says that the article {words} {name.strip()[:LONGEST_VALUE]}."
