"""Groups of claims and links between them, made to obey what people judged.

Claims that are judged the same stand in one group, those that are judged apart in two, whatever else joins or parts
them; the claims that nobody judged stay with the judged ones that they were grouped with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.relations.claims.comparing import overlap
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import COMPARED, Group, telling
from sayso.relations.claims.sameness import same
from sayso.relations.parted import Parted
from sayso.types import Judgement, Link
from sayso.vocab import JudgementKind, LinkKind

#: Judgements that keep two claims apart: what conflicts is not one claim.
APART = (JudgementKind.NOT_SAME, JudgementKind.CONFLICTS)
#: How each reads between two claims or names.
READS = {
    JudgementKind.SAME: "says the same as",
    JudgementKind.NOT_SAME: "does not say the same as",
    JudgementKind.AGREES: "agrees with",
    JudgementKind.CONFLICTS: "conflicts with",
    JudgementKind.SAME_BODY: "is one body with",
    JudgementKind.OTHER_BODY: "is another body than",
}
#: This many characters of a claim's words are quoted.
QUOTED = 90


def obey(groups: Sequence[Group], judgements: Sequence[Judgement]) -> list[Group]:
    """The groups as the judgements have them; those that no judgement is about are given back as they are."""
    about = _about(j for j in judgements if j.verdict is JudgementKind.SAME or j.verdict in APART)
    touched = [g for g in groups if any(f.claim.id in about for f in g.facts)]
    if not touched:
        return list(groups)
    sets = settled(judgements)
    home: dict[str, Group] = {}
    for group in sorted(touched, key=lambda g: g.id):
        _settle(group, about, sets)
        home |= {fact.claim.id: group for fact in group.facts}
    clusters: dict[str, list[Fact]] = defaultdict(list)
    for group in touched:
        for fact in group.facts:
            clusters[sets.find(fact.claim.id)].append(fact)
    known = {frozenset(f.claim.id for f in g.facts): g for g in touched}
    made = [known.get(frozenset(f.claim.id for f in facts)) or _group(facts) for facts in clusters.values()]
    for group in made:
        _note(group, about, home)
    as_they_are = [g for g in groups if not any(f.claim.id in about for f in g.facts)]
    _tell_apart(made, {g.lead.signature for g in as_they_are}, about)
    return sorted([*as_they_are, *made], key=lambda g: (g.id, g.key))


def settled(judgements: Iterable[Judgement]) -> Parted:
    """The claims in sets as judged: in the order of the judgements, none against what is judged apart."""
    ordered = sorted(judgements, key=lambda j: j.number)
    sets = Parted((a, b) for j in ordered if j.verdict in APART for a in j.left for b in j.right)
    for judgement in ordered:
        if judgement.verdict is JudgementKind.SAME:
            for claim in (*judgement.left, *judgement.right):
                sets.join(judgement.left[0], claim)
    return sets


def _about(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements on each claim, in their order."""
    out: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in sorted(judgements, key=lambda j: j.number):
        for claim in sorted({*judgement.left, *judgement.right}):
            out[claim].append(judgement)
    return out


class _Piece(NamedTuple):
    claim: str
    facts: list[Fact]


def _settle(group: Group, about: Mapping[str, object], sets: Parted) -> None:
    """Joins what the group holds, as far as the judgements allow: first what was judged, then the rest to whatever of
    that it is most like."""
    pieces: list[_Piece] = []
    for fact in sorted((f for f in group.facts if f.claim.id in about), key=_order):
        claim = fact.claim.id
        found = next((p for p in pieces if sets.find(p.claim) == sets.find(claim)), None)
        found = found or next((p for p in _nearest(fact, pieces) if sets.join(p.claim, claim)), None)
        if found is None:
            pieces.append(_Piece(claim, [fact]))
        else:
            found.facts.append(fact)
    for fact in sorted((f for f in group.facts if f.claim.id not in about), key=_order):
        sets.join(_nearest(fact, pieces)[0].claim, fact.claim.id)


def _order(fact: Fact) -> tuple[object, ...]:
    """The most telling first, as when the groups were made."""
    return -telling(fact), fact.signature, fact.document.id, fact.claim.content, fact.claim.id


def _nearest(fact: Fact, pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces, the one first that the fact is most like: equal in its values, then in its words."""

    def unlike(piece: _Piece) -> tuple[float, float]:
        near = [_likeness(fact, other) for other in piece.facts[:COMPARED]]
        return -max(n[0] for n in near), -max(n[1] for n in near)

    return sorted(pieces, key=unlike) if len(pieces) > 1 else list(pieces)


def _likeness(a: Fact, b: Fact) -> tuple[float, float]:
    worded = 2.0 if a.text.split() == b.text.split() else overlap(a.words, b.words)  # a copy before all others
    return (1.0 if a.signature == b.signature else same(a, b).score), worded


def _group(facts: Sequence[Fact]) -> Group:
    """A group of the facts; headlines lead it only where there is nothing else."""
    by_signature: dict[str, Fact] = {}
    for fact in sorted([f for f in facts if not f.headline] or facts, key=_order):
        by_signature.setdefault(fact.signature, fact)
    group = Group(list(by_signature.values()), sorted(facts, key=_order))
    for fact in group.facts:
        verdict = same(fact, group.lead)
        if fact.signature != group.lead.signature and verdict.same:
            group.why[fact.signature] = verdict
    return group


def _note(group: Group, about: Mapping[str, Sequence[Judgement]], home: Mapping[str, Group]) -> None:
    """Says for each fact of the group what was judged of it, or with which judged one it came."""
    judged = [f for f in group.facts if f.claim.id in about]
    for fact in group.facts:
        if fact.claim.id in about:
            group.notes[fact.claim.id] = tuple(_said(fact.claim.id, j) for j in about[fact.claim.id])
        elif fact.signature != group.lead.signature and fact.signature not in group.why:
            company = [f for f in judged if home[f.claim.id] is home[fact.claim.id]]
            nearest = max(company, key=lambda f: _likeness(fact, f))
            why = same(fact, nearest).why or "equal in what is compared"
            group.notes[fact.claim.id] = (f"says the same as {quote(nearest.text)}: {why}",)


def _said(claim: str, judgement: Judgement) -> str:
    other = judgement.right_words if claim in judgement.left else judgement.left_words
    return f"{READS[judgement.verdict]} {quote(other)}: {judgement.said}"


def sentence(judgement: Judgement) -> str:
    """``“…” says the same as “…”``."""
    if judgement.verdict is JudgementKind.UNDO:
        return f"undoes {judgement.left_words}"
    names = judgement.verdict in (JudgementKind.SAME_BODY, JudgementKind.OTHER_BODY)
    left, right = (words if names else quote(words) for words in (judgement.left_words, judgement.right_words))
    return f"{left} {READS[judgement.verdict]} {right}"


def step(judgement: Judgement) -> str:
    """A judgement as a step of a derivation."""
    return f"{sentence(judgement)}: {judgement.said}"


def quote(words: str) -> str:
    """Some words in quotation marks, cut where they are many."""
    words = " ".join(words.split())
    return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1] + '…'}”"


def _tell_apart(groups: Sequence[Group], taken: set[str], about: Mapping[str, object]) -> None:
    """Gives groups that are about the same, and were judged apart, a key each."""
    by_lead: dict[str, list[tuple[str, Group]]] = defaultdict(list)
    for group in groups:
        first = min(f.claim.id for f in group.facts if f.claim.id in about)
        by_lead[group.lead.signature].append((first, group))
    for signature, held in by_lead.items():
        for number, (first, group) in enumerate(sorted(held, key=lambda pair: pair[0])):
            group.key = first if number or signature in taken else ""


def judged_links(links: Sequence[Link], cluster_of: Mapping[str, str], judgements: Sequence[Judgement]) -> list[Link]:
    """The links with those that people judged; between two clusters a judged relation replaces any other.
    ``cluster_of`` has the cluster of each claim."""
    out = list(links)
    for judgement in sorted(judgements, key=lambda j: j.number):
        left, right = ([c for c in side if c in cluster_of] for side in (judgement.left, judgement.right))
        pairs = {(min(p), max(p)) for p in ((cluster_of[a], cluster_of[b]) for a in left for b in right)}
        if judgement.verdict is JudgementKind.SAME and left and right:
            pair = sorted((min(left), min(right)))
            out.append(_link(judgement, LinkKind.SAME_CLAIM, pair[0], pair[1]))
        for one, other in sorted(pair for pair in pairs if pair[0] != pair[1]):
            out = [k for k in out if not _asks(k, one, other)]
            if judgement.verdict is JudgementKind.NOT_SAME:
                out.append(_link(judgement, LinkKind.SAME_CLAIM, one, other, negated=True))
            elif judgement.verdict in (JudgementKind.AGREES, JudgementKind.CONFLICTS):
                read = [k for k in out if {k.left, k.right} == {one, other} and k.judge == "sayso"]
                out = [k for k in out if k not in read]
                instead = "".join(f"; Sayso reads: {k.relation.value}, {k.detail}" for k in read)
                out.append(_link(judgement, LinkKind(judgement.verdict.value), one, other, instead))
    return out


def _asks(link: Link, one: str, other: str) -> bool:
    """Whether a link leaves it open whether two clusters are one claim; once somebody judged of them, none does."""
    return link.relation is LinkKind.SAME_CLAIM and link.judge == "sayso" and {link.left, link.right} == {one, other}


def _link(
    judgement: Judgement, kind: LinkKind, left: str, right: str, more: str = "", *, negated: bool = False
) -> Link:
    detail = f"{judgement.said}{more}"
    return Link(relation=kind, left=left, right=right, judge=judgement.by, negated=negated, detail=detail)


def judged_steps(claims: Iterable[str], judgements: Sequence[Judgement]) -> Iterator[str]:
    """What was judged of a cluster with these claims, in sentences for its derivation."""
    held = set(claims)
    for judgement in sorted(judgements, key=lambda j: j.number):
        sides = [bool(held.intersection(side)) for side in (judgement.left, judgement.right)]
        apart = judgement.verdict in APART and any(sides) and not all(sides)
        if apart or (judgement.verdict is JudgementKind.SAME and all(sides)):
            yield step(judgement)
