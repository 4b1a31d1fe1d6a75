"""Groups that are probably one claim: which are joined, and what that does to a ladder."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from claimpairs import statements
from sayso.relations.claims import probable
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.probable import Cluster, Likelihoods, put_together
from sayso.relations.claims.saying import Verdict
from sayso.types import Span
from sayso.vocab import MemberKind, Slot

Story = Any  # tests/relations/conftest.py


def joined(monkeypatch: pytest.MonkeyPatch, likelihoods: dict[str, float], words: str = "ABC") -> set[str]:
    """How claims of one word each are put together where the trees find two of them so likely to be one; two that
    are not listed are held apart."""

    def same(a: Fact, b: Fact) -> Verdict:
        return Verdict(False, likelihoods[pair(a, b)], "in other words")

    monkeypatch.setattr(probable, "PROBABLE", 0.7)
    monkeypatch.setattr(probable, "same", same)
    monkeypatch.setattr(probable, "compatible", lambda a, b: pair(a, b) in likelihoods)
    groups = [Group([fact], [fact]) for fact in statements(*words)]
    for number, group in enumerate(groups):
        group.maybe = groups[:number]
    return {told(cluster) for cluster in put_together(groups, Likelihoods())}


def pair(a: Fact, b: Fact) -> str:
    return "".join(sorted(a.text + b.text))


def told(cluster: Cluster) -> str:
    return "".join(sorted(core.lead.text for core in cluster.cores))


def test_two_that_are_likely_one_are_joined_and_two_that_are_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    assert joined(monkeypatch, {"AB": 0.8, "AC": 0.3, "BC": 0.3}) == {"AB", "C"}


def test_no_chain_of_likely_pairs_joins_what_is_unlike_on_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert joined(monkeypatch, {"AB": 0.9, "BC": 0.8, "AC": 0.2}) == {"AB", "C"}
    assert joined(monkeypatch, {"AB": 0.9, "BC": 0.8, "AC": 0.7}) == {"ABC"}


def test_a_third_may_be_a_little_less_like_one_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probable, "WHOLE", 0.6)
    assert joined(monkeypatch, {"AB": 0.9, "BC": 0.8, "AC": 0.5}) == {"ABC"}
    assert joined(monkeypatch, {"AB": 0.9, "BC": 0.65, "AC": 0.65}) == {"AB", "C"}


def test_one_pair_that_a_rule_holds_apart_parts_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert joined(monkeypatch, {"AB": 0.9, "BC": 0.99}) == {"A", "BC"}


def test_what_people_judged_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probable, "same", lambda a, b: Verdict(False, 0.99, "in other words"))
    one, other = (Group([fact], [fact]) for fact in statements("A", "B"))
    other.maybe = [one]
    other.notes = {other.lead.claim.id: ("judged",)}
    assert len(put_together([one, other], Likelihoods())) == 2


def test_two_claims_of_one_article_are_never_joined_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probable, "same", lambda a, b: Verdict(False, 0.99, "in other words"))
    one, other = (Group([fact], [fact]) for fact in statements("A", "B"))
    other.maybe = [one]
    assert len(put_together([one, other], Likelihoods())) == 1
    other.facts.append(one.lead)
    assert len(put_together([one, other], Likelihoods())) == 2


@pytest.mark.parametrize(
    ("words", "near", "clusters"),
    [
        ("We call on them to publish the report", 0.8, 1),
        ("We call on them to publish the report", 0.7, 2),
        ("We call on them, to publish the report", 0.8, 2),
        ("We call on them to publish the report soon", 0.8, 2),
    ],
)
def test_an_article_may_tell_a_claim_with_the_last_words_of_another_one(
    monkeypatch: pytest.MonkeyPatch, words: str, near: float, clusters: int
) -> None:
    monkeypatch.setattr(probable, "same", lambda a, b: Verdict(False, 0.99, "in other words"))
    monkeypatch.setattr(probable, "how_near", lambda a, b: near)
    monkeypatch.setattr(probable, "_near", lambda a, b: True)
    whole, part, beside = words, "to publish the report", "Publish it"
    held = statements(whole, beside)
    at = whole.index(part)
    content = (Span(held[0].document.id, at, at + len(part)),)
    inside = dataclasses.replace(held[0], claim=dataclasses.replace(held[0].claim, content=content))
    one, other = Group(held[:1], held[:1]), Group(held[1:], [held[1], inside])
    other.maybe = [one]
    assert len(put_together([one, other], Likelihoods())) == clusters


def test_a_headline_bears_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probable, "same", lambda a, b: Verdict(False, 0.99, "in other words"))
    one, other, head = statements("A", "B", "C")
    cited = dataclasses.replace(one, claim=dataclasses.replace(one.claim, chain=("Paper 2", "Paper 0")))
    held = Group([head], [head])
    mine, yours = Group([cited], [cited]), Group([other], [other])
    yours.maybe = [mine]
    assert len(put_together([mine, yours, held], Likelihoods())) == 3  # what Paper 2 is said to tell is in its text
    yours.facts.append(dataclasses.replace(head, values={"zone": "headline"}))
    assert len(put_together([mine, yours, held], Likelihoods())) == 3
    yours.facts.append(head)
    assert len(put_together([mine, yours], Likelihoods())) == 1


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything said in open words is probably one claim."""
    monkeypatch.setattr("sayso.relations.claims.grouping.same", lambda a, b, asked=True: _equal(a, b))
    monkeypatch.setattr(probable, "same", lambda a, b: _equal(a, b))
    monkeypatch.setattr(probable, "PROBABLE", 0.7)


def _equal(a: Fact, b: Fact) -> Verdict:
    same = a.words == b.words
    return Verdict(same, 1.0 if same else 0.8, "equal words" if same else "in other words")


@pytest.mark.usefixtures("likely")
def test_a_likely_join_raises_max_and_never_min(story: Story) -> None:
    quays = "The stone quays were shut after the flood", "After the flood, the stone quays were shut"
    for label, told, source in zip(("Dawn Courier", "Lake Herald"), quays, ("Ana Dovic", "Petar Lund"), strict=True):
        story.article(label, story.claim(Slot.STATEMENT, told, source))
    story.article("Coast Mail", story.claim(Slot.STATEMENT, "The stone docks were shut by the flood", "Ines Gall"))
    (origin,) = story.origins()
    assert (origin.outlets, origin.texts, origin.origins_min, origin.origins_max) == (3, 3, 2, 3)
    assert any("min counts only the part of Ana Dovic, Petar Lund" in step for step in origin.derivation)
    members, cores = story.parts()
    assert len({m.cluster_id for m in members}) == 1
    assert len({m.cluster_id for m in cores}) == 2
    assert {m.cluster for m in cores} == {MemberKind.CORE}
    probably = {m.member_id for m in members if "probably says the same as" in m.detail and "(0.80)" in m.detail}
    assert probably in [{m.member_id for m in cores if m.cluster_id == core} for core in {m.cluster_id for m in cores}]


def test_one_small_count_in_a_story_of_one_scene_is_probably_one(story: Story) -> None:
    three = {"effect": "killed", "low": 3, "high": 3}
    story.article(
        "A", story.claim(Slot.TOLL, "three servicemen had been killed", "Border Guard", of="serviceman", **three)
    )
    story.article("B", story.claim(Slot.TOLL, "three soldiers lost their lives", "Ministry", of="soldier", **three))
    told = story.ladder("three servicemen had been killed")
    assert (told.origins_min, told.origins_max) == (1, 2)


def test_one_victim_may_be_another_one(story: Story) -> None:
    one = {"effect": "killed", "low": 1, "high": 1}
    story.article("A", story.claim(Slot.TOLL, "a serviceman was killed", "Border Guard", of="serviceman", **one))
    story.article("B", story.claim(Slot.TOLL, "one soldier lost his life", "Ministry", of="soldier", **one))
    assert story.groups() == set()
