"""Results of votes and matches, and what is no result."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def values_of(text: str) -> list[dict[str, object]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    return [dict(claim.values) for claim in annotate(page).claims]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Members of parliament threw the bill out by 96 votes to 88.", "96:88"),
        ("Ninety-six lawmakers were against the bill and 88 for it, the Speaker said.", "96:88"),
        ("The house rejected the levy by 88 to 96 on Thursday.", "96:88"),
        ("The true result is 97 against and 87 in favour.", "97:87"),
    ],
)
def test_a_result_has_two_numbers(text: str, score: str) -> None:
    told = [v for v in values_of(text) if "score" in v]
    assert told
    assert {v["score"] for v in told} == {score}
    assert all("low" not in v for v in told)


@pytest.mark.parametrize(
    "text",
    ["The plant lost between 60 and 80 litres of oil.", "Some 40 to 50 people lived there.", "It rose from 12 to 15."],
)
def test_a_range_is_no_result(text: str) -> None:
    assert all("score" not in v for v in values_of(text))


@pytest.mark.parametrize("text", ["Not one euro was missing, the lawyer said.", "Not a single house burned, he said."])
def test_not_one_is_none(text: str) -> None:
    assert all("low" not in v for v in values_of(text))


def test_whom_a_toll_counts_are_no_crowd() -> None:
    assert all("party" not in v for v in values_of("Two participants died, the authors said."))
