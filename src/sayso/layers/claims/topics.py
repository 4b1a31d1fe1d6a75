"""What words that point are said of: in "This was piracy, the minister said of the boarding of the vessel" the boarding
is what "this" means."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.claims.positions import cue_of_verb
from sayso.layers.clauses.clause import Clause
from sayso.layers.parsing.parse import Token
from sayso.layers.values.slots import content_words
from sayso.types import Attribution, Span, Values, values
from sayso.vocab import Slot

#: Prepositions behind which the topic stands.
OF = frozenset({"of", "about"})
#: What stands for something that is named elsewhere.
POINTING = frozenset("this that it they these those he she them him her".split())
#: A topic has at most this many words.
LONGEST = 16


def topic_of(clause: Clause, attribution: Attribution | None, content: tuple[Span, ...]) -> tuple[Token, ...]:
    """The words of what a clause is said of, where it points to it or has no verb; none where the attribution tells
    no topic, or where the content holds it."""
    found = cue_of_verb(attribution, clause.sentence) if attribution is not None else None
    if found is None or not _points(clause):
        return ()
    verb, tokens = found[0], clause.sentence.tokens
    prepositions = (t for t in tokens[verb.index :] if t.dep == "prep" and t.head == verb.index)
    of = next((t for t in prepositions if t.text.lower() in OF), None)
    noun = next((t for t in tokens if of is not None and t.head == of.index and t.dep == "pobj"), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return ()
    below = {noun.index}
    for token in (*reversed(tokens[: noun.index]), *tokens[noun.index + 1 :]):
        if token.head in below and token.dep not in ("punct", "appos", "relcl", "acl"):
            below.add(token.index)
    words = tuple(t for t in tokens if t.index in below)
    taken = any(s.start < t.end and t.start < s.end for t in words for s in content)
    return () if taken or len(words) > LONGEST else words


def about(slot: Slot, filled: Values, why: str, topic: Sequence[Token]) -> tuple[Slot, Values, str]:
    """A statement with the words of its topic among its own."""
    held = dict(filled)
    words = held.get("words")
    if slot is not Slot.STATEMENT or not isinstance(words, tuple):
        return slot, filled, why
    held["words"] = tuple(sorted({*words, *content_words(topic)}))
    return slot, values(**held), why


def _points(clause: Clause) -> bool:
    if clause.head.pos not in ("VERB", "AUX"):
        return True
    about = [clause.subject, clause.object]
    return any(t is not None and t.text.lower() in POINTING for t in about)
