"""Denials that say a claim over again and negate it, and negations that only stand near one."""

from __future__ import annotations

import pytest

from claimpairs import facts
from sayso.relations.agreement.restating import all_told, restates
from sayso.relations.claims.facts import Fact
from sayso.vocab import Modality, Polarity, Slot

DENIED = {"polarity": Polarity.NEGATIVE, "modality": Modality.DENIED}
NOT_SO = {"polarity": Polarity.NEGATIVE}


def pair(negated: str, predicate: str, told: str, stance: dict[str, object]) -> tuple[Fact, Fact]:
    no, yes = facts((negated, Slot.STATEMENT, {"predicate": predicate, **stance}), (told, Slot.STATEMENT, {}))
    return no, yes


@pytest.mark.parametrize(
    ("negated", "predicate", "told", "stance"),
    [
        ("the senator had not served in the navy", "serve", "The senator served in the navy for years", NOT_SO),
        ("the train had been travelling above the limit", "travel", "The train was going too fast", DENIED),
        ("the bank was in talks with its rival about a sale", "be", "the bank is in talks with its rival", DENIED),
        ("nobody stuffed any ballot boxes", "stuff", "ballot boxes had been stuffed in the south", NOT_SO),
    ],
)
def test_a_denial_says_it_over_again(negated: str, predicate: str, told: str, stance: dict[str, object]) -> None:
    assert restates(*pair(negated, predicate, told, stance))


@pytest.mark.parametrize(
    ("negated", "predicate", "told"),
    [
        ("the charges have nothing to do with the mayor", "do", "the mayor spoke of the charges in public"),
        ("the mayor has no confidence in the police", "confidence", "the mayor met the police on Monday"),
        ("there is no bias within the party", "bias", "members of the party disputed claims of bias"),
        ("the union has not changed its position", "change", "the union said that it had not changed its position"),
        ("the senator had not seen the letter", "see", "the letter was printed in a newspaper"),
    ],
)
def test_what_only_stands_near_a_claim_denies_nothing(negated: str, predicate: str, told: str) -> None:
    assert not restates(*pair(negated, predicate, told, NOT_SO))


def test_all_that_is_denied_is_told() -> None:
    assert all_told(*pair("nobody stuffed any ballot boxes", "stuff", "ballot boxes had been stuffed", NOT_SO))
    assert not all_told(*pair("it has no time", "time", "the council has time for the harbour", NOT_SO))
