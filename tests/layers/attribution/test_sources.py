"""Sources: pairs of a noun phrase and whom it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.attribution.ground import Ground
from sayso.layers.attribution.medianames import is_medium
from sayso.layers.attribution.sources import Sources
from sayso.layers.names.annotator import find_mentions


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Two port officials", ["unnamed port officials"]),
        ("A nurse", ["unnamed nurse"]),
        ("The union", ["union"]),
        ("The mayor of Harrow", ["mayor of Harrow"]),
        ("A number of farmers", ["unnamed farmers"]),
        ("At least a dozen farmers", ["unnamed farmers"]),
        ("An off-duty nurse", ["unnamed off-duty nurse"]),
        ("One Ada Moss aide", ["unnamed Ada Moss aide"]),
        ("Three senior Moss campaign officials", ["unnamed senior Moss campaign officials"]),
        ("One of his friends, Rolf Lunt,", ["Rolf Lunt"]),
        ("Reuters, citing two dockers,", ["Reuters", "unnamed dockers"]),
        ("The statement by the Harrow Council", ["Harrow Council"]),
        ("A spokesman for the Harrow Council", ["Harrow Council"]),
        ("The Northern Front supporters", ["Northern Front supporters"]),
    ],
)
def test_names(phrase: str, names: list[str], page: Callable[..., Any]) -> None:
    document, _, parse = page(f"{phrase} said the road was closed.")
    sources = Sources(Ground(document, parse), find_mentions(document, parse))
    assert [v.name for v in sources.read((0, len(phrase)))] == names


@pytest.mark.parametrize(
    ("name", "expected"), [("Reuters", True), ("the Karsk Herald", True), ("Harrow Council", False), ("Times", False)]
)
def test_media_by_name(name: str, expected: bool) -> None:
    assert is_medium(name) is expected
