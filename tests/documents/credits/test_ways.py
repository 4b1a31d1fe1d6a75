"""Lines of a text's way, whatever their build; readable ones with their pages in ``tests/cases/ways``."""

from __future__ import annotations

import pytest

from creditcases import FOLDER, Case, cases_of, failures
from sayso.documents.credits.hops import hops_in
from sayso.vocab import CreditRole

WAYS = FOLDER.parent / "ways"
#: Lines that are read badly, with what is missing.
NOT_YET = {
    "Cross-posted": "that a text was shown elsewhere, too, by its own writer",
    "First hand: exclusive note": "an account is a text where it is this one",
    "Transcribed from": "an interview with somebody",
    "Editors note three sentences": "a series is a text where it has an act",
    "French source": "an agency's name with words in small letters",
    "Spanish, with information published": "what a text holds, from whom it is",
    "Now on our pages": "a clause without a subject of its own, before the one that has it",
    "Interview elsewhere": "an interview may be any; its paper has no word that papers have",
}
FAR = (CreditRole.ORIGINAL, CreditRole.AGENCY)


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Picked up by The Merrow Gazette from AFP", "The Merrow Gazette < AFP"),
        ("The Merrow Gazette ran this story from the AP wire.", "The Merrow Gazette < AP"),
        ("Story relayed by The Merrow Gazette from a Xinhua dispatch", "The Merrow Gazette < Xinhua"),
        ("Carried by The Merrow Gazette; written by Reuters", "The Merrow Gazette < Reuters"),
        ("Passed along by Quay Radio, who had it from the Merrow Gazette", "Quay Radio < Merrow Gazette"),
        ("As reported by AFP and printed in The Merrow Gazette", "The Merrow Gazette < AFP"),
        (
            "It was lifted from the Merrow Gazette, where it carried the byline of AFP.",
            "Merrow Gazette < AFP",
        ),
        (
            "Received through our sister paper, the Merrow Gazette, from Quay Radio",
            "Merrow Gazette < Quay Radio",
        ),
        ("Archived from the Merrow Gazette, 4 May 2019", "Merrow Gazette"),
        ("Posted by Ada Bell, clipped from the Merrow Gazette (AP)", "Merrow Gazette < AP"),
        ("Tomado de El Faro de Merrow, que cita a EFE", "El Faro de Merrow < EFE"),
        ("By permission of Merrow", "Merrow"),
        ("This story was translated from an article in Quay Radio, which had it from AFP.", "Quay Radio < AFP"),
    ],
)
def test_ways(line: str, way: str) -> None:
    found = hops_in(line)
    near = [source.name for source in found if source.role not in FAR]
    far = [source.name for source in found if source.role in FAR]
    assert " < ".join([*near, *far]) == way


@pytest.mark.parametrize(
    "line",
    [
        "The Merrow Gazette has bought the old quay from the council",
        "Subscribe to The Merrow Gazette",
        "Police took three men from the offices of the Merrow Gazette",
        "Listen Live Quay Radio Morning Edition",
        "By Ada Bell, The Merrow Gazette, and Omar Saidi, Quay Radio",
        "Published by The Merrow Gazette Company",
        "Who took the Merrow Gazette from us?",
        "Quay Radio, where this article from Ada Bell first",
    ],
)
def test_other_lines_tell_no_way(line: str) -> None:
    assert hops_in(line) == ()


@pytest.mark.parametrize(
    "case", [case for file in sorted(WAYS.glob("*.txt")) for case in cases_of(file)], ids=lambda case: case.name
)
def test_lines_with_their_pages(case: Case) -> None:
    found = failures(case)
    assert bool(found) == (case.name in NOT_YET), found
