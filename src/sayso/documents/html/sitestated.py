"""Who publishes a site, as its markup says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.html.sitenames import HOSTS, agree, is_platform
from sayso.documents.html.stated import LONGEST_VALUE, name_of
from sayso.documents.zones.lines import key_of
from sayso.outlets import find_outlet, outlet_of_address, same_outlet

#: The name of a company that owns sites.
COMPANY = re.compile(
    r"\b(?:ltd|limited|inc|llc|gmbh|plc|corp|holdings?|group|ag|s\.?a\.?|b\.?v|pty|publishing|verlag)\b\.?", re.I
)
#: Meta elements that name the house at times.
OWN_META = ("publisher", "copyright", "author", "dc.creator", "dc.rights")
#: What microdata calls them.
ITEMS = frozenset({"publisher", "author", "sourceOrganization"})
#: So many items are looked at.
MOST_ITEMS = 30
#: So many elements around an author are asked whether they are a comment.
COMMENT_WITHIN = 6
ADDRESS = re.compile(r"https?://|www\.")


def stated_names(node: Mapping[str, Any], metas: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The outlet that JSON-LD calls the article's publisher, and how the meta elements name the site."""
    stated = (metas.get(key) for key in ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"))
    sites = [_of_address(name) for name in stated if name and not is_platform(name)]
    own = name_of(node.get("publisher"))
    if own and (ADDRESS.match(own) or is_platform(own)):
        own = None
    return own, [name for name in sites if name and len(name) <= LONGEST_VALUE]


def stated_publisher(
    node: Mapping[str, Any], metas: Mapping[str, str], url: str | None, shown: str | None = None
) -> tuple[str | None, str | None]:
    """Who publishes the site, and the outlet that JSON-LD calls the article's publisher where that is plainly another:
    an agency, an outlet with another address, or another name than the site has that its page shows (``shown``)."""
    own, sites = stated_names(node, metas)
    site = next(iter(sites), None)
    known = find_outlet(own) if own else None
    by_address = outlet_of_address(url)
    elsewhere = by_address is not None or (site is not None and find_outlet(site) is not None)
    away = known is not None and (known.kind == "agency" or elsewhere) and known != by_address
    if known and away and site and not same_outlet(known.name, site):
        return site, known.name
    owner = own is not None and bool(COMPANY.search(own))
    if own and shown and _are_apart(own, shown) and (site is None or not _are_apart(site, shown)):
        return site or shown, None if owner or not sounds_like_outlet(own) else own
    first, other = (site, own) if owner and own and site and not same_outlet(own, site) else (own, site)
    host = metas.get("og:site_name", "")
    return first or other or shown or (host if host.casefold() in HOSTS else None), None


def own_name(metas: Mapping[str, str], host: str | None) -> str | None:
    """Whom the meta elements call the author or the holder of rights, where the page's address is made of the name."""
    stated = (metas[key] for key in OWN_META if key in metas)
    return next((name for name in stated if host and len(name) <= LONGEST_VALUE and agree(name, host)), None)


def _are_apart(name: str, other: str) -> bool:
    """Whether two names are of two outlets: neither has the other's words, nor all its letters."""
    own, others = ({word for word in key_of(one).split() if word != "the"} for one in (name, other))
    if own <= others or others <= own or same_outlet(name, other):
        return False
    return "".join(key_of(name).split()) not in "".join(key_of(other).split())


def item_names(tree: Any) -> dict[str, str]:
    """The names in microdata by what they are (``publisher``, ``author``, ``sourceorganization``), the first of each:
    ``itemprop="publisher"`` around ``itemprop="name"``, or the words of the element itself."""
    found: dict[str, str] = {}
    items = (element for element in tree.iterfind(".//*[@itemprop]") if element.get("itemprop") in ITEMS)
    for element in islice(items, MOST_ITEMS):
        kind = element.get("itemprop").lower()
        if kind == "author" and _is_in_comment(element):
            continue
        inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        words = inner.get("content") or "".join(inner.itertext())
        if kind not in found and (name := " ".join(words[:LONGEST_VALUE].split())):
            found[kind] = name
    return found


def _is_in_comment(element: Any) -> bool:
    """Whether an element stands in a reader's comment."""
    around = islice(element.iterancestors(), COMMENT_WITHIN)
    return any("omment" in f"{e.get('itemprop')} {e.get('itemtype')} {e.get('class')}" for e in around)


def _of_address(name: str) -> str | None:
    """The outlet of an address that stands where a site's name should; a name as it is."""
    if not ADDRESS.match(name):
        return name
    outlet = outlet_of_address(name if "://" in name else f"https://{name}")
    return outlet.name if outlet else None
