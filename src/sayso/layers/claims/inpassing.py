"""Tolls that a sentence names in passing: "nobody took the blame for the deaths of six tenants", and the part of a toll
that it singles out: "17 passengers, among them two nuns"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.layers.clauses.counting import bounds
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.clauses.voice import voice_of
from sayso.layers.parsing.parse import Token
from sayso.layers.values.slots import frames, nouns
from sayso.types import Claim, Quantity, Span, values
from sayso.vocab import Modality, Polarity, Slot

#: Words that make a toll a step on the way to a larger one, which it must not be held against.
MORE = frozenset({"more", "further", "other", "another", "additional"})
#: Words by which a part of those who were counted is singled out.
SINGLED = (("among", "them"), ("among", "whom"), ("including",))
#: So many words may stand between a toll and the part of it.
NEAR = 12


def in_passing(read: SentenceReading, made: Sequence[Claim]) -> list[Claim]:
    """The claims of these kinds in a sentence that are not among those ``made`` of it."""
    sentence = read.tree.sentence
    counts = [q for q in read.findings.quantities.inside(sentence.start, sentence.end) if q.unit is None]
    out: list[Claim] = []
    for count in counts:
        if any(_tells(claim, count) for claim in made):
            continue
        claim = _named(read, count) or _part(read, count, made, out)
        out += [claim] if claim is not None else []
    return out


def _tells(claim: Claim, count: Quantity) -> bool:
    """Whether a toll is of this very count."""
    held = dict(claim.values)
    same = claim.slot is Slot.TOLL and (held.get("low"), held.get("high")) == (count.low, count.high)
    return same and any(s.start <= count.span.start and count.span.end <= s.end for s in claim.content)


def _counted(read: SentenceReading, count: Quantity) -> tuple[Token, Token] | None:
    """The first word of a count and the noun of people that it counts."""
    words = read.tree.sentence.between(count.span.start, count.span.end)
    number = next((t for t in words if t.tag == "CD"), None)
    noun = read.tree.tokens[number.head] if number is not None else None
    if (
        number is None
        or noun is None
        or noun.pos != "NOUN"
        or noun.lemma.lower() not in nouns("people", "person", "armed")
    ):
        return None
    return words[0], noun


def _named(read: SentenceReading, count: Quantity) -> Claim | None:
    """The toll of ``the deaths of six tenants``, which its clause takes for granted."""
    found = _counted(read, count)
    tokens = read.tree.tokens
    if found is None or found[1].dep != "pobj":
        return None
    of = tokens[found[1].head]
    act = tokens[of.head]
    lines = frames().get((act.lemma.lower(), "noun"), ()) if of.text.lower() == "of" else ()
    line = next((f for f in lines if f.slot is Slot.TOLL and f.needs == "number"), None)
    beside = {t.text.lower() for t in (*read.tree.kids[found[1].index], *read.tree.kids[act.index])}
    if line is None or beside & MORE or not beside & {"the", "'s"} or act.dep == "nsubj":
        return None
    start = min(t.start for t in read.tree.phrase(act) if t.index <= act.index)
    voice = voice_of(act, read.near, read.tree.sentence)
    if voice is None:
        return None
    attribution = voice.attribution
    chain = read.chain_to(attribution)
    return Claim(
        content=(Span(read.document.id, start, found[1].end),),
        attribution_id=attribution.id if attribution is not None else None,
        slot=Slot.TOLL,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
        values=values(effect=line.sense, of=found[1].lemma.lower(), **bounds(count)),
        chain=chain,
        detail=f"“{act.text}” says {line.sense}, in passing",
    )


def _part(read: SentenceReading, count: Quantity, made: Sequence[Claim], parts: Sequence[Claim]) -> Claim | None:
    """The part of a toll among ``made`` that stands behind it and is singled out there, or is joined to the last of the
    ``parts`` that are: "including four children and two nurses"."""
    found = _counted(read, count)
    tokens = read.tree.tokens
    if found is None:
        return None
    joint = tokens[found[0].index - 1] if found[0].index else found[0]
    joined = parts and joint.text.lower() in ("and", ",") and parts[-1].content[0].end in (joint.start, joint.start - 1)
    if joined:
        return _of(parts[-1], read, found, count, parts[-1].detail)
    if not _singled(tokens, found[0].index):
        return None
    ahead = tokens[max(0, found[0].index - NEAR)].start
    counts = list(read.findings.quantities.inside(ahead, found[0].start))
    whole: tuple[int, str, Claim] | None = None
    for claim in made:
        held = dict(claim.values)
        told = [q.span.start for q in counts if (q.low, q.high) == (held.get("low"), held.get("high"))]
        if claim.slot is Slot.TOLL and told and (whole is None or (max(told), claim.id) > whole[:2]):
            whole = max(told), claim.id, claim
    if whole is None:
        return None
    return _of(whole[2], read, found, count, f"{whole[2].detail}; a part of them")


def _of(toll: Claim, read: SentenceReading, found: tuple[Token, Token], count: Quantity, detail: str) -> Claim:
    """The toll with those of one of its counts for those who were harmed."""
    kept = {k: v for k, v in toll.values if k not in ("low", "high", "of", "victims")}
    return dataclasses.replace(
        toll,
        content=(Span(read.document.id, found[0].start, found[1].end),),
        values=values(**{**kept, "of": found[1].lemma.lower(), **bounds(count)}),
        detail=detail,
    )


def _singled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a count that begins at an index is said to be part of one before it."""
    return any(tuple(t.text.lower() for t in tokens[max(0, at - len(words)) : at]) == words for words in SINGLED)
