"""Outlets: one name for each, and when two names are one outlet's."""

from __future__ import annotations

import pytest

from sayso.outlets import (
    canonical,
    family,
    find_outlet,
    known_outlets,
    outlet_of_address,
    same_outlet,
    surely_outlet,
    traces,
)


def test_known_names() -> None:
    assert canonical("The Associated Press") == canonical("AP")
    assert canonical("  Harbour  Gazette ,") == "Harbour Gazette"
    assert family("RT") == family("Sputnik") != ""
    assert family("Harbour Gazette") == ""


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Northern Dispatch", "Northern Dispatch International", True),
        ("Halcyon", "Halcyon Press Agency", True),
        ("TTA", "Talvanian Telegraph Agency", True),
        ("The Harbour Post", "Harbour Post", True),
        ("Northern Dispatch", "Southern Dispatch", False),
        ("Guardian", "Guardian Nigeria", False),
        ("tta", "Talvanian Telegraph Agency", False),
        ("AP", "AFP", False),
        ("BBC", "BBC Monitoring Desk", False),
        ("News", "Media", False),
        ("", "", False),
    ],
)
def test_one_outlet_under_two_names(left: str, right: str, same: bool) -> None:
    assert same_outlet(left, right) is same
    assert same_outlet(right, left) is same


def test_addresses() -> None:
    outlet = outlet_of_address("https://www.reuters.com/world/")
    assert outlet
    assert outlet.name == "Reuters"
    assert outlet_of_address("https://harbour-gazette.example/") is None
    assert outlet_of_address("http://[") is None
    assert outlet_of_address(None) is None


def test_names_that_mean_other_things_too_need_a_context() -> None:
    assert surely_outlet("Reuters") == find_outlet("Reuters")
    doubtful = sorted(known_outlets().doubtful)
    assert doubtful
    for form in doubtful:
        assert find_outlet(form) is not None
        assert surely_outlet(form) is None


def test_an_outlet_goes_by_its_name_without_the_town() -> None:
    assert same_outlet("The Harrow Trumpet, Eastmark", "Harrow Trumpet")
    assert traces("The Harrow Trumpet, Eastmark") & traces("Harrow Trumpet")
    assert not same_outlet("Evening Bell, Eastmark", "Evening Bell, Tolm")
    assert not same_outlet("The Trumpet, Eastmark", "Trumpet")
