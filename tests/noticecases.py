"""Readable cases of single lines, each with the names in it and their roles, from ``tests/cases/notices``."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "cases" / "notices"


def read_lines_with_names(file: str) -> list[tuple[str, list[str]]]:
    """Each line of a file with the names expected in it, as ``role: name``."""
    cases: list[tuple[str, list[str]]] = []
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            cases[-1][1].append(line.removeprefix("> "))
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return cases


def shown(found: list[tuple[str, str]]) -> list[str]:
    """Roles and names in the form of the cases."""
    return [f"{role.removesuffix('_from')}: {name}" for role, name in found]
