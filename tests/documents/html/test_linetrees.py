"""What the trees see of a web page's lines, and which of them they take for the article's."""

from sayso.documents.html.linefigures import line_figures
from sayso.documents.html.linetrees import AT_ONCE, find_body, read_name_scores
from sayso.documents.html.linezones import Read
from sayso.documents.html.markup import read_lines, read_markup
from sayso.documents.page import Given

STORY = [
    "The ferry Maud Larkin ran onto a sandbank in thick fog on Monday, and all who were on board were brought ashore.",
    "A diver will look at the hull on Tuesday, the harbour master said, before anybody tries to pull the ship free.",
    "It is the third time since the spring that a ship has lost its way in the channel, which has no lights.",
    "The company that owns the ferry said that it would pay for the lamps if the council put up the posts.",
]
MENU = "".join(f'<li class="menu-item"><a href="/{name}">{name}</a></li>' for name in ("World", "Sport", "Tides"))
OTHERS = "".join(
    f'<div class="card"><a href="/{n}"><h3>Quay number {n} is to be sold to a brewer from the south</h3></a></div>'
    for n in range(5)
)


def page(story: str, around: str = "") -> Read:
    found = read_markup(
        f'<html><body><nav><ul>{MENU}</ul></nav><main><article class="post"><h1>Ferry aground</h1>{story}</article>'
        f'</main><div class="more">{OTHERS}</div>{around}<footer><p>© 2024 Tide. All rights reserved.</p></footer>'
        "</body></html>"
    )
    assert found
    return Read.of(read_lines(found.tree), Given())


def body_of(read: Read) -> list[str]:
    return [read.text[read.lines[n].start : read.lines[n].end] for n in sorted(find_body(read, "Ferry aground"))]


def test_the_articles_lines_are_found():
    assert body_of(page("".join(f"<p>{words}</p>" for words in STORY))) == STORY


def test_names_of_elements_are_told_by_what_stands_in_them_elsewhere():
    scores = read_name_scores()
    assert scores["article"] > scores["menu"] < 0


def test_a_row_of_figures_for_each_line_whatever_the_page():
    for read in (page("<p>One</p>"), page("<div><span>Two</span> words</div>" * 9)):
        figures = line_figures(read, None, {})
        assert len(figures) == len(read.lines)
        assert (figures == line_figures(read, None, {})).all()


def test_lines_far_down_are_judged_as_those_above():
    many = page("".join(f"<p>{words}</p>" for words in STORY), "<ul>" + MENU * AT_ONCE + "</ul>")
    assert len(many.lines) > 2 * AT_ONCE
    assert find_body(many, None) <= set(range(30))


def test_a_page_without_lines_has_no_article():
    found = read_markup("<html><body> </body></html>")
    assert found
    assert find_body(Read.of(read_lines(found.tree), Given()), None) == frozenset()
