"""Patterns with keys: what the keys let pass by, the pattern does not match."""

from __future__ import annotations

from pathlib import Path

from sayso.documents.credits import hops, notices, pictures, prepositions, rights, signed, sources, wordings
from sayso.documents.dates import labels
from sayso.documents.keyed import Keyed, one_of

CASES = Path(__file__).parents[1] / "cases"


def _lines() -> set[str]:
    """The lines of the cases' pages, without titles and expectations."""
    lines = {line.strip() for path in sorted(CASES.rglob("*.txt")) for line in path.read_text().splitlines()}
    return {line for line in lines if not line.startswith(("== ", "> ", "@ ", "# "))}


def test_no_line_of_the_cases_matches_without_a_key() -> None:
    lines = _lines()
    assert lines
    held = {name: value for module in (notices, prepositions, rights) for name, value in vars(module).items()}
    for name, keyed in {**held, **wordings.patterns()._asdict()}.items():
        if isinstance(keyed, Keyed):
            matching = [line for line in lines if keyed.pattern.search(line)]
            assert matching, f"no case for {name}"
            assert all(map(keyed.search, matching)), name


def test_no_day_is_passed_by() -> None:
    dated = [line for line in _lines() if labels.day_patterns().named.search(line)]
    assert dated
    assert all(map(labels.day_ranges, dated))


def test_no_line_that_signs_is_passed_by() -> None:
    signing = [line for line in _lines() if signed.read_signed(line)]
    assert signing
    assert all(map(signed.may_sign, signing))


def test_no_line_that_tells_of_a_way_is_passed_by() -> None:
    telling = [line for line in _lines() if hops.read_hops(line)]
    assert telling
    assert all(map(hops.may_tell, telling))


def test_no_credit_at_the_end_of_a_line_is_passed_by() -> None:
    ended = [line for line in _lines() if pictures.TAIL.search(line[-pictures.TAIL_WITHIN :])]
    assert ended
    assert [line for line in ended if not pictures.may_end_with_credit(line)] == []


def test_one_pattern_of_many_words_finds_what_a_look_for_each_does() -> None:
    for words in (("ab", "abc", "b.", "über"), sources.KEYS):
        pattern = one_of(words)
        texts = [*words, *(word[:-1] for word in words), "", "xaby", "bx", *(line.lower() for line in _lines())]
        assert [bool(pattern.search(text)) for text in texts] == [any(word in text for word in words) for text in texts]
