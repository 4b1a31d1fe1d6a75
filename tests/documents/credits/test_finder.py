from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.credits.finder import find_credits
from sayso.documents.credits.notices import outlet_and_date, zone_of_line
from sayso.documents.page import ZonedRange
from sayso.vocab import CreditRole, Zone


def credits_of(line: str, zone: Zone = Zone.CREDIT) -> list[tuple[CreditRole, str, str | None]]:
    found = find_credits(line, [ZonedRange(0, len(line), zone)])
    assert all(line[c.start : c.end].strip() == line[c.start : c.end] != "" for c in found)
    return [(c.role, c.name, c.date) for c in found]


@pytest.mark.parametrize(
    ("line", "role", "name", "date"),
    [
        ("The original source of this article is Coastal Tribune", CreditRole.ORIGINAL, "Coastal Tribune", None),
        ("Story originally published by Inland Eye on May 3, 2019.", CreditRole.ORIGINAL, "Inland Eye", "2019-05-03"),
        ("This article first appeared in The Lantern Review.", CreditRole.ORIGINAL, "The Lantern Review", None),
        ("Originally published at Plain Research", CreditRole.ORIGINAL, "Plain Research", None),
        ("Coastal Tribune, March 3, 2016", CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2016-03-03"),
        ("Reuters 11 May 2016", CreditRole.REPUBLISHED_FROM, "Reuters", "2016-05-11"),
        ("8 May 2017, Coastal Tribune", CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08"),
        ("Coastal Tribune, Monday 8 May 2017 10.20 BST", CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08"),
        ("From: Coastal Tribune | 8 May 2017", CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08"),
        ("Article courtesy of Coastal Tribune", CreditRole.REPUBLISHED_FROM, "Coastal Tribune", None),
        ("Source: Inland Eye, Reuters", CreditRole.REPUBLISHED_FROM, "Inland Eye", None),
        ("Copyright © Ada Bell, Coastal Tribune, 2017", CreditRole.COPYRIGHT, "Coastal Tribune", None),
        ("Source: Inland Eye and news agencies", CreditRole.REPUBLISHED_FROM, "Inland Eye", None),
        ("Republished from Harbour Gazette", CreditRole.REPUBLISHED_FROM, "Harbour Gazette", None),
        ("Source: Tavria News Agency", CreditRole.REPUBLISHED_FROM, "Tavria News Agency", None),
        ("via Harbour Gazette", CreditRole.REPUBLISHED_FROM, "Harbour Gazette", None),
        ("With files from The Canadian Press", CreditRole.AGENCY, "The Canadian Press", None),
        ("Additional reporting by Tavria News Agency.", CreditRole.AGENCY, "Tavria News Agency", None),
        ("With files from Ada Bell", CreditRole.AUTHOR, "Ada Bell", None),
        ("Copyright © Coastal Tribune, Coastal Tribune, 2016", CreditRole.COPYRIGHT, "Coastal Tribune", None),
        ("© 2016 Harbour Gazette Ltd. All rights reserved.", CreditRole.COPYRIGHT, "Harbour Gazette", None),
        ("Photo: Lena Ost / Meridian", CreditRole.PHOTO, "Lena Ost / Meridian", None),
        ("Image source, Getty Images", CreditRole.PHOTO, "Getty Images", None),
    ],
)  # fmt: skip
def test_credit_lines(line: str, role: CreditRole, name: str, date: str | None) -> None:
    assert [c[:2] for c in credits_of(line)] == [(role, name)]
    assert credits_of(line)[0][2] == date
    assert zone_of_line(line, near=True) is Zone.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "via e-mail",
        "via @harbourman",
        "via Telegram",
        "RT @harbourman",
        "The Reuters building was evacuated at noon.",
        "from the harbour",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    assert zone_of_line(line, near=True) is not Zone.CREDIT
    assert [c for c in credits_of(line) if c[0] is not CreditRole.PHOTO] == []


@pytest.mark.parametrize(
    ("line", "near", "zone"),
    [
        ("By Ada Bell", True, Zone.BYLINE),
        ("By Ada Bell and Omar Saidi, Harbour Gazette", True, Zone.BYLINE),
        ("Ada Bell - March 3, 2016 - 10:20 am", True, Zone.BYLINE),
        ("Staff Reporter", True, Zone.BYLINE),
        ("Sunday, March 3, 2019", True, Zone.DATELINE),
        ("Updated 3 March 2019 10:20 GMT", True, Zone.DATELINE),
        ("BEIRUT, March 3 (Reuters)", True, Zone.DATELINE),
        ("This work is licensed under a Creative Commons Attribution 4.0 International License.", False, Zone.LICENCE),
        (
            "If you own the rights and wish the text to be removed from this site, please write to us.",
            False,
            Zone.LICENCE,
        ),
        ("The mayor asked that the statue be removed from the site at once.", False, None),
        ("The park is in the public domain.", False, None),
        ("By nightfall the water had reached the second step.", False, None),
    ],
)
def test_lines_by_their_own_words(line: str, near: bool, zone: Zone | None) -> None:
    assert zone_of_line(line, near=near) is zone


def test_a_byline_with_the_outlet_and_the_day() -> None:
    line = "By Ada Bell | Coastal Tribune | 8 May 2017"
    assert zone_of_line(line, near=True) is Zone.BYLINE
    assert credits_of(line, Zone.BYLINE) == [
        (CreditRole.AUTHOR, "Ada Bell", None),
        (CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08"),
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("By ADA BELL, Associated Press", [(CreditRole.AUTHOR, "Ada Bell"), (CreditRole.AGENCY, "AP")]),
        ("By Ada Bell, Harbour Gazette", [(CreditRole.AUTHOR, "Ada Bell"), (CreditRole.ORIGINAL, "Harbour Gazette")]),
        (
            "Authored by Ada Bell via The Open Ledger,",
            [(CreditRole.AUTHOR, "Ada Bell"), (CreditRole.REPUBLISHED_FROM, "The Open Ledger")],
        ),
        ("By Ada Bell of Talmere", [(CreditRole.AUTHOR, "Ada Bell")]),
        ("By Emily Post", [(CreditRole.AUTHOR, "Emily Post")]),
    ],
)
def test_bylines_with_outlets(line: str, named: list[tuple[CreditRole, str]]) -> None:
    assert [c[:2] for c in credits_of(line, Zone.BYLINE)] == named


def test_an_agency_in_brackets_at_the_end() -> None:
    text = "The bridge at Karsova is open again, the mayor said. (AFP)"
    found = find_credits(text, [ZonedRange(0, len(text), Zone.BODY)])
    assert [(c.role, c.name, text[c.start : c.end]) for c in found] == [(CreditRole.AGENCY, "AFP", "AFP")]
    text = "The bridge is watched by the United Nations. (UN)"
    assert find_credits(text, [ZonedRange(0, len(text), Zone.BODY)]) == []


@pytest.mark.parametrize("line", ["12 May 2025 • 19:04 EEST", "March 3, 2019 10:20 AM", "OSLO, 3 March 2019"])
def test_clocks_and_places_are_no_outlets(line: str) -> None:
    assert outlet_and_date(line) is None


def test_a_persons_name_with_a_date_is_no_outlet() -> None:
    assert outlet_and_date("Ada Bell, March 3, 2016") is None
    assert outlet_and_date("Harbour Gazette, March 3, 2016, was late") is None


@given(st.text(max_size=200), st.sampled_from(list(Zone)))
@settings(max_examples=200, deadline=None)
def test_spans_slice_to_words(text: str, zone: Zone) -> None:
    words = text.strip()
    if words:
        for credit in find_credits(words, [ZonedRange(0, len(words), zone)]):
            assert 0 <= credit.start < credit.end <= len(words)
            assert credit.name
