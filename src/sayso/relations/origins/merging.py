"""Which of the bodies that are named for a claim ``min`` takes for one, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.relations.names.bodies import Body, describe, one_beginning, one_body, one_family
from sayso.relations.names.introductions import one_house
from sayso.relations.names.slips import one_slip
from sayso.relations.origins.judgedbodies import JudgedBodies, fewest
from sayso.relations.origins.naming import nameless, office
from sayso.relations.origins.tallying import Step, Tally, listed
from sayso.relations.origins.testimony import surely_one
from sayso.relations.parted import Parted
from sayso.vocab import StepKind


def merged(tally: Tally, judged: JudgedBodies) -> tuple[list[Step], int]:
    """Steps on the named bodies that may be one, and how many are left if all of them are."""
    union, steps = Parted(), list[Step]()
    for body, cited in sorted(set(tally.relays)):
        if union.find(body) != union.find(cited):
            union.join(body, cited)
            said = f"{tally.shown[body]} cites {tally.shown[cited]}: they may be one origin; joined in min"
            steps.append(Step(said, StepKind.JOINED))
    steps += (Step(said, StepKind.JOINED) for said in _same_words(tally, union, judged))
    steps += (Step(said, StepKind.JOINED) for said in _together(tally, union, judged))
    kinds = [key for key in sorted(tally.named) if nameless(tally.shown[key])]
    if kinds and len(tally.named) > 1:
        told = listed([tally.shown[key] for key in kinds])
        said = f"{told}: named only by kind, which may be, or rest on, any other source; in max only"
        steps.append(Step(said, StepKind.LEFT_OUT))
    relays = [(body, tally.shown[cited]) for body, cited in sorted(tally.relays) if cited in kinds]
    citing = {body: f"cites {cited}, which may be any other source" for body, cited in relays}
    doubts = sorted((citing | tally.doubts).items())
    doubted = {key: why for key, why in doubts if key in tally.named and key not in kinds}
    if doubted and len(tally.named) > 1:
        steps += (Step(f"{tally.shown[key]}: {why}; in max only", StepKind.LEFT_OUT) for key, why in doubted.items())
    keys = [key for key in sorted(tally.named) if key not in kinds and key not in doubted]
    joined, least = _fewest_bodies(keys, tally, union, judged)
    return [*steps, *joined], least


def _fewest_bodies(keys: Sequence[str], tally: Tally, union: Parted, judged: JudgedBodies) -> tuple[list[Step], int]:
    """Steps on those of some bodies that may be one by their names, and how many are left. ``union`` holds what is one
    for other reasons."""
    bodies: dict[str, Body] = {key: describe(tally.shown[key], tuple(sorted(tally.named[key]))) for key in keys}
    apart = [(union.find(one), union.find(other)) for one, other in judged.parting(keys)]
    linked = None if apart else Parted()  # where none are kept apart, what hangs together need not be compared
    why: dict[tuple[str, str], str] = {}
    steps = list[Step]()
    for one, other in combinations(keys, 2):
        pair = union.find(one), union.find(other)
        if pair[0] == pair[1] or (linked is not None and linked.find(pair[0]) == linked.find(pair[1])):
            continue
        found = one_body(bodies[one], bodies[other]) or _one_person(one, other, tally) or _one_house(one, other, tally)
        if found is None and not surely_one(tally.tellings[one], tally.tellings[other]):
            both = f"{tally.shown[one]} and {tally.shown[other]}"
            found = f"{both} tell it in other words, and maybe of something else"
        if found is None:
            continue
        if linked is not None:
            linked.join(*pair)
        if judged.apart(one, other):
            steps += (Step(said, StepKind.JUDGED) for said in judged.why_two(one, other))
        else:
            why.setdefault(pair, found)
    joined, least = fewest([union.find(key) for key in keys], list(why), apart)
    return [*steps, *(Step(f"{why[pair]}; joined in min", StepKind.JOINED) for pair in joined)], least


def _one_person(one: str, other: str, tally: Tally) -> str | None:
    """Why two bodies may be one person, or of one house, or one name; None where nothing says so."""
    a, b = tally.shown[one], tally.shown[other]
    if {one, other} <= tally.people:
        return one_family(a, b) or one_slip(a, b)
    if len({one, other} & tally.people) == 1 and office(b if one in tally.people else a):
        return f"{a} and {b} may be one: one is an office, which the other may hold"
    return one_slip(a, b) or (one_beginning(a, b) if tally.people.isdisjoint((one, other)) else None)


def _one_house(one: str, other: str, tally: Tally) -> str | None:
    """Why two may speak for one body or person, as the texts introduce them; None where nothing says so."""
    a, b = ((tally.shown[key], tally.introduced.get(key, []), key in tally.people) for key in (one, other))
    return one_house(*a, *b)


def _same_words(tally: Tally, union: Parted, judged: JudgedBodies) -> Iterator[str]:
    """Joins those who are named for the same words by two documents that have nobody in common for them, with a
    sentence for each. Two who say a thing together are named by one."""
    for run, saying in sorted(tally.runs.items()):
        held = sorted({tuple(sorted(names)) for names in saying.values()})
        for first, other in combinations(held, 2):
            one, two = first[0], other[0]
            if set(first) & set(other) or union.find(one) == union.find(two) or judged.apart(one, two):
                continue
            union.join(one, two)
            both = f"{tally.shown[one]} and {tally.shown[two]}"
            yield f"{both} are named for the same words, “… {tally.worded[run]} …”: one text; joined in min"


def _together(tally: Tally, union: Parted, judged: JudgedBodies) -> Iterator[str]:
    """Joins those whom a sentence names together for one statement, with a sentence for each."""
    for one, other in tally.together:
        if union.find(one) != union.find(other) and not judged.apart(one, other):
            union.join(one, other)
            both = f"{tally.shown[one]} and {tally.shown[other]}"
            yield f"{both} are named together for it: it may be one statement; joined in min"
