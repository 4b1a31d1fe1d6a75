"""Sentence → the same sentence with what describes a happening on the happening."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.layers.parsing.mending import mended


def heads(page: Callable[..., Any], text: str) -> dict[str, str]:
    sentence = mended(page(text).parse.sentences[0])
    return {t.text: sentence.tokens[t.head].text for t in sentence.tokens}


def test_what_killed_is_the_attack_and_not_the_place(page: Callable[..., Any]) -> None:
    text = "The attack on the compound in Benghazi, Libya, which killed four Americans, prompted a review."
    assert heads(page, text)["killed"] == "attack"


def test_a_noun_of_violence_in_ing_is_a_noun(page: Callable[..., Any]) -> None:
    text = "Three civilians were killed and many more injured in mortar shelling by militants on Wednesday."
    found = heads(page, text)
    assert (found["mortar"], found["shelling"]) == ("shelling", "in")
    assert found["many"] == "injured"


def test_who_dies_fighting_for_something_does_so_himself(page: Callable[..., Any]) -> None:
    assert heads(page, "He died in prison fighting for his rights.")["prison"] == "in"


def test_joy_among_those_freed_is_nobodys_freeing(page: Callable[..., Any]) -> None:
    sentence = mended(page("There was anger among those evicted from the flats.").parse.sentences[0])
    assert {t.text: t.dep for t in sentence.tokens}["evicted"] == "acl"


def test_who_is_included_is_what_the_clause_behind_describes(page: Callable[..., Any]) -> None:
    found = heads(page, "A total of 21 people including Syrians who had taken shelter in Turkey were killed.")
    assert found["taken"] == "Syrians"


def test_the_month_is_no_verb(page: Callable[..., Any]) -> None:
    sentence = mended(page("More than 520 airstrikes since 21 May have killed 229 civilians.").parse.sentences[0])
    assert {t.text: t.pos for t in sentence.tokens}["May"] == "PROPN"


def test_a_number_beside_the_killed_is_of_those_who_were_displaced(page: Callable[..., Any]) -> None:
    found = heads(page, "Thousands of people have been killed in the fighting and more than 10 million displaced.")
    assert (found["million"], found["displaced"]) == ("displaced", "killed")


def test_the_parts_of_a_hyphened_noun_are_one(page: Callable[..., Any]) -> None:
    found = heads(page, "She opened fire, killing two women and critically injuring a third co-worker.")
    assert (found["co"], found["a"]) == ("worker", "worker")


def test_a_year_is_nobody_who_did_the_next_thing(page: Callable[..., Any]) -> None:
    sentence = mended(page("He was born in 1970 and 1990 married.").parse.sentences[0])
    assert {t.text: t.dep for t in sentence.tokens}["1990"] != "nsubjpass"
