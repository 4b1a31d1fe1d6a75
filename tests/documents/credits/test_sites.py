"""What a page calls its own site."""

from __future__ import annotations

import pytest

from sayso.documents.credits.owners import find_owner
from sayso.documents.credits.sites import find_site_name, sounds_like_outlet
from sayso.documents.zones.lines import read_lines


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Bridge closed in Barlow - The Open Ledger\n\nTop\n\nBridge closed in Barlow\n\nText.", "The Open Ledger"),
        ("- Northern Dispatch International\nWorld\nBridge closed", "Northern Dispatch International"),
        ("Menu\nA boat - Inland Eye\nBridge\nA quay - Inland Eye\nA man on a quay - Inland Eye", "Inland Eye"),
        ("Harbour Gazette | Bridge closed in Barlow\nText.", "Harbour Gazette"),
        ("Bridge closed | News | Inland\nMenu\nBridge closed\nText.", "Inland"),
        ("Bridge closed - Inland Eye - Looking in\nMenu\nBridge closed\nText.", "Inland Eye"),
        ("The Quiet Bulletin\nHome\nBridge closed", "The Quiet Bulletin"),
        ("Small Notes\na weblog on islands\nBridge closed\nText.", "Small Notes"),
        ("Small Notes\nAbout · Archive · RSS\nBridge closed\nText.", "Small Notes"),
        ("Bridge closed | Open News | Reuters\nMenu\nBridge closed\nText.", "Reuters"),
        ("Bridge closed - Inland EyeInland Eye\nMenu\nBridge closed\nText.", "Inland Eye"),
        ("Bridge closed ~ Dry Notes\nDry Notes\nHome\nText.", "Dry Notes"),
        ("Dry Notes: Bridge closed\nHome\nDry Notes\nText.", "Dry Notes"),
        ("OPEN WATER · news from harbours\n\nHome\nBridge closed\nText.", "OPEN WATER"),
        ("Open Water - Light on local news\n\nBridge closed\nText.", "Open Water"),
        ("OPEN WATER\nNews for all\nBridge closed\nText.\nMore from Open Water", "OPEN WATER"),
        ("The Dry Notebook\nBridge closed\nText.\n© 2024 Dry Notebook", "The Dry Notebook"),
        (
            "Bridge Closed - farmers wait\n\nThe bridge at Barlow was closed on Monday after an inspector found rust"
            " in two of its piers.",
            None,
        ),
        ("Dry Season\nFarmers wait\n\nText.", None),
        ("Bridge closed – Sport\nHome\nSport\nText.", None),
        ("Bridge closed - for good\nText.", None),
        ("World News\nBridge closed", None),
        ("", None),
    ],
)
def test_site_names(text: str, site: str | None) -> None:
    assert find_site_name(read_lines(text)) == site


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("Harbour Gazette", True),
        ("RT", True),
        ("harbour.example.org", True),
        ("Ada Bell", False),
        ("EEST", False),
        ("PM", False),
        ("GAZA", False),
        ("the daily bread of all", False),
        ("WestPress", True),
        ("McPress", False),
        ("Westpress", False),
    ],
)
def test_names_that_sound_like_outlets(name: str, sounds: bool) -> None:
    assert sounds_like_outlet(name) is sounds


def test_a_line_without_a_notice_has_no_owner() -> None:
    assert find_owner("no notice") is None


@pytest.mark.parametrize("line", ["Copyright & Permissions", "Copyright policy", "© Derechos reservados"])
def test_a_menu_item_has_no_owner(line: str) -> None:
    assert find_owner(line) is None


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Copyright © 2018 by Thomas W. Ost. Used with permission", "Thomas W. Ost"),
        ("© 2020 Bell, Ost & Co. Ltd. All rights reserved.", "Bell, Ost"),
        ("© 2020 Ministerium für Bau, Verkehr und Wasser", "Ministerium für Bau, Verkehr und Wasser"),
        ("Copyright © 2013 - 2023 | quay.example", "quay.example"),
        ("© 2020 | Impressum | Kontakt", None),
    ],
)
def test_owners_whole(line, owner):
    assert find_owner(line) == owner
