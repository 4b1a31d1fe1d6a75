"""Claims that stand word for word in one passage of two texts are one claim, however the rest of either page reads:
what one page leaves open (the town, which the other names further up) does not make another claim of it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso import spans
from sayso.relations.claims.comparing import Fit, places, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.saying import OPEN
from sayso.relations.parted import Parted
from sayso.types import Reuse, Span

#: A claim of fewer words may stand in any text.
FEWEST = 3
#: A shorter passage, in characters, may be a quotation that two reporters heard, or a phrase of the trade.
LONG = 300
MARKS = "\"'“”„‘’«».,;:"

Worded = Mapping[str, Sequence[Fact]]


def told_alike(facts: Sequence[Fact], reuses: Iterable[Reuse]) -> list[Fact]:
    """The facts, of which those that stand word for word in one passage of two documents of a story have one signature:
    that of the one which says most, which comes before the others."""
    worded = _worded(facts)
    sets = Parted()
    for reuse in reuses:
        left, right = worded.get(reuse.left.document_id, {}), worded.get(reuse.right.document_id, {})
        for words in left.keys() & right.keys():
            for one, other in _one_of_each(left[words], right[words]):
                if one.signature != other.signature and _copied(one, other, reuse.matched) and _may_be_one(one, other):
                    sets.join(one.claim.id, other.claim.id)
    together: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        together[sets.find(fact.claim.id)].append(fact)
    leads = {key: min(held, key=_most_told) for key, held in together.items()}
    followers = {
        fact.claim.id: dataclasses.replace(fact, signature=leads[key].signature)
        for key, held in together.items()
        for fact in held
        if fact.signature != leads[key].signature and _may_be_one(leads[key], fact)
    }
    return [f for f in facts if f.claim.id not in followers] + [
        followers[f.claim.id] for f in facts if f.claim.id in followers
    ]


def _worded(facts: Iterable[Fact]) -> Mapping[str, Worded]:
    """The facts of each document's text by their words; headlines are told anew with every copy."""
    found: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        # with the verb that denies it, without which a fact may have the words of another one
        told = spans.text_of(fact.document.text, fact.claim.content)
        words = [word.strip(MARKS) for word in told.casefold().split()]
        if not fact.headline and len(words) >= FEWEST:
            found[fact.document.id][" ".join(words)].append(fact)
    return found


def _one_of_each(left: Sequence[Fact], right: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The one fact of some words in either text; where the words make several claims, the one of each slot."""
    if len(left) == len(right) == 1:
        yield left[0], right[0]
        return
    for slot in {fact.slot for fact in left}:
        here, there = ([f for f in held if f.slot is slot] for held in (left, right))
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _copied(one: Fact, other: Fact, matched: Iterable[tuple[Span, Span]]) -> bool:
    """Whether both stand in one passage that is long enough to be a copy of running text."""
    return any(
        here.end - here.start >= LONG and _inside(one, here) and _inside(other, there) for here, there in matched
    )


def _inside(fact: Fact, passage: Span) -> bool:
    return all(passage.start <= span.start and span.end <= passage.end for span in fact.claim.content)


def _may_be_one(one: Fact, other: Fact) -> bool:
    """Whether what the pages add to the words does not make two claims of them."""
    if one.story != other.story or one.positive != other.positive or one.real != other.real or one.past != other.past:
        return False
    return places(one, other) is not Fit.DIFFERENT and times(one, other) is not Fit.DIFFERENT


def _most_told(fact: Fact) -> tuple[object, ...]:
    """What has a slot of its own comes before what is told in open words, then what says most."""
    return fact.slot in OPEN, -len(fact.values), fact.signature
