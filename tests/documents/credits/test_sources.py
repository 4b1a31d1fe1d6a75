"""Whom notices say that a text is from: readable lines in ``tests/cases/notices``."""

from __future__ import annotations

import time

import pytest

from noticecases import read_lines_with_names, shown
from sayso.documents.credits.sources import sources_in


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("sources.txt"))
def test_sources(line: str, wanted: list[str]) -> None:
    found = sources_in(line)
    assert shown([(source.role.value, source.name) for source in found]) == wanted
    assert all(line[source.start : source.end] == source.name for source in found)


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("none.txt"))
def test_no_source(line: str, wanted: list[str]) -> None:
    assert not wanted
    assert sources_in(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Source: " + "A-" * 3_000,
        "A&B" * 700 + " via " + "C.d" * 700,
        "via " + "a." * 3_000,
        "This article " + "was published " * 20 + "by",
        "Original: https://" + "a/" * 3_000,
    ],
)
def test_a_hostile_line_takes_no_time(line: str) -> None:
    begun = time.process_time()
    sources_in(line)
    assert time.process_time() - begun < 1.0
