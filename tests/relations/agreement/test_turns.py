"""Plans that were dropped, people who say the contrary of what they said, opposite states."""

from __future__ import annotations

import pytest

from claimpairs import facts
from relatedcases import read_cases, score
from sayso.relations.agreement.turns import excluding
from sayso.relations.claims.grouping import Group
from sayso.vocab import Slot

TURNS = (
    "plan dropped",
    "plan dropped, of something else",
    "appeal announced, then not",
    "bridge open or shut",
    "talks collapsed, denied",
    "denied with other words",
)


@pytest.mark.parametrize("name", TURNS)
def test_turns(name: str) -> None:
    found = score([case for case in read_cases("stories.txt") if case.name == name])
    assert found.asked, name
    assert found.met == found.asked, "\n".join(found.unmet)


@pytest.mark.parametrize(
    ("said", "other", "excluded"),
    [
        ("the strike of the ferry crews in Velm ended", "the strike of the ferry crews in Velm began", True),
        ("in the end the ferry crews in Velm walked out", "the ferry crews in Velm began to walk out", False),
    ],
)
def test_what_stands_for_a_time_ends_nothing(said: str, other: str, excluded: bool) -> None:
    a, b = (Group([f], [f]) for f in facts((said, Slot.STATEMENT, {}), (other, Slot.STATEMENT, {})))
    assert (excluding(a, b) is not None) is excluded
