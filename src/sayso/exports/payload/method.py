"""How the record was made: activities, what was set aside and why, and how often Sayso errs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from sayso import __version__
from sayso.exports.payload.shapes import ActivityData, Method, ProblemData
from sayso.exports.shown import RecordView, subject_of
from sayso.exports.visible import said_shown
from sayso.types import Activity, Value
from sayso.vocab import Zone


def method_of(found: RecordView, index: Mapping[str, int]) -> Method:
    day, figures = measured()
    blocks, characters = Counter[Zone](), Counter[Zone]()
    for held in found.blocks.values():
        for block in held:
            blocks[block.zone] += 1
            characters[block.zone] += block.span.end - block.span.start
    problems: list[ProblemData] = [
        {
            "subject": said_shown(subject_of(found, problem)),
            "document": index.get(problem.subject, -1),
            "stage": problem.stage,
            "reason": said_shown(problem.reason),
        }
        for problem in found.problems
    ]
    return {
        "version": __version__,
        "activities": [_activity(activity) for activity in found.activities],
        "problems": problems,
        "zones": [[zone.value, blocks[zone], characters[zone]] for zone in Zone if blocks[zone]],
        "measured": day,
        "figures": figures,
    }


def _activity(activity: Activity) -> ActivityData:
    return {
        "id": activity.id,
        "stage": activity.stage,
        "version": activity.version,
        "started": activity.started_at or "",
        "parameters": [[name, _text(value)] for name, value in activity.parameters],
        "assets": [[name, _text(value)] for name, value in activity.assets],
    }


def _text(value: Value) -> str:
    return said_shown(", ".join(value) if isinstance(value, tuple) else str(value))


def measured() -> tuple[str, list[list[object]]]:
    """The day of the last measurement, and rows of task, figure, value; both empty if the figures are not installed.

    The figures are the floors that every change must keep on the development data.
    """
    text = _figures_file()
    if text is None:
        return "", []
    read = json.loads(text)
    rows = [[task, name, value] for task, figures in read["full"].items() for name, value in figures.items()]
    return read.get("measured", ""), rows


def _figures_file() -> str | None:
    """The file of figures in the source tree, or the copy beside the built script."""
    tree = Path(__file__).parents[4] / "evaluation" / "floors.json"
    for place in (tree, resources.files("sayso.exports") / "bundle" / "figures.json"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return None
