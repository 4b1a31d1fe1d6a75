"""Standing text of publishers: what they print again and again, and nobody takes from anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.index.postings import Entry, Postings, common
from sayso.relations.index.runs import distinct, run_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.int64]

#: A fingerprint that this many documents of one publisher have which are not copies of each other is stock: a standing
#: paragraph, a notice. Whether they are is asked of the first ones only, this many.
STOCK, ASKED = 4, 24

#: Two of them are copies where they share this much of the shorter one's fingerprints, or this much beyond what all of
#: the holders have: standing text is the same in all, what is copied differs from copy to copy.
COPY, BEYOND = 0.7, 0.25


class Settled(NamedTuple):
    """The fingerprints that have become standing text, and those that are it no longer; ascending."""

    more: Keys
    fewer: Keys


def settle_stock(postings: Postings, new: Sequence[int]) -> Settled:
    """Marks what is standing text now that some documents were entered.

    A publisher's documents are asked in the order of the index, so that only those which are among the first can change
    the answer, and the marks are the same in whatever order the documents came.
    """
    import numpy as np

    entries = {number: entry for number, entry in sorted(postings.entries(new).items()) if entry.group}
    keys = distinct(np.concatenate([entry.keys for entry in entries.values()] or [np.zeros(0, np.int64)]))
    known = postings.standing(keys)  # so many have it already
    others = keys[~known]
    enough = np.bincount(postings.first(others, STOCK).places, minlength=len(others)) == STOCK
    often = np.sort(np.concatenate((keys[known], others[enough])))
    changed = _asked(postings, entries, often)
    keys = distinct(np.array([key for key, *_ in changed], np.int64))
    before = postings.standing(keys)
    for key, group, marked in changed:
        postings.mark(key, group, marked)
    after = postings.standing(keys)
    return Settled(keys[after & ~before], keys[before & ~after])


def _asked(postings: Postings, entries: Mapping[int, Entry], often: Keys) -> list[tuple[int, int, bool]]:
    """Whether each key, whose first holders in a group one of the entries is among, is stock of the group; asked of
    the keys that are in so many documents at all."""
    run = run_of([(entry.keys, entry.group, entry.document) for entry in entries.values()])
    pairs = run.take(run.held(often)[1]).beginnings()
    places, documents = postings.of_groups(pairs.keys, pairs.groups, ASKED)
    held: dict[int, list[int]] = defaultdict(list)
    for place, document in zip(places.tolist(), documents.tolist(), strict=True):
        held[place].append(document)
    first = {p: tuple(some) for p, some in held.items() if len(some) >= STOCK and not entries.keys().isdisjoint(some)}
    copies = _Copies(postings.entries({document for some in first.values() for document in some}))
    said = {some: copies.unlike(some) for some in sorted(set(first.values()))}
    return [(int(pairs.keys[place]), int(pairs.groups[place]), said[some]) for place, some in sorted(first.items())]


class _Copies:
    """Which texts are copies of each other, going by their fingerprints."""

    def __init__(self, entries: dict[int, Entry]) -> None:
        self.entries = entries
        self.overlaps: dict[tuple[int, int], int] = {}

    def unlike(self, group: Sequence[int]) -> bool:
        """Whether STOCK of these texts are no copies of each other.

        The longest is taken first: a text that is hardly more than a notice is a copy of any other that has the notice,
        and says nothing of whether these are copies of each other.
        """
        longest = sorted(
            group, key=lambda number: (-len(self.entries[number].keys), self.entries[number].keys.tobytes())
        )
        if self._chosen(longest, 0) >= STOCK:
            return True
        core = self.entries[group[0]].keys
        for number in group[1:]:
            core = common(core, self.entries[number].keys)
        return self._chosen(longest, len(core)) >= STOCK

    def _chosen(self, group: Sequence[int], core: int) -> int:
        chosen: list[int] = []
        for number in group:
            if not any(self._alike(other, number, core) for other in chosen):
                chosen.append(number)
                if len(chosen) == STOCK:
                    break
        return len(chosen)

    def _alike(self, a: int, b: int, core: int) -> bool:
        one, other = self.entries[a].keys, self.entries[b].keys
        if (a, b) not in self.overlaps:
            self.overlaps[(a, b)] = len(common(one, other))
        shorter, both = min(len(one), len(other)), self.overlaps[(a, b)]
        return both >= COPY * shorter or both - core >= BEYOND * shorter
