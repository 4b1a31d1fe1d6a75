"""Whether a name at a page's top is the page's own."""

from __future__ import annotations

import pytest

from sayso.documents.credits.ownnames import exported_name, own_name
from sayso.documents.zones.lines import lines_of

MENU = "News\nSport\nWeather\nJobs\nContact\n"
TEXT = "The ferry between Barlow and Marden runs again since Monday, as the company said in the afternoon.\n"


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("Tidewrack", "© 2024 Tidewrack LLC"),
        ("98.4 The Swell", "Have you seen something? desk@984theswell.example"),
        ("Salt & Lanterns", "Salt & Lanterns is part of the Bellhaven group"),
        ("Les Sentiers du Quai", "Suivre Les Sentiers du Quai"),
    ],
)
def test_a_name_is_told_by_the_rest_of_the_page(top: str, foot: str) -> None:
    assert own_name(lines_of(f"{top}\n{MENU}Ferry runs again after the storm\n{TEXT}\n{foot}\n")) == top


@pytest.mark.parametrize(
    "top",
    ["Direkt zum Inhalt", "Dear Ferryman", "Forum", "Kembra News", "Wikis", "Choose your edition", "RegisterLogout"],
)
def test_what_only_stands_first_is_no_name(top: str) -> None:
    assert own_name(lines_of(f"{top}\n{MENU}Ferry runs again after the storm\n{TEXT}")) is None


def test_a_menu_item_is_no_name() -> None:
    page = f"  • Harbour Life\n  • Sport\n  • Weather\n  • Jobs\nFerry runs again after the storm\n{TEXT}"
    assert own_name(lines_of(page)) is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "Publication: Gulf Lantern (Web edition)\nDate: 3 May 2011\nCategory: World\nTitle: Ferry runs",
            "Gulf Lantern",
        ),
        ('From: "Hive Notes" <list@hivenotes.example>\nTo: readers\nSubject: Ferry', "Hive Notes"),
        ("From: Ada Bell <ada@mail.example>\nTo: Omar Saidi\nSubject: Ferry", None),
    ],
)
def test_exports_and_letters_say_whose_they_are(head: str, name: str | None) -> None:
    assert exported_name(lines_of(f"{head}\n{TEXT}")) == name
