"""Tolls named in passing, held to readable cases in ``tests/cases/inpassing/*.txt``."""

from __future__ import annotations

import pytest

from claimcases import told
from rowcases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("inpassing"), ids=lambda case: case.name)
def test_in_passing(case: Case) -> None:
    found = told(case.text, headline=case.name.endswith("headline"))
    if not case.wanted:
        assert found == set()
    assert set(case.wanted) <= found
