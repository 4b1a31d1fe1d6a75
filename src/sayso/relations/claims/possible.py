"""Pairs of claims that stay apart, and of which it is an open question whether they are one: for a person to judge.

What is found here joins nothing and changes no count. It is what was looked at when groups were put together
(``probable``) and was likely enough to be shown, not to be taken for one claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.relations.claims.matching import PROBABLE
from sayso.relations.claims.probable import Cluster, Likelihoods
from sayso.types import Link
from sayso.vocab import LinkKind

#: From this likelihood on two claims are shown as possibly one. Of such pairs 20 of 27 are one claim on the read
#: stories of ``tests/corpora``; of 40 on news, half of the Syrian war and half of American politics, 18 were by reading
#: (``evaluation/related.py --relations same_claim --seed 1123``, 23 November 2026), and of 42 from 0.5 to 0.7 some 5.
ASKED = 0.7
#: A claim is shown with so many others that may be it, the likeliest first.
MOST = 3


class Pair(NamedTuple):
    """Two clusters, and how likely, 0 to 1, they are one claim, with the reason."""

    one: Cluster
    other: Cluster
    likelihood: float
    why: str


def possible_pairs(clusters: Sequence[Cluster], likelihoods: Likelihoods) -> list[Pair]:
    """The pairs of clusters that may be one, each once and the likeliest first; a cluster is in MOST at most, but where
    it is among the likeliest of another one."""
    home = {id(core): cluster for cluster in clusters for core in cluster.cores}
    best: dict[frozenset[int], Pair] = {}
    for pair in _open(clusters, home, likelihoods):
        ends = frozenset((id(pair.one), id(pair.other)))
        if ends not in best or (pair.likelihood, pair.why) > (best[ends].likelihood, best[ends].why):
            best[ends] = pair
    ranked = sorted(best.values(), key=lambda p: (-p.likelihood, *sorted((_about(p.one), _about(p.other)))))
    asked: dict[int, int] = {}
    out = []
    for pair in ranked:
        ends_of = (id(pair.one), id(pair.other))
        if min(asked.get(end, 0) for end in ends_of) < MOST:
            out.append(pair)
            asked |= {end: asked.get(end, 0) + 1 for end in ends_of}
    return out


def _open(clusters: Iterable[Cluster], home: dict[int, Cluster], likelihoods: Likelihoods) -> Iterator[Pair]:
    """Each pair of groups of two clusters that was likely enough when groups were put together, where nothing holds any
    of the two clusters' groups apart. A headline that stands alone is in none."""
    for cluster in clusters:
        for group in cluster.cores:
            for other in group.maybe:
                yours = home.get(id(other))
                if yours is None or yours is cluster or group.lead.headline or other.lead.headline:
                    continue
                verdict = likelihoods.of(group, other)
                if verdict.score >= ASKED and all(
                    likelihoods.of(a, b).score for a in cluster.cores for b in yours.cores
                ):
                    yield Pair(cluster, yours, verdict.score, verdict.why)


def _about(cluster: Cluster) -> str:
    return cluster.cores[0].lead.signature


def possible_links(pairs: Iterable[Pair], ids: dict[int, str], related: Iterable[Link]) -> Iterator[Link]:
    """A link for each pair, the likelihood as its score, but for those that are related in some other way. ``ids``: of
    the cluster of each group, by the group's identity."""
    known = {frozenset((link.left, link.right)) for link in related}
    for pair in pairs:
        left, right = sorted((ids[id(pair.one.cores[0])], ids[id(pair.other.cores[0])]))
        if frozenset((left, right)) not in known:
            why = "on the whole less likely" if pair.likelihood >= PROBABLE else f"likelihood {pair.likelihood:.2f}"
            detail = f"may be one claim, {pair.why}: {why}; nothing is counted together"
            yield Link(relation=LinkKind.SAME_CLAIM, left=left, right=right, score=pair.likelihood, detail=detail)
