"""For how many accounts of the families does Sayso find a claim at all?

    python training/matching/held.py [--every 5] [--misses]

Every sentence is run as an article of its own. Prints how many accounts have a claim that holds at least the share
``data.HELD`` of their words, and how many pairs of accounts of one claim have one on both sides; behind it the same for
the claims of an account taken together, as an account of two clauses makes two claims. ``--every`` takes each n-th
story; ``--misses`` shows the accounts without a claim.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from data import HELD, Account, Told, letters, page_of, read_stories, wanted_of

from sayso.types import Annotated


def shares(account: Account, page: Annotated) -> tuple[float, float]:
    """The share of an account's words that its best claim holds, and that all its claims hold together."""
    text, wanted = page.document.text, wanted_of(account, page)
    held = [wanted & letters(text, [(s.start, s.end) for s in claim.content]) for claim in page.claims]
    whole = max(1, len(wanted))
    return max((len(h) for h in held), default=0) / whole, len(set().union(*held)) / whole


def measured(told: Told) -> Iterator[tuple[Account, tuple[float, float]]]:
    """The accounts of a story's claims, near misses left out, each with its shares."""
    for number, account in enumerate(told.accounts):
        if account.stance == "=":
            yield account, shares(account, page_of(number, account, told.day))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    accounts = pairs = 0
    good, both = [0, 0], [0, 0]
    for told in read_stories(Path(__file__).parent)[:: asked.every]:
        found = list(measured(told))
        accounts += len(found)
        for way in (0, 1):
            good[way] += sum(share[way] >= HELD for _, share in found)
        for (one, mine), (other, yours) in combinations(found, 2):
            if one.claim == other.claim:
                pairs += 1
                for way in (0, 1):
                    both[way] += min(mine[way], yours[way]) >= HELD
        if asked.misses:
            print("\n".join(f"{told.name} {a.claim}: {a.text}" for a, share in found if share[0] < HELD))
    for way, name in enumerate(("one claim", "all claims together")):
        print(
            f"{name}: {good[way]:,} of {accounts:,} accounts ({good[way] / accounts:.1%}), "
            f"{both[way]:,} of {pairs:,} pairs on both sides ({both[way] / pairs:.1%})"
        )


if __name__ == "__main__":
    main()
