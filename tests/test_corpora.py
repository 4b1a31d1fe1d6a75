"""Small fictional stories nobody wrote rules for: that their expectations are well formed, and that no figure falls.

Each folder of ``tests/corpora`` is one story in the format of ``examples``, with the zone of what is not body.
The pages under ``dev`` may be looked at to learn what fails; those under ``held`` are only ever counted. The floors are
shares, written by ``python evaluation/examples.py --quiet --write-floors tests/corpora/floors.json tests/corpora/*/*``,
and for the claims of a half together, ``… --halves --quiet --write-floors tests/corpora/halves.json``.
"""

from __future__ import annotations

import functools
import json
import re
from datetime import date
from typing import Any

import examples
import halves
import pytest
from figure import Figure

from fiction import CORPORA, FOLDERS, FOOTER, expected, newswire, words_of
from sayso import vocab

FLOORS: dict[str, dict[str, float]] = json.loads((CORPORA / "floors.json").read_text(encoding="utf-8"))
HALVES: dict[str, dict[str, float]] = json.loads((CORPORA / "halves.json").read_text(encoding="utf-8"))


def words(folder: str, label: str) -> str:
    """The words of a page of a story."""
    file = expected(folder)["documents"][label]["file"]
    return words_of((CORPORA / folder / file).read_text(encoding="utf-8"))


PAGES = [(folder, label) for folder in FOLDERS for label in expected(folder)["documents"]]


def test_every_story_has_its_floors() -> None:
    assert sorted(FLOORS) == FOLDERS
    assert {folder.split("/")[0] for folder in FOLDERS} == set(halves.FOLDERS)


@pytest.mark.parametrize(("folder", "label"), PAGES)
def test_expected_words_are_on_the_page(folder: str, label: str) -> None:
    entry, text = expected(folder)["documents"][label], words(folder, label)
    assert text.count(FOOTER) == 1
    assert text.rstrip().endswith(FOOTER)
    wanted = [entry["title"], *(first for first, _ in entry.get("zones", []))]
    for attribution in entry.get("attributions", []):
        wanted += [*attribution["content"], attribution["cue"], attribution["source"], attribution.get("within")]
        assert attribution["chain"]
        vocab.Manner(attribution["manner"])
        vocab.Certainty(attribution["certainty"])
    wanted += [x["text"] for x in entry.get("quantities", []) + entry.get("times", [])]
    assert [w for w in wanted if w and re.sub(r"\s+", " ", w) not in text] == []


@pytest.mark.parametrize(("folder", "label"), PAGES)
def test_each_page_is_consistent(folder: str, label: str) -> None:
    entry = expected(folder)["documents"][label]
    date.fromisoformat(entry["published"]["date"])
    vocab.DateBasis(entry["published"]["basis"])
    assert entry["provenance"][0] == entry["publisher"]
    for _, zone in entry.get("zones", []):
        assert all(vocab.Zone(name) for name in zone.split("|"))
    for quantity in entry.get("quantities", []):
        low, high = quantity["low"], quantity["high"]
        assert (low, high) != (None, None)
        assert low is None or high is None or low <= high
    contents = {c for a in entry.get("attributions", []) for c in a["content"]}
    outer = {a["within"] for a in entry.get("attributions", []) if "within" in a}
    assert all(any(piece in within or within in piece for piece in contents) for within in outer)


def far_end(story: dict[str, Any], member: dict[str, str]) -> str:
    """Whom an account goes back to. Whoever has no name counts once for each voice through which he is known: an
    outlet that the account cites, or else the text's own agency or publisher."""
    if member["chain_ends"] != "unnamed":
        return member["chain_ends"]
    behind = story["documents"][member["document"]]["provenance"][-1]
    return f"unnamed ({member.get('voice', behind)})"


@pytest.mark.parametrize("folder", FOLDERS)
def test_claims_and_relations_name_what_is_there(folder: str) -> None:
    story = expected(folder)
    labels = list(story["documents"])
    told = [label for one in story["stories"] for label in one["documents"]]
    assert sorted([*told, *story["alone"]]) == sorted(labels)
    for claim in story["claims"]:
        vocab.Slot(claim["slot"])
        for member in claim["members"]:
            assert member["wording"] in words(folder, member["document"])
        accounts = {m["document"] for m in claim["members"]}
        assert claim["outlets"] == len({story["documents"][label]["publisher"] for label in accounts})
        assert 1 <= claim["texts"] <= len(accounts)
        origins = claim["origins"]
        assert origins["names"] == sorted({m["chain_ends"] for m in claim["members"]} - {"unnamed"})
        # Fewer than that only where a note says why: outlets that cite each other in a circle.
        most = len({far_end(story, member) for member in claim["members"]})
        assert 1 <= origins["min"] <= origins["max"] <= most
        assert origins["max"] == most or claim.get("note")
        assert claim["first"] is None or claim["first"] in labels
    for relation in story["relations"]:
        vocab.LinkKind(relation["relation"])
        assert {relation["left"], relation["right"]} <= {claim["id"] for claim in story["claims"]}
    for descent in story["descents"]:
        vocab.DescentBasis(descent["basis"])
        assert all(end.get("document", labels[0]) in labels for end in (descent["copy"], descent["exemplar"]))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_stage_failed(folder: str) -> None:
    wire = newswire(folder)
    assert not [p for page in wire.pages.values() for p in page.problems]
    assert not wire.collated.problems


@pytest.mark.parametrize(("folder", "name"), [(folder, name) for folder, shares in FLOORS.items() for name in shares])
def test_no_figure_falls(folder: str, name: str) -> None:
    figure = examples.FIGURES[name](newswire(folder))
    # One finding may differ between processors: 8-bit arithmetic is not the same on all. What was missed is not shown:
    # see the module's first words.
    right, of = figure.right, figure.of
    assert right + 1 >= FLOORS[folder][name] * of


@functools.cache
def half(name: str) -> dict[str, Figure]:
    return halves.summed(newswire(folder) for folder in FOLDERS if folder.startswith(f"{name}/"))


@pytest.mark.parametrize(("name", "measure"), [(name, measure) for name in HALVES for measure in HALVES[name]])
def test_no_figure_of_a_half_falls(name: str, measure: str) -> None:
    right, of = half(name)[measure].right, half(name)[measure].of
    assert right + 1 >= HALVES[name][measure] * of
