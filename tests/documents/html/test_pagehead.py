"""Bylines that a page's markup sets into an aside, a footer or a row of buttons."""

from __future__ import annotations

import pytest

from sayso.documents.html.reader import read_page
from sayso.documents.page import Given
from sayso.vocab import CreditRole

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
    return read_page(source, capture_id="capture-0", uri="page", given=Given()).page.document.byline


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
        '<ul class="tags"><li>Ada Bell</li></ul><p>3 March 2016</p>',  # whom the topics name
        '<div class="social">Lena Ost</div><p>3 March 2016</p><p>Lena Ost asked for ten more days.</p>',
        "<aside><p>Mill burns down</p><p>By Ada Bell</p></aside>",  # another article's
    ],
)
def test_signs_nothing(head: str) -> None:
    assert byline(head) is None


def test_names_over_several_lines_are_those_that_the_markup_states() -> None:
    data = '<meta name="author" content="Ada Bell, Lena Ost">'
    lines = "<p>By</p><p>Ada Bell</p><p>@adabell</p><p>Lena Ost</p>"
    assert byline(f"{data}{lines}") == "Ada Bell, Lena Ost"


def test_a_given_name_in_the_markup_is_less_than_the_name_shown() -> None:
    assert byline('<meta name="author" content="Ada"><p>By Ada Bell</p>') == "Ada Bell"


def test_a_line_that_leads_up_to_a_name_is_surer_than_a_name() -> None:
    assert byline('<p class="author">Ada Kembra Tours</p><p>By Lena Ost</p>') == "Lena Ost"


def test_the_only_first_heading_is_the_headline_whatever_the_title_says() -> None:
    head = '<head><meta property="og:title" content="What the board of the harbour decided"></head>'
    source = f"<html>{head}<body><h1>Lighthouse for sale in Kembra</h1>{STORY}{MORE}</body></html>"
    page = read_page(source, capture_id="capture-0", uri="page", given=Given()).page
    assert page.document.headline == "Lighthouse for sale in Kembra"


def test_a_caption_in_an_aside() -> None:
    aside = "<aside><p>The lighthouse at noon (Photo: Kembra Harbour Board)</p></aside>"
    source = f"<html><body><article><h1>Lighthouse for sale</h1>{STORY}{aside}{MORE}</article></body></html>"
    page = read_page(source, capture_id="capture-0", uri="page", given=Given()).page
    assert [credit.name for credit in page.credits if credit.role is CreditRole.PHOTO] == ["Kembra Harbour Board"]
