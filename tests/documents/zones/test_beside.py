"""What stands between and below the paragraphs of an article."""

from __future__ import annotations

import pytest

from sayso.documents.page import Given
from sayso.documents.zones.finder import find_zones
from sayso.vocab import Zone

TOP = """Bridge at Karsova closed after storm

By Ada Bell
March 3, 2019

The bridge at Karsova was closed on Monday after a storm had washed away part of the road, the governor said.
The governor said that she did not know when it would be opened again, and that boats would carry people until then.
"""
END = """
The mayor of Karsova said on Tuesday that the town had food for a week, and that the schools would stay closed.
People in the villages upstream have been told to boil their water, according to the health board of the valley.
"""


def zones_of(text: str) -> dict[str, Zone]:
    return {text[r.start : r.end]: r.zone for r in find_zones(text, Given())}


@pytest.mark.parametrize(
    ("between", "line"),
    [
        (
            "Click here for more on the storm\nFerry to run all night until Sunday\n",
            "Ferry to run all night until Sunday",
        ),
        (">> Ferry to run all night\n", ">> Ferry to run all night"),
        ("Related article\nFerry to run all night until Sunday\n", "Ferry to run all night until Sunday"),
        ("[Read also: Ferry to run all night]\n", "[Read also: Ferry to run all night]"),
        (
            "Keep reading\nlist of 2 items\nFerry to run all night until Sunday\nRoad to Velin open\nend of list\n",
            "Ferry to run all night until Sunday",
        ),
    ],
)
def test_links_between_paragraphs(between: str, line: str) -> None:
    found = zones_of(f"{TOP}\n{between}{END}")
    assert next(zone for words, zone in found.items() if words.endswith(line.removeprefix(">> "))) is Zone.TEASER
    assert all(found[words] is Zone.BODY for words in END.strip().split("\n"))


@pytest.mark.parametrize(
    ("below", "zones"),
    [
        ("2 comments:\noldgoat said... it was never safe", [Zone.COMMENT, Zone.COMMENT]),
        ("No comments:\nPost a Comment", [Zone.FURNITURE, Zone.FURNITURE]),
        ("Latest\nCouncil sells the old baths", [Zone.FURNITURE, Zone.TEASER]),
        ("Popular\n© 2019 The Harbour Gazette Ltd", [Zone.FURNITURE, Zone.FURNITURE]),
        ("Ada Bell covers courts and money for the Harbour Gazette.", [Zone.FURNITURE]),
        ("Our Standards: The Meridian Trust Principles.", [Zone.FURNITURE]),
    ],
)
def test_what_follows_an_article(below: str, zones: list[Zone]) -> None:
    found = zones_of(f"{TOP}{END}\n{below}\n")
    assert [found[line] for line in below.split("\n")] == zones
