"""Holds the claims of a newswire, their relations and their ladders against the expected ones.

An expected claim lists its accounts, each the words of one document. An account is found in the claims of that document
that hold those words: of the expected slot if there is one, then the shortest, then of the expected source. The cluster
of an expected claim is the one that holds most of its accounts; everything said of the claim (its ladder, its
relations) is read off that cluster. Where several hold as many, the first account's is the one, and a relation of any
of them is a relation of the claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from figure import Figure
from newswire import Newswire, content_of, covered, folded, place_of

from sayso.types import Origin
from sayso.vocab import LinkKind, Slot

#: What fits no slot of its own may be read as something said or as something that happened.
OPEN_SLOTS = {"statement", "occurrence"}
#: Relations whose two ends are not alike: the left one is the later state, or the one that denies.
ORDERED = {LinkKind.UPDATES, LinkKind.DENIAL}
RELATIONS = (*sorted(ORDERED), LinkKind.AGREES, LinkKind.COMPATIBLE, LinkKind.CONFLICTS, LinkKind.UNDECIDED)


@dataclass(frozen=True)
class Account:
    """One expected account of an expected claim, and the cluster it was found in, if it was."""

    claim: str
    slot: str
    document: str
    wording: str
    cluster: str | None


@dataclass(frozen=True)
class Matching:
    accounts: tuple[Account, ...]
    tops: dict[str, tuple[str, ...]]  # expected claim → the clusters that hold most of its accounts

    @property
    def best(self) -> dict[str, str]:
        """Expected claim → the cluster that stands for it."""
        return {claim: clusters[0] for claim, clusters in self.tops.items()}


def fits(ours: Slot, wanted: str) -> bool:
    return ours.value == wanted or {ours.value, wanted} <= OPEN_SLOTS


def words_of(name: str) -> set[str]:
    return set(folded(name).lower().split())


def clusters_of(wire: Newswire, member: dict[str, str], slot: str) -> list[str]:
    """The clusters of the claims that hold an expected wording: those of the slot before others, the shortest only,
    and of those the ones with a word of the expected source in their source's name; in the order of the claims' words
    and values, as ids differ with the place that a page was read from."""
    page = wire.pages[member["document"]]
    where = place_of(page.document.text, member["wording"])
    if where is None:
        return []
    theirs = covered(page.document.text, [where])
    clusters = {m.member_id: m.cluster_id for m in wire.collated.clusters}
    near: dict[tuple[bool, int, bool], list[str]] = {}
    for claim in sorted(page.claims, key=lambda c: (c.content, c.slot, str(c.values), c.polarity, c.chain)):
        ours = content_of(page.document.text, claim)
        if len(theirs & ours) >= 0.6 * len(theirs) and claim.id in clusters:
            other_source = not words_of(member["chain_ends"]) & words_of(claim.chain[-1] if claim.chain else "")
            near.setdefault((not fits(claim.slot, slot), len(ours), other_source), []).append(clusters[claim.id])
    return list(dict.fromkeys(near[min(near)])) if near else []


def matching(wire: Newswire) -> Matching:
    found: list[tuple[dict[str, Any], dict[str, str], list[str]]] = []
    tops: dict[str, tuple[str, ...]] = {}
    for claim in wire.expected["claims"]:
        held = [(member, clusters_of(wire, member, claim["slot"])) for member in claim["members"]]
        found += [(claim, member, clusters) for member, clusters in held]
        votes = Counter(cluster for _, clusters in held for cluster in clusters)
        if votes:
            tops[claim["id"]] = tuple(cluster for cluster in votes if votes[cluster] == max(votes.values()))
    accounts = []
    for claim, member, clusters in found:
        mine = tops.get(claim["id"], ("",))[0]
        cluster = mine if mine in clusters else (clusters[0] if clusters else None)
        accounts.append(Account(claim["id"], claim["slot"], member["document"], member["wording"], cluster))
    return Matching(tuple(accounts), tops)


def claims(wire: Newswire) -> Figure:
    """Expected accounts that are in their claim's cluster."""
    figure = Figure()
    match = matching(wire)
    for account in match.accounts:
        good = account.cluster is not None and account.cluster == match.best.get(account.claim)
        figure.count(good, f"{account.claim} ({account.slot}) in {account.document}: {account.wording[:60]}")
    return figure


def pairing_recall(wire: Newswire) -> Figure:
    """Pairs of expected accounts of one claim that share a cluster."""
    figure = Figure()
    for left, right in combinations(matching(wire).accounts, 2):
        if left.claim == right.claim:
            good = left.cluster is not None and left.cluster == right.cluster
            figure.count(good, f"{left.claim}: {left.document} and {right.document}")
    return figure


def asked_of(wire: Newswire) -> set[frozenset[str]]:
    """The pairs of clusters that are left to people as possibly one claim."""
    links = (link for link in wire.collated.links if link.relation is LinkKind.SAME_CLAIM)
    return {frozenset((link.left, link.right)) for link in links}


def pairing_asked(wire: Newswire) -> Figure:
    """Pairs of expected accounts of one claim that share a cluster, or whose clusters are left to people as possibly
    one."""
    figure = Figure()
    asked = asked_of(wire)
    for left, right in combinations(matching(wire).accounts, 2):
        if left.claim == right.claim:
            held = frozenset(cluster for cluster in (left.cluster, right.cluster) if cluster is not None)
            joined = left.cluster is not None and left.cluster == right.cluster
            figure.count(joined or held in asked, f"{left.claim}: {left.document} and {right.document}")
    return figure


def asked_rightly(wire: Newswire) -> Figure:
    """The pairs of clusters left to people of which both hold expected accounts: those that hold accounts of one
    claim."""
    figure = Figure()
    held: dict[str, set[str]] = {}
    for account in matching(wire).accounts:
        if account.cluster is not None:
            held.setdefault(account.cluster, set()).add(account.claim)
    for pair in sorted(asked_of(wire), key=sorted):
        if all(cluster in held for cluster in pair):
            claims = sorted(sorted(held[cluster]) for cluster in pair)
            figure.count(bool(set.intersection(*(held[cluster] for cluster in pair))), f"{claims[0]} and {claims[-1]}")
    return figure


def pairing_precision(wire: Newswire) -> Figure:
    """Pairs of expected accounts that share a cluster: those of one claim."""
    figure = Figure()
    for left, right in combinations(matching(wire).accounts, 2):
        if left.cluster is not None and left.cluster == right.cluster:
            good = left.claim == right.claim
            figure.count(good, f"{left.claim} in {left.document} joined with {right.claim} in {right.document}")
    return figure


def ladders(wire: Newswire) -> Figure:
    """Claims whose outlets, families, texts and range of origins are all right."""
    figure = Figure()
    best = matching(wire).best
    origins: dict[str, Origin] = {o.cluster_id: o for o in wire.collated.origins}
    for claim in wire.expected["claims"]:
        ladder = origins.get(best.get(claim["id"], ""))
        families = claim.get("families", claim["outlets"])
        wanted = (claim["outlets"], families, claim["texts"], claim["origins"]["min"], claim["origins"]["max"])
        ours = ladder and (ladder.outlets, ladder.families, ladder.texts, ladder.origins_min, ladder.origins_max)
        figure.count(ours == wanted, f"{claim['id']}: {ours} for {wanted}, {ladder.names if ladder else ''}")
    return figure


def false_independence(wire: Newswire) -> Figure:
    """Of the claims whose cluster was found: those not said to have more origins, at least, than they have."""
    figure = Figure()
    best = matching(wire).best
    origins = {o.cluster_id: o for o in wire.collated.origins}
    for claim in wire.expected["claims"]:
        ladder = origins.get(best.get(claim["id"], ""))
        if ladder:
            figure.count(ladder.origins_min <= claim["origins"]["min"], f"{claim['id']}: {ladder.derivation}")
    return figure


def stated(wire: Newswire) -> set[tuple[LinkKind, str, str]]:
    """The relations that Sayso states, between clusters; one that has no direction, in one direction only."""
    cluster = {m.member_id: m.cluster_id for m in wire.collated.clusters}
    out = set()
    for link in wire.collated.links:
        if link.relation in RELATIONS:
            ends = [cluster.get(link.left, link.left), cluster.get(link.right, link.right)]
            left, right = ends if link.relation in ORDERED else sorted(ends)
            out.add((link.relation, left, right))
    return out


def relations_by_kind(wire: Newswire) -> Iterator[tuple[str, bool, str]]:
    """Of each expected relation that may not be left out: its kind, whether it was stated, and what was."""
    tops, ours = matching(wire).tops, stated(wire)
    for wanted in wire.expected["relations"]:
        if wanted.get("optional"):
            continue
        left, right = tops.get(wanted["left"], ()), tops.get(wanted["right"], ())
        kinds = {wanted["relation"], *wanted.get("also", [])}
        straight = {kind.value for kind, a, b in ours if a in left and b in right}
        reverse = {kind.value for kind, a, b in ours if b in left and a in right}
        between = straight | reverse
        found = straight | (reverse - ORDERED) if wanted["relation"] in ORDERED else between
        what = f"{wanted['left']} {wanted['relation']} {wanted['right']}: {sorted(between)}"
        yield wanted["relation"], bool(found & kinds), what


def relations(wire: Newswire) -> Figure:
    figure = Figure()
    for _, good, what in relations_by_kind(wire):
        figure.count(good, what)
    return figure


def stated_by_kind(wire: Newswire) -> Iterator[tuple[str, bool, str]]:
    """Of each relation that Sayso states between two expected claims: its kind, and whether the two were expected to be
    related at all. (Of which kind is the other measure.)"""
    tops = matching(wire).tops
    named: dict[str, list[str]] = {}
    for claim, clusters in tops.items():
        for cluster in clusters:
            named.setdefault(cluster, []).append(claim)
    wanted = {
        frozenset((left, right))
        for r in wire.expected["relations"]
        for left, right in product(tops.get(r["left"], ()), tops.get(r["right"], ()))
    }
    for kind, a, b in sorted(stated(wire), key=lambda r: (r[0], named.get(r[1], []), named.get(r[2], []))):
        if a in named and b in named and set(named[a]) != set(named[b]):
            what = f"{'/'.join(named[a])} {kind.value} {'/'.join(named[b])}"
            yield kind.value, frozenset((a, b)) in wanted, what


def relations_stated(wire: Newswire) -> Figure:
    """Relations stated between expected claims: right where the two were expected to be related."""
    figure = Figure()
    for _, good, what in stated_by_kind(wire):
        figure.count(good, what)
    return figure
