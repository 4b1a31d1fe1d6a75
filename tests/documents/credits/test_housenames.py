"""What the furniture of a page calls its house."""

from __future__ import annotations

import pytest

from sayso.documents.credits.housenames import house_name
from sayso.documents.zones.lines import read_lines


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Home\nSubscribe to the Harbour Gazette\nSport", "Harbour Gazette"),
        ("Home\nHarbour Gazette Store\nHarbour Gazette newsletters\nSport", "Harbour Gazette"),
        ("Home\nJoin our Barlow Live breaking news service\nBarlow Live\nSport", "Barlow Live"),
        ("Home\nOpen Water\nSport\nWrite to us: letters@openwater.example", "Open Water"),
        ("Home\nAbout Open Water\nSport\nPrinted from https://www.openwater.example", "Open Water"),
        ("Home\nMore from Harbour Gazette\nFollow The Inland Herald", None),  # two houses
        ("Home\nMore from Golf\nGolf\nGolf Videos", None),  # a section
        ("Home\nFollow Ada Bell\nMore from Ada Bell", None),  # a writer, whoever she is
        ("Home\nSubscribe to RSS\nRSS", None),
        ("Home\nAbout Bellhaven Media Group\nBellhaven Media Group", None),  # who owns the house
        ("Home\nFerry runs again in Barlow\nSport", None),
    ],
)
def test_names_of_houses(text: str, name: str | None) -> None:
    assert house_name(read_lines(text.replace("\n", "\n\n"))) == name


def test_a_writer_is_no_house_whatever_the_page_asks() -> None:
    lines = read_lines("Home\nSubscribe to Ada Bell\nAda Bell")
    assert house_name(lines) == "Ada Bell"
    assert house_name(lines, people={"ada bell"}) is None


def test_a_notice_of_copyright_vouches_for_a_name_alone_on_a_line() -> None:
    lines = read_lines("Home\nBrightside\nSport")
    assert house_name(lines) is None
    assert house_name(lines, owners=["Brightside"]) == "Brightside"
