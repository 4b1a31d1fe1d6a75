from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.flat import read_flat
from sayso.documents.page import Given, Page
from sayso.types import Dateline
from sayso.vocab import CreditRole, DateBasis, Zone

CASES = Path(__file__).parents[1] / "cases" / "zones"
SHARED = Path(__file__).parents[3] / "shared"


NOTHING = Given()


def page_of(name: str, given: Given = NOTHING) -> Page:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    text = "\n".join(line[2:] if line[1:2] == "|" else line for line in lines).replace("¦", "")
    return read_flat(text, capture_id="capture-0", uri=f"file:///{name}.txt", given=given)


def test_a_wire_page_with_an_inferred_date() -> None:
    document = page_of("wire_with_picture_links").document
    assert document.headline == "Floodwater Cuts Off Three Towns as Dam at Karsova Overflows"
    assert document.publisher == "Northern Dispatch International"
    assert document.dateline == Dateline("Talmere", "Northern Dispatch")
    assert document.provenance == ("Northern Dispatch International",)
    assert document.language == "en"
    assert document.published
    assert document.published[:2] == ("2020-02-09", DateBasis.INFERRED)
    assert document.label == "wire_with_picture_links.txt"


def test_a_blogs_reprint_of_a_reprint() -> None:
    page = page_of("blog_reprint_of_reprint", Given(label="blog-1"))
    document = page.document
    assert document.label == "blog-1"
    assert document.provenance == ("The Open Ledger", "Plain Research", "Coastal Tribune")
    assert document.byline == "Report of the Halden Workers’ Information Office"
    assert document.licence == "Creative Commons"
    assert document.published
    assert document.published[:2] == ("2017-05-09", DateBasis.STATED)
    assert len(document.notices) == 2
    roles = {(c.role, c.name, c.date) for c in page.credits}
    assert (CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08") in roles
    assert (CreditRole.ORIGINAL, "Coastal Tribune", None) in roles


@pytest.mark.parametrize(
    ("name", "publisher", "byline", "date"),
    [
        ("local_paper", "The Barlow Argus", "Dana Whitlock", "2019-10-02"),
        ("agency", None, "Petra Lindqvist and Omar Saidi", "2022-06-14"),
        ("state_agency", "Tavria News Agency", "Rong Mei", "2018-11-27"),
        ("magazine_essay", "The Lantern Review", "Nadia Corvin", "2024-01-11"),
        ("broadcaster", "Lisle Broadcasting", None, "2021-03-03"),
        ("german_daily", None, "Jutta Wellmann", "2021-03-12"),
        ("hard_wrapped", None, "Aron Lindgren", None),
        ("research_site_reprint", "Plain Research", "Prof. Martin Obel", "2015-07-21"),
        ("broadcaster_with_links", "NDT", None, "2017-11-14"),
        ("state_television", "Tadra TV", None, "2017-01-16"),
        ("title_with_section", "Inland", None, "2018-06-13"),
        ("local_station_with_agency", "Creston Channel 7", "Meridian News Agency", "2023-08-08"),
        ("wire_without_empty_lines", "Northern Dispatch International", None, "2016-12-13"),
    ],
)
def test_what_pages_say_of_themselves(name: str, publisher: str | None, byline: str | None, date: str | None) -> None:
    document = page_of(name).document
    assert (document.publisher, document.byline) == (publisher, byline)
    assert (document.published.date if document.published else None) == date


def test_what_is_given_stands() -> None:
    given = Given(
        url="https://www.reuters.com/world/x", published="2020-01-02", publisher="Harbour Gazette", title="Water"
    )
    document = page_of("wire_with_picture_links", given).document
    assert document.publisher == "Harbour Gazette"
    assert document.headline == "Water"
    assert document.uri == given.url
    assert document.published
    assert document.published[:2] == ("2020-01-02", DateBasis.GIVEN)
    by_address = page_of("hard_wrapped", Given(url="https://www.reuters.com/world/x")).document
    assert by_address.publisher == "Reuters"


def test_a_page_of_furniture_has_no_body() -> None:
    page = page_of("only_furniture")
    assert not [b for b in page.blocks if b.zone is Zone.BODY]
    assert page.document.headline is None
    assert page.document.published is None


@given(st.text(max_size=300))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read(text: str) -> None:
    page = read_flat(text, capture_id="capture-0", uri="memory:", given=Given())
    assert page == read_flat(text, capture_id="capture-0", uri="memory:", given=Given())
    assert "".join("".join(text[b.span.start : b.span.end].split()) for b in page.blocks) == "".join(text.split())
    assert all(b.span.document_id == page.document.id for b in page.blocks)


@pytest.mark.skipif(not (SHARED / "gold" / "seeds.json").exists(), reason="needs the shared seeds")
@pytest.mark.parametrize("name", ["sputnik", "counter"])
def test_the_seeds(name: str) -> None:
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))["articles"][name]
    text = (SHARED / "seeds" / gold["file"]).read_text(encoding="utf-8")
    page = read_flat(text, capture_id="capture-0", uri=gold["file"], given=Given())
    wanted = {i: b["kind"] for b in gold["blocks"] for i in range(*b["span"]) if not text[i].isspace()}
    found = {i: str(b.zone) for b in page.blocks for i in range(b.span.start, b.span.end)}
    assert sum(found.get(i) == kind for i, kind in wanted.items()) / len(wanted) >= 0.97
    document = page.document
    assert document.headline == gold["title"]
    assert document.publisher == gold["outlet"]
    assert list(document.provenance) == gold["provenance"]
    assert document.byline == gold["byline"]
    assert document.published
    assert document.published.date == gold["published"]["date"]
    assert document.published.basis == gold["published"]["basis"]
