from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.page import Given
from sayso.documents.zones.features import BESIDE, line_features
from sayso.documents.zones.finder import PageLines
from sayso.documents.zones.lines import read_lines

LINES = st.sampled_from(
    ["", "Menu", "3 comments", "The council voted on Tuesday to close the bridge over the canal.", "…"]
)


def figures_of(text: str) -> np.ndarray:
    page = PageLines(read_lines(text))
    return np.asarray(line_features(page, page.label(Given())))


def test_a_line_sees_the_lines_beside_it() -> None:
    figures = figures_of("Menu\n\nThe council voted on Tuesday to close the bridge over the canal.\n\nShare")
    own = (figures.shape[1] - 24) // (len(BESIDE) + 1)
    below = 24 + own + BESIDE.index(1) * own
    assert figures[0, below : below + own].tolist() == figures[1, :own].tolist()
    assert not figures[2, below : below + own].any()


@given(st.lists(LINES, min_size=1, max_size=30).map("\n".join).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_figures_are_finite_and_as_many_for_any_page(text: str) -> None:
    figures = figures_of(text)
    assert figures.shape == (len(read_lines(text)), figures_of("Menu").shape[1])
    assert figures.dtype == np.float32
    assert np.isfinite(figures).all()
