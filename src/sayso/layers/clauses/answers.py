"""What somebody denies otherwise than in so many words: "Asked whether they had armed the rebels, she said: No. Not a
rifle.", "dismissed as untrue a report by X that …"."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from sayso import spans
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token
from sayso.types import Attribution, Claim, Document, Values, values
from sayso.vocab import AttributionType, Certainty, Modality, Polarity, Slot

#: An answer that denies what was asked.
DENYING = re.compile(r"\W{0,3}(?:no|never|not at all|absolutely not|certainly not|of course not)\b\s?[.,!;—–-]", re.I)

#: Happenings of which it is asked who did them.
VIOLENT = frozenset({"attack", "shelling", "bombing", "airstrike", "shooting", "explosion", "killing", "hit", "looted"})

Pieces = tuple[tuple[int, int], ...]


#: What is done to a report that is said to be untrue.
REJECTING = frozenset({"reject", "deny", "dismiss", "refute", "rebut", "disprove", "debunk", "repudiate"})


def denied_questions(
    document: Document, clauses: Sequence[Clause], near: Sequence[Attribution]
) -> Iterator[tuple[Clause, Attribution, Pieces]]:
    """The clauses of a question that is answered with a no, each with the answer and the question's pieces."""
    asked = [a for a in near if a.type is AttributionType.QUESTION and a.content]
    told = [a for a in near if a.type is AttributionType.STATEMENT and a.content]
    for question, answer in itertools.product(asked, told):
        said = spans.text_of(document.text, answer.content)
        before = question.content[0].start < answer.content[0].start
        if question.chain[-1:] != answer.chain[-1:] or not before or not DENYING.match(said):
            continue
        pieces = tuple((s.start, s.end) for s in question.content)
        for clause in clauses:
            if any(start <= clause.head.start < end for start, end in pieces):
                yield clause, answer, pieces


def as_denied(claim: Claim, answer: Attribution) -> Claim:
    """A claim of a question as its addressee denies it: in the question's words and the answer's."""
    flipped = Polarity.NEGATIVE if claim.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    return dataclasses.replace(
        claim,
        content=(*claim.content, *answer.content),
        polarity=flipped,
        modality=Modality.DENIED,
        detail=f"{claim.detail}, who denies it when asked",
    )


def rejecter(
    reported: Attribution, by_id: Mapping[str, Attribution], tree: Tree, clauses: Sequence[Clause]
) -> Attribution | Token | None:
    """Who rejects a report, where its cue is a noun: the attribution of the denial that it stands in, else the subject
    of the rejecting verb that it is the object of."""
    cue = [t for span in reported.cue for t in tree.sentence.between(span.start, span.end)]
    if len(cue) != 1 or cue[0].pos != "NOUN":
        return None  # "denied saying that …" leaves open whether it is so
    outer = by_id.get(reported.within or "")
    if outer is not None and outer.certainty is Certainty.DENIED:
        return outer
    for clause in clauses:
        verb = clause.head.lemma.lower() in REJECTING and not any(t.dep == "neg" for t in clause.own)
        if verb and _hangs(cue[0], clause.head, tree):
            return clause.subject
    return None


def _hangs(noun: Token, verb: Token, tree: Tree) -> bool:
    """Whether a noun is a verb's object, be there an "as untrue" between them."""
    up = tree.sentence.tokens[noun.head]
    for _ in range(2):
        if up.pos in ("ADP", "ADJ") and up.index != verb.index:
            up = tree.sentence.tokens[up.head]
    return up.index == verb.index


def as_rejected(claim: Claim, chain: tuple[str, ...], reported: Attribution, tree: Tree) -> Claim:
    """A claim as somebody denies it who rejects the report of it: in the words of the report, its noun included."""
    cue = tree.sentence.between(reported.cue[0].start, reported.cue[0].end)
    start = min(t.start for t in tree.phrase(cue[0]))
    first, *others = claim.content
    content = (first._replace(start=min(start, first.start)), *others)
    flipped = Polarity.NEGATIVE if claim.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    detail = f"{claim.detail}; {chain[-1]} rejects the report of it"
    return dataclasses.replace(
        claim, content=content, polarity=flipped, modality=Modality.DENIED, chain=chain, detail=detail
    )


def own_act(slot: Slot, filled: Values, why: str, speaker: str | None, clause: Clause) -> tuple[Slot, Values, str]:
    """What somebody denies to have done, "denied shelling the bus station", is about who did it."""
    named = dict(filled)
    violent = slot is Slot.OCCURRENCE and named.get("event") in VIOLENT
    agent = named.get("agent") or (speaker if clause.head.tag == "VBG" else None)
    if not violent or not isinstance(agent, str) or not agent[:1].isupper():
        return slot, filled, why
    kept = {name: named[name] for name in ("time", "place", "place_id", "place_country") if name in named}
    said = values(sense="did", agent=agent, act=str(named["event"]), **kept)
    return Slot.RESPONSIBILITY, said, f"{why}, and it is denied that {agent} did it"
