"""Whom a page's markup calls the author."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.documents.html.authors import stated_authors


@pytest.mark.parametrize(
    ("author", "metas", "wanted"),
    [
        ("Ada Bell", {}, ("Ada Bell", ())),
        ({"name": ["Ada Bell", "Omar Saidi"]}, {}, ("Ada Bell, Omar Saidi", ())),
        ("By Ada Bell, Associated Press", {}, ("Ada Bell", ("AP",))),
        ({"name": "Ada Bell, Harbour Gazette"}, {}, ("Ada Bell", ("Harbour Gazette",))),
        ({"name": "Ada Bell | Inland News"}, {}, ("Ada Bell", ())),  # the page's own
        ({"name": "wpadmin2"}, {"author": "Ada Bell"}, ("Ada Bell", ())),
        ({"name": "Super User"}, {}, (None, ())),
        ({"name": "Communications Team"}, {}, (None, ())),
        ({"name": "Inland News"}, {"dcterms.creator": "Ada Bell"}, ("Ada Bell", ())),
        (None, {"dc.creator": "Bell, Ada"}, ("Ada Bell", ())),
        (None, {"author": "https://social.example/ada"}, (None, ())),
        ([5, {"name": None}, {"name": [7]}], {}, (None, ())),
        ("Ada Bell", {"author": "Ada Bell, Omar Saidi"}, ("Ada Bell, Omar Saidi", ())),
        ("Ada Bell", {"author": "Ada Bell, Editor"}, ("Ada Bell", ())),
        ("Editorial Norte S.L.", {}, (None, ())),
        ("Ana Sa", {}, ("Ana Sa", ())),  # no company of hers
    ],
)
def test_authors(author: Any, metas: dict[str, str], wanted: tuple[str | None, tuple[str, ...]]) -> None:
    assert stated_authors({"author": author}, metas, None, ("Inland News", None)) == wanted


def test_other_properties() -> None:
    assert stated_authors({"creator": ["Ada Bell"]}, {}, None, (None, None)).byline == "Ada Bell"
    assert stated_authors({}, {}, "Ada Bell", (None, None)).byline == "Ada Bell"
    assert stated_authors({}, {}, None, (None, None)) == (None, ())
    assert stated_authors({"author": "Eye.example"}, {}, None, ("Inland Eye", "eye.example")).byline is None
