"""From whom a page's markup says that its article is: the properties of JSON-LD and the meta elements that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import Any

from sayso.documents.html.sitenames import agree, host_of
from sayso.outlets import canonical, find_outlet, outlet_of_address, same_outlet

#: Properties of an article whose value is whoever had it first, or made it.
HOLDERS = ("copyrightHolder", "sourceOrganization", "provider", "contributor", "maintainer")
#: Properties whose value is the work that the article was made of.
WORKS = ("isBasedOn", "isBasedOnUrl", "translationOfWork", "exampleOfWork")
#: Meta elements that name an address or an outlet.
META = ("original-source", "syndication-source", "dcterms.source", "dc.source", "article:source", "cxenseparse:source")
#: Meta elements that hold an outlet's name at times.
MAYBE = ("source", "news_source", "copyright", "dc.rights", "dcterms.rightsholder", "article:publisher_name")
#: What the elements around the logo of a page's source are called; so many pictures are looked at.
LOGO = re.compile(r"(?:agenc(?:y|ies)|agence|agentur|source|provider|partner|wire|syndicat)[\w/-]*")
MOST_PICTURES = 60
#: What stands behind the name of a source: the issue, the day.
ISSUE = re.compile(
    r",\s+(?=\d|[^\W\d_]+\.? \d|vol\b|no\b|nr\b)|\s\((?=[^()]*\d)|\s(?=(?:19|20)\d\d\s\d)", re.IGNORECASE
)
#: A longer value is no name (characters).
LONGEST_VALUE = 600
#: So many values are looked at for names.
MOST_NAMES = 20
#: A reference leads to another at most this often.
DEEPEST = 3


def resolved(value: Any, by_id: Mapping[str, dict[str, Any]]) -> Any:
    """A value of the page's JSON-LD with references (``{"@id": …}``) to other objects replaced by these."""
    if isinstance(value, list):
        return [resolved(item, by_id) for item in value[:20]]
    for _ in range(DEEPEST):
        if not isinstance(value, dict) or "name" in value or not isinstance(value.get("@id"), str):
            break
        value = by_id.get(value["@id"], {key: held for key, held in value.items() if key != "@id"})
    return value


def stated_origins(
    node: Mapping[str, Any], metas: Mapping[str, str], site: Sequence[str], item: str | None = None
) -> tuple[str, ...]:
    """The outlets, other than the page's own ``site`` (its names and its host), that the markup says the article is
    from, canonical where they are known: by its JSON-LD object, whose references are resolved, by microdata's ``item``,
    then by its meta elements."""
    owner = name_of(node.get("publisher"))
    names = [*_holders(node), *_works(node), item, *(_named(metas[key]) for key in META if key in metas)]
    names += [metas[key] for key in MAYBE if key in metas and find_outlet(metas[key])]
    own = [*site, *([owner] if owner else [])]
    found: list[str] = []
    for name in names:
        if name and not any(same_outlet(name, other) or agree(name, other) for other in (*own, *found)):
            found.append(canonical(name))
    return tuple(found)


def source_logos(tree: Any, publisher: str | None) -> tuple[str, ...]:
    """The agencies, other than the publisher, whose logo the page shows as that of its source: a picture in an element
    that is called so, with the agency's name for those who do not see it."""
    found = []
    for image in islice(tree.iter("img"), MOST_PICTURES):
        outlet = find_outlet(image.get("alt", "")[:60])
        if outlet is None or (publisher and same_outlet(outlet.name, publisher)):
            continue
        around = [image, *islice(image.iterancestors(), 2)]
        names = " ".join(f"{e.get('class', '')} {e.get('id', '')} {e.get('src', '')}"[:300] for e in around).lower()
        if LOGO.search(names):
            found.append(outlet.name)
    return tuple(dict.fromkeys(found))


def _holders(node: Mapping[str, Any]) -> Iterator[str | None]:
    for key in HOLDERS:
        for value in as_list(node.get(key)):
            kind = str(value.get("@type", "")) if isinstance(value, dict) else ""
            if "Organi" in kind or "Newspaper" in kind or "Periodical" in kind:
                yield name_of(value)


def _works(node: Mapping[str, Any]) -> Iterator[str | None]:
    for key in WORKS:
        for value in as_list(node.get(key)):
            if isinstance(value, str):
                yield _named(value) if "://" in value else None
            elif isinstance(value, dict):
                outlets = (value.get(inner) for inner in ("publisher", "sourceOrganization", "isPartOf"))
                address = next((value[k] for k in ("url", "@id", "sameAs") if isinstance(value.get(k), str)), "")
                yield next(filter(None, map(name_of, outlets)), None) or (_named(address) if "://" in address else None)


def _named(words: str) -> str | None:
    """The outlet that an address or a name stands for; the host of an address that no known outlet has."""
    if "://" not in words:
        name = ISSUE.split(words, maxsplit=1)[0].strip()
        return name if name and len(name) <= 60 else None
    if outlet := outlet_of_address(words):
        return outlet.name
    return host_of(words)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def name_of(value: Any) -> str | None:
    """The first name in a JSON-LD value."""
    return next(names_of(value), None)


def names_of(value: Any) -> Iterator[str]:
    """The names in a JSON-LD value: of strings, of objects, whose name may be a list, and of lists of these."""
    for item in as_list(value)[:MOST_NAMES]:
        for inner in as_list(item.get("name") if isinstance(item, dict) else item)[:MOST_NAMES]:
            if isinstance(inner, str) and (name := " ".join(unescape(inner[: 2 * LONGEST_VALUE]).split())):
                yield name
