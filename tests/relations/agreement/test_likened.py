"""Denials, plans given up and decisions undone whose words are alike, though no key brings them together."""

from __future__ import annotations

import pytest

from relatedcases import Case, read_cases, related, score
from sayso.vocab import LinkKind

TURNED = (
    "nurses, strike called off",
    "train, what caused it",
    "poisoned water, true or not",
    "olympic bid withdrawn",
)


@pytest.mark.parametrize("name", TURNED)
def test_turned(name: str) -> None:
    """What is denied, given up, undone or done after all."""
    found = score([case for case in read_cases("news.txt") if case.name == name])
    assert found.right == found.stated > 0, "\n".join(found.unmet)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("The Brightline company denied any part in the fire that left two people dead in Velm.", set()),
        ("The Brightline company denied that two people died in the fire in Velm.", {LinkKind.DENIAL}),
    ],
)
def test_who_denies_her_part_denies_no_harm(said: str, kinds: set[LinkKind]) -> None:
    first = ("Harlow Post", "2024-05-14", "Fire in Velm", "Two people died in a fire in Velm on Monday, police said.")
    found = related(Case("x", [first, ("Coast Radio", "2024-05-14", "Fire in Velm", said)]))
    assert {link.relation for link in found.links} & {LinkKind.DENIAL} == kinds
