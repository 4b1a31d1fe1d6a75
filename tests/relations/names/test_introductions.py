"""How people are introduced, and as whose."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.relations.names.introductions import Introduction, introductions, one_house, reports


def told(text: str) -> dict[str, list[Introduction]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    rows = annotate(page)
    return introductions({rows.document.id: rows.document}, rows.mentions, {})


@pytest.mark.parametrize(
    ("text", "words", "whose"),
    [
        (
            "“We stay,” said Tomas Ried, a spokesman for the Northern Alliance.",
            "Tomas Ried, a spokesman for the Northern Alliance",
            {"northern alliance"},
        ),
        (
            "Petar Lund lost. “We stay,” said Ida Voss, a senior adviser to Mr. Lund, who left on Monday.",
            "Ida Voss, a senior adviser to Mr. Lund",
            {"petar lund"},
        ),
        (
            "Petar Lund lost. His spokeswoman, Ida Voss, said that he would stay.",
            "His spokeswoman, Ida Voss",
            {"petar lund"},
        ),
        ("The host, Ida Voss, asked about the bridge.", "The host, Ida Voss", set()),
        (
            "Ida Voss was a fellow at Georgetown University.",
            "Ida Voss was a fellow at Georgetown University",
            {"georgetown university"},
        ),
    ],
)
def test_words_beside_a_name_say_what_somebody_is_and_whose(text: str, words: str, whose: set[str]) -> None:
    name = "tomas ried" if "Ried" in text else "ida voss"
    found = {i.words: set(i.whose) for i in told(text)[name]}
    assert found.get(words, found.get(words.removeprefix("The "))) == whose


@pytest.mark.parametrize(
    "text",
    [
        "After Ida Voss, the governor went to Velm.",
        "The council heard Petar Lund, Ida Voss and others.",
        "Petar Lund told the Northern Alliance that Ida Voss was ill.",
    ],
)
def test_what_another_does_introduces_nobody(text: str) -> None:
    assert "ida voss" not in told(text)


def test_who_asks_others_reports_what_they_say() -> None:
    assert reports([Introduction("the host, Ida Voss", frozenset())])
    assert not reports([Introduction("the mayor, Ida Voss", frozenset())])


SPEAKS = [Introduction("Ida Voss, a spokeswoman for the Lund campaign", frozenset({"petar lund"}))]
PLANS = [Introduction("Lund policy director Aldo Renn", frozenset({"petar lund"}))]
OTHERS = [Introduction("Aldo Renn, an aide to Ana Dovic", frozenset({"ana dovic"}))]


def test_who_is_introduced_as_somebodys_may_speak_for_her() -> None:
    assert one_house("Ida Voss", SPEAKS, True, "Petar Lund", [], True)
    assert one_house("Petar Lund's office", [], False, "Ida Voss", SPEAKS, True)
    assert one_house("Ida Voss", SPEAKS, True, "Petar Dovic", [], True) is None


def test_two_of_one_house_may_speak_for_one() -> None:
    found = one_house("Ida Voss", SPEAKS, True, "Aldo Renn", PLANS, True)
    assert found is not None
    assert "Ida Voss, a spokeswoman for the Lund campaign" in found
    assert "Lund policy director Aldo Renn" in found
    assert one_house("Ida Voss", SPEAKS, True, "Aldo Renn", OTHERS, True) is None


def test_a_party_may_speak_for_a_campaign() -> None:
    leader = [Introduction("Ida Voss, the Labour leader", frozenset({"labour party"}))]
    assert one_house("Ida Voss", leader, True, "Lund campaign", [], False)
    assert one_house("Ida Voss", leader, True, "Lund council", [], False) is None
