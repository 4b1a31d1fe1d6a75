"""From whom a text is, in sentences of all kinds: readable lines in ``tests/cases/notices/hops.txt``."""

from __future__ import annotations

import time

import pytest

from noticecases import read_lines_with_names, shown
from sayso.documents.credits.hops import hops_in


@pytest.mark.parametrize(("line", "wanted"), read_lines_with_names("hops.txt"))
def test_hops(line: str, wanted: list[str]) -> None:
    found = hops_in(line)
    assert shown([(source.role.value, source.name) for source in found]) == wanted
    assert all(line[source.start : source.end] == source.name for source in found)


def test_from_whom_those_had_it_who_are_named() -> None:
    found = hops_in("Reposted from Ledger & Lamp, which in turn had it from The Oostmeer Inquirer.")
    assert [source.name for source in found] == ["Ledger & Lamp", "The Oostmeer Inquirer"]


@pytest.mark.parametrize("line", ["from " * 3_000, "this article by " * 14 + "A B", "is a " + "news, " * 50])
def test_a_hostile_line_takes_no_time(line: str) -> None:
    begun = time.process_time()
    hops_in(line)
    assert time.process_time() - begun < 1.0
