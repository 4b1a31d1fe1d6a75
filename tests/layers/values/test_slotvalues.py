"""Sentences → the values of their claims: the cases of ``tests/cases/claims/values.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import families
import pytest

from sayso.types import Claim

CASES = Path(__file__).parents[2] / "cases" / "claims" / "values.txt"
#: A key and its value, or a name of several words up to the next key.
PAIR = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")


class Wanted(NamedTuple):
    """Slots and values that some claim must have, or that none may have."""

    held: bool
    slots: tuple[str, ...]
    values: dict[str, str]


def read_cases() -> Iterator[tuple[str, list[Wanted]]]:
    """The sentences with what is wanted of them, in the file's order. Raises ValueError for any other line."""
    sentence, wanted = "", list[Wanted]()
    for line in [*CASES.read_text("utf-8").splitlines(), "="]:
        kind, _, rest = line.partition(" ")
        if kind == "=":
            if sentence:
                yield sentence, wanted
            sentence, wanted = rest, []
        elif kind in ("+", "-"):
            slots, _, pairs = rest.partition(" ")
            wanted.append(Wanted(kind == "+", tuple(slots.split("|")), dict(PAIR.findall(pairs))))
        elif line and kind != "#":
            raise ValueError(f"no sentence and nothing wanted of one: {line}")


def has(claim: Claim, wanted: Wanted) -> bool:
    values = {"polarity": "positive", **wanted.values}
    told = {**dict(claim.values), "polarity": claim.polarity.value, "modality": claim.modality.value}
    return ("any" in wanted.slots or claim.slot.value in wanted.slots) and all(
        agrees(told.get(key), value) for key, value in values.items()
    )


def agrees(found: object, wanted: str) -> bool:
    each = found if isinstance(found, tuple) else () if found is None else (found,)
    return not each if wanted == "-" else any(str(one).lower() in wanted.lower().split("|") for one in each)


@pytest.mark.parametrize(("sentence", "wanted"), list(read_cases()), ids=lambda v: v[:60] if isinstance(v, str) else "")
def test_values(sentence: str, wanted: list[Wanted]) -> None:
    claims = families.claims_of(sentence)
    for one in wanted:
        assert any(has(claim, one) for claim in claims) is one.held, (one, [(c.slot.value, c.values) for c in claims])
