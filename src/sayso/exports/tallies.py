"""Counts over the documents of a story: its places, its texts that are no copies, the names of its entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.relations.parted import Parted
from sayso.spans import text_of
from sayso.vocab import Level, PlaceUse

if TYPE_CHECKING:
    from sayso.exports.shown import RecordView
    from sayso.types import Document


def places_of(found: RecordView, documents: Iterable[Document]) -> list[tuple[str, int]]:
    """The places by how often they are named; a country that only a nationality names is none of them."""
    named = (t for d in documents for t in found.toponyms.get(d.id, ()) if t.use is not PlaceUse.PEOPLE)
    counted = Counter(t.name for t in named)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def texts_of(found: RecordView, documents: Iterable[Document]) -> int:
    """How many texts there are when documents that share text count as one."""
    held = {document.id for document in documents}
    sets = Parted()
    for reuse in found.reuses:
        pair = (reuse.left.document_id, reuse.right.document_id)
        if held.issuperset(pair):
            sets.join(*pair)
    return len({sets.find(document) for document in held})


def form_of(words: str) -> str:
    """A name to compare by: in one line, without ``the``."""
    form = " ".join(words.split())
    return form[4:] if form[:4].lower() == "the " else form


def spellings(forms: Iterable[str]) -> dict[str, str]:
    """For each form, the most frequent of those that differ from it only in capitals."""
    counted = Counter(forms)
    chosen: dict[str, str] = {}
    for form in sorted(counted, key=lambda f: (-counted[f], f)):
        chosen.setdefault(form.casefold(), form)
    return {form: chosen[form.casefold()] for form in counted}


def naming_of(found: RecordView, documents: Sequence[Document]) -> list[tuple[str, list[tuple[str, int]]]]:
    """The entities that go by several names, most often named first, each with its names and their counts."""
    forms: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for mention in found.mentions.get(document.id, ()):
            if mention.level is Level.NAME:
                forms[mention.name].append(form_of(text_of(document.text, mention.span)))
    surfaces = {name: Counter(map(spellings(held).__getitem__, held)) for name, held in forms.items()}
    many = [(name, counts) for name, counts in surfaces.items() if len(counts) > 1]
    many.sort(key=lambda item: (-sum(item[1].values()), item[0]))
    return [(name, sorted(counts.items(), key=lambda item: (-item[1], item[0]))) for name, counts in many]
