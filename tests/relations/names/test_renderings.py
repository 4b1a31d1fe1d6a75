"""Names that are one name in two spellings, and names that are two."""

from __future__ import annotations

import pytest

from sayso.relations.names.renderings import one_name, renderings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("khaled osman tirab", "khalid osman tirab", True),
        ("mohammed al rashid", "muhammad al rasheed", True),
        ("qasim nouri", "kasim nuri", True),
        ("ahmed hassan", "ahmad hasan", True),
        ("maria lopez", "mario lopez", False),
        ("ali hassan", "ali hussein", False),
        ("jan berg", "jen berg", False),
        ("lars jensen", "lars jonson", False),
        ("khaled osman", "khaled osman tirab", False),
    ],
)
def test_one_name(one: str, other: str, same: bool) -> None:
    assert one_name(one, other) is same
    assert one_name(other, one) is same


def test_pairs_are_found_among_many() -> None:
    names = ["ida voss", "khaled osman", "mayor", "khalid osman", "ida voss"]
    assert list(renderings(names)) == [(1, 3)]
