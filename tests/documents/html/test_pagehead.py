"""Bylines that a page's markup sets into an aside, a footer or a row of buttons."""

from __future__ import annotations

import pytest

from sayso.documents.html.reader import read_html
from sayso.documents.page import Given

STORY = (
    "<p>The harbour board said on Monday that the old lighthouse would be sold to the highest bidder in the spring.</p>"
)
MORE = (
    "<p>Nobody had bid for it by the evening, and the board said that it would wait for another week at the most.</p>"
)


def byline(head: str, foot: str = "") -> str | None:
    source = (
        f"<html><body><article><h1>Lighthouse for sale in Kembra</h1>{head}{STORY}{MORE}{foot}</article></body></html>"
    )
    return read_html(source, capture_id="capture-0", uri="page", given=Given()).document.byline


@pytest.mark.parametrize(
    "head",
    [
        '<aside class="sidebar"><p class="author">Author: Ada Bell</p></aside>',
        '<div class="social-share"><p>By Ada Bell 3 March 2016</p></div>',
        '<div class="post-footer"><span class="byline">Ada Bell</span></div>',
        '<div class="ad-slot"><div class="author">Ada Bell</div></div>',
        "<div><p>3 March 2016</p></div><div class='share'><p>Ada Bell</p></div>",
        "<aside><p>By</p><p>Ada Bell</p></aside>",
        '<div class="date">By Ada Bell | Kembra Radio • 3 March 2016</div>',
    ],
)
def test_signs(head: str) -> None:
    assert byline(head) == "Ada Bell"


@pytest.mark.parametrize(
    "head",
    [
        '<div class="related"><p>By Ada Bell</p></div>',
        '<nav><p class="author">Ada Bell</p></nav>',
        '<div class="share">Facebook Twitter SMS Email</div><p>3 March 2016</p>',
    ],
)
def test_signs_nothing(head: str) -> None:
    assert byline(head) is None
