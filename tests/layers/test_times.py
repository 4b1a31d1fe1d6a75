"""Time expressions: the words found and the value they are given. Published on Wednesday 15 May 2024 unless said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.layers.parse import Parse
from sayso.layers.times import find_times
from sayso.types import Block, Document, Span
from sayso.vocab import TimexType, Zone

CASES = [
    # full dates, as American, European and machine copy writes them
    ("The bridge opened on 11 December 2016.", "11 December 2016", "2016-12-11"),
    ("The bridge opened on Dec. 10, 2016.", "Dec. 10, 2016", "2016-12-10"),
    ("The bridge opened on Saturday, Dec. 10, 2016, after a delay.", "Saturday, Dec. 10, 2016", "2016-12-10"),
    ("The bridge opened on the 5th of March, 2016.", "5th of March, 2016", "2016-03-05"),
    ("The log reads 2016-12-11 and nothing else.", "2016-12-11", "2016-12-11"),
    ("The entry of 2016-12-11T15:30:00Z was deleted.", "2016-12-11T15:30:00Z", "2016-12-11T15:30Z"),
    ("The form is dated 25/12/2009.", "25/12/2009", "2009-12-25"),
    ("The form is dated 12/25/2009.", "12/25/2009", "2009-12-25"),
    ("The form is dated 3/12/2009.", "3/12/2009", "2009-03-12"),
    ("The form is dated 11.12.2016.", "11.12.2016", "2016-12-11"),
    ("The vote of May 31,2011 was annulled.", "May 31,2011", "2011-05-31"),
    # day and month without a year
    ("The mayor resigned on May 3.", "May 3", "2024-05-03"),
    ("The mayor resigned on 3 December.", "3 December", "2023-12-03"),
    ("The trial will open on January 9.", "January 9", "2025-01-09"),
    ("The dividend is payable Jan. 2.", "Jan. 2", "2025-01-02"),
    ("The ferry sank on Friday, March 8.", "Friday, March 8", "2024-03-08"),
    ("The ferry sank in the week of March 4.", "the week of March 4", "2024-W10"),
    # weekdays: the verb tells the direction
    ("The minister resigned Wednesday.", "Wednesday", "2024-05-15"),
    ("The minister resigned on Thursday.", "Thursday", "2024-05-09"),
    ("The minister will resign on Thursday.", "Thursday", "2024-05-16"),
    ("The council plans to meet Monday.", "Monday", "2024-05-20"),
    ("The talks are scheduled for Friday.", "Friday", "2024-05-17"),
    ("The minister resigned last Tuesday.", "last Tuesday", "2024-05-14"),
    ("The council meets next Monday.", "next Monday", "2024-05-20"),
    ("The council meets this Saturday.", "this Saturday", "2024-05-18"),
    ("A shop burned late Saturday.", "late Saturday", "2024-05-11"),
    ("The court extended the deadline until Friday.", "Friday", "2024-05-17"),
    ("Every Monday the square is closed.", "Every Monday", "XXXX-WXX-1"),
    ("The library is closed on Sundays.", "Sundays", "XXXX-WXX-7"),
    # parts of the day and times of day
    ("Overnight Saturday, shells fell on the port.", "Overnight Saturday", "2024-05-11TNI"),
    ("Shells fell on Saturday night.", "Saturday night", "2024-05-11TNI"),
    ("He was arrested on Monday morning.", "Monday morning", "2024-05-13TMO"),
    ("He was arrested on the night of May 3.", "the night of May 3", "2024-05-03TNI"),
    ("He was arrested last night.", "last night", "2024-05-14TNI"),
    ("He was arrested this morning.", "this morning", "2024-05-15TMO"),
    ("He was arrested overnight.", "overnight", "2024-05-14TNI"),
    ("He was arrested yesterday afternoon.", "yesterday afternoon", "2024-05-14TAF"),
    ("The polls closed at 3:30 p.m. Wednesday.", "3:30 p.m. Wednesday", "2024-05-15T15:30"),
    ("The polls closed at noon Monday.", "noon Monday", "2024-05-13T12:00"),
    ("The polls closed at 15:30.", "15:30", "2024-05-15T15:30"),
    ("The tremor struck at 0735 GMT.", "0735 GMT", "2024-05-15T07:35Z"),
    ("The train left at 9 a.m. EST.", "9 a.m. EST", "2024-05-15T09:00"),
    ("The train left at ten o'clock.", "ten o'clock", "2024-05-15T10:00"),
    # days counted from publication
    ("The minister resigned today.", "today", "2024-05-15"),
    ("The minister resigned yesterday.", "yesterday", "2024-05-14"),
    ("The minister will resign tomorrow.", "tomorrow", "2024-05-16"),
    ("The minister speaks tonight.", "tonight", "2024-05-15TNI"),
    # weeks, months, quarters, years
    ("The mill closed earlier this week.", "earlier this week", "2024-W20"),
    ("The mill closed last week.", "last week", "2024-W19"),
    ("The mill will close next month.", "next month", "2024-06"),
    ("The mill closed this month.", "this month", "2024-05"),
    ("The mill closed last year.", "last year", "2023"),
    ("The mill closed in March this year.", "March this year", "2024-03"),
    ("The mill closed in July last year.", "July last year", "2023-07"),
    ("The mill closed in October.", "October", "2023-10"),
    ("The mill will close in October.", "October", "2024-10"),
    ("The mill closed in March 1996.", "March 1996", "1996-03"),
    ("The mill closed in 2011.", "2011", "2011"),
    ("The mill closed in nineteen ninety-four.", "nineteen ninety-four", "1994"),
    ("The mill closed at the end of last year.", "the end of last year", "2023"),
    ("Profit fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
    ("Profit fell in Q3 2021.", "Q3 2021", "2021-Q3"),
    ("Profit fell in the first quarter.", "the first quarter", "2024-Q1"),
    ("Profit fell in the fourth quarter.", "the fourth quarter", "2023-Q4"),
    ("Profit fell in fiscal 2019.", "fiscal 2019", "2019"),
    ("The mill closed last fall.", "last fall", "2023-FA"),
    ("The mill closed in the winter of 1994.", "the winter of 1994", "1994-WI"),
    ("The mill closed in the 1990s.", "the 1990s", "199"),
    ("The mill closed in the late '80s.", "the late '80s", "198"),
    ("The mill dates from the 18th century.", "the 18th century", "17"),
    ("The town was quiet at the weekend, residents said.", "the weekend", "2024-W19-WE"),
    # counted from publication, or from what the text spoke of
    ("The mill closed two years ago.", "two years ago", "2022"),
    ("The mill closed three months ago.", "three months ago", "2024-02"),
    ("The mill closed six weeks ago.", "six weeks ago", "2024-W14"),
    ("The mill closed 10 days ago.", "10 days ago", "2024-05-05"),
    ("The mill closed several years ago.", "several years ago", "PAST_REF"),
    ("It burned on May 3, 2020. Three days later it fell.", "Three days later", "2020-05-06"),
    ("It burned on May 3, 2020. The following day it fell.", "The following day", "2020-05-04"),
    # lengths
    ("The siege lasted two years.", "two years", "P2Y"),
    ("The siege lasted two and a half years.", "two and a half years", "P2Y6M"),
    ("The siege lasted nearly forty days.", "nearly forty days", "P40D"),
    ("He waited for several weeks.", "several weeks", "PXW"),
    ("He waited for years.", "years", "PXY"),
    ("He waited a minute and a half.", "a minute and a half", "PT1M30S"),
    ("It was built over the past two decades.", "the past two decades", "P20Y"),
    ("They agreed on a 24-hour truce.", "24-hour", "PT24H"),
    # repeated times, and times without a date
    ("The baker opens every day.", "every day", "P1D"),
    ("The list is printed weekly.", "weekly", "P1W"),
    ("The clinic opens every two weeks.", "every two weeks", "P2W"),
    ("The fee is $300 a month.", "a month", "P1M"),
    ("The port is now closed.", "now", "PRESENT_REF"),
    ("The port was recently closed.", "recently", "PAST_REF"),
    ("The port may close in the near future.", "the near future", "FUTURE_REF"),
    ("The family met at Christmas.", "Christmas", "2023-12-25"),
    ("They will march on Easter Sunday 2025.", "Easter Sunday 2025", "2025-04-20"),
]  # fmt: skip

NOTHING = [
    "You may march to the river, she said.",
    "A 34-year-old baker won the race.",
    "The convoy of 2,016 trucks crossed the border.",
    "Prices fall when harvests are good.",
    "June Marlow and Jan Novak sang.",
    "He boarded Flight 1984 to the islands.",
]

UNDATED = [
    ("He resigned Wednesday.", "Wednesday", "XXXX-WXX-3"),
    ("He resigned on 3 December.", "3 December", "XXXX-12-03"),
    ("He resigned in October.", "October", "XXXX-10"),
    ("He resigned yesterday.", "yesterday", "XXXX-XX-XX"),
    ("He resigned last week.", "last week", "XXXX-WXX"),
    ("He resigned in May 2011.", "May 2011", "2011-05"),
    ("He resigned on Saturday night.", "Saturday night", "XXXX-WXX-6TNI"),
    ("He resigned at 5 p.m. Friday.", "5 p.m. Friday", "XXXX-WXX-5T17:00"),
]


def found(page: Callable[..., Any], text: str, **kwargs: Any) -> dict[str, str]:
    document, blocks, parse = page(text, **kwargs)
    return {text[t.span.start : t.span.end]: t.value for t in find_times(document, blocks, parse)}


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_value(page: Callable[..., Any], text: str, words: str, value: str) -> None:
    assert found(page, text).get(words) == value


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(page: Callable[..., Any], text: str) -> None:
    assert found(page, text) == {}


@pytest.mark.parametrize(("text", "words", "value"), UNDATED)
def test_without_a_publication_date_no_date_is_made_up(
    page: Callable[..., Any], text: str, words: str, value: str
) -> None:
    assert found(page, text, published=None).get(words) == value


def test_a_dateline_stands_in_for_a_missing_publication_date(page: Callable[..., Any]) -> None:
    times = found(page, "PORT ELLERY, Norland (May 3, 2021) - The mayor resigned yesterday.", published=None)
    assert times == {"May 3, 2021": "2021-05-03", "yesterday": "2021-05-02"}


def test_types_anchor_and_detail(page: Callable[..., Any]) -> None:
    document, blocks, parse = page("He left Monday at 9 a.m. after two years and returns every spring.")
    times = find_times(document, blocks, parse)
    assert [t.type for t in times] == [TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET]
    assert times[0].anchor == "2024-05-15"
    assert all(t.detail for t in times)


def test_furniture_and_comments_are_left_alone_but_credits_are_read(page: Callable[..., Any]) -> None:
    text = "Posted 3 May 2024\nComment of 4 May 2024\nHarbour Wire, 5 May 2024"
    assert found(page, text, zones="furniture comment credit") == {"5 May 2024": "2024-05-05"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="MondayJune 0123456789,.:/-'\n\u00a0İ’stweklasrm", max_size=200))
def test_spans_slice_to_their_words_on_any_text(text: str) -> None:
    document = Document(capture_id="c", uri="memory:", text=text)
    blocks = [Block(span=Span(document.id, 0, len(text)), zone=Zone.TEASER)]
    times = find_times(document, blocks, Parse(document.id))
    for one in times:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end].strip() == text[one.span.start : one.span.end]
    assert [t.span.start for t in times] == sorted(t.span.start for t in times)
