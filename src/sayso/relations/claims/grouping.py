"""Claims that say the same, put together: each with all the others of its group, never by a chain of likenesses."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.relations.claims.comparing import ATTACKS, in_money
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.headlines import in_its_text
from sayso.relations.claims.incidents import ahead, harm, uprooted
from sayso.relations.claims.matching import PROBABLE
from sayso.relations.claims.nearby import Nearby
from sayso.relations.claims.sameness import same
from sayso.relations.claims.saying import OPEN, Verdict
from sayso.relations.words.senses import opposite_of, rarest, senses_of
from sayso.relations.words.spellings import folded, spelling
from sayso.types import hash_of
from sayso.vocab import Modality, Slot

#: A claim is held against so many of a group's distinct wordings; the most telling come first.
COMPARED = 12
#: A word that more statements of a story hold than this brings none of them together.
COMMON = 24
#: So many of the rarest senses of a statement are looked at two by two: for what is the same, for what may be at odds.
TELLING, TOPICAL = 8, 5


#: Slots whose figures may be of anything.
ANY = frozenset({Slot.STATEMENT, Slot.OCCURRENCE, Slot.STRENGTH, Slot.MOVEMENT})
Index = dict[tuple[str, ...], dict[int, "Group"]]


@dataclass(slots=True, eq=False)
class Group:
    """Facts that say the same. ``nodes`` are the distinct ones (one a signature), the most telling first; ``facts``
    all of them; ``why`` says for each signature what brought it in. ``notes`` are what people judged, by claim; ``key``
    tells groups about the same apart that were judged so. ``maybe`` are groups, made before it, one of whose facts
    probably says what one of its own says."""

    nodes: list[Fact]
    facts: list[Fact]
    why: dict[str, Verdict] = field(default_factory=dict)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    key: str = ""
    maybe: list[Group] = field(default_factory=list)

    @property
    def lead(self) -> Fact:
        return self.nodes[0]

    @property
    def id(self) -> str:
        return hash_of("same", self.lead.signature)

    def first(self) -> int | None:
        """The day of its first publication."""
        return min((f.published for f in self.facts if f.published is not None), default=None)

    def day(self) -> int | None:
        """The first day that it states, else that of its first publication."""
        stated = [f.window[0] for f in self.facts if f.window is not None]
        return min(stated) if stated else self.first()


def group_facts(facts: Sequence[Fact]) -> list[Group]:
    """The facts of all stories in groups. Headlines are put to groups that the texts have made, or among themselves:
    they never change how texts are grouped."""
    groups = _grouped([f for f in facts if not f.headline], [])
    alone = list(_without_text([f for f in facts if f.headline], groups))
    return sorted(_grouped(alone, groups), key=lambda g: g.lead.signature)


def _without_text(headlines: Sequence[Fact], groups: Sequence[Group]) -> Iterator[Fact]:
    """The headlines that no claim of their own article says; the others are put to the groups of those."""
    homes = [(fact, group) for group in groups for fact in group.facts]
    told: dict[str, list[tuple[Fact, Group]]] = defaultdict(list)
    for fact, group in homes:
        told[fact.document.id].append((fact, group))
    for head in headlines:
        held = sorted(told[head.document.id], key=lambda h: (h[0].claim.content, h[0].signature, h[0].claim.id))
        found = in_its_text(head, [fact for fact, _ in held])
        if found is None:
            yield head
            continue
        claim, verdict = found
        group = next(group for fact, group in held if fact is claim)
        group.facts.append(head)
        if all(node.signature != head.signature for node in group.nodes):
            group.why.setdefault(head.signature, verdict)


def _grouped(facts: Sequence[Fact], groups: list[Group]) -> list[Group]:
    by_signature: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_signature[fact.signature].append(fact)
    nodes = sorted(by_signature.values(), key=lambda held: (-telling(held[0]), held[0].signature))
    index: Index = defaultdict(dict)
    nearby: Nearby[Group] = Nearby()
    for group in groups:
        for node in group.nodes:
            _enter(index, node, group)
            nearby.enter(node, group)
    fixed = {id(group) for group in groups}
    out = list(groups)
    for held in nodes:
        node = held[0]
        found, verdict, maybe = _best(node, index, nearby.find(node))
        group = found or Group([node], [])
        if not node.headline:  # which texts are probably one hangs on no headline
            group.maybe += (other for other in maybe if other is not group and other not in group.maybe)
        if found is None or verdict is None:
            out.append(group)
        else:
            group.why[node.signature] = verdict
            if id(group) not in fixed:
                group.nodes.append(node)
        group.facts += held
        _enter(index, node, group)
        nearby.enter(node, group)
    return out


def telling(fact: Fact) -> int:
    """How much a fact says: the number of its values, named ones twice."""
    return sum(2 if isinstance(v, str) and v[:1].isupper() else 1 for k, v in fact.values.items() if k != "words")


def _enter(index: Index, node: Fact, group: Group) -> None:
    for key in keys(node):
        index[key][id(group)] = group


def _best(node: Fact, index: Index, alike: Sequence[Group]) -> tuple[Group | None, Verdict | None, list[Group]]:
    """The group all of whose distinct facts say the same as this one, the likeliest first, and the groups one of whose
    facts probably does. ``alike``: groups told in words like its own, of whatever slot."""
    near: dict[int, Group] = {}
    for key in keys(node):
        found = index.get(key, {})
        if key[1] == "open" and len(found) > COMMON:
            continue
        near |= found
    asked = {id(group): group for group in alike}
    best: tuple[float, str, Group, Verdict] | None = None
    maybe: list[Group] = []
    for place, group in (near | asked).items():
        verdict, possible = _with_all(node, group, place in asked)
        maybe += [group] if possible else []
        if verdict is not None and (best is None or (-verdict.score, group.lead.signature) < (best[0], best[1])):
            best = (-verdict.score, group.lead.signature, group, verdict)
    return (best[2], best[3], maybe) if best else (None, None, maybe)


def _with_all(node: Fact, group: Group, asked: bool) -> tuple[Verdict | None, bool]:
    """The verdict on a fact and all distinct ones of a group together, None where they are not one claim; and whether
    it probably says what the first one says of which it is not sure. A headline, on which nothing hangs, is one with
    them where it probably is on the whole."""
    verdicts: list[Verdict] = []
    for other in group.nodes[:COMPARED]:
        verdict = same(node, other, asked)
        if not verdict.same and not (node.headline and verdict.score):
            return None, bool(verdict.score)
        verdicts.append(verdict)
    score = sum(v.score for v in verdicts) / len(verdicts)
    if not all(v.same for v in verdicts) and score < PROBABLE:
        return None, True
    return verdicts[0]._replace(same=True, score=round(score, 3)), False


def keys(fact: Fact) -> Iterator[tuple[str, ...]]:
    """What a fact must share with another one before the two are compared at all."""
    slot = fact.slot
    stance = str(fact.positive), str(fact.real and not ahead(fact))
    for part in _parts(fact):
        yield (fact.story, slot.value, *stance, part)
    if slot is Slot.TOLL and fact.numbered() and not uprooted(fact):
        for figure in _figures(fact):  # of those aboard, underground or at the fair who came to harm
            yield (fact.story, Slot.STRENGTH.value, *stance, figure)
    if slot in OPEN:
        for part in _wordings(fact):
            yield (fact.story, "open", *stance, part)
        if fact.one("score"):
            yield (fact.story, "score", *stance, fact.one("score") or "")


def topics(fact: Fact) -> Iterator[tuple[str, ...]]:
    """What two facts must share before it is asked how they stand to each other, whichever of them denies it."""
    subject = {
        Slot.TOLL: [harm(fact)],
        Slot.CONTROL: [spelling(p) for p in (*fact.many("place"), fact.one("part") or "") if p],
        Slot.STRENGTH: ["all"],
        Slot.MOVEMENT: ["all"],
        Slot.RESPONSIBILITY: ["all"],
        Slot.SUPPORT: ["all"],
        Slot.OCCURRENCE: [OPPOSED.get(fact.one("event") or "", fact.one("event") or "")],
        Slot.STATEMENT: [],
    }[fact.slot]
    for part in subject:
        yield (fact.story, fact.slot.value, part)
    if uprooted(fact):
        yield (fact.story, Slot.TOLL.value, "displaced")
    if fact.slot in OPEN:
        for part in _wordings(fact, TOPICAL):
            yield (fact.story, "open", part)
    if fact.positive != (fact.slot in OPEN):  # what is negated in open words may be told in any slot
        for part in _wordings(fact, TOPICAL):
            yield (fact.story, "against", part)
    yield from _turning(fact)
    if fact.one("score"):
        yield (fact.story, "score")
    deed = fact.one("act") if fact.slot is Slot.RESPONSIBILITY else None if fact.positive else fact.one("event")
    if deed:
        yield (fact.story, "deed", deed)
    if fact.numbered() and fact.positive and fact.slot in ANY:
        for kind in (fact.one("unit"),) if fact.one("unit") else senses_of(fact.one("of") or ""):
            yield (fact.story, "count", kind or "")
    if money(fact):  # a sum may be told as something said or as something that happened
        yield (fact.story, "money", fact.one("unit") or "")
    if fact.slot is Slot.OCCURRENCE and fact.positive and fact.one("event"):
        for sense in senses_of(fact.one("event") or ""):
            yield (fact.story, "named", sense)
    if fact.slot is Slot.STATEMENT and not fact.positive:  # "had received no request"
        for word in sorted(fact.words):
            yield (fact.story, "named", word)


def of_two_minds(topic: tuple[str, ...]) -> bool:
    """Whether a topic is one for claims of which one is affirmed and one negated, or one planned and one not."""
    return topic[1] in ("against", "of", "attack")


def _turning(fact: Fact) -> Iterator[tuple[str, ...]]:
    """What opposite states share, and a denial and what it denies in other words."""
    if fact.slot in OPEN and (fact.positive or fact.claim.modality is Modality.DENIED):
        for name in fact.people:
            yield (fact.story, "of", folded(name))
    for sense in senses_of(fact.one("event") or "") if fact.positive else ():
        against = opposite_of(sense)
        if against is not None:
            yield (fact.story, "turn", *sorted((sense, against)))
    act = fact.one("event") or fact.one("act")
    if act in ATTACKS and fact.slot in (Slot.OCCURRENCE, Slot.RESPONSIBILITY):
        for word in rarest(fact.said - set(senses_of(act)), TOPICAL):
            yield (fact.story, "attack", word)


def money(fact: Fact) -> bool:
    """Whether a claim told in open words gives a sum in some currency."""
    return fact.slot in OPEN and fact.numbered() and in_money(fact)


#: Happenings of which one excludes the other are looked at together.
OPPOSED = {"down": "up", "lost": "won", "acquitted": "convicted", "rejected": "vote", "lifted": "imposed"}


def _parts(fact: Fact) -> list[str]:
    slot = fact.slot
    if slot is Slot.TOLL:
        return [f"{harm(fact)}/{figure}" for figure in _figures(fact)]
    if slot is Slot.STRENGTH:
        return _figures(fact)
    if slot is Slot.CONTROL:
        kinds = [fact.one("state") or "", *(["has"] if _has(fact) else [])]
        return [f"{kind}/{spelling(p)}" for kind in kinds for p in (*fact.many("place"), fact.one("part") or "")]
    if slot is Slot.MOVEMENT:
        countries = [f"country/{c}" for c in (*fact.many("from_country"), *fact.many("to_country"))]
        return (
            [f"from/{folded(p)}" for p in fact.many("from")] + [f"to/{folded(p)}" for p in fact.many("to")] + countries
        )
    if slot is Slot.RESPONSIBILITY:
        return [folded(fact.one("agent") or "")[:40]]
    if slot is Slot.SUPPORT:
        return [folded(s) for s in fact.many("supporter")]
    if slot is Slot.OCCURRENCE:
        return [fact.one("event") or ""]
    return []


def _has(fact: Fact) -> bool:
    """Whether a claim says that a place came under somebody, in whatever words."""
    return fact.one("state") in ("took", "holds") or (fact.one("state") == "lost" and fact.one("agent") is not None)


def _wordings(fact: Fact, number: int = TELLING) -> Iterator[str]:
    """What two claims told in open words must share: two of their rarest senses, or one and a figure."""
    said = rarest(fact.said or fact.words, number)
    for pair in itertools.combinations(sorted(said), 2):
        yield "/".join(pair)
    for figure in _figures(fact) if fact.numbered() else ():
        yield f"{figure}/{fact.one('unit')}"


def _figures(fact: Fact) -> list[str]:
    """Figures as keys, one step of rounding apart at most."""
    numbers = [n for n in (fact.number("low"), fact.number("high")) if n is not None]
    near = {int(n) + step for n in numbers for step in ((-1, 0, 1) if n >= 20 else (0,))}
    return [str(n) for n in sorted(near)] or ["none"]
