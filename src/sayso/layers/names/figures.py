"""Whom of public life a lone surname means: by the title before it, or as head of a country that the text names."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from sayso.layers.names.namebook import Entry, surnames, words_of
from sayso.layers.names.stretches import Candidate
from sayso.types import Document
from sayso.vocab import Category

HEADS = frozenset({"president", "prime", "premier", "chancellor", "king", "leader", "emir"})


def find_figures(document: Document, candidates: Sequence[Candidate], categories: list[Category]) -> None:
    """Gives a surname that stands alone in the text to the one person of public life whom it can mean: by the title
    before it, or as head of a country that the text names; in office at the time, where that is known."""
    full = {w.folded for c in candidates for w in words_of(c.text)[-1:] if len(words_of(c.text)) > 1}
    countries = {c.entry.country for c in candidates if c.entry and c.entry.source == "demonyms"}
    year = int(document.published.date[:4]) if document.published else None
    for i, c in enumerate(candidates):
        words = words_of(c.text)
        if c.entry or c.key or len(words) != 1 or words[0].folded in full or len(words[0].text) < 3:
            continue
        found = _public_figure(words[0].folded, set(c.title.split()), countries, year)
        regime = c.sentence.between(c.core_end, c.core_end + 12)[:1]
        if found and (
            c.title or categories[i] is Category.PERSON or (regime and regime[0].text in ("regime", "government"))
        ):
            c.entry, c.origin = found, "lexicon"
            c.gender = c.gender or found.gender
            c.key = ("lexicon", found.source, found.country, found.name)
            categories[i] = Category.PERSON
            c.reasons.append(f"the only one of that name and office in people.tsv is {found.name}")


def _public_figure(surname: str, title: set[str], countries: set[str], year: int | None) -> Entry | None:
    fitting = [e for e in surnames().get(surname, ()) if title or e.country in countries]
    wanted = title or HEADS
    fitting = [e for e in fitting if _in_office(e.offices, year, wanted)]
    return fitting[0] if len(fitting) == 1 else None


def _in_office(offices: str, year: int | None, titles: Set[str]) -> bool:
    for office in offices.split("|"):
        if titles & set(re.findall(r"[a-z]+", office.lower())):
            if year is None:
                return True
            found = re.search(r"(\d{4})(-?)(\d{4})?$", office)
            if not found or int(found[1]) <= year <= int(found[3] or (9999 if found[2] else found[1])):
                return True
    return False
