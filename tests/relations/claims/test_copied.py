"""Claims in one passage of two texts are one, whatever the pages around it leave open."""

from __future__ import annotations

from typing import Any

from sayso.relations.claims.copied import LONG
from sayso.types import Reuse, Span
from sayso.vocab import Slot

Story = Any  # tests/relations/conftest.py

WORDS = "the hill was in the hands of the border troops"
REST = "and the road below it was closed to all who had no paper from the district council, " * 3


def two_copies(story: Story, shared: int, place: tuple[str, ...], other_place: tuple[str, ...] = ()) -> None:
    """An agency's text in two papers, which share so many characters: in one it is known which town the hill is of, in
    the other it is not, or it is of another."""
    told = {"state": "holds", "holder": "border troops", "part": "hill"}
    here = story.claim(Slot.CONTROL, WORDS, **told, place=place)
    there = story.claim(Slot.CONTROL, WORDS, **told, place=other_place) if other_place else None
    for publisher, claim in (("Dorvik Post", here), ("Morvik Herald", there or story.claim(Slot.STATEMENT, WORDS))):
        story.article(publisher, claim, story.claim(Slot.STATEMENT, REST))
    a, b = sorted(story.documents.values(), key=lambda d: d.id)
    spans = Span(a.id, 0, shared), Span(b.id, 0, shared)
    story.reuses.append(
        Reuse(
            left=spans[0], right=spans[1], matched=(spans,), share_of_left=1.0, share_of_right=1.0, score=1.0, detail=""
        )
    )


def clusters(story: Story) -> list[set[str]]:
    """The publishers of each cluster that holds the words."""
    held: dict[str, set[str]] = {}
    said = {claim.id: claim for claim in story.claims if story.words(claim) == WORDS}
    publisher = {d.id: d.publisher for d in story.documents.values()}
    for member in story.related()[0]:
        if member.member_id in said:
            document = said[member.member_id].content[0].document_id
            held.setdefault(member.cluster_id, set()).add(publisher[document])
    return sorted(held.values(), key=sorted)


def test_the_words_of_a_copied_passage_are_one_claim(story: Story) -> None:
    two_copies(story, LONG, ("Velstad",))
    assert clusters(story) == [{"Morvik Herald", "Dorvik Post"}]


def test_in_a_short_passage_they_may_be_anybodys(story: Story) -> None:
    two_copies(story, LONG - 1, ("Velstad",))
    assert clusters(story) == [{"Dorvik Post"}, {"Morvik Herald"}]


def test_two_places_are_two_claims_in_whatever_words(story: Story) -> None:
    two_copies(story, LONG, ("Velstad",), ("Ulvar",))
    assert clusters(story) == [{"Dorvik Post"}, {"Morvik Herald"}]
