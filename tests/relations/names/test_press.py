"""Names of outlets in a corpus, and whose a document is."""

from __future__ import annotations

import pytest

from sayso.relations.names.press import Press, looks_like_press, mastheads, publisher
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


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("HARROW TRUMPET online\nQuay shut\nThe quay is shut.", True),
        ("Harrow Trumpet\nQuay shut", True),
        ("Harrow Trumpet players meet in the town hall on Sunday\nThey play at six.", False),
        ("Harrow\nQuay shut", False),
    ],
)
def test_the_masthead_that_others_cite_is_the_publisher(text: str, published: bool) -> None:
    page = Document(capture_id="c", text=text, uri="memory:")
    assert mastheads([page], ["Harrow Trumpet", "unnamed officials"]) == (
        {page.id: "Harrow Trumpet"} if published else {}
    )


def test_a_page_that_names_its_publisher_keeps_it() -> None:
    page = Document(capture_id="c", text="Harrow Trumpet\nQuay shut", uri="memory:", publisher="Lake Herald")
    assert mastheads([page], ["Harrow Trumpet"]) == {}


def test_an_outlet_that_is_held_goes_by_its_whole_name() -> None:
    press = Press([document(publisher="The Moors and Dales Echo")])
    assert press.held("the Moors and Dales Echo") == "The Moors and Dales Echo"
    assert press.held("Moors") is None
    assert press.has("Moors and Dales Echo")


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("the Moors and Dales Echo reported on Monday", "The Moors and Dales Echo"),
        ("Quarry Notes, a blog, said", "Quarry Notes"),
        ("Quarry Notesheet said", None),
        ("Quarry workers said", None),
        ("Echo reported", None),
    ],
)
def test_the_outlet_whose_name_words_begin_with(words: str, outlet: str | None) -> None:
    names = ("The Moors and Dales Echo", "Quarry Notes", "Echo")
    assert Press([document(publisher=name) for name in names]).begun(words) == outlet


@pytest.mark.parametrize(
    ("publishers", "name", "meant"),
    [
        (("The Port Harrow Tribune", "Coast News"), "the Tribune", "The Port Harrow Tribune"),
        (("Port Harrow Tribune", "Ostrel Tribune"), "the Tribune", "the Tribune"),  # either may be meant
        (("Ostrel Watch", "Coast News"), "Watch", "Watch"),  # no word that only the press bears
        (("Coast News",), "Tribune", "Tribune"),
    ],
)
def test_an_outlet_may_be_called_by_its_last_word(publishers: tuple[str, ...], name: str, meant: str) -> None:
    press = Press([document(publisher=p) for p in publishers])
    assert press.name(name) == meant
    assert press.has(name) == (meant != name)


def test_what_tells_of_an_outlet_is_no_part_of_its_name() -> None:
    press = Press([])
    assert press.name("official Xinhua news agency") == press.name("Xinhua") == "Xinhua"
    assert press.name("official Lakeside news agency") == "official Lakeside news agency"
