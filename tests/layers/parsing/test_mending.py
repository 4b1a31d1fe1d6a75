"""Sentence → the same sentence with the verb that the parser missed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.parsing.mending import mended


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("An explosion at a grain depot killed at least four people on Tuesday, regional officials said.", "killed",
         "explosion"),
        ("The crew rescued nine sailors on Friday.", "rescued", "crew"),
    ],
)  # fmt: skip
def test_a_noun_phrase_without_a_verb_gets_the_one_after_it(
    page: Callable[..., Any], text: str, verb: str, subject: str
) -> None:
    sentence = mended(page(text).parse.sentences[0])
    by_text = {t.text: t for t in sentence.tokens}
    assert sentence.tokens[by_text[subject].head].text == verb
    assert by_text[subject].dep == "nsubj"


@pytest.mark.parametrize(
    "text",
    [
        "A man given two years said nothing.",
        "The bridge built by the army has fallen.",
        "Officials said the ferry sank.",
    ],
)
def test_other_sentences_stay_as_they_were(page: Callable[..., Any], text: str) -> None:
    sentence = page(text).parse.sentences[0]
    assert mended(sentence) == sentence


def test_a_count_that_goes_on_with_a_passive_has_its_own_verb(page: Callable[..., Any]) -> None:
    sentence = mended(page("Five guards had been killed in the fight and at least nine captured.").parse.sentences[0])
    by_text = {t.text: t for t in sentence.tokens}
    assert (by_text["captured"].dep, sentence.tokens[by_text["captured"].head].text) == ("conj", "killed")
    assert sentence.tokens[by_text["nine"].head].text == "captured"


def test_those_harmed_beside_others_have_their_own_verb(page: Callable[..., Any]) -> None:
    sentence = mended(page("More than ten rebels were killed and others wounded by the army.").parse.sentences[0])
    by_text = {t.text: t for t in sentence.tokens}
    assert sentence.tokens[by_text["others"].head].text == "wounded"
