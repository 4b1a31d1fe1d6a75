"""For whom people speak, as the words that introduce them say: "Tomas Ried, a spokesman of the Northern Alliance"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.types import Attribution, Document, Mention
from sayso.vocab import Category, Level

BODIES = (Category.ORGANISATION, Category.GROUP)
#: Somebody who speaks for a body that is named before: "the group's spokesman", "a spokeswoman for the council".
SPEAKS = re.compile(
    r"\b(?:(?:the [\w-]+['’]s?|its|their) (?:[\w-]+ ){0,2}spokes(?:man|woman|person)|spokes\w+ (?:for|of) the [a-z])"
)


def spoken_for(
    attributions: Sequence[Attribution], mentions: Sequence[Mention], documents: Mapping[str, Document]
) -> Mapping[tuple[str, str], str]:
    """(document, farthest source) → the one body that is named in the words that introduce that source there; where a
    spokesman is introduced without a name of whoever she speaks for, the body that was named last before. Whoever is
    introduced with two bodies is left out."""
    held: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in mentions:
        if mention.category in BODIES and mention.level is Level.NAME:
            held[mention.span.document_id].append((mention.span.start, mention.span.end, mention.name))
    for named in held.values():
        named.sort()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for attribution in attributions:
        for span in attribution.source if attribution.chain else ():
            named, speaker = held.get(span.document_id, []), attribution.chain[-1]
            first, last = bisect_left(named, (span.start,)), bisect_left(named, (span.end,))
            within = [n for _, end, n in named[first:last] if end <= span.end and n != speaker]
            if not within and SPEAKS.search(documents[span.document_id].text[span.start : span.end]):
                # a name of one word may be a town's
                names = (named[place][2] for place in range(first - 1, -1, -1))
                within = [name for name in names if " " in name or name.isupper()][:1]
            if within:
                found[span.document_id, speaker].update(within)
    return {key: names.pop() for key, names in found.items() if len(names) == 1}
