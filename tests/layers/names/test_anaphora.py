"""What nouns and pronouns stand for: text, the words in question (and which of them), whom they mean."""

from __future__ import annotations

import pytest

from sayso.layers.names.annotator import find_mentions
from sayso.vocab import Category, Level

RESOLVED = [
    ("Anna Karlsson won the vote. She thanked her voters.", "She", 0, "Anna Karlsson", Level.PRONOUN),
    ("Governor Peter Brandt spoke first. He warned of floods.", "He", 0, "Peter Brandt", Level.PRONOUN),
    ("Peter Brandt said the dam held. He added that nobody was hurt.", "He", 0, "Peter Brandt", Level.PRONOUN),
    ("Anna Karlsson blamed Peter Brandt. She demanded an inquiry.", "She", 0, "Anna Karlsson", Level.PRONOUN),
    ("“Anna Karlsson lied,” Peter Brandt said. She denied it.", "She", 0, "Anna Karlsson", Level.PRONOUN),
    ("“Peter Brandt lied,” Anna Karlsson said. She gave no proof.", "She", 0, "Anna Karlsson", Level.PRONOUN),
    ("Anna Karlsson met Peter Brandt, and Brandt told her the truth.", "her", 0, "Anna Karlsson", Level.PRONOUN),
    ("Hezbollah said it had fired at the base.", "it", 0, "Hezbollah", Level.PRONOUN),
    ("The Danish Defence Ministry denied it. The ministry said the ship was empty.", "The ministry", 0,
     "Danish Defence Ministry", Level.NOMINAL),
    ("The strike was reported by Press TV. The outlet gave no number.", "The outlet", 0, "Press TV", Level.NOMINAL),
    ("Boko Haram took the town. Residents fear the group will return.", "the group", 0, "Boko Haram", Level.NOMINAL),
    ("Mayor Anna Karlsson shut the bridge. The mayor reopened it.", "The mayor", 0, "Anna Karlsson", Level.NOMINAL),
    ("The home secretary, Peter Brandt, was absent.", "The home secretary", 0, "Peter Brandt", Level.NOMINAL),
    ("Anna Karlsson, mayor of Velmora, was absent.", "mayor of Velmora", 0, "Anna Karlsson", Level.NOMINAL),
    ("Rain fell in Bergen all week. The city opened shelters.", "The city", 0, "Bergen", Level.NOMINAL),
    ("Boeing lost an order. The company cut 900 jobs.", "The company", 0, "Boeing", Level.NOMINAL),
]  # fmt: skip


def mention_at(page, text, words, nth):
    document, _, parse = page(text)
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    mentions = find_mentions(document, parse)
    return next((m for m in mentions if (m.span.start, m.span.end) == (place, place + len(words))), None), mentions


@pytest.mark.parametrize(("text", "words", "nth", "name", "level"), RESOLVED)
def test_resolved(page, text, words, nth, name, level):
    mention, mentions = mention_at(page, text, words, nth)
    assert mention is not None, [(m.name, m.span) for m in mentions]
    assert (mention.name, mention.level) == (name, level)
    assert mention.entity_id in {m.entity_id for m in mentions if m.level is Level.NAME}
    assert mention.detail


OPEN = [
    ("The minister resigned.", "The minister"),  # nobody named before
    ("It rained all day. He left early.", "He"),
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_left_open(page, text, words):
    mention, _ = mention_at(page, text, words, 0)
    assert mention is not None
    assert mention.entity_id is None


def test_a_dummy_it_is_nothing(page):
    text = "The Danish navy sailed. It is clear that it rained."
    document, _, parse = page(text)
    assert all(m.level is not Level.PRONOUN for m in find_mentions(document, parse))


def test_an_office_alone_is_a_role(page):
    mention, _ = mention_at(page, "A judge ordered a new trial.", "A judge", 0)
    assert mention is not None
    assert mention.category is Category.ROLE


def test_the_story_does_not_go_on_from_a_caption(page):
    text = "Peter Brandt said the dam held.\nActor Tim Falk leaves court.\nHe added that nobody was hurt."
    document, _, parse = page(text, zones="body caption body")
    pronoun = next(m for m in find_mentions(document, parse) if m.level is Level.PRONOUN)
    assert pronoun.name == "Peter Brandt"
