"""The parts of lines that sign a text: readable lines in ``tests/cases/notices/parts.txt``."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from noticecases import read_lines_with_names, shown
from sayso.documents.credits.lineparts import parts_of_line
from sayso.documents.credits.parts import Kind


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("parts.txt"))
def test_parts(line: str, wanted: list[str]) -> None:
    parts = parts_of_line(line)
    assert shown([(f"{part.lead} {part.kind.value}".strip(), part.name.strip()) for part in parts]) == wanted


@pytest.mark.parametrize(("line", "_"), read_lines_with_names("parts.txt"))
def test_each_part_lies_in_the_line_and_none_on_another(line: str, _: list[str]) -> None:
    parts = parts_of_line(line)
    assert all(0 <= part.start < part.end <= len(line) for part in parts)
    assert all(left.end <= right.start for left, right in pairwise(parts))


def test_a_section_of_the_site_is_a_label() -> None:
    assert parts_of_line("By Ada Bell | News")[-1].kind is Kind.LABEL


def test_a_long_line_has_no_parts() -> None:
    assert parts_of_line("By " + "Ada Bell, " * 40) == ()


@pytest.mark.parametrize("line", ["By " + "A-b'c " * 26, "By " + ", ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "(" * 4_000])
def test_a_hostile_line_takes_no_time(line: str) -> None:
    begun = time.process_time()
    parts_of_line(line)
    assert time.process_time() - begun < 1.0
