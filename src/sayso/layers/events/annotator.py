"""Who did what to whom, where, when and how many: events by lexicon (``events.tsv``) and parse.

An event's anchor is the verb or noun that names it. Only headline, body and caption are read. ``status`` says whether
the text says that it happened; ``detail`` where the roles come from.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from sayso.layers.events.roles import OBJECT, PASSIVE, SUBJECT, noun_clause, verb_clause
from sayso.layers.events.words import HAPPENING, HARM, TO_PEOPLE, EventEntry, named, sense, who_suffers
from sayso.layers.parsing.fronting import fronted, of_nations
from sayso.layers.parsing.parse import Parse, Sentence, Token
from sayso.layers.parsing.sentencerows import Within
from sayso.spans import overlap
from sayso.types import Document, EventMention, Mention, Quantity, Span, Timex, Toponym
from sayso.vocab import EventStatus, EventType, PlaceUse, Precision, TimexRole, TimexType

#: Prepositions that a place of an event stands after, and those that name one only right after the event's own word.
WHERE = frozenset(["in", "at", "near", "outside", "inside", "around", "across", "within", "throughout", "along"])
OWN_WHERE = frozenset(["on", "of", "from", "to", "into", "over", "through"])
#: The most words before a noun that are taken into a role.
LONGEST_ROLE = 12
#: Verbs by which somebody tells of what a noun names.
TELLING = frozenset(["say", "confirm", "announce", "report", "tell", "describe", "condemn", "discuss", "deny", "claim"])


def find_events(
    document: Document,
    parse: Parse,
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    quantities: Sequence[Quantity],
) -> list[EventMention]:
    """Every event that the document's prose names, in text order."""
    out: list[EventMention] = []
    names, places, times, counts = Within(mentions), Within(toponyms), Within(timexes), Within(quantities)
    before: dict[int, Timex] = {}  # the last day that each paragraph named
    for sentence, following in itertools.zip_longest(parse.sentences, parse.sentences[1:]):
        sentence = of_nations(fronted(sentence))
        found = list(named(sentence))
        timed = times.inside(sentence)
        earlier = before.get(sentence.paragraph)
        before.update((sentence.paragraph, t) for t in timed if _is_day(t))
        if not found:
            continue
        rows = _Rows(
            names.inside(sentence),
            [t for t in places.inside(sentence) if t.use is not PlaceUse.PEOPLE],
            timed or (times.inside(following) if following is not None and _cut(document, sentence, following) else []),
            earlier,
            counts.inside(sentence),
        )
        out += [e for token, entry in found if (e := _event(document, sentence, token, entry, rows)) is not None]
    return out


def _cut(document: Document, sentence: Sentence, following: Sentence) -> bool:
    """Whether the parser cut one sentence in two: no stop and only a space stands between."""
    return document.text[sentence.end - 1].isalnum() and document.text[sentence.end : following.start] == " "


class _Rows(NamedTuple):
    """What the other layers found in one sentence."""

    mentions: list[Mention]
    toponyms: list[Toponym]
    timexes: list[Timex]
    earlier: Timex | None  # the last day named before in the paragraph
    quantities: list[Quantity]


def _event(document: Document, sentence: Sentence, token: Token, named: EventEntry, rows: _Rows) -> EventMention | None:
    """The event that a token names; None where the word means something else here."""
    if token.pos == "VERB":
        clause = verb_clause(sentence, token, needs_object=named.mode in HARM, needed=named.needs)
    else:
        clause = noun_clause(sentence, token)
    meant = sense(token, named, clause.recipients, rows.mentions)
    if meant is None:
        return None
    kind, mode = meant
    if mode in TO_PEOPLE:
        clause = clause._replace(recipients=who_suffers(clause.recipients, rows.mentions))
    if mode in HARM and token.pos == "NOUN" and clause.scope.lemma in TELLING:
        clause = clause._replace(actors=(), why="who announces it need not have done it")
    of = named.type is not EventType.ACCUSE  # "accused the banker of fraud": the fraud is not the banker's name
    actors = tuple(_role(document, sentence, t, rows, of=True) for t in clause.actors)
    recipients = tuple(_role(document, sentence, t, rows, of=of) for t in clause.recipients)
    toponym, where = _place(sentence, token, rows.toponyms, recipients)
    timex, when = _time(sentence, token, clause.scope, rows.timexes), "time in the sentence"
    if timex is None and rows.earlier is not None and named.mode in HAPPENING:
        timex, when = rows.earlier, "time named before in the paragraph"
    counted = _counted(recipients, rows.quantities) or (_counted(actors, rows.quantities) if mode not in HARM else [])
    if token.pos == "NOUN" and not counted:  # "made 14 arrests"
        counted = [q for q in rows.quantities if q.unit is None and q.of_span and q.of_span.end == token.end]
    why = [clause.why, where if toponym else "no place", when if timex else "no time"]
    return EventMention(
        anchor=Span(document.id, token.start, token.end),
        type=kind,
        mode=mode,
        actor=actors,
        recipient=recipients,
        toponym_id=toponym.id if toponym else None,
        timex_id=timex.id if timex else None,
        quantity_ids=tuple(q.id for q in counted),
        detail=("" if clause.status is EventStatus.FACT else f"{clause.status}: ") + "; ".join(why),
        status=clause.status,
    )


def _role(document: Document, sentence: Sentence, head: Token, rows: _Rows, of: bool) -> Span:
    """The span of a role: the mention with that head where there is one, else the noun with the words before it."""
    end = _phrase_end(sentence, head).end if of else head.end
    for m in rows.mentions:
        if m.head.start <= head.start < m.head.end:
            start = min(m.span.start, _phrase_start(sentence, head).start)
            return Span(document.id, start, max(m.span.end, end))
    return Span(document.id, _phrase_start(sentence, head).start, end)


def _phrase_end(sentence: Sentence, head: Token) -> Token:
    """The head, or the noun after its ``of``: ``members of the council``."""
    for prep in sentence.children(head):
        if prep.text.lower() == "of" and prep.index == head.index + 1:
            return next((t for t in sentence.children(prep) if t.dep == "pobj"), head)
    return head


def _phrase_start(sentence: Sentence, head: Token) -> Token:
    """The leftmost word that modifies the noun from before, not more than LONGEST_ROLE words away."""
    first = head
    for t in reversed(sentence.tokens[max(0, head.index - LONGEST_ROLE) : head.index]):
        node, steps = t, 0
        while node.index < head.index and node.head != node.index and steps < LONGEST_ROLE:
            if node.dep in (*SUBJECT, *PASSIVE, *OBJECT, "conj", "relcl") or (
                node.pos in ("VERB", "AUX") and node.dep not in ("amod", "compound")
            ):
                return first
            node, steps = sentence.tokens[node.head], steps + 1
        if node.index != head.index and not (head.dep == "compound" and t.head == head.head):
            break
        first = t
    tokens, at = sentence.tokens, first.index
    if at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].end == tokens[at - 1].start:
        return _phrase_start(sentence, tokens[at - 2])  # "a sub-commander"
    return first


def _place(
    sentence: Sentence, anchor: Token, toponyms: Sequence[Toponym], recipients: Sequence[Span]
) -> tuple[Toponym | None, str]:
    """The place after a preposition, first one after the anchor, then before it; what is acted on counts as one."""
    for toponym in toponyms:
        if any(overlap(toponym.span[1:], r[1:]) for r in recipients) and toponym.precision is not Precision.COUNTRY:
            return toponym, "the place is what was acted on"
    located = [t for t in toponyms if _after_preposition(sentence, anchor, t)]
    after = [t for t in located if t.span.start >= anchor.end]
    before = [t for t in located if t.span.start < anchor.start]
    if after or before:
        nearest = after[0] if after else before[-1]
        return nearest, "the place stands after a preposition"
    return None, ""


def _after_preposition(sentence: Sentence, anchor: Token, toponym: Toponym) -> bool:
    tokens = sentence.between(toponym.span.start, toponym.span.end)
    if not tokens:
        return False
    for t in reversed(sentence.tokens[max(0, tokens[0].index - 5) : tokens[0].index]):
        if t.text.lower() in WHERE:
            return True
        if t.text.lower() in OWN_WHERE:
            return t.head == anchor.index
        if t.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT"):
            return False
    return False


def _is_day(timex: Timex) -> bool:
    """Whether a day or a part of one is meant; a dateline says when the text was sent, not when things happened."""
    day = timex.type in (TimexType.DATE, TimexType.TIME) and (len(timex.value) >= 10 or "WXX-" in timex.value)
    return day and not timex.value.endswith("_REF") and timex.role is not TimexRole.DATELINE


def _time(sentence: Sentence, anchor: Token, scope: Token, timexes: Sequence[Timex]) -> Timex | None:
    """The date or time that hangs from the event's verb, else the nearest of the sentence."""
    dated = [
        t for t in timexes if _is_day(t) or (t.type is TimexType.DATE and t.value[:1].isdigit() and len(t.value) < 10)
    ]
    if not dated:
        return None
    if scope.lemma in TELLING and scope is not anchor:
        # "confirmed today the arrest of …, Saturday": what follows the noun is its own; in "the arrest was announced on
        # Tuesday" what follows the verb is the verb's.
        last = scope.start if anchor.start < scope.start else sentence.end
        dated = [t for t in dated if anchor.end <= t.span.start < last]
        if not dated:
            return None
    own = {t.index for t in sentence.children(scope)} | {scope.index}
    telling = {t.index for t in sentence.ancestors(scope) if t.lemma in TELLING}

    def distance(timex: Timex) -> tuple[bool, bool, int, int]:
        tokens = sentence.between(timex.span.start, timex.span.end)
        steps = [t.index for t in tokens[:1]] + [a.index for t in tokens[:1] for a in sentence.ancestors(t)]
        # "today confirmed his death after an airstrike on the town, Sunday": the first day is that of the telling
        above = next((a for t in tokens[:1] for a in sentence.ancestors(t) if a.pos != "ADP"), None)
        told = above is not None and above.index in telling
        return told, not any(i in own for i in steps[:4]), abs(timex.span.start - scope.start), timex.span.start

    nearest = min(dated, key=distance)
    # "in overnight raids on Monday": the night is that of the day named after it
    named = [t for t in dated if not distance(t)[0] and t.role is not TimexRole.PART]
    return min(named, key=distance) if nearest.role is TimexRole.PART and named else nearest


def _counted(roles: Sequence[Span], quantities: Sequence[Quantity]) -> list[Quantity]:
    """The plain counts of the things that fill a role."""
    return [
        q
        for q in quantities
        if q.unit is None
        and any(overlap(r[1:], q.span[1:]) or (q.of_span is not None and overlap(r[1:], q.of_span[1:])) for r in roles)
    ]
