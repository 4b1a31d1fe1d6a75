"""Draws claims of real news that have several independent origins, as Sayso says, for a person to judge.

    python evaluation/independent.py [--articles data/reuse/fakes.jsonl] [--least 2] [--claims 60] [--seed 2041]
        [--text] [SHARED]

SHARED is the folder that holds ``data`` (default: ``../shared``). The articles of a file there are read, annotated and
collated as a user's would be (as :mod:`related` does); of the claims whose low end of origins is at least ``--least``
some are drawn with the seed. Prints how many there are, and a line a claim: its range and the origins' names. With
``--text`` also every account, with its day and chain, and the derivation: for the screen of whoever judges, since the
articles are other people's. ``docs/measured/origins.md`` holds what was found.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path

from related import SHARED, account, annotated, in_order

from sayso.pipeline import collate
from sayso.types import Annotated, Claim, Collated, Origin


def independent(pages: list[Annotated], collated: Collated, least: int) -> list[tuple[Origin, list[Claim]]]:
    """The ladders whose low end is at least ``least``, each with its claims, in the order of the articles and words."""
    claims = {c.id: c for page in pages for c in page.claims}
    told = in_order(pages)
    held: dict[str, list[Claim]] = defaultdict(list)
    for member in sorted(collated.clusters, key=lambda m: told[m.member_id]):
        held[member.cluster_id].append(claims[member.member_id])
    found = [(o, held[o.cluster_id]) for o in collated.origins if o.origins_min >= least]
    return sorted(found, key=lambda row: told[row[1][0].id])


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED, metavar="SHARED")
    parser.add_argument("--articles", default="data/reuse/fakes.jsonl", metavar="FILE", help="in the folder SHARED")
    parser.add_argument("--least", type=int, default=2, help="the least low end of a claim that may be drawn")
    parser.add_argument("--claims", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2041)
    parser.add_argument("--text", action="store_true", help="with the accounts and the derivation")
    given = parser.parse_args(argv)
    pages = annotated(given.shared / given.articles)
    collated = collate(pages)
    documents = {page.document.id: page.document for page in pages}
    found = independent(pages, collated, given.least)
    several = sum(o.outlets > 1 for o in collated.origins)
    print(f"{len(found):,} of {len(collated.origins):,} claims ({several:,} of them told by several outlets)")
    drawn = sorted(random.Random(given.seed).sample(range(len(found)), min(given.claims, len(found))))
    for number, place in enumerate(drawn, 1):
        origin, claims = found[place]
        print(number, claims[0].slot, f"{origin.origins_min}-{origin.origins_max}", "; ".join(origin.names))
        for claim in claims if given.text else ():
            document = documents[claim.content[0].document_id]
            print(f"    {document.label} {account(claim, document)}")
        for step in origin.derivation if given.text else ():
            print(f"    * {step}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
