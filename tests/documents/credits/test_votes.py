"""What the lines around an article say together of who publishes it."""

from __future__ import annotations

import pytest

from sayso.documents.credits.votes import find_voted
from sayso.documents.page import ZonedRange
from sayso.vocab import Zone


def voted(text: str, nobody: frozenset[str] = frozenset()) -> str | None:
    """The name that a text votes for which is all furniture; its range has its words."""
    found = find_voted(text, [ZonedRange(0, len(text), Zone.FURNITURE)], nobody)
    if found is None:
        return None
    assert " ".join(text[found.start : found.end].split()) == found.name
    return found.name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        # claims of rights
        ("Salt Wind\n© 2024 Salt Wind", "Salt Wind"),
        ("Salt Wind\n© 2024 | ALL RIGHTS RESERVED | Salt Wind", "Salt Wind"),
        ("Salt Wind\n© 2024 Ost Verlag GmbH - Salt Wind", "Salt Wind"),
        ("Salt Wind\n© 2024 Salt Wind a member of Ost Boats", "Salt Wind"),
        ("Salt Wind is read at sea\nCopyright 2024 © Salt Wind. All rights reserved.", "Salt Wind"),
        ("© 2024 Salt Wind", None),  # it may be of the pictures
        ("Copyright 2024 © Salt Wind. All rights reserved.", None),
        ("Salt Wind\nSalt Wind", None),
        ("Ost\n© 2024 Ost, Bell & Co. Ltd. All rights reserved.", None),  # a company
        ("Port of Mexico\n© 2024 Port of Mexico", "Port of Mexico"),
        ("Ost Media Group\n© 2024 Ost Media Group", None),
        ("Getty Images\n© 2024 Getty Images", None),  # of pictures
        ("Reuters\n© 2024 Reuters. All rights reserved.", None),  # of texts
        ("Ada Bell\n© 2024 Ada Bell", None),  # who made the pictures, or the site
        # cookies, applications, newsletters
        ("Salt Wind uses cookies and counts its readers.\nDownload the Salt Wind App", "Salt Wind"),
        ("Salt Wind and its partners use cookies.\nSalt Wind", "Salt Wind"),
        ("Salt Wind verwendet Cookies\nSalt Wind Newsletter", "Salt Wind"),
        ("GET THE SALT WIND NEWSLETTER\nSALT WIND may earn a commission", "SALT WIND"),
        ("This site uses cookies\nOur site uses cookies", None),
        ("Download the Salt Wind App", None),
        ("Download the Salt Wind App\nSalt Wind", None),  # a partner's, perhaps
        ("Get Salt Wind to your inbox daily\nSubscribe to Salt Wind\nSalt Wind", "Salt Wind"),
        ("Subscribe to Salt Wind's Newsletter\nJoin the Salt Wind Community!\nAbout Salt Wind", "Salt Wind"),
        ("More from Golf\nGolf\nGolf Newsletter\nSubscribe to Golf", None),  # a section, perhaps
        # crumbs and the bar at the top
        ("Salt Wind > Boats > Ferries\nSubscribe to Salt Wind", "Salt Wind"),
        ("Home > Boats > Ferries\nHome", None),
        ("Salt Wind > Boats > Ferries", None),
        ("Toggle navigation Salt Wind\nSalt Wind", "Salt Wind"),
        ("Toggle navigation Salt Wind", None),
        # addresses
        ("Write to tips@saltwind.example\nSalt Wind\nhttps://saltwind.example/boats", "Salt Wind"),
        ("More on saltwind.example\nWe at www.saltwind.example", "saltwind.example"),
        ("More on saltwind.example", None),
        ("More on saltwind.example\nWe at saltwind.example\nMore on hill.example\nWe at hill.example", None),
        ("More on facebook.com\nWe at facebook.com", None),
        ("More on reuters.com\nWe at www.reuters.com", None),
        ("Write to info@saltwind.example\nSalt Wind", None),  # whom the article is about
        ("Read index.html\nMore on index.html", None),
        ("3.50 a.m. to 4.20 p.m.\nOpen 3.50 a.m.", None),
        # two houses
        ("Salt Wind\n© 2024 Salt Wind\nHill Fire\n© 2023 Hill Fire", None),
        ("Salt Wind\n© 2024 Salt Wind\nHill Fire", "Salt Wind"),
        ("", None),
    ],
)
def test_names_that_lines_agree_on(lines: str, name: str | None) -> None:
    assert voted(lines.replace("\n", "\n\n")) == name


def test_who_signs_or_gave_the_text_does_not_publish_the_page() -> None:
    claim = "Salt Wind\n\n© 2024 Salt Wind"
    assert voted(claim, frozenset({"salt wind"})) is None
    shown = "More on saltwind.example\n\nWe at www.saltwind.example"
    assert voted(shown, frozenset({"salt wind"})) is None
    assert voted(shown, frozenset({"hill fire"})) == "saltwind.example"


def test_only_the_furniture_votes() -> None:
    text = "Salt Wind\n\n© 2024 Salt Wind"
    assert find_voted(text, [ZonedRange(0, len(text), Zone.BODY)]) is None


def test_a_name_on_two_lines_of_the_page_is_found_where_it_stands() -> None:
    assert voted("Boats\n\nSalt  Wind\n\n© 2024 Salt Wind") == "Salt Wind"
