"""Which entry of the lexicons a form means in its place: an ambiguous one counts only with evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.layers.names import gazetteer
from sayso.layers.names.namebook import Entry, Form, roles
from sayso.layers.parsing.parse import Sentence

#: What is said next to a publisher's short name, and to an armed group's.
OUTLET_CUES = re.compile(
    r"(?:\b(?:told|tells|to|by|according to|with|via|from|quoted by|source:?|photo:?|reporting by)\s+(?:the\s+)?|"
    r"[©(/]\s*)$|"
    r"^\s*(?:,?\s*(?:\w+ly\s+|first\s+)?(?:said|says|reported|reports|citing|quoted|quotes|noted|notes|wrote|writes)\b|(?:news|photo|reporter|correspondent|journalist|"
    r"television|TV|channel|broadcaster|newspaper|magazine|website|agency|interview|report)|[)]|/)",
    re.I,
)

GROUP_CUES = re.compile(
    r"(?:\bagainst|\bby|\bof|\bjoined|\banti-)\s*(?:the\s+)?$|"
    r"^[\s-]*(?:militants?|fighters?|terrorists?|jihadists?|insurgents?|rebels?|group|forces|positions?|held|affiliated|linked|claimed|control\w*|attack\w*|commander|leader|stronghold)\b",
    re.I,
)

#: The capitalised words right before a name, at most three, and what follows it after "of".
BEFORE = re.compile(r"((?:[A-Z][\w'’.-]{0,40}\s){0,2}[A-Z][\w.-]{0,40}?)(?:['’]s)?\s$")
AFTER = re.compile(r"\sof\s(?:the\s)?((?:[A-Z][\w'’-]{0,40})(?:\s[A-Z][\w'’-]{0,40}){0,2})")
#: How well known a place must be (:func:`gazetteer.prominence`) to tell whose a body is.
KNOWN_PLACE = 0.5


@dataclass(slots=True)
class _Known:
    """What lexicon forms of the whole document say of the doubtful ones."""

    sure: set[Entry]
    countries: set[str]
    defined: set[str]  # short forms that the text itself defines


def of_elsewhere(text: str, sentence: Sentence, start: int, end: int, form: Form) -> bool:
    """Whether what stands around a body's name makes it the body of another country, or another body of that one:
    ``Dhaka Metropolitan Police``, ``Washington State Department of Health``."""
    own = form.entry.country.split("|")
    if form.entry.source != "bodies" or own == [""]:
        return False
    after = AFTER.match(text, end, sentence.end) if text[start:end].split()[-1].lower() in roles() else None
    if after and not any(place.country in own for place in gazetteer.look_up(after[1])):
        return True
    before = BEFORE.search(text[max(sentence.start, start - 90) : start])
    parts = before[1].split() if before else []
    for at in range(len(parts)):
        name = " ".join(parts[at:])
        if gazetteer.prominence(name) >= KNOWN_PLACE:
            return gazetteer.look_up(name)[0].country not in own
    return False


def known_forms(text: str, hits: Sequence[tuple[Sentence, int, int, tuple[Form, ...]]]) -> _Known:
    sure: set[Entry] = set()
    countries: set[str] = set()
    for _, _, _, forms in hits:
        for form in forms:
            if form.ambiguous:
                continue
            if form.entry.source == "demonyms":
                countries.add(form.entry.country)
            else:
                sure.add(form.entry)
    defined = {m[1] for m in re.finditer(r"[a-z]\s\(([A-Z][A-Za-z-]{1,9})\)", text)}
    return _Known(sure, countries, defined)


def choose(text: str, sentence: Sentence, start: int, end: int, forms: tuple[Form, ...], known: _Known) -> Form | None:
    """The form meant here, or None: an ambiguous one needs evidence."""
    usual = [f for f in forms if not f.ambiguous]
    if usual:
        return usual[0]
    for form in forms:
        if form.entry in known.sure:
            return form
    before, after = text[max(sentence.start, start - 24) : start], text[end : min(sentence.end, end + 24)]
    surface = text[start:end]
    if surface in known.defined:
        return None  # the text says itself what it means by that
    mixed = any(c.islower() for c in text[sentence.start : sentence.end])
    for form in forms:
        entry = form.entry
        acronym = surface.isupper() and mixed
        cues = OUTLET_CUES if entry.source == "outlets" else GROUP_CUES if entry.source == "groups" else None
        cued = bool(cues and (cues.search(before) or cues.match(after)))
        local = entry.country != "" and bool(set(entry.country.split("|")) & known.countries)
        labelled = _labelled(sentence, start, end, ("ORG",)) and start > sentence.start
        if acronym and entry.source != "outlets" and (local or cued or (not entry.country and labelled)):
            return form
        named = (
            (start > sentence.start or " " in surface)
            and mixed
            and any(t.pos == "PROPN" for t in sentence.between(start, end))
        )
        if entry.source == "outlets" and cued and (acronym or labelled or named):
            return form
        if not acronym and entry.source == "bodies" and labelled and local:
            return form
    return None


def _labelled(sentence: Sentence, start: int, end: int, labels: tuple[str, ...]) -> bool:
    return any(t.entity in labels for t in sentence.between(start, end))
