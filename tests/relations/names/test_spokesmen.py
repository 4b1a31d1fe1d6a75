"""For whom people speak."""

from __future__ import annotations

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.relations.names.spokesmen import spoken_for


def told(text: str) -> dict[str, str]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    rows = annotate(page)
    return {
        speaker: body
        for (_, speaker), body in spoken_for(
            rows.attributions, rows.mentions, {rows.document.id: rows.document}
        ).items()
    }


def test_a_spokesman_speaks_for_the_body_that_introduces_him() -> None:
    text = "Ulvar is in our hands, said Tomas Ried, a spokesman of the Northern Alliance. “We stay,” Ried said."
    assert told(text) == {"Tomas Ried": "Northern Alliance"}


def test_nobody_speaks_for_a_body_that_does_not_introduce_him() -> None:
    assert told("The Northern Alliance has left Ulvar, said Tomas Ried, a baker.") == {}


def test_who_speaks_for_a_group_speaks_for_the_one_named_before() -> None:
    text = "Rebels of the Northern Alliance entered Ulvar. “The town is ours,” the group's spokesman, Tomas Ried, said."
    assert told(text) == {"Tomas Ried": "Northern Alliance"}
