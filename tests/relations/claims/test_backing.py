"""What beside their likelihood speaks for or against two claims being one."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from claimpairs import facts, statements
from sayso.relations.claims import matching
from sayso.relations.claims.backing import ALIKE, NEAR, backed, common, telling_figure, unsure
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.matching import POSSIBLE, PROBABLE, judged
from sayso.relations.claims.saying import DAYS, NO, Verdict
from sayso.vocab import Slot


def test_a_telling_figure_backs_other_words() -> None:
    def euros(words: str, figure: int) -> tuple[str, Slot, dict[str, Any]]:
        return words, Slot.STATEMENT, {"low": figure, "high": figure, "unit": "EUR"}

    words = "The state expects repairs to cost around 90 million euros", "He put the damage at 90 million euros"
    assert telling_figure(*facts(euros(words[0], 90000000), euros(words[1], 90000000)))
    assert not telling_figure(*facts(euros("he paid four euros", 4), euros("it cost four euros", 4)))
    assert not telling_figure(*facts(euros("thousands of euros were paid", 2000), euros("2,000 euros", 2000)))


def test_one_telling_figure_makes_probable_what_is_not_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"low": 1800, "high": 1800}
    a, b = facts(
        ("the local paper says that 1,800 stopped work", Slot.STATEMENT, held),
        ("some 1,800 dockers left the quays", Slot.STATEMENT, held),
    )
    monkeypatch.setattr(matching, "weigh", lambda *_: 0.6)  # a likelihood of .65
    verdict = judged(a, b, NO)
    assert (verdict.same, verdict.score) == (False, PROBABLE)
    monkeypatch.setattr(matching, "weigh", lambda *_: -0.1)
    assert judged(a, b, NO).score < PROBABLE


def test_words_that_tell_much_in_both_back_a_likelihood() -> None:
    a, b, c = statements(
        "The chancellor granted the tannery a subsidy for its cooling towers",
        "the tannery's cooling towers were built with a subsidy of the chancellor",
        "the tannery closed its canteen",
    )
    assert common(a, b).both > common(a, c).both
    assert backed(a, b, 0.85, 0.7) == "words that tell much in both"
    assert backed(a, b, 0.75, 0.7) == ""
    assert backed(a, c, 0.85, 0.7) == ""
    assert backed(a, c, 0.5, NEAR) == "nearly the same words"
    assert backed(*statements("it was", "so be it"), 0.85, 0.7) == ""


def test_claims_that_say_little_are_one_in_nearly_the_same_words_only() -> None:
    a, b = statements("That is our plan", "a proposal to win over the others")
    assert unsure(a, b, 0.8)
    assert not unsure(a, b, ALIKE)
    long = statements("The chancellor granted the tannery a subsidy", "A subsidy for the tannery was the chancellor's")
    assert not unsure(*long, 0.8)


def test_what_is_told_days_apart_is_one_in_nearly_the_same_words_only() -> None:
    a, b = statements("Shells hit the granary of Ostrel at dusk", "The granary in Ostrel was struck by shells")
    assert not unsure(a, b, 0.8)
    late = dataclasses.replace(b, published=(b.published or 0) + DAYS + 1)
    assert unsure(a, late, 0.8)
    assert not unsure(a, late, ALIKE)


def test_trees_that_are_sure_join_nothing_that_says_too_little(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(a: Fact, b: Fact) -> tuple[bool, float]:
        return judged(a, b, NO)[:2]

    monkeypatch.setattr(matching, "weigh", lambda *_: 5.0)
    monkeypatch.setattr(matching, "likeness", lambda *_: 0.8)
    assert found(*statements("That is our plan", "a proposal to win over the others")) == (False, POSSIBLE)
    long = statements("The chancellor granted the tannery a subsidy", "A subsidy for the tannery was the chancellor's")
    assert found(*long)[1] >= PROBABLE


def test_what_rules_join_that_says_too_little_is_only_probably_one(monkeypatch: pytest.MonkeyPatch) -> None:
    by_rule = Verdict(True, 0.9, "by rule")
    monkeypatch.setattr(matching, "weigh", lambda *_: 5.0)
    monkeypatch.setattr(matching, "likeness", lambda *_: 0.8)
    assert judged(*statements("he is to vote", "citizens vote"), by_rule) == Verdict(False, PROBABLE, "by rule")
    long = statements("The chancellor granted the tannery a subsidy", "A subsidy for the tannery was the chancellor's")
    assert judged(*long, by_rule) == by_rule


def test_one_result_is_never_too_little() -> None:
    score = {"score": "396:9"}
    a, b = facts(("the vote was 396-9", Slot.OCCURRENCE, score), ("it passed, 396-9", Slot.OCCURRENCE, score))
    assert not unsure(a, b, 0.8)
