import json

import pytest

from sayso.documents.html.markup import read_markup
from sayso.documents.html.metadata import licence_name, read_metadata

ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Tidewater Courier"},
        {
            "@type": "NewsArticle",
            "headline": "Court halts dam at Northmere",
            "author": [{"@type": "Person", "name": "Ines Varga"}, {"name": "Tom Okello"}],
            "publisher": {"@type": "Organization", "name": "Tidewater Courier"},
            "datePublished": "2024-05-14T23:30:00Z",
            "dateModified": "2024-05-16T08:00:00Z",
            "isBasedOn": {"name": "Northmere Press Service"},
            "articleBody": "The court ruled.",
        },
    ],
}


def page(head="", body="<p>The court ruled on Tuesday.</p>", lang=""):
    return read_markup(f"<html{lang}><head>{head}</head><body>{body}</body></html>").tree


def script(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_ld_describes_the_article():
    found, text = read_metadata(page(script(ARTICLE), lang=' lang="en-GB"'), None)
    assert found.title == "Court halts dam at Northmere"
    assert found.byline == "Ines Varga, Tom Okello"
    assert found.publisher == "Tidewater Courier"
    assert found.published == "2024-05-14"  # not the day on which it was changed
    assert found.detail == "JSON-LD datePublished"
    assert found.language == "en"
    assert found.notes == ("The page's markup says that the article is based on Northmere Press Service.",)
    assert text == "The court ruled."


def test_meta_elements_where_there_is_no_json_ld():
    found = read_metadata(
        page(
            '<title>Court halts dam at Northmere | Courier</title><meta property="og:site_name" content="Courier">'
            '<meta property="article:published_time" content="2024-05-14T10:00:00+02:00">'
            '<meta name="author" content="admin">'
            '<link rel="canonical" href="https://courier.example/dam">'
        ),
        None,
    ).metadata
    assert found.title == "Court halts dam at Northmere"
    assert found.byline is None
    assert (found.publisher, found.url) == ("Courier", "https://courier.example/dam")
    assert (found.published, found.detail) == ("2024-05-14", "meta element article:published_time")


def site(name):
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    ("publisher", "site_name", "url", "expected"),
    [
        ("Reuters", "Tidewater Courier", None, ("Tidewater Courier", "Reuters")),
        ("Reuters", "Reuters", None, ("Reuters", None)),
        (
            "The Washington Post",
            "Tidewater Courier",
            "https://www.inquirer.com/1",
            ("Tidewater Courier", "The Washington Post"),
        ),
        ("The Washington Post", "Tidewater Courier", None, ("The Washington Post", None)),  # may be its own
        ("Northmere Press", "Tidewater Courier", None, ("Northmere Press", None)),
        ("The Washington Post", "https://www.inquirer.com", None, ("The Philadelphia Inquirer", "The Washington Post")),
        ("Blogger", "Tidewater Courier", None, ("Tidewater Courier", None)),  # what the site is made with
    ],
)
def test_whose_site_and_whose_article(publisher, site_name, url, expected):
    article = {"@type": "NewsArticle", "publisher": {"name": publisher}}
    found = read_metadata(page(site(site_name) + script(article)), url).metadata
    assert (found.publisher, found.holder) == expected


def test_an_article_is_not_based_on_itself():
    url = "https://tidewater.example/dam"
    article = {"@type": "NewsArticle", "isBasedOn": url}
    assert read_metadata(page(script(article)), url).metadata.notes == ()
    assert len(read_metadata(page(script(article)), None).metadata.notes) == 1
    part = {"@type": "NewsArticle", "sourceOrganization": {"@id": "https://tidewater.example#publisher"}}
    assert read_metadata(page(script(part)), None).metadata.notes == ()


def test_names_in_json_ld_may_be_escaped():
    article = {"@type": "NewsArticle", "author": {"name": "Ada O&#039;Bell"}}
    assert read_metadata(page(script(article)), None).metadata.byline == "Ada O'Bell"


def test_the_day_in_the_address_is_the_outlets_own():
    found = read_metadata(page(script(ARTICLE)), "https://courier.example/2024/05/15/dam/").metadata
    assert (found.published, found.detail) == ("2024-05-15", "the page's address")


def test_a_day_that_no_element_states_is_only_likely():
    found = read_metadata(page(body="<h1>Dam</h1><p>Published on 14 May 2024</p><p>The court ruled.</p>"), None)
    assert found.metadata.published is None
    assert found.metadata.likely in ("2024-05-14", None)


def test_no_date_is_made_up():
    found = read_metadata(page(body="<p>The court ruled.</p><p>© 2019 Courier</p>"), None)
    assert (found.metadata.published, found.metadata.likely) == (None, None)


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (
            '<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC</a>',
            "Creative Commons BY-SA 4.0",
        ),
        (
            '<a rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">CC</a>',
            "Creative Commons CC0 1.0",
        ),
        ('<a rel="license" href="/terms">Courier open licence</a>', "Courier open licence"),
        ('<figure><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">photo</a></figure>', None),
    ],
)
def test_a_licence_is_the_pages_unless_it_is_a_pictures(element, expected):
    assert read_metadata(page(body=element), None).metadata.licence == expected


@pytest.mark.parametrize("value", [None, 5, [], {}, {"url": 5}, "", " "])
def test_what_is_no_licence_has_no_name(value):
    assert licence_name(value) is None


@pytest.mark.parametrize(
    "broken",
    [
        "{not json",
        "[" * 100_000,
        json.dumps([[[{"@type": ["NewsArticle", 5], "headline": 7, "author": {"name": []}}]]]),
        json.dumps(
            {"@type": "NewsArticle", "datePublished": "2024-13-45", "publisher": [None], "headline": "x" * 100_000}
        ),
        json.dumps({"@type": "NewsArticle", "datePublished": "٢٠٢٤-٠٥-١٤", "license": {"url": None}}),
        json.dumps([{"@type": "Article", "n": i} for i in range(30_000)]),
    ],
)
def test_hostile_json_ld_says_nothing(broken):
    found = read_metadata(page(f'<script type="application/ld+json">{broken}</script>'), None).metadata
    assert (found.title, found.byline, found.publisher, found.published) == (None, None, None, None)
