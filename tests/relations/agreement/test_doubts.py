"""Relations that rules find between claims of different things, and those that words bear out."""

from __future__ import annotations

from claimpairs import facts, statements
from sayso.relations.agreement.doubts import doubtful
from sayso.relations.agreement.standing import Relation
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.vocab import LinkKind, Modality, Polarity, Slot

NEGATED = {"polarity": Polarity.NEGATIVE}


def doubted(kind: LinkKind, a: Fact, b: Fact) -> bool:
    return doubtful(Relation(kind, 0.7, "by rule"), Group([a], [a]), Group([b], [b]))


def test_the_end_of_one_thing_is_no_end_of_another() -> None:
    plan = "the mayor plans to reopen the swimming pool in June"
    assert doubted(LinkKind.UPDATES, *statements(plan, "the mayor ended his marriage"))
    assert not doubted(LinkKind.UPDATES, *statements(plan, "the plan to reopen the swimming pool in June was dropped"))


def test_what_denies_a_claim_says_it_over_again() -> None:
    said = ("the mayor Ivo Marl had taken money from a builder", Slot.STATEMENT, {})
    never = ("Ivo Marl never took a crown from any builder", Slot.STATEMENT, NEGATED | {"predicate": "take"})
    other = ("Ivo Marl never heated the pool in winter", Slot.STATEMENT, NEGATED | {"predicate": "heat"})
    a, b, c = facts(said, never, other)
    assert not doubted(LinkKind.DENIAL, a, b)
    assert doubted(LinkKind.DENIAL, a, c)


def test_a_wish_is_no_state_that_another_one_ends() -> None:
    plan = ("the mayor should cancel the meeting with the builders", Slot.STATEMENT, {"modality": Modality.ORDERED})
    done = ("the mayor cancelled the meeting with the builders", Slot.STATEMENT, {})
    a, b = facts(plan, done)
    assert doubted(LinkKind.UPDATES, a, b)


def test_figures_and_slots_of_their_own_are_left_to_their_rules() -> None:
    ten = ("ten boats lay in the harbour", Slot.STATEMENT, {"low": 10, "high": 10})
    price = ("a ticket was 12 crowns", Slot.STATEMENT, {"low": 12, "high": 12})
    toll = ("nine people died", Slot.TOLL, {"effect": "killed", "low": 9, "high": 9})
    a, b, c = facts(ten, price, toll)
    assert not doubted(LinkKind.CONFLICTS, a, b)
    assert not doubted(LinkKind.CONFLICTS, a, c)
    assert not doubted(LinkKind.AGREES, a, b)
