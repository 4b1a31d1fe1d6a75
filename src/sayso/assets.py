"""Lexicons, models and gazetteers by file name, each checked against its digest once a process.

``lexicons/manifest.json`` and ``models/manifest.json`` list every asset with its SHA-256, origin and licence;
``training/manifest.py`` writes them.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import json
from importlib import resources
from pathlib import Path

FOLDERS = ("lexicons", "models")


class AssetError(RuntimeError):
    """An asset is missing, or is not what its manifest says."""


def folder(name: str) -> Path:
    """A folder of the installed package."""
    return Path(str(resources.files("sayso"))) / name


@functools.cache
def manifest() -> dict[str, dict[str, str]]:
    """Every asset's entry by file name: ``folder``, ``sha256``, ``origin``, ``licence``."""
    out: dict[str, dict[str, str]] = {}
    for where in FOLDERS:
        listed = json.loads((folder(where) / "manifest.json").read_text(encoding="utf-8"))
        out |= {name: {**entry, "folder": where} for name, entry in listed.items()}
    return out


@functools.cache
def path(name: str) -> Path:
    """The path of an asset, whose digest has been checked.

    Raises AssetError if the file is unknown, missing or changed.
    """
    entry = manifest().get(name)
    if entry is None:
        raise AssetError(f"no asset called {name!r}; known: {', '.join(sorted(manifest()))}")
    file = folder(entry["folder"]) / name
    try:
        found = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise AssetError(f"asset {name!r} cannot be read ({error}); reinstall sayso") from error
    if found != entry["sha256"]:
        raise AssetError(f"asset {name!r} is not the one that was shipped (SHA-256 {found[:12]}…); reinstall sayso")
    return file


@functools.cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a tab-separated lexicon, as dicts by its header. Lines that begin with ``#`` are comments."""
    with path(name).open(encoding="utf-8", newline="") as handle:
        lines = (line for line in handle if line.strip() and not line.startswith("#"))
        return tuple(
            {k: (v or "").strip() for k, v in row.items() if k}
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@functools.cache
def words(name: str, *kinds: str) -> frozenset[str]:
    """The words that a lexicon with the columns ``word`` and ``kind`` lists under any of these kinds."""
    return frozenset(row["word"] for row in rows(name) if row["kind"] in kinds)


def digests() -> dict[str, str]:
    """The digest of every asset by name, for the activities of a record."""
    return {name: entry["sha256"] for name, entry in sorted(manifest().items())}
