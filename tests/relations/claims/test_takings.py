"""Accounts of a place that came under somebody."""

from __future__ import annotations

import pytest

from relatedcases import Case, related

TAKEN = ("Ridge Dispatch", "2024-06-10", "Fighting in Karam")
LATER = ("Plain Talk", "2024-06-12", "Who holds Karam")
TOOK = "Fighters of the Northern Alliance captured the town of Karam on Monday, residents said."


def one_claim(first: str, second: str) -> bool:
    """Whether some claim has an account in both articles."""
    found = related(Case("x", [(*TAKEN, first), (*LATER, second)]))
    document = {c.id: c.content[0].document_id for page in found.pages for c in page.claims}
    held: dict[str, set[str]] = {}
    for claim, cluster in found.cluster.items():
        held.setdefault(cluster, set()).add(document[claim])
    return any(len(documents) > 1 for documents in held.values())


@pytest.mark.parametrize(
    "later",
    [
        "The town of Karam has been in the hands of the Northern Alliance since Monday.",
    ],
)
def test_who_took_a_place_has_it_since(later: str) -> None:
    assert one_claim(TOOK, later)


@pytest.mark.parametrize(
    "later",
    [
        "The army is in control of the town of Karam, a general said.",
        "The army still holds the town of Karam, a general said.",
        "The Northern Alliance is in control of the town of Sorrel, a driver said.",
    ],
)
def test_another_holder_or_another_place_is_another_claim(later: str) -> None:
    assert not one_claim(TOOK, later)
