from __future__ import annotations

import math

import numpy as np
import pytest

from sayso.documents.page import Given
from sayso.documents.zones.classifier import Trees, combined, correct, figures_of, read_trees, scores
from sayso.documents.zones.finder import PageLines, find_zones
from sayso.documents.zones.lines import read_lines
from sayso.documents.zones.words import read_word_scores
from sayso.vocab import Zone

PAGE = """Menu
Home
Bridge over the canal is closed

By Ada Bell

The council of Barlow voted on Tuesday to close the bridge over the canal, which engineers call unsafe.

Residents of the old town say that the detour will cost them an hour a day, and want a ferry instead.

Sign up for our newsletter
"""


def test_a_tree_is_walked_by_all_its_questions() -> None:
    trees = Trees(
        np.array([[0, 1], [1, 1]]), np.array([[0.5, 2.0], [1.0, np.inf]], dtype=np.float32),
        np.array([[1, 2, 3, 4], [10, 20, 30, 40]], dtype=np.float32), 0.5, 0.0, 0.0,
    )  # fmt: skip
    figures = np.array([[0, 0], [1, 0], [0, 3], [1, 3]], dtype=np.float32)
    assert scores(trees, figures).tolist() == [11.5, 12.5, 23.5, 24.5]


def by_rules() -> tuple[PageLines, list[Zone]]:
    page = PageLines(read_lines(PAGE))
    return page, page.label(Given())


def test_only_what_the_trees_are_sure_of_changes() -> None:
    page, zones = by_rules()
    assert [str(zone) for zone in zones] == [
        "furniture", "furniture", "headline", "byline", "body", "body", "furniture",
    ]  # fmt: skip
    limits = (-1.0, 1.0)
    assert combined(zones, page.lines, [0.0] * 7, limits) == zones
    changed = combined(zones, page.lines, [9, 9, 9, 9, -9, 0, 9], limits)
    # neither a little above the headline nor what the rules are sure of is taken in
    assert changed == [*zones[:4], Zone.FURNITURE, Zone.BODY, Zone.BODY]


def test_much_above_a_headline_puts_it_in_doubt() -> None:
    lines = read_lines(
        f"{'The council met on Tuesday and voted. ' * 8}\n\nBridge over the canal is closed\n\nIt rained."
    )
    zones = [Zone.FURNITURE, Zone.HEADLINE, Zone.BODY]
    assert combined(zones, lines, [9.0, 0.0, 0.0], (-1.0, 1.0)) == [Zone.BODY, Zone.HEADLINE, Zone.BODY]
    few = [lines[0]._replace(words=20), *lines[1:]]
    assert combined(zones, few, [9.0, 0.0, 0.0], (-1.0, 1.0)) == zones


def test_a_page_without_an_article_stays_so() -> None:
    page = PageLines(read_lines("Menu\nHome\nContact"))
    assert correct(page, [Zone.FURNITURE] * 3) == [Zone.FURNITURE] * 3
    assert combined([Zone.FURNITURE] * 3, page.lines, [9.0] * 3, (0.0, 0.0)) == [Zone.FURNITURE] * 3


def test_the_shipped_trees_fit_the_figures() -> None:
    page, zones = by_rules()
    trees = read_trees()
    figures = figures_of(page, zones, read_word_scores())
    assert trees.questions.max() < figures.shape[1]
    assert trees.out < trees.into
    odds = scores(trees, figures)
    assert np.isfinite(odds).all()
    assert odds[4] > 0 > odds[0]
    assert odds.tolist() == scores(read_trees(), figures_of(page, zones, read_word_scores())).tolist()


@pytest.mark.parametrize("text", ["", "\n\n", "x", "\u202e\u0000", "A" * 5_000])
def test_any_text_has_zones(text: str) -> None:
    assert all(math.isfinite(r.start) for r in find_zones(text, Given()))


def test_markup_may_leave_the_trees_out() -> None:
    ranges = find_zones(PAGE, Given(), by_rules=True)
    _, zones = by_rules()
    assert [r.zone for r in ranges] == zones
