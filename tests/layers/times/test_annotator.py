"""Time expressions: the words found and the value they are given, held to ``tests/cases/times``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rowcases import Case, read_cases
from sayso.layers.parsing.parse import Parse
from sayso.layers.times.annotator import find_times
from sayso.layers.times.search import find_expressions
from sayso.spans import text_of
from sayso.types import Block, Document, Span
from sayso.vocab import TimexType, Zone

CASES = read_cases("times")


def found(page: Callable[..., Any], text: str, **kwargs: Any) -> dict[str, str]:
    document, blocks, parse = page(text, **kwargs)
    return {text[t.span.start : t.span.end]: t.value for t in find_times(document, blocks, parse)}


def problems(page: Callable[..., Any], case: Case) -> str:
    """What was found, where it is not what the case asks for: words, value, type."""
    document, blocks, parse = page(case.text, published=case.published)
    found = [(text_of(case.text, t.span), t.value, t.type.value) for t in find_times(document, blocks, parse)]
    wanted = [(*w, "DATE")[:3] for w in case.wanted]
    return "" if found == wanted else f"found {found}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_case(page: Callable[..., Any], case: Case) -> None:
    assert problems(page, case) == ""


def test_a_dateline_stands_in_for_a_missing_publication_date(page: Callable[..., Any]) -> None:
    times = found(page, "PORT ELLERY, Norland (May 3, 2021) - The mayor resigned yesterday.", published=None)
    assert times == {"May 3, 2021": "2021-05-03", "yesterday": "2021-05-02"}


def test_the_number_of_a_release_has_the_year_of_its_dateline(page: Callable[..., Any]) -> None:
    text = "Release 2019-05-017\nPORT ELLERY, Norland (May 3) - The mayor resigned yesterday."
    assert found(page, text, published=None, zones="furniture body")["yesterday"] == "2019-05-02"
    other_month = text.replace("-05-", "-08-")
    assert found(page, other_month, published=None, zones="furniture body")["yesterday"] == "XXXX-XX-XX"


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


def test_a_long_hostile_text_is_searched_in_good_time() -> None:
    for piece in (
        "april 24 and 25 and ",
        "two days before the ",
        "the day before ",
        "10 p.m. (0735 gmt) ",
        "half past ",
    ):
        assert isinstance(find_expressions(piece * 2000), list)
