"""What stands behind accounts: which named bodies may be one, and how sentences list names."""

from __future__ import annotations

import pytest

from sayso.relations.origins.judgedbodies import JudgedBodies
from sayso.relations.origins.tallying import LISTED, Step, Tally, full_names, listed, merged
from sayso.vocab import StepKind


def tally(*names: str, relays: tuple[tuple[str, str], ...] = ()) -> Tally:
    made = Tally(relays=[(a.lower(), b.lower()) for a, b in relays])
    for name in names:
        made.named[name.lower()] |= set()
        made.shown[name.lower()] = name
    return made


def unjudged() -> JudgedBodies:
    return JudgedBodies((), lambda name: False)


def test_bodies_that_are_surely_two_stay_two() -> None:
    assert merged(tally("Ana Dovic", "Petar Lund"), unjudged()) == ([], 2)


def test_who_cites_whom_may_be_one_origin() -> None:
    steps, least = merged(tally("Ana Dovic", "Petar Lund", relays=(("Ana Dovic", "Petar Lund"),)), unjudged())
    assert least == 1
    assert steps == [Step("Ana Dovic cites Petar Lund: they may be one origin; joined in min", StepKind.JOINED)]


def test_a_kind_of_body_may_be_any_other_source() -> None:
    steps, least = merged(tally("Ana Dovic", "police"), unjudged())
    assert least == 1
    said = "police: named only by kind, which may be, or rest on, any other source; in max only"
    assert steps == [Step(said, StepKind.LEFT_OUT)]


def test_a_long_list_says_how_many_more_there_are() -> None:
    names = [f"Paper {number}" for number in range(LISTED + 3)]
    assert listed(names).endswith("Paper 11 and 3 more")
    assert listed(names[:2]) == "Paper 0, Paper 1"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Lund", "Petar Lund"], {"Lund": "Petar Lund"}),
        (["Lund", "Petar Lund", "Ida Lund"], {}),
        (["ministry", "emergencies ministry"], {"ministry": "emergencies ministry"}),
        (["ministry", "emergencies ministry", "interior ministry"], {}),
        (
            ["emergencies ministry", "country's emergencies ministry"],
            {"emergencies ministry": "country's emergencies ministry"},
        ),
        (
            ["Authority", "Fire Authority", "National Fire Authority"],
            {"Authority": "National Fire Authority", "Fire Authority": "National Fire Authority"},
        ),
        (["police", "military police"], {}),
        (["Salt Front", "Salt Front rebel group"], {"Salt Front": "Salt Front rebel group"}),
        (["Kembra", "Kembra Harbour Council"], {}),
        (["Lund", "Ana Dovic"], {}),
        (["Salt Council", "first view of the Salt Council"], {"first view of the Salt Council": "Salt Council"}),
    ],
)
def test_short_forms(names: list[str], short: dict[str, str]) -> None:
    assert full_names(names) == short
