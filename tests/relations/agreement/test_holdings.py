"""Who holds a place, and who is said to have left it."""

from __future__ import annotations

from relatedcases import Case, related

FALLS = ("Ridge Dispatch", "2024-06-10", "Village falls")
LATER = ("Plain Talk", "2024-06-12", "Ulvar")


def kinds(first: str, second: str) -> set[str]:
    found = related(Case("x", [(*FALLS, first), (*LATER, second)]))
    return {link.relation.value for link in found.links}


def test_who_withdraws_from_a_place_holds_it_no_longer() -> None:
    held = "The Northern Alliance holds the village of Ulvar, residents said on Monday."
    assert "updates" in kinds(held, "The Northern Alliance withdrew from Ulvar on Wednesday, residents said.")


def test_people_who_leave_a_place_had_not_held_it() -> None:
    held = "The Northern Alliance captured the village of Ulvar on Monday, a monitoring group said."
    assert kinds(held, "Some 900 people have left Ulvar, the Red Cross said.") == set()


def test_ours_is_the_body_that_a_spokesman_speaks_for() -> None:
    held = "“Ulvar is in our hands,” said Tomas Ried, a spokesman of the Northern Alliance, on Monday."
    assert "updates" in kinds(held, "The Northern Alliance withdrew from Ulvar on Wednesday, residents said.")
