"""The words of a claim with names for its pronouns."""

from __future__ import annotations

import dataclasses

import pytest

from claimpairs import claim
from sayso.relations.claims.referring import Pronouns, with_names
from sayso.relations.words.meanings import LOOKED
from sayso.types import Mention, Span
from sayso.vocab import Category, Level, Slot


def written(text: str, words: str, speaker: str = "", person: bool = False, **meant: str) -> str:
    """The words of a claim in a text; ``meant`` says whom a pronoun, by its first place in the text, means."""
    document, told = claim("Harbour Post", text, Slot.STATEMENT, {})
    start = text.index(words)
    span = Span(document.id, start, start + len(words))
    chain, attribution = (("Harbour Post", speaker), "a") if speaker else (("Harbour Post",), None)
    told = dataclasses.replace(told, content=(span,), chain=chain, attribution_id=attribution)
    mentions = [_mention(document.id, text.index(speaker), speaker, speaker, person)] if speaker in text else []
    for pronoun, name in meant.items():
        mentions.append(_mention(document.id, start + words.index(pronoun), pronoun, name, True, Level.PRONOUN))
    return with_names(text, told, told.content, Pronouns(mentions))


def _mention(document: str, at: int, words: str, name: str, person: bool, level: Level = Level.NAME) -> Mention:
    span = Span(document, at, at + len(words))
    category = Category.PERSON if person else Category.ORGANISATION
    return Mention(span=span, head=span, category=category, level=level, name=name, entity_id=f"entity {name}")


def test_a_pronoun_becomes_the_name_that_annotation_found_for_it() -> None:
    text = "The harbour master fell. He had not slept, and his deputy knew."
    assert written(text, "He had not slept", He="Ivo Lind") == "Ivo Lind had not slept"
    assert written(text, "his deputy knew", his="Ivo Lind") == "Ivo Lind's deputy knew"


@pytest.mark.parametrize(
    ("words", "named"), [("her ship sank", "Ada Moss's ship sank"), ("a crane hit her", "a crane hit Ada Moss")]
)
def test_her_owns_what_stands_behind_it_or_is_somebody(words: str, named: str) -> None:
    assert written(f"It is said that {words}.", words, her="Ada Moss") == named


def test_what_nobody_is_known_for_stays() -> None:
    assert written("The crew said they had waited.", "they had waited") == "they had waited"


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ('"We will strike," Dock Union said.', "We will strike", "Dock Union will strike"),
        ("Dock Union said it had struck.", "it had struck", "Dock Union had struck"),
        ("Dock Union said the port broke its word.", "the port broke its word", "the port broke its word"),
        ("Dock Union said it's a shame.", "it's a shame", "it's a shame"),
        ("Dock Union said he had lied.", "he had lied", "he had lied"),
    ],
)
def test_a_body_means_itself(text: str, words: str, named: str) -> None:
    assert written(text, words, "Dock Union") == named


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ("Ada Moss said she had paid.", "she had paid", "Ada Moss had paid"),
        ("Ada Moss said it had rained.", "it had rained", "it had rained"),
        ('"I paid my share," Ada Moss said.', "I paid my share", "Ada Moss paid Ada Moss's share"),
    ],
)
def test_a_person_means_herself(text: str, words: str, named: str) -> None:
    assert written(text, words, "Ada Moss", person=True) == named


def test_whom_annotation_found_goes_before_the_speaker() -> None:
    text = "Ada Moss said he had paid her."
    assert written(text, "he had paid her", "Ada Moss", person=True, he="Ivo Lind") == "Ivo Lind had paid her"


def test_nobody_unnamed_is_written_in() -> None:
    text = "An official said it had struck."
    assert written(text, "it had struck", "unnamed official") == "it had struck"


def test_who_did_it_to_himself_is_named_once() -> None:
    text = "Ivo Lind drove. He hurt himself."
    assert written(text, "He hurt himself", He="Ivo Lind", himself="Ivo Lind") == "Ivo Lind hurt himself"


def test_of_a_claim_as_long_as_a_page_as_much_is_written_as_is_read() -> None:
    words = "we struck and " * 50_000
    assert len(written(f"Dock Union: {words}", words, "Dock Union")) == LOOKED
