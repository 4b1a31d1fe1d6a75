"""A page's credits in their order."""

from __future__ import annotations

import pytest

from sayso.documents.credits.finder import find_credits
from sayso.documents.credits.provenance import read_provenance
from sayso.documents.credits.rights import BESIDE
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.vocab import CreditRole, Zone


def test_a_stack_runs_from_the_nearest_to_the_farthest() -> None:
    lines = [
        "Plain Research, May 9, 2017",
        "Coastal Tribune 8 May 2017",
        "The original source of this article is Coastal Tribune",
    ]
    text = "\n".join(lines)
    ranges, at = [], 0
    for line in lines:
        ranges.append(ZonedRange(at, at + len(line), Zone.CREDIT))
        at += len(line) + 1
    found = find_credits(text, ranges)
    assert read_provenance("The Open Ledger", found) == ("The Open Ledger", "Plain Research", "Coastal Tribune")
    assert read_provenance(None, found) == ("Plain Research", "Coastal Tribune")


@pytest.mark.parametrize(
    ("publisher", "roles", "chain"),
    [
        ("Harbour Gazette", [], ("Harbour Gazette",)),
        ("Harbour Gazette", [(CreditRole.AGENCY, "Reuters")], ("Harbour Gazette", "Reuters")),
        ("Reuters", [(CreditRole.AGENCY, "Reuters")], ("Reuters",)),
        ("Inland Post International", [(CreditRole.AGENCY, "Inland Post")], ("Inland Post International",)),
        ("Harbour Gazette", [(CreditRole.AUTHOR, "Reuters"), (CreditRole.PHOTO, "AFP")], ("Harbour Gazette",)),
        ("The Open Ledger", [(CreditRole.COPYRIGHT, "Coastal Tribune")], ("The Open Ledger", "Coastal Tribune")),
        ("KBAR 7 News", [(CreditRole.AGENCY, "KBAR")], ("KBAR 7 News",)),  # a station's call letters
    ],
)  # fmt: skip
def test_provenance(publisher: str, roles: list[tuple[CreditRole, str]], chain: tuple[str, ...]) -> None:
    found = [FoundCredit(n, n + 1, role, name, None, BESIDE) for n, (role, name) in enumerate(roles)]
    assert read_provenance(publisher, found) == chain


def test_a_name_beside_a_caption_is_the_pictures() -> None:
    text = "A boat on a quay\nAda Bell/Coastal Tribune\nThe harbour was shut on Monday."
    zones = (Zone.CAPTION, Zone.CREDIT, Zone.BODY)
    ranges, at = [], 0
    for line, zone in zip(text.split("\n"), zones, strict=True):
        ranges.append(ZonedRange(at, at + len(line), zone))
        at += len(line) + 1
    found = find_credits(text, ranges)
    assert [(c.role, c.name) for c in found] == [(CreditRole.PHOTO, "Ada Bell/Coastal Tribune")]
    assert read_provenance("Harbour Gazette", found) == ("Harbour Gazette",)
