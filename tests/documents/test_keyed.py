"""Patterns with keys: what the keys let pass by, the pattern does not match."""

from __future__ import annotations

from pathlib import Path

from sayso.documents.credits import bylines, notices, pictures, rights
from sayso.documents.keyed import Keyed

CASES = Path(__file__).parents[1] / "cases"


def test_no_line_of_the_cases_matches_without_a_key() -> None:
    lines = {line.strip() for path in sorted(CASES.rglob("*.txt")) for line in path.read_text().splitlines()}
    assert lines
    for module in (bylines, notices, pictures, rights):
        for name, keyed in vars(module).items():
            if isinstance(keyed, Keyed):
                matching = [line for line in lines if keyed.pattern.search(line)]
                assert matching, f"no case for {name}"
                assert [line for line in matching if not keyed.search(line)] == [], name


def test_no_credit_at_the_end_of_a_line_is_passed_by() -> None:
    lines = {line.strip() for path in sorted(CASES.rglob("*.txt")) for line in path.read_text().splitlines()}
    ended = [line for line in lines if pictures.TAIL.search(line[-pictures.TAIL_WITHIN :])]
    assert ended
    assert [line for line in ended if not pictures.may_end_with_credit(line)] == []
