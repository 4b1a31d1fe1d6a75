"""Draws pairs of claims that Sayso relates on articles of real news, for a person to judge by reading.

    python evaluation/related.py [--articles data/reuse/fakes.jsonl] [--relations denial ...] [--pairs 40] [--seed 2026]
        [--text] [SHARED]

SHARED is the folder that holds ``data`` (default: ``../shared``). The articles of a file there, by default those on
incidents of the Syrian war, are read, annotated and collated as a user's would be; ``data/stories/basil.jsonl`` has
three outlets' reports each on a hundred matters of American politics. From every kind of relation between claims of two
articles the same number of pairs is drawn with the seed, ``same`` (two claims of one cluster) included; what a kind
lacks is drawn from the others in turn; with ``--relations`` from these kinds only. Pairs that may be one claim
(``same_claim``) are an open question, and drawn where they are asked for, as are two claims of one cluster in other
words (``reworded``). Prints how many of each kind there are, and a line a pair: its number,
the relation, the two articles and the two claims. With ``--text`` also the words and Sayso's reason: for the screen of
whoever judges, since the articles are other people's. ``docs/measured/related-pairs.md`` holds what was found.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.documents.formats.files import read
from sayso.pipeline import annotate, collate
from sayso.spans import text_of
from sayso.types import Annotated, Claim, Collated, Document

#: The kinds that are drawn unless others are asked for.
RELATED = ("same", "agrees", "compatible", "conflicts", "denial", "undecided", "updates")
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


class Pair(NamedTuple):
    """Two claims as Sayso relates them. In ``updates`` the left is the later state, in ``denial`` the left denies."""

    relation: str
    left: Claim
    right: Claim
    why: str


def annotated(file: Path) -> list[Annotated]:
    """The articles of a file as a user's would be read."""
    pages = (reading.page for reading in read(file))
    return [annotate(page) for page in pages if page is not None]


def pairs(pages: list[Annotated], collated: Collated) -> Iterator[Pair]:
    """Every pair of clusters that are related, by a claim of each, and every cluster of several articles by two of its
    claims; of each the first two of different articles, in the order of the articles and of their words."""
    claims = {c.id: c for page in pages for c in page.claims}
    told = in_order(pages)
    held: dict[str, list[Claim]] = defaultdict(list)
    why: dict[str, str] = {}
    for member in sorted(collated.clusters, key=lambda m: told[m.member_id]):
        held[member.cluster_id].append(claims[member.member_id])
        why[member.member_id] = member.detail or ""
    text = {page.document.id: page.document.text for page in pages}
    for cluster in held.values():
        found = apart(cluster, cluster)
        if found is not None:
            yield Pair("same", *found, f"{why[found[0].id]} | {why[found[1].id]}")
        worded = {words_of(claim, text[claim.content[0].document_id]).casefold(): claim for claim in cluster}
        found = apart(list(worded.values()), list(worded.values()))
        if found is not None:
            yield Pair("reworded", *found, f"{why[found[0].id]} | {why[found[1].id]}")
    for link in collated.links:
        found = apart(held.get(link.left, []), held.get(link.right, []))
        if found is not None:
            yield Pair(link.relation.value, *found, link.detail or "")


def in_order(pages: list[Annotated]) -> dict[str, int]:
    """The place of each claim by the articles' labels and its own words and values: ids change with the folder that an
    article was read from."""
    claims = (
        (page.document.label, c.content, c.slot, str(c.values), c.chain, c.id) for page in pages for c in page.claims
    )
    ordered = sorted((label, [(s.start, s.end) for s in content], *rest) for label, content, *rest in claims)
    return {str(row[-1]): number for number, row in enumerate(ordered)}


def apart(left: list[Claim], right: list[Claim]) -> tuple[Claim, Claim] | None:
    """The first claim of each list that are of two articles."""
    return next(
        ((a, b) for a in left for b in right if a.content[0].document_id != b.content[0].document_id and a != b), None
    )


def draw(found: list[Pair], told: dict[str, int], number: int, seed: int) -> list[Pair]:
    """``number`` pairs, by turns of every kind, each kind in a random order."""

    def place(pair: Pair) -> tuple[str, int, int]:
        return pair.relation, told[pair.left.id], told[pair.right.id]

    chance = random.Random(seed)
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(found, key=place):
        by_kind[pair.relation].append(pair)
    for kind in sorted(by_kind):
        chance.shuffle(by_kind[kind])
    drawn: list[Pair] = []
    while len(drawn) < number and any(by_kind.values()):
        for kind in sorted(by_kind):
            if by_kind[kind] and len(drawn) < number:
                drawn.append(by_kind[kind].pop())
    return sorted(drawn, key=place)


def account(claim: Claim, document: Document) -> str:
    """When a document was published, who tells a claim there through whom, and its words: a line to be read."""
    day = document.published.date if document.published else "undated"
    return f"{day} {' ‹ '.join(claim.chain)}: {words_of(claim, document.text)}"


def words_of(claim: Claim, text: str) -> str:
    return " ".join(text_of(text, claim.content).split())


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED, metavar="SHARED")
    parser.add_argument("--articles", default="data/reuse/fakes.jsonl", metavar="FILE", help="in the folder SHARED")
    parser.add_argument("--relations", nargs="+", default=[], metavar="KIND", help="of these kinds only")
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--text", action="store_true", help="with the words of the claims and Sayso's reason")
    given = parser.parse_args(argv)
    pages = annotated(given.shared / given.articles)
    collated = collate(pages)
    found = list(pairs(pages, collated))
    by_id = {page.document.id: page.document for page in pages}
    kinds = sorted({p.relation for p in found})
    print("; ".join(f"{kind} {sum(p.relation == kind for p in found):,}" for kind in kinds), "between claims of two")
    found = [p for p in found if p.relation in (given.relations or RELATED)]
    for number, pair in enumerate(draw(found, in_order(pages), given.pairs, given.seed), 1):
        ends = [by_id[c.content[0].document_id] for c in (pair.left, pair.right)]
        print(number, pair.relation, ends[0].label, ends[1].label, pair.left.id, pair.right.id)
        if given.text:
            for claim, document in zip((pair.left, pair.right), ends, strict=True):
                print(f"    {account(claim, document)}")
            print(f"    {pair.why}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
