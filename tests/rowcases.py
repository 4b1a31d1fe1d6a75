"""Reads the cases of times, quantities and events: blocks that open with ``== name``, with a text and expectations.

A line ``-> a | b | c`` is one expectation, ``-> nothing`` says that there is none, ``published: day`` gives the day of
publication (``none`` for a page without one), and a line that begins with ``#`` is a comment. Other lines are the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).resolve().parent / "cases"
PUBLISHED = "2024-05-15"


class Case(NamedTuple):
    name: str
    text: str
    published: str | None
    wanted: tuple[tuple[str, ...], ...]


def read_cases(folder: str) -> list[Case]:
    """The cases of every file of ``tests/cases/folder``, in the order of the files' names."""
    return [case for file in sorted((CASES / folder).glob("*.txt")) for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    for block in re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.strip().split("\n")
        text: list[str] = []
        wanted: list[tuple[str, ...]] = []
        published: str | None = PUBLISHED
        for line in lines:
            if line.startswith("published: "):
                day = line.removeprefix("published: ").strip()
                published = None if day == "none" else day
            elif line.startswith("-> "):
                parts = tuple(part.strip() for part in line[3:].split("|"))
                wanted += [] if parts == ("nothing",) else [parts]
            elif line.strip() and not line.startswith("#"):
                text.append(line)
        yield Case(f"{file.stem}: {name}", "\n".join(text), published, tuple(wanted))


def bounds(low: float | None, high: float | None) -> str:
    """Bounds as the cases write them: ``12``, ``12..``, ``..12``, ``10..15``."""
    least, most = ("" if n is None else f"{n:.10g}" for n in (low, high))
    return least if low == high else f"{least}..{most}"
