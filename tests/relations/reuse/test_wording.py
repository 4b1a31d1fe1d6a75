"""Words as numbers: what is one word, what two texts have in common, and where each word stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.relations.reuse.wording import LONGEST, PLACE, SHINGLE, Words, quotations, read_words
from sayso.types import Block, Document, Span
from sayso.vocab import Zone


def body(*blocks: str) -> Words:
    """The words of a document whose body has these blocks, each after a line that is none of it."""
    text, found = "", []
    for block in blocks:
        text += "Advertisement\n"
        found.append((len(text), len(text) + len(block)))
        text += block + "\n"
    document = Document(capture_id="capture-1", uri="memory:", text=text)
    rows = [Block(span=Span(document.id, *ends), zone=Zone.BODY) for ends in found]
    return read_words(document, rows[::-1])


def words(*blocks: str) -> list[str]:
    found = body(*blocks)
    starts, ends, _ = found.places
    assert len(starts) == len(found.ids)
    return [found.document.text[start:end] for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry ran aground.", "The ferry ran aground"),
        ("it's 4.5 km_h, Straße", "it s 4 5 km_h Straße"),
        ("паром сел на мель", "паром сел на мель"),
        ("😀x\U00010400y 12", "x\U00010400y 12"),
        ("\ud800 lone", "lone"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_word_is_letters_and_digits_in_a_row(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_no_word_reaches_over_two_blocks() -> None:
    assert words("The fer", "ry sank", "", "at dawn") == "The fer ry sank at dawn".split()


def test_upper_and_lower_case_are_alike() -> None:
    assert body("The FERRY ÉLAN").ids == body("the ferry élan").ids


def test_other_words_have_other_numbers() -> None:
    every = ["ferry", "ferrys", "yrref", "ferr", "a", "b", "ab", "ba", "a" * 64, "a" * 65, "a" * 128, "1", "_"]
    assert len({number for word in every for number in body(word).ids}) == len(every)


def test_the_numbers_are_the_same_in_every_process() -> None:
    assert list(body("The ferry").ids) == [9800296812604470740, 1390128935139622397]


def test_five_words_in_a_row_make_a_shingle() -> None:
    one, other = body("a ferry ran aground at dawn"), body("so: a ferry ran", "aground at last")
    assert len(one.hashes) == 6 - SHINGLE + 1
    assert [n for n, h in enumerate(other.hashes.tolist()) if h in one.hashes.tolist()] == [1]
    assert len(body("a ferry ran aground").hashes) == 0


def test_keys_give_the_places_in_the_order_of_the_shingles() -> None:
    found = body("a b c d e a b c d e")
    keys = found.keys.tolist()
    assert keys == sorted(keys)
    assert [found.hashes.tolist()[key & PLACE] & ~PLACE for key in keys] == [key & ~PLACE for key in keys]


def test_what_is_longer_than_a_book_is_read_to_a_bound() -> None:
    assert len(body("ab " * LONGEST).ids) == LONGEST // 3


def test_words_inside_quotation_marks_are_told() -> None:
    found = body("He said “not now”, and left.", "“Never", "again")
    assert list(found.places[2]) == [0, 0, 1, 1, 0, 0, 1, 0]


def test_quotations_are_read_in_all_marks() -> None:
    text = 'He said “one” and "two" and «three» and then “four'
    assert [text[s:e] for s, e in quotations(text, 0, len(text))] == ["“one", '"two', "«three", "“four"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_words_are_those_of_the_regular_expression(blocks: list[str]) -> None:
    assert words(*blocks) == [word for block in blocks for word in re.findall(r"\w+", block)]
