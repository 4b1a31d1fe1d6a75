"""Bodies under whose name people fight, by what stands before the name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.relations.words.spellings import folded
from sayso.types import Document, Mention
from sayso.vocab import Category, Level

#: What stands before the name of those under whom people fight.
FIGHTERS = re.compile(
    r"\b(?:(?:rebels|insurgents|fighters|militants|guerrillas|militiamen|gunmen|jihadists) (?:of|from) (?:the )?"
    r"|(?:rebel|insurgent|militant|jihadist|paramilitary|separatist|guerrilla) (?:(?:group|force|movement|army) )?)$",
    re.IGNORECASE,
)
#: This many characters before a name are looked at.
AHEAD = 30


def bodies_of_fighters(
    documents: Mapping[str, Document], mentions: Sequence[Mention], names: Mapping[tuple[str, str], str]
) -> frozenset[str]:
    """The folded names of bodies whose fighters a text speaks of: "the insurgents of the Green Coalition"."""
    found = set()
    for mention in mentions:
        document = documents.get(mention.span.document_id)
        if document is None or mention.category is not Category.ORGANISATION or mention.level is not Level.NAME:
            continue
        if document.headline and mention.span.end <= document.text.find(document.headline) + len(document.headline):
            continue  # a headline says nothing of the texts
        if FIGHTERS.search(document.text[max(0, mention.span.start - AHEAD) : mention.span.start]):
            found.add(folded(names.get((document.id, mention.name), mention.name)))
    return frozenset(found)
