"""The figures of claims, relations and ladders summed over the stories of a half: those that rules are made with, and
those kept aside; and over the last that were written, which show what a page does that nobody has met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import accounts
from figure import Figure
from newswire import Newswire

#: The folders of ``tests/corpora``.
FOLDERS = ("dev", "held", "fresh", "later", "unread", "sealed")
#: What is summed over a half, and held by a floor.
MEASURES: dict[str, Callable[[Newswire], Figure]] = {
    "accounts in their claim": accounts.claims,
    "claim pairing, precision": accounts.pairing_precision,
    "claim pairing, recall": accounts.pairing_recall,
    "relations": accounts.relations,
    "relations stated that were expected": accounts.relations_stated,
    "ladder exactly right": accounts.ladders,
    "no false independence": accounts.false_independence,
}

#: What is summed and printed beside, without a floor: what is left to people.
ASKED: dict[str, Callable[[Newswire], Figure]] = {
    "claim pairs joined or asked of people": accounts.pairing_asked,
    "asked of people that are one claim": accounts.asked_rightly,
}


def summed(
    wires: Iterable[Newswire], measures: Mapping[str, Callable[[Newswire], Figure]] = MEASURES
) -> dict[str, Figure]:
    totals = {name: Figure() for name in measures}
    for wire in wires:
        for name, measure in measures.items():
            figure = measure(wire)
            totals[name].right += figure.right
            totals[name].of += figure.of
            totals[name].missed += [f"{wire.folder}: {missed}" for missed in figure.missed]
    return totals


def by_kind(rows: Iterable[tuple[str, bool, str]]) -> dict[str, Figure]:
    kinds: dict[str, Figure] = {}
    for kind, good, what in rows:
        kinds.setdefault(kind, Figure()).count(good, what)
    return dict(sorted(kinds.items()))


def printed(half: str, wires: list[Newswire], quiet: bool) -> Iterator[str]:
    """The lines to print of one half. What was missed is shown of the stories only that rules are made with."""
    totals = summed(wires)
    yield f"== {half}: {len(wires)} stories, {sum(len(wire.pages) for wire in wires)} articles"
    for name, figure in totals.items():
        yield f"{name:<38} {figure.right:>4} of {figure.of:<4} {figure.right / max(1, figure.of):.3f}"
        if name == "relations":
            for kind, part in by_kind(row for wire in wires for row in accounts.relations_by_kind(wire)).items():
                yield f"    {kind:<34} {part.right:>4} of {part.of}"
        if name == "relations stated that were expected":
            for kind, part in by_kind(row for wire in wires for row in accounts.stated_by_kind(wire)).items():
                yield f"    {kind:<34} {part.right:>4} of {part.of}"
        if not quiet and half == "dev":
            yield from (f"        {missed}" for missed in figure.missed)
    for name, figure in summed(wires, ASKED).items():
        yield f"{name:<38} {figure.right:>4} of {figure.of:<4} {figure.right / max(1, figure.of):.3f}"
    wrong = totals["no false independence"]
    yield f"{'false-independence rate':<38} {(wrong.of - wrong.right) / max(1, wrong.of):.3f}"
