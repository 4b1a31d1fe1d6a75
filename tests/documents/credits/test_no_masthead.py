"""First lines that are no masthead: names above headlines in capitals, people called like papers, events."""

from __future__ import annotations

import pytest

from sayso.documents.flat import read_flat
from sayso.documents.page import Given

TEXT = (
    "The plan, which the council is to vote on next month, would cost four million crowns, and most of that would be"
    " paid by the province.\n\nFishermen who still use the quay said that they had not been asked, and that the new"
    " berths were too far from the market for the smaller boats."
)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("Ada Bell\nCouncil Votes Against Closing Harbour", None),
        ("Kembra Floods\nRescue Teams Search Three Villages", None),
        ("Kembra Floods\nThree villages are under water\nTwo killed by flood", None),
        ("Kembra Notes\nThe weekly market returns to the old square", None),
        ("WTO Round 12\nMinisters meet again in the lakeside town", None),
        ("Old quay to close\nSarah Freeman | 3 March 2019", "Sarah Freeman"),
        ("Old quay to close\nBy Morgan Freeman\n3 March 2019", "Morgan Freeman"),
        ("Old quay to close\nBy Li Na and Ada Bell\n3 March 2019", "Li Na and Ada Bell"),
    ],
)
def test_nobody_is_the_publisher(head: str, byline: str | None) -> None:
    document = read_flat(f"{head}\n\n{TEXT}\n", capture_id="c", uri="page", given=Given()).document
    assert (document.publisher, document.byline) == (None, byline)
