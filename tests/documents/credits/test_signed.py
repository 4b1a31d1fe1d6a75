"""Lines that do nothing but sign a text: which are such, and the credits in them."""

from __future__ import annotations

import pytest

from sayso.documents.credits.signed import (
    label_alone,
    labelled_name,
    signed_credits,
    signed_parts,
    signs_by_name,
    zone_of_signed,
)
from sayso.vocab import CreditRole, Zone


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("By Ada Bell, Harbour Gazette", Zone.BYLINE),
        ("Ada Bell, transport editor | 3 March 2016", Zone.BYLINE),
        ("AFP | Updated: 3 March 2016, 10:20", Zone.CREDIT),
        ("Photos by Lena Ost", Zone.CREDIT),
        ("Ada Bell", None),
        ("Who is Ada Bell, editor of the Gazette?", None),
        ("— Harbour Radio (@harbour) May 2, 2023", None),
        ("Reuters to open bureau in Talmere", None),
        ("The ferry pier will close", None),
    ],
)
def test_zone(line: str, zone: Zone | None) -> None:
    assert zone_of_signed(line) is zone


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Ada Bell, City Hall Reporter, and Lena Ost", [("author", "Ada Bell"), ("author", "Lena Ost")]),
        ("By ADA BELL, HARBOUR GAZETTE", [("author", "Ada Bell"), ("original", "Harbour Gazette")]),
        ("Von Karl Sieber und dpa", [("author", "Karl Sieber"), ("agency", "dpa")]),
        ("By Ada Bell, Harbour Gazette (TNS)", [("author", "Ada Bell"), ("original", "Harbour Gazette")]),
        ("Ada Bell via Harbour Gazette", [("author", "Ada Bell"), ("republished_from", "Harbour Gazette")]),
        ("Text and photos by Ada Bell", [("author", "Ada Bell"), ("photo", "Ada Bell")]),
        ("Words: Ada Bell. Pictures: Lena Ost.", [("author", "Ada Bell"), ("photo", "Lena Ost")]),
        ("Translated by Simon Attlee", []),
    ],
)
def test_credits(line: str, wanted: list[tuple[str, str]]) -> None:
    found = list(signed_credits(line, 7))
    assert [(credit.role.value, credit.name) for credit in found] == wanted
    assert all(line[c.start - 7 : c.end - 7].casefold() == c.name.casefold() for c in found)


def test_who_signs_at_the_end_is_named() -> None:
    assert signs_by_name("By Ada Bell")
    assert not signs_by_name("Ada Bell, editor")


def test_a_label_makes_something_of_the_name_below_it() -> None:
    assert label_alone("News provided by") == "source-lead"
    assert label_alone("Photos by") == "photo"
    assert label_alone("By") == label_alone("Ada Bell") == ""
    (credit,) = labelled_name("source-lead", "Orbexa Therapeutics", 3)
    assert credit[:4] == (3, 22, CreditRole.ORIGINAL, "Orbexa Therapeutics")
    assert not list(labelled_name("hand", "Ada Bell", 0))


@pytest.mark.parametrize(
    "words",
    [
        "Divers look for survivors near the pier on Friday. Photo: Ada Moss",
        "The quay in spring. Photo: Coast News/Ada Moss",
        "What the harbour owes to its fishermen (Ada Moss — Coast News)",
    ],
)
def test_a_sentence_with_a_name_behind_it_signs_nothing(words: str) -> None:
    assert signed_parts(words) == ()
