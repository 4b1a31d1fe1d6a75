"""Whether two claims in different words say the same: trees trained on families of sentences of our own.

``training/matching`` made them and says how good they are. They are asked only of pairs that no rule holds apart:
places, days, figures, parties and polarity are compared by rules, and the trees never join what these hold apart. What
they weigh most is how near an encoder puts the two (``meanings``); single words say what it overlooks. Nothing they
are shown hangs on what else is in the story, so that a copy, or another text, changes no verdict.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import assets
from sayso.relations.claims.backing import backed, unsure
from sayso.relations.claims.comparing import ANYBODY, Fit, any_party, causes, figures, places, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.incidents import close, harm, of_two_names
from sayso.relations.claims.negating import contrary
from sayso.relations.claims.parting import apart
from sayso.relations.claims.reading import known
from sayso.relations.claims.saying import NO, Verdict, speaker_of
from sayso.relations.words.likeness import Wording, listed, near, standing, wording
from sayso.relations.words.meanings import likeness, meaning
from sayso.relations.words.swaps import swapped
from sayso.trees import Trees, open_trees, scores
from sayso.vocab import Modality, Slot

if TYPE_CHECKING:
    from sayso.relations.words.likeness import Floats

FILE = "matching-trees.npz"
#: Slots whose claims may be told in any words; one of a pair's two is of one of them.
FREELY_TOLD = frozenset({Slot.STATEMENT, Slot.OCCURRENCE, Slot.SUPPORT, Slot.RESPONSIBILITY})
#: Slots whose rules go by who did it or who is supported, whatever the words: what they join is not parted.
NAMING = frozenset({Slot.SUPPORT, Slot.RESPONSIBILITY})
#: Slots of counts, of which two may be of the same people or things.
COUNTS = frozenset({Slot.TOLL, Slot.STRENGTH})
#: Harm done to those who are counted for nothing else.
HURT = frozenset({"killed", "wounded"})
#: Claims whose directions lie further apart are never one by the trees; they need not be asked.
FAR = 0.36
#: Two claims, or two groups on the mean of their pairs, are probably one from so high a likelihood on; below the second
#: two claims are not even possibly one. ``training/matching`` prints what the first gives on stories kept aside.
PROBABLE, POSSIBLE = 0.88, 0.3
#: What the rules join, and the trees find no likelier than this, is only probably one.
DOUBTED = 0.85
#: This many pairs of words are shown to the reader, each this much alike at least.
TELLING, ALIKE = 3, 0.45


@functools.cache
def read_trees() -> Trees:
    """The trees that are shipped. Raises AssetError where the file is missing or changed."""
    return open_trees(assets.path(FILE))


def comparable(a: Fact, b: Fact) -> bool:
    """Whether the trees may be asked of two claims: of two articles, one at least told in open words, or both counts of
    what may be the same people or things, and no rule holds them apart."""
    return (not {a.slot, b.slot}.isdisjoint(FREELY_TOLD) or of_one_count(a, b)) and compatible(a, b)


def of_one_count(a: Fact, b: Fact) -> bool:
    """Whether two claims of slots that are not open give one figure, of a story of one scene or of one place: there it
    is hardly by chance that both do, but one that is told of anything."""
    if not {a.slot, b.slot} <= COUNTS or not (a.numbered() and b.numbered()) or not close(a, b):
        return False
    if harm(a) != harm(b) and (a.slot is b.slot or {harm(a), harm(b)} & HURT):
        return False
    if of_two_names(a, b) or causes(a.one("cause"), b.one("cause")) is Fit.DIFFERENT:
        return False
    if max(figures(a)) < 2 and not (a.one("of") == b.one("of") and a.one("of") not in ANYBODY):
        return False
    return a.one_scene or places(a, b) is Fit.SAME


def compatible(a: Fact, b: Fact) -> bool:
    """Whether no rule holds two claims of two articles apart."""
    return not contrary(a, b) and a.document.id != b.document.id and not apart(a, b)


def judged(a: Fact, b: Fact, found: Verdict) -> Verdict:
    """What is left of the rules' verdict on two claims, or what the trees put in its place: they join what they are
    sure of, part what the rules join where they are sure of the contrary, and doubt it where it is not likely. Where
    two may be one, a verdict that says no has the likelihood as its score."""
    if not (legible(a) and legible(b)) or a.text.split() == b.text.split():
        return found
    if found.same and a.slot is b.slot and a.slot in NAMING:
        return found
    nearness = how_near(a, b)
    if (not found.same and nearness < FAR) or not comparable(a, b):
        return found
    closed = {a.slot, b.slot}.isdisjoint(FREELY_TOLD)
    if closed and found.same:
        return found
    trees = read_trees()
    odds = weigh(trees, a, b, found.same, nearness)
    likely = likelihood(odds)
    if found.same:
        doubtful = Verdict(False, PROBABLE, found.why)
        return found if likely > DOUBTED and not unsure(a, b, nearness) else doubtful if odds > trees.out else NO
    if likely < POSSIBLE:
        return NO
    words = told(a, b)
    why = f"told in other words{f' ({words})' if words else ''}"
    if unsure(a, b, nearness):
        return Verdict(False, POSSIBLE, why)
    by = backed(a, b, likely, nearness) if likely < PROBABLE else ""
    if by:
        return Verdict(False, PROBABLE, f"{by}, {why}")
    surely = odds > trees.into and not closed and a.positive == b.positive
    return Verdict(surely, likely, why)


def likelihood(odds: float) -> float:
    """The probability, 0 to 1, that log odds stand for."""
    return round(1 / (1 + math.exp(-odds)), 3)


def how_near(a: Fact, b: Fact) -> float:
    """How near two claims lie, -1 to 1, each read in its sentence."""
    return likeness(meaning(a.passage), meaning(b.passage))


def legible(fact: Fact) -> bool:
    """Whether an encoder reads a claim's words."""
    return fact.read and known(fact.text)


def weigh(trees: Trees, a: Fact, b: Fact, ruled: bool, nearness: float) -> float:
    """The log odds that two comparable claims are one; ``ruled``: whether the rules of their slot take them for one,
    ``nearness``: how near their directions are."""
    import numpy as np

    return float(scores(trees, np.array([figures_of(a, b, ruled, nearness)], dtype=np.float32))[0])


def told(a: Fact, b: Fact) -> str:
    """The words of one claim that stand for other ones of the other: ``arrested ~ detained .81``."""
    one, other = wording(a.text), wording(b.text)
    alike = listed(near(one, other), one, other)
    found = []
    for row, word in enumerate(one.words):
        column = int(alike[row].argmax()) if alike.size else -1
        if column >= 0 and ALIKE <= alike[row, column] < 1 and alike[:, column].argmax() == row:
            found.append((-float(alike[row, column]), word, other.words[column]))
    shown = (f"{word} ~ {then} {-like:.2f}" for like, word, then in sorted(found)[:TELLING])
    return ", ".join(shown).replace(" 0.", " .")


def figures_of(a: Fact, b: Fact, ruled: bool, nearness: float) -> list[float]:
    """What the trees see of a pair, whichever is named first; ``nearness`` is how near their directions are."""
    if (b.text, b.signature) < (a.text, a.signature):
        a, b = b, a
    one, other = wording(a.text), wording(b.text)
    return [nearness, *_worded(one, other), *_numbered(a, b, one, other), *_valued(a, b), float(ruled)]


#: How many figures there are of the words.
WORDED = 24


def _worded(one: Wording, other: Wording) -> list[float]:
    if not one.words or not other.words:
        return [0.0] * WORDED
    plain = near(one, other)
    helped = listed(plain, one, other)
    best = plain.max(axis=1), plain.max(axis=0)
    by_news = one.weights, other.weights
    out = _covered((standing(best[0]), standing(best[1])), by_news)
    held = standing(helped.max(axis=1)), standing(helped.max(axis=0))
    for weights in (by_news, (one.deeds, other.deeds)):
        out += _covered(held, weights)
    out.append(float(one.direction @ other.direction))
    out += swapped(plain, helped, best, (one, other))
    return [*out, *_named(best, one, other), float(min(plain.shape)), float(max(plain.shape))]


def _covered(held: Sequence[Floats], weights: tuple[Floats, Floats]) -> list[float]:
    """The share of either claim's words that the other has words for, and the weight of those that it has none for:
    least and most of the two each."""
    totals = [float(w.sum()) for w in weights]
    kept = [float(w @ h) for w, h in zip(weights, held, strict=True)]
    shares = [part / max(whole, 1e-6) for part, whole in zip(kept, totals, strict=True)]
    left = [whole - part for part, whole in zip(kept, totals, strict=True)]
    return [min(shares), max(shares), min(left), max(left)]


def _named(best: tuple[Floats, Floats], one: Wording, other: Wording) -> list[float]:
    """The weight of names, and of other words without a vector, that both have, and that one has alone: least, most;
    and how many words both have."""
    mine, yours = best[0] >= 1, best[1] >= 1
    own, theirs = one.names * one.weights, other.names * other.weights
    both = float(own @ mine)
    left = float(own.sum()) - both, float(theirs.sum()) - float(theirs @ yours)
    return [both, min(left), max(left), float(mine.sum())]


def _numbered(a: Fact, b: Fact, one: Wording, other: Wording) -> list[float]:
    both = one.numbers & other.numbers
    known = a.numbered() + b.numbered()
    return [
        float(len(both)),
        float(bool(one.numbers and other.numbers and not both)),
        float(bool(one.numbers) != bool(other.numbers)),
        float(known if known < 2 else 3),  # two figures that differ were held apart before
        float(one.negated != other.negated),
        float(bool(one.days and other.days) * (1 if one.days & other.days else 2)),
    ]


def _valued(a: Fact, b: Fact) -> list[float]:
    event, other = a.one("event"), b.one("event")
    return [
        float(a.positive),
        float((a.claim.modality is Modality.DENIED) + (b.claim.modality is Modality.DENIED)),
        float(a.slot in FREELY_TOLD and b.slot in FREELY_TOLD),
        float(event is not None and event == other),
        float(event is not None and other is not None and event != other),
        float(places(a, b)),
        float(times(a, b)),
        float(any_party(a.people, b.people, a.armed_groups)),
        float(bool(speaker_of(a)) != bool(speaker_of(b))),
        float(a.real == b.real),
        float(a.claim.modality is b.claim.modality),
        _role(a.one("target"), b.one("target")),
    ]


def _role(a: str | None, b: str | None) -> float:
    """How like two descriptions are by their words; below 0 where one is missing."""
    if not a or not b:
        return -0.3
    alike = near(wording(a), wording(b))
    return float(alike.max()) if alike.size else -0.3
