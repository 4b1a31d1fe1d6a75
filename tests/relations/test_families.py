"""Names of outlets, their owners, and whose a document is."""

from __future__ import annotations

from sayso.relations.families import family, looks_like_press, outlet, publisher, same_outlet
from sayso.types import Document


def document(**fields: str) -> Document:
    return Document(capture_id="c", text="", **({"uri": "memory:"} | fields))


def test_an_alias_is_the_outlet() -> None:
    assert outlet("Associated Press") == "AP"
    assert outlet("Tarven Gazette") == "Tarven Gazette"


def test_unknown_owners_are_blank() -> None:
    assert family("TASS") == "Russian state"
    assert family("Tarven Gazette") == ""


def test_a_document_is_its_publishers_else_its_hosts() -> None:
    assert publisher(document(publisher="Associated Press")) == "AP"
    assert publisher(document(uri="https://www.tarven-gazette.example/a")) == "tarven-gazette.example"
    assert publisher(document()) is None


def test_short_names() -> None:
    assert same_outlet("Halden", "Halden Press Agency")
    assert same_outlet("RTA", "Ruvian Telegraph Agency")
    assert not same_outlet("Halden Press", "Harbour Press")
    assert not same_outlet("", "Harbour Press")


def test_names_of_the_press() -> None:
    assert looks_like_press("Tarven Gazette")
    assert looks_like_press("Radio Ostrel")
    assert not looks_like_press("Tarven Watch network")
    assert not looks_like_press("Press")
