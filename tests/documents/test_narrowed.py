"""What ordinary lines of a page are not, though they look like credits, headers or names of sites."""

from __future__ import annotations

import pytest

from sayso.documents.flat import read_flat
from sayso.documents.page import Given, Page
from sayso.vocab import CreditRole

BODY = """The council of Kembra voted on Monday to close the old bridge for two years, officials said.

Engineers told a meeting that the piers had moved by four centimetres since last winter.

Traders on the quay fear that fewer people will come and asked for help with their rents.
"""


def _page(top: str, foot: str = "", title: str = "Council closes old bridge in Kembra for two years") -> Page:
    text = f"Harbour Gazette\n\nNews\nSport\n\n{title}\n{top}\n\n{BODY}\n{foot}\n"
    return read_flat(text, capture_id="c", uri="page.txt", given=Given())


def _authors(page: Page) -> list[str]:
    return [credit.name for credit in page.credits if credit.role is CreditRole.AUTHOR]


@pytest.mark.parametrize("label", ["Video", "Photos", "Editor", "Source"])
def test_a_section_above_a_byline_is_no_label(label: str) -> None:
    assert _authors(_page(f"{label}\nBy Ada Bell\n3 May 2020")) == ["Ada Bell"]


def test_a_person_of_any_name_who_holds_the_rights_is_no_outlet() -> None:
    page = _page("By Thandiwe Nkosana\n3 May 2020", "© Thandiwe Nkosana 2020")
    assert _authors(page) == ["Thandiwe Nkosana"]
    assert page.document.provenance == ("Harbour Gazette",)


@pytest.mark.parametrize("name", ["Plácido Domingo", "Yang Sun", "Ernesto Sabato"])
def test_a_name_keeps_what_is_a_weekday_too(name: str) -> None:
    assert page_byline(f"By {name}, 3 May 2020") == name


def page_byline(line: str) -> str | None:
    return _page(line).document.byline


@pytest.mark.parametrize(
    "title", ["From: Kembra to the sea in 80 days", "Police chief resigns over old bridge in Kembra"]
)
def test_headlines_are_no_headers_of_mail_and_no_offices(title: str) -> None:
    page = _page("By Ada Bell\n3 May 2020", title=title)
    assert (page.document.headline, page.document.byline) == (title, "Ada Bell")


@pytest.mark.parametrize("foot", ["Originally from Kembra.", "Der Artikel wurde von Petra Stein übersetzt."])
def test_no_source_is_told_by(foot: str) -> None:
    assert _page("By Ada Bell\n3 May 2020", foot).document.provenance == ("Harbour Gazette",)
