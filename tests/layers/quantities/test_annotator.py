"""Quantities: the words found, their bounds, unit and what they count, held to ``tests/cases/quantities``."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rowcases import Case, bounds, read_cases
from sayso.layers.quantities.annotator import find_quantities
from sayso.layers.quantities.grammar import find_measured
from sayso.layers.times.annotator import find_times
from sayso.spans import text_of

CASES = read_cases("quantities")


def found(page: Callable[..., Any], text: str) -> dict[str, Any]:
    document, blocks, parse = page(text)
    return {
        text[q.span.start : q.span.end]: q
        for q in find_quantities(document, parse, find_times(document, blocks, parse))
    }


def problems(page: Callable[..., Any], case: Case) -> str:
    """What was found, where it is not what the case asks for: words, bounds, unit, what is counted."""
    document, blocks, parse = page(case.text)
    found = [
        (text_of(case.text, q.span), bounds(q.low, q.high), q.unit or "-", q.of or "-")
        for q in find_quantities(document, parse, find_times(document, blocks, parse))
    ]
    return "" if found == list(case.wanted) else f"found {found}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_case(page: Callable[..., Any], case: Case) -> None:
    assert problems(page, case) == ""


def test_detail_names_bound_and_verb(page: Callable[..., Any]) -> None:
    one = found(page, "The blast killed up to 300 rebels.")["up to 300"]
    assert "the most" in one.detail
    assert "killed" in one.detail
    assert "approximate" in found(page, "About 500 nurses marched.")["About 500"].detail


def test_the_counted_words_have_their_span(page: Callable[..., Any]) -> None:
    text = "Dozens of tired passengers slept on the floor."
    one = found(page, text)["Dozens"]
    assert text[one.of_span.start : one.of_span.end] == one.of == "tired passengers"


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789,.$€% -abdfhmnortuvez:/+", max_size=160))
def test_ranges_lie_in_any_text_and_do_not_overlap(text: str) -> None:
    measured = find_measured(text)
    assert all(0 <= m.start < m.end <= len(text) for m in measured)
    assert all(a.end <= b.start for a, b in pairwise(measured))


def test_a_long_hostile_text_is_read_in_good_time() -> None:
    for piece in ("1,", "two hundred and ", "over ", "1-", "several "):
        assert isinstance(find_measured(piece * 2000), list)
