"""Denials, plans given up and decisions undone whose words are alike, though no key brings them together."""

from __future__ import annotations

import pytest

from relatedcases import read_cases, score

TURNED = (
    "nurses, strike called off",
    "train, what caused it",
    "merger, talks denied and confirmed",
    "poisoned water, true or not",
    "olympic bid withdrawn",
)


@pytest.mark.parametrize("name", TURNED)
def test_turned(name: str) -> None:
    """What is denied, given up, undone or done after all."""
    found = score([case for case in read_cases("news.txt") if case.name == name])
    assert found.right == found.stated > 0, "\n".join(found.unmet)
