"""What is claimed, so that it can be denied, and which negations deny anything."""

from __future__ import annotations

import pytest

from claimpairs import facts
from sayso.relations.agreement.assertions import both_so
from sayso.vocab import Modality, Polarity, Slot

DENIED = {"polarity": Polarity.NEGATIVE, "modality": Modality.DENIED}
NOT_SO = {"polarity": Polarity.NEGATIVE}
TOLD = "the council of Velm sold the meadow to a builder"


@pytest.mark.parametrize(
    ("negated", "stance", "denies"),
    [
        ("the council of Velm did not sell the meadow", NOT_SO, True),
        ("the council had not sold the meadow until May", NOT_SO, True),
        ("not until May did the council sell the meadow", NOT_SO, False),
        ("the council did not only sell the meadow", NOT_SO, False),
        ("it was not yet clear to whom the council sold the meadow", NOT_SO, False),
        ("nobody knew of the sale of the meadow", NOT_SO, False),
        ("we are the ones who did not sell the meadow", NOT_SO, False),
        ("the council had sold the meadow", DENIED, True),
        ("the mayor's veto of the sale of the meadow", DENIED, False),
        ("any plan to sell the meadow", DENIED, True),
    ],
)
def test_which_negations_deny(negated: str, stance: dict[str, object], denies: bool) -> None:
    no, yes = facts((negated, Slot.STATEMENT, stance), (TOLD, Slot.STATEMENT, {}))
    assert both_so(no, yes) is denies


@pytest.mark.parametrize(
    ("told", "claimed"),
    [
        (TOLD, True),
        ("whoever sells a meadow of the council pays a fine", False),
        ("anyone selling a meadow of the council", False),
        ("the council to sell the meadow", False),
    ],
)
def test_what_is_claimed(told: str, claimed: bool) -> None:
    no, yes = facts(("the council did not sell the meadow", Slot.STATEMENT, NOT_SO), (told, Slot.STATEMENT, {}))
    assert both_so(no, yes) is claimed


@pytest.mark.parametrize(
    ("negated", "doer", "denies"),
    [
        ("using poisoned bait in the forest", "Hunters of Velm", False),
        ("using poisoned bait in the forest", "Rangers", True),
        ("that poisoned bait was laid in the forest", "Hunters of Velm", True),
    ],
)
def test_her_own_deed_is_no_others(negated: str, doer: str, denies: bool) -> None:
    accused = (f"{doer} of using poisoned bait", Slot.RESPONSIBILITY, {"agent": doer, "sense": "blamed"})
    no, yes = facts((negated, Slot.STATEMENT, DENIED | {"agent": "Rangers"}), accused)
    assert both_so(no, yes) is denies
