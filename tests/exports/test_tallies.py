"""What is counted over a story's documents."""

from __future__ import annotations

from sayso.exports.tallies import form_of, naming_of, places_of, spellings, texts_of
from sayso.exports.view import view


def test_documents_that_share_text_are_one_text(record) -> None:
    found = view(record)
    (story,) = found.stories
    assert texts_of(found, story.documents) == len(story.documents)
    assert texts_of(found, story.documents[:1]) == 1
    assert texts_of(found, []) == 0


def test_one_name_is_no_naming(record) -> None:
    found = view(record)
    assert naming_of(found, found.stories[0].documents) == []
    assert places_of(found, found.stories[0].documents) == []


def test_capitals_and_an_article_make_no_other_name() -> None:
    assert form_of("The  Arvel\nTimes") == "Arvel Times"
    assert form_of("Theo") == "Theo"
    said = ["ARVEL", "Arvel", "Arvel", "the mayor", "The mayor"]
    assert spellings(said) == {"ARVEL": "Arvel", "Arvel": "Arvel", "the mayor": "The mayor", "The mayor": "The mayor"}
    assert spellings(reversed(said)) == spellings(said)
