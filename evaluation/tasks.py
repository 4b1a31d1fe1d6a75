"""The tasks that Sayso is measured on: data, scorer, and how the scorer's lines become figures."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"


class Task(NamedTuple):
    """One row of the table.

    ``figures`` maps a figure's name to a pattern whose group 1 is its value in the scorer's output. ``gate`` is how
    many of the first documents the quick gate scores; 0 leaves the task out of it. ``fitted`` says that what is shipped
    was trained on these documents: its floors are the cross-validated figures that the training prints, entered by
    hand, and ``--raise`` leaves them.
    """

    name: str
    task: str
    data: str
    scorer: str
    figures: dict[str, str]
    options: tuple[str, ...] = ()
    gold: str = ""  # where gold is another file than the data
    gate: int = 0
    fitted: bool = False


SEGMENTS = {"F1": r"segments .*F1 ([\d.]+)"}
DAYS = {"right": r"day accuracy ([\d.]+)", "precision": r" P ([\d.]+)"}
TIMES = {
    "relaxed F1": r"relaxed .*F1 ([\d.]+)",
    "strict F1": r"strict .*F1 ([\d.]+)",
    "value F1": r"value .*F1 ([\d.]+)",
}
STORIES = {"B-cubed F1": r"B-cubed .*F1 ([\d.]+)"}

TASKS = (
    Task(
        "attribution (PolNeAR dev)",
        "attribution",
        "attribution/polnear_dev.jsonl",
        "score_attribution.py",
        {
            "content F1": r"content .*F1 ([\d.]+)",
            "source F1": r"source .*F1 ([\d.]+)",
            "cue F1": r"cue .*F1 ([\d.]+)",
            "overlap F1": r"overlap .*F1 ([\d.]+)",
            "exact F1": r"exact .*F1 ([\d.]+)",
        },
        gate=20,
    ),
    Task(
        "zones, flat (wet)",
        "pages_segments",
        "pages/trafilatura.jsonl.gz",
        "score_pages_segments.py",
        SEGMENTS,
        ("--field", "wet"),
        gate=140,
        fitted=True,
    ),
    Task(
        "zones, flat (screen)",
        "pages_segments",
        "pages/trafilatura.jsonl.gz",
        "score_pages_segments.py",
        SEGMENTS,
        ("--field", "screen"),
        fitted=True,
    ),
    Task(
        "zones, HTML",
        "pages_segments",
        "pages/trafilatura.jsonl.gz",
        "score_pages_segments.py",
        SEGMENTS,
        ("--field", "html"),
        gate=40,
        fitted=True,
    ),
    Task("dates, HTML", "dates", "dates/pages.jsonl.gz", "score_dates.py", DAYS, gate=60),
    Task("dates, flat", "dates", "dates/pages.jsonl.gz", "score_dates.py", DAYS, ("--flat",)),
    Task(
        "names (re3d)",
        "entities",
        "entities/re3d.jsonl",
        "score_entities.py",
        {
            "overlap F1": r"(?m)^all .*overlap P [\d.]+ R [\d.]+ F1 ([\d.]+)",
            "alias recall": r"alias recall\s+([\d.]+)",
            "wrongly merged": r"wrongly merged ([\d.]+)",
        },
        gate=20,
    ),
    Task(
        "places (LGL)",
        "places",
        "places/lgl.jsonl",
        "score_places.py",
        {
            "recognition F1": r"recognition .*F1 ([\d.]+)",
            "161 km, recognised": r"recognised ([\d.]+)",
            "161 km, all": r"all ([\d.]+) \(n",
        },
        gate=60,
    ),
    Task("times (TimeBank)", "times", "times/timebank.jsonl", "score_times.py", TIMES, gate=30),
    Task("times (AQUAINT)", "times", "times/aquaint.jsonl", "score_times.py", TIMES, gate=20),
    Task("stories (BASIL)", "stories", "stories/basil.jsonl", "score_stories.py", STORIES),
    Task("stories (ECB+ train)", "stories", "stories/ecbplus_train.jsonl", "score_stories.py", STORIES),
    Task("stories (ECB+ dev)", "stories", "stories/ecbplus_dev.jsonl", "score_stories.py", STORIES, gate=1000),
    Task(
        "reuse (FA-KES, silver)",
        "reuse",
        "reuse/fakes.jsonl",
        "score_reuse.py",
        {"reuse P": r"(?m)^reuse\s+P ([\d.]+)", "reuse R": r"(?m)^reuse\s+P [\d.]+ R ([\d.]+)"},
        gold="reuse/pairs.jsonl",
        gate=1000,
    ),
    Task(
        "events (ISAF)",
        "events",
        "events/isaf.jsonl",
        "score_events.py",
        {
            "date": r"start_date\s+accuracy ([\d.]+)",
            "type": r"event_type\s+accuracy ([\d.]+)",
            "province": r"province\s+accuracy ([\d.]+)",
            "killed F1": r"min_killed .*F1 ([\d.]+)",
            "captured F1": r"min_captured .*F1 ([\d.]+)",
        },
        gate=40,
    ),
)

#: Figures move by this much between processors: 8-bit arithmetic is not the same on all.
TOLERANCE = 0.01
#: Figures that are better when they are lower; their floors are ceilings.
LOWER_IS_BETTER = ("wrongly merged",)


def first_lines(source: Path, target: Path, count: int) -> None:
    """Copies the first lines of a data file (plain or gzip) to a plain one; all of them for 0."""
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            if count and number >= count:
                break
            out.write(line)


def measure(task: Task, data: Path, count: int = 0, workers: int = 1) -> dict[str, float]:
    """Predicts over the task's data (its first ``count`` documents, 0 for all) and scores it; the figures by name.

    Raises RuntimeError where the prediction or the scorer fails, or the scorer's output lacks a figure.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, said = Path(folder) / "data.jsonl", Path(folder) / "said.jsonl"
        first_lines(data / task.data, source, count)
        gold = data / task.gold if task.gold else source
        options = [*task.options, "--workers", str(workers)]
        output(HERE / "predict.py", task.task, source, said, *options)
        printed = output(data.parent / "eval" / task.scorer, gold, said)
    figures = {}
    for name, pattern in task.figures.items():
        found = re.search(pattern, printed)
        if found is None:
            raise RuntimeError(f"{task.scorer} printed no {name}:\n{printed}")
        figures[name] = float(found.group(1))
    return figures


def output(script: Path, *arguments: object) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """The floors: ``full`` for whole data sets and ``gate`` for their first documents, by task and figure."""
    read = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {kind: read[kind] for kind in ("full", "gate")}


def under(name: str, value: float, floor: float | None) -> bool:
    """Whether a figure is worse than its floor by more than TOLERANCE."""
    if floor is None:
        return False
    return value > floor + TOLERANCE if name in LOWER_IS_BETTER else value < floor - TOLERANCE
