"""The patterns of notices, made of the lexicon's words."""

from __future__ import annotations

import pytest

from sayso.documents.credits.wordings import patterns


@pytest.mark.parametrize(
    "words", ["originally published", "published first", "zuerst erschienen", "publié initialement"]
)
def test_what_stood_somewhere_first(words: str) -> None:
    assert patterns().first.search(words)


@pytest.mark.parametrize(
    "before", ["", "This article was ", "A version of this news story ", "Note: ", "The post Salt "]
)
def test_what_may_stand_before_the_verb(before: str) -> None:
    assert patterns().subject.match(before)


@pytest.mark.parametrize("before", ["She ", "The crack ", "The film, "])
def test_what_may_not(before: str) -> None:
    assert not patterns().subject.match(before)
