"""Holds the claims that Sayso finds against families of paraphrases: one claim each, told in quite different ways.

    python evaluation/families.py [--misses]

Reads ``tests/cases/claims/families.txt``, whose head says how it is written. Every sentence is run alone. Prints for
the families that the rules are made with and for those that are only scored: how many members yield a claim with their
values, and how many near misses yield none.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.types import Claim
from sayso.vocab import Polarity

FAMILIES = Path(__file__).parent.parent / "tests" / "cases" / "claims" / "families.txt"
WHEN = "2024-05-15"
#: What stands below a headline, so that it is one.
BODY = "A word from our town desk today about all this, with more to follow in a short while."


class Family(NamedTuple):
    """One claim: the values of each member by its sentence, the near misses, and the values of the family itself."""

    name: str
    half: str
    values: dict[str, str]
    members: tuple[tuple[str, dict[str, str]], ...]
    misses: tuple[str, ...]


def _values(text: str) -> dict[str, str]:
    return {key: value.replace("_", " ") for key, _, value in (part.partition("=") for part in text.split())}


def read_families(path: Path = FAMILIES) -> Iterator[Family]:
    """The families of a file, in its order. Raises ValueError for a line that is none of its four kinds."""
    name, half = "", ""
    shared: dict[str, str] = {}
    members: list[tuple[str, dict[str, str]]] = []
    misses: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), "family"]:
        kind, _, rest = line.partition(" ")
        if kind == "family":
            if name:
                yield Family(name, half, shared, tuple(members), tuple(misses))
            members, misses = [], []
            name, half, stated = [*rest.split(maxsplit=2), "", "", ""][:3]
            shared = _values(stated)
        elif kind == "=":
            sentence, _, own = rest.partition(" || ")
            members.append((sentence, shared | _values(own)))
        elif kind == "!":
            misses.append(rest)
        elif line and kind != "#":
            raise ValueError(f"no member, near miss or family: {line}")


def claims_of(sentence: str) -> list[Claim]:
    """The claims of a document that holds one sentence; one without a full stop stands as its headline."""
    thing: dict[str, object] = {"id": "family", "publisher": "Post", "published": WHEN, "prose": True}
    titled = sentence[-1] not in '.!?"'
    text = f"{sentence}\n\n{BODY}" if titled else sentence
    thing |= {"title": sentence, "text": text, "prose": False} if titled else {"text": text}
    page = read_object(thing).page
    return [c for c in (annotate(page).claims if page is not None else ()) if c.content[0].start < len(sentence)]


def agrees(claim: Claim, wanted: dict[str, str]) -> bool:
    """Whether a claim has these values; ``-`` stands for no such value."""
    held = dict(claim.values)
    for key, value in wanted.items():
        found = claim.slot.value if key == "slot" else held.get(key)
        each = [found] if not isinstance(found, tuple) else list(found)
        texts = {_text(v) for v in each if v is not None}
        if (value == "-" and texts) or (value != "-" and value.lower() not in texts):
            return False
    return claim.polarity is Polarity.POSITIVE


def _text(value: object) -> str:
    return format(value, "g").lower() if isinstance(value, float) else str(value).removeprefix("the ").lower()


class Score(NamedTuple):
    """Members found, members, near misses kept apart, near misses."""

    found: int = 0
    members: int = 0
    apart: int = 0
    misses: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


def score(family: Family) -> tuple[Score, list[str]]:
    """The score of a family, and the sentences that went wrong with the claims found there."""
    wrong: list[str] = []
    found = 0
    for sentence, wanted in family.members:
        claims = claims_of(sentence)
        if any(agrees(c, wanted) for c in claims):
            found += 1
        else:
            wrong.append(_shown("=", sentence, claims))
    apart = 0
    for sentence in family.misses:
        claims = claims_of(sentence)
        if any(agrees(c, family.values) for c in claims):
            wrong.append(_shown("!", sentence, claims))
        else:
            apart += 1
    return Score(found, len(family.members), apart, len(family.misses)), wrong


def _shown(mark: str, sentence: str, claims: list[Claim]) -> str:
    made = [f"{c.slot.value} {c.polarity.value[:3]} {json.dumps(dict(c.values), ensure_ascii=False)}" for c in claims]
    return "\n        ".join([f"    {mark} {sentence}", *made])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="show what went wrong in the families tuned on")
    shown = parser.parse_args().misses
    totals = {"tune": Score(), "held": Score()}
    for family in read_families():
        got, wrong = score(family)
        totals[family.half] = totals[family.half].plus(got)
        if family.half == "tune":
            print(f"  {family.name:16} {got.found} of {got.members}, near misses apart {got.apart} of {got.misses}")
            if shown:
                print("\n".join(wrong))
    for half, total in totals.items():
        print(f"{half}: members {total.found} of {total.members}, near misses apart {total.apart} of {total.misses}")


if __name__ == "__main__":
    main()
