"""Claims of one story that say the same thing, and how those that do not stand to each other.

Grouping and relating look only at claims that share a key (see ``grouping``), so that the time grows with the claims of
a topic and not with the square of a story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.relations.agreement.denials import affirmed
from sayso.relations.agreement.doubts import doubtful, of_two_things
from sayso.relations.agreement.drift import find_drift
from sayso.relations.agreement.endings import caught
from sayso.relations.agreement.likened import relate_matter
from sayso.relations.agreement.matters import of_one_matter
from sayso.relations.agreement.rejoinders import rejoinders
from sayso.relations.agreement.standing import Relation, quoted
from sayso.relations.agreement.verdicts import relate
from sayso.relations.claims.copied import told_alike
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group, group_facts, of_two_minds, topics
from sayso.relations.claims.judged import judged_links, obey
from sayso.relations.claims.nearby import Nearby
from sayso.relations.claims.possible import possible_links, possible_pairs
from sayso.relations.claims.probable import Cluster, Likelihoods, put_together
from sayso.relations.claims.readying import find_facts
from sayso.relations.claims.saying import OPEN
from sayso.relations.claims.whereabouts import suppose_places
from sayso.types import (
    Attribution,
    Claim,
    Document,
    Judgement,
    Link,
    Member,
    Mention,
    Reuse,
    core_of,
    hash_of,
    replaced,
)
from sayso.vocab import LinkKind, MemberKind, Slot

#: A claim is related to this many others of its topic, the nearest in time.
NEAREST = 20
#: Of claims that one may deny or end, those less like it than the likest by this much are left alone.
BESIDE = 0.05
#: One of two updates that make a third needless is at least so sure, in parts of it.
AS_SURE = 0.79
#: A good title is neither a fragment nor a paragraph, in characters.
TITLE = (25, 140)
#: A title that begins so leaves open of whom it speaks.
BARE = frozenset("he she it they we i this that these those who which what to his her its their our".split())


def relate_claims(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    stories: Sequence[Member],
    entities: Sequence[Member],
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement] = (),
    reuses: Sequence[Reuse] = (),
) -> tuple[list[Member], list[Member], list[Link]]:
    """The clusters of claims (a member a claim), their cores (a member a claim, only where a cluster has several), and
    the links between clusters, with SAME_CLAIM between those that may be one; headline drift is a link between two
    claims of one document. A document in no story is a story of its own. Who speaks is in each claim's chain;
    ``attributions`` tell for whom she speaks. What people judged is obeyed."""
    facts = suppose_places(find_facts(documents, claims, stories, entities, mentions, attributions))
    facts = told_alike(facts, reuses)
    groups = obey(group_facts(facts), judgements)
    likelihoods = Likelihoods()
    clusters = put_together(groups, likelihoods)
    ids = {id(group): cluster_id(cluster.cores[0]) for cluster in clusters for group in cluster.cores}
    members = [member for cluster in clusters for member in _members(cluster)]
    cores = [member for cluster in clusters if len(cluster.cores) > 1 for member in _cores(cluster)]
    links = {link.id: link for link in _between(groups, ids)}
    links |= {link.id: link for link in _rejoined(groups, ids, links.values())}
    likened = list(_likened(groups, ids, links.values()))
    settled = {frozenset((link.left, link.right)) for link in likened}
    links = {
        k.id: k for k in (*links.values(), *likened) if k in likened or frozenset((k.left, k.right)) not in settled
    }
    links = {link.id: link for link in nearest_updates(_denied_updates(list(links.values()), groups, ids))}
    links |= {link.id: link for link in possible_links(possible_pairs(clusters, likelihoods), ids, links.values())}
    links |= {link.id: link for link in find_drift(facts)}
    cluster_of = {fact.claim.id: ids[id(group)] for group in groups for fact in group.facts}
    links = {link.id: link for link in judged_links(list(links.values()), cluster_of, judgements)}
    return (
        sorted(members, key=lambda m: (m.cluster_id, m.member_id)),
        sorted(cores, key=lambda m: (m.cluster_id, m.member_id)),
        sorted(links.values(), key=lambda k: (k.relation.value, k.left, k.right, k.id)),
    )


def cluster_id(group: Group) -> str:
    """A hash of what the group is about: its story and the values of its most telling claim."""
    return hash_of("claims", [group.lead.signature, group.key] if group.key else group.lead.signature)


def title(group: Group) -> str:
    """The words of the claim that says most in a fair length; of a text before a headline, the earliest first."""

    def fitness(fact: Fact) -> tuple[object, ...]:
        length = len(fact.text)
        fair = TITLE[0] <= length <= TITLE[1]
        named = fact.signature == group.lead.signature
        bare = fact.text.split(maxsplit=1)[0].lower() in BARE
        return (
            fact.headline,
            bare,
            not fair,
            not named,
            "…" in fact.text,
            fact.published or 0,
            abs(length - 80),
            fact.text,
            fact.claim.id,
        )

    return " ".join(min(group.facts, key=fitness).text.split())


def _members(cluster: Cluster) -> Iterator[Member]:
    name, first = title(cluster.whole), cluster_id(cluster.cores[0])
    for number, core in enumerate(cluster.cores):
        for fact in core.facts:
            why = _reason(core, fact)
            if number:
                verdict = cluster.why[number - 1]
                why = (
                    f"probably says the same as {quoted(cluster.cores[0])}: {verdict.why} ({verdict.score:.2f}); "
                    f"its origins are in max only; {why}"
                )
            yield Member(cluster=MemberKind.CLAIM, cluster_id=first, member_id=fact.claim.id, name=name, detail=why)


def _cores(cluster: Cluster) -> Iterator[Member]:
    for core in cluster.cores:
        name, about = title(core), core_of(cluster_id(core))
        for fact in core.facts:
            why = _reason(core, fact)
            yield Member(cluster=MemberKind.CORE, cluster_id=about, member_id=fact.claim.id, name=name, detail=why)


def _reason(group: Group, fact: Fact) -> str:
    """Why a fact is in its group."""
    verdict = group.why.get(fact.signature)
    why = "says what the group is about"
    if verdict is not None:
        why = f"says the same as {quoted(group)}: {verdict.why} ({verdict.score:.2f})"
    elif fact.signature == group.lead.signature and fact is not group.lead:
        why = f"equal in every value to {quoted(group)}"
    if fact.values.get("place_kind") and fact.many("place"):
        why += f"; “the {fact.one('place_kind')}” is taken for {fact.many('place')[0]}, the only one that both its "
        why += "story calls so and its text names"
    notes = group.notes.get(fact.claim.id, ())
    told = verdict is not None or fact.signature == group.lead.signature
    return "; ".join((why, *notes) if told else notes) or why


def _between(groups: Sequence[Group], ids: dict[int, str]) -> Iterator[Link]:
    """The relations between groups of one story and topic."""
    by_topic: dict[tuple[str, ...], dict[int, Group]] = defaultdict(dict)
    for group in groups:
        for topic in topics(group.lead):
            by_topic[topic][id(group)] = group
        if caught(group.lead):
            by_topic[group.lead.story, "caught"][id(group)] = group
    done: set[frozenset[int]] = set()
    best: dict[tuple[str, str], Link] = {}
    for one, other in _pairs(by_topic, groups):
        pair = frozenset((id(one), id(other)))
        left, right = sorted((ids[id(one)], ids[id(other)]))
        if left == right or pair in done:
            continue
        done.add(pair)
        found = relate(one, other)
        if found is None or doubtful(found, one, other) or of_two_things(found, one, other):
            continue
        link = _link(found, one, other, ids)
        if (left, right) not in best or _weight(link) > _weight(best[left, right]):
            best[left, right] = link
    yield from best.values()


def _weight(link: Link) -> tuple[float, str, str, str]:
    """Of several relations between the parts of two clusters the surest is the one."""
    return link.score, link.relation.value, link.detail, link.left


def _likened(groups: Sequence[Group], ids: dict[int, str], links: Iterable[Link]) -> Iterator[Link]:
    """The relations between groups of one matter in other words, of those that no rule relates, or leaves undecided
    (tolls are left to the rules then). Of what one claim denies or ends, what is less like it than the likest is
    another matter."""
    known = {frozenset((link.left, link.right)): link.relation for link in links}
    likest: dict[int, float] = {}
    for one, other, like, turning, told in of_one_matter(groups):
        ends = frozenset((ids[id(one)], ids[id(other)]))
        tolls = one.lead.slot is other.lead.slot is Slot.TOLL
        settled = ends in known and (tolls or known[ends] is not LinkKind.UNDECIDED)
        if len(ends) < 2 or settled or (turning and like < likest.get(id(one), 0.0) - BESIDE):
            continue
        views = told or (one, other)
        found = relate_matter(*views, like)
        if found is None or of_two_things(found, one, other):
            continue
        found = found._replace(later=one if found.later is views[0] else other if found.later is views[1] else None)
        known[ends] = found.kind
        if turning:
            likest.setdefault(id(one), like)
        yield _link(found, one, other, ids)


def _rejoined(groups: Sequence[Group], ids: dict[int, str], links: Iterable[Link]) -> Iterator[Link]:
    """The denials that say nothing of what they deny, where no rule relates the two."""
    known = {frozenset((link.left, link.right)) for link in links}
    for found, denier, claimed in rejoinders(groups):
        ends = frozenset((ids[id(denier)], ids[id(claimed)]))
        if len(ends) > 1 and ends not in known:
            known.add(ends)
            yield _link(found, denier, claimed, ids)


def _link(found: Relation, one: Group, other: Group, ids: dict[int, str]) -> Link:
    left, right = sorted((ids[id(one)], ids[id(other)]))
    if found.later is not None and ids[id(found.later)] != left:
        left, right = right, left
    return Link(relation=found.kind, left=left, right=right, score=found.score, detail=found.detail)


def _pairs(by_topic: dict[tuple[str, ...], dict[int, Group]], groups: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """Groups of one topic, each with the nearest in time; and what is negated with what is told most like it."""
    for topic in sorted(by_topic):
        held = sorted(by_topic[topic].values(), key=lambda g: (g.day() or 0, g.lead.signature, g.key))
        for number, one in enumerate(held):
            for other in held[number + 1 : number + 1 + NEAREST]:
                if (
                    not of_two_minds(topic)
                    or one.lead.positive != other.lead.positive
                    or one.lead.real != other.lead.real
                ):
                    yield one, other
    told: Nearby[Group] = Nearby()
    for group in groups:
        if group.lead.positive:
            told.enter(group.lead, group)
    for group in groups:
        if not group.lead.positive and group.lead.slot in OPEN:
            for other in told.find(affirmed(group.lead)):
                yield group, other


def _denied_updates(links: Sequence[Link], groups: Sequence[Group], ids: dict[int, str]) -> list[Link]:
    """The links, with a conflict for each update whose later state is told by one who denies the earlier one as well:
    "The bridge never fell. It is in our hands"."""
    voices: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    for group in groups:
        voices[ids[id(group)]] |= {(f.document.id, f.claim.chain) for f in group.facts}
    denials = [(link.left, link.right) for link in links if link.relation is LinkKind.DENIAL]
    out = []
    for link in links:
        denying = [d for d, rejected in denials if rejected == link.right and voices[d] & voices[link.left]]
        if link.relation is LinkKind.UPDATES and denying:
            left, right = sorted((link.left, link.right))
            detail = f"{link.detail}; but whoever says so denies that it was ever otherwise"
            link = replaced(link, relation=LinkKind.CONFLICTS, left=left, right=right, detail=detail)
        out.append(link)
    return out


def nearest_updates(links: Sequence[Link]) -> list[Link]:
    """The links without those updates that follow from others, about as sure: where one state overtook a second and
    this a third, the first is not said to overtake the third as well."""
    older: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        if link.relation is LinkKind.UPDATES:
            older[link.left][link.right] = link.score
    return [link for link in links if link.relation is not LinkKind.UPDATES or not _follows(link, older)]


def _follows(link: Link, older: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether an update is told by two others, each about as sure as it is itself."""
    least = AS_SURE * link.score
    for middle, score in older.get(link.left, {}).items():
        beyond = older.get(middle, {})
        if middle != link.right and link.left not in beyond and min(score, beyond.get(link.right, 0)) >= least:
            return True
    return False
