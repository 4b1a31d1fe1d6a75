"""Which names of a document are one thing, what it is, and what it is called.

Candidates become groups by lexicon entry, by spelling, by what the text defines (``Harbour Rescue Corps (HRC)``,
``also known as``), by surname, by initials, and by a short form whose words are all in one longer name. Each group
has one category, which its members vote on, and one canonical name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.layers.names import gazetteer
from sayso.layers.names.figures import find_figures
from sayso.layers.names.namebook import Entry, plain, words_of
from sayso.layers.names.namegroups import Groups, join_defined, join_initials, join_people, join_same, join_short_bodies
from sayso.layers.names.personal import given_gender, plainly_place
from sayso.layers.names.stretches import Candidate
from sayso.types import Document
from sayso.vocab import Category, Zone


@dataclass(slots=True, eq=False)
class Entity:
    """One thing of a document with its candidates, in text order."""

    category: Category
    name: str
    key: tuple[str, ...]
    members: list[Candidate] = field(default_factory=list)
    gender: str = ""
    titles: set[str] = field(default_factory=set)
    entry: Entry | None = None
    why: dict[int, str] = field(default_factory=dict)  # start of a member: why it belongs here
    _forms: frozenset[str] = frozenset()

    def forms(self) -> frozenset[str]:
        """How the text writes it, in small letters: every name, and every whole mention with title and noun."""
        if not self._forms:
            self._forms = frozenset(t.lower() for m in self.members for t in (m.text, m.full_text()))
        return self._forms


def group_names(document: Document, candidates: Sequence[Candidate]) -> list[Entity]:
    """The entities that the candidates name, in the order of their first mention."""
    categories = _categories(candidates)
    groups = Groups(candidates)
    join_same(groups, categories)
    join_defined(document.text, groups, categories)
    find_figures(document, candidates, categories)
    join_same(groups, categories)
    join_people(groups, categories)
    join_initials(groups, categories)
    join_short_bodies(groups, categories)
    entities = [
        _entity([candidates[i] for i in members], groups, members, categories)
        for _, members in sorted(groups.groups().items())
    ]
    return _unique(entities)


def _categories(candidates: Sequence[Candidate]) -> list[Category]:
    """The category of each: the lexicon's word, or the vote of all the document's candidates of that spelling."""
    votes: dict[str, Counter[Category]] = defaultdict(Counter)
    persons: set[str] = set()  # words by which people are called: surnames, and given names of no place
    placed: Counter[str] = Counter()  # how often a spelling stands where a place does
    for c in candidates:
        votes[plain(c.text)].update(c.votes)
        placed[plain(c.text)] += 2 if c.votes[Category.LOCATION] > 2 else -1
        if (c.entry and c.category is Category.PERSON) or c.votes[Category.PERSON] >= 3:
            persons.update(w.folded for w in words_of(c.text)[-1:])
    for c in candidates:
        spelled = words_of(c.text)
        whole = not c.firm and len(spelled) > 1 and not plainly_place(spelled[-1].text)
        if whole and votes[plain(c.text)].most_common(1)[0][0] is Category.PERSON:
            persons.add(spelled[-1].folded)
        if len(spelled) > 1 and c.entry and c.category is Category.PERSON and not gazetteer.knows(spelled[0].text):
            persons.add(spelled[0].folded)
    out = []
    for c in candidates:
        if c.firm:
            out.append(c.category)
            continue
        spelling = plain(c.text)
        tally = votes[spelling]
        if len(spelling.split()) == 1 and spelling in persons and placed[spelling] <= 0:
            out.append(Category.PERSON)
            continue
        best = max(tally.values(), default=0)
        first = [k for k, v in tally.items() if v == best]
        out.append(c.category if c.category in first or not first else min(first, key=lambda k: k.value))
    return out


def _entity(members: list[Candidate], groups: Groups, indices: list[int], categories: Sequence[Category]) -> Entity:
    tally = Counter(categories[i] for i in indices)
    category = min(tally, key=lambda k: (-tally[k], k.value))
    entry = next((m.entry for m in members if m.entry and m.origin == "lexicon"), None)
    if entry and any(categories[i] is entry.category for i in indices):
        category = entry.category if members[0].category is not Category.NATIONALITY else members[0].category
    why = {groups.items[i].start: groups.why[i] for i in indices if i in groups.why}
    if (entry and category is Category.PERSON) or (entry and entry.source != "demonyms"):
        name = entry.name
    elif category is Category.NATIONALITY:
        name = entry.name if entry and entry.category is Category.NATIONALITY else _nationality(members[0], entry)
    elif entry and category is Category.LOCATION:
        name = entry.name
    else:
        name = _longest(members, category)
        if name.isupper() and len(name) > 4 and category in (Category.LOCATION, Category.PERSON):
            name = name.title()
    gender = next((m.gender for m in members if m.gender), entry.gender if entry else "")
    if not gender and category is Category.PERSON and " " in name:
        gender = given_gender(words_of(name)[0].text)
    key = (entry.source, entry.name) if entry and entry.source != "demonyms" else (category.value, plain(name))
    titles = {m.title for m in members if m.title}
    return Entity(category, name, key, members, gender, titles, entry, why)


def _nationality(member: Candidate, entry: Entry | None) -> str:
    """``US`` before a noun is ``American`` as ``British`` is."""
    if entry is None:
        return member.text
    return {"US": "American", "GB": "British"}.get(entry.country, member.text)


def _longest(members: Iterable[Candidate], category: Category) -> str:
    """The longest form; of places the most frequent one. What stands under a picture, with by whose courtesy it is,
    names no body that has another form elsewhere."""
    members = list(members)
    if category in (Category.ORGANISATION, Category.GROUP):
        members = [m for m in members if m.sentence.zone is not Zone.CAPTION] or members
    forms = Counter(_tidy(m.text) for m in members)
    if category is Category.LOCATION:
        return min(forms, key=lambda f: (-forms[f], -len(f), f))
    return min(forms, key=lambda f: (-len(f.split()), -len(f), f))


def _tidy(text: str) -> str:
    name = re.sub(r"\s+", " ", text).strip(" \"'“”‘’,[]")
    name = name.replace("[", "").replace("]", "")
    return re.sub(r"(?:'s|’s|'|’)$", "", re.sub(r"^(?:the|The|THE) ", "", name))


def _unique(entities: list[Entity]) -> list[Entity]:
    """Entities that came to one key are one."""
    held: dict[tuple[str, ...], Entity] = {}
    for entity in entities:
        other = held.get(entity.key)
        if other is None:
            held[entity.key] = entity
        else:
            other.members += entity.members
            other.titles |= entity.titles
            other.why |= entity.why
            other.gender = other.gender or entity.gender
    for entity in held.values():
        entity.members.sort(key=lambda m: m.start)
    return sorted(held.values(), key=lambda e: e.members[0].start)
