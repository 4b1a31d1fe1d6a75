"""Datelines: the place and the agency that a first paragraph, or a line of its own, names."""

from __future__ import annotations

import pytest

from sayso.documents.credits.datelines import dateline_of, is_dateline, place_alone, read_dateline
from sayso.documents.page import ZonedRange
from sayso.types import Dateline
from sayso.vocab import Zone


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("MOSCOW (Sputnik) — The talks went on.", Dateline("Moscow", "Sputnik")),
        ("GENEVA, March 3 (Reuters) - The talks went on.", Dateline("Geneva", "Reuters")),
        ("BEIRUT — The talks went on.", Dateline("Beirut", None)),
        ("NEW YORK (AP) — The talks went on.", Dateline("New York", "AP")),
        ("WASHINGTON, D.C. – The talks went on.", Dateline("Washington", None)),
        ("SELBURG, Nov. 27 (Tavria News Agency) -- The talks went on.", Dateline("Selburg", "Tavria News Agency")),
        ("(Reuters) - The talks went on.", Dateline(None, "Reuters")),
        ("Port Talmere, Feb. 6 (SUNA) - The talks went on.", Dateline("Port Talmere", "SUNA")),
        ("Karsova (AFP) – The talks went on.", Dateline("Karsova", "AFP")),
        ("New Delhi [India], November 20 (ANI): The talks went on.", Dateline("New Delhi", "ANI")),
        ("MOSCOW, March 3. /TASS/. The talks went on.", Dateline("Moscow", "TASS")),
        ("Nov. 3 (UPI) -- The talks went on.", Dateline(None, "UPI")),
        ("Damascus, SANA- The talks went on.", Dateline("Damascus", "SANA")),
        ("TRIPOLI – Agence France-Presse", Dateline("Tripoli", "AFP")),
        ("Kembra, Ostravia CNN — The talks went on.", Dateline("Kembra", "CNN")),
        ("The Council (NATO) The talks went on.", None),
        ("Ada Bell (AFP) and Omar Saidi (AFP) were there.", None),
        ("Halden Mining (HMC) - the largest of four - sold a pit.", None),
        ("NATO said that the talks went on.", None),
        ("The talks (in Geneva) - as ever - went on.", None),
        ("UNESCO (the United Nations body for culture) said so.", None),
        ("I - for one - do not believe it.", None),
        ("PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 8, 2023", None),
        ("WATCH – The ferry comes in", None),
    ],
)
def test_datelines(paragraph: str, dateline: Dateline | None) -> None:
    assert read_dateline(paragraph, [ZonedRange(0, len(paragraph), Zone.BODY)]) == dateline
    found = dateline_of(paragraph)
    if found and found.agency_at:
        assert paragraph[slice(*found.agency_at)] in paragraph


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("BEIRUT, March 3 (Reuters)", True),
        ("TRIPOLI – Agence France-Presse", True),
        ("BEIRUT", False),
        ("BEIRUT (Reuters) - The talks went on.", False),
    ],
)
def test_lines_that_are_datelines(line: str, whole: bool) -> None:
    assert is_dateline(line) is whole


def test_a_place_alone_with_a_dash():
    assert place_alone("San Roque —") == "San Roque"
    assert place_alone("San Roque") is None
    assert dateline_of("GPS-Sender wieder in Funktion") is None
