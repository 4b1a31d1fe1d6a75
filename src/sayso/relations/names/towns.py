"""Which place ``the town`` means where only other articles of the story say so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from sayso.relations.words.spellings import spelling
from sayso.types import Document

NAME = r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}"
KIND = r"(?:city|town|village|settlement)"
#: "the town of Tarven", "Tarven, a small market town".
CALLED = re.compile(rf"\b{KIND} of ({NAME})|({NAME}), an? (?:[\w-]{{1,20}} ){{0,3}}{KIND}\b")


def towns_of(documents: Iterable[Document]) -> dict[str, frozenset[str]]:
    """Spelling → the ways in which these documents write a name that one of them calls a town's."""
    out: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for found in CALLED.finditer(document.text):
            name = found[1] or found[2]
            out[spelling(name)].add(name)
    return {key: frozenset(names) for key, names in out.items()}


def town_meant(document: Document, towns: dict[str, frozenset[str]]) -> str | None:
    """The only town of its story that a document names; None where it names none or several."""
    named = [names for names in towns.values() if any(name in document.text for name in names)]
    return min(name for name in named[0] if name in document.text) if len(named) == 1 else None
