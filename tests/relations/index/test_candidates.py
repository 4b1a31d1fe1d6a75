"""Documents that come in any order, in any batches, end with the same pairs, standing text and stories."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.relations.index import candidates
from sayso.relations.index.candidates import Pair, displaced, near
from sayso.relations.index.postings import Entry, Shelf, number_of
from sayso.relations.reuse import stock
from sayso.relations.reuse.collator import RULE, find_reuse, update_reuse
from sayso.relations.reuse.wording import Words, read_words
from sayso.relations.stories import collator as stories
from sayso.relations.stories.collator import cluster_stories, update_stories
from sayso.relations.stories.subjects import told_of
from sayso.relations.words.keywords import tell
from sayso.types import Block, Document, Published, Reuse, Span
from sayso.vocab import DateBasis, Zone

PARAGRAPHS = (
    "The ferry Sankt Olai ran aground off Korsnas early on Thursday with 214 people on board, the coast guard said.",
    "All passengers were brought ashore by noon and nobody was badly hurt, said the harbour master, Ines Aalto.",
    "Divers found a gash eleven metres long below the waterline and said the vessel would not sail again this winter.",
    "Nurses at nine hospitals in the Tarn valley walked out on Monday after talks over night shifts broke down.",
    "The health board cancelled six hundred appointments and asked patients with minor injuries to stay at home.",
    "A fire destroyed the Lindqvist paper mill in Sarnholm on Tuesday night and two workers were missing, police said.",
    "Flames broke out in the drying hall at about nine in the evening and spread to the roof within minutes.",
    "Subscribe to our evening letter and read six stories a day that our editors picked for you, free of charge.",
    "Councillors in Port Averill voted by a single voice to shelve the harbour tram, ending nine years of planning.",
)
OUTLETS = ("Norrland Post", "Coast Herald", "")

#: A text: its publisher, its paragraphs, its day.
Text = tuple[str, list[int], int]
texts_ = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        st.lists(st.integers(0, len(PARAGRAPHS) - 1), min_size=1, max_size=4, unique=True),
        st.integers(0, 30),
    ),
    min_size=2,
    max_size=14,
)


@pytest.fixture(autouse=True, scope="module")
def bounds_are_met_early() -> Iterable[None]:
    """With bounds as small as the corpora, so that anchors give way and standing text comes and goes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "ANCHORS", 3)
        patch.setattr(candidates, "BATCH", 2)
        patch.setattr(stock, "STOCK", 2)
        patch.setattr(stock, "ASKED", 3)
        patch.setattr(stories, "LARGEST", 4)
        yield


def pages_of(texts: Sequence[Text]) -> tuple[list[Document], list[Block]]:
    documents, blocks = [], []
    for number, (publisher, paragraphs, day) in enumerate(texts):
        text = "\n".join(PARAGRAPHS[n] for n in paragraphs)
        document = Document(
            capture_id=f"capture-{number}",
            uri="memory:",
            text=text,
            publisher=publisher or None,
            published=Published(f"2031-05-{day:02}", DateBasis.GIVEN, "given") if day else None,
        )
        documents.append(document)
        blocks.append(Block(span=Span(document.id, 0, len(text)), zone=Zone.BODY))
    return documents, blocks


class Library:
    """Documents in memory, and the rows that stand."""

    def __init__(self, documents: Sequence[Document], blocks: Sequence[Block]) -> None:
        self.held = {number_of(d.id): read_words(d, [b]) for d, b in zip(documents, blocks, strict=True)}
        self.rows: dict[Pair, Reuse] = {}

    def words(self, documents: Iterable[int]) -> Mapping[int, Words]:
        return {number: self.held[number] for number in documents}

    def sharing(self, documents: Iterable[int]) -> set[Pair]:
        asked = set(documents)
        return {pair for pair in self.rows if asked & set(pair)}


def batches_of(numbers: Sequence[int], sizes: Sequence[int]) -> Iterable[list[int]]:
    left = list(numbers)
    for size in sizes:
        yield left[:size]
        left = left[size:]
    yield left


@settings(max_examples=150, deadline=None)
@given(texts_, st.randoms(use_true_random=False), st.lists(st.integers(1, 5), max_size=6))
def test_shared_text_is_the_same_in_any_order(texts: list[Text], chance: random.Random, sizes: list[int]) -> None:
    documents, blocks = pages_of(texts)
    library = Library(documents, blocks)
    order = sorted(library.held)
    chance.shuffle(order)
    shelf = Shelf()
    for batch in batches_of(order, sizes):
        found = update_reuse(shelf, library, batch)
        library.rows |= found.rows
        for pair in found.gone:
            library.rows.pop(pair, None)
    assert [row for _, row in sorted(library.rows.items())] == find_reuse(documents, blocks)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sets(st.integers(0, 12), min_size=1), min_size=1, max_size=30))
def test_how_many_a_document_meets_is_bounded_by_its_keys(held: list[set[int]]) -> None:
    """Of a key that it is an anchor of all that have it, of every other key the anchors."""
    shelf = Shelf()
    shelf.enter([Entry(number, number % 3, np.array(sorted(keys), np.int64)) for number, keys in enumerate(held)])
    met = Counter(number for pair in near(shelf, range(len(held)), RULE) for number in pair)
    of_key = {key: shelf.every(np.array([key], np.int64)).documents.tolist() for key in range(13)}
    for number, keys in enumerate(held):
        reach = (
            of_key[key] if number in of_key[key][: candidates.ANCHORS] else range(candidates.ANCHORS) for key in keys
        )
        assert met[number] <= sum(map(len, reach))


@settings(max_examples=150, deadline=None)
@given(texts_, st.randoms(use_true_random=False), st.lists(st.integers(1, 5), max_size=6))
def test_stories_are_the_same_in_any_order(texts: list[Text], chance: random.Random, sizes: list[int]) -> None:
    documents, blocks = pages_of(texts)
    told = {number_of(d.id): told_of(d, w) for d, w in zip(documents, tell(documents, blocks, ()), strict=True)}
    order = sorted(told)
    chance.shuffle(order)
    desk, shelf = stories.InMemory(told), Shelf()
    for batch in batches_of(order, sizes):
        before = by_story(desk.stories)
        changed = update_stories(shelf, desk, batch)
        after = by_story(desk.stories)
        assert changed == {story for story in {*before, *after} if before.get(story) != after.get(story)}
    wanted = {number_of(m.member_id): m.cluster_id for m in cluster_stories(documents, blocks, ())}
    assert desk.stories == wanted


def by_story(story_of: Mapping[int, str]) -> dict[str, set[int]]:
    out: dict[str, set[int]] = defaultdict(set)
    for number, story in story_of.items():
        out[story].add(number)
    return out


def test_anchors_give_way_to_however_many_are_entered_before_them() -> None:
    shelf = Shelf()
    anchors, before = [90, 91, 92], list(range(10))  # more than twice as many as there are anchors
    shelf.enter([Entry(number, 0, np.array([7], np.int64)) for number in anchors])
    shelf.enter([Entry(number, 0, np.array([7], np.int64)) for number in before])
    assert displaced(shelf, before) == set(anchors)
