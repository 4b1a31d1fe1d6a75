"""How often a sentence that says who says a thing is read with its whole chain.

    python evaluation/frames.py [--misses]

``tests/cases/frames`` holds such sentences with a hole for what is said; each is filled with three clauses, read as an
article's only paragraph, and right where a claim stands in the clause, none runs beyond it, and every claim there has
the chain that is written beside the frame. ``read.tsv`` was read while rules were made, ``held.tsv`` is kept aside.
Prints how many sentences are right, and with ``--misses`` those of ``read.tsv`` that are not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.documents.flat import read_flat
from sayso.documents.page import Given
from sayso.pipeline import annotate
from sayso.types import Claim

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "cases" / "frames"
#: What is said: one thing, two in one clause, one of the past perfect.
CLAUSES = (
    "the ferry sank off Ardale on Monday",
    "four people were killed when a wall fell on a bus",
    "rebels had taken the town of Orle",
)
HEADLINE = "What others say"
PUBLISHER = "Evening Digest"
#: A claim may have so many characters of its frame before it: a quotation mark, "that".
BEFORE = 5
Hops = tuple[frozenset[str], ...]


class Frame(NamedTuple):
    """A frame and the chains that are right, each hop with the names that it may have."""

    words: str
    chains: tuple[Hops, ...]


class Miss(NamedTuple):
    """A sentence that was read wrong, and the chains of the claims in its clause."""

    sentence: str
    chains: list[tuple[str, ...]]


def read_frames(name: str) -> list[Frame]:
    """The frames of a file, in its order."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Frame(words, tuple(map(_hops, chains.split("||")))) for words, chains in rows]


def _hops(chain: str) -> Hops:
    return tuple(frozenset(_bare(name) for name in hop.split("|")) for hop in chain.split("<"))


def _bare(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")


def sentences(frame: Frame) -> list[str]:
    """The frame with each clause in its hole."""
    return [frame.words.format(c=clause, C=clause[0].upper() + clause[1:]) for clause in CLAUSES]


def misses(frame: Frame) -> Iterator[Miss]:
    """The sentences of a frame that are read wrong."""
    for clause, sentence in zip(CLAUSES, sentences(frame), strict=True):
        given = Given(label="digest", publisher=PUBLISHER)
        page = annotate(read_flat(f"{HEADLINE}\n\n{sentence}", capture_id=sentence, uri="memory:", given=given))
        start = page.document.text.casefold().find(clause.casefold())
        held = [c for c in page.claims if c.content[0].start < start + len(clause) and c.content[-1].end > start]
        if not held or not all(_is_right(claim, frame, start, start + len(clause)) for claim in held):
            yield Miss(sentence, [claim.chain[1:] for claim in held])


def _is_right(claim: Claim, frame: Frame, start: int, end: int) -> bool:
    within = start - BEFORE <= claim.content[0].start and claim.content[-1].end <= end + 1
    names = [_bare(name) for name in claim.chain[1:]]
    return within and any(
        len(names) == len(hops) and all(name in hop for name, hop in zip(names, hops, strict=True))
        for hops in frame.chains
    )


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="with the sentences of read.tsv that are read wrong")
    asked = parser.parse_args(argv)
    for name in ("read.tsv", "held.tsv"):
        frames = read_frames(name)
        wrong = [list(misses(frame)) for frame in frames]
        of = len(frames) * len(CLAUSES)
        whole = sum(not found for found in wrong)
        print(f"{name}: {of - sum(map(len, wrong))} of {of} sentences, {whole} of {len(frames)} frames in all clauses")
        for miss in (m for found in wrong for m in found if asked.misses and name == "read.tsv"):
            print(f"    {miss.sentence} {miss.chains}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
