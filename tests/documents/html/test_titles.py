"""What a page shows of its site's name."""

from __future__ import annotations

import pytest
from lxml import html

from sayso.documents.html.titles import home_names, read_title, site_alone, top_pictures


@pytest.mark.parametrize(
    ("title", "known", "wanted"),
    [
        ("Ferry pier to close - Inland Eye", ["Inland Eye"], ("Ferry pier to close", "Inland Eye")),
        ("Inland Eye - Ferry pier to close", ["Inland Eye"], ("Ferry pier to close", "Inland Eye")),
        ("Inland Eye: Ferry pier to close", ["Inland Eye"], ("Ferry pier to close", "Inland Eye")),
        ("Ferry pier to close | News | Inland Eye", ["Inland Eye"], ("Ferry pier to close", "Inland Eye")),
        ("inlandeye.example | 03/01/2004 | Ferry pier to close", ["The Inland Eye"],
         ("Ferry pier to close", "The Inland Eye")),
        ("Pier - what now? - Inland Eye", ["Inland Eye"], ("Pier - what now?", "Inland Eye")),
        ("Ferry pier to close | by Ada Bell | Slow Piers | Medium", ["Medium"], ("Ferry pier to close", "Slow Piers")),
        ("Ferry pier to close - Inland Eye", ["Harbour Gazette"], None),
        ("Inland Eye", ["Inland Eye"], None),
        ("News | Inland Eye", ["Inland Eye"], None),
    ],
)  # fmt: skip
def test_title(title: str, known: list[str], wanted: tuple[str, str] | None) -> None:
    assert read_title(title, known) == wanted


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ('<a href="/">Inland Eye</a>', ("Inland Eye",)),
        ('<a href="/"><img src="x.png" alt="Inland Eye logo"></a>', ("Inland Eye",)),
        ('<a href="http://eye.example/" title="Inland Eye home page">Home</a>', ("Inland Eye",)),
        ('<img src="/logo.gif" alt="The Inland Eye">', ("The Inland Eye",)),
        ('<p class="site-title">Inland Eye</p>', ("Inland Eye",)),
        ('<a href="/">Home</a><a href="/pier">Ferry pier to close</a><p>Inland Eye</p>', ()),
        ('<a href="/">WordPress</a>', ()),
    ],
)
def test_home(page: str, wanted: tuple[str, ...]) -> None:
    assert home_names(html.fromstring(f"<html><body>{page}</body></html>")) == wanted


def test_a_title_of_nothing_but_site_and_sections() -> None:
    assert site_alone("Inland Eye: World", ["The Inland Eye"]) == "Inland Eye"
    assert site_alone("Inland Eye: Pier to close", ["The Inland Eye"]) is None
    pictures = html.fromstring('<html><body><img alt="Welcome to Inland Eye"><img alt="Pier"></body></html>')
    assert list(top_pictures(pictures)) == ["Inland Eye", "Pier"]


def test_a_picture_called_as_the_headline_is_no_site() -> None:
    assert read_title("Lighthouse for sale | Harbour Eye", ["Lighthouse for sale", "Harbour Eye"]) == (
        "Lighthouse for sale",
        "Harbour Eye",
    )


def test_links_to_other_front_pages_name_no_site() -> None:
    links = "".join(f'<a href="https://harboureye.example/{n}">Item</a>' for n in range(6))
    page = f'<a href="/">Harbour Eye</a>{links}<a href="https://themes.example/">Theme Makers</a>'
    assert home_names(html.document_fromstring(page)) == ("Harbour Eye",)


def test_a_name_beside_its_logo_is_one() -> None:
    assert home_names(html.document_fromstring('<div><a href="/">LANTERNLANTERN</a></div>')) == ("LANTERN",)
