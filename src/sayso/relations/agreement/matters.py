"""Which claims of a story are of one matter though they have no key in common: by the direction of their words, with
figures and negations left out. "Turnout stood at 54 per cent", "no more than 41 per cent cast a ballot"."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.relations.agreement.denials import affirmed
from sayso.relations.agreement.restating import nearness
from sayso.relations.agreement.turns import undoes
from sayso.relations.claims.comparing import Fit, any_party, figures
from sayso.relations.claims.facts import LOOKED, Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.nearby import Nearby
from sayso.relations.claims.saying import speaker_of
from sayso.relations.words.meanings import alone, meaning
from sayso.relations.words.spellings import folded
from sayso.vocab import Modality

#: Claims less like each other than this are not looked at further: counts; a claim and what denies it.
COUNTS, TURNS = 0.55, 0.48
#: A claim and what denies it of somebody whom both name.
NAMED = 0.29
#: This many of a story's counts are read, those of most reports first.
READ = 160
#: So many tellings of a group are held against those of others.
TOLD = 3
#: Of a story of this few groups all are held against what is denied.
SMALL = 80
#: A figure of this many is seldom that of two things in one story; this many of those that have it are held together.
TELLING, FEW = 100, 8
#: A figure that is set against the one meant: "41 men, not 33", "to 131 from 134", "up from 640,000".
NOT = re.compile(
    r"\b(?:not|instead of|rather than|(?:up|down|rais\w+|corrected|revised|cut|lowered) from"
    r"|to \D{0,12}\d[\d,.]*(?: \w+)? from|from an? (?:\w+ )?(?:earlier|initial|previous|first|original))"
    r" (?:the |as |of |by |at |around |about |some |, ){0,2}(?:\w{1,12} ){0,3}?(\d[\d,.]{0,15})",
    re.IGNORECASE,
)
#: How a figure may be told in short where the one it is set against is told in full: "120 million, not 150".
SCALES = (1e3, 1e6, 1e9)

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|scores"
)
#: A figure with what bounds it, in digits or in words, and a second one that ends its range.
FIGURE = re.compile(
    r"(?:\b(?:at least|at most|up to|more than|fewer than|less than|over|nearly|almost|about|around|some|roughly|only"
    r"|between|as many as|no fewer than|no more than|as much as) )?"
    rf"(?:(?:[$€£] ?)?\d[\d.,]{{0,15}}|\b(?:{_WORDS})\b)"
    rf"(?:(?: (?:and|to|or) |[- ])(?:{_WORDS}|\d[\d.,]{{0,15}})\b){{0,6}}",
    re.IGNORECASE,
)


class Matter(NamedTuple):
    """Two groups of claims that may be of one matter, and how like each other their words are. ``turning`` where the
    one may deny what the other says; ``told`` are the groups in those of their tellings that are likest."""

    one: Group
    other: Group
    like: float
    turning: bool = False
    told: tuple[Group, Group] | None = None


def of_one_matter(groups: Sequence[Group]) -> Iterator[Matter]:
    """Pairs of groups of one story: counts of one unit or of things without one; and claims of which one may deny
    what the other says. The likest first."""
    by_story: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if not group.lead.headline:
            by_story[group.lead.story].append(group)
    for story in sorted(by_story):
        held = sorted(by_story[story], key=lambda g: (-len({f.document.id for f in g.facts}), g.lead.signature, g.key))
        found = [*_counts(held), *_turns(held)]
        yield from sorted(found, key=lambda m: (-m.like, m.one.lead.signature, m.other.lead.signature))


def _counts(groups: Sequence[Group]) -> Iterator[Matter]:
    counted = [g for g in groups if g.lead.numbered() and g.lead.positive][:READ]
    by_unit: dict[str, list[Group]] = defaultdict(list)
    for group in counted:
        by_unit[group.lead.one("unit") or ""].append(group)
    for unit in sorted(by_unit):
        if len(by_unit[unit]) > 1:
            yield from _alike(by_unit[unit])
    by_figure: dict[float, list[Group]] = defaultdict(list)
    for group in counted:
        for number in figures(group.lead):
            by_figure[number].append(group)
    for number in sorted(n for n in by_figure if n >= TELLING):
        yield from (Matter(one, other, COUNTS) for one, other in itertools.combinations(by_figure[number][:FEW], 2))
    for group in counted:
        for told in (_led(group, node) for node in _tellings(group)):
            for figure in contrasted(told.lead):
                held = (g for g in by_figure.get(figure, ()) if g is not group)
                yield from (Matter(group, g, COUNTS, told=(told, g)) for g in held)


def contrasted(fact: Fact) -> set[float]:
    """The figures that a claim says are not the right ones, or no longer: "72,000 litres, and not the 40,000 it had
    admitted"."""
    found = {text.replace(",", "").rstrip(".") for text in NOT.findall(fact.opening)}
    told = {float(text) for text in found if text.replace(".", "", 1).isdigit()}
    own = figures(fact)
    short = {number * scale for number in told for scale in SCALES if own and scale <= min(own)}
    return (told | {number for number in short if any(number / 4 < figure < number * 4 for figure in own)}) - own


def _alike(groups: Sequence[Group]) -> Iterator[Matter]:
    """Pairs whose words are alike, each in the likest of their tellings."""
    import numpy as np

    told = [(group, node) for group in groups for node in _tellings(group)]
    rows = np.stack([meaning(alone(uncounted(node.text))) for _, node in told])
    near = np.round(rows @ rows.T, 4)
    best: dict[tuple[int, int], Matter] = {}
    for i, j in np.argwhere(np.triu(near >= COUNTS, 1)).tolist():
        (one, left), (other, right) = told[i], told[j]
        key = id(one), id(other)
        if one is not other and (key not in best or best[key].like < near[i, j]):
            best[key] = Matter(one, other, float(near[i, j]), told=(_led(one, left), _led(other, right)))
    yield from best.values()


def _tellings(group: Group) -> list[Fact]:
    """The distinct claims of a group that give a figure below a headline, a few of them."""
    return [node for node in group.nodes[:TOLD] if node.numbered() and node.positive and not node.headline]


def _led(group: Group, node: Fact) -> Group:
    """A group as one of its distinct claims tells it."""
    if node is group.lead:
        return group
    return Group([node, *(n for n in group.nodes if n is not node)], group.facts)


def _turns(groups: Sequence[Group]) -> Iterator[Matter]:
    """What is denied, given up or undone with what it may be of, the likest only."""
    turning = [g for g in groups if not g.lead.positive or not g.lead.real or undoes(g.lead)]
    told = [g for g in groups if g.lead.positive]
    shelf: Nearby[Group] = Nearby()
    for group in told if turning and len(groups) > SMALL else ():
        shelf.enter(group.lead, group)
    for group in turning:
        yield from _likest(group, told if len(groups) <= SMALL else shelf.find(affirmed(group.lead)))


def _likest(group: Group, others: Iterable[Group]) -> Iterator[Matter]:
    for other in others:
        like = nearness(group.lead, other.lead) if other is not group else 0.0
        if like >= TURNS or (like >= NAMED and _one_person(group.lead, other.lead)):
            yield Matter(group, other, like, turning=True)


def _one_person(negated: Fact, told: Fact) -> bool:
    """Whether somebody whom a negated claim names, or who denies it, is named in the other."""
    if negated.positive:
        return False
    denier = speaker_of(negated) if negated.claim.modality is Modality.DENIED else ""
    named = bool(denier) and f" {denier} " in f" {folded(told.opening)} "
    return named or any_party(negated.people, told.people, negated.armed_groups) is Fit.SAME


def uncounted(text: str) -> str:
    """A claim's words with a letter for each figure, and without what bounds it."""
    return FIGURE.sub("N", text[:LOOKED]) + text[LOOKED:]
