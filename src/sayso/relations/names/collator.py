"""Mentions of many documents that name one person, body or place.

Each document's entities are compared by name: spelling aside, places by their sound, bodies with their nation and
noun settled, a short form by the one entity that is elsewhere called so. Namesakes stay apart where the text gives
them different nations, or offices that do not go together, or puts a place into different regions.
The result does not depend on the order of documents or mentions.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso import assets
from sayso.relations.names.namekeys import BODY, name_key, nations
from sayso.relations.names.placing import Position, label_spots, spot_of
from sayso.relations.names.renderings import renderings
from sayso.spelling import fold
from sayso.types import Document, Member, Mention, Toponym, hash_of
from sayso.vocab import Category, Level, MemberKind

_QUALIFIED = re.compile(r"\s*(?:,|\()\s*(?:in\s+)?(?:the\s+)?|\s+in\s+(?:the\s+)?")
GENERATIONS = frozenset({"jr", "sr", "junior", "senior"})


@dataclass(slots=True, eq=False)
class _Local:
    """An entity of one document: its names, what its titles say of office and nation, its mentions."""

    document_id: str
    entity_id: str
    shape: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    surfaces: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    within: set[str] = field(default_factory=set)  # names of places said to hold it
    generation: set[str] = field(default_factory=set)
    spot: Position | None = None  # where a place lies, if known
    why: str = "the only document that names it"


@dataclass(slots=True, eq=False)
class _Cluster:
    key: tuple[str, ...]
    locals: list[_Local]


def resolve_entities(
    documents: Sequence[Document], mentions: Sequence[Mention], toponyms: Sequence[Toponym] = ()
) -> list[Member]:
    """A member row for every mention that has an entity in its document, sorted by cluster and mention.

    ``cluster_id`` is a hash of what the entity is called and what tells it from namesakes; ``name`` is its canonical
    name; ``detail`` says why the document's entity belongs there. Mentions of unknown documents are left out.
    """
    texts = {d.id: d.text for d in documents}
    locals_ = _locals(texts, mentions, {t.mention_id: t for t in toponyms})
    places = _places_by_document(locals_)
    by_key: dict[tuple[str, ...], list[_Local]] = defaultdict(list)
    for local in locals_:
        by_key[local.shape, name_key(local.shape, local.name)].append(local)
    clusters = [c for key, held in sorted(by_key.items()) for c in _namesakes(key, held, places)]
    clusters = _join_short_forms(_join_renderings(clusters))
    out: list[Member] = []
    for cluster in clusters:
        name = _name(cluster.locals)
        cluster_id = hash_of("cluster", ["entity", *cluster.key])
        for local in cluster.locals:
            out += [
                Member(cluster=MemberKind.ENTITY, cluster_id=cluster_id, member_id=m.id, name=name, detail=local.why)
                for m in local.mentions
            ]
    return sorted(out, key=lambda m: (m.cluster_id, m.member_id))


def _locals(
    texts: Mapping[str, str], mentions: Sequence[Mention], placed: Mapping[str, Toponym] | None = None
) -> list[_Local]:
    """The entities of each document, in a fixed order; roles without a name are left out."""
    out: dict[tuple[str, str], _Local] = {}
    ordered = sorted(mentions, key=lambda m: (m.span, m.id))
    for mention in ordered:
        text = texts.get(mention.span.document_id)
        if text is None or mention.entity_id is None:
            continue
        key = (mention.span.document_id, mention.entity_id)
        local = out.get(key)
        if local is None:
            local = out[key] = _Local(*key, _shape(mention.category), mention.name)
        local.mentions.append(mention)
        surface = text[mention.span.start : mention.span.end]
        if mention.level is Level.NAME:
            local.surfaces.add(fold(surface))
        if mention.level is not Level.PRONOUN and local.shape == Category.PERSON.value:
            _read_title(local, surface)
            local.generation |= GENERATIONS & set(fold(f"{mention.name} {surface}").split()[1:])
        if placed and mention.id in placed and mention.level is Level.NAME:
            local.spot = local.spot or spot_of(placed[mention.id])
    _read_within(texts, ordered, out)
    named = [x for x in out.values() if any(m.level is Level.NAME for m in x.mentions)]
    return sorted(named, key=lambda x: (x.document_id, x.entity_id))


def _shape(category: Category) -> str:
    """Bodies and groups are told apart by judgement, not by kind: both are ``body`` here."""
    return BODY if category in (Category.ORGANISATION, Category.GROUP) else category.value


@functools.cache
def _offices() -> dict[str, str]:
    """The class of an office by its words."""
    rows = assets.rows("roles.tsv")
    return {fold(r["form"]): r["class"] for r in rows if r["kind"] in ("title", "rank") and r["class"] != "honorific"}


@functools.cache
def _public() -> frozenset[str]:
    """The names of people of public life: none of them has a namesake there."""
    return frozenset(name_key(Category.PERSON.value, row["name"]) for row in assets.rows("people.tsv"))


def _read_title(local: _Local, surface: str) -> None:
    words = fold(surface).split()[:12]
    for begin in range(len(words)):
        for length in (4, 3, 2, 1):
            phrase = " ".join(words[begin : begin + length])
            if phrase in _offices():
                local.offices.add(_offices()[phrase])
                break
        for length in (2, 1):
            code = nations().get(" ".join(words[begin : begin + length]))
            if code:
                local.nations.add(code)


def _read_within(texts: Mapping[str, str], ordered: Sequence[Mention], held: Mapping[tuple[str, str], _Local]) -> None:
    """``Velm, Ruritania``: the place that follows holds the one before."""
    places = [m for m in ordered if m.category is Category.LOCATION and m.level is Level.NAME and m.entity_id]
    for left, right in pairwise(places):
        if left.span.document_id != right.span.document_id or right.span.start < left.span.end:
            continue
        gap = texts[left.span.document_id][left.span.end : right.span.start]
        if len(gap) < 12 and _QUALIFIED.fullmatch(gap) and left.entity_id and left.entity_id != right.entity_id:
            holder = fold(right.name)
            # a list ("Velm, Arden and Tosk") qualifies nothing; a country always does
            if holder in nations() or "in" in gap or "(" in gap:
                held[left.span.document_id, left.entity_id].within.add(nations().get(holder, holder))


def _places_by_document(locals_: Sequence[_Local]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for local in locals_:
        if local.shape in (Category.LOCATION.value, Category.NATIONALITY.value):
            folded = fold(local.name)
            out[local.document_id].add(nations().get(folded, folded))
    return out


def _namesakes(key: tuple[str, ...], held: Sequence[_Local], places: Mapping[str, set[str]]) -> list[_Cluster]:
    """The entities of one name, apart where the text tells them apart."""
    for local, label in zip(held, label_spots([local.spot for local in held]), strict=True):
        local.within = {label} if label else local.within
    marks = [_mark(local) for local in held]
    known = sorted({m for m in marks if m})
    if key[0] == Category.PERSON.value and key[1] in _public():
        known = []
    if len(known) < 2 or all(_agree(a, b) for a in known for b in known):
        if key[0] == Category.PERSON.value and len(key[1].split()) < 2 and key[1] not in _public():
            return _lone_surnames(key, held)
        return [_named(key, held)]
    groups: dict[tuple[str, ...], list[_Local]] = defaultdict(list)
    for local, mark in zip(held, marks, strict=True):
        if mark:
            home = next(k for k in known if _agree(k, mark))
            groups[home].append(local)
            continue
        near = [k for k in known if set(k) & places.get(local.document_id, set())]
        groups[near[0] if len(near) == 1 else ("", local.document_id)].append(local)
    return [_named((*key, *mark), members, apart=True) for mark, members in sorted(groups.items())]


def _mark(local: _Local) -> tuple[str, ...]:
    """What tells an entity from its namesakes: its nation and office, or the place that holds it."""
    if local.shape == Category.PERSON.value:
        if local.generation:
            return tuple(f"generation {g[:1]}r" for g in sorted(local.generation))
        return tuple(sorted(local.nations)) or tuple(f"office {o}" for o in sorted(local.offices))
    return tuple(sorted(local.within))


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two marks may be of one entity. Nation and office don't contradict each other."""
    kinds = {x.startswith("office ") for x in (*a, *b)}
    return bool(set(a) & set(b)) or len(kinds) == 2


def _lone_surnames(key: tuple[str, ...], held: Sequence[_Local]) -> list[_Cluster]:
    """A name of one word is no proof: one person a document, joined only where nation and office are the same."""
    groups: dict[tuple[str, ...], list[_Local]] = defaultdict(list)
    for local in held:
        mark = (*sorted(local.nations), *sorted(local.offices))
        groups[mark if local.nations and local.offices else (local.document_id,)].append(local)
    return [_named((*key, *mark), members) for mark, members in sorted(groups.items())]


def _named(key: tuple[str, ...], held: Sequence[_Local], apart: bool = False) -> _Cluster:
    cluster = _Cluster(key, list(held))
    names = sorted({local.name for local in held})
    if len(held) > 1 or apart:
        why = "one name" if len(names) == 1 else "spellings of one name"
        why += f" ({', '.join(names[:4])}) in {len(held)} document{'s' if len(held) > 1 else ''}"
        why += f"; told from namesakes by {', '.join(k for k in key[2:] if k)}" if apart and any(key[2:]) else ""
        for local in held:
            local.why = why
    return cluster


def _join_renderings(clusters: list[_Cluster]) -> list[_Cluster]:
    """People whose full names are one in two spellings, unless one document has both, or their marks contradict."""
    people = [c for c in clusters if c.key[0] == Category.PERSON.value]
    gone: set[int] = set()
    for one, other in renderings([c.key[1] for c in people]):
        a, b = people[one], people[other]
        documents = [{local.document_id for local in c.locals} for c in (a, b)]
        if {id(a), id(b)} & gone or documents[0] & documents[1] or _clash(a, b):
            continue
        a.locals += b.locals
        gone.add(id(b))
        names = sorted({local.name for local in a.locals})
        for local in a.locals:
            local.why = (
                f"spellings of one name ({', '.join(names[:4])}) in {len(documents[0] | documents[1])} documents"
            )
    return [c for c in clusters if id(c) not in gone]


def _join_short_forms(clusters: list[_Cluster]) -> list[_Cluster]:
    """A short form goes to the one entity that another document calls by it and by a longer name."""
    called: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, cluster in enumerate(clusters):
        shape = cluster.key[0]
        for local in cluster.locals:
            forms = set(local.surfaces)
            if shape == Category.PERSON.value and len(cluster.key[1].split()) > 1:
                forms.add(cluster.key[1].split()[-1])
            for form in forms:
                called[shape, form].add(i)
    into: dict[int, int] = {}
    for i, cluster in enumerate(clusters):
        shape, key = cluster.key[0], cluster.key[1]
        if shape not in (BODY, Category.PERSON.value) or len(key.split()) > 1:
            continue
        hosts = {j for j in called[shape, key] if j != i and len(clusters[j].key[1].split()) > 1}
        if len(hosts) == 1 and not _clash(cluster, clusters[next(iter(hosts))]):
            into[i] = next(iter(hosts))
    for i, j in sorted(into.items()):
        for local in clusters[i].locals:
            local.why = f"the only entity that the documents also call {local.name!r} is {_name(clusters[j].locals)}"
    for i, j in sorted(into.items()):
        clusters[j].locals += clusters[i].locals
    return [c for i, c in enumerate(clusters) if i not in into]


def _clash(a: _Cluster, b: _Cluster) -> bool:
    marks = [[m for m in map(_mark, c.locals) if m] for c in (a, b)]
    return any(not _agree(x, y) for x in marks[0] for y in marks[1])


def _name(held: Sequence[_Local]) -> str:
    """The name that most documents give it, a longer one before a shorter."""
    names = Counter(local.name for local in held)
    return min(
        names, key=lambda n: (len(n.split()) == 1 and any(len(o.split()) > 1 for o in names), -names[n], -len(n), n)
    )
