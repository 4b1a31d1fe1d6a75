"""Which claims of a large story are read: those told most like another one, whatever the order and however often."""

from __future__ import annotations

import random

import pytest

from sayso.relations.claims import reading
from sayso.relations.claims.reading import known, read_of

TOLD = (
    "Police detained the banker", "Officers arrested the banker", "Divers searched the harbour",
    "Rescuers dived in the harbour", "A choir sang of spring", "Wolves ate three sheep",
)  # fmt: skip


def test_all_are_read_where_they_are_few() -> None:
    assert set(read_of(TOLD)) == set(TOLD)


def test_of_many_those_are_read_that_are_told_most_like_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 4)
    for seed in range(5):
        assert read_of(frozenset(random.Random(seed).sample(TOLD, len(TOLD)))) == frozenset(TOLD[:4])


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 4)
    whole = read_of(TOLD)
    monkeypatch.setattr(reading, "BLOCK", 2)
    assert read_of(TOLD) == whole


def test_no_more_are_looked_through_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 2)
    monkeypatch.setattr(reading, "SIFTED", 3)
    assert len(read_of(TOLD)) == 2


def test_claims_of_names_alone_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 1)
    assert not known("Zorvan Plekt Marwick Dostrel")
    assert read_of(["Zorvan Plekt Marwick Dostrel", TOLD[0]]) == {TOLD[0]}
