"""Passages and what a reader takes from them: how they are written, how they are scored, and that no share falls.

The floors are what ``python evaluation/readings.py`` first printed, rounded down; nobody who makes rules has read the
half kept aside.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import readings

FLOORS = {
    "seen": {
        "made": 0.80,
        "slot": 0.69,
        "effect": 0.67,
        "figures": 0.81,
        "place": 0.58,
        "source": 0.81,
        "all of it": 0.24,
    },
    "aside": {"made": 0.77, "slot": 0.57, "figures": 0.62, "place": 0.43, "source": 0.76, "all of it": 0.165},
}
FERRY = """# invented

## ferry
>H Four found in wreck
> Divers brought four bodies up from the wreck of the Marit Else on Tuesday, the coastguard said. A storm had sunk it.
= brought four bodies up | toll | effect=killed; low=4; high=4; source=the coastguard
= A storm had sunk it | occurrence/responsibility | who=A storm; source=outlet
- the wreck of the Marit Else | a name
"""


def _passage(tmp_path: Path, text: str = FERRY) -> readings.Passage:
    path = tmp_path / "ferry.txt"
    path.write_text(text, "utf-8")
    return next(readings.read_passages(path))


def test_a_passage_is_read_as_it_is_written(tmp_path: Path) -> None:
    passage = _passage(tmp_path)
    assert (passage.name, passage.title) == ("ferry", "Four found in wreck")
    assert [w.slots for w in passage.wanted] == [("toll",), ("occurrence", "responsibility")]
    assert passage.wanted[0].asked["low"] == "4"
    assert passage.without == ("the wreck of the Marit Else",)


@pytest.mark.parametrize(("old", "new"), [("four bodies up |", "five bodies up |"), ("- the wreck", "? the wreck")])
def test_words_that_are_not_there_and_unknown_lines_are_errors(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(ValueError, match=r"ferry|neither"):
        _passage(tmp_path, FERRY.replace(old, new))


def test_what_differs_is_said(tmp_path: Path) -> None:
    passage = _passage(tmp_path)
    text, made = readings.made_of(passage)
    pairs = readings.paired(text, passage.wanted, made)
    want = passage.wanted[0]
    assert all(readings.answers(want, pairs[0], text).values())
    other = want._replace(asked={"low": "5", "source": "outlet", "mode": "planned"})
    assert readings.answers(other, pairs[0], text) == {
        "slot": True, "figures": False, "mode": False, "source": False
    }  # fmt: skip


@pytest.mark.parametrize("half", FLOORS)
def test_no_share_falls(half: str) -> None:
    tally = readings.Tally()
    for each, path in readings.halves():
        if each == half:
            for passage in readings.read_passages(path):
                tally.add(passage)
    for key, floor in FLOORS[half].items():
        assert tally.asked[key] > 0
        assert tally.right[key] >= floor * tally.asked[key], key
