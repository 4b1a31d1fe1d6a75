"""What a page shows of its site's name."""

from __future__ import annotations

import pytest
from lxml import html

from sayso.documents.html.titles import agree, home_names, host_of, read_title


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


def test_names_and_domains() -> None:
    assert agree("inlandeye.example", "The Inland Eye")
    assert agree("Inland Eye", "www.inlandeye.example")
    assert not agree("eye.example", "Inland Eye")
    assert host_of("https://www.inlandeye.example/pier") == "inlandeye.example"
    assert host_of("http://[broken") is None
    assert host_of(None) is None
