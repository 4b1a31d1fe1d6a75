"""Lines around an article by their own words: what they are, and whose names they hold."""

from __future__ import annotations

import pytest

from sayso.documents.credits.notices import (
    agency_and_place,
    is_name_of_source,
    outlet_and_date,
    split_meta,
    zone_of_line,
)
from sayso.documents.credits.sources import sources_in
from sayso.vocab import Zone


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Tuesday, 13 May 2025 Source: Tavria News Agency", [Zone.DATELINE, Zone.CREDIT]),
        ("By Ada Bell | Source: Coastal Tribune", [Zone.BYLINE, Zone.CREDIT]),
        ("Source: Coastal Tribune", [Zone.CREDIT]),
    ],
)
def test_a_source_after_a_date_is_parted(line: str, parts: list[Zone]) -> None:
    found = split_meta(line, 0, len(line))
    assert [part.zone for part in found] == parts
    assert "".join("".join(line[p.start : p.end].split()) for p in found) == "".join(line.split())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Press Trust of India Talmere", "Press Trust of India"),
        ("Reuters London", "Reuters"),
        ("Reuters said so", None),
        ("Ada Bell London", None),
    ],
)
def test_an_agency_before_a_place(line: str, name: str | None) -> None:
    found = agency_and_place(line)
    assert (line[slice(*found)] if found else None) == name


def test_a_line_that_is_an_outlets_name() -> None:
    assert is_name_of_source("Inland Eye")
    assert not is_name_of_source("Inland Eye, 3 March 2019")
    assert not is_name_of_source("Ada Bell")


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Talmere, North Ostravia ● Thu, June 5, 2025", Zone.DATELINE),
        ("With material from the Tavria News Agency", Zone.CREDIT),
        ("The Wire publishes this article by arrangement with Coastal Tribune.", Zone.CREDIT),
        ("First published: Nov 20 2023 | 11:27 AM IST", Zone.DATELINE),
        ("PHOTO: A woman holds a flag in the square at dawn on Saturday", None),
    ],
)
def test_lines_near_the_article(line: str, zone: Zone | None) -> None:
    assert zone_of_line(line, near=True) is zone


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Harbour Gazette, 3 March 2016", ("Harbour Gazette", "2016-03-03")),
        ("Online: March 3, 2016", None),
        ("+ Print: 4 March 2016", None),
        ("March 3, 2016 by HGB", None),  # somebody's initials
        ("March 3, 2016 by Reuters", ("Reuters", "2016-03-03")),
        ("Written by Harbour Gazette on March 3, 2016", None),  # its own staff
        ("Harbour Gazette / March 3, 2016", ("Harbour Gazette", "2016-03-03")),
    ],
)
def test_outlets_and_days(line: str, found: tuple[str, str] | None) -> None:
    assert outlet_and_date(line) == found


def test_who_a_text_was_taken_from() -> None:
    assert sources_in("This story first appeared in The Lantern Review.")
    assert not sources_in("First published: Nov 20 2023")
