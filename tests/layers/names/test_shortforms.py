"""Which short forms are made of a name, and where they are found."""

from __future__ import annotations

import pytest

from sayso.layers.names.candidates import find_candidates
from sayso.layers.names.shortforms import is_short_for
from sayso.vocab import Category


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("HRC", "Harbour Rescue Corps", True),
        ("MoD", "Ruvian Ministry of Defence", True),
        ("NAVCOM", "Harrow Naval Forces Command", True),
        ("DoH", "Department of Health", True),
        ("KUM", "Karsk Union of Miners", True),
        ("HRC", "Harbour Watch", False),
        ("RC", "Harbour Rescue Corps", False),  # neither its beginning nor three letters
        ("Harbour", "Harbour Rescue Corps", False),
        ("HARBOUR", "Harbour Rescue Corps", False),  # one word of it
        ("XYZ", "Harbour Rescue Corps", False),
        ("AB", "", False),
    ],
)
def test_what_is_short_for_a_name(short: str, long: str, expected: bool) -> None:
    assert is_short_for(short, long) is expected


@pytest.mark.parametrize(
    "text",
    [
        'The Northern Fisheries Authority ("NFA") closed two ports. Fishermen sued the NFA in May.',
        "NFA (the Northern Fisheries Authority) closed two ports. Fishermen sued the NFA in May.",
    ],
)
def test_a_defined_form_is_found_wherever_it_stands(page, text: str) -> None:
    document, _, parse = page(text)
    found = [c for c in find_candidates(document, parse) if c.text == "NFA"]
    assert [text[c.start : c.end] for c in found] == ["NFA", "NFA"]
    assert {c.category for c in found} == {Category.ORGANISATION}


def test_a_long_name_of_odd_words_ends(page) -> None:
    assert is_short_for("A" * 11, " ".join(["a" * 30] * 200)) in (True, False)
