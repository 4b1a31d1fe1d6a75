"""Documents that are left over when a part is grouped by how alike they are on average: a report in quite other words.

Such a report is seldom alike to all the others of its story, but often to one. A document or two that are left over go
to another group

- that is large enough to be a story for certain, where they are alike to one of its documents by several words that
  this story has nearly for itself. Words that many stories of the part have (the names of one war, say) do not count;
- that names, within days, what few texts name: a town, a firm, a person. In a small group this must do, for the words
  for what kind of thing happens are those of any other one of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.stories.subjects import Subject
from sayso.relations.words.keywords import Weights, background, matrix_of, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Weighed = NDArray[np.float32]
    Flags = NDArray[np.bool_]

#: A group of this many documents is a story for certain; what is left over are groups of fewer.
CORE = 3

#: Of the documents of a part that have a word, two groups must hold this share, for it to be a word of theirs.
OWN = 0.5

#: How alike what is left over must be to one document of a story, by words of the story's own, the one that tells most
#: left out; and by rare names, where they are so alike by all their words.
ALIKE_TO_ONE, ALIKE_BY_NAMES, ALIKE = 0.07, 0.04, 0.06

#: A name is rare where at most this many texts of the background have it.
RARE = 3

#: Days from one report to another one of the same happening; further apart they are the less alike.
DAYS = 4

Group = list[int]


class Part(NamedTuple):
    """What is compared: how alike every two documents are, (documents, documents); the weighed words of each and which
    of them are rare names, (documents, words); how near their days are, 1 where one has none, and whether both have one
    and these are near; how much more alike citing makes them; (documents, documents)."""

    alike: Floats
    weights: Weighed
    rare: Flags
    near: Floats
    dated: Flags
    cited: Floats


def part_of(told: Sequence[Subject], vectors: Sequence[Weights], alike: Floats, cited: Floats) -> Part:
    import numpy as np

    weights, places = matrix_of(vectors)
    rare = np.zeros(weights.shape, np.bool_)
    for row, one in enumerate(told):
        rare[row, [places[word] for word in rare_names(one) if word in places]] = True
    days = np.array([np.nan if one.day is None else one.day for one in told])
    apart = abs(days[:, None] - days[None, :])
    near = np.minimum(1.0, DAYS / np.maximum(1.0, np.nan_to_num(apart)))
    return Part(alike, weights, rare, near, apart <= DAYS, cited)


def rare_names(told: Subject) -> set[str]:
    """The words of the names in a document that few texts of the background have."""
    known = background().counts
    said = {word for name in told.named for word in words(name, 0, len(name))}
    return {w for w in said if w in told.words and len(w) > 2 and not w.isdigit() and known.get(w, 0) <= RARE}


def take_up(groups: Sequence[Group], part: Part) -> list[Group]:
    """The groups, after those left over were joined to a story by its own words, the most alike first."""
    import numpy as np

    held = part.weights > 0
    have = held.sum(axis=0)

    def alike(small: Group, core: Group) -> float:
        if len(small) >= CORE or len(core) < CORE:
            return 0.0
        own = held[core].sum(axis=0) >= OWN * (have - held[small].sum(axis=0))
        best = []
        for n in small:
            said = np.flatnonzero(held[n] & own)
            each = part.weights[core][:, said] * part.weights[n, said]
            broad = (each.sum(axis=1) - each.max(axis=1, initial=0)) * part.near[n, core]
            best.append(float((broad + part.cited[n, core]).max()))
        return sum(best) / len(best)

    return _joined(groups, part.alike >= ALIKE_TO_ONE, alike, ALIKE_TO_ONE)


def join_by_names(groups: Sequence[Group], part: Part) -> list[Group]:
    """The groups, after those left over were joined to one that names the same, the most alike by names first."""
    import numpy as np

    shared = np.flatnonzero(part.rare.sum(axis=0) > 1)
    rare = part.rare[:, shared]
    told = np.where(rare, part.weights[:, shared], 0)
    have = rare.sum(axis=0)

    def alike(small: Group, other: Group) -> float:
        if len(small) >= CORE or len(other) < len(small):
            return 0.0
        own = np.flatnonzero(rare[small + other].sum(axis=0) >= np.maximum(1, OWN * have))
        by_names = told[small][:, own] @ told[other][:, own].T * may[small][:, other]
        return float(by_names.max(axis=1).mean())

    may = part.dated & (part.alike >= ALIKE) & (told @ told.T > 0)
    return _joined(groups, may, alike, ALIKE_BY_NAMES)


def _joined(groups: Sequence[Group], may: Flags, alike: Callable[[Group, Group], float], least: float) -> list[Group]:
    """The groups, after again and again the first of two was joined to the second that are most alike, until that is
    less than ``least``; only groups of which a document of one may go with one of the other are asked about."""
    import numpy as np

    live = {n: sorted(held) for n, held in enumerate(sorted(groups))}
    group_of = np.zeros(len(may), np.int64)
    for n, held in live.items():
        group_of[held] = n

    def beside(n: int) -> set[int]:
        return set(group_of[may[live[n]].any(axis=0)].tolist()) - {n}

    worth = {(a, b): alike(live[a], live[b]) for a in live for b in beside(a)}
    while worth:
        small, other = max(worth, key=lambda pair: (worth[pair], -pair[0], -pair[1]))
        if worth[small, other] < least:
            break
        group_of[live[small]] = other
        live[other] = sorted(live[other] + live.pop(small))
        worth = {pair: value for pair, value in worth.items() if {small, other}.isdisjoint(pair)}
        for n in beside(other):
            worth |= {pair: alike(live[pair[0]], live[pair[1]]) for pair in ((n, other), (other, n))}
    return sorted(live.values())
