from __future__ import annotations

import pytest

from sayso.documents.bylines import byline_names, dateline_of, is_date_line, is_person_line, read_dateline
from sayso.documents.page import ZonedRange
from sayso.types import Dateline
from sayso.vocab import Zone


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
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert byline_names(line)[: len(names)] == names


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("MOSCOW (Sputnik) — The talks went on.", Dateline("Moscow", "Sputnik")),
        ("GENEVA, March 3 (Reuters) - The talks went on.", Dateline("Geneva", "Reuters")),
        ("BEIRUT — The talks went on.", Dateline("Beirut", None)),
        ("NEW YORK (AP) — The talks went on.", Dateline("New York", "AP")),
        ("WASHINGTON, D.C. – The talks went on.", Dateline("Washington", None)),
        ("SELBURG, Nov. 27 (Tavria News Agency) -- The talks went on.", Dateline("Selburg", "Tavria News Agency")),
        ("(Reuters) - The talks went on.", Dateline(None, "Reuters")),
        ("NATO said that the talks went on.", None),
        ("The talks (in Geneva) - as ever - went on.", None),
        ("UNESCO (the United Nations body for culture) said so.", None),
        ("I - for one - do not believe it.", None),
    ],
)
def test_datelines(paragraph: str, dateline: Dateline | None) -> None:
    assert read_dateline(paragraph, [ZonedRange(0, len(paragraph), Zone.BODY)]) == dateline
    found = dateline_of(paragraph)
    if found and found.agency_at:
        assert paragraph[slice(*found.agency_at)] in paragraph


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("March 3, 2019", True),
        ("Published: Sunday, 3 March 2019 at 10:20 GMT", True),
        ("3 hours ago", True),
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
