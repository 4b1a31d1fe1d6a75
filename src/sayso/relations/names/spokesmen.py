"""For whom people speak, as the words that introduce them say: "Tomas Ried, a spokesman of the Northern Alliance"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.types import Attribution, Mention
from sayso.vocab import Category, Level

BODIES = (Category.ORGANISATION, Category.GROUP)


def spoken_for(attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> Mapping[tuple[str, str], str]:
    """(document, farthest source) → the one body that is named in the words that introduce that source there. Whoever
    is introduced with two bodies is left out."""
    held: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in mentions:
        if mention.category in BODIES and mention.level is Level.NAME:
            held[mention.span.document_id].append((mention.span.start, mention.span.end, mention.name))
    for named in held.values():
        named.sort()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for attribution in attributions:
        for span in attribution.source if attribution.chain else ():
            named = held.get(span.document_id, [])
            for start, end, name in named[bisect_left(named, (span.start,)) :]:
                if start >= span.end:
                    break
                if end <= span.end and name != attribution.chain[-1]:
                    found[span.document_id, attribution.chain[-1]].add(name)
    return {key: names.pop() for key, names in found.items() if len(names) == 1}
