"""Plans that were dropped, people who say the contrary of what they said, opposite states."""

from __future__ import annotations

import pytest

from relatedcases import read_cases, score

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
