"""Groups found by the words of a claim: the nearest, of the same story and polarity, whatever the order."""

from __future__ import annotations

import dataclasses
import random

from claimpairs import facts, statements
from sayso.relations.claims.nearby import BLOCK, NEAREST, Nearby
from sayso.relations.words.meanings import meaning
from sayso.types import replaced
from sayso.vocab import Polarity, Slot

WORDS = (
    "Police detained the banker", "Prosecutors charged the banker", "Rain fell on the harbour",
    "Officers arrested the banker",
)  # fmt: skip


def test_the_nearest_come_first() -> None:
    nearby: Nearby[str] = Nearby()
    police, *others = statements(*WORDS)
    for fact in others:
        nearby.enter(fact, fact.text)
    found = nearby.find(police)
    assert found[:2] == ["Officers arrested the banker", "Prosecutors charged the banker"]
    assert "Rain fell on the harbour" not in found


def test_what_stands_in_a_later_block_is_found_as_well() -> None:
    nearby: Nearby[str] = Nearby()
    police, *others = statements(*WORDS, *(f"Rain fell on pier {n}" for n in range(BLOCK)))
    for fact in sorted(others, key=lambda fact: "banker" in fact.text):
        nearby.enter(fact, fact.text)
    assert set(nearby.find(police)[:2]) == {"Prosecutors charged the banker", "Officers arrested the banker"}


def test_each_group_is_found_once_and_no_more_than_so_many() -> None:
    nearby: Nearby[list[str]] = Nearby()
    told = statements(*(f"Police detained the banker in Varnic{n}" for n in range(40)))
    groups: list[list[str]] = [[str(number)] for number in range(10)]
    for number, fact in enumerate(told):
        nearby.enter(fact, groups[number % 10])
    found = nearby.find(told[0])
    assert len(found) == NEAREST == len({id(group) for group in found})


def test_the_order_in_which_claims_come_changes_nothing_where_all_differ() -> None:
    told = statements("Police freed the banker", "Guards held the banker", "The bank fired its chief", "A court sat")
    asked = statements("Police detained the banker")[0]
    seen = set()
    for seed in range(6):
        nearby: Nearby[str] = Nearby()
        for fact in random.Random(seed).sample(told, len(told)):
            nearby.enter(fact, fact.text)
        seen.add(tuple(nearby.find(asked)))
    assert len(seen) == 1


def test_denials_and_claims_of_which_none_is_open_are_not_brought_together() -> None:
    words = "nine bankers were detained"
    values = {"low": 9, "high": 9}
    told = facts(
        (words, Slot.STATEMENT, {}), (words, Slot.STATEMENT, {"polarity": Polarity.NEGATIVE}),
        (words, Slot.TOLL, {"effect": "detained", **values}), (words, Slot.STRENGTH, values),
    )  # fmt: skip
    said, denied, toll, count = told
    nearby: Nearby[str] = Nearby()
    nearby.enter(toll, "toll")
    assert nearby.find(said) == ["toll"]
    assert nearby.find(denied) == nearby.find(count) == []


def test_what_is_told_with_a_negation_is_brought_together_with_denials_and_with_the_rest() -> None:
    told, asked = statements("Nobody may open the northern gate again", "The northern gate may never be opened again")
    said = statements("The northern gate may be opened again")[0]
    denied = dataclasses.replace(asked, claim=replaced(asked.claim, polarity=Polarity.NEGATIVE))
    nearby: Nearby[str] = Nearby()
    nearby.enter(told, "nobody may")
    assert nearby.find(denied) == nearby.find(said) == ["nobody may"]
    nearby.enter(denied, "never")
    assert nearby.find(said) == ["nobody may"]


def test_no_claim_is_read_before_one_of_another_document_asks() -> None:
    first, other = statements("Guards shut the northern gate at noon", "The gate in the north was closed")
    nearby: Nearby[str] = Nearby()
    nearby.enter(first, "gate")
    before = meaning.cache_info().misses
    assert nearby.find(first) == []
    assert meaning.cache_info().misses == before
    assert nearby.find(other) == ["gate"]
    assert meaning.cache_info().misses == before + 2
