"""Claims told in quite other words, and claims told in nearly the same ones that say something else."""

from __future__ import annotations

from typing import Any

import pytest

from claimpairs import claim, facts, one_story, statements
from sayso.relations.agreement import relate_claims
from sayso.relations.matching import apart, comparable, figures_of, judged, read_trees, told, weigh
from sayso.relations.saying import NO, Verdict
from sayso.vocab import Polarity, Slot

#: Claims of which two in a row say the same.
ONE = [
    (
        "The regulator has opened an inquiry into the lender",
        "An investigation into the bank was launched by the watchdog",
    ),
    ("Shops pulled the eggs from their shelves", "Retailers removed the eggs from sale"),
    ("The freighter saved 118 migrants in the strait", "118 migrants were rescued by a cargo ship in the strait"),
    ("The club owes four million pounds in tax", "The club has an unpaid tax bill of four million pounds"),
]
#: Of these the second says something else.
TWO = [
    ("Parliament abolished the gas levy", "Parliament abolished the coal levy"),
    ("Thieves stole a crown from the museum", "Thieves stole a sword from the museum"),
    ("The airport reopened after the storm", "The harbour reopened after the storm"),
    ("The family paid a ransom", "The family offered a reward"),
]


def test_trees_put_other_words_for_one_thing_above_nearly_the_same_words_for_two() -> None:
    trees = read_trees()
    like = [weigh(trees, *statements(*pair), ruled=False) for pair in ONE]
    unlike = [weigh(trees, *statements(*pair), ruled=False) for pair in TWO]
    assert sorted(like)[len(like) // 2] > sorted(unlike)[len(unlike) // 2]
    assert all(odds <= trees.into for odds in unlike)


@pytest.mark.parametrize("pair", [*ONE, *TWO])
def test_the_order_of_two_claims_does_not_matter(pair: tuple[str, str]) -> None:
    a, b = statements(*pair)
    assert figures_of(a, b, False) == figures_of(b, a, False)
    assert judged(a, b, NO)[:2] == judged(b, a, NO)[:2]


def test_what_the_trees_are_sure_is_not_one_is_parted() -> None:
    a, b = statements("The mayor opened the new bridge", "The mayor said taxes on bread would rise in spring")
    assert not judged(a, b, Verdict(True, 0.6, "by rule")).same
    same = statements("The mayor opened the new bridge", "The mayor  opened the new bridge")
    assert judged(*same, Verdict(True, 0.6, "by rule")).same


def test_the_reader_sees_which_words_stand_for_which() -> None:
    a, b = statements("Police arrested the banker", "Officers detained the banker")
    shown = told(a, b)
    assert "arrested ~ detained" in shown
    assert "banker" not in shown


APART = [
    ({"time": "2024-05-13"}, {"time": "2024-05-14"}),
    ({"place": ("Ostrel",)}, {"place": ("Tarven",)}),
    ({"low": 9, "high": 9}, {"low": 12, "high": 12}),
    ({"agent": "Ana Dovic"}, {"agent": "Petar Lund"}),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_rules_hold_apart_what_no_words_can_join(one: dict[str, Any], other: dict[str, Any]) -> None:
    words = "the bridge was closed to lorries"
    a, b = facts((words, Slot.OCCURRENCE, one), (f"{words} again", Slot.OCCURRENCE, other))
    assert apart(a, b)
    assert judged(a, b, NO) == NO


def test_only_claims_of_two_articles_and_one_in_open_words_are_judged() -> None:
    toll = ("nine people died", Slot.TOLL, {"effect": "killed", "low": 9, "high": 9})
    count = ("nine people took part", Slot.STRENGTH, {"low": 9, "high": 9})
    told_so = ("nine people lost their lives", Slot.STATEMENT, {})
    denied = ("nobody lost her life", Slot.STATEMENT, {"polarity": Polarity.NEGATIVE})
    a, b, c, d = facts(toll, count, told_so, denied)
    assert not comparable(a, b)
    assert comparable(a, c)
    assert not comparable(c, d)
    assert not comparable(c, c)


def test_claims_in_other_words_are_one_cluster_and_the_trees_say_why() -> None:
    words = (
        "The freighter saved 118 migrants in the strait",
        "118 migrants were rescued by a cargo ship in the strait",
    )
    made = [claim(f"Paper {n}", text, Slot.STATEMENT, {}) for n, text in enumerate(words)]
    documents = [document for document, _ in made]
    members, _, _ = relate_claims(documents, [told for _, told in made], [], one_story(documents), [], [])
    assert len({m.cluster_id for m in members}) == 1
    verdict = judged(*statements(*words), NO)
    assert verdict.same
    assert verdict.why == "told in other words (freighter ~ ship .80, saved ~ rescued .80)"
