"""What an account is worth: demands, what is told in passing, joint statements, other words, what is no name."""

from __future__ import annotations

import pytest

from relatedcases import Case, ladders, related
from sayso.relations.origins.naming import hidden, nameless
from sayso.relations.origins.testimony import KNOWN, PASSING, Telling, surely_one
from sayso.vocab import Slot


def telling(slot: Slot, *words: str, low: int | None = None, numbers: tuple[str, ...] = ()) -> list[Telling]:
    return [Telling(slot, (low, low), frozenset(words), frozenset(numbers))]


@pytest.mark.parametrize(
    ("left", "right", "sure"),
    [
        (telling(Slot.TOLL, low=9), telling(Slot.TOLL, low=9), True),
        (telling(Slot.TOLL, low=9), telling(Slot.TOLL, low=12), False),
        (telling(Slot.TOLL, "kill", "guard", low=1), telling(Slot.TOLL, "kill", "pilot", low=1), False),
        (
            telling(Slot.TOLL, "die", low=4),
            telling(Slot.TOLL, "kill", "child", low=4),
            False,
        ),  # it may be elsewhere
        (telling(Slot.TOLL, "a", "b", "c", low=4), telling(Slot.TOLL, "a", "b", "c", low=4), True),
        (telling(Slot.CONTROL, "take"), telling(Slot.CONTROL, "hand"), True),
        (telling(Slot.STATEMENT, "a", "b", "c", "d"), telling(Slot.STATEMENT, "a", "b", "c"), True),
        (telling(Slot.STATEMENT, "a", "b", "c", "d"), telling(Slot.STATEMENT, "a", "b", "e", "f"), False),
        (telling(Slot.STATEMENT, "a", "b"), telling(Slot.STATEMENT, "a", "b"), False),
        (telling(Slot.STATEMENT, "a", "b", numbers=("120",)), telling(Slot.STATEMENT, "a", numbers=("120",)), True),
        ([], telling(Slot.STATEMENT, "a"), True),
    ],
)
def test_whether_two_surely_say_the_same(left: list[Telling], right: list[Telling], sure: bool) -> None:
    assert surely_one(left, right) is sure
    assert surely_one(right, left) is sure


@pytest.mark.parametrize(
    ("told", "passing"),
    [
        ("a raid on the harbour that killed 20 sailors", True),
        ("the fire which has left 12 people homeless", True),
        ("the number of those that died was 12", False),
        ("twelve sailors were killed", False),
    ],
)
def test_what_is_told_in_passing(told: str, passing: bool) -> None:
    assert (PASSING.search(told) is not None) is passing


def test_harm_that_is_taken_to_be_known() -> None:
    assert KNOWN.search("We are shaken by the deaths of these four sailors")
    assert KNOWN.search("the murder of those two clerks must be answered")
    assert not KNOWN.search("she confirmed the death of four sailors")


@pytest.mark.parametrize(
    ("name", "people", "kind"),
    [
        ("Velm residents", True, False),
        ("Lund's supporters", True, False),
        ("police", False, True),
        ("NGO", False, True),
        ("Sudan monitor", False, True),
        ("Harlow Council", False, False),
        ("Ida Voss", False, False),
        ("news.karskherald.com", False, False),
    ],
)
def test_who_has_no_name(name: str, people: bool, kind: bool) -> None:
    assert hidden(name) is people
    assert people or nameless(name) is kind


BLAMED = "The minister Ida Voss blamed the Red Column for a raid that killed 20 sailors in Velm."


@pytest.mark.parametrize(
    ("first", "second", "words", "least"),
    [
        ("Twenty sailors were killed in Velm, Aldo Renn said.", BLAMED, "sailors", 1),
        (
            "The bridge in Velm is closed, Aldo Renn said.",
            "Ida Voss demanded that the bridge in Velm be closed.",
            "closed",
            1,
        ),
        ("The bridge in Velm has been closed to lorries, Aldo Renn and Ida Voss said.", "", "closed", 1),
        (
            "Twenty sailors were killed in Velm, Aldo Renn said.",
            "Ida Voss reported a raid that killed 20 sailors in Velm.",
            "sailors",
            2,
        ),
        (  # an adjective is nobody's name
            "Twenty sailors were killed in Velm, Aldo Renn said.",
            "Twenty sailors were killed in Velm, according to Bashar al-Assads Alawite.",
            "sailors",
            1,
        ),
        (  # a platform is nobody's name
            "Twenty sailors were killed in Velm, Aldo Renn said.",
            "Twenty sailors were killed in Velm, according to Facebook.",
            "sailors",
            1,
        ),
        (  # who speaks of herself says "she" or "I"
            "Ida Voss took the boat home to Velm on Monday night, Aldo Renn said.",
            "Ida Voss took the boat home to Velm on Monday night, Ida Voss said.",
            "took the boat home",
            1,
        ),
    ],
)
def test_ladders(first: str, second: str, words: str, least: int) -> None:
    pages = [("Harlow Post", "2024-04-08", "Velm", first)]
    pages += [("Coast Radio", "2024-04-08", "Port", second)] if second else []
    assert {found[0] for found in ladders(related(Case("x", pages)), words)} == {least}
