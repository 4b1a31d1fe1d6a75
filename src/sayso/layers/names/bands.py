"""What the text calls an armed band without its name: ``the militants``, ``Coalition jets``."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from sayso.layers.names.discourse import Discourse, recent
from sayso.layers.names.naming import Entity
from sayso.layers.names.stretches import Candidate
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category

#: Nouns for the members of an armed group; those of any side stand for one that the text has called so only.
MEMBERS = frozenset("militants insurgents jihadists extremists fighters rebels".split())
OF_ANY_SIDE = frozenset(("fighters", "rebels"))
#: How many sentences back the group may have been named.
REACH = 12
#: How far back it is looked at how the text uses the noun, in characters.
LOOKED_AT = 4000
#: What a noun of members has below it where it means those alone: "the three militants", "the militants in the town".
NARROWED = frozenset("prep relcl acl appos nummod amod compound poss conj".split())
#: What follows "Coalition" at a sentence's start, where its capital says nothing.
FORCES = frozenset(
    "forces troops soldiers aircraft jets warplanes planes airstrikes strikes commanders officials spokesman".split()
)


def band_of(discourse: Discourse, sentence: Sentence, token: Token) -> tuple[Entity, str] | None:
    """The armed group that ``the militants`` are of: the only one that the last sentences named. None where several
    were, where the words are narrowed, and where the text has spoken of others by the same noun."""
    noun = token.text.lower()
    article = sentence.tokens[token.index - 1] if token.index else None
    if noun not in MEMBERS or article is None or article.text.lower() != "the":
        return None
    if any(t.dep in NARROWED for t in sentence.children(token)):
        return None
    groups = {id(s.entity): s for s in recent(discourse, REACH) if s.entity.category is Category.GROUP}
    if len(groups) != 1:
        return None
    seen = next(iter(groups.values()))
    if seen.start >= sentence.start:
        return None  # "Islamic State fought the militants"
    called, others = _spoken_of(discourse.document.text, noun, token.start, seen.entity)
    if others or (noun in OF_ANY_SIDE and not called):
        return None
    return seen.entity, f"{noun!r} for {seen.entity.name}, the only armed group named before it"


def _spoken_of(text: str, noun: str, before: int, entity: Entity) -> tuple[bool, bool]:
    """Whether the text has put the noun beside the group's name, and whether it has used it of others, not far before
    here."""
    beside = others = False
    low = max(0, before - LOOKED_AT)
    for match in re.finditer(rf"\b{noun[:-1]}s?\b", text[low:before].lower()):
        start, end = low + match.start(), low + match.end()
        at = bisect.bisect_left(entity.members, start, key=lambda m: m.start)
        if any(0 <= start - m.end <= 2 or 0 <= m.start - end <= 4 for m in entity.members[max(0, at - 1) : at + 1]):
            beside = True
        elif text[max(0, start - 4) : start].lower() != "the ":
            others = True
    return beside, others


def bare_coalitions(sentence: Sentence) -> Iterable[Candidate]:
    """``Coalition`` with a capital and no name beside it: a body, which goes with the only coalition that the text
    names, if it names one."""
    tokens = sentence.tokens
    for token in tokens:
        if token.text != "Coalition" or _in_a_name(tokens, token.index):
            continue
        after = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
        if token.index == 0 and after not in FORCES:
            continue
        made = Candidate(
            sentence, token.start, token.end, token.start, token.end, token.text, Category.ORGANISATION, "run",
            reasons=["a coalition written as a name"],
        )  # fmt: skip
        made.votes[Category.ORGANISATION] += 3
        yield made


def _in_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word, a hyphen or ``of`` beside the word makes it a part of a longer name."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    joined = before is not None and (before.text == "-" or (before.text[0].isupper() and at > 1))
    goes_on = after is not None and (after.text[0].isupper() or after.text in ("of", "for", "-"))
    return joined or goes_on
