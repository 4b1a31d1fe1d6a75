"""Pairs of claims that are shown to people as possibly one: which, how many, and what a judgement makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from claimpairs import statements
from sayso.relations.claims import possible, probable
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.possible import possible_links, possible_pairs
from sayso.relations.claims.probable import Likelihoods, put_together
from sayso.relations.claims.saying import Verdict
from sayso.types import Link
from sayso.vocab import JudgementKind, LinkKind, Slot

Story = Any  # tests/relations/conftest.py


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Of claims of one letter each, the pairs that are shown where the trees find two of them so likely to be one; two
    that are not listed are held apart. Gives what ``possible_pairs`` gives, told by the letters."""

    def run(likelihoods: dict[str, float], letters: str, headlines: str = "") -> list[tuple[str, float]]:
        monkeypatch.setattr(
            probable, "same", lambda a, b: Verdict(False, likelihoods[pair([a, b])], "told in other words")
        )
        monkeypatch.setattr(probable, "compatible", lambda a, b: pair([a, b]) in likelihoods)
        groups = [Group([fact], [fact]) for fact in statements(*letters)]
        for number, group in enumerate(groups):
            group.maybe = groups[:number]
            if group.lead.text in headlines:
                group.lead.values["zone"] = "headline"
        found = Likelihoods()
        shown = possible_pairs(put_together(groups, found), found)
        return [(pair([*leads(p.one), *leads(p.other)]), p.likelihood) for p in shown]

    return run


def pair(facts: Iterable[Fact]) -> str:
    return "".join(sorted(fact.text for fact in facts))


def leads(cluster: probable.Cluster) -> list[Fact]:
    return [core.lead for core in cluster.cores]


def test_what_is_likely_and_not_joined_is_shown_the_likeliest_first(asked: Any) -> None:
    assert asked({"AB": 0.75, "AC": 0.8, "BC": 0.3}, "ABC") == [("AC", 0.8), ("AB", 0.75)]


def test_what_is_joined_or_held_apart_is_not_shown(asked: Any) -> None:
    assert asked({"AB": 0.9}, "AB") == []
    assert asked({}, "AB") == []
    assert asked({"AB": 0.9, "AC": 0.8}, "ABC") == []  # C is held apart from B, which A is one with


def test_a_headline_is_not_shown(asked: Any) -> None:
    assert asked({"AB": 0.8}, "AB", headlines="B") == []


def test_a_claim_is_shown_with_so_many_others(asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    likely = {f"A{letter}": 0.7 + number / 100 for number, letter in enumerate("BCDEF")}
    alone = {a + b: 0.1 for a in "BCDEF" for b in "BCDEF" if a < b}
    assert len(asked(likely | alone, "ABCDEF")) == 5  # each of the others is shown for its own sake
    likely |= dict.fromkeys(("BC", "BD", "BE", "CD", "CE", "DE"), 0.8)
    monkeypatch.setattr(possible, "MOST", 2)
    shown = [letters for letters, _ in asked(likely | {f"{a}F": 0.1 for a in "BCDE"}, "ABCDEF")]
    assert "AB" not in shown
    assert "AF" in shown


def test_what_is_related_otherwise_is_no_open_question() -> None:
    one, other = (probable.Cluster([Group([fact], [fact])]) for fact in statements("A", "B"))
    ids = {id(one.cores[0]): "claims-1", id(other.cores[0]): "claims-2"}
    found = [possible.Pair(one, other, 0.8, "told in other words")]
    (link,) = possible_links(found, ids, [])
    assert (link.relation, link.left, link.right, link.score) == (LinkKind.SAME_CLAIM, "claims-1", "claims-2", 0.8)
    assert link.detail == "may be one claim, told in other words: likelihood 0.80; nothing is counted together"
    assert not list(possible_links(found, ids, [Link(relation=LinkKind.UPDATES, left="claims-2", right="claims-1")]))


@pytest.fixture
def open_question(story: Story, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Two accounts in other words that the trees would call one in three of four cases."""
    monkeypatch.setattr(probable, "same", lambda a, b: Verdict(False, 0.75, "told in other words"))
    monkeypatch.setattr("sayso.relations.claims.grouping.same", lambda a, b, asked=True: Verdict(False, 0.75, "so"))
    story.article("Dawn Courier", story.claim(Slot.STATEMENT, "The mill closed its gates"))
    story.article("Lake Herald", story.claim(Slot.STATEMENT, "The mill closed gates for good"))
    return story


def links(story: Story) -> list[tuple[str, str, bool]]:
    return [(link.relation.value, link.judge, link.negated) for link in story.related()[1]]


def test_an_open_question_changes_no_count(open_question: Story) -> None:
    assert links(open_question) == [("same_claim", "sayso", False)]
    assert open_question.groups() == set()
    assert [o.origins_max for o in open_question.origins()] == [1, 1]


@pytest.mark.parametrize("verdict", [JudgementKind.NOT_SAME, JudgementKind.SAME, JudgementKind.AGREES])
def test_what_a_person_judged_is_open_no_more(open_question: Story, verdict: JudgementKind) -> None:
    open_question.judge(verdict, "The mill closed its gates", "The mill closed gates for good")
    assert [judge for _, judge, _ in links(open_question)] == ["Ines Gall"]
