"""Who signs an article above its headline, below its deck and below its last paragraph."""

from __future__ import annotations

import pytest

from sayso.documents.flat import read_flat
from sayso.documents.page import Given

TITLE = "Canal bridge must close, engineers tell council"
DECK = "Repairs could take until the autumn of next year, and nobody knows who will pay for them."
BODY = """The council of Barlow voted on Tuesday to close the bridge over the canal, which engineers call unsafe.

Drivers will have to go through the old town until the repairs are done, the mayor told the council on Tuesday.

"We have no choice," Peter Marsh, the mayor, said after the vote, which engineers had asked for since the spring."""


def byline(text: str) -> str | None:
    return read_flat(text, capture_id="c", uri="u", given=Given()).document.byline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"News\n\nBy Anna Holloway 6 November 2023\n\n{TITLE}\n\n{BODY}", "Anna Holloway"),
        (f"{TITLE}\n\n{DECK}\n\nAnna Holloway\n\nFollow the topics\n\n{BODY}", "Anna Holloway"),
        (f"{TITLE}\n\n{DECK}\n\nPeter Marsh\n\nFollow the topics\n\n{BODY}", None),  # of whom the article tells
        (f"{TITLE}\n\n{BODY}\n\n• Author: Jaroslav Kremnitz\n• Updated: 6 December 2019", "Jaroslav Kremnitz"),
        (f"{TITLE}\n\nBy Bo Lind\n\n{BODY}\n\n• Author: Jaroslav Kremnitz", "Bo Lind"),
    ],
)
def test_who_signs(text: str, name: str | None) -> None:
    assert byline(text) == name


def test_who_is_listed_wrote_nothing() -> None:
    listed = "Anna Holloway\n\nPeter Hale\n\nMaria Ruiz"
    assert byline(f"{TITLE}\n\n{DECK}\n\n{listed}\n\n{BODY}") is None


def test_figures_with_a_word_are_nobody() -> None:
    assert byline(f"{TITLE}\n\n5 min. 1 November 2023\n\n{BODY}") is None
