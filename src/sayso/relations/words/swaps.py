"""Where two claims run alike but for a word or two: what stands in the place of what."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.relations.words.likeness import Wording

if TYPE_CHECKING:
    from sayso.relations.words.likeness import Floats

#: Two words this much alike hold two claims together, so that what stands between such words can be compared.
ANCHOR = 0.8

Place = tuple[int, int]


def swapped(plain: Floats, helped: Floats, best: tuple[Floats, Floats], said: tuple[Wording, Wording]) -> list[float]:
    """Five figures: how like the likeliest two words are of which neither stands in both claims, and how much the less
    telling of them tells; the share of the shorter claim in the longest run of words in one order in both; between the
    words of that run, how much the most telling word tells that stands in the place of another one, and how little
    alike such two stretches are. ``best`` is how like each word is to the likest of the other claim."""
    one, other = said
    free = (best[0] < 1) * (1 - one.names), (best[1] < 1) * (1 - other.names)
    loose = plain * free[0][:, None] * free[1][None, :]
    row, column = divmod(int(loose.argmax()), loose.shape[1])
    likest = float(loose[row, column])
    telling = float(min(one.weights[row], other.weights[column])) if likest > 0 else 0.0
    rows, columns = (plain >= ANCHOR).nonzero()
    anchors = longest_run(list(zip(rows.tolist(), columns.tolist(), strict=True)))
    weight, least = 0.0, 1.0
    gaps = [(-1, -1), *anchors, plain.shape]
    for (above, before), (below, after) in itertools.pairwise(gaps):
        if below - above > 1 and after - before > 1:
            mine, yours = slice(above + 1, below), slice(before + 1, after)
            weight = max(weight, min(float(one.weights[mine].max()), float(other.weights[yours].max())))
            least = min(least, float(helped[mine, yours].max()))
    return [likest, telling, len(anchors) / min(plain.shape), weight, least]


def longest_run(places: Sequence[Place]) -> list[Place]:
    """The longest run of places, given in order, in which both numbers rise; the first of several."""
    best: list[tuple[int, int]] = []  # length of the longest run that ends here, and the number of the place before
    for number, (row, column) in enumerate(places):
        before = [(best[n][0], -n) for n in range(number) if places[n][0] < row and places[n][1] < column]
        length, previous = max(before, default=(0, 1))
        best.append((length + 1, -previous))
    if not best:
        return []
    at = max(range(len(best)), key=lambda n: (best[n][0], -n))
    run = []
    while at >= 0:
        run.append(places[at])
        at = best[at][1]
    return run[::-1]
