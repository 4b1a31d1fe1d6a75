"""Patterns with keys: what the keys let pass by, the pattern does not match."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.documents.credits import contributors, notices, pictures, rights, signed, wayitems, ways
from sayso.documents.credits.named import notice_words
from sayso.documents.dates import labels
from sayso.documents.dates.words import month_numbers
from sayso.documents.html import article
from sayso.documents.keyed import Keyed, grouped, one_of
from sayso.documents.zones import lines as zonelines

CASES = Path(__file__).parents[1] / "cases"


def _lines() -> set[str]:
    """The lines of the cases' pages, without titles and expectations."""
    lines = {line.strip() for path in sorted(CASES.rglob("*.txt")) for line in path.read_text().splitlines()}
    return {line for line in lines if not line.startswith(("== ", "> ", "@ ", "# "))}


def test_no_line_of_the_cases_matches_without_a_key() -> None:
    lines = _lines()
    assert lines
    held = {name: value for module in (notices, rights) for name, value in vars(module).items()}
    for name, keyed in held.items():
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
    telling = [line for line in _lines() if ways.hops_of(line, near=True)]
    assert telling
    assert [line for line in telling if not wayitems.tells(line)] == []


def test_no_credit_at_the_end_of_a_line_is_passed_by() -> None:
    ended = [line for line in _lines() if pictures.TAIL.search(line[-pictures.TAIL_WITHIN :])]
    assert ended
    assert [line for line in ended if not pictures.may_end_with_credit(line)] == []


def test_one_pattern_of_many_words_finds_what_a_look_for_each_does() -> None:
    for words in (("ab", "abc", "b.", "über"), contributors.KEYS):
        pattern = one_of(words)
        texts = [*words, *(word[:-1] for word in words), "", "xaby", "bx", *(line.lower() for line in _lines())]
        assert [bool(pattern.search(text)) for text in texts] == [any(word in text for word in words) for text in texts]


def test_grouped_alternatives_match_what_they_matched_one_by_one() -> None:
    months = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    lists = [*map(notice_words, ("shared", "appeared", "first", "text", "this", "office", "by", "photo")), months]
    lines = sorted(_lines())[::20]
    for alternatives in (*lists, r"ab?c|abd|a(?:b|c)|a\|b|a[|)]|abc|ab||abcd|Ab"):
        plain, written_once = (re.compile(rf"\b(?:{form})\b", re.I) for form in (alternatives, grouped(alternatives)))
        for line in (*lines, "abcd a|b a) abd ABC ac"):
            spans = [[match.span() for match in pattern.finditer(line)] for pattern in (plain, written_once)]
            assert spans[0] == spans[1], line


def test_the_first_alternative_that_matches_counts() -> None:
    for alternatives in ("ab|a|abc", "a|ab|b|abc", "abc|b|ab|a", "ab+|a|abb", "A|ab|a"):
        plain, written_once = (re.compile(form, re.I) for form in (alternatives, grouped(alternatives)))
        for text in ("abc", "abbc", "Ab", "a", "b"):
            found = [match and match[0] for match in (plain.match(text), written_once.match(text))]
            assert found[0] == found[1]


def test_latin_words_are_those_of_any_script() -> None:
    for code in range(0x110000):
        letter = chr(code)
        if zonelines.BEYOND_LATIN.search(letter):
            continue
        for text in (letter, f"a'{letter}", f"a’{letter}b", f"_{letter}"):
            assert zonelines.LATIN_WORD.findall(text) == zonelines.WORD.findall(text)
            assert article.LATIN_WORD.findall(text) == article.WORD.findall(text)


def test_lines_end_where_python_ends_them() -> None:
    for end in ("\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\n\r", "\r\r\n"):
        text = f"a{end}b"
        assert zonelines.LINE_END.split(text) == text.splitlines()
