"""Relates documents: from rows about single documents to rows about several.

Shared text and stories are found over all documents, by lookups (see ``sayso.relations.index.candidates``). Everything
else is made unit by unit. A unit is a story, or several whose claims people judged together; its relations depend only
on its own documents and on those that share text with them. So a new document changes its own unit, and those that
share text with it: ``sayso.relating`` makes these anew in a record, :func:`collate` makes all of them at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.outlets import traces
from sayso.relations.agreement.collator import relate_claims
from sayso.relations.lineage.collator import find_descent
from sayso.relations.names.collator import resolve_entities
from sayso.relations.names.press import named_by, outlets_of
from sayso.relations.origins.collator import count_origins
from sayso.relations.origins.judgedbodies import obey_names
from sayso.relations.parted import Parted
from sayso.relations.reuse.collator import find_reuse
from sayso.relations.stories.collator import cluster_stories
from sayso.stages import Stage, needed, run
from sayso.types import Annotated, Collated, Document, Judgement, Member, Problem, Reuse, Row
from sayso.vocab import JudgementKind


def all_members(
    stories: Sequence[Member], entities: Sequence[Member], clusters: Sequence[Member], cores: Sequence[Member]
) -> list[Member]:
    """The members of every kind of cluster, for stages that need them all."""
    return [*stories, *entities, *clusters, *cores]


#: The collators over all documents, in the order in which they run.
OVER_ALL = (Stage("reuses", find_reuse), Stage("stories", cluster_stories))

#: The collators over the documents of one unit, in the order in which they run.
OF_A_UNIT = (
    Stage("entities", resolve_entities),
    Stage("entities", obey_names),
    Stage("descents", find_descent),
    Stage("clusters cores links", relate_claims),
    Stage("members", all_members),
    Stage("origins", count_origins),
)

COLLATORS = (*OVER_ALL, *OF_A_UNIT)

#: The judgements on names, which hold in every unit.
OF_NAMES = (JudgementKind.SAME_BODY, JudgementKind.OTHER_BODY)

#: The order of the rows of each kind in a collation.
ORDER: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "entities": lambda row: (row.cluster_id, row.member_id, row.id),
    "descents": lambda r: (r.copy or "~", r.copy_name, r.basis, r.exemplar_name, r.exemplar or "", r.id),
    "clusters": lambda row: (row.cluster_id, row.member_id, row.id),
    "cores": lambda row: (row.cluster_id, row.member_id, row.id),
    "links": lambda row: (row.relation.value, row.left, row.right, row.id),
    "origins": lambda row: (row.cluster_id, row.id),
}


class Unit(NamedTuple):
    """Everything that the relations of one unit depend on.

    ``pages`` are its own pages and ``stories`` the members of its stories. ``near`` are the other pages that share text
    with them; ``far`` are documents that share text with those of ``near`` that cite an outlet of the unit; ``reuses``
    are the rows of all that shared text. ``judgements`` are those on its claims and on names. ``outlets`` are names
    that its pages may cite and that any document shows to be an outlet's, each with whether it published a document.
    """

    pages: Sequence[Annotated]
    stories: Sequence[Member]
    near: Sequence[Annotated]
    far: Sequence[Document]
    reuses: Sequence[Reuse]
    judgements: Sequence[Judgement]
    outlets: Mapping[str, bool]


def collate(
    pages: Iterable[Annotated], wanted: Collection[str] | None = None, judgements: Sequence[Judgement] = ()
) -> Collated:
    """Relates annotated pages; the order of the pages does not matter.

    ``wanted`` names the kinds of relations to find (``("stories",)``); by default all of them. ``judgements`` are
    people's, and are obeyed. A stage that fails becomes a problem.
    """
    by_id = {page.document.id: page for page in pages}
    held = {key: by_id[key] for key in sorted(by_id)}
    stages = needed(COLLATORS, wanted)
    pool: dict[str, Any] = {"documents": [page.document for page in held.values()]}
    for name in ("blocks", "mentions"):
        pool[name] = [row for page in held.values() for row in getattr(page, name)]
    problems: list[Problem] = []
    run([stage for stage in stages if stage in OVER_ALL], pool, "collation", problems)
    of_a_unit = [stage for stage in stages if stage in OF_A_UNIT]
    if of_a_unit:
        found: dict[str, dict[str, Row]] = defaultdict(dict)
        for unit in _units(held, pool.get("reuses", ()), pool.get("stories", ()), judgements):
            for name, rows in relate_unit(unit, of_a_unit, problems).items():
                found[name] |= {row.id: row for row in rows}
        pool |= {name: sorted(found[name].values(), key=ORDER[name]) for name in ORDER}
    yielded = {name for stage in stages for name in stage.yields.split()}
    kept = {name: tuple(pool[name]) for name in Collated._fields if name in pool and name in yielded}
    return Collated(**kept, problems=tuple({problem.id: problem for problem in problems}.values()))


def relate_unit(unit: Unit, stages: Sequence[Stage], problems: list[Problem]) -> dict[str, list[Row]]:
    """The relations of one unit, by kind. Stages that fail add to ``problems``."""
    own = {page.document.id for page in unit.pages}
    beside = [*unit.pages, *unit.near]
    documents = {document.id: document for document in (*(page.document for page in beside), *unit.far)}
    pool: dict[str, Any] = {
        "documents": [documents[key] for key in sorted(documents)],
        "stories": unit.stories,
        "reuses": unit.reuses,
        "judgements": unit.judgements,
        "told_of": own,
        "outlets": unit.outlets,
    }
    for name in ("blocks", "credits", "timexes", "attributions"):
        pool[name] = [row for page in beside for row in getattr(page, name)]
    for name in ("mentions", "toponyms", "events", "claims"):
        pool[name] = [row for page in unit.pages for row in getattr(page, name)]
    run(stages, pool, "collation", problems)
    return {name: pool[name] for name in ORDER if name in pool}


def units_of(stories: Iterable[str], together: Iterable[Collection[str]]) -> list[list[str]]:
    """Groups stories into units, each sorted: the stories in one set of ``together`` go into one unit."""
    sets = Parted(())
    held = set(stories)
    for judged in together:
        first, *others = sorted(judged)
        held.update(judged)
        for other in others:
            sets.join(first, other)
    out: dict[str, list[str]] = defaultdict(list)
    for story in sorted(held):
        out[sets.find(story)].append(story)
    return sorted(out.values())


def judged_of(judgements: Iterable[Judgement], claims: Collection[str]) -> list[Judgement]:
    """The judgements that are about any of the claims, and all those on names."""
    return [j for j in judgements if j.verdict in OF_NAMES or not set(claims).isdisjoint((*j.left, *j.right))]


def _units(
    held: Mapping[str, Annotated],
    reuses: Iterable[Reuse],
    members: Iterable[Member],
    judgements: Sequence[Judgement],
) -> Iterator[Unit]:
    """The units of a collation, with everything that their relations depend on."""
    stories: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        stories[member.cluster_id].append(member)
    story_of = {member.member_id: story for story, told in stories.items() for member in told}
    story_of_claim = {c.id: story_of[d] for d, page in held.items() for c in page.claims if d in story_of}
    judged = ({story_of_claim[c] for c in (*j.left, *j.right) if c in story_of_claim} for j in judgements)
    outlets = _outlets_by_trace(held.values())
    sharing: dict[str, list[Reuse]] = defaultdict(list)
    for reuse in reuses:
        for document in documents_of(reuse):
            sharing[document].append(reuse)
    for unit in units_of(stories, (story for story in judged if story)):
        rows = [member for story in unit for member in stories[story]]
        own = {member.member_id for member in rows}
        near = {d for document in own for r in sharing[document] for d in documents_of(r)} - own
        pages = [held[d] for d in sorted(own)]
        citing = citing_pages(pages, [held[d] for d in sorted(near)])
        touching = {r.id: r for document in (*own, *citing) for r in sharing[document]}
        far = {d for r in touching.values() for d in documents_of(r)} - own - near
        yield Unit(
            pages=pages,
            stories=rows,
            near=[held[d] for d in sorted(near)],
            far=[held[d].document for d in sorted(far)],
            reuses=[touching[key] for key in sorted(touching)],
            judgements=judged_of(judgements, {c.id for page in pages for c in page.claims}),
            outlets=dict(sorted(shown for trace in cited_in(pages) for shown in outlets.get(trace, ()))),
        )


def _outlets_by_trace(pages: Iterable[Annotated]) -> dict[str, set[tuple[str, bool]]]:
    """The outlets that the pages show, by trace, each with whether it published one of them."""
    out: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for shown in {shown for page in pages for shown in outlets_of(page.document).items()}:
        for trace in traces(shown[0]):
            out[trace].add(shown)
    return out


def citing_pages(pages: Iterable[Annotated], near: Iterable[Annotated]) -> list[str]:
    """The ids of those pages of ``near`` that cite an outlet of one of the pages."""
    own = {trace for page in pages for name in outlets_of(page.document) for trace in traces(name)}
    return [page.document.id for page in near if not own.isdisjoint(cited_in([page]))]


def cited_in(pages: Iterable[Annotated]) -> set[str]:
    """The traces of all names that the pages cite as sources."""
    return {trace for page in pages for name in named_by(page) for trace in traces(name)}


def documents_of(reuse: Reuse) -> tuple[str, str]:
    """The ids of the two documents that share text."""
    return reuse.left.document_id, reuse.right.document_id
