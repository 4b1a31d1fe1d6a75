"""A story's places with their precision, and the claims that speak of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.exports.payload.shapes import PlaceData
from sayso.exports.shown import RecordView, StoryView
from sayso.exports.visible import name_shown, said_shown
from sayso.spelling import fold
from sayso.types import Claim, Span, Toponym
from sayso.vocab import PlaceUse

Key = tuple[str, str]


def key_of(toponym: Toponym) -> Key:
    return (toponym.gazetteer_id or "", toponym.name)


def places_of(found: RecordView, story: StoryView, index: Mapping[str, int]) -> list[PlaceData]:
    """The places of a story, most often named first; a country that only a nationality names is none of them."""
    held: dict[Key, list[Toponym]] = defaultdict(list)
    for document in story.documents:
        for toponym in found.toponyms.get(document.id, ()):
            if toponym.use is not PlaceUse.PEOPLE:
                held[key_of(toponym)].append(toponym)
    claims = _claims_by_place(story, held)
    rows = [_place(key, toponyms, sorted(claims.get(key, ())), index) for key, toponyms in held.items()]
    return sorted(rows, key=lambda row: (-row["mentions"], row["name"], row["detail"]))


def _place(key: Key, toponyms: list[Toponym], claims: list[int], index: Mapping[str, int]) -> PlaceData:
    best = max(toponyms, key=lambda t: (t.latitude is not None, t.score, t.id))
    return {
        "name": name_shown(key[1]),
        "latitude": best.latitude,
        "longitude": best.longitude,
        "country": best.country or "",
        "precision": best.precision.value,
        "score": round(best.score, 3),
        "detail": said_shown(best.detail),
        "mentions": len(toponyms),
        "documents": sorted({index[t.span.document_id] for t in toponyms}),
        "claims": claims,
    }


def _claims_by_place(story: StoryView, held: Mapping[Key, list[Toponym]]) -> dict[Key, set[int]]:
    """The numbers of claims whose words or values name each place."""
    spans: dict[str, list[tuple[Span, Key]]] = defaultdict(list)
    by_name: dict[str, Key] = {}  # of several places with one name, that named most often
    for key, toponyms in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
        by_name.setdefault(fold(key[1]), key)
        for toponym in toponyms:
            spans[toponym.span.document_id].append((toponym.span, key))
    out: dict[Key, set[int]] = defaultdict(set)
    for claim in story.claims:
        for account in claim.accounts:
            for key in _named_in(account.claim, spans.get(account.document.id, ()), by_name):
                out[key].add(claim.number)
    return out


def _named_in(claim: Claim, spans: Iterable[tuple[Span, Key]], by_name: Mapping[str, Key]) -> set[Key]:
    stated = dict(claim.values).get("place")
    names = stated if isinstance(stated, tuple) else (stated,)
    found = {by_name[fold(name)] for name in names if isinstance(name, str) and fold(name) in by_name}
    for span, key in spans:
        if any(part.start <= span.start and span.end <= part.end for part in claim.content):
            found.add(key)
    return found
