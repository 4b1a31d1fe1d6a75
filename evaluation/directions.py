"""Draws pairs of real articles that share text, for a person to judge who has it from whom, and says what Sayso says.

    python evaluation/directions.py [--pairs 40] [--seed 2026] [--text] [--said] [SHARED]

SHARED is the folder that holds ``data`` (default: ``../shared``). The pairs are drawn from those of
``data/reuse/pairs.jsonl`` whose containment is a fifth or more and that are no furniture. Prints a line a pair: its
number, the articles, their publishers and the dates handed over with them; with ``--text`` the words, for the screen of
whoever judges, since the articles are other people's. With ``--said`` the articles are read, annotated and related as a
user's are, and each pair is held against what a person judged, which the table of ``docs/measured/directions.md``
gives: the later article, which has its text from the other; ``open`` where neither dates nor credits decide; with
``/none`` where all they share is an outlet's standing text, so that to say nothing is right as well.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from related import SHARED, annotated

from sayso.pipeline import collate
from sayso.types import Collated
from sayso.vocab import DescentBasis

TABLE = Path(__file__).resolve().parent.parent / "docs" / "measured" / "directions.md"

#: The share of the smaller text's word 5-grams from which a silver pair is drawn.
CONTAINED = 0.2

#: A row of the table: number, the two articles, what was judged.
ROW = re.compile(r"^\| *(\d+) *\| *(\w+)[^|]*\| *(\w+)[^|]*\| *([\w/]+)")

OPEN, NONE = "open", "none"

Line = dict[str, Any]


class Said(NamedTuple):
    """What Sayso says of a pair: the article that is the copy, ``open``, or ``none`` where no text is shared."""

    copy: str
    why: str


def drawn(shared: Path, count: int, seed: int) -> list[tuple[str, str]]:
    lines = (shared / "data" / "reuse" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = sorted(
        (line["a"], line["b"])
        for line in map(json.loads, lines)
        if line["edit"] == "reuse" and line["containment"] >= CONTAINED
    )
    return sorted(random.Random(seed).sample(pairs, min(count, len(pairs))))


def articles(shared: Path) -> dict[str, Line]:
    lines = (shared / "data" / "reuse" / "fakes.jsonl").read_text(encoding="utf-8").splitlines()
    return {line["id"]: line for line in map(json.loads, lines)}


def short(name: str) -> str:
    return name.rpartition("-")[2]


def related(shared: Path) -> tuple[Collated, dict[str, str]]:
    """What is said of all the articles, and the id that each document had there."""
    pages = annotated(shared / "data" / "reuse" / "fakes.jsonl")
    labels = {p.document.id: p.document.label or "" for p in pages}
    return collate(pages, wanted=("reuses", "descents")), labels


def said_of(collated: Collated, labels: dict[str, str]) -> dict[frozenset[str], Said]:
    out: dict[frozenset[str], Said] = {}
    for row in collated.descents:
        if not (row.copy and row.exemplar):
            continue
        pair = frozenset((labels[row.copy], labels[row.exemplar]))
        undirected = row.basis is DescentBasis.SHARED_TEXT and "Undirected" in row.detail
        if pair not in out or out[pair].copy == OPEN:
            out[pair] = Said(OPEN if undirected else short(labels[row.copy]), row.detail)
    return out


def judged() -> dict[int, tuple[str, str, str]]:
    """What a person judged, by the number of the pair: its two articles and the copy."""
    found = [match for line in TABLE.read_text(encoding="utf-8").splitlines() if (match := ROW.match(line))]
    return {int(m.group(1)): (m.group(2), m.group(3), m.group(4)) for m in found}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--text", action="store_true", help="print the articles too")
    parser.add_argument("--said", action="store_true", help="hold what Sayso says against what was judged")
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    asked = parser.parse_args(argv)
    if not (asked.shared / "data" / "reuse" / "pairs.jsonl").is_file():
        print(f"the development data are not at {asked.shared}: nothing is drawn")
        return 0
    held = articles(asked.shared)
    said = said_of(*related(asked.shared)) if asked.said else {}
    answers = judged() if asked.said else {}
    right = directed = 0
    for number, pair in enumerate(drawn(asked.shared, asked.pairs, asked.seed), 1):
        sides = [f"{short(name)} {held[name]['publisher']} {held[name]['published']}" for name in pair]
        print(f"{number:>3} {sides[0]} | {sides[1]}", end="")
        if asked.text:
            print("".join(f"\n--- {held[name]['title']}\n{held[name]['text']}" for name in pair), end="")
        if asked.said:
            one = said.get(frozenset(pair), Said(NONE, "no text in common that counts"))
            *names, answer = answers.get(number, ("", "", ""))
            if names != [short(name) for name in pair]:
                raise SystemExit(f"\npair {number} is not the one of {TABLE.name}: draw with its seed")
            same = one.copy in (*answer.split("/"), NONE if answer == OPEN else answer)
            right += same
            directed += same and not answer.startswith(OPEN)
            print(f" | judged {answer} | said {one.copy} | {'right' if same else 'WRONG'} | {one.why[-150:]}", end="")
        print()
    if asked.said:
        decided = sum(not answer.startswith(OPEN) for *_, answer in answers.values())
        print(f"{right} of {len(answers)} as judged; {directed} of {decided} where a date or a credit decides")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
