"""Which named bodies may be one."""

from __future__ import annotations

from sayso.relations.names.introductions import Introduction
from sayso.relations.origins.judgedbodies import JudgedBodies
from sayso.relations.origins.merging import merged
from sayso.relations.origins.tallying import Step, Tally
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


def test_two_of_one_house_may_be_one() -> None:
    held = tally("Ana Dovic", "Petar Lund")
    held.introduced["ana dovic"] = [Introduction("Lund aide Ana Dovic", frozenset({"petar lund"}))]
    held.people = {"ana dovic", "petar lund"}
    steps, least = merged(held, unjudged())
    said = "Ana Dovic may speak for Petar Lund: it is introduced as “Lund aide Ana Dovic”; joined in min"
    assert (steps, least) == ([Step(said, StepKind.JOINED)], 1)


def test_one_name_with_a_slip_may_be_one() -> None:
    assert merged(tally("Veldran Front", "Veldren Front"), unjudged())[1] == 1
    assert merged(tally("Ardair", "Ardair Cargo"), unjudged())[1] == 1


def test_who_cites_a_kind_of_body_may_rest_on_any_other_source() -> None:
    steps, least = merged(tally("Ana Dovic", "Petar Lund", "police", relays=(("Petar Lund", "police"),)), unjudged())
    assert least == 1
    assert "Petar Lund: cites police, which may be any other source; in max only" in [step.words for step in steps]
