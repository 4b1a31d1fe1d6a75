"""Which documents may belong together, by the keys that they share, looked up in an index that only grows.

Of every key the first ANCHORS documents, in the order of the index, are its anchors. A key counts for two documents
that have it if one of them is an anchor of it: a rare key for all its documents, of a common one each document meets
the same few, through which all of them hang together. So what a document may belong with is found by a bounded number
of lookups, and a document that is added changes nothing between two others, but where it takes the place of an anchor.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.index.postings import Postings, common
from sayso.relations.index.runs import distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sayso.relations.index.postings import Flags, Keys, Numbers

ANCHORS = 40

#: Documents that are looked up at once; no result depends on it.
BATCH = 256

Pair = tuple[int, int]


class Rule(NamedTuple):
    """Two documents are candidates where they share at least ``share`` of the keys of the one with fewer, in any case
    if ``enough``, and never if fewer than ``least``. Keys that differ in their last ``bits`` bits only count once."""

    share: float
    least: int
    enough: int
    bits: int = 0

    def met(self, counts: NDArray[np.int64], shorter: NDArray[np.int64]) -> Flags:
        import numpy as np

        met: Flags = counts >= np.clip(self.share * shorter, self.least, self.enough)
        return met


def near(postings: Postings, documents: Sequence[int], rule: Rule) -> list[Pair]:
    """The pairs of candidates that have one of some documents, the lower number first, each once, sorted."""
    import numpy as np

    starts = range(0, len(documents), BATCH)
    found = [_near(postings, documents[start : start + BATCH], rule) for start in starts]
    low, high = np.concatenate([np.zeros((2, 0), np.int64), *found], axis=1)
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    once = np.append(True, (low[1:] != low[:-1]) | (high[1:] != high[:-1]))[: len(low)]
    return list(zip(low[once].tolist(), high[once].tolist(), strict=True))


def _near(postings: Postings, documents: Sequence[int], rule: Rule) -> Numbers:
    """The lower and the higher number of each candidate, of shape (2, pairs); a pair of two of the documents twice."""
    import numpy as np

    entries = [entry for _, entry in sorted(postings.entries(documents).items())]
    numbers = np.array([entry.document for entry in entries], np.int64)
    every = np.concatenate([entry.keys for entry in entries] or [np.zeros(0, np.int64)])
    sizes = np.array([len(entry.keys) for entry in entries], np.int64)
    holder = np.arange(len(entries)).repeat(sizes)
    keys, which = np.unique(every, return_inverse=True)
    places, held = _counting(postings, keys, numbers)
    counts = np.bincount(places, minlength=len(keys))
    firsts = counts.cumsum() - counts
    # of an anchor all holders count, of every other document the anchors
    times = counts[which]
    mine = holder.repeat(times)
    at = firsts[which].repeat(times) + np.arange(len(mine)) - (times.cumsum() - times).repeat(times)
    anchor = _is_anchor(places, held, counts)
    own = numbers[mine]
    own_anchor = np.zeros(len(every), np.bool_)
    same = held[at] == own
    own_anchor[np.arange(len(every)).repeat(times)[same & anchor[at]]] = True
    kept = ~same & (anchor[at] | own_anchor.repeat(times))
    others, index = np.unique(held, return_inverse=True)
    codes = mine[kept] * max(1, len(others)) + index[at[kept]]
    if rule.bits:
        counted = np.unique(np.stack((codes, every.repeat(times)[kept] >> rule.bits)), axis=1)
        codes = counted[0]
    codes, shared = np.unique(codes, return_counts=True)
    mine, theirs = np.divmod(codes, max(1, len(others)))
    left, right = numbers[mine], others[theirs]
    held_by = postings.entries(others.tolist())
    other_sizes = np.array([len(held_by[number].keys) for number in others.tolist()], np.int64)
    shorter = np.minimum(sizes[mine], other_sizes[theirs])
    met = rule.met(shared, shorter)
    return np.stack((np.minimum(left, right)[met], np.maximum(left, right)[met]))


def _counting(postings: Postings, keys: Keys, numbers: Numbers) -> tuple[NDArray[np.intp], Numbers]:
    """The holders of the keys that are no standing text: the anchors, or all where one of some documents is an anchor;
    by the places of the keys."""
    import numpy as np

    plain = np.flatnonzero(~postings.standing(keys))
    places, held = postings.first(keys[plain], ANCHORS)
    full = np.bincount(places, minlength=len(plain)) == ANCHORS
    anchored = np.zeros(len(plain), np.bool_)
    anchored[places[np.isin(held, numbers)]] = True
    more = np.flatnonzero(full & anchored)
    kept = ~np.isin(places, more)
    wide = postings.every(keys[plain[more]])
    places = np.concatenate((plain[places[kept]], plain[more[wide.places]]))
    held = np.concatenate((held[kept], wide.documents))
    order = places.argsort(kind="stable")
    return places[order], held[order]


def _is_anchor(places: NDArray[np.intp], held: Numbers, counts: NDArray[np.int64]) -> Flags:
    import numpy as np

    firsts = counts.cumsum() - counts
    ranked: Flags = np.arange(len(held)) - firsts[places] < ANCHORS
    return ranked


def still_near(postings: Postings, pairs: Iterable[Pair], rule: Rule) -> list[Pair]:
    """Those of some pairs that are candidates now."""
    import numpy as np

    asked = sorted(set(pairs))
    entries = postings.entries({number for pair in asked for number in pair})
    in_both = [common(entries[a].keys, entries[b].keys) for a, b in asked]
    keys = distinct(np.concatenate(in_both or [np.zeros(0, np.int64)]))
    anchors = anchors_of(postings, keys[~postings.standing(keys)])
    counts = [_shared(pair, shared.tolist(), anchors, rule) for pair, shared in zip(asked, in_both, strict=True)]
    shorter = [min(len(entries[a].keys), len(entries[b].keys)) for a, b in asked]
    met = rule.met(np.array(counts, np.int64), np.array(shorter, np.int64)).tolist()
    return list(itertools.compress(asked, met))


def _shared(pair: Pair, keys: Sequence[int], anchors: Mapping[int, set[int]], rule: Rule) -> int:
    """How many of the keys count for the pair; not further than to what is enough."""
    found: set[int] = set()
    for key in keys:
        if key in anchors and not anchors[key].isdisjoint(pair):
            found.add(key >> rule.bits)
            if len(found) >= rule.enough:
                break
    return len(found)


def anchors_of(postings: Postings, keys: Keys) -> dict[int, set[int]]:
    """The anchors of each key."""
    out: dict[int, set[int]] = {key: set() for key in keys.tolist()}
    places, held = postings.first(keys, ANCHORS)
    for place, document in zip(keys[places].tolist(), held.tolist(), strict=True):
        out[place].add(document)
    return out


def displaced(postings: Postings, new: Sequence[int]) -> set[int]:
    """The documents that were anchors of a key before some were entered, and are not now; of keys that are no standing
    text, which does not count."""
    import numpy as np

    entries = postings.entries(new)
    added = np.array(sorted(entries), np.int64)
    keys = distinct(np.concatenate([e.keys for e in entries.values()] or [np.zeros(0, np.int64)]))
    keys = keys[~postings.standing(keys)]
    places, held = postings.first(keys, ANCHORS)
    full = np.bincount(places, minlength=len(keys)) == ANCHORS
    entered = np.zeros(len(keys), np.bool_)
    entered[places[np.isin(held, added)]] = True
    moved = keys[full & entered]
    out: set[int] = set()
    places, held = postings.first(moved, ANCHORS + len(added))  # all that were entered may stand before the anchors
    rows: dict[int, list[int]] = {}
    for place, document in zip(places.tolist(), held.tolist(), strict=True):
        rows.setdefault(place, []).append(document)
    known = set(added.tolist())
    for ranked in rows.values():
        before = [n for n in ranked if n not in known][:ANCHORS]
        out.update(set(before) - set(ranked[:ANCHORS]))
    return out
