"""One entity across invented documents; namesakes apart; the order of rows is nothing."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namecases import Case, held_share, read_cases, unmet
from sayso.relations.names.collator import resolve_entities
from sayso.types import Document, Member, Mention, Span, hash_of
from sayso.vocab import Category, Level, MemberKind

#: The share of the held cases that must hold.
HELD_FLOOR = 0.95
PERSON, BODY, GROUP, PLACE = Category.PERSON, Category.ORGANISATION, Category.GROUP, Category.LOCATION


class News(NamedTuple):
    documents: list[Document]
    mentions: list[Mention]


def news(*texts: tuple[str, list[tuple[str, str, Category]]]) -> News:
    """Documents with mentions given as (words in the text, canonical name, category)."""
    documents, mentions = [], []
    for number, (text, named) in enumerate(texts):
        document = Document(capture_id=f"c{number}", uri="memory:", text=text)
        documents.append(document)
        for words, name, category in named:
            start = text.index(words)
            span = Span(document.id, start, start + len(words))
            mentions.append(
                Mention(
                    span=span,
                    head=span,
                    category=category,
                    level=Level.NAME,
                    name=name,
                    entity_id=hash_of("entity", [document.id, name]),
                )
            )
    return News(documents, mentions)


def clusters(held: News) -> list[set[str]]:
    """The words of each cluster's mentions."""
    words = {m.id: held_text(held, m) for m in held.mentions}
    out: dict[str, set[str]] = {}
    for member in resolve_entities(held.documents, held.mentions):
        assert member.cluster is MemberKind.ENTITY
        assert member.detail
        out.setdefault(member.cluster_id, set()).add(words[member.member_id])
    return sorted(out.values(), key=sorted)


def held_text(held: News, mention: Mention) -> str:
    text = next(d.text for d in held.documents if d.id == mention.span.document_id)
    return text[mention.span.start : mention.span.end]


def test_one_name_in_two_documents_is_one_entity():
    held = news(
        ("Aino Karvelo won.", [("Aino Karvelo", "Aino Karvelo", PERSON)]),
        ("Minister Aino Karvelo lost.", [("Minister Aino Karvelo", "Aino Karvelo", PERSON)]),
    )
    assert clusters(held) == [{"Aino Karvelo", "Minister Aino Karvelo"}]


def test_spellings_of_a_place_are_one():
    held = news(
        ("in Deir ez-Zor", [("Deir ez-Zor", "Deir ez-Zor", PLACE)]),
        ("in Dayr az-Zawr", [("Dayr az-Zawr", "Dayr az-Zawr", PLACE)]),
        ("in Raqqa", [("Raqqa", "Raqqa", PLACE)]),
        ("in Ar-Raqqah", [("Ar-Raqqah", "Ar-Raqqah", PLACE)]),
    )
    assert clusters(held) == [{"Ar-Raqqah", "Raqqa"}, {"Dayr az-Zawr", "Deir ez-Zor"}]


def test_a_body_by_another_spelling_and_a_group_called_an_organisation():
    held = news(
        ("US Defense Ministry", [("US Defense Ministry", "US Defense Ministry", BODY)]),
        ("American Ministry of Defence", [("American Ministry of Defence", "American Ministry of Defence", BODY)]),
        ("Velmora Front", [("Velmora Front", "Velmora Front", BODY)]),
        ("the Velmora Front", [("Velmora Front", "Velmora Front", GROUP)]),
    )
    assert clusters(held) == [{"American Ministry of Defence", "US Defense Ministry"}, {"Velmora Front"}]


def test_a_short_form_goes_to_the_only_body_called_so():
    first = (
        "Harbour Rescue Corps (HRC)",
        [("Harbour Rescue Corps", "Harbour Rescue Corps", BODY), ("HRC", "Harbour Rescue Corps", BODY)],
    )
    held = news(first, ("HRC said", [("HRC", "HRC", BODY)]))
    assert clusters(held) == [{"Harbour Rescue Corps", "HRC"}]
    other = (
        "Highland Road Council (HRC)",
        [("Highland Road Council", "Highland Road Council", BODY), ("HRC", "Highland Road Council", BODY)],
    )
    both = news(first, other, ("HRC said", [("HRC", "HRC", BODY)]))
    assert {"HRC"} in clusters(both)


def test_people_of_one_name_stay_apart_where_nation_or_office_disagree():
    held = news(
        ("Danish Judge Ida Moss", [("Danish Judge Ida Moss", "Ida Moss", PERSON)]),
        ("Peruvian striker Ida Moss", [("Peruvian striker Ida Moss", "Ida Moss", PERSON)]),
        ("Danish lawyer Ida Moss", [("Danish lawyer Ida Moss", "Ida Moss", PERSON)]),
    )
    assert clusters(held) == [{"Danish Judge Ida Moss", "Danish lawyer Ida Moss"}, {"Peruvian striker Ida Moss"}]


def test_a_person_of_public_life_changes_office():
    held = news(
        ("Dutch Prime Minister Mark Rutte", [("Dutch Prime Minister Mark Rutte", "Mark Rutte", PERSON)]),
        ("Secretary-General Mark Rutte", [("Secretary-General Mark Rutte", "Mark Rutte", PERSON)]),
    )
    assert len(clusters(held)) == 1


def test_a_surname_alone_joins_the_one_full_name_and_no_stranger():
    held = news(
        ("Ida Moss", [("Ida Moss", "Ida Moss", PERSON)]),
        ("Moss won", [("Moss", "Moss", PERSON)]),
    )
    assert clusters(held) == [{"Ida Moss", "Moss"}]
    strangers = news(("Moss won", [("Moss", "Moss", PERSON)]), ("Moss lost", [("Moss", "Moss", PERSON)]))
    assert len(clusters(strangers)) == 2


def test_a_place_in_two_countries_is_two():
    held = news(
        ("in Tripoli, Libya", [("Tripoli", "Tripoli", PLACE), ("Libya", "Libya", PLACE)]),
        ("in Tripoli, Lebanon", [("Tripoli", "Tripoli", PLACE), ("Lebanon", "Lebanon", PLACE)]),
        ("Tripoli and all Libya", [("Tripoli", "Tripoli", PLACE), ("Libya", "Libya", PLACE)]),
    )
    members = resolve_entities(held.documents, held.mentions)
    ids = {m.id: m.span.document_id for m in held.mentions if m.name == "Tripoli"}
    of = {ids[m.member_id]: m.cluster_id for m in members if m.member_id in ids}
    first, second, third = (of[d.id] for d in held.documents)
    assert first == third != second


def test_nothing_in_nothing_out_and_strangers_left_out():
    assert resolve_entities([], []) == []
    held = news(("Ida Moss", [("Ida Moss", "Ida Moss", PERSON)]))
    assert resolve_entities([], held.mentions) == []


NAMES = [
    ("Ida Moss", PERSON),
    ("Moss", PERSON),
    ("Danish Judge Ida Moss", PERSON),
    ("Peruvian striker Ida Moss", PERSON),
    ("HRC", BODY),
    ("Harbour Rescue Corps", BODY),
    ("Deir ez-Zor", PLACE),
    ("Deyr ez Zor", PLACE),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True), max_size=5), st.integers(0, 99))
def test_the_order_of_rows_is_nothing(plan, seed):
    texts = []
    for number, named in enumerate(plan):
        text = f"{number}: " + " / ".join(words for words, _ in named)
        canonical = [(w, "Ida Moss" if w.endswith("Ida Moss") else w, c) for w, c in named]
        texts.append((text, canonical))
    held = news(*texts)
    members: list[Member] = resolve_entities(held.documents, held.mentions)
    shuffled = random.Random(seed)
    documents, mentions = held.documents[:], held.mentions[:]
    shuffled.shuffle(documents)
    shuffled.shuffle(mentions)
    assert resolve_entities(documents, mentions) == members


@pytest.mark.parametrize("case", read_cases("identity", held=False), ids=lambda c: c.name)
def test_cases(case: Case) -> None:
    assert unmet(case) == []


def test_held_cases() -> None:
    """The cases that were written before the rules: at least so many hold, and the message says which do not."""
    share, missed = held_share(read_cases("identity", held=True))
    assert share >= HELD_FLOOR, missed
