"""Names that people judged to be of one body, or of two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.relations.claims.judged import step
from sayso.relations.parted import Parted
from sayso.relations.words.spellings import folded
from sayso.types import Judgement, Member, Mention, hash_of, replaced
from sayso.vocab import JudgementKind


class JudgedBodies:
    """What was judged of names. A body goes by the name that was put first when it was judged, outlets last:
    ``is_press`` says whether a name is an outlet's."""

    def __init__(self, judgements: Iterable[Judgement], is_press: Callable[[str], bool]):
        ordered = sorted(judgements, key=lambda j: j.number)
        self._one = [j for j in ordered if j.verdict is JudgementKind.SAME_BODY]
        self._two = [j for j in ordered if j.verdict is JudgementKind.OTHER_BODY]
        self._sets = Parted(_pair(j) for j in self._two)
        for judgement in self._one:
            self._sets.join(*_pair(judgement))
        names = [name for j in self._one for name in (j.left[0], j.right[0])]
        self._about = {folded(name) for j in (*self._one, *self._two) for name in (j.left[0], j.right[0])}
        self._names: dict[str, str] = {}
        for name in sorted(names, key=is_press):  # stable: as judged within either sort
            self._names.setdefault(self._sets.find(folded(name)), name)

    def __bool__(self) -> bool:
        return bool(self._one or self._two)

    def judged(self, name: str) -> str | None:
        """What is the same for all names judged to be of one body; None for a name that nobody judged."""
        return self._sets.find(folded(name)) if folded(name) in self._about else None

    def name(self, name: str) -> str:
        """The one name of the body that has this name."""
        return self._names.get(self._sets.find(folded(name)), name)

    def apart(self, one: str, other: str) -> bool:
        """Whether two names are judged to be of two bodies, directly or through names of one body."""
        return not self._sets.may_join(folded(one), folded(other))

    def parting(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs among some folded names that are judged to be of two bodies, each sorted."""
        if not self._two:
            return []
        held = sorted(set(names))
        return [(a, b) for n, a in enumerate(held) for b in held[n + 1 :] if self.apart(a, b)]

    def why_one(self, name: str) -> Iterator[str]:
        """The judgements on the body that has this name, in sentences."""
        root = self._sets.find(folded(name))
        for judgement in self._one:
            if self._sets.find(folded(judgement.left[0])) == root:
                yield step(judgement)

    def why_two(self, one: str, other: str) -> Iterator[str]:
        """The judgements that keep two names apart, in sentences."""
        roots = {self._sets.find(folded(one)), self._sets.find(folded(other))}
        for judgement in self._two:
            if {self._sets.find(folded(n)) for n in (judgement.left[0], judgement.right[0])} == roots:
                yield step(judgement)


def obey_names(
    entities: Sequence[Member], mentions: Sequence[Mention], judgements: Sequence[Judgement]
) -> list[Member]:
    """The entities with those parted that hold names judged to be of two bodies, and those joined that hold names
    judged to be of one; sorted by cluster and mention. Names that nobody judged stay with that of their entity."""
    bodies = JudgedBodies(judgements, lambda _: False)
    if not bodies:
        return list(entities)
    name_of = {m.id: m.name for m in mentions}
    clusters: dict[str, list[Member]] = defaultdict(list)
    for member in entities:
        clusters[member.cluster_id].append(member)
    parts: dict[tuple[str, str], list[Member]] = {}
    sets = Parted()
    for cluster_id, members in sorted(clusters.items()):
        for key, held in _parts(members, name_of, bodies).items():
            parts[cluster_id, key] = held
            for name in sorted({name_of.get(m.member_id, m.name) for m in held}):
                body = bodies.judged(name)
                if body is not None:
                    sets.join(f"{cluster_id} {key}", f"body {body}")
    joined: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for cluster_id, key in parts:
        joined[sets.find(f"{cluster_id} {key}")].append((cluster_id, key))
    out: list[Member] = []
    for held_parts in joined.values():
        first = min(held_parts)
        if len(held_parts) == 1 and not first[1]:
            out += parts[first]
            continue
        whole = hash_of("cluster", ["judged", *first]) if first[1] else first[0]
        names = sorted({name_of.get(m.member_id, m.name) for part in held_parts for m in parts[part]})
        called = next((bodies.name(n) for n in names if bodies.judged(n) is not None), names[0])
        for member in (m for part in held_parts for m in parts[part]):
            out.append(_judged_member(member, whole, called, name_of, bodies))
    return sorted(out, key=lambda m: (m.cluster_id, m.member_id))


def _judged_member(
    member: Member, cluster_id: str, called: str, name_of: Mapping[str, str], bodies: JudgedBodies
) -> Member:
    name = name_of.get(member.member_id, member.name)
    why = dict.fromkeys((*bodies.why_one(name), *bodies.why_two(name, member.name)))
    return replaced(member, cluster_id=cluster_id, name=called, detail="; ".join((member.detail, *why)))


def _parts(members: Sequence[Member], name_of: Mapping[str, str], bodies: JudgedBodies) -> dict[str, list[Member]]:
    """The mentions of one entity by what must be parted in it: blank for those that stay."""
    own = members[0].name
    if bodies.judged(own) is None:  # the entity goes by a name that nobody judged
        own = min((n for m in members if bodies.judged(n := name_of.get(m.member_id, own)) is not None), default=own)
    out: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        name = name_of.get(member.member_id, own)
        out[(bodies.judged(name) or "") if bodies.apart(name, own) else ""].append(member)
    return out


def _pair(judgement: Judgement) -> tuple[str, str]:
    return folded(judgement.left[0]), folded(judgement.right[0])


def fewest(
    keys: Sequence[str], may_be_one: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], int]:
    """The pairs joined and the number of sets left, as few as the pairs kept apart allow.

    Which pairs are joined first can make a difference only where some are kept apart; then each of these is tried last.
    """
    best: tuple[int, list[tuple[str, str]]] | None = None
    for last in ["", *sorted({name for pair in apart for name in pair})]:
        sets, joined = Parted(apart), []
        for one, other in sorted(may_be_one, key=lambda pair: last in pair):
            if sets.find(one) != sets.find(other) and sets.join(one, other):
                joined.append((one, other))
        left = len({sets.find(key) for key in keys})
        if best is None or left < best[0]:
            best = left, joined
    return (best[1], best[0]) if best else ([], 0)
