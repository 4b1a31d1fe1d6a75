"""Who and what is named: pairs of text and expectation. The news here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namecases import Case, held_share, read_cases, unmet
from sayso.layers.names.annotator import find_mentions
from sayso.types import Mention, Span
from sayso.vocab import Category, Level

BODY = Category.ORGANISATION

#: The share of the held cases that must hold.
HELD_FLOOR = 0.95

NAMED = [
    # lexicon names under whatever alias
    ("Fighters of Daesh shelled the market in Tosk, Syria, on Friday.", "Daesh", "Islamic State", Category.GROUP),
    ("Syria said two IS militants were arrested in Homs.", "IS", "Islamic State", Category.GROUP),
    ("The strike was reported by Agence France-Presse late on Monday.", "Agence France-Presse", "AFP", BODY),
    ("The bridge was closed, the BBC said.", "BBC", "BBC", BODY),
    ("Two trains collided near Ghent, according to AP.", "AP", "AP", BODY),
    ("Doctors at the WHO urged caution over the new vaccine.", "WHO", "World Health Organization", BODY),
    # a nation and the noun of a body
    ("The Danish Defence Ministry denied the report.", "Danish Defence Ministry", None, BODY),
    ("Norway's navy rescued nine sailors.", "Norway's navy", None, BODY),
    ("Jets of the Saudi-led coalition hit the harbour.", "Saudi-led coalition", None, BODY),
    ("He praised the government of Chile for its patience.", "government of Chile", None, BODY),
    # a name that no lexicon has, told by its noun
    ("Volunteers of the Velmora Rescue network pulled six people out.", "Velmora Rescue network", None, BODY),
    ("The Norwegian Centre for Harbour Safety counted nine wrecks.", "Norwegian Centre for Harbour Safety", None, BODY),
    # places and units told by their noun
    ("Troops crossed the Velmor Barrage at noon.", "Velmor Barrage", None, Category.LOCATION),
    ("Snow fell on the Harrin Mountains.", "Harrin Mountains", None, Category.LOCATION),
    ("The 158th Fighter Wing left the airfield.", "158th Fighter Wing", None, BODY),
    ("Elders of the Dulmar tribe agreed.", "Dulmar tribe", None, BODY),
    # people with their titles
    ("Finnish Minister Anna Karlsson resigned.", "Finnish Minister Anna Karlsson", "Anna Karlsson", Category.PERSON),
    ("Interior Minister Anna Karlsson resigned.", "Interior Minister Anna Karlsson", "Anna Karlsson", Category.PERSON),
    ("Police questioned Gen. Peter Brandt for six hours.", "Gen. Peter Brandt", "Peter Brandt", Category.PERSON),
    # nations alone
    ("Three Peruvians were among the injured.", "Peruvians", "Peruvian", Category.NATIONALITY),
    ("US prosecutors charged four men.", "US", "American", Category.NATIONALITY),
    # places, whatever the parser's model says of them
    ("Rebels entered the city of Palmyra at dawn.", "Palmyra", "Palmyra", Category.LOCATION),
    ("Two roads to the West Bank were closed.", "West Bank", "West Bank", Category.LOCATION),
    ("Quitting Poland was a mistake, the firm said.", "Poland", "Poland", Category.LOCATION),
    # a person, whatever firms and towns are called
    ("Since she will be silent, Taylor has asked the panel to excuse her.", "Taylor", "Taylor", Category.PERSON),
    ("Jan Titkov, regions analyst at a bank, spoke.", "Jan Titkov", "Jan Titkov", Category.PERSON),
    # a body, whatever towns are called
    ("The rate was 37%, according to Gallup.", "Gallup", "Gallup", BODY),
    ("As The Atlantic recently noted, trust fell.", "The Atlantic", "The Atlantic", BODY),
    ("The film producer Dana Lucca moved to Velm.", "Dana Lucca", "Dana Lucca", Category.PERSON),
]  # fmt: skip


def found(page, text: str, **kwargs) -> list[Mention]:
    document, _, parse = page(text, **kwargs)
    mentions = find_mentions(document, parse)
    for m in mentions:
        assert 0 <= m.span.start < m.span.end <= len(text)
        assert m.span.start <= m.head.start < m.head.end <= m.span.end
    assert mentions == sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.id))
    return mentions


def at(mentions: list[Mention], text: str, words: str) -> Mention:
    """The last mention of exactly these words."""
    exact = [m for m in mentions if text[m.span.start : m.span.end] == words]
    assert exact, f"{words!r} not among {[text[m.span.start : m.span.end] for m in mentions]}"
    return exact[-1]


@pytest.mark.parametrize(("text", "words", "name", "category"), NAMED)
def test_names_by_category(page, text, words, name, category):
    mention = at(found(page, text), text, words)
    assert mention.category is category
    assert mention.level is Level.NAME
    assert mention.name == (name or words)
    assert mention.detail


NOT_NAMED = [
    ("The verdict is final and nothing can be done.", "is"),
    ("IS THIS THE END OF THE STRIKE? NOBODY KNOWS", "IS"),
    ("Time will tell whether the harbour can be saved.", "Time"),
    ("Vice is not a crime in this town, the mayor wrote.", "Vice"),
    ("In March the council met on a Tuesday.", "March"),
]


@pytest.mark.parametrize(("text", "words"), NOT_NAMED)
def test_words_that_only_look_like_names(page, text, words):
    start = text.index(words)
    assert not [m for m in found(page, text) if m.span.start == start and m.span.end == start + len(words)]


ONE_ENTITY = [
    # defined in the text, initials, aliases, short forms
    ("The Velmora Harbour Rescue Corps (VHRC) sent boats. Later the VHRC found the wreck.",
     ["Velmora Harbour Rescue Corps", "VHRC"]),
    ("Islamic State (IS, formerly ISIS) took the hill. Later Daesh lost it.",
     ["Islamic State", "IS", "ISIS", "Daesh"]),
    ("Martha Oster, also known as Nadia Vance, was held. Police said Vance had a false passport.",
     ["Martha Oster", "Nadia Vance", "Vance"]),
    ("The Danish Institute for Flood Research warned of storms. The Flood Research Institute has been wrong before.",
     ["Danish Institute for Flood Research", "Flood Research Institute"]),
    ("French President Emmanuel Macron met farmers. Macron promised aid, and Mr Macron left at noon.",
     ["French President Emmanuel Macron", "Macron", "Mr Macron"]),
    ("Shelling hit Deir ez-Zor at dawn. Residents of Deyr ez Zor hid in cellars.", ["Deir ez-Zor", "Deyr ez Zor"]),
    ("The Russian Defence Ministry said so. The Russian Ministry of Defence later withdrew it.",
     ["Russian Defence Ministry", "Russian Ministry of Defence"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "forms"), ONE_ENTITY)
def test_forms_of_one_entity_share_its_id_and_name(page, text, forms):
    mentions = found(page, text)
    held = [at(mentions, text, form) for form in forms]
    assert len({m.entity_id for m in held}) == 1, [(m.name, m.detail) for m in held]
    assert len({m.name for m in held}) == 1


def test_a_lone_surname_is_the_head_of_state_only_where_office_and_time_fit(page):
    text = "President Putin spoke in Russia. Forces of the Assad regime in Syria fled."
    mentions = found(page, text, published="2016-06-01")
    assert at(mentions, text, "President Putin").name == "Vladimir Putin"
    later = found(page, "President Obama waved at the crowd.", published="2024-06-01")
    assert all(m.name != "Barack Obama" for m in later)


def test_two_people_of_one_surname_stay_two(page):
    text = "Anna Brandt sued her brother. Peter Brandt denied it. Brandt said he had paid."
    mentions = found(page, text)
    assert at(mentions, text, "Anna Brandt").entity_id != at(mentions, text, "Peter Brandt").entity_id


def test_a_headline_repeats_names_of_the_text(page):
    text = (
        "Velmora Rescue Corps Finds Missing Trawler Near Bergen\nThe Velmora Rescue Corps found the trawler on Monday."
    )
    mentions = found(page, text, zones="headline body")
    one = [m for m in mentions if text[m.span.start : m.span.end] == "Velmora Rescue Corps"]
    assert len(one) == 2
    assert len({m.entity_id for m in one}) == 1


def test_only_prose_zones_have_mentions(page):
    text = "The BBC reported a fire.\nPhoto: Reuters\nMore news from CNN"
    mentions = found(page, text, zones="body credit furniture")
    assert {m.name for m in mentions} == {"BBC"}


def test_a_document_in_another_language_or_without_text_has_none(page):
    document, _, parse = page("")
    assert find_mentions(document, parse) == []


def test_the_same_text_gives_the_same_rows(page):
    text = "Norway's navy and the UN met Anna Karlsson in Bergen. She thanked the navy."
    assert found(page, text) == found(page, text)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["IS", "[Daesh]", "U.S.-led", "coalition", "Dr.", "Moss", "said", "“", "”", "(ABC)", "He", "the ministry",
             "Syrian", "al-", "’s", "…", "\u202e", "\u200b", "X" * 300, "\x07", "of", "for", "President", "WHO", "."]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_whatever_the_words_spans_slice(words):
    from sayso.layers.parsing.parse import read_sentences
    from sayso.types import Block, Document
    from sayso.vocab import Zone

    text = " ".join(words)
    document = Document(capture_id="c", uri="memory:", text=text, language="en")
    blocks = [Block(span=Span(document.id, 0, len(text)), zone=Zone.BODY)] if text.strip() else []
    for mention in find_mentions(document, read_sentences(document, blocks)):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end].strip()
        assert mention.name


@pytest.mark.parametrize("case", read_cases("mentions", held=False), ids=lambda c: c.name)
def test_cases(case: Case) -> None:
    assert unmet(case) == []


def test_held_cases() -> None:
    """The cases that were written before the rules: at least so many hold, and the message says which do not."""
    share, missed = held_share(read_cases("mentions", held=True))
    assert share >= HELD_FLOOR, missed
