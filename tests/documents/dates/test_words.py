from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.dates.words import begins_with_month, find_dates, read_iso


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Sunday, December 11, 2016", ["2016-12-11"]),
        ("11 December 2016", ["2016-12-11"]),
        ("Dec. 11, 2016", ["2016-12-11"]),
        ("11th of December, 2016", ["2016-12-11"]),
        ("11-Dec-2016", ["2016-12-11"]),
        ("le 1er février 2020", ["2020-02-01"]),
        ("5 de mayo de 2020", ["2020-05-05"]),
        ("12. Oktober 2021", ["2021-10-12"]),
        ("20 maart 2021 en 2 juni 2022", ["2021-03-20", "2022-06-02"]),
        ("29 декабря 2020", ["2020-12-29"]),
        ("2016-12-11T10:00", ["2016-12-11"]),
        ("2020年3月4日", ["2020-03-04"]),
        ("11.03.2020", ["2020-03-11"]),
        ("25/12/2020", ["2020-12-25"]),
        ("12/25/2020", ["2020-12-25"]),
        ("03/04/2020", []),
        ("03/04/2020 10:00 AM EST", ["2020-03-04"]),
        ("31 February 2020", []),
        ("version 1.2.2020.3", []),
        ("May 2020", []),
        ("© 2016", []),
        ("11 December 1816", []),
    ],
)
def test_dates(words: str, days: list[str]) -> None:
    assert [found.day.isoformat() for found in find_dates(words)] == days


def test_iso() -> None:
    assert str(read_iso("2020-03-04T10:00:00Z")) == "2020-03-04"
    assert read_iso("2020-03") is None
    assert read_iso("2020-13-04") is None
    assert read_iso(None) is None


@given(st.text(alphabet="0123456789 ./-,MarchDec日月年ſ", max_size=60))
def test_offsets_lie_in_the_string(words: str) -> None:
    for found in find_dates(words):
        assert 0 <= found.start < found.end <= len(words)


def test_a_line_that_begins_with_a_month_or_a_weekday() -> None:
    assert begins_with_month("March 4")
    assert begins_with_month("Mon, 4 March")
    assert not begins_with_month("Harbour Gazette")
    assert not begins_with_month(" ")
