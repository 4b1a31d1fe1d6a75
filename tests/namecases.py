"""Readable cases of names and places, with what a careful reader finds, from files under ``tests/cases``.

The head of ``cases/mentions/held.txt`` describes their form. A line ``--`` separates several documents of one case;
then a number before the words of an expectation says which document they are in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sayso.layers.names.annotator import find_mentions
from sayso.layers.places.annotator import resolve_places
from sayso.relations.names.collator import resolve_entities
from sayso.types import Document, Mention, Toponym
from sayso.vocab import Level
from smallpages import small_page

CASES = Path(__file__).resolve().parent / "cases"
EXPECTATION = re.compile(r"(one|two|is|no|at|near|says): (.*)")
GIVEN = re.compile(r"(published|publisher|zones): (.*)")
#: How many kilometres a place may be from where the case says.
NEAR = 60.0


@dataclass
class Case:
    """One case: its documents, what is known of the first, and the expectations as (kind, words)."""

    file: str
    name: str
    texts: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    expected: list[tuple[str, str]] = field(default_factory=list)


class Found(NamedTuple):
    """What Sayso finds in the documents of a case. ``cluster`` maps a mention's id to its entity across documents."""

    documents: list[Document]
    mentions: list[list[Mention]]
    toponyms: list[list[Toponym]]
    cluster: dict[str, str]


def read_cases(module: str, *, held: bool) -> list[Case]:
    """The cases in a folder: those of ``held.txt``, or those of the other files."""
    files = sorted((CASES / module).glob("*.txt"))
    return [case for file in files if (file.name == "held.txt") == held for case in _cases(file)]


def _cases(file: Path) -> Iterable[Case]:
    case: Case | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            if case:
                yield case
            case = Case(file.stem, line[3:], [""])
        elif case is None or not line.strip():
            continue
        elif line == "--":
            case.texts.append("")
        elif (found := GIVEN.fullmatch(line)) and not case.texts[0]:
            case.given[found[1]] = found[2]
        elif found := EXPECTATION.fullmatch(line):
            case.expected.append((found[1], found[2]))
        else:
            case.texts[-1] += ("\n" if case.texts[-1] else "") + line
    if case:
        yield case


def find(case: Case) -> Found:
    """Runs the annotators of mentions and places over each document, and the collator of entities over all."""
    documents, mentions, toponyms = [], [], []
    for text in case.texts:
        document, _, parse = small_page(text, **case.given)
        found = find_mentions(document, parse)
        documents.append(document)
        mentions.append(found)
        toponyms.append(resolve_places(document, found))
    members = resolve_entities(
        documents, [m for found in mentions for m in found], [t for found in toponyms for t in found]
    )
    return Found(documents, mentions, toponyms, {m.member_id: m.cluster_id for m in members})


def unmet(case: Case) -> list[str]:
    """The expectations of a case that do not hold, each with what was found instead."""
    found = find(case)
    checks: dict[str, Callable[[Found, str], str]] = {
        "one": _one, "two": _two, "is": _is, "no": _no, "at": _at, "near": _near, "says": _says,
    }  # fmt: skip
    return [f"{kind}: {said}: {why}" for kind, said in case.expected if (why := checks[kind](found, said))]


def held_share(cases: Sequence[Case]) -> tuple[float, str]:
    """The share of cases whose expectations all hold, and what does not hold in the others."""
    missed = [f"{c.name}: {'; '.join(bad)}" for c in cases if (bad := unmet(c))]
    return 1 - len(missed) / max(1, len(cases)), "\n".join(missed)


def _place_of(found: Found, words: str) -> tuple[int, int, int]:
    """Document number, start and end of the words, where they last occur unless a ``#`` says otherwise."""
    document = 0
    if len(found.documents) > 1:
        number, _, words = words.partition(" ")
        document = int(number) - 1
    words, _, nth = words.partition("#")
    text = found.documents[document].text
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    spans = [(s, s + len(words)) for s in starts]
    named = {(m.span.start, m.span.end) for m in found.mentions[document]}
    last = [s for s in spans if s in named][-1:] or spans[-1:]
    spans = spans[int(nth) - 1 :][:1] if nth else last
    assert spans, f"{words!r} is not in the text"
    return document, *spans[0]


def _mention(found: Found, words: str) -> Mention | None:
    document, start, end = _place_of(found, words.strip())
    over = [m for m in found.mentions[document] if m.span.start <= start and end <= m.span.end]
    # a title or a noun beside the name may belong to the mention
    over = [m for m in over if (m.span.start, m.span.end) == (start, end) or m.level is Level.NAME]
    return min(over, key=lambda m: m.span.end - m.span.start, default=None)


def _identity(found: Found, mention: Mention) -> str | None:
    if len(found.documents) > 1:
        return found.cluster.get(mention.id)
    return mention.entity_id


def _one(found: Found, said: str) -> str:
    held = [(words, _mention(found, words)) for words in said.split(" = ")]
    absent = [words for words, mention in held if mention is None]
    if absent:
        return f"no mention {absent}"
    ids = {_identity(found, m) for _, m in held if m}
    return "" if len(ids) == 1 and None not in ids else f"{[m.name for _, m in held if m]}"


def _two(found: Found, said: str) -> str:
    left, right = (_mention(found, words) for words in said.split(" / "))
    if left is None or right is None or _identity(found, left) is None or _identity(found, right) is None:
        return ""
    return f"both are {left.name}" if _identity(found, left) == _identity(found, right) else ""


def _is(found: Found, said: str) -> str:
    words, category, name = said.split(" | ")
    mention = _mention(found, words)
    if mention is None:
        return "no such mention"
    right = mention.category.value == category and mention.name == name
    return "" if right else f"{mention.category.value} {mention.name}"


def _no(found: Found, said: str) -> str:
    document, start, end = _place_of(found, said)
    over = [t for t in found.toponyms[document] if t.span.start < end and start < t.span.end and t.latitude is not None]
    same = [m for m in found.mentions[document] if (m.span.start, m.span.end) == (start, end) and m.level is Level.NAME]
    placed = [t.name for t in over if (t.span.start, t.span.end) == (start, end)]
    wrong = [m.category.value for m in same if m.category.value != "PERSON" or not over]
    person = [m for m in same if m.category.value == "PERSON"]
    return f"a place {placed}" if placed else f"named as {wrong}" if wrong and not person else ""


def _toponym(found: Found, words: str) -> Toponym | None:
    document, start, end = _place_of(found, words)
    over = [t for t in found.toponyms[document] if t.span.start < end and start < t.span.end]
    return max(over, key=lambda t: (t.latitude is not None, t.span.start), default=None)


def _at(found: Found, said: str) -> str:
    words, country, precision = said.split(" | ")
    place = _toponym(found, words)
    if place is None or place.latitude is None:
        return "not placed"
    right = country in ("*", place.country or "-") and precision in ("*", place.precision.value)
    return "" if right else f"{place.name} {place.country} {place.precision.value}"


def _near(found: Found, said: str) -> str:
    from sayso.layers.names.gazetteer import distance_between

    words, point = said.split(" | ")
    latitude, longitude = map(float, point.split(", "))
    place = _toponym(found, words)
    if place is None or place.latitude is None or place.longitude is None:
        return "not placed"
    far = distance_between(latitude, longitude, place.latitude, place.longitude)
    return "" if far <= NEAR else f"{place.name} {place.country}, {far:.0f} km away"


def _says(found: Found, said: str) -> str:
    words, detail = said.split(" | ")
    place = _toponym(found, words)
    return "" if place and detail in place.detail else f"{place.detail if place else 'not placed'}"
