"""Claims told in quite other words, and claims told in nearly the same ones that say something else."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest

from claimpairs import claim, facts, one_story, statements
from sayso.relations.agreement.collator import relate_claims
from sayso.relations.claims.matching import (
    DOUBTED,
    PROBABLE,
    comparable,
    figures_of,
    how_near,
    judged,
    legible,
    read_trees,
    told,
    weigh,
)
from sayso.relations.claims.parting import apart
from sayso.relations.claims.sameness import ruled, same
from sayso.relations.claims.saying import NO, Verdict
from sayso.vocab import Modality, Polarity, Slot

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


def odds(pair: tuple[str, str]) -> float:
    a, b = statements(*pair)
    return weigh(read_trees(), a, b, False, how_near(a, b))


def likelihood(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def test_trees_put_other_words_for_one_thing_above_nearly_the_same_words_for_two() -> None:
    like, unlike = [odds(pair) for pair in ONE], [odds(pair) for pair in TWO]
    assert sorted(like)[len(like) // 2] > sorted(unlike)[len(unlike) // 2]
    assert all(found <= read_trees().into for found in unlike)


@pytest.mark.parametrize("pair", [*ONE, *TWO])
def test_the_order_of_two_claims_does_not_matter(pair: tuple[str, str]) -> None:
    a, b = statements(*pair)
    assert how_near(a, b) == how_near(b, a)
    assert figures_of(a, b, False, 0.5) == figures_of(b, a, False, 0.5)
    assert judged(a, b, NO)[:2] == judged(b, a, NO)[:2]


def test_what_the_trees_are_sure_is_not_one_is_parted() -> None:
    a, b = statements("The mayor opened the new bridge", "The mayor said taxes on bread would rise in spring")
    assert not judged(a, b, Verdict(True, 0.6, "by rule")).same
    same = statements("The mayor opened the new bridge", "The mayor  opened the new bridge")
    assert judged(*same, Verdict(True, 0.6, "by rule")).same


def test_what_the_rules_join_in_words_that_are_not_likely_one_is_only_probably_one() -> None:
    a, b = statements("Inspectors closed the abattoir", "Inspectors visited the abattoir")
    by_rule = Verdict(True, 0.6, "by rule")
    trees = read_trees()
    odds = weigh(trees, a, b, True, how_near(a, b))
    assert trees.out < odds
    assert likelihood(odds) <= DOUBTED
    assert judged(a, b, by_rule) == Verdict(False, PROBABLE, "by rule")


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
    ({"score": "97:87"}, {"score": "96:88"}),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_rules_hold_apart_what_no_words_can_join(one: dict[str, Any], other: dict[str, Any]) -> None:
    words = "the bridge was closed to lorries"
    a, b = facts((words, Slot.OCCURRENCE, one), (f"{words} again", Slot.OCCURRENCE, other))
    assert apart(a, b)
    assert judged(a, b, NO) == NO


def test_only_claims_of_two_articles_are_judged_and_counts_of_the_hurt_by_no_crowd() -> None:
    toll = ("nine people died", Slot.TOLL, {"effect": "killed", "low": 9, "high": 9})
    count = ("nine people took part", Slot.STRENGTH, {"low": 9, "high": 9})
    told_so = ("nine people lost their lives", Slot.STATEMENT, {})
    denied = ("nobody lost her life", Slot.STATEMENT, {"polarity": Polarity.NEGATIVE})
    a, b, c, d = facts(toll, count, told_so, denied)
    assert not comparable(a, b)
    assert comparable(a, c)
    assert not comparable(c, d)
    assert not comparable(c, c)


def count(words: str, effect: str, of: str, figure: int, **more: Any) -> tuple[str, Slot, dict[str, Any]]:
    return words, Slot.TOLL, {"effect": effect, "of": of, "low": figure, "high": figure, **more}


def test_counts_of_one_figure_are_probably_one_where_a_story_has_one_scene() -> None:
    a, b = facts(
        count("A blaze in the hills killed one firefighter", "killed", "firefighter", 1),
        count("One firefighter has died", "killed", "firefighter", 1, time="2024"),
    )
    verdict = same(a, b)
    assert not verdict.same  # never surely
    assert verdict.score >= PROBABLE
    many = [dataclasses.replace(fact, scenes=5) for fact in (a, b)]
    assert same(*many) == NO


def test_counts_of_two_peoples_are_two() -> None:
    a, b = facts(
        count("Two Azurian soldiers were killed", "killed", "soldier", 2, victims="Azurian"),
        count("two of Ruvia's soldiers died", "killed", "soldier", 2, victims="Ruvia"),
    )
    assert same(a, b) == NO


def test_one_of_anybody_is_no_count() -> None:
    a, b = facts(count("One person has died", "killed", "person", 1), count("One man died", "killed", "man", 1))
    assert not comparable(a, b)


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
    assert verdict.score >= PROBABLE
    assert verdict.why == "told in other words (freighter ~ ship .80, saved ~ rescued .80)"


def test_claims_mostly_of_names_are_not_read() -> None:
    named, told_plainly = statements("Zorvan Plekt Marwick Dostrel talks", "The minister held talks with Marwick")
    assert not legible(named)
    assert legible(told_plainly)
    assert not legible(dataclasses.replace(told_plainly, read=False))


def test_who_is_to_blame_is_all_that_such_a_claim_says() -> None:
    words = "was blamed for the shelling of the clinic"
    a, b, c = facts(
        (f"the army {words}", Slot.RESPONSIBILITY, {"agent": "army"}),
        (f"the Northern Alliance {words}", Slot.RESPONSIBILITY, {"agent": "Northern Alliance"}),
        (f"the army {words} again", Slot.RESPONSIBILITY, {"agent": "army"}),
    )
    assert apart(a, b)
    assert not apart(a, c)


def test_words_in_common_are_not_one_claim() -> None:
    one = "Mayor Harvan drew up the wage deal"
    a, b = statements(one, "thirty drivers were still against the deal after Mayor Harvan had spoken")
    assert ruled(a, b).same
    assert not same(a, b).same


def test_a_plan_is_not_its_end() -> None:
    a, b, c = facts(
        ("soldiers are to unload the grain", Slot.OCCURRENCE, {"modality": Modality.PLANNED}),
        ("the plan to have soldiers unload the grain was cancelled", Slot.OCCURRENCE, {}),
        ("soldiers unload the grain", Slot.OCCURRENCE, {}),
    )
    assert apart(a, b)
    assert not apart(a, c)


def test_what_states_no_day_may_be_of_any_but_a_toll() -> None:
    a, b = facts(
        ("the war began in 2011", Slot.OCCURRENCE, {"time": "2011"}),
        ("the conflict broke out with protests", Slot.OCCURRENCE, {}),
    )
    assert not apart(a, b)
    old, new = facts(
        count("a blast killed nine", "killed", "person", 9, time="2011"), count("nine died", "killed", "", 9)
    )
    assert apart(old, new)


def test_contraries_around_one_happening_part_nothing() -> None:
    a, b, c = facts(
        ("he was found not guilty of embezzlement", Slot.OCCURRENCE, {"event": "acquitted", "target": "Iven Marsk"}),
        ("a court acquitted the banker", Slot.OCCURRENCE, {"event": "acquitted", "target": "banker"}),
        ("he was found guilty of embezzlement", Slot.OCCURRENCE, {"event": "convicted", "target": "Iven Marsk"}),
    )
    assert not apart(a, b)
    assert apart(b, c)
