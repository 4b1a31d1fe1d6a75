"""What is called false is denied by whoever calls it so, and is no claim of hers."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def told(text: str) -> set[tuple[str, str, str]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    return {(c.modality.value, c.polarity.value, c.chain[-1]) for c in annotate(page).claims}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council said it was not true that the well had been poisoned.", ("denied", "negative", "council")),
        ("The council said it was false that the well had been poisoned.", ("denied", "negative", "council")),
        ("It is not the case that the bridge has fallen, the army said.", ("denied", "negative", "army")),
        ("The claim that the bridge had fallen was false, the army said.", ("denied", "negative", "army")),
        ("The council said it was true that the well had been poisoned.", ("fact", "positive", "council")),
        ("The council said it was untrue that the well had not been cleaned.", ("denied", "positive", "council")),
        ("The claim that the bridge had fallen was groundless, the army said.", ("denied", "negative", "army")),
        ("Reports that the bridge had fallen are without foundation, the army said.", ("denied", "negative", "army")),
        ("There is no truth in reports that the bridge has fallen, the army said.", ("denied", "negative", "army")),
        ("There is no basis for the claim that the bridge has fallen, the army said.", ("denied", "negative", "army")),
    ],
)
def test_called_false(text: str, stance: tuple[str, str, str]) -> None:
    found = told(text)
    assert stance in found
    assert stance[0] == "fact" or found == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "There is little truth in reports that the bridge has fallen, the army said.",
        "There is some truth in reports that the bridge has fallen, the army said.",
        "The allegation that the clerk took money is not without foundation, the army said.",
        "Reports that the bridge has fallen are without precedent, the army said.",
    ],
)
def test_not_called_false(text: str) -> None:
    assert not any(modality == "denied" for modality, _, _ in told(text))
