"""Outlets: one name for each, and the owner they belong to, from the lexicon of outlets. Unknown never merges."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso import assets
from sayso.relations.facts import folded
from sayso.types import Document

#: Words at the end of a name that only the press bears.
PRESS = frozenset(
    "news agency newswire wire times post tv television radio gazette herald daily tribune journal chronicle press "
    "channel broadcasting newspaper magazine media weekly express telegraph mirror online".split()
)


@functools.cache
def _by_name() -> dict[str, tuple[str, str]]:
    """Folded name or alias → (name, family); the first line that has it."""
    out: dict[str, tuple[str, str]] = {}
    for row in assets.rows("outlets.tsv"):
        for form in (row["name"], *row["aliases"].split("|"), *row["domains"].split("|")):
            if folded(form):
                out.setdefault(folded(form), (row["name"], row["family"]))
    return out


def outlet(name: str) -> str:
    """The lexicon's name for an outlet, else the name as it is."""
    return _by_name().get(folded(name), (name, ""))[0]


def family(name: str) -> str:
    """The owner of an outlet; blank where unknown."""
    return _by_name().get(folded(name), (name, ""))[1]


def listed(name: str) -> bool:
    return folded(name) in _by_name()


def looks_like_press(name: str) -> bool:
    """Whether a name that no lexicon has is that of an outlet by its last word, or its first (``Radio …``)."""
    words = folded(name).split()
    return len(words) > 1 and (words[-1] in PRESS or words[0] in ("radio", "tv", "channel"))


def publisher(document: Document) -> str | None:
    """Who published a document: as stated, else the host of its address; None where neither is known."""
    if document.publisher:
        return outlet(document.publisher)
    if document.provenance:
        return outlet(document.provenance[0])
    host = urlsplit(document.uri).hostname if document.uri.startswith("http") else None
    return outlet(host.removeprefix("www.")) if host else None


def same_outlet(a: str, b: str) -> bool:
    """Whether one name is short for the other: its first words, or its initials."""
    short, long = sorted((folded(a).split(), folded(b).split()), key=len)
    if not short:
        return False
    return long[: len(short)] == short or (
        len(short) == 1 and short[0] == "".join(w[0] for w in long) and len(long) > 1
    )


def press_names(documents: Iterable[Document]) -> frozenset[str]:
    """The folded names of all publishers, and of those they took texts from."""
    names = {publisher(d) for d in documents} | {outlet(n) for d in documents for n in d.provenance}
    return frozenset(folded(n) for n in names if n)
