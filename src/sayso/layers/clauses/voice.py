"""In whose voice a clause stands: an attribution's, or the outlet's own."""

from __future__ import annotations

import bisect
import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sayso import spans
from sayso.layers.clauses.clause import Clause
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Attribution, Span

#: How a writer names himself.
FIRST = frozenset({"i", "we", "our", "my"})


class Voice(NamedTuple):
    """Whose words a stretch is, and the pieces of text that are theirs; ``speaker`` where their "it" and "we" are
    somebody else, whose report is rejected."""

    attribution: Attribution | None
    pieces: tuple[tuple[int, int], ...]
    speaker: str | None = None


def by_sentence(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """For the place of each sentence in ``sentences`` (in text order), the attributions that have words in it."""
    starts = [s.start for s in sentences]
    out: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        touched: set[int] = set()
        for span in (*attribution.content, *attribution.cue, *attribution.source):
            at = max(0, bisect.bisect_right(starts, span.start) - 1)
            while at < len(sentences) and sentences[at].start < span.end:
                if sentences[at].end > span.start:
                    touched.add(at)
                at += 1
        for at in sorted(touched):
            out[at].append(attribution)
    return out


def own_words(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether an outlet says of itself, outside all quotations, that it says or thinks something: "we assess that"."""
    if attribution.within is not None or len(attribution.source) != 1:
        return False
    words = sentence.between(attribution.source[0].start, attribution.source[0].end)
    quoted = any(t.text in '"“”«»' for t in sentence.tokens)
    return len(words) == 1 and words[0].text.lower() in FIRST and not quoted


def voice_of(head: Token, near: Sequence[Attribution], sentence: Sentence) -> Voice | None:
    """Whose words a clause is: the innermost attribution that holds its head in its content, else the outlet's.
    None where the head stands in the words that name a source, but in an aside on it ("the union, whose members voted
    to strike, says"), which the outlet tells."""
    holding = [
        a for a in near if any(s.start <= head.start and head.end <= s.end for s in a.content) and not _at(head, a.cue)
    ]
    if holding:
        innermost = min(holding, key=lambda a: (sum(s.end - s.start for s in a.content), a.id))
        return Voice(innermost, tuple((s.start, s.end) for s in innermost.content))
    named = next((s for a in near for s in a.source if _at(head, (s,))), None)
    if named is not None:
        return Voice(None, ((named.start, named.end),)) if _aside(head, named, sentence) else None
    taken = [(s.start, s.end) for a in near for s in (*a.content, *a.cue, *a.source)]
    return Voice(None, tuple(spans.without([(sentence.start, sentence.end)], taken)))


def _aside(head: Token, named: Span, sentence: Sentence) -> bool:
    """Whether a verb among the words that name a source heads a clause that a comma sets off from the name."""
    opening = (t for t in sentence.tokens[: head.index] if t.start >= named.start and t.tag in ("WDT", "WP", "WP$"))
    pronoun = max(opening, key=lambda t: t.index, default=None)
    if head.dep != "relcl" or pronoun is None or pronoun.index == 0:
        return False
    return sentence.tokens[pronoun.index - 1].text == ","


def spoken(clause: Clause, voice: Voice | None, near: Sequence[Attribution]) -> Clause:
    """A clause without the words that the parser hung on it and that are not its voice's: "according to two people"
    gives "talks broke down" no count."""
    if voice is None or cue_of(clause, near) is not None:
        return clause
    own = tuple(t for t in clause.own if any(s <= t.start and t.end <= e for s, e in voice.pieces))
    words = [t for t in own if t.pos not in ("PUNCT", "SPACE") and clause.start <= t.start and t.end <= clause.end]
    if not words or len(own) == len(clause.own) or clause.head not in own:
        return clause
    kept = tuple(p for p in clause.prepositions if p.token in own)
    return dataclasses.replace(clause, own=own, prepositions=kept, start=words[0].start, end=words[-1].end)


def ended(clause: Clause, voice: Voice, near: Sequence[Attribution]) -> Voice:
    """A voice with the words at the end of its clause that nobody else's attribution takes: "the syrup was brewed in a
    garage (in Pelm), as the Courier reported"."""
    if voice.attribution is None or not voice.pieces or len(voice.attribution.content) > 1:
        return voice
    start, end = voice.pieces[-1]
    if clause.end <= end or not start <= clause.head.start < end:
        return voice
    words = [t for t in clause.sentence.tokens if end <= t.start and t.end <= clause.end]
    free = not any(_at(t, (*a.cue, *a.source, *a.content)) for t in words for a in near)
    own = {t.index for t in clause.own if t.pos != "PUNCT"}
    if not words or not free or any(t.index not in own for t in words):
        return voice
    return voice._replace(pieces=(*voice.pieces[:-1], (start, words[-1].end)))


def heard(clause: Clause, voice: Voice) -> tuple[Clause, Voice]:
    """An order with whoever is to follow it, and its voice with them: "told (residents to leave)"."""
    first = voice.pieces[0] if voice.pieces else None
    subject = clause.subject
    if first is not None and (named := _before_to(clause, first)):
        own = (*named, *(t for t in clause.own if t not in named))
        return dataclasses.replace(clause, own=own, start=named[0].start), voice
    if voice.attribution is None or first is None or subject is None or clause.passive or subject.start >= first[0]:
        return clause, voice
    between = [t for t in clause.sentence.tokens[subject.index :] if t.end <= first[0]]
    before = [t for t in clause.sentence.tokens[: subject.index] if t.head == subject.index]
    far = not between or first[0] - between[-1].end > 1
    if far or subject.dep != "dobj" or any(t.pos in ("VERB", "AUX") for t in between):
        return clause, voice
    start = min([subject.start, *(t.start for t in before)])
    voice = voice._replace(pieces=((start, first[1]), *voice.pieces[1:]))
    own = (*before, *between, *(t for t in clause.own if t.start >= first[0]))
    return dataclasses.replace(clause, own=own, start=start), voice


def _before_to(clause: Clause, piece: tuple[int, int]) -> list[Token]:
    """The words that open a content before its infinitive, where no verb is among them: "expect (the number of such
    cases) to fall"."""
    to = next((t for t in clause.own if t.start == clause.start), None)
    if to is None or to.tag != "TO" or piece[0] >= clause.start:
        return []
    words = [t for t in clause.sentence.tokens[: to.index] if piece[0] <= t.start]
    named = any(t.pos in ("NOUN", "PROPN", "PRON") for t in words)
    telling = any(t.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or t.tag == "WP" for t in words)
    return words if named and not telling else []


def shell(clause: Clause, voice: Voice | None, near: Sequence[Attribution]) -> Voice | None:
    """The voice of a clause whose subject attributes, or to whom something else is attributed, with all its words: "an
    appeal for mercy was addressed to the president", "judges marched against a law"; and of one that tells something of
    what is said: "renewed its offer to pay the fine"."""
    about = clause.surface
    if voice is None or voice.attribution is not None:
        return voice
    named = [a for a in near if _named_in(clause, a)]
    if named and cue_of(clause, near) is None:
        end = max([clause.end, *(s.end for a in named for s in a.content)])
        others = [(s.start, s.end) for a in near if a not in named for s in (*a.content, *a.cue, *a.source)]
        return Voice(None, tuple(spans.without([(clause.start, end)], others)))
    if about is None or about.pos not in ("NOUN", "PROPN"):
        return voice
    cut = any(_at(about, (*a.cue, *a.content, *a.source)) and not _at(clause.head, a.content) for a in near)
    if cue_of(clause, near) is not None or not cut:
        return voice
    return Voice(None, ((clause.start, clause.end),))


def _named_in(clause: Clause, attribution: Attribution) -> bool:
    """Whether a noun of a clause attributes, of which the clause tells something itself: "renewed its offer to pay"."""
    if all(s.end <= clause.head.end or clause.sentence.end <= s.start for s in attribution.cue):
        return False
    cue = [t for t in clause.own if _at(t, attribution.cue)]
    behind = [t for t in cue if t.index > clause.head.index]
    return bool(behind) and behind == cue and {t.pos for t in cue} <= {"NOUN", "ADP"} and cue[0].pos == "NOUN"


def _at(token: Token, places: Sequence[Span]) -> bool:
    return any(s.start < token.end and token.start < s.end for s in places)


def cue_of(clause: Clause, near: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose cue is this clause's verb, and not only a word that colours it: in "ordered the market to
    close" the clause is what was ordered."""
    words = (clause.head, *clause.wrappers)
    cued = (a for a in near for word in words if _at(word, a.cue))
    return next((a for a in cued if _at(clause.head, a.cue) or not _at(clause.head, a.content)), None)
