"""Which of two documents is the earlier, where their texts say something else than the dates they came with."""

from __future__ import annotations

import datetime

import pytest

from sayso.relations.lineage.dating import LATER, LATER_INFERRED, UNDIRECTED, days_of, order
from sayso.types import Document, Published, Span, Timex
from sayso.vocab import DateBasis, TimexType

NOVEMBER = "2019-11-20"


def document(text: str, date: str | None = NOVEMBER, basis: DateBasis = DateBasis.GIVEN) -> Document:
    published = Published(date, basis, "in the test") if date else None
    return Document(capture_id=f"capture-{date}", uri="memory:", text=text, published=published)


def named(text_of: Document, *days: tuple[str, str]) -> list[Timex]:
    """Time expressions: the words in the text, and their value."""
    out = []
    for words, value in days:
        start = text_of.text.index(words)
        out.append(Timex(span=Span(text_of.id, start, start + len(words)), type=TimexType.DATE, value=value))
    return out


def told(text: str, words: str, value: str, basis: DateBasis = DateBasis.GIVEN) -> tuple[str, str | None]:
    """The first and the last day that the text may be of, as the days of November 2019."""
    page = document(text, basis=basis)
    days = days_of(page, named(page, (words, value)))
    assert days is not None
    return days.first.isoformat(), days.last and days.last.isoformat()


@pytest.mark.parametrize(
    ("text", "words", "value", "expected"),
    [
        ("14 November 2019 The dam held.", "14 November 2019", "2019-11-14", ("2019-11-14", "2019-11-14")),
        ("Published: Nov 14, 2019. The dam held.", "Nov 14, 2019", "2019-11-14", ("2019-11-14", "2019-11-14")),
        ("Last updated on 22 Nov 2019 | Orlo", "22 Nov 2019", "2019-11-22", ("2019-11-22", "2019-11-22")),
        ("The dam held. Meridian Wire 14 Nov 2019 Orlo", "14 Nov 2019", "2019-11-14", ("2019-11-14", NOVEMBER)),
        ("On 14 November 2019 the dam broke.", "14 November 2019", "2019-11-14", ("2019-11-14", NOVEMBER)),
        ("11-12-2019 The dam held.", "11-12-2019", "2019-11-12", ("2019-11-12", "2019-12-11")),
        ("20-11-2019 The dam held.", "20-11-2019", "2019-11-20", (NOVEMBER, NOVEMBER)),
        ("On Thursday the dam held.", "Thursday", "2019-11-14", (NOVEMBER, NOVEMBER)),
        ("In November 2019 the dam held.", "November 2019", "2019-11", (NOVEMBER, NOVEMBER)),
        ("The dam held, " + "as it had " * 12 + "on 1 May 2011.", "1 May 2011", "2011-05-01", (NOVEMBER, NOVEMBER)),
        ("UPDATED The dam held on 20 November 2019.", "20 November 2019", NOVEMBER, (NOVEMBER, None)),
        ("Updated at 20 November 2019: the dam held.", "20 November 2019", NOVEMBER, (NOVEMBER, NOVEMBER)),
    ],
)
def test_the_day_of_a_text(text: str, words: str, value: str, expected: tuple[str, str | None]) -> None:
    assert told(text, words, value) == expected


def test_a_date_that_the_page_was_read_for_stands() -> None:
    text = "14 November 2019 The dam held."
    assert told(text, "14 November 2019", "2019-11-14", DateBasis.STATED) == (NOVEMBER, NOVEMBER)


def test_figures_that_can_be_the_given_day_are_it() -> None:
    page = document("09-11-2019 The dam held.", "2019-11-09")
    days = days_of(page, named(page, ("09-11-2019", "2019-09-11")))
    assert days is not None
    assert days.first == days.last == datetime.date(2019, 11, 9)


def test_the_printed_day_turns_the_order_round_and_says_so() -> None:
    one, other = document("27 November 2019 The dam held.", "2019-11-13"), document("The dam held.", "2019-11-26")
    times = {one.id: named(one, ("27 November 2019", "2019-11-27"))}
    earlier, later, score, why = order(one, other, times)
    assert (earlier, later, score) == (other, one, LATER)
    assert "is earlier by 1 day" in why
    assert "opens with “27 November 2019”, though it was handed over as of 2019-11-13" in why


def test_days_that_overlap_leave_it_open() -> None:
    one, other = document("UPDATED The dam held.", "2019-11-13"), document("The dam held.", "2019-11-14")
    assert order(one, other, {})[2] == UNDIRECTED
    assert "changed after its first publication" in order(one, other, {})[3]
    late = document("UPDATED The dam held.", "2019-11-15")
    assert order(late, other, {})[:3] == (other, late, LATER)


def test_without_a_date_or_on_one_day_it_is_open() -> None:
    one, other = document("The dam held."), document("It held.", None)
    assert order(one, other, {})[2:] == (UNDIRECTED, f"Undirected: the date of {other.id} is not known.")
    assert order(one, document("It held."), {})[3] == "Undirected: both were published on 2019-11-20."


def test_an_inferred_date_is_less_sure() -> None:
    one, other = document("The dam held."), document("It held.", "2019-11-22", DateBasis.INFERRED)
    assert order(one, other, {})[:3] == (one, other, LATER_INFERRED)
