"""Who publishes a site, as its markup says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso.documents.html.stated import LONGEST_VALUE, SPACE, name_of
from sayso.outlets import find_outlet, outlet_of_address, same_outlet

#: The name of a company that owns sites.
COMPANY = re.compile(
    r"\b(?:ltd|limited|inc|llc|gmbh|plc|corp|holdings?|group|ag|s\.?a\.?|b\.?v|pty|publishing|verlag)\b\.?", re.I
)
#: What sites are made with.
PLATFORMS = frozenset({"blogger", "blogger.com", "blogspot", "blogspot.com", "wordpress", "wordpress.com", "tumblr"})
ADDRESS = re.compile(r"https?://|www\.")


def stated_publisher(
    node: Mapping[str, Any], metas: Mapping[str, str], url: str | None
) -> tuple[str | None, str | None]:
    """Who publishes the site, and the outlet that JSON-LD calls the article's publisher where that is plainly another:
    an agency, or an outlet with another address."""
    stated = (metas.get(key) for key in ("og:site_name", "dc.publisher", "application-name"))
    sites = [_of_address(name) for name in stated if name and name.casefold() not in PLATFORMS]
    own = name_of(node.get("publisher"))
    if own and (ADDRESS.match(own) or own.casefold() in PLATFORMS):
        own = None
    site = next((name for name in sites if name and len(name) <= LONGEST_VALUE), None)
    known = find_outlet(own) if own else None
    by_address = outlet_of_address(url)
    elsewhere = by_address is not None or (site is not None and find_outlet(site) is not None)
    away = known is not None and (known.kind == "agency" or elsewhere) and known != by_address
    if known and away and site and not same_outlet(known.name, site):
        return site, known.name
    owner = own is not None and site is not None and bool(COMPANY.search(own)) and not same_outlet(own, site)
    first, other = (site, own) if owner else (own, site)
    return first or other, None


def item_publisher(tree: Any) -> str | None:
    """The publisher's name in microdata: ``itemprop="publisher"`` around ``itemprop="name"``."""
    for element in tree.iter("span", "div", "meta", "section", "p"):
        if element.get("itemprop") == "publisher":
            inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
            words = inner.get("content") or "".join(inner.itertext())
            return SPACE.sub(" ", words[:LONGEST_VALUE]).strip() or None
    return None


def _of_address(name: str) -> str | None:
    """The outlet of an address that stands where a site's name should; a name as it is."""
    if not ADDRESS.match(name):
        return name
    outlet = outlet_of_address(name if "://" in name else f"https://{name}")
    return outlet.name if outlet else None
