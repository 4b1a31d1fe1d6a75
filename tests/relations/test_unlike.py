"""Claims that share words and are of two things, and the same thing in fewer of them."""

from __future__ import annotations

import pytest

from claimpairs import facts, statements
from sayso.relations.sameness import ruled, same
from sayso.relations.unlike import unlike
from sayso.vocab import Polarity, Slot

TWO = [
    ("the minister will meet the unions about the wage deal", "the bridge deal was drawn up by the minister's uncle"),
    ("Mayor Harvan drew up the wage deal", "thirty drivers were still against the deal after Mayor Harvan had spoken"),
]
ONE = [
    (
        "the minister will meet the unions about the wage deal",
        "a meeting on the wage deal between minister and unions is planned",
    ),
    ("the harbour was closed to lorries after the flood", "after the flood lorries could not use the harbour"),
]


@pytest.mark.parametrize("pair", TWO)
def test_words_in_common_are_not_one_claim(pair: tuple[str, str]) -> None:
    assert unlike(*statements(*pair))


@pytest.mark.parametrize("pair", ONE)
def test_what_is_told_with_other_words_is_not_unlike(pair: tuple[str, str]) -> None:
    assert not unlike(*statements(*pair))


def test_what_rules_join_by_words_alone_is_parted() -> None:
    a, b = statements(*TWO[1])
    assert ruled(a, b).same
    assert not same(a, b).same


def test_tolls_negated_claims_and_equal_words_are_not_asked_about() -> None:
    toll = ("nine people died", Slot.TOLL, {"effect": "killed", "low": 9, "high": 9})
    other = ("the road was closed at night", Slot.STATEMENT, {})
    never = ("he has never taken any money", Slot.STATEMENT, {"polarity": Polarity.NEGATIVE})
    bribes = ("charges that he took bribes", Slot.STATEMENT, {"polarity": Polarity.NEGATIVE})
    a, b, c, d = facts(toll, other, never, bribes)
    assert not unlike(a, b)
    assert not unlike(c, d)
    assert not unlike(b, b)
