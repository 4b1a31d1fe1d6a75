"""The words of a claim with names for its pronouns: "it mounted the raid", said by the Harrat Front, names the Front.

An encoder that reads a claim alone doesn't know who "it" is, and two outlets seldom use a pronoun in the same place.
Whom a pronoun means is what annotation found (``Mention``); whoever is quoted means herself by "I" and "we", and what
somebody is reported to say begins with "it" or "they" where it is of her.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.relations.words.meanings import LOOKED
from sayso.types import Claim, Mention, Span
from sayso.vocab import Category, Level

#: So many parts of a claim are read; few claims have more.
PARTS = 16
#: Pronouns that own something.
OWNING = frozenset({"his", "its", "their", "my", "our", "theirs", "ours", "mine"})
#: What "her" owns stands behind it; without it "her" is somebody to whom something was done.
OWNED = re.compile(r"\s+(?!and\b|that\b|to\b|as\b|in\b|on\b|at\b|for\b|with\b|by\b|from\b)\w")
#: By which whoever is quoted means herself.
MYSELF = re.compile(r"\b(?:I|[Mm]e|[Ww]e|us|[Mm]y|[Oo]urs?|[Mm]ine)\b")
#: With which what somebody is reported to say begins where it is of her; of a person, and of a body.
PERSON = re.compile(r"\W*(he|she|his|her)\b", re.IGNORECASE)
BODY = re.compile(r"\W*(it(?!['’]s\b)|they|its|their)\b", re.IGNORECASE)


class Meant(NamedTuple):
    """Whom a pronoun means, in the name that its document uses."""

    start: int
    end: int
    name: str


class Pronouns:
    """The pronouns of some documents of which it is known whom they mean, and which names there are people's."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        held: dict[str, set[Meant]] = defaultdict(set)
        people = set()
        for mention in mentions:
            span = mention.span
            if mention.level is Level.PRONOUN and mention.entity_id is not None:
                held[span.document_id].add(Meant(span.start, span.end, mention.name))
            if mention.category is Category.PERSON:
                people.add((span.document_id, mention.name))
        self._held: Mapping[str, list[Meant]] = {document: sorted(found) for document, found in held.items()}
        self._people = people

    def within(self, span: Span) -> list[Meant]:
        """Those that stand in a span, in order."""
        held = self._held.get(span.document_id, [])
        first, behind = (bisect.bisect_left(held, (place,)) for place in (span.start, span.end))
        return [meant for meant in held[first:behind] if meant.end <= span.end]

    def opening(self, document: str, speaker: str) -> re.Pattern[str]:
        """What the words of a speaker begin with where she is meant."""
        return PERSON if (document, speaker) in self._people else BODY


def with_names(text: str, claim: Claim, told: Sequence[Span], pronouns: Pronouns) -> str:
    """The words of ``told``, where a claim stands in ``text``, as far as they are read, with a name for each pronoun
    whose bearer is known."""
    told = [Span(span.document_id, span.start, min(span.end, span.start + LOOKED)) for span in told[:PARTS]]
    meant: dict[int, Meant] = {}
    speaker = claim.chain[-1] if claim.chain and claim.attribution_id is not None else ""
    if speaker and not speaker.startswith("unnamed"):
        opening = pronouns.opening(told[0].document_id, speaker).match(text, told[0].start, told[0].end)
        found = [opening.span(1)] if opening is not None else []
        found += (own.span() for span in told for own in MYSELF.finditer(text, span.start, span.end))
        meant = {start: Meant(start, end, speaker) for start, end in found}
    meant |= {known.start: known for span in told for known in pronouns.within(span)}
    return " ".join(_written(text, span, meant) for span in told)[:LOOKED]


def _written(text: str, span: Span, meant: Mapping[int, Meant]) -> str:
    out, at = [], span.start
    for start in sorted(meant):
        word, end = text[start : meant[start].end].lower(), meant[start].end
        if at <= start and end <= span.end and not word.endswith(("self", "selves")):
            owning = word in OWNING or (word == "her" and OWNED.match(text, end, span.end))
            out += [text[at:start], f"{meant[start].name}'s" if owning else meant[start].name]
            at = end
    return "".join([*out, text[at : span.end]])
