"""Who helped with a text, by the lines under it: readable lines in ``tests/cases/notices``."""

from __future__ import annotations

import time

import pytest

from noticecases import read_lines_with_names, shown
from sayso.documents.credits.contributors import contributors_in, writer_in


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("contributors.txt"))
def test_contributors(line: str, wanted: list[str]) -> None:
    found = contributors_in(line)
    assert shown([(one.role.value, one.name) for one in found]) == wanted
    assert all(line[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("none.txt"))
def test_nobody(line: str, wanted: list[str]) -> None:
    assert not wanted
    assert contributors_in(line) == ()


@pytest.mark.parametrize("line", ["with files from " + "A, " * 2_000, "A-b " * 40 + "contributed to this report" * 9])
def test_a_hostile_line_takes_no_time(line: str) -> None:
    begun = time.process_time()
    contributors_in(line)
    assert time.process_time() - begun < 1.0


def test_who_wrote_what_a_notice_speaks_of():
    named = writer_in("Dieser Artikel von Ada Bell erschien zuerst auf hafen.example.")
    assert named is not None
    assert named.name == "Ada Bell"
    assert writer_in("This article by Harbour Gazette first appeared in March.") is None
    assert writer_in("This article first appeared in Harbour Gazette.") is None
