"""What a person judged of claims holds: in groups, in links, in derivations, whatever else is read."""

from __future__ import annotations

import itertools
import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.relations.agreement.collator import relate_claims
from sayso.relations.claims.judged import quote, settled
from sayso.types import Judgement, Link
from sayso.vocab import JudgementKind, LinkKind, Slot

Story = Any  # tests/relations/conftest.py


def toll(story: Story, words: str, *sources: str, low: int = 12, **named: Any) -> Any:
    named = {"effect": "killed", "place": ("Tarven",), "cause": "explosion", "low": low, "high": low} | named
    return story.claim(Slot.TOLL, words, *sources, **named)


def judged(story: Story) -> list[Link]:
    return [link for link in story.related()[1] if link.judge != "sayso"]


def detail(story: Story, words: str) -> str:
    claim = story.said(words)
    return next(m.detail for m in story.related()[0] if m.member_id == claim.id)


def test_claims_that_nothing_joins_are_joined_by_a_person(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "A blast in Tarven killed 12", "Ana Dovic"))
    story.article("Lake Herald", toll(story, "A crash in Ostrel killed 30", low=30, place=("Ostrel",), cause="crash"))
    assert story.groups() == set()
    story.judge(JudgementKind.SAME, "A blast in Tarven killed 12", "A crash in Ostrel killed 30", "one and the same")
    assert story.groups() == {frozenset({"A blast in Tarven killed 12", "A crash in Ostrel killed 30"})}
    assert "judged by Ines Gall on 2024-06-01: one and the same" in detail(story, "A crash in Ostrel killed 30")
    (link,) = judged(story)
    assert (link.relation, link.judge, link.negated) == (LinkKind.SAME_CLAIM, "Ines Gall", False)
    assert {link.left, link.right} == {c.id for c in story.claims}
    (origin,) = story.origins()
    assert origin.derivation[0].endswith("judged by Ines Gall on 2024-06-01: one and the same")
    assert "says the same as" in origin.derivation[0]
    assert origin.outlets == 2


def test_claims_of_two_stories_are_joined_by_a_person(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "A blast killed 12"))
    story.article("Lake Herald", toll(story, "12 dead in Tarven"))
    story.apart["Lake Herald"] = "story-2"
    assert story.groups() == set()
    story.judge(JudgementKind.SAME, "A blast killed 12", "12 dead in Tarven")
    assert len(story.groups()) == 1


def test_claims_equal_in_every_value_are_parted_by_a_person(story: Story) -> None:
    for label in ("Dawn Courier", "Lake Herald", "Coast Mail"):
        story.article(label, toll(story, f"12 dead, says the {label}"))
    assert len(story.groups()) == 1
    story.judge(JudgementKind.NOT_SAME, "12 dead, says the Dawn Courier", "12 dead, says the Lake Herald", "two days")
    clusters = {m.member_id: m.cluster_id for m in story.related()[0]}
    one, other = (clusters[story.said(f"12 dead, says the {label}").id] for label in ("Dawn Courier", "Lake Herald"))
    assert one != other
    assert "does not say the same as" in detail(story, "12 dead, says the Lake Herald")
    (link,) = judged(story)
    assert (link.relation, link.negated, {link.left, link.right}) == (LinkKind.SAME_CLAIM, True, {one, other})
    assert link.detail == "judged by Ines Gall on 2024-06-01: two days"
    assert all("judged by Ines Gall" in origin.derivation[0] for origin in story.origins())


def test_what_nobody_judged_stays_with_what_is_most_like_it(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "Twelve people died when a bomb went off"))
    story.article("Lake Herald", toll(story, "12 dead after the market fire on Sunday"))
    story.article("Coast Mail", toll(story, "12 dead after the market fire on Sunday, police say"))
    story.judge(
        JudgementKind.NOT_SAME, "Twelve people died when a bomb went off", "12 dead after the market fire on Sunday"
    )
    assert story.groups() == {
        frozenset({"12 dead after the market fire on Sunday", "12 dead after the market fire on Sunday, police say"})
    }


def test_a_copy_goes_with_what_it_copies(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "Twelve people died when a bomb went off"))
    story.article("Lake Herald", toll(story, "12 dead in blast"))
    story.judge(JudgementKind.NOT_SAME, "Twelve people died when a bomb went off", "12 dead in blast")
    before = {story.said(w).id for w in ("Twelve people died when a bomb went off", "12 dead in blast")}
    story.article("Coast Mail", toll(story, "12 dead in blast"))
    clusters = {m.member_id: m.cluster_id for m in story.related()[0]}
    copy = next(c for c in story.claims if c.id not in before)
    assert clusters[copy.id] == clusters[story.said("12 dead in blast").id]


def test_a_judged_conflict_replaces_what_was_read(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12"), day="2024-05-15")
    story.article("Lake Herald", toll(story, "The blast killed 30", low=30), day="2024-05-17")
    assert [kind for kind, *_ in story.relations()] == [LinkKind.UPDATES]
    story.judge(JudgementKind.CONFLICTS, "The blast killed 12", "The blast killed 30", "both counts are final")
    (link,) = story.related()[1]
    assert (link.relation, link.judge, link.score) == (LinkKind.CONFLICTS, "Ines Gall", 1.0)
    assert link.detail.startswith("judged by Ines Gall on 2024-06-01: both counts are final; Sayso reads: updates, ")
    assert link.left < link.right


def test_claims_that_conflict_are_not_one(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12"))
    story.article("Lake Herald", toll(story, "12 died in the blast"))
    assert len(story.groups()) == 1
    story.judge(JudgementKind.CONFLICTS, "The blast killed 12", "12 died in the blast")
    assert story.groups() == set()
    assert [link.relation for link in judged(story)] == [LinkKind.CONFLICTS]


def test_a_judged_agreement_of_two_claims(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12"))
    story.article("Lake Herald", toll(story, "The blast killed 30", low=30))
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]
    story.judge(JudgementKind.AGREES, "The blast killed 12", "The blast killed 30", "30 counts the wounded")
    assert [link.relation for link in story.related()[1]] == [LinkKind.AGREES]


def test_a_judgement_on_what_is_not_held_changes_nothing(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12"))
    before = story.related()
    for verdict in (JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.AGREES):
        story.judgements = [
            Judgement(
                number=1, verdict=verdict, left=("claim-a",), right=("claim-b",), left_words="a", right_words="b",
                by="Ines Gall", date="2024-06-01",
            )
        ]  # fmt: skip
        assert story.related() == before


def test_a_long_claim_is_cut_when_it_is_quoted() -> None:
    assert len(quote("word " * 60)) == 92
    assert quote("  two\n words ") == "“two words”"


LABELS = [f"Paper {letter}" for letter in "ABCDEFGHIJ"]
VERDICTS = (JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.CONFLICTS)


def fill(story: Story, figures: list[int]) -> None:
    """A paper for each figure, after those that the story has."""
    for label, figure in zip(LABELS[len(story.documents) :], figures, strict=False):
        story.article(label, toll(story, f"{figure} dead, {label} says", low=figure))


def clusters_of(story: Story, seed: int = 0) -> dict[str, str]:
    shuffled = [list(story.documents.values()), list(story.claims), list(story.judgements), story.stories()]
    for number, rows in enumerate(shuffled):
        random.Random(seed + number).shuffle(rows)
    documents, claims, judgements, stories = shuffled
    members, _, _ = relate_claims(documents, claims, story.attributions, stories, [], [], judgements)
    return {m.member_id: m.cluster_id for m in members}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(st.sampled_from([12, 12, 13, 40]), min_size=3, max_size=7),
    more=st.lists(st.sampled_from([12, 13, 40]), max_size=3),
    asked=st.lists(st.tuples(st.sampled_from(VERDICTS), st.integers(0, 6), st.integers(0, 6)), max_size=8),
)
def test_new_documents_never_undo_what_was_judged(
    make_story: Any, figures: list[int], more: list[int], asked: list[tuple[JudgementKind, int, int]]
) -> None:
    story = make_story()
    fill(story, figures)
    first = list(story.claims)
    for verdict, one, other in asked:
        left, right = first[one % len(first)], first[other % len(first)]
        sets = settled(story.judgements)
        together = sets.find(left.id) == sets.find(right.id)
        if left is right or (together if verdict is not JudgementKind.SAME else not sets.may_join(left.id, right.id)):
            continue  # contradicts an earlier one, and would not be kept
        story.judge(verdict, story.words(left), story.words(right))
    before = clusters_of(story)
    fill(story, more)
    after = clusters_of(story)
    for found in (before, after):
        for judgement in story.judgements:
            (left_id,), (right_id,) = judgement.left, judgement.right
            assert (found[left_id] == found[right_id]) == (judgement.verdict is JudgementKind.SAME)
    ends = {c for j in story.judgements for side in (j.left, j.right) for c in side}
    for one_id, other_id in itertools.combinations(sorted(ends), 2):
        if not settled(story.judgements).may_join(one_id, other_id):
            assert after[one_id] != after[other_id]  # not even through what nobody judged
    assert all(clusters_of(story, seed) == after for seed in (7, 8))
