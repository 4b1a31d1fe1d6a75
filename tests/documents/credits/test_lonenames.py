"""Names that stand alone beside an article, or end it."""

from __future__ import annotations

import pytest

from sayso.documents.credits.lonenames import agencies_in, agency_at_end, signs_off
from sayso.documents.page import ZonedRange
from sayso.vocab import Zone

TEXT = "The bridge at Karsova is open again, the mayor said."


@pytest.mark.parametrize("line", ["kt/msh (AFP, dpa)", "(ANSA).", "AFP, dpa", "/AFP", "[Reuters]"])
def test_a_line_of_agencies_and_initials(line: str) -> None:
    assert signs_off(line)


@pytest.mark.parametrize("line", ["Ada Bell", "AFP says so", "Getty Images", "AP Photo"])
def test_other_lines(line: str) -> None:
    assert not signs_off(line)


def test_agencies_with_their_places() -> None:
    assert agencies_in("AFP und dpa", 10) == [("AFP", 10, 13), ("dpa", 18, 21)]
    assert agencies_in("AFP, Ada Bell", 0) == []


@pytest.mark.parametrize("line", ["kt/msh (AFP, dpa)", "AFP, dpa"])
def test_below_the_text(line: str) -> None:
    text = f"{TEXT}\n\n{line}"
    ranges = [ZonedRange(0, len(TEXT), Zone.BODY), ZonedRange(len(TEXT) + 2, len(text), Zone.CREDIT)]
    assert [credit.name for credit in agency_at_end(text, ranges)] == ["AFP", "dpa"]
