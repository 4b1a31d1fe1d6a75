"""Plain statements, held to readable cases in ``tests/cases/statements/*.txt``."""

from __future__ import annotations

import pytest

from claimcases import told
from rowcases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("statements"), ids=lambda case: case.name)
def test_statements(case: Case) -> None:
    found = told(case.text, headline=case.name.endswith("headline"))
    if not case.wanted:
        assert found == set()
    assert set(case.wanted) <= found
