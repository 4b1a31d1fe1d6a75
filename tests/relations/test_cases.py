"""What is stated of the claims of two short articles, held to ``tests/cases/relations``."""

from __future__ import annotations

import pytest

from relatedcases import Case, ladders, read_cases, related, score

#: Of the cases kept aside so many expectations are met at least.
HELD = 9


@pytest.fixture(scope="module")
def told() -> list[Case]:
    return read_cases("pairs.txt")


def test_cases_are_read(told: list[Case]) -> None:
    assert all(len(case.articles) == 2 and case.expected for case in told)
    kinds = {kind for case in told for expectation in case.expected for kind in expectation.kinds}
    assert {"same", "none", "updates", "conflicts", "compatible", "denial"} <= kinds


def test_pairs(told: list[Case]) -> None:
    found = score(told)
    assert found.met >= 27, "\n".join(found.unmet)
    assert found.right == found.stated, "\n".join(found.unmet)


def test_pairs_kept_aside() -> None:
    """What was missed is not shown: see the first line of the file."""
    assert score(read_cases("held.txt")).met >= HELD


def test_stories_of_many_kinds() -> None:
    """What is stated and should not be, or is called one claim and is two, stays at the one that is known."""
    found = score(read_cases("stories.txt"))
    assert found.met >= 53, "\n".join(found.unmet)
    assert found.stated - found.right <= 1, "\n".join(found.unmet)


@pytest.mark.parametrize("case", read_cases("places.txt"), ids=lambda case: case.name)
def test_places(case: Case) -> None:
    assert not score([case]).unmet


def test_news_in_many_voices() -> None:
    found = score(read_cases("news.txt"))
    assert found.met >= 35, "\n".join(found.unmet)
    assert found.stated - found.right <= 3, "\n".join(found.unmet)


@pytest.mark.parametrize("case", [c for c in read_cases("stories.txt") if c.ladders], ids=lambda case: case.name)
def test_ladders(case: Case) -> None:
    found = related(case)
    assert [ladders(found, words) for words, _, _ in case.ladders] == [{(low, high)} for _, low, high in case.ladders]
