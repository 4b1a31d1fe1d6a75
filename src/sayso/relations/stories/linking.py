"""Documents that are alike, put into groups: again and again the two groups most alike on average are joined."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.relations.stories.leftovers import CORE, join_by_names, part_of, take_up
from sayso.relations.stories.subjects import CITED, Subject
from sayso.relations.words.keywords import Weights, matrix_of, weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: Two groups of documents are one story where their documents are on average so alike (0 to 1), and at least this share
#: as alike as the documents inside either group are (only where both have LEAST documents; beyond TIGHT a group counts
#: as TIGHT, since copies of one text are all but equal). The second condition parts two happenings of one sort.
ALIKE, SHARE, LEAST, TIGHT = 0.14, 0.72, 3, 0.4

#: Documents published more days apart than this are the less alike the farther apart they are.
WINDOW = 14


def group(told: Sequence[Subject]) -> list[list[int]]:
    """The groups of some documents by their places, each sorted. Words weigh less the more of the documents have them,
    so that what all of a subject have in common does not make them one story."""
    vectors = weigh([one.words for one in told], together=True)
    cited = citations(told)
    alike = likeness_of(vectors, [one.day for one in told]) + cited
    groups = average_link(alike)
    if len(groups) == 1 or min(map(len, groups)) >= CORE:
        return groups
    part = part_of(told, vectors, alike, cited)
    return join_by_names(take_up(groups, part), part)


def likeness_of(vectors: Sequence[Weights], days: Sequence[int | None]) -> Floats:
    """The cosine of every two vectors, less for documents far apart in time; shape (documents, documents)."""
    import numpy as np

    matrix, _ = matrix_of(vectors)
    known = np.array([np.nan if day is None else day for day in days])
    near = np.minimum(1.0, WINDOW / np.maximum(1.0, np.nan_to_num(abs(known[:, None] - known[None, :]))))
    likeness: Floats = (matrix @ matrix.T).astype(np.float64) * near
    return likeness


def citations(told: Sequence[Subject]) -> Floats:
    """How much more alike every two documents are because one cites the other: less where it cites several of them;
    shape (documents, documents)."""
    import numpy as np

    by_outlet: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        if one.outlet:
            by_outlet[one.outlet].append(place)
    out = np.zeros((len(told), len(told)))
    for place, one in enumerate(told):
        cited = [n for name in one.named for n in by_outlet.get(name, ()) if one.cites(told[n])]
        out[place, cited] = CITED / math.sqrt(max(1, len(cited)))
    return np.maximum(out, out.T)


def average_link(likeness: Floats) -> list[list[int]]:
    """Groups of numbers, each sorted: again and again the two most alike groups are joined, until none may be."""
    import numpy as np

    count = len(likeness)
    between = likeness.copy()
    np.fill_diagonal(between, -1.0)
    groups = {n: [n] for n in range(count)}
    inside = np.zeros(count)  # mean likeness within a group
    while len(groups) > 1:
        a, b = sorted(divmod(int(between.argmax()), count))
        mean = between[a, b]
        if mean < ALIKE:
            break
        large = [min(TIGHT, inside[n]) for n in (a, b) if len(groups[n]) >= LEAST]
        if len(large) == 2 and mean < SHARE * min(large):
            between[a, b] = between[b, a] = -1.0  # for good: what comes to either later does not make them one
            continue
        m, n = len(groups[a]), len(groups[b])
        joined = np.where((between[a] < 0) | (between[b] < 0), -1.0, (between[a] * m + between[b] * n) / (m + n))
        joined[a] = -1.0
        pairs = m * (m - 1) / 2, n * (n - 1) / 2, m * n
        inside[a] = (inside[a] * pairs[0] + inside[b] * pairs[1] + mean * pairs[2]) / sum(pairs)
        between[a], between[:, a] = joined, joined
        between[b], between[:, b] = -1.0, -1.0
        groups[a] += groups.pop(b)
    return [sorted(group) for group in groups.values()]


def nearness(a: int | None, b: int | None) -> float:
    """1 for documents within the window, or where a date is not known; less the farther apart they are."""
    return 1.0 if a is None or b is None else min(1.0, WINDOW / max(1, abs(a - b)))
