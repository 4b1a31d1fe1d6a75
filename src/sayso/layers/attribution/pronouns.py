"""Pronouns in what somebody is quoted as saying: whoever speaks says "I" of herself, and means by "they" whom she
named, not whom the outlet named before it let her speak."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Sequence

from sayso.types import Attribution, Mention
from sayso.vocab import Level, Manner

#: Pronouns that mean a body only where whoever is quoted has named it.
OF_BODIES = frozenset({"it", "its", "itself", "they", "them", "their", "themselves"})


def unresolved(text: str, mentions: Sequence[Mention], attributions: Iterable[Attribution]) -> list[Mention]:
    """The mentions, less what pronouns in quotations were taken for and cannot mean: the speaker himself, or a body
    that is named outside the quotation."""
    quoted = sorted(
        (s.start, s.end, a.content[0].start, a.chain[-1] if a.chain else "")
        for a in attributions
        if a.manner is Manner.DIRECT and a.source
        for s in a.content
    )
    named: dict[str, list[int]] = {}
    for mention in mentions:
        if mention.entity_id is not None and mention.level is not Level.PRONOUN:
            named.setdefault(mention.entity_id, []).append(mention.span.start)
    out = []
    for mention in mentions:
        inside = _around(mention, quoted) if mention.level is Level.PRONOUN and mention.entity_id is not None else None
        if inside is not None:
            words = text[mention.span.start : mention.span.end]
            starts = named.get(mention.entity_id or "", [])
            held = bisect.bisect_left(starts, inside[2]) < bisect.bisect_left(starts, mention.span.start)
            if mention.name == inside[3] or (words.lower() in OF_BODIES and not held):
                mention = dataclasses.replace(mention, entity_id=None, name=words)
        out.append(mention)
    return out


def _around(mention: Mention, quoted: Sequence[tuple[int, int, int, str]]) -> tuple[int, int, int, str] | None:
    """The piece of a quotation that a mention stands in, with where the quotation begins, and its speaker."""
    at = bisect.bisect_right(quoted, mention.span.start, key=lambda piece: piece[0]) - 1
    return quoted[at] if at >= 0 and mention.span.end <= quoted[at][1] else None
