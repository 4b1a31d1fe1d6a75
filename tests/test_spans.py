"""Span algebra: everything given back slices to what it should."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import contains, merged, overlap, text_of, trimmed, without
from sayso.types import Span

ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda r: (min(r), max(r))), max_size=8)


def covered(found: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in found for i in range(start, end)}


def test_text_of_joins_the_parts_of_a_split_role() -> None:
    text = "The dam, she said, is safe."
    spans = (Span("d", 0, 7), Span("d", 19, 26))
    assert text_of(text, spans) == "The dam … is safe"
    assert text_of(text, spans[0]) == "The dam"


def test_overlap_and_contains() -> None:
    assert overlap((0, 5), (5, 9)) == 0
    assert overlap((0, 5), (3, 9)) == 2
    assert contains((0, 9), (3, 9))
    assert not contains((0, 9), (3, 10))


def test_trimmed_takes_more_than_white_space_when_asked() -> None:
    text = ' "Yes," '
    assert text[slice(*trimmed(text, 0, len(text)))] == '"Yes,"'
    assert text[slice(*trimmed(text, 0, len(text), also='",'))] == "Yes"
    assert trimmed("   ", 0, 3) == (3, 3)


@given(ranges, st.integers(0, 5))
def test_merged_is_sorted_disjoint_and_covers(found: list[tuple[int, int]], gap: int) -> None:
    out = merged(found, gap)
    assert all(a[1] + gap < b[0] for a, b in itertools.pairwise(out))
    assert covered(out) >= covered(found)


@given(ranges, ranges)
def test_without_takes_out_just_the_holes(found: list[tuple[int, int]], holes: list[tuple[int, int]]) -> None:
    assert covered(without(found, holes)) == covered(found) - covered(holes)
