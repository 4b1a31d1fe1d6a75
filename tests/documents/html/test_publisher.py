"""Who publishes a page without structured data, by its title and the links to its front page."""

from __future__ import annotations

import pytest

from sayso.documents.html.reader import read_page
from sayso.documents.page import Given

STORY = (
    "<p>The harbour board said on Monday that the old lighthouse would be sold in the spring to the highest bidder.</p>"
)
MORE = "<p>Nobody had bid for it by the evening, and the board said that it would wait for another week.</p>"


@pytest.mark.parametrize(
    ("title", "top", "foot", "wanted"),
    [
        ("Lighthouse for sale - Radio Kembra", "", "<p>Radio Kembra</p>", "Radio Kembra"),
        ("Lighthouse for sale", '<p><a href="/">KMB4</a></p><a href="/a">News</a>', "<p>More from KMB4</p>", "KMB4"),
        ("Lighthouse for sale | My Site", "", "<p>©2021 by The Orchard Gazette.</p>", "The Orchard Gazette"),
        ("Lighthouse for sale", '<a href="/">Latest offers</a>', "<p>Contact</p>", None),
        ("Lighthouse for sale | Politics", "", "<p>Contact</p>", None),  # its headline is no site's name
        ("Kembra: Lighthouse for sale", "", "<p>Contact</p>", None),
        ("Lighthouse for sale - what the board says", "", "<p>© 2021 Harbour Gazette</p>", "Harbour Gazette"),
    ],
)  # fmt: skip
def test_published_by(title: str, top: str, foot: str, wanted: str | None) -> None:
    head = f"<head><title>{title}</title></head>"
    article = f"<article><h1>Lighthouse for sale</h1>{STORY}{MORE}</article>"
    body = f"<body><div>{top}</div>{article}<footer>{foot}</footer></body>"
    page = read_page(f"<html>{head}{body}</html>", capture_id="capture-0", uri="page", given=Given()).page
    assert page.document.publisher == wanted
