"""The known outlets and agencies: what each is called, who owns it, and when two names belong to one outlet."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso import assets

#: Optional words at the end of an outlet's name.
PRESS_TAIL = frozenset(
    "agency english group international media network news newswire online press service tv wire world".split()
)
ENDING = re.compile(r"\.\w{2,4}$| \w{2,3} edition$")
#: A site called by its address: "news.karskherald.com".
SITE = re.compile(r"\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:www\.|the )")
QUOTES = str.maketrans("‘’“”–—", "''\"\"--")
#: Words of a name that give its acronym no letter.
LITTLE = frozenset({"of", "and", "for", "the"})
#: A name of fewer words has no acronym.
SHORTEST_ACRONYM = 3


class Outlet(NamedTuple):
    """A known outlet: its canonical name, its kind (``outlet`` or ``agency``), and its owner, blank if unknown."""

    name: str
    kind: str
    family: str


class Outlets(NamedTuple):
    """The lexicon of outlets, by the keys of names and by domains."""

    by_name: dict[str, Outlet]
    by_domain: dict[str, Outlet]
    doubtful: frozenset[str]  # keys that mean other things too: The Sun, IS


@functools.cache
def known_outlets() -> Outlets:
    """The outlets of ``outlets.tsv``; a key that several lines have goes to the first."""
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    doubtful: set[str] = set()
    for row in assets.rows("outlets.tsv"):
        outlet = Outlet(row["name"], row["kind"], row["family"])
        for alias in (row["name"], *row["aliases"].split("|")):
            if alias.strip():
                by_name.setdefault(key(alias), outlet)
        for domain in row["domains"].split("|"):
            if domain.strip():
                by_domain.setdefault(domain.strip().lower().removeprefix("www."), outlet)
        doubtful |= {key(form) for form in row["ambiguous"].split("|") if form.strip() and form != row["name"]}
    return Outlets(by_name, by_domain, frozenset(doubtful))


@functools.lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name to compare by: lower case, straight quotes, single spaces, no article, no punctuation around it."""
    plain = " ".join(name.casefold().translate(QUOTES).replace("-", " ").split()).strip(" .,;:|!?\"'()[]")
    return ARTICLE.sub("", plain)


def find_outlet(name: str) -> Outlet | None:
    """The known outlet or agency with this name, alias or domain."""
    known = known_outlets()
    return known.by_name.get(key(name)) or known.by_domain.get(name.strip().lower().removeprefix("www."))


def surely_outlet(name: str) -> Outlet | None:
    """The known outlet with this name, if the name means nothing else; for contexts that do not ask for an outlet."""
    return None if key(name) in known_outlets().doubtful else find_outlet(name)


def is_agency(name: str) -> bool:
    """Whether a name belongs to a known agency."""
    outlet = find_outlet(name)
    return outlet is not None and outlet.kind == "agency"


def agency_names() -> Iterator[str]:
    """The names, aliases and domains of the known agencies, as keys."""
    known = known_outlets()
    for names in (known.by_name, known.by_domain):
        yield from (name for name, outlet in names.items() if outlet.kind == "agency")


def outlet_of_address(address: str | None) -> Outlet | None:
    """The known outlet whose domain a URL is under."""
    try:
        host = (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    known = known_outlets().by_domain
    return next((known[d] for i in range(len(parts) - 1) if (d := ".".join(parts[i:])) in known), None)


def canonical(name: str) -> str:
    """The canonical name of a known outlet; any other name as it is, tidied up."""
    outlet = find_outlet(name)
    return outlet.name if outlet else " ".join(name.split()).strip(" ,;:|-–—")


def family(name: str) -> str:
    """The owner of an outlet; blank if unknown."""
    outlet = find_outlet(name)
    return outlet.family if outlet else ""


def same_outlet(left: str, right: str) -> bool:
    """Whether two names belong to one outlet.

    They do if they have one canonical name, if they differ only in words like *News Agency* at the end or in a town
    that one adds, or if one is the acronym of the other (``TTA``, ``Talvanian Telegraph Agency``).
    """
    if not key(left) or not key(right):
        return False
    if canonical(left) == canonical(right):
        return True
    if find_outlet(left) and find_outlet(right):
        return False
    if ("," in left) != ("," in right):
        left, right = _without_town(left), _without_town(right)
    first, second = _stem(left), _stem(right)
    return first == second or _initials_of(left, right) or _initials_of(right, left)


def traces(name: str) -> frozenset[str]:
    """Keys to look a name up by: names of one outlet always share a trace; names that share one may still differ."""
    out = {f"name {key(canonical(name))}", *(f"stem {' '.join(_stem(form))}" for form in (name, _without_town(name)))}
    out.add(f"short {name.strip().replace('.', '').casefold()}")
    if len(initials := _initials(name)) > 1:
        out.add(f"short {initials}")
    return frozenset(out)


def _without_town(name: str) -> str:
    """``The Harrow Trumpet, Eastmark`` as others call it; a name of one word stays whole."""
    head = name.partition(",")[0]
    return head if " " in key(head) else name


def _stem(name: str) -> tuple[str, ...]:
    """The words of a name without the optional ones at its end; the first word always stays."""
    words = ENDING.sub("", key(name)).split()
    while len(words) > 1 and words[-1] in PRESS_TAIL:
        words.pop()
    return tuple(words)


def _initials(name: str) -> str:
    """The first letters of a name's words, in lower case."""
    return "".join(word[0] for word in key(name).split() if word not in LITTLE)


def _initials_of(short: str, long: str) -> bool:
    """Whether one name is the acronym of the other, in capitals, with full stops or without."""
    letters = short.strip().replace(".", "")
    enough = len(key(long).split()) >= SHORTEST_ACRONYM
    return letters.isupper() and enough and letters.casefold() == _initials(long)
