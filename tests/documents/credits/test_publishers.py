"""Who publishes a page, where its text alone is left."""

from __future__ import annotations

import pytest

from sayso.documents.flat import read_flat
from sayso.documents.page import Given

ARTICLE = """Menu
Home
Sport

Ferry to Marden runs again after the storm

By Ada Bell

3 May 2024

The ferry between Barlow and Marden ran again on Friday, four days after a storm had torn one of its ropes.

The harbour master, Lena Ost, said that two of the boats would stay ashore until they had been looked at.

"We will not hurry," she told a meeting of fishermen in the town hall on Thursday evening.

"""


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("Contact us\n© 2024 Harbour Gazette. All rights reserved.", "Harbour Gazette"),
        ("Contact us\n© 2024 Bellhaven Media Group. All rights reserved.", None),  # it owns many outlets
        ("Contact us\n© 2024 Bellhaven Broadcasting Corp. All rights reserved.", None),
        ("Contact us\n© 2024 Ost, Bell & Co. Ltd. All rights reserved.", None),
        ("About the Inland Herald\nContact us\n© 2024 Inland Herald, LLC. All rights reserved.", "Inland Herald"),
        ("Inland Herald Store\nContact us\n© 2024 Bellhaven Media Group", "Inland Herald"),
        ("Contact us\n© 2024 Bellhaven Media / Kember Broadcasting", None),
        ("Contact us\n© 2024 Haaretz Group", "Haaretz"),  # a known outlet's company
        ("Contact us\n© 2024 Driftwood & Rope", None),  # nothing else says whose page it is
        ("Follow Driftwood & Rope\nContact us\n© 2024 Driftwood & Rope", "Driftwood & Rope"),
        ("Contact us\n© 2024 Anna Holloway", None),  # who made the pictures, perhaps
        ("Contact us\nForum software by XenForo® © 2010-2019 XenForo Ltd.", None),
        ("Contact us\n© 2024 WordPress Weekly News", "WordPress Weekly News"),  # it writes of software
        ("Contact us\n© 2024 | WordPress Theme von Bell Themes", None),
        ("Contact us\n© 2024 WordPress", None),
        ("Contact us\nCopyright © 2024 by: Harbour Gazette", "Harbour Gazette"),
        ("Contact us\nTodos los derechos reservados. © Derechos Reservados 2024", None),
    ],
)
def test_companies_are_not_the_outlets_they_own(below: str, publisher: str | None) -> None:
    assert read_flat(ARTICLE + below, capture_id="c", uri="page", given=Given()).document.publisher == publisher


def test_what_is_given_comes_first() -> None:
    given = Given(publisher="Marden Mail")
    page = read_flat(ARTICLE + "© 2024 Harbour Gazette", capture_id="c", uri="page", given=given)
    assert page.document.publisher == "Marden Mail"


def test_whoever_signs_the_first_line_does_not_publish_the_page() -> None:
    text = "By Tom Moss\n" + ARTICLE
    assert read_flat(text, capture_id="c", uri="page", given=Given()).document.publisher is None


def test_a_section_in_capitals_is_no_outlet() -> None:
    text = ARTICLE.replace("Sport\n", "Sport\n\nA shelf of driftwood - DIY\n\nA lamp of old nets - DIY\n", 1)
    assert read_flat(text, capture_id="c", uri="page", given=Given()).document.publisher is None


def test_what_a_page_marks_as_its_own_goes_before_a_word_at_its_top() -> None:
    text = f"Penny\n{ARTICLE}Support the Driftwood Wiki\nAbout Driftwood Wiki\n© 2024 Driftwood Wiki"
    assert read_flat(text, capture_id="c", uri="page", given=Given()).document.publisher == "Driftwood Wiki"


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("Contact us\nTerms\nPrivacy\n© 2024 Reuters. All rights reserved.", "Reuters"),  # its own page
        ("© Thomson Reuters 2024\nContact us\nTerms\nPrivacy", None),  # its text
        ("Contact us\n© 2024 Reuters\n© 2024 Harbour Gazette", "Harbour Gazette"),
        ("Contact us\n© 2024 Reuters\n© 2024 Driftwood Hill", None),  # neither is told
    ],
)
def test_an_agency_s_notice_may_be_of_its_text(below: str, publisher: str | None) -> None:
    assert read_flat(ARTICLE + below, capture_id="c", uri="page", given=Given()).document.publisher == publisher


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("Driftwood and its partners use cookies.\nMore on driftwood.example", None),  # too little in all
        ("Driftwood Hill uses cookies.\nDownload the Driftwood Hill App\nTerms", "Driftwood Hill"),
        ("Driftwood Hill uses cookies.\nBoats of Talmere uses cookies.\nDriftwood Hill\nBoats of Talmere", None),
        ("Contact us: office@driftwood.example\nMore on driftwood.example\nTerms", "driftwood.example"),
        ("Source: Driftwood Hill\nDriftwood Hill\n© 2024 Driftwood Hill / Getty Images", None),  # from whom it is
    ],
)
def test_lines_around_an_article_vote(below: str, publisher: str | None) -> None:
    assert read_flat(ARTICLE + below, capture_id="c", uri="page", given=Given()).document.publisher == publisher


def test_votes_go_before_a_name_that_nothing_vouches_for() -> None:
    text = ARTICLE.replace("Menu\n", "Forum Login\nToggle navigation Driftwood Hill\n", 1)
    below = "Driftwood Hill\nWrite to us: news@driftwoodhill.example"
    assert read_flat(text + below, capture_id="c", uri="page", given=Given()).document.publisher == "Driftwood Hill"
