import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.documents.html import reader as html
from sayso.documents.page import Given
from sayso.vocab import DateBasis, Zone

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Ferry runs aground off Port Ellery | Tidewater Courier</title>
<meta property="og:site_name" content="Tidewater Courier">
<meta property="article:published_time" content="2024-05-14T18:20:00+01:00"></head>
<body class="nav-open">
<header><a href="/">Tidewater Courier</a></header>
<nav><ul><li><a href="/world">World</a></li><li><a href="/courts">Courts</a></li></ul></nav>
<main><article>
<h1>Ferry runs aground off Port Ellery</h1>
<p class="byline">By Ines Varga</p>
<p class="dateline"><time datetime="2024-05-14T18:20:00+01:00">Tuesday, 14 May 2024</time></p>
<figure><img src="f.jpg">
<figcaption>The ferry Maud Larkin lies on a sandbank off Port Ellery on Monday.</figcaption></figure>
<p>A ferry with 84 people on board ran aground in thick fog off Port Ellery early on Monday, the coastguard said, and
all of its passengers were brought ashore within three hours.</p>
<p>“We heard a long scraping sound and then nothing,” said Tom Okello, a teacher who was on his way to work. He said
that the crew handed out blankets and that nobody panicked.</p>
<aside class="related"><a href="/fog">Fog closes three harbours along the northern coast</a></aside>
<p>The harbour master, Liv Brandt, said the channel would stay closed until the hull had been examined by divers, which
she expected to take two days at the least.</p>
</article>
<section id="comments"><h3>Comments</h3><div class="comment-body"><p>My aunt was on that ferry and she says it was
cold.</p></div></section></main>
<footer><p>© 2024 Tidewater Courier. All rights reserved.</p><a href="/terms">Terms of use</a></footer>
</body></html>"""

#: The words of its paragraphs.
PARAGRAPHS = re.findall(r"<p>(.+?)</p>", PAGE, re.DOTALL)[:3]


def read(source, **given):
    return html.read_page(source, capture_id="capture-1", uri="page.html", given=Given(**given))


def zones(page):
    text = page.document.text
    return [(block.zone, text[block.span.start : block.span.end]) for block in page.blocks]


def zone_of(page, words):
    (found,) = {zone for zone, text in zones(page) if words in text}
    return found


@pytest.fixture(scope="module")
def ferry():
    return read(PAGE).page


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Ferry runs aground", Zone.HEADLINE),
        ("By Ines Varga", Zone.BYLINE),
        ("Tuesday, 14 May", Zone.DATELINE),
        ("lies on a sandbank", Zone.CAPTION),
        ("ran aground in thick fog", Zone.BODY),
        ("a long scraping sound", Zone.BODY),
        ("Fog closes three harbours", Zone.TEASER),
        ("until the hull had been examined", Zone.BODY),
        ("My aunt was on that ferry", Zone.COMMENT),
        ("World", Zone.FURNITURE),
        ("Terms of use", Zone.FURNITURE),
    ],
)
def test_a_line_has_the_zone_a_reader_would_give_it(ferry, words, zone):
    assert zone_of(ferry, words) is zone


def test_the_document_knows_what_the_markup_says(ferry):
    document = ferry.document
    assert document.headline == "Ferry runs aground off Port Ellery"
    assert (document.publisher, document.byline, document.language) == ("Tidewater Courier", "Ines Varga", "en")
    assert (document.published.date, document.published.basis) == ("2024-05-14", DateBasis.STATED)
    assert "article:published_time" in document.published.why


#: A blog's page with stacked credits, its paragraphs divided by line breaks only.
BLOG = """<html><head><title>Rebels Shell Port of Khalidah, Army Says - Free Harbour Blog</title></head><body>
<div id="header"><h1 class="title"><a href="/">Free Harbour Blog</a></h1>
<div class="tabs"><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></div></div>
<div class="widget">Post Top Ad</div>
<div class="main"><div class="post hentry"><h2 class="date-header"><span>Tuesday, May 14, 2024</span></h2>
<h3 class="post-title entry-title"><a href="x">Rebels Shell Port of Khalidah, Army Says</a></h3>
<div class="post-body entry-content"><div><b>Report from the Northern Coordination Centre</b></div>
<div>Global Research, May 14, 2024<br/>Reuters 13 May 2024</div><br/>
<div class="separator"><img src=a.jpg>
<span style="font-size:x-small">Smoke over Khalidah on May 12, 2024. © AFP Photo / Sami Haddad</span></div>
Over 200 fighters attacked the port of Khalidah on Monday, the army of the Republic of Tamra said in a
statement.<br/><br/>
According to the army, the attackers came in trucks from the desert town of Ain Sour, and at least 12 soldiers
were killed in the fighting around the grain terminal.<br/><br/>
&ldquo;The port is in our hands and the ships are safe,&rdquo; the army&rsquo;s spokesman, Colonel Idris Bata, told
reporters. He added that the attack had been expected for days.<br/><br/>
A rebel radio station said that the port had fallen on Sunday night. The claim could not be checked.<br/><br/>
<i>The original source of this article is Reuters</i><br/>Copyright &copy; Reuters, 2024</div>
<div class="post-footer"><span class="post-author">Posted by Harbour Editor</span> at
<a class="timestamp-link" rel="bookmark">
<abbr class="published" title="2024-05-14T08:00:00-07:00">8:00 AM</abbr></a></div>
<p>Free Harbour Blog published this article under a Creative Commons licence.
If you object, write to me and I will take it down.</p>
</div>
<div id="comments"><h4>No comments:</h4><p><a href="c">Post a Comment</a></p></div>
<div class="related"><h4>You may also like</h4>
<ul><li><a href=1>Grain prices rise after attack on port</a></li>
<li><a href=2>Army says it holds the desert road</a></li></ul></div></div>
<div class="sidebar"><h2>Popular Posts</h2>
<ul><li><a href=3>Who are the fighters of Ain Sour?</a></li></ul></div>
<div class="footer">Powered by Blogger.</div></body></html>"""


def test_stacked_credits_become_the_provenance():
    page = read(BLOG).page
    document = page.document
    assert document.provenance == ("Free Harbour Blog", "Global Research", "Reuters")
    assert document.headline == "Rebels Shell Port of Khalidah, Army Says"
    assert document.published.date == "2024-05-14"
    bodies = [text for zone, text in zones(page) if zone is Zone.BODY]
    assert (len(bodies), bodies[0][:17]) == (4, "Over 200 fighters")
    assert zone_of(page, "Smoke over Khalidah") is Zone.CAPTION
    assert zone_of(page, "The original source") is Zone.CREDIT
    assert zone_of(page, "under a Creative Commons") is Zone.LICENCE
    assert zone_of(page, "Grain prices rise") is Zone.TEASER


def test_what_is_given_comes_before_what_the_page_says():
    document = read(
        PAGE, label="p1", url="https://tidewater.example/f", published="2024-05-13", title="Ferry"
    ).page.document
    assert (document.label, document.uri, document.headline) == ("p1", "https://tidewater.example/f", "Ferry")
    assert (document.published.date, document.published.basis) == ("2024-05-13", DateBasis.GIVEN)


def test_prose_is_all_article_but_captions():
    found = read("<h2>Ferry</h2><p>It ran aground.</p><figure><figcaption>The ferry</figcaption></figure>", prose=True)
    assert [zone for zone, _ in zones(found.page)] == [Zone.BODY, Zone.BODY, Zone.CAPTION]


def test_an_article_that_only_a_script_would_show_is_read_from_json_ld():
    words = (
        "The council of Eastport voted on Thursday to close the old swimming pool because of its cracked walls. " * 4
    )
    body = f'{{"@type": "NewsArticle", "headline": "Pool to close", "articleBody": "{words.strip()}"}}'
    found = read(
        f'<html><head><script type="application/ld+json">{body}</script></head><body><a href="/">Home</a></body></html>'
    )
    assert zone_of(found.page, "voted on Thursday") is Zone.BODY
    assert any("JSON-LD" in reason for reason in found.reasons)


def test_an_article_of_which_the_page_shows_a_teaser_is_read_from_json_ld():
    words = " ".join(
        f"The council of Eastport voted on day {number} to close the old swimming pool of ward {number}."
        for number in range(30)
    )
    body = f'{{"@type": "NewsArticle", "headline": "Pool to close", "articleBody": "{words}"}}'
    teaser = (
        "<p>Swimmers and their clubs will have to find another place to train from next autumn on, it is feared.</p>"
    )
    found = read(
        f'<html><head><script type="application/ld+json">{body}</script></head>'
        f"<body><h1>Pool to close</h1>{teaser}</body></html>"
    )
    assert zone_of(found.page, "voted on day 7 to") is Zone.BODY
    assert any("JSON-LD" in reason for reason in found.reasons)


def test_an_article_that_the_page_hides_until_a_reader_turns_to_it_is_read_and_said():
    rows = [
        "<p>The oldest quay of Eastport was built of oak by monks, who sold the right to moor there to three.</p>",
        "<p>Dredgers came much later: until the year 1871 sand was carried from the basin in baskets, by hand.</p>",
        "<p>A lighthouse keeper named Oda Brandt wrote down every ship that passed; the museum has her books.</p>",
        "<p>When the railway reached the northern shore, fish was sold inland on the same day, and prices doubled.</p>",
        "<p>Today most of the cranes stand still, and a company from Talmere wants to turn two sheds into flats.</p>",
    ]
    parts = "".join(f"<div style='display: none'>{row}</div>" for row in rows[1:])
    source = f"<h1>Harbours</h1><article>{rows[0]}{parts}</article>"
    found = read(f"<html><body>{source}</body></html>")
    assert zone_of(found.page, "Oda Brandt wrote") is Zone.BODY
    assert any("hides" in reason for reason in found.reasons)


def test_a_little_that_is_hidden_is_not_read():
    rows = [
        f"<p>Chapter {number} of the report tells how the harbour of town {number} was dug.</p>" for number in range(9)
    ]
    source = f"<h1>Harbours</h1><article>{''.join(rows)}<p hidden>Nobody is meant to see this line here.</p></article>"
    found = read(f"<html><body>{source}</body></html>")
    assert "Nobody" not in found.page.document.text
    assert not found.reasons


def test_a_line_seen_twice_is_the_articles_once():
    twin = "<p>A ferry with 84 people on board ran aground in thick fog off Port Ellery early on Monday.</p>"
    source = PAGE.replace("<footer>", f"<footer>{twin}").replace("</article>", twin + "</article>")
    bodies = [text for zone, text in zones(read(source).page) if zone is Zone.BODY and "84 people on board ran" in text]
    assert len(bodies) <= 2
    assert all(zone is not Zone.BODY for zone, text in zones(read(source).page)[-3:])


def test_what_the_trees_leave_out_is_the_articles_only_beside_it(monkeypatch):
    far = "<p>The harbour office sells maps of the channel to all who ask for them at its window.</p>"
    gap = "".join(f"<p>Notice {number}</p>" for number in range(4))

    def find(read, title):
        found = "\n".join(" ".join(part.split()) for part in (PARAGRAPHS[0], PARAGRAPHS[2]))
        return html.articles.body_lines(read.lines, read.words, found)

    monkeypatch.setattr(html.linetrees, "find_body", find)
    page = read(PAGE.replace(PARAGRAPHS[1], f"{PARAGRAPHS[1]}</p>{gap}{far}{gap}<p>")).page
    assert zone_of(page, "a long scraping sound") is Zone.BODY
    assert zone_of(page, "sells maps of the channel") is Zone.FURNITURE


def test_the_same_page_gives_the_same_rows():
    assert read(PAGE).page == read(PAGE).page


@pytest.mark.parametrize("empty", ["", " \n", "<html></html>", "<script>only()</script>"])
def test_a_page_without_text_is_still_a_page(empty):
    page = read(empty).page
    assert page.document.text == ""
    assert page.blocks == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 3000 + "<p>Deep words that lie at the bottom of it all.</p>",
        "<b>" * 5000 + "text",
        "<p>" * 45_000,
        "<" * 20_000,
        "<p>" + "x" * 300_000 + "</p>",
        "<a href=x>" * 2000 + "x",
        '<div class="' + "a-" * 50_000 + '">x</div>',
        "<p>\u202eright to left\u202c \x00\x01\x1f \ud800</p>",
        "<h1>" + "word " * 20_000 + "</h1><h1>word</h1>",
    ],
)
def test_hostile_pages_are_read(hostile):
    assert_covered(read(hostile).page)


PIECES = st.sampled_from(
    [*(line for line in PAGE.splitlines() if line), "<p>", "</div>", "<b>", "\ud800", "\x00", "&#xD800;"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_blocks_cover_every_character_once(source):
    assert_covered(read(source).page)


def assert_covered(page):
    text, at = page.document.text, 0
    for block in page.blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip()
        assert not text[block.span.start].isspace()
        assert not text[block.span.end - 1].isspace()
        at = block.span.end
    assert not text[at:].strip()


RUN_ON = "The plan, which the council is to vote on next month, would cost four million crowns, it said on Friday. "


@pytest.mark.parametrize(
    ("head", "credits"),
    [
        ("<dl><dt>Author</dt><dd>Ada Bell</dd></dl>", [("author", "Ada Bell")]),
        ("<table><tr><td>Author:</td><td>Ada Bell</td></tr></table>", [("author", "Ada Bell")]),
        ("<div><span>Ada Bell</span><span>3 March 2016</span></div>", [("author", "Ada Bell")]),  # shown apart
        ("<div class=author><div>Ada Bell</div><div>Harbour reporter</div></div>", [("author", "Ada Bell")]),
    ],
)
def test_who_wrote_it_by_the_elements_around(head, credits):
    source = f"<html><body><h1>Pier to close for a year</h1>{head}<div>{f'<p>{RUN_ON * 3}</p>' * 3}</div></body></html>"
    page = html.read_page(source, capture_id="c", uri="page", given=Given()).page
    assert [(credit.role.value, credit.name) for credit in page.credits] == credits


def test_what_an_archive_puts_around_a_page_is_not_its_text():
    bar = '<div id="wm-ipp-base"><p>7 captures</p></div>'
    page = html.read_page(bar + PAGE, capture_id="c", uri="page", given=Given()).page
    assert "captures" not in page.document.text


def test_a_mark_behind_a_link_belongs_to_its_word():
    source = "<p><a>Ada Bell</a>, <a>Inland Eye</a>. <a>More</a><a>Less</a></p>"
    page = html.read_page(source, capture_id="c", uri="page", given=Given(prose=True)).page
    assert page.document.text == "Ada Bell, Inland Eye. More Less"
