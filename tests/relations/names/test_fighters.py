"""Bodies under whose name people fight."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.relations.names.fighters import bodies_of_fighters
from sayso.types import Mention, Span
from sayso.vocab import Category, Level


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("The insurgents of the ", True),
        ("The paramilitary ", True),
        ("The rebel group ", True),
        ("The chairman of the ", False),
        ("Two members of the ", False),
    ],
)
def test_what_stands_before_a_name_tells_whether_people_fight_under_it(before: str, found: bool) -> None:
    text = f"{before}Green Coalition spoke on Monday."
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    document = annotate(page).document
    start = document.text.index("Green Coalition")
    span = Span(document.id, start, start + len("Green Coalition"))
    name = "Green Coalition"
    mention = Mention(span=span, head=span, category=Category.ORGANISATION, level=Level.NAME, name=name, entity_id="x")
    assert bodies_of_fighters({document.id: document}, [mention], {}) == (
        frozenset({"green coalition"}) if found else frozenset()
    )
