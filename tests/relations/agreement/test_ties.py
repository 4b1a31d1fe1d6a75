"""Names and roles that two claims have in common."""

from __future__ import annotations

from claimpairs import statements
from sayso.relations.agreement.ties import named_in, of_others, shared, violent


def test_names_without_the_first_word_and_days() -> None:
    (told,) = statements("Police in Varnic freed the banker Ivo Marl on Friday")
    assert named_in(told) == {"varnic", "ivo", "marl"}


def test_a_name_that_both_have_ties_them() -> None:
    one, other, third = statements("The court freed Ivo Marl", "A panel cleared Ivo Marl", "Rain fell on the harbour")
    assert shared(one, other) == "in both ivo, marl"
    assert not shared(one, third)
    assert not of_others(one, other)


def test_what_armed_people_do() -> None:
    shelled, flooded = statements("Shells hit the market of Sumra", "The river flooded the market of Sumra")
    assert violent(shelled)
    assert not violent(flooded)
