"""Whom a pronoun in a quotation means: not its speaker, nor a body that only the outlet named."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def values_of(text: str, words: str) -> dict[str, object]:
    page = read_object({"id": "p", "publisher": "Post", "published": "2024-05-15", "text": text, "prose": True}).page
    assert page is not None
    told = [c for c in annotate(page).claims if words in text[c.content[0].start : c.content[-1].end]]
    return {k: v for c in told for k, v in c.values}


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        (
            "The Velstad Watch network said soldiers had entered the village. “They burned every house,” it said.",
            "burned every house",
            "Velstad Watch network",
        ),
        (
            "The Velstad Watch network said militants left Tarven. “They took the grain,” a teacher told reporters.",
            "took the grain",
            "Velstad Watch network",
        ),
        (
            "The mayor, Jan Holt, criticised the minister. “He has done nothing for us,” Holt said.",
            "has done nothing",
            "Jan Holt",
        ),
    ],
)
def test_others_are_meant(text: str, words: str, never: str) -> None:
    assert never not in str(values_of(text, words))


def test_a_body_that_the_speaker_named_himself() -> None:
    text = "“The Harrow Council met on Monday and it sold the pier,” Ada Moss said."
    assert "Harrow Council" in str(values_of(text, "sold the pier"))
