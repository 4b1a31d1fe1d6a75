"""Documents about one happening."""

from __future__ import annotations

import pytest

from sayso.relations.stories.collator import cluster_stories
from sayso.relations.words.keywords import background, tell, weigh, words
from sayso.types import Block, Document, Member, Mention, Published, Span
from sayso.vocab import Category, DateBasis, Level, Zone

FIRE_1 = """\
Fire guts Lindqvist paper mill in Sarnholm, two workers missing
A fire destroyed the Lindqvist paper mill in Sarnholm on Tuesday night and two workers were missing, police said.
Flames broke out in the drying hall at about nine in the evening and spread to the roof within minutes."""
FIRE_2 = """\
Search goes on after Sarnholm mill blaze
Rescue crews searched the burnt-out Lindqvist mill at Sarnholm for two missing workers on Wednesday.
The blaze began in the drying hall, the fire chief, Olle Brask, told reporters; the roof fell in before midnight."""
FIRE_3 = """\
Paper firm Lindqvist halts output
Lindqvist said it would make no paper for months after fire destroyed its Sarnholm mill. Two workers are missing.
The company's shares fell nine percent. It said the drying hall had been inspected in spring."""
STORM = """\
Mill owner fined over storm drain
A court in Port Averill fined the owner of a flour mill forty thousand crowns on Tuesday over a blocked storm drain.
The judge, Mara Tien, said the company had ignored four letters from the river authority."""
VOTE = """\
Averill council rejects tram line
Councillors in Port Averill voted by a single voice to shelve the harbour tram, ending nine years of planning.
Mayor Jon Pell called the vote a gift to motorists; opponents said the line would have cost twice the estimate."""


def pages(*texts: str, dates: tuple[str | None, ...] = ()) -> tuple[list[Document], list[Block]]:
    """Documents whose first line is the headline and whose other lines are body paragraphs."""
    documents, blocks = [], []
    for number, text in enumerate(texts):
        date = dates[number] if dates else None
        document = Document(
            capture_id=f"capture-{number}",
            uri="memory:",
            text=text,
            headline=text.split("\n")[0] or None,
            published=Published(date, DateBasis.GIVEN, "given") if date else None,
        )
        documents.append(document)
        at = 0
        for place, line in enumerate(text.split("\n")):
            zone = Zone.BODY if place else Zone.HEADLINE
            if line:
                blocks.append(Block(span=Span(document.id, at, at + len(line)), zone=zone))
            at += len(line) + 1
    return documents, blocks


def stories(rows: list[Member], documents: list[Document]) -> set[frozenset[str]]:
    """The stories as sets of headlines."""
    names = {d.id: d.headline or "" for d in documents}
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.cluster_id, set()).add(names[row.member_id])
    return {frozenset(members) for members in found.values()}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([FIRE_1, FIRE_2], [[0, 1]]),
        ([FIRE_1, STORM], [[0], [1]]),
        ([STORM, VOTE], [[0], [1]]),
        ([FIRE_1, FIRE_2, FIRE_3, STORM, VOTE], [[0, 1, 2], [3], [4]]),
        ([FIRE_1], [[0]]),
        ([], []),
    ],
)
def test_one_happening_is_one_story(texts: list[str], expected: list[list[int]]) -> None:
    documents, blocks = pages(*texts)
    rows = cluster_stories(documents, blocks, [])
    assert stories(rows, documents) == {frozenset(documents[n].headline or "" for n in group) for group in expected}
    assert len(rows) == len(documents)


def test_a_document_without_words_is_a_story_of_its_own() -> None:
    documents, blocks = pages(FIRE_1, "", "\n😀 …")
    assert len({r.cluster_id for r in cluster_stories(documents, blocks, [])}) == 3


def test_far_apart_in_time_is_another_story() -> None:
    near = pages(FIRE_1, FIRE_2, dates=("2031-05-06", "2031-05-07"))
    far = pages(FIRE_1, FIRE_2, dates=("2031-05-06", "2033-05-07"))
    half = pages(FIRE_1, FIRE_2, dates=("2031-05-06", None))
    assert [len({r.cluster_id for r in cluster_stories(*p, [])}) for p in (near, far, half)] == [1, 2, 1]


def test_the_id_stays_as_later_documents_join() -> None:
    documents, blocks = pages(FIRE_1, FIRE_2, FIRE_3, dates=("2031-05-06", "2031-05-07", "2031-05-08"))
    before = {r.cluster_id for r in cluster_stories(documents[:2], blocks, [])}
    assert {r.cluster_id for r in cluster_stories(documents, blocks, [])} == before


def test_the_order_of_the_input_does_not_matter() -> None:
    documents, blocks = pages(FIRE_1, STORM, FIRE_2, VOTE, FIRE_3)
    rows = cluster_stories(documents, blocks, [])
    assert cluster_stories(documents[::-1], blocks[::-1], []) == rows


def test_a_story_is_named_by_a_headline_of_its_own_and_says_why() -> None:
    documents, blocks = pages(FIRE_1, FIRE_2, FIRE_3)
    rows = cluster_stories(documents, blocks, [])
    assert {r.name for r in rows} <= {d.headline for d in documents}
    assert all("sarnholm" in r.detail for r in rows)


def test_names_weigh_more_than_other_words() -> None:
    documents, blocks = pages(FIRE_1)
    at = FIRE_1.index("Lindqvist")
    span = Span(documents[0].id, at, at + 9)
    mention = Mention(span=span, head=span, category=Category.ORGANISATION, level=Level.NAME, name="Lindqvist")
    plain, named = (weigh(tell(documents, blocks, mentions))[0] for mentions in ([], [mention]))
    assert named["lindqvist"] > plain["lindqvist"]
    assert sum(w * w for w in named.values()) == pytest.approx(1)


def test_words_are_folded() -> None:
    text = "Sarnholm’s MILL, a mill"
    assert list(words(text, 0, len(text))) == ["sarnholm", "mill", "mill"]


def test_the_background_knows_common_words() -> None:
    known = background()
    assert known.texts > 2000
    assert known.counts["the"] > 0.9 * known.texts
