"""Modality and polarity of clauses, held to readable cases in ``tests/cases/colours/*.txt``."""

from __future__ import annotations

import pytest

from rowcases import Case, read_cases
from told import told


@pytest.mark.parametrize("case", read_cases("colours"), ids=lambda case: case.name)
def test_colours(case: Case) -> None:
    found = told(case.text, headline=case.name.endswith("headline"))
    if not case.wanted:
        assert found == set()
    assert set(case.wanted) <= found
