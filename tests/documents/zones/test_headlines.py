from __future__ import annotations

import pytest

from sayso.documents.page import Given
from sayso.documents.zones.finder import find_zones
from sayso.documents.zones.headlines import page_titles, share_in
from sayso.documents.zones.lines import read_lines
from sayso.vocab import Zone

BODY = (
    "The council of Barlow voted on Tuesday to close the bridge over the canal, which engineers call unsafe.\n\n"
    "Residents of the old town say that the detour will cost them an hour a day, and want a ferry instead."
)


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Home\nNews\n\nCouncil Closes Canal Bridge\n\nBy Ada Bell", "Council Closes Canal Bridge"),
        (
            "Council closes bridge - The Barlow Argus\nMenu\nCouncil closes bridge\nMarch 3, 2019",
            "Council closes bridge",
        ),
        ("The Barlow Argus | Subscribe | Log In\nCouncil closes bridge after vote", "Council closes bridge after vote"),
        (
            "Stories from the old town, every day since the year 1921.\n\nCouncil closes canal bridge\n\nBy Ada Bell",
            "Council closes canal bridge",
        ),
        ("Valley Lantern - Light on local news\n\nCanal bridge to close\n\nMarch 3, 2019", "Canal bridge to close"),
        ("Home\nNews\nSport", None),
    ],
)
def test_headlines(above: str, headline: str | None) -> None:
    text = f"{above}\n\n{BODY}"
    found = [text[r.start : r.end] for r in find_zones(text, Given()) if r.zone is Zone.HEADLINE]
    assert found == ([headline] if headline else [])


def test_titles_and_topics() -> None:
    assert page_titles(read_lines("Bridge closed - The Barlow Argus\nMenu")) == {"bridge closed"}
    assert share_in("Bridge closure", {"bridg", "close"}) == 0.5
    assert share_in("a b", set()) == 0.0
