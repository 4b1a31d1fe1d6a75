"""The two touchstone pages, held against what a careful reader found in them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "evaluation"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "seeds.json").is_file(), reason="the touchstone pages are not beside the repository"
)


@pytest.fixture(scope="module")
def found():  # type: ignore[no-untyped-def]
    import seeds

    return seeds.held(SHARED)


def test_zones(found) -> None:  # type: ignore[no-untyped-def]
    import seeds

    for page, share in seeds.zones(found).items():
        assert share >= 0.97, page


def test_no_stage_failed(found) -> None:  # type: ignore[no-untyped-def]
    assert not [p for page in found.pages.values() for p in page.problems]
    assert not found.collated.problems


def test_nothing_is_attributed_in_furniture(found) -> None:  # type: ignore[no-untyped-def]
    import seeds

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
def test_figures(found, name: str, allowed: int) -> None:  # type: ignore[no-untyped-def]
    import seeds

    figure = seeds.FIGURES[name](found)
    assert figure.of > 0
    assert len(figure.missed) <= allowed, figure.missed
