"""Who signs a page."""

from __future__ import annotations

import pytest

from sayso.documents.authorship import read_byline
from sayso.documents.page import Metadata, ZonedRange
from sayso.vocab import Zone

BODY = "The ferry pier will close on Friday, the harbour office said."


@pytest.mark.parametrize(
    ("lines", "stated", "wanted"),
    [
        (["By Ada Bell and Omar Saidi"], None, "Ada Bell and Omar Saidi"),
        (["By Harbour Gazette Staff"], "Ada Bell", "Harbour Gazette Staff"),
        (["Pier Notes", "By Ada Bell"], None, "Ada Bell"),
        (["By Ada Bell"], "Ada Bell, Omar Saidi", "Ada Bell, Omar Saidi"),
        (["Pier Notes"], "Ada Bell", "Ada Bell"),
        ([], "Ada Bell, Reuters", "Ada Bell"),
        ([], "Reuters", None),
        ([], None, None),
    ],
)
def test_lines_that_lead_up_to_names_sign_before_the_markup(
    lines: list[str], stated: str | None, wanted: str | None
) -> None:
    text, ranges = "", []
    for words, zone in [*((line, Zone.BYLINE) for line in lines), (BODY, Zone.BODY)]:
        ranges.append(ZonedRange(len(text), len(text) + len(words), zone))
        text += f"{words}\n"
    assert read_byline(text, ranges, Metadata(byline=stated)) == wanted
