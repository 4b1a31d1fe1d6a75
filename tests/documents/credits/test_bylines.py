from __future__ import annotations

import pytest

from sayso.documents.credits.bylinenames import byline_names
from sayso.documents.credits.bylines import as_name, is_person_line
from sayso.documents.dates.labels import is_date_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Bell", ["Ada Bell"]),
        ("By Ada Bell and Omar Saidi", ["Ada Bell", "Omar Saidi"]),
        ("by Ada Bell, Omar Saidi and Lena Ost", ["Ada Bell", "Omar Saidi", "Lena Ost"]),
        ("By ADA BELL Staff Reporter", ["ADA BELL"]),
        ("By Ada Bell, Harbour Gazette", ["Ada Bell"]),
        ("Posted by Ada Bell on March 3, 2019", ["Ada Bell"]),
        ("Von Jutta Wellmann", ["Jutta Wellmann"]),
        ("Author: Ada Bell | 3 March 2019", ["Ada Bell"]),
        ("By Reuters", ["Reuters"]),
        ("Staff Reporter", ["Staff Reporter"]),
        ("March 4, 2021 | Ada Bell", ["Ada Bell"]),
        ("Ada Bell abell@harbour.example", ["Ada Bell"]),
        ("ByADA BELL", ["ADA BELL"]),
        ("Crime Published on May 10, 2022", []),  # a section
        ("May 10, 2022 News", []),
        ("editor — March 11, 2020", []),
        ("+ Online: March 11, 2020", []),
        ("A member of the council", []),
        ("Ada Bell writes features", []),  # about her
        ("Get author RSS feed", []),
        ("By Ada van der Meer", ["Ada van der Meer"]),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert byline_names(line)[: len(names)] == names


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("March 3, 2019", True),
        ("Published: Sunday, 3 March 2019 at 10:20 GMT", True),
        ("3 hours ago", True),
        ("12 May 2025 • 19:04 EEST", True),
        ("June 14, 2022 3:21 PM GMT · Updated 2 hours ago", True),
        ("The bridge was opened on March 3, 2019", False),
        ("2019", False),
        ("At 10:20", False),
    ],
)
def test_lines_that_are_dates(line: str, alone: bool) -> None:
    assert is_date_line(line) is alone


def test_a_name_alone() -> None:
    assert is_person_line("Ada Bell")
    assert is_person_line("Ada Bell, Political Editor")
    assert not is_person_line("bridge closed")
    assert not is_person_line("La Voz")
    assert is_person_line("Les Wellmann")  # a given name, too


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ADA BELL", "Ada Bell"),
        ("MIRNA HADDAD-KEYES", "Mirna Haddad-Keyes"),
        ("J. R. O'HARA", "J. R. O'Hara"),
        ("TOM MCKAY", "Tom McKay"),
        ("Ada Bell", "Ada Bell"),
        ("AP", "AP"),
    ],
)
def test_names_in_capitals(words: str, name: str) -> None:
    assert as_name(words) == name
