"""Parts of those who were just counted. What they say is held to cases in ``test_annotator``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from sayso.documents.page import Page
from sayso.layers.claims.partitives import partitives
from sayso.layers.clauses.reading import SentenceReading
from sayso.pipeline import annotate
from sayso.types import Claim
from smallpages import small_page


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("31 villagers were killed, the army had 900 soldiers in the valley, 14 of them in the fort.", "killed"),
        ("The army had 900 soldiers in the valley, 31 villagers were killed, 14 of them in an airstrike.", "killed"),
        ("40 people were wounded and 31 villagers were killed, 14 of them in an airstrike.", "killed"),
    ],
)
def test_the_whole_does_not_hang_on_the_order_of_claims(text: str, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[SentenceReading, Sequence[Claim]]] = []

    def kept(read: SentenceReading, made: Sequence[Claim]) -> list[Claim]:
        given.append((read, tuple(made)))
        return partitives(read, made)

    monkeypatch.setattr("sayso.layers.claims.annotator.partitives", kept)
    small = small_page(text)
    annotate(Page(small.document, small.blocks, ()))
    ((read, made),) = given
    assert len(made) > 1
    parts = {tuple(partitives(read, order)) for order in permutations(made)}
    ((part,),) = parts
    assert dict(part.values)["effect"] == harm
