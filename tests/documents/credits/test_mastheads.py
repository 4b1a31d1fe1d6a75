"""Names at the top of pages that hold no word of newspapers."""

from __future__ import annotations

import pytest

from sayso.documents.credits.mastheads import find_masthead, is_vouched
from sayso.documents.zones.lines import read_lines

BODY = (
    "The council said on Monday that the ferry pier at Talmere would be closed for a year, so that its piles could be"
    " replaced.\nFishermen who use the pier said that they had not been asked, and that they would stay where they are."
)
HEAD = "Pier at Talmere to close for a year\n3 March 2019\n"


@pytest.mark.parametrize(
    ("top", "foot", "name"),
    [
        ("Salt Wind | Weather 12° | Subscribe\n", "\nSalt Wind (c) 2019", "Salt Wind"),
        ("Salt Wind\nHarbour Council Boats\n", "\n© 2019 Salt Wind", "Salt Wind"),
        ("SALT WIND noticias\nLIVE\n", "\nSalt Wind S.A. Talmere | Terms", "SALT WIND"),
        ("THE SALT WIND\nSport\n", "\n(c) Salt Wind", "THE SALT WIND"),
        ("Salt Wind\nWhat blows in from the sea\n", "\nLeave a reply", "Salt Wind"),
        ("Salt Wind\nNews Opinion Boats\n", "\nLeave a reply", "Salt Wind"),
        ("SALT WIND\nLogin / Subscribe / Newsletter\n", "\nLeave a reply", "SALT WIND"),
        ("Talmere\nSport\n", "\n© 2019 Talmere", "Talmere"),
    ],
)
def test_a_name(top: str, foot: str, name: str) -> None:
    assert find_masthead(read_lines(top + HEAD + BODY + foot)) == name


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("", "\nLeave a reply"),
        ("Subscribe to our letter\nSport\n", "\nSubscribe to our letter"),
        ("Ferry Pier Closed\nHundreds must walk to the market, says council.\n", "\nLeave a reply"),
        ("Sport\nBoats\n", "\nSport is fun"),
        ("SALT WIND – Boats in English\nLogin / Subscribe / Newsletter\n", "\nLeave a reply"),  # with a motto
    ],
)
def test_no_name(top: str, foot: str) -> None:
    assert find_masthead(read_lines(top + HEAD + BODY + foot)) is None


@pytest.mark.parametrize(
    ("name", "signed", "found"),
    [
        ("Salt Wind", "3 March 2019", True),
        ("Salt Wind", "By Ada Bell", True),
        ("Pier Wind", "3 March 2019", True),  # half of it is not the article's
        ("Salt Wind", "What the council says", False),
        ("Salt", "3 March 2019", False),
        ("Fishermen at the Pier", "3 March 2019", False),
        ("Public Transport", "3 March 2019", False),
        ("Salt Wind: Boats", "3 March 2019", False),
        ("Ada Bell", "3 March 2019", False),
    ],
)
def test_a_name_above_an_article(name: str, signed: str, found: bool) -> None:
    text = f"{name}\nPier at Talmere to close for a year\n{signed}\n\n{BODY}"
    assert find_masthead(read_lines(text)) == (name if found else None)


def test_a_name_above_an_agency_s_text() -> None:
    text = f"Salt Wind\nPier at Talmere to close for a year\n\nTALMERE, March 3 (AFP) - {BODY}"
    assert find_masthead(read_lines(text)) == "Salt Wind"
    assert find_masthead(read_lines(text.replace("(AFP)", ""))) is None


def test_a_short_text_has_none() -> None:
    assert find_masthead(read_lines("Salt Wind")) is None


@pytest.mark.parametrize(
    ("foot", "vouched"),
    [
        ("© 2019 Salt Wind", True),
        ("Write to desk@saltwind.example", True),
        ("Contact Salt Wind", True),
        ("Salt is cheap, wind is free", False),
    ],
)
def test_a_name_that_the_page_has_again(foot: str, vouched: bool) -> None:
    assert is_vouched("Salt Wind", read_lines(HEAD + BODY + "\n" + foot)) is vouched


@pytest.mark.parametrize(
    ("top", "foot", "vouched"),
    [
        ("Pier at Talmere to close for a year - Salt Wind\n", "", True),  # the headline stands below
        ("A lamp of old nets - Salt Wind\n", "", False),
        ("A lamp of old nets - Salt Wind\n", "\nWhat Salt Wind is read for", True),
        ("Salt Wind · what the sea brings\n", "", True),  # a motto
        ("Salt Wind\nwhat the sea brings\n", "", True),
        ("Salt Wind\nWhat the sea brings\n", "", False),
        ("Salt Wind | : Boats\n", "", False),
        ("Salt Wind - Boats\n", "", False),
        ("Salt Wind\n", "", False),  # an item of a menu, perhaps
        ("Salt Wind\n", "\nSalt Wind", False),  # of one that stands twice
        ("Salt Wind\n", "\nSalt Winds of old", False),
        ("Home\nBoats\nSalt Wind on the radio\n", "", False),  # not at the very top
    ],
)
def test_a_name_at_the_top_needs_a_second_sign(top: str, foot: str, vouched: bool) -> None:
    assert is_vouched("Salt Wind", read_lines(top + HEAD + BODY + foot)) is vouched
