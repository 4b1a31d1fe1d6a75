"""Modality and polarity of clauses, whatever their slot, held to readable cases in ``tests/cases/colours/*.txt``."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claimcases import told
from rowcases import Case, read_cases


def without_slot(rows: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {(row[0].partition(" ")[2], *row[1:]) for row in rows}


@pytest.mark.parametrize("case", read_cases("colours"), ids=lambda case: case.name)
def test_colours(case: Case) -> None:
    found = without_slot(told(case.text, headline=case.name.endswith("headline")))
    if not case.wanted:
        assert found == set()
    assert without_slot(case.wanted) <= found
