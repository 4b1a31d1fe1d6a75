from __future__ import annotations

import pytest

from sayso.documents.credits.rights import (
    BESIDE,
    copyright_owner,
    is_licence,
    is_takedown_offer,
    read_licence,
    read_notices,
)
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.vocab import CreditRole, Zone


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        (
            "This work is licensed under a Creative Commons Attribution 4.0 International License.",
            "Creative Commons Attribution 4.0",
        ),
        ("We republish under the creative commons rule.", "Creative Commons"),
        ("Text: CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0"),
        ("This article is republished here under the doctrine of fair use.", "Fair Use"),
        ("The licence of the pub was withdrawn.", None),
    ],
)
def test_licences(line: str, licence: str | None) -> None:
    assert is_licence(line) is (licence is not None)
    zone = Zone.LICENCE if licence else Zone.BODY
    assert read_licence(line, [ZonedRange(0, len(line), zone)]) == licence


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("Should you want a text of yours to be taken down from this site, please write to me.", True),
        ("If you hold the copyright and object, contact us and the article will be removed immediately.", True),
        ("The council asked the owner to remove the wreck from the beach.", False),
    ],
)
def test_offers_to_take_down(line: str, offered: bool) -> None:
    assert is_takedown_offer(line) is offered


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Copyright © Coastal Tribune, Coastal Tribune, 2016", "Coastal Tribune"),
        ("© 2016 Harbour Gazette Ltd. All rights reserved.", "Harbour Gazette"),
        ("(c) 2010-2016 The Open Ledger", "The Open Ledger"),
        ("All rights reserved", None),
        ("© 2016", None),
    ],
)
def test_owners(line: str, owner: str | None) -> None:
    found = copyright_owner(line)
    assert (line[slice(*found)] if found else None) == owner


def test_notices_at_odds() -> None:
    line = "Published under a Creative Commons licence. If you want your article removed, e-mail me."
    ranges = [ZonedRange(0, len(line), Zone.LICENCE)]
    owner = FoundCredit(0, 1, CreditRole.COPYRIGHT, "Coastal Tribune", None, BESIDE)
    notices = read_notices(line, ranges, [owner], "The Open Ledger")
    assert len(notices) == 2
    assert "Coastal Tribune" in notices[0]
    assert "take the article down" in notices[1]
    assert len(read_notices(line, ranges, [owner], "Coastal Tribune")) == 1
    assert read_notices("", [], [owner], None) == ()
