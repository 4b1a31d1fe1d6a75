"""The two touchstone pages, held against what a careful reader found in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import seeds

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "seeds.json").is_file(), reason="the touchstone pages are not beside the repository"
)


@pytest.fixture(scope="module")
def found() -> seeds.Held:
    return seeds.held(SHARED)


def test_zones(found: seeds.Held) -> None:
    for page, share in seeds.zones(found).items():
        assert share >= 0.97, page


def test_no_stage_failed(found: seeds.Held) -> None:
    assert not [p for page in found.pages.values() for p in page.problems]
    assert not found.collated.problems


def test_nothing_is_attributed_in_furniture(found: seeds.Held) -> None:
    assert seeds.invented(found) == []


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("metadata", 0),
        ("attributions with their chain", 2),
        ("times", 2),
        ("quantities", 0),
        ("entities and places", 0),
        ("story, descent, rights", 0),
        ("claims", 1),
    ],
)
def test_figures(found: seeds.Held, name: str, allowed: int) -> None:
    figure = seeds.FIGURES[name](found)
    assert figure.of > 0
    assert len(figure.missed) <= allowed, figure.missed
