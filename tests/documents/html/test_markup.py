import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.html.markup import Mark, read_lines, read_markup


def lines_of(source):
    found = read_markup(source)
    text, lines = read_lines(found.tree)[:2] if found else ("", ())
    return [text[line.start : line.end] for line in lines], lines


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<br>Two <b>bold</b>\n  words</p>", ["One", "Two bold words"]),
        ("<p><span>T</span>he ferry</p>", ["The ferry"]),
        ("<nav><a>World</a><a>Sport</a></nav>", ["World Sport"]),
        ("<pre>One\nTwo</pre>", ["One", "Two"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<p>Rates rose&nbsp;2&nbsp;%</p>", ["Rates rose\u00a02\u00a0%"]),
        ("no markup at all", ["no markup at all"]),
        ("<p>a\x00b</p>", ["a\ufffdb"]),
    ],
)
def test_every_block_is_a_line(source, expected):
    assert lines_of(source)[0] == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var x = 'No';</script>",
        "<style>p { color: red }</style>",
        "<noscript>No</noscript>",
        "<template><p>No</p></template>",
        "<!-- No -->",
        "<p hidden>No</p>",
        '<div style="color: red; DISPLAY : none">No</div>',
        "<svg><title>No</title></svg>",
        "<iframe>No</iframe>",
    ],
)
def test_what_is_not_shown_is_not_text(unseen):
    assert lines_of(f"<p>Before</p>{unseen}<p>After</p>")[0] == ["Before", "After"]


def test_what_follows_a_hidden_element_is_kept():
    assert lines_of("<p>One <span hidden>no</span>two</p>")[0] == ["One two"]


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("<h1>Bridge opens</h1>", Mark.HEADLINE),
        ('<div itemprop="headline">Bridge opens</div>', Mark.HEADLINE),
        ('<span class="article__byline">By A. Moreau</span>', Mark.BYLINE),
        ('<a rel="author">A. Moreau</a>', Mark.BYLINE),
        ("<figcaption>The bridge</figcaption>", Mark.CAPTION),
        ('<p class="wp-caption-text">The bridge</p>', Mark.CAPTION),
        ('<div id="comments"><p>First!</p></div>', Mark.COMMENT),
        ('<div class="read-more-box">More</div>', Mark.RELATED),
        ('<div role="navigation">Home</div>', Mark.NAVIGATION),
        ("<form><p>Your name</p></form>", Mark.FORM),
    ],
)
def test_names_in_the_markup_say_what_a_line_is_for(source, mark):
    for around in ("{}", "<div>{}</div>", "<div><p>Before</p>{}<p>After</p></div>"):
        assert mark in {own for line in lines_of(around.format(source))[1] for own, _ in line.marks}


def test_what_only_a_part_of_a_line_is_for_says_nothing_of_the_line():
    _, (line,) = lines_of('<p class="caption">The bridge, <span class="date">March</span></p>')
    assert [own for own, _ in line.marks] == [Mark.CAPTION]


def test_who_took_a_picture_stands_apart_from_what_it_shows():
    text, lines = lines_of('<figcaption>The quay<span class="credits">A. Moreau</span> by <i>night</i></figcaption>')
    assert text == ["The quay", "A. Moreau", "by night"]
    assert [Mark.CREDIT in dict(line.marks) for line in lines] == [False, True, False]
    text, _ = lines_of('<p>The quay<span class="credits">A. Moreau</span></p>')
    assert text == ["The quayA. Moreau"]


def test_the_share_of_links_is_measured():
    _, lines = lines_of('<p><a href="/x">All of it</a></p><p>Half <a>half</a></p><p>None</p>')
    assert [round(line.linked, 1) for line in lines] == [1.0, 0.5, 0.0]


@pytest.mark.parametrize("depth", [300, 20_000])
def test_nesting_deeper_than_the_parser_goes_loses_no_text(depth):
    found = read_markup("<p>First" + "<div>" * depth + "<p>Deep" + "</div>" * depth + "<p>Last")
    assert found.flattened
    assert read_lines(found.tree)[0].split() == ["First", "Deep", "Last"]


@pytest.mark.parametrize("source", ["", "  \n", "<!-- only a comment -->"])
def test_where_there_is_no_markup_there_is_none(source):
    assert read_markup(source) is None


_PIECES = (
    "<p>|</p>|<div class='nav'>|</div>|<a href=x>|</a>|<b>|<script>|</script>|<br>|<table><td>|word |two words|\u00a0"
    "|\x00|\ud800|&#0;|&amp;|<!--|-->|<|>|<p hidden>|<pre>|\n"
)
PIECES = st.sampled_from(_PIECES.split("|"))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_lines_lie_apart_in_order_and_cover_the_text(source):
    found = read_markup(source)
    if found is None:
        return
    text, lines, layout, _ = read_lines(found.tree)
    at = 0
    for line in lines:
        assert at <= line.start < line.end
        assert not text[at : line.start].strip()
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        assert 0 <= line.linked <= 1
        at = line.end
    assert at == len(text)
    assert len(layout.nodes) == len(lines)
    assert all(number < end <= len(layout.ends) for number, end in enumerate(layout.ends))
    assert all(parent < number for number, (parent, *_) in enumerate(layout.elements) if number)
