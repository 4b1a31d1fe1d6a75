"""Pairs of names → whether they may be one body, and why."""

from __future__ import annotations

import pytest

from sayso.relations.names.bodies import describe, one_beginning, one_body, party_to

MAY_BE_ONE = [
    ("Ruvian military", "Ruvian Defence Ministry"),
    ("Ruvian government", "Ruvian Health Ministry"),
    ("Russian military", "Russian Defense Ministry"),
    ("Coordination Network", "Tarven Coordination Network"),
    ("army", "Ruvian Army"),
    ("Moscow", "Russian Foreign Ministry"),
    ("Authority", "Ruvian Roads Authority"),
    ("Authority", "RRA"),
    ("TVPD", "Police Department"),
    ("Dovic", "Mayor Ana Dovic"),
    ("Greek government", "Socialist government"),
    ("Greek cabinet", "caretaker government"),
    ("Dovic campaign", "Ana Dovic"),
    ("Dovic administration", "Ana Dovic"),
    ("Orle County sheriff's office", "Orle sheriff"),
    ("UNICEF", "United Nations"),
]
ARE_TWO = [
    ("Ruvian military", "Dorlandic military"),
    ("Ruvian Health Ministry", "Ruvian Defence Ministry"),
    ("Tarven police", "Tarven hospital"),
    ("Ana Dovic", "Petar Lund"),
    ("Russian military", "Turkish military"),
    ("Authority", "RRB"),
    ("TVFD", "Police Department"),
    ("TVPD", "Ruvian Police Department"),
    ("Authority", "Ruvian Roads Agency"),
    ("Ana", "Ana Dovic"),
    ("Greek government", "Turkish government"),
    ("Tarven government", "Orle government"),
    ("Dovic harbour", "Ana Dovic"),
    ("Orle County sheriff's office", "Velm County sheriff's office"),
]


@pytest.mark.parametrize(("a", "b"), MAY_BE_ONE)
def test_may_be_one(a: str, b: str) -> None:
    assert one_body(describe(a), describe(b))
    assert one_body(describe(b), describe(a))


@pytest.mark.parametrize(("a", "b"), ARE_TWO)
def test_are_two(a: str, b: str) -> None:
    assert one_body(describe(a), describe(b)) is None


def test_an_office_ties_a_person_to_a_body() -> None:
    minister = describe("Petar Lund", ("Ruvian Health Minister Petar Lund",))
    assert one_body(minister, describe("Ruvian Health Ministry"))
    assert one_body(minister, describe("Ruvian Defence Ministry")) is None
    assert one_body(minister, describe("Dorlandic Health Ministry")) is None


def test_two_spokesmen_of_one_police_are_one_voice() -> None:
    one = describe("Oto Brant", ("Tarven police spokesman Oto Brant",))
    other = describe("Ida Kols", ("Tarven police chief Ida Kols",))
    assert one_body(one, other)


def test_a_party_is_whoever_acts_or_speaks_for_who_acts() -> None:
    assert party_to(describe("Red Column"), "Red Column") == "Red Column is a party to what it claims"
    assert party_to(describe("Russian Foreign Ministry"), "Russian air strikes")
    assert party_to(describe("Ana Dovic"), "Red Column") is None


@pytest.mark.parametrize(
    ("person", "phrase", "body"),
    [
        ("Alenka Strm", "Presiding judge Alenka Strm", "Celje District Court"),
        ("Celso Pic", "its coordinator, Major Celso Pic", "Civil defence"),
        ("Jussara Tem", "the environment secretary, Jussara Tem", "state secretariat for the environment"),
        ("Ana Kos", "the mayor of Tarven, Ana Kos", "Tarven town hall"),
        ("Ragna Aas", "the company's director for Brazil, Ragna Aas", "Norquim"),
    ],
)
def test_who_may_speak_for_a_body(person: str, phrase: str, body: str) -> None:
    assert one_body(describe(person, (phrase,)), describe(body))
    assert one_body(describe(body), describe(person, (phrase,)))


def test_a_judge_does_not_speak_for_a_prosecutor() -> None:
    judge = describe("Alenka Strm", ("Presiding judge Alenka Strm",))
    assert one_body(judge, describe("Boris Les", ("chief prosecutor Boris Les",))) is None


def test_a_short_form_may_be_of_the_long_one() -> None:
    assert one_body(describe("Chindwin PDF"), describe("People's Defence Force"))
    assert one_body(describe("Chindwin PDF"), describe("People's Liberation Army")) is None


def test_a_rank_says_nothing_of_whose_an_office_is() -> None:
    colonel = describe("Aldo Renn", ("army spokesman Col Aldo Renn",))
    doctor = describe("Ida Voss", ("its director, Dr Ida Voss, of Velm military hospital",))
    assert one_body(colonel, doctor)
    assert one_body(describe("Aldo Renn", ("Ruvian army spokesman Col Aldo Renn",)), doctor) is None


def test_one_word_may_begin_the_name_of_a_body() -> None:
    assert one_beginning("Ardair", "Ardair Cargo")
    assert one_beginning("Ardair Cargo", "Ardair")
    assert one_beginning("Norway", "Norway Shipping") is None
    assert one_beginning("Cargo", "Ardair Cargo") is None
