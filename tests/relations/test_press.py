"""Names of outlets in a corpus, and whose a document is."""

from __future__ import annotations

import pytest

from sayso.relations.press import Press, looks_like_press, publisher
from sayso.types import Document


def document(**fields: str) -> Document:
    return Document(capture_id="c", text="", **({"uri": "memory:"} | fields))


def test_a_document_is_its_publishers_else_its_hosts() -> None:
    assert publisher(document(publisher="Associated Press")) == "AP"
    assert publisher(document(uri="https://www.tarven-gazette.example/a")) == "tarven-gazette.example"
    assert publisher(document()) is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Halden", "Halden Press Agency"),
        ("RTA", "Ruvian Telegraph Agency"),
        ("Associated Press", "AP"),
        ("Harbour Press", "Harbour Press"),
        ("Tarven Watch network", None),
    ],
)
def test_one_name_for_each_outlet_of_a_corpus(name: str, known: str | None) -> None:
    publishers = ("Halden Press Agency", "Ruvian Telegraph Agency", "Harbour Press", "AP")
    press = Press([document(publisher=p) for p in publishers])
    assert press.has(name) == (known is not None)
    assert press.name(name) == (known or name)


def test_names_of_the_press() -> None:
    assert looks_like_press("Tarven Gazette")
    assert looks_like_press("Radio Ostrel")
    assert not looks_like_press("Tarven Watch network")
    assert not looks_like_press("Press")
