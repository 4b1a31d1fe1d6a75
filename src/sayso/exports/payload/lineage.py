"""Who has the text from whom: the graph of one story, and the passages that two of its documents share."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.exports.payload.shapes import Edge, Lineage, Node, Shared
from sayso.exports.shown import RecordView, StoryView, name_of
from sayso.exports.visible import cut, name_shown, said_shown, shown
from sayso.spans import text_of
from sayso.spelling import fold
from sayso.types import Descent, Reuse

LONGEST_PASSAGE = 1500  # characters
PAIRS_WITH_PASSAGES = 200  # pairs of a story whose passages the report carries, those that share most
PASSAGES = 20  # of one pair


def lineage_of(found: RecordView, story: StoryView, index: Mapping[str, int], width: int) -> Lineage:
    """The lineage of a story. Nodes are its documents, and the outlets they have text from that are not held; ``width``
    is the longest passage, in characters."""
    nodes: list[Node] = [{"document": index[d.id], "name": name_shown(name_of(d))} for d in story.documents]
    places = {document.id: at for at, document in enumerate(story.documents)}
    absent: dict[str, int] = {}

    def node(document_id: str | None, name: str) -> int:
        if document_id is not None and document_id in places:
            return places[document_id]
        key = fold(name)
        if key not in absent:
            absent[key] = len(nodes)
            nodes.append({"document": index.get(document_id or "", -1), "name": name_shown(name)})
        return absent[key]

    edges: list[Edge] = [
        {
            "copy": node(descent.copy, descent.copy_name),
            "exemplar": node(descent.exemplar, descent.exemplar_name),
            "basis": descent.basis.value,
            "score": round(descent.score, 3),
            "detail": said_shown(descent.detail),
        }
        for descent in _descents(found, set(places))
    ]
    return {"nodes": nodes, "edges": edges, "shared": _shared(found, places, index, width)}


def _descents(found: RecordView, held: set[str]) -> list[Descent]:
    """The descents of the story's documents, and those between texts not held that these lead to."""
    reached, chosen = set(), []
    waiting = [d for d in found.descents if d.copy is not None and d.copy in held]
    beyond = [d for d in found.descents if d.copy is None]
    while waiting:
        chosen += waiting
        reached |= {fold(d.exemplar_name) for d in waiting if d.exemplar is None}
        waiting = [d for d in beyond if fold(d.copy_name) in reached]
        beyond = [d for d in beyond if fold(d.copy_name) not in reached]
    return sorted(chosen, key=lambda d: (d.copy_name, d.exemplar_name, d.basis.value, d.id))


def _shared(found: RecordView, held: Mapping[str, int], index: Mapping[str, int], width: int) -> list[Shared]:
    pairs = [r for r in found.reuses if r.left.document_id in held and r.right.document_id in held]
    pairs.sort(key=lambda r: (-max(r.share_of_left, r.share_of_right), r.id))
    return [
        {
            "left": index[reuse.left.document_id],
            "right": index[reuse.right.document_id],
            "share_of_left": round(reuse.share_of_left, 4),
            "share_of_right": round(reuse.share_of_right, 4),
            "detail": said_shown(reuse.detail),
            "passages": _passages(found, reuse, width) if rank < PAIRS_WITH_PASSAGES else [],
        }
        for rank, reuse in enumerate(pairs)
    ]


def _passages(found: RecordView, reuse: Reuse, width: int) -> list[list[str]]:
    left, right = (found.documents[side.document_id].text for side in (reuse.left, reuse.right))
    return [
        [cut(shown(text_of(left, a)), width), cut(shown(text_of(right, b)), width)] for a, b in reuse.matched[:PASSAGES]
    ]
