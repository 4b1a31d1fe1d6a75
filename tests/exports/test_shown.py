"""What is shown of a record: names, days, and what a view finds in itself."""

from __future__ import annotations

from sayso.exports.shown import day_of, name_of
from sayso.exports.view import view
from sayso.types import Document, replaced


def test_a_document_without_publisher_is_called_by_its_label_or_address() -> None:
    document = Document(capture_id="c", uri="pages/ferry.html", text="The ferry runs.", label="ferry.html")
    assert name_of(document) == "ferry.html"
    assert name_of(replaced(document, label="")) == "pages/ferry.html"
    assert name_of(replaced(document, publisher="Harbour Gazette")) == "Harbour Gazette"
    assert day_of(document) == "9999"  # after every day


def test_a_story_knows_its_days_and_which_claims_are_shared(record) -> None:
    (story,) = view(record).stories
    assert story.span_of_days
    assert story.span_of_days[0] <= story.span_of_days[1]
    assert len(story.shared) + len(story.single) == len(story.claims)


def test_whose_documents_are_held(record) -> None:
    found = view(record)
    assert found.holds(name_of(found.stories[0].documents[0]))
    assert not found.holds("An Outlet Never Read")
