"""Positions that somebody takes, held to readable cases in ``tests/cases/positions/*.txt``."""

from __future__ import annotations

import pytest

from claimcases import told
from rowcases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("positions"), ids=lambda case: case.name)
def test_positions(case: Case) -> None:
    found = told(case.text, headline=case.name.endswith("headline"))
    wanted = set(case.wanted) - {("only",)}
    assert wanted <= found
    if not wanted or len(wanted) < len(case.wanted):
        assert found == wanted
