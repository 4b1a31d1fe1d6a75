"""Assets: opened by name, their digests checked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import assets


def test_every_asset_is_listed_and_unchanged() -> None:
    script = Path(__file__).parent.parent / "training" / "manifest.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_an_unknown_asset_is_named() -> None:
    with pytest.raises(assets.AssetError, match=r"no asset called 'nowhere.tsv'"):
        assets.path("nowhere.tsv")


def test_a_changed_asset_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "outlets.tsv"
    shutil.copytree(assets.folder("lexicons"), tmp_path / "lexicons")
    (tmp_path / "lexicons" / name).write_text("name\tother\n", encoding="utf-8")
    entry = assets.manifest()[name]
    monkeypatch.setattr(assets, "folder", lambda where: tmp_path / where)
    monkeypatch.setattr(assets, "manifest", lambda: {name: entry})
    with pytest.raises(assets.AssetError, match="is not the one that was shipped"):
        assets.path.__wrapped__(name)


def test_rows_skip_remarks_and_strip_cells() -> None:
    found = assets.rows("outlets.tsv")
    assert {"name", "aliases", "kind", "family", "country"} <= set(found[0])
    assert all(not row["name"].startswith("#") and row["name"] == row["name"].strip() for row in found)


#: Imports every module of the package; opening an asset ends it.
IMPORT_ALL = """
import importlib, pkgutil, sayso, sayso.assets
def opened(name):
    raise SystemExit(f"{name} is opened at import")
sayso.assets.path = opened
for module in pkgutil.walk_packages(sayso.__path__, "sayso."):
    if module.name != "sayso.__main__":
        importlib.import_module(module.name)
"""


def test_no_module_opens_an_asset_when_it_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
