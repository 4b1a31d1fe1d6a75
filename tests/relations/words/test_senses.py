"""Words as they are compared."""

from __future__ import annotations

import pytest

from sayso.relations.words.senses import akin, opposed, senses, stem


@pytest.mark.parametrize(
    ("word", "other"), [("closing", "closed"), ("buses", "bus"), ("cities", "city"), ("rose", "rose")]
)
def test_endings_are_taken_off(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("rose", "jumped"), ("perished", "died"), ("house", "homes"), ("shut", "closed")]
)
def test_words_that_say_one_thing(one: str, other: str) -> None:
    assert akin(one, other)


def test_a_word_may_have_two_senses() -> None:
    assert akin("strike", "walkout")
    assert akin("strike", "raid")
    assert not akin("walkout", "raid")


def test_what_says_nothing_is_left_out() -> None:
    assert senses("He said on Monday that it was not 40") == frozenset()


def test_opposites() -> None:
    assert opposed(senses("prices rose"), senses("prices fell")) is not None
    assert opposed(senses("prices rose"), senses("prices jumped")) is None


def test_close_to_shuts_nothing_and_opened_fire_opens_nothing() -> None:
    assert opposed(senses("gunmen opened fire from the ridge"), senses("shooting for close to an hour")) is None
    assert opposed(senses("the bridge was opened"), senses("the bridge was closed")) is not None
