"""People called by what else they are: text, the words in question, whom they mean or None."""

from __future__ import annotations

import pytest

from sayso.layers.names.annotator import find_mentions

CALLED = [
    ("Rep. Anna Karlsson left. The lawmaker blamed the weather.", "The lawmaker", "Anna Karlsson"),
    ("Rep. Anna Karlsson left. The congresswoman blamed the weather.", "The congresswoman", "Anna Karlsson"),
    ("Gen. Peter Brandt left. The general blamed the weather.", "The general", "Peter Brandt"),
    ("Peter Brandt sold the port. The billionaire blamed the weather.", "The billionaire", "Peter Brandt"),
    ("Peter Brandt sold the port. The 52-year-old blamed the weather.", "The 52-year-old", "Peter Brandt"),
    ("Peter Brandt met Anna Karlsson. The billionaire blamed the weather.", "The billionaire", None),
    ("Peter Brandt left. A driver was hurt. The billionaire blamed the weather.", "The billionaire", None),
    ("Peter Brandt sold the port. The governor blamed the weather.", "The governor", None),
    ("Sen. Peter Brandt left. The governor blamed the weather.", "The governor", None),
    ("Peter Brandt sold the port. Ships of the billionaire sank.", "the billionaire", None),
    ("Peter Brandt said he was sorry. The billionaire said he would pay.", "The billionaire", "Peter Brandt"),
    ("Anna Karlsson said her client was innocent. The rapper was arrested.", "The rapper", None),
    ("Anna Karlsson said the clinic was safe. The 52-year-old died on Monday.", "The 52-year-old", None),
    ("Judge Anna Karlsson heard the case. The teenager was jailed.", "The teenager", None),
    ("Peter Brandt left. The candidate with the most votes wins.", "The candidate", None),
]


@pytest.mark.parametrize(("text", "words", "name"), CALLED)
def test_called(page, text, words, name):
    document, _, parse = page(text)
    at = text.index(words)
    mention = next((m for m in find_mentions(document, parse) if m.span.start == at), None)
    assert (mention.name if mention is not None and mention.entity_id else None) == name
