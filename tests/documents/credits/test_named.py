"""Where names begin and end in the lines about a text."""

from __future__ import annotations

import pytest

from sayso.documents.credits.named import name_at, names_at


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Harbour Gazette on Monday", "Harbour Gazette"),
        ("the website of Harbour Gazette", "Harbour Gazette"),
        ("the German daily Hafenblatt and", "Hafenblatt"),
        ("our partner Coastal Tribune.", "Coastal Tribune"),
        ("https://www.harbour.example/salt/1", "harbour.example"),
        ("“Salt and Sea” in May", "Salt and Sea"),
        ("the AFP feed", "AFP"),
        ("Johnson & Sons", "Johnson & Sons"),
        ("Le Phare de Kembra par", "Le Phare de Kembra"),
        ("Harbour Gazette’s website", "Harbour Gazette"),
    ],
)
def test_one_name(words: str, name: str) -> None:
    found = name_at(words, 0)
    assert found is not None
    assert found.name == name
    assert words[found.start : found.end] == name


def test_no_name() -> None:
    assert name_at("the ministry in May", 0) is None
    assert name_at("", 0) is None


def test_several_names() -> None:
    assert [n.name for n in names_at("Reuters, AFP and Harbour Gazette in May", 0)] == [
        "Reuters", "AFP", "Harbour Gazette",
    ]  # fmt: skip
