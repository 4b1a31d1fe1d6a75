"""Names of sections where a place stands in other lines, and those who distribute other things than texts."""

from __future__ import annotations

import pytest

from sayso.documents.flat import read_flat
from sayso.documents.page import Given
from sayso.types import Document

STORY = """The harbour board said on Monday that the lighthouse would be sold to the highest bidder in the spring.
The board said that it would wait for another week at the most, and that the keeper could stay until then."""


def read(top: str, first: str = "", foot: str = "") -> Document:
    text = f"Lighthouse for sale\n{top}\n{first}{STORY}\n{foot}"
    return read_flat(text, capture_id="capture-0", uri="page", given=Given()).document


@pytest.mark.parametrize(
    ("top", "first"), [("Culture, May 3, 2020", ""), ("By Ada Bell", "Science - NASA has seen it. ")]
)
def test_a_section_is_no_place(top: str, first: str) -> None:
    assert read(top, first).dateline is None


def test_who_distributes_films_sent_no_text() -> None:
    assert read("By Ada Bell", foot="Distributed by Kembra Films").provenance == ()
    agency = read("By Ada Bell", foot="Distributed by Tribune Content Agency, LLC.")
    assert agency.provenance == ("Tribune Content Agency",)


def test_a_place_before_a_dot() -> None:
    dateline = read("3 May 2020", "Kembra · ").dateline
    assert dateline is not None
    assert dateline.place == "Kembra"


@pytest.mark.parametrize("name", ["Ada Bell", "Harbour Gazette", "Opinion", "Kommentar"])
def test_who_stands_before_a_dot_is_no_place(name: str) -> None:
    assert read("3 May 2020", f"{name} · ").dateline is None


def test_an_outlet_through_another_below_decks() -> None:
    document = read("By Ada Bell\nShort deck\nAnother deck\nOne more of them", "TIDEWATER via HNA — ")
    assert document.provenance == ("HNA", "TIDEWATER")
