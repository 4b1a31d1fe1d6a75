"""Counts of one matter in other words."""

from __future__ import annotations

import pytest

from relatedcases import read_cases, score

COUNTED = (
    "flood, dam and water level",
    "central bank, before and after",
    "mine, trapped and saved",
    "train, how many aboard and hurt",
)


@pytest.mark.parametrize("name", COUNTED)
def test_counted(name: str) -> None:
    found = score([case for case in read_cases("news.txt") if case.name == name])
    assert found.met == found.asked > 0, "\n".join(found.unmet)


@pytest.mark.parametrize("name", ["shares of two days", "strikers and passengers", "cases and deaths"])
def test_of_two_matters(name: str) -> None:
    found = score([case for case in read_cases("stories.txt") if case.name == name])
    assert found.met == found.asked > 0, "\n".join(found.unmet)
