"""What the name of a source tells of it: people without a name, a body by its kind or its letters, what sort of name it
is in the texts."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso import assets
from sayso.outlets import SITE
from sayso.relations.names.bodies import body_words, describe
from sayso.relations.words.spellings import folded
from sayso.types import Mention
from sayso.vocab import Category, Level

UNNAMED = "unnamed"
#: A short form has this many letters at least.
LETTERS = 3


def categories(mentions: Sequence[Mention], entity: Mapping[str, str]) -> dict[str, Category]:
    """What each name is, most often, of those that stand in the texts by name."""
    told: dict[str, Counter[Category]] = defaultdict(Counter)
    for mention in mentions:
        if mention.level is Level.NAME:
            for name in {mention.name, entity.get(mention.id, mention.name)}:
                told[name][mention.category] += 1
    return {name: max(sorted(held), key=held.__getitem__) for name, held in told.items()}


def called_by_kind(mentions: Sequence[Mention]) -> dict[tuple[str, str], str]:
    """(document, a kind of body) → the one body of that kind that the document names: "the Authority" is its Food and
    Drugs Authority, "the union" its Union of Dockers."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.category not in (Category.ORGANISATION, Category.GROUP) or mention.level is not Level.NAME:
            continue
        words = folded(mention.name).split()
        for kind in {words[0], words[-1]} & body_words("kind") if len(words) > 1 else ():
            held[mention.span.document_id, kind].add(mention.name)
    return {key: names.pop() for key, names in held.items() if len(names) == 1}


def spelt_out(names: Iterable[str]) -> dict[str, str]:
    """Large letters → the one name here whose words begin with them: "FDA" is the Food and Drugs Authority."""
    held: dict[str, set[str]] = defaultdict(set)
    for name in names:
        letters = "".join(w[0] for w in name.split() if w[:1].isupper())
        if len(letters) >= LETTERS and " " in name:
            held[letters].add(name)
    return {letters: full.pop() for letters, full in held.items() if len(full) == 1}


def hidden(name: str) -> bool:
    """Whether a source is no name: ``unnamed``, or a description of people ("a senior official", lower case; "Velm
    residents"). The description of a body ("the electoral commission") says who it is."""
    last = name.split(" ")[-1]
    if name == UNNAMED or name.startswith(f"{UNNAMED} "):
        return True
    if last in body_words("single"):
        return False
    called = name[:1].isupper() or any(c.isupper() for c in last) or SITE.fullmatch(name) is not None
    return last in _people() or not called


@functools.cache
def _people() -> frozenset[str]:
    """Words for people in the plural who are no body."""
    told = {row["form"] for row in assets.rows("roles.tsv") if row["kind"] == "people"}
    return frozenset(told) - body_words("kind", "single", "office")


def nameless(name: str) -> bool:
    """Whether a source is named only by what it is: "police", "Syria monitor", "NGO"."""
    if name == name.lower():
        return SITE.fullmatch(name) is None
    if " " in name and not nameless(name.split(" ")[-1]):
        return False
    body = describe(name)
    return not body.parts and bool(body.own) and body.own <= body_words("kind", "generic")


def office(name: str) -> bool:
    """Whether a source is named by an office alone, which one who is named elsewhere may hold: "Harlow governor",
    "Harlow Attorney General". People may have such a surname."""
    words = folded(name).split()
    return len(words) > 1 and (words[-1] in _titles() or (len(words) > 2 and " ".join(words[-2:]) in _titles()))


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(row["form"] for row in assets.rows("roles.tsv") if row["kind"] == "title")
