"""The report's data: a record's view as plain JSON values, in which all text of a page is safe to show.

``shapes`` defines the values, which ``frontend/src/payload.ts`` repeats for the script. ``claims``, ``pages``,
``places``, ``lineage``, ``sources`` and ``method`` each have the data of a view, ``top`` that of the overview;
``periods`` turns stated times into days.
"""

from __future__ import annotations

from sayso.exports.payload.claims import claim_of
from sayso.exports.payload.lineage import LONGEST_PASSAGE, lineage_of
from sayso.exports.payload.method import method_of
from sayso.exports.payload.pages import LONGEST_SPAN, PageRows, page_of, rows_of
from sayso.exports.payload.places import places_of
from sayso.exports.payload.shapes import Payload, StoryData
from sayso.exports.payload.sources import naming_of, sources_of
from sayso.exports.payload.top import origins_of, top_of
from sayso.exports.shown import RecordView, StoryView, name_of
from sayso.exports.visible import LONGEST_SAID, shown, title_shown

SCHEMA = 1


def payload_of(found: RecordView, texts: bool = True) -> Payload:
    """Everything that the report shows. Without ``texts`` it quotes only spans under 200 characters."""
    held = [(at, d) for at, story in enumerate(found.stories) for d in story.documents]
    placed = {d.id for _, d in held}
    held += [(-1, d) for _, d in sorted(found.documents.items()) if d.id not in placed]
    index = {document.id: at for at, (_, document) in enumerate(held)}
    numbers = {c.cluster_id: c.number for story in found.stories for c in story.claims}
    of_claim = {a.claim.id: c.number for story in found.stories for c in story.claims for a in c.accounts}
    pages = {document.id: rows_of(found, document, of_claim) for _, document in held}
    return {
        "schema": SCHEMA,
        "name": shown(found.name),
        "texts": texts,
        "documents": [page_of(found, document, pages[document.id], story, texts) for story, document in held],
        "stories": [_story(found, story, index, pages, numbers, texts) for story in found.stories],
        "method": method_of(found, index),
    }


def _story(
    found: RecordView,
    story: StoryView,
    index: dict[str, int],
    pages: dict[str, PageRows],
    numbers: dict[str, int],
    texts: bool,
) -> StoryData:
    rows = {row_id: place for document in story.documents for row_id, place in pages[document.id].places.items()}
    for claim in story.claims:  # an account may be in a document of another story
        for account in claim.accounts:
            rows |= pages[account.document.id].places
    claims = [claim_of(c, index, rows, numbers, LONGEST_SAID if texts else LONGEST_SPAN) for c in story.claims]
    by_number = {claim["number"]: claim for claim in claims}
    places = places_of(found, story, index)
    for at, place in enumerate(places):
        for number in place["claims"]:
            by_number[number]["places"].append(at)
    return {
        "id": story.cluster_id,
        "title": title_shown(story.title),
        "days": list(story.span_of_days or ()),
        "documents": [index[d.id] for d in story.documents],
        "outlets": len({name_of(d) for d in story.documents}),
        "texts": story.texts,
        "origins": origins_of(story),
        "claims": claims,
        "places": places,
        "top": top_of(story),
        "lineage": lineage_of(found, story, index, LONGEST_PASSAGE if texts else LONGEST_SPAN),
        "sources": sources_of(story),
        "naming": naming_of(found, story),
    }
