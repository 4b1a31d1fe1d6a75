"""The trees that choose a flat page's headline, and what they see."""

from __future__ import annotations

from itertools import pairwise

from sayso.documents.page import Given
from sayso.documents.zones.finder import PageLines, find_zones
from sayso.documents.zones.headfigures import candidates, head_figures
from sayso.documents.zones.headpicker import chosen, read_trees
from sayso.documents.zones.lines import read_lines
from sayso.vocab import Zone

PAGE = """The Barlow Argus
Home
News
Sport
Subscribe to our newsletter
Most read
Canal bridge must close, engineers tell council
Published 3 March 2019 by Ada Bell
Share
Repairs could take until the autumn of next year
The council of Barlow voted on Tuesday to close the bridge over the canal, which engineers call unsafe.
Drivers will have to go through the old town until the repairs are done, the mayor told the council on Tuesday.
"We have no choice," she said after the vote, which the engineers had asked for since the spring of last year.
"""


def test_the_line_of_the_rules_stays_unless_another_is_surer() -> None:
    assert chosen([0.0, 0.2], 0, (-2.0, -1.0)) == 0
    assert chosen([0.0, 2.0], 0, (-2.0, -1.0)) == 1
    assert chosen([-3.0, -3.1], 0, (-2.0, -1.0)) is None
    assert chosen([-1.5, -4.0], 0, (-2.0, -1.0)) == 0
    assert chosen([-1.5, -4.0], None, (-2.0, -1.0)) is None


def test_figures_of_the_lines_that_may_be_it() -> None:
    page = PageLines(read_lines(PAGE))
    finder = page.headline_finder()
    numbers = candidates(page, finder)
    assert all(first < second for first, second in pairwise(numbers))
    texts = [page.lines[n].text for n in numbers]
    assert "Canal bridge must close, engineers tell council" in texts
    assert not any("Ada Bell" in text or text.startswith("The council of") for text in texts)
    figures = head_figures(page, finder, None, numbers)
    assert figures.shape[0] == len(numbers)
    assert figures.shape[1] > int(read_trees().questions.max())


def test_a_headline_above_the_byline_and_a_deck() -> None:
    found = [PAGE[r.start : r.end] for r in find_zones(PAGE, Given()) if r.zone is Zone.HEADLINE]
    assert found[:1] == ["Canal bridge must close, engineers tell council"]
