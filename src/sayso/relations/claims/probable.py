"""Groups of claims that are probably one claim, told in other words, put together.

Within a group all claims surely say the same. Two groups are joined here where trained trees find it likely on the
whole that they are one; such a join never raises the least number of origins of a claim (``origins``), so that a wrong
one makes nothing look independent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from statistics import fmean

from sayso.relations.claims.comparing import figures
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.matching import PROBABLE, compatible, how_near, legible
from sayso.relations.claims.parting import apart
from sayso.relations.claims.sameness import LAST, same
from sayso.relations.claims.saying import NO, Verdict
from sayso.relations.words.likeness import covered, wording
from sayso.relations.words.spellings import folded

#: This many distinct claims of a group are held against as many of the other; the most telling come first.
COMPARED = 3
#: This many groups are joined at most.
MOST = 12
#: The groups of one cluster are this likely, on average, to be one with those of another that it is joined with.
WHOLE = 0.7
#: Some two of their claims lie so near each other, or either has words for this share of what the other says.
NEAR, SHARED = 0.69, 0.55
#: The same where an article tells both, the one with words of the other.
LENGTHS = 0.77


@dataclass(slots=True, eq=False)
class Cluster:
    """Groups that are probably one claim, the one that says most first. ``why`` says of each other one what brought
    it in, in their order."""

    cores: list[Group]
    why: list[Verdict] = field(default_factory=list)

    @property
    def whole(self) -> Group:
        """All that is told of the claim, led by its first group."""
        if len(self.cores) == 1:
            return self.cores[0]
        lead = self.cores[0]
        return Group(lead.nodes, [fact for core in self.cores for fact in core.facts], key=lead.key)


class Likelihoods:
    """How likely any two groups are one; each pair is looked at once."""

    def __init__(self) -> None:
        self._held: dict[frozenset[int], Verdict] = {}

    def of(self, a: Group, b: Group) -> Verdict:
        pair = frozenset((id(a), id(b)))
        if pair not in self._held:
            self._held[pair] = likely(a, b)
        return self._held[pair]


def put_together(groups: Sequence[Group], likelihoods: Likelihoods) -> list[Cluster]:
    """The groups in clusters. Two are joined, the likeliest first, where two of their groups are on average as likely
    as PROBABLE to be one, all of them as likely as WHOLE, and nothing holds any two apart. What people judged, and
    headlines that stand alone, stay as they are."""
    found = sorted(
        _candidates(groups, likelihoods), key=lambda c: (-c[0].score, c[1].lead.signature, c[2].lead.signature)
    )
    home = {id(group): Cluster([group]) for group in groups}
    held = {folded(fact.document.publisher) for group in groups for fact in group.facts if fact.document.publisher}
    for verdict, one, other in found:
        mine, yours = home[id(one)], home[id(other)]
        if mine is yours or len(mine.cores) + len(yours.cores) > MOST or not _fit(mine, yours, likelihoods):
            continue
        if not (_borne_out(mine, yours, held) and _borne_out(yours, mine, held)):
            continue
        kept, added = sorted((mine, yours), key=lambda c: (-len(c.cores[0].nodes), c.cores[0].lead.signature))
        kept.why += [verdict, *added.why]
        kept.cores += added.cores
        home |= {id(core): kept for core in added.cores}
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _candidates(groups: Sequence[Group], likelihoods: Likelihoods) -> Iterator[tuple[Verdict, Group, Group]]:
    """Pairs of groups that may be joined, with how likely they are one."""
    held = {id(group) for group in groups if not group.notes and not group.lead.headline}
    for group in groups:
        for other in group.maybe if id(group) in held else ():
            if id(other) in held:
                verdict = likelihoods.of(group, other)
                if verdict.score >= PROBABLE:
                    yield verdict, group, other


def likely(a: Group, b: Group) -> Verdict:
    """How likely two groups are one: the mean over their claims of two articles; none at all where any two are held
    apart, or one article tells both, for an article seldom tells one thing twice."""
    twice = _told_apart(a, b)
    if twice:
        return NO
    pairs = [(x, y) for x in a.nodes[:COMPARED] for y in b.nodes[:COMPARED] if x.document.id != y.document.id]
    if not pairs or not all(compatible(x, y) for x, y in pairs):
        return NO
    found = [same(x, y) for x, y in pairs]
    if not any(_near(x, y) and (twice is None or how_near(x, y) >= LENGTHS) for x, y in pairs):
        return NO
    best = max(found, key=lambda v: (v.score, v.why))
    return Verdict(False, round(fmean(1.0 if v.same else v.score for v in found), 3), best.why)


def _told_apart(a: Group, b: Group) -> bool | None:
    """Whether one article tells both groups, each in words of its own; None where none tells both. Where it tells the
    one with words of the other, "we call on them *to publish the report*", it tells one thing, in two lengths."""
    mine, yours = ([f for f in group.facts if not f.headline] for group in (a, b))
    shared = {f.document.id for f in mine} & {f.document.id for f in yours}
    both = ((x, y) for x in mine if x.document.id in shared for y in yours if y.document.id == x.document.id)
    return any(not (_within(x, y) or _within(y, x)) for x, y in both) if shared else None


def _within(part: Fact, whole: Fact) -> bool:
    """Whether a claim is told with the last words of another one of its article, and nothing holds the two apart. What
    stands behind a comma is told beside it: "the notice names Ada Moss, *who once led the union*"."""
    end, last = whole.claim.content[-1], part.claim.content[-1]
    nested = (
        end.start < last.start and last.end == end.end and not part.document.text[: last.start].rstrip().endswith(",")
    )
    return nested and part.positive == whole.positive and part.past == whole.past and not apart(part, whole)


def _near(a: Fact, b: Fact) -> bool:
    """Whether two claims lie so near, or have words for so much of each other, that they tell one thing and not two of
    one matter."""
    once = a.one("event") in LAST and a.one("event") == b.one("event")
    if once or not (a.positive and legible(a) and legible(b)) or figures(a) & figures(b):
        return True  # what ends once, is denied, or gives one figure of one matter, needs fewer words
    if how_near(a, b) >= NEAR:
        return True
    one, other = wording(a.text), wording(b.text)
    return min(covered(one, other), covered(other, one)) >= SHARED


def _fit(mine: Cluster, yours: Cluster, likelihoods: Likelihoods) -> bool:
    """Whether two clusters are one on the whole, and no two of their groups are held apart."""
    scores = [likelihoods.of(a, b).score for a in mine.cores for b in yours.cores]
    return all(scores) and fmean(scores) >= WHOLE


def _borne_out(mine: Cluster, yours: Cluster, held: Set[str]) -> bool:
    """Whether what is told after an outlet whose text is held is put to something that this outlet tells: then it is in
    its text. ``held`` are the publishers of all texts."""
    told = {folded(fact.document.publisher or "") for fact in yours.whole.facts if not fact.headline}
    own = {folded(fact.document.publisher or "") for fact in mine.whole.facts if not fact.headline}
    for fact in mine.whole.facts:
        if fact.headline:
            continue
        cited = {folded(name) for name in fact.claim.chain} & held - {folded(fact.document.publisher or "")}
        if cited and cited.isdisjoint(told) and cited.isdisjoint(own):
            return False
    return True
