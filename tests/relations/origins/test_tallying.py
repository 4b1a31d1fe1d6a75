"""What stands behind accounts: which names are short forms, and how sentences list names."""

from __future__ import annotations

import pytest

from sayso.relations.origins.onenames import full_names
from sayso.relations.origins.tallying import LISTED, listed


def test_a_long_list_says_how_many_more_there_are() -> None:
    names = [f"Paper {number}" for number in range(LISTED + 3)]
    assert listed(names).endswith("Paper 11 and 3 more")
    assert listed(names[:2]) == "Paper 0, Paper 1"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Lund", "Petar Lund"], {"Lund": "Petar Lund"}),
        (["Lund", "Petar Lund", "Ida Lund"], {}),
        (["ministry", "emergencies ministry"], {"ministry": "emergencies ministry"}),
        (["ministry", "emergencies ministry", "interior ministry"], {}),
        (
            ["emergencies ministry", "country's emergencies ministry"],
            {"emergencies ministry": "country's emergencies ministry"},
        ),
        (
            ["Authority", "Fire Authority", "National Fire Authority"],
            {"Authority": "National Fire Authority", "Fire Authority": "National Fire Authority"},
        ),
        (["police", "military police"], {}),
        (["Salt Front", "Salt Front rebel group"], {"Salt Front": "Salt Front rebel group"}),
        (["Kembra", "Kembra Harbour Council"], {}),
        (["Lund", "Ana Dovic"], {}),
        (["Salt Council", "first view of the Salt Council"], {"first view of the Salt Council": "Salt Council"}),
    ],
)
def test_short_forms(names: list[str], short: dict[str, str]) -> None:
    assert full_names(names) == short
